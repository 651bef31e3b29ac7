// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Enums whose values are strings, open to values that are not listed.
//!
//! In: the tables of the generated files. Out: the conversions and serde's traits. It must not know what the values mean.

/// The conversions of one open string enum.
#[allow(unused_macros)]
macro_rules! string_enum {
    ($name:ident { $($variant:ident = $wire:literal,)* }) => {
        impl $name {
            /// The listed values, in the order of the docs.
            #[allow(clippy::large_stack_arrays)] // a constant is on no stack
            pub const KNOWN: &'static [Self] = &[$(Self::$variant,)*];

            /// The listed values as they travel, in the order of the docs.
            #[allow(clippy::large_stack_arrays)] // a constant is on no stack
            pub const VALUES: &'static [&'static str] = &[$($wire,)*];

            /// The value as it travels.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(unknown) => unknown.value(),
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
                fn listed(text: &str) -> ::core::option::Option<Self> {
                    ::core::option::Option::Some(match text {
                        $($wire => Self::$variant,)*
                        _ => return ::core::option::Option::None,
                    })
                }
            }

            impl ::core::convert::From<&str> for $name {
                #[inline]
                fn from(text: &str) -> Self {
                    Self::listed(text).unwrap_or_else(|| Self::Unknown($crate::support::Unknown::new(text.into())))
                }
            }

            impl ::core::convert::From<::std::string::String> for $name {
                #[inline]
                fn from(text: ::std::string::String) -> Self {
                    Self::from(text.as_str())
                }
            }

            impl ::core::convert::From<&str> for $crate::support::Nullable<$name> {
                #[inline]
                fn from(text: &str) -> Self {
                    Self::Value(text.into())
                }
            }

            impl ::core::convert::From<::std::string::String> for $crate::support::Nullable<$name> {
                #[inline]
                fn from(text: ::std::string::String) -> Self {
                    Self::Value(text.into())
                }
            }

            impl ::core::str::FromStr for $name {
                type Err = ::core::convert::Infallible;

                #[inline]
                fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                    ::core::result::Result::Ok(Self::from(text))
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
                    deserializer.deserialize_str($crate::support::text::TextVisitor(|text: &str| {
                        ::core::result::Result::<_, ::core::convert::Infallible>::Ok(Self::from(text))
                    }))
                }
            }

            impl $crate::support::fields::Preset<&str> for $name {
                #[inline]
                fn preset(literal: &str) -> Self {
                    Self::from(literal)
                }
            }

            impl $crate::support::fit::Fit for $name {
                #[inline]
                fn fit(peek: &$crate::support::fit::Peek<'_>) -> ::core::option::Option<$crate::support::fit::Rank> {
                    peek.string().map(|text| $crate::support::fit::of_value(Self::listed(&text).is_some()))
                }
            }
        };
    };
}
pub(crate) use string_enum;
