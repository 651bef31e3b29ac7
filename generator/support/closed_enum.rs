//! Enums that take no value but those listed.
//!
//! In: the tables of the generated files. Out: the conversions, their error, and serde's traits. It must not know what the
//! values mean.

use std::fmt;

/// A value that a closed enum does not list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotListed {
    value: String,
    listed: String,
}

impl NotListed {
    #[allow(dead_code)] // not every API has closed enums
    pub(crate) fn new(value: impl fmt::Display, listed: &[impl fmt::Display]) -> Self {
        let listed: Vec<String> = listed.iter().map(|value| format!("`{value}`")).collect();
        Self { value: value.to_string(), listed: listed.join(", ") }
    }
}

impl fmt::Display for NotListed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is none of {}", self.value, self.listed)
    }
}

impl std::error::Error for NotListed {}

/// The conversions of one closed enum, of strings or of integers.
#[allow(unused_macros)]
macro_rules! closed_enum {
    (@common $name:ident $value:ty { $($variant:ident = $wire:literal,)* }) => {
        impl $name {
            /// All values, in the order of the docs.
            #[allow(clippy::large_stack_arrays)] // a constant is on no stack
            pub const KNOWN: &'static [Self] = &[$(Self::$variant,)*];
        }

        impl ::core::convert::TryFrom<$value> for $name {
            type Error = $crate::support::NotListed;

            #[inline]
            fn try_from(value: $value) -> ::core::result::Result<Self, $crate::support::NotListed> {
                ::core::result::Result::Ok(match value {
                    $($wire => Self::$variant,)*
                    _ => return ::core::result::Result::Err($crate::support::NotListed::new(value, Self::KNOWN)),
                })
            }
        }

        impl $crate::support::fields::Preset<$value> for $name {
            #[inline]
            fn preset(literal: $value) -> Self {
                // The table lists every literal that a field of this type is preset to.
                Self::try_from(literal).unwrap_or(Self::KNOWN[0])
            }
        }
    };
    (string $name:ident { $($variant:ident = $wire:literal,)* }) => {
        $crate::support::closed_enum! { @common $name &str { $($variant = $wire,)* } }

        impl $name {
            /// All values as they travel, in the order of the docs.
            #[allow(clippy::large_stack_arrays)] // a constant is on no stack
            pub const VALUES: &'static [&'static str] = &[$($wire,)*];

            /// The value as it travels.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &'static str {
                match self {
                    $(Self::$variant => $wire,)*
                }
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::support::NotListed;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::support::NotListed> {
                Self::try_from(text)
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                deserializer.deserialize_str($crate::support::text::TextVisitor(|text: &str| Self::try_from(text)))
            }
        }

        impl $crate::support::fit::Fit for $name {
            #[inline]
            fn fit(peek: &$crate::support::fit::Peek<'_>) -> ::core::option::Option<$crate::support::fit::Rank> {
                Self::try_from(peek.string()?.as_ref()).ok().map(|_| $crate::support::fit::of_value(true))
            }
        }
    };
    (integer $name:ident { $($variant:ident = $wire:literal,)* }) => {
        $crate::support::closed_enum! { @common $name i64 { $($variant = $wire,)* } }

        impl $name {
            /// All values as they travel, in the order of the docs.
            #[allow(clippy::large_stack_arrays)] // a constant is on no stack
            pub const VALUES: &'static [i64] = &[$($wire,)*];

            /// The value as it travels.
            #[must_use]
            #[inline]
            pub fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $wire,)*
                }
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                deserializer.deserialize_i64($crate::support::text::IntegerVisitor(|value: i64| Self::try_from(value)))
            }
        }

        impl $crate::support::fit::Fit for $name {
            #[inline]
            fn fit(peek: &$crate::support::fit::Peek<'_>) -> ::core::option::Option<$crate::support::fit::Rank> {
                Self::try_from(peek.integer()?).ok().map(|_| $crate::support::fit::of_value(true))
            }
        }
    };
}
pub(crate) use closed_enum;
