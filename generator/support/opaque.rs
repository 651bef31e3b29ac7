//! Types of which the docs say no more than their name.
//!
//! In: any JSON value. Out: the same value. It must not know what it holds.

/// Serde's traits, conversions and `Debug` of a newtype over any JSON value. What it holds is not shown, for it may be a secret.
#[allow(unused_macros)]
macro_rules! opaque {
    ($name:ident) => {
        impl ::core::convert::From<::serde_json::Value> for $name {
            #[inline]
            fn from(value: ::serde_json::Value) -> Self {
                Self(value)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(::core::stringify!($name)).field(&$crate::support::SizeOf(&self.0)).finish()
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                ::serde::Deserialize::deserialize(deserializer).map(Self)
            }
        }

        impl $crate::support::fit::Fit for $name {
            #[inline]
            fn fit(peek: &$crate::support::fit::Peek<'_>) -> ::core::option::Option<$crate::support::fit::Rank> {
                <::serde_json::Value as $crate::support::fit::Fit>::fit(peek)
            }
        }
    };
}
pub(crate) use opaque;
