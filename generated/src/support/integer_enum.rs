// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Enums whose values are integers, open to values that are not listed.
//!
//! In: the tables of the generated files. Out: the conversions and serde's traits. It must not know what the values mean.

/// The conversions of one open integer enum.
#[allow(unused_macros)]
macro_rules! integer_enum {
    ($name:ident { $($variant:ident = $wire:literal,)* }) => {
        impl $name {
            /// The listed values, in the order of the docs.
            #[allow(clippy::large_stack_arrays)] // a constant is on no stack
            pub const KNOWN: &'static [Self] = &[$(Self::$variant,)*];

            /// The listed values as they travel, in the order of the docs.
            #[allow(clippy::large_stack_arrays)] // a constant is on no stack
            pub const VALUES: &'static [i64] = &[$($wire,)*];

            /// The value as it travels.
            #[must_use]
            #[inline]
            pub fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(unknown) => *unknown.value(),
                }
            }

            /// Whether the value is one of those listed.
            #[must_use]
            #[inline]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }

        const _: () = {
            impl $name {
                #[inline]
                fn listed(value: i64) -> ::core::option::Option<Self> {
                    ::core::option::Option::Some(match value {
                        $($wire => Self::$variant,)*
                        _ => return ::core::option::Option::None,
                    })
                }
            }

            impl ::core::convert::From<i64> for $name {
                #[inline]
                fn from(value: i64) -> Self {
                    Self::listed(value).unwrap_or_else(|| Self::Unknown($crate::support::Unknown::new(value)))
                }
            }

            impl ::core::convert::From<i64> for $crate::support::Nullable<$name> {
                #[inline]
                fn from(value: i64) -> Self {
                    Self::Value(value.into())
                }
            }

            impl ::core::str::FromStr for $name {
                type Err = ::core::num::ParseIntError;

                #[inline]
                fn from_str(text: &str) -> ::core::result::Result<Self, ::core::num::ParseIntError> {
                    text.parse::<i64>().map(Self::from)
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
                    <i64 as ::serde::Deserialize>::deserialize(deserializer).map(Self::from)
                }
            }

            impl $crate::support::fields::Preset<i64> for $name {
                #[inline]
                fn preset(literal: i64) -> Self {
                    Self::from(literal)
                }
            }

            impl $crate::support::fit::Fit for $name {
                #[inline]
                fn fit(peek: &$crate::support::fit::Peek<'_>) -> ::core::option::Option<$crate::support::fit::Rank> {
                    peek.integer().map(|value| $crate::support::fit::of_value(Self::listed(value).is_some()))
                }
            }
        };
    };
}
pub(crate) use integer_enum;
