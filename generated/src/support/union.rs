// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Values of one of several types.
//!
//! In: the tables of the generated files. Out: the one member that a JSON value is, or an error that names each member tried.
//! It must not guess twice: what decides is the discriminator, else the value's kind and keys.

use super::debug::Size;
use super::decode::locate;
use super::depth::{self, DepthGuard};
use super::fit::{Peek, Rank};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use std::cmp::Reverse;
use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// An error lists so many members that do not fit.
const LISTED: usize = 8;
/// The reason of each has so many bytes at most: reasons of unions within unions would multiply.
const REASON: usize = 240;

/// A value that is no member of the union `U` that this crate knows, as it was written.
///
/// Only reading makes one.
pub struct UnknownMember<U> {
    raw: Box<RawValue>,
    of: PhantomData<fn() -> U>,
}

impl<U> UnknownMember<U> {
    /// The JSON text.
    #[must_use]
    pub fn json(&self) -> &str {
        self.raw.get()
    }

    /// The value as a type of your own.
    ///
    /// # Errors
    /// When the JSON is not a `T`.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, super::DecodeError> {
        super::decode(self.raw.get().as_bytes())
    }

    fn value(&self) -> Value {
        serde_json::from_str(self.raw.get()).unwrap_or_default()
    }
}

impl<U> Clone for UnknownMember<U> {
    fn clone(&self) -> Self {
        Self { raw: self.raw.clone(), of: PhantomData }
    }
}

/// Equal as values: white space and the order of keys do not count.
impl<U> PartialEq for UnknownMember<U> {
    fn eq(&self, other: &Self) -> bool {
        self.raw.get() == other.raw.get() || self.value() == other.value()
    }
}

impl<U> Eq for UnknownMember<U> {}

impl<U> Hash for UnknownMember<U> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value().hash(state);
    }
}

/// The size of the JSON: what is unknown may be a secret. [`UnknownMember::json`] has it.
impl<U> fmt::Debug for UnknownMember<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Size(self.raw.get().len()).fmt(f)
    }
}

impl<U> serde::Serialize for UnknownMember<U> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw.serialize(serializer)
    }
}

/// A member: its name, the discriminator's values that mean it, whether a value fits it, and how it is read.
pub struct Member<U> {
    pub name: &'static str,
    pub tags: &'static [&'static str],
    pub fit: fn(&Peek<'_>) -> Option<Rank>,
    pub decode: fn(&str) -> Result<U, serde_json::Error>,
}

/// An enum of several types.
pub trait Union: Sized + 'static {
    const NAME: &'static str;
    const TAG: Option<&'static str>;
    const MEMBERS: &'static [Member<Self>];

    fn unknown(raw: UnknownMember<Self>) -> Self;
}

/// Reads a union.
///
/// # Errors
/// When the value is of some member by its discriminator or its outside, and then is not within.
pub fn read<'de, U: Union, D: serde::Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    match read_member(raw.get()) {
        Ok(Some(member)) => Ok(member),
        Ok(None) => Ok(U::unknown(UnknownMember { raw, of: PhantomData })),
        Err(reason) => Err(serde::de::Error::custom(reason)),
    }
}

/// How well the best member fits.
#[must_use]
pub fn fit<U: Union>(peek: &Peek<'_>) -> Option<Rank> {
    U::MEMBERS.iter().filter_map(|member| (member.fit)(peek)).max()
}

/// The member that a value is, or nothing if it is none that this crate knows.
fn read_member<U: Union>(text: &str) -> Result<Option<U>, String> {
    let _guard = DepthGuard::union(text)?;
    let candidates = candidates::<U>(text);
    if candidates.is_empty() { Ok(None) } else { first_that_reads(text, &candidates).map(Some) }
}

fn first_that_reads<U: Union>(text: &str, candidates: &[&Member<U>]) -> Result<U, String> {
    let mut errors = Vec::new();
    while let Some(member) = candidates.get(errors.len()) {
        match (member.decode)(text) {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
        if !depth::tried_in_vain(text.len()) {
            return Err("too many members of unions fail to fit".to_owned());
        }
    }
    Err(no_member(text, candidates, &errors))
}

/// Reads a member from a text that is one whole JSON value.
///
/// # Errors
/// When the value is not a `T`.
pub fn member<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    // Without `serde_json::from_str`, which looks for what may follow: a recursive value has this on the stack for each level.
    T::deserialize(&mut serde_json::Deserializer::from_str(text))
}

/// The members that a value may be, the best first.
fn candidates<U: Union>(text: &str) -> Vec<&'static Member<U>> {
    let peek = Peek::new(text);
    match U::TAG.and_then(|tag| peek.tag(tag)) {
        Some(tag) => U::MEMBERS.iter().filter(|member| member.tags.contains(&tag.as_ref())).collect(),
        None => by_fit(&peek),
    }
}

fn by_fit<U: Union>(peek: &Peek<'_>) -> Vec<&'static Member<U>> {
    let mut ranked: Vec<_> = U::MEMBERS.iter().filter_map(|member| Some(((member.fit)(peek)?, member))).collect();
    ranked.sort_by_key(|(rank, _)| Reverse(*rank));
    ranked.into_iter().map(|(_, member)| member).collect()
}

#[cold]
fn no_member<U: Union>(text: &str, candidates: &[&Member<U>], errors: &[serde_json::Error]) -> String {
    let reason = if depth::is_quiet() { String::new() } else { reasons(text, candidates, errors) };
    format!("no `{}`{reason}", U::NAME)
}

/// Why each member does not fit: of many members, the first.
fn reasons<U: Union>(text: &str, candidates: &[&Member<U>], errors: &[serde_json::Error]) -> String {
    let mut reasons = String::new();
    for (index, (member, error)) in candidates.iter().zip(errors).take(LISTED).enumerate() {
        let again = |cut: &[u8]| (member.decode)(std::str::from_utf8(cut).ok()?).err();
        let mut reason = locate(text.as_bytes(), error, &again).to_string();
        cut(&mut reason);
        reasons.push_str(if index == 0 { ": " } else { "; " });
        let _ = write!(reasons, "`{}` {reason}", member.name);
    }
    match errors.len().saturating_sub(LISTED) {
        0 => reasons,
        more => format!("{reasons}; and {more} more"),
    }
}

fn cut(reason: &mut String) {
    if reason.len() > REASON {
        let end = (0..=REASON).rev().find(|at| reason.is_char_boundary(*at)).unwrap_or(0);
        reason.truncate(end);
        reason.push('…');
    }
}

/// What a variant holds, boxed or not.
pub trait Held<T> {
    fn held(&self) -> &T;
    fn into_held(self) -> T;
}

impl<T> Held<T> for T {
    fn held(&self) -> &T {
        self
    }

    fn into_held(self) -> T {
        self
    }
}

impl<T> Held<T> for Box<T> {
    fn held(&self) -> &T {
        self
    }

    fn into_held(self) -> T {
        *self
    }
}

/// Serde's traits and the conversions of one union.
///
/// A row is `only` when no other member has its type: then the type converts into the union.
#[allow(unused_macros)]
macro_rules! union {
    ($name:ident $(by $tag:literal)? {
        $($row:ident $variant:ident($type:ty) $is:ident $as:ident $into:ident $($value:literal)* $(fits $fit:expr)?;)*
    }) => {
        impl $name {
            $(
                #[doc = concat!("Whether this is [`", stringify!($name), "::", stringify!($variant), "`].")]
                #[must_use]
                #[inline]
                pub fn $is(&self) -> bool {
                    matches!(self, Self::$variant(_))
                }

                #[doc = concat!("What [`", stringify!($name), "::", stringify!($variant), "`] holds, if this is it.")]
                #[must_use]
                #[inline]
                pub fn $as(&self) -> ::core::option::Option<&$type> {
                    match self {
                        Self::$variant(value) => ::core::option::Option::Some($crate::support::union::Held::held(value)),
                        _ => ::core::option::Option::None,
                    }
                }

                #[doc = concat!("What [`", stringify!($name), "::", stringify!($variant), "`] holds, if this is it.")]
                #[must_use]
                #[inline]
                pub fn $into(self) -> ::core::option::Option<$type> {
                    match self {
                        Self::$variant(value) => ::core::option::Option::Some($crate::support::union::Held::into_held(value)),
                        _ => ::core::option::Option::None,
                    }
                }
            )*
        }

        $($crate::support::union_from! { $row $name $variant $type })*

        const _: () = {
            impl $crate::support::union::Union for $name {
                const NAME: &'static str = stringify!($name);
                const TAG: ::core::option::Option<&'static str> = [$(::core::option::Option::Some($tag),)? ::core::option::Option::None][0];
                const MEMBERS: &'static [$crate::support::union::Member<Self>] = &[$($crate::support::union::Member {
                    name: stringify!($variant),
                    tags: &[$($value,)*],
                    fit: $crate::support::union_fit!($type $(, $fit)?),
                    decode: |text| $crate::support::union::member::<$type>(text).map(|value| Self::$variant(value.into())),
                },)*];

                #[inline]
                fn unknown(raw: $crate::support::UnknownMember<Self>) -> Self {
                    Self::Unknown(raw)
                }
            }

            impl<'de> ::serde::Deserialize<'de> for $name {
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                    $crate::support::union::read(deserializer)
                }
            }

            impl ::serde::Serialize for $name {
                fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                    match self {
                        $(Self::$variant(value) => value.serialize(serializer),)*
                        Self::Unknown(raw) => raw.serialize(serializer),
                    }
                }
            }

            impl $crate::support::fit::Fit for $name {
                #[inline]
                fn fit(peek: &$crate::support::fit::Peek<'_>) -> ::core::option::Option<$crate::support::fit::Rank> {
                    $crate::support::union::fit::<Self>(peek)
                }
            }
        };
    };
}
pub(crate) use union;

/// Whether a value fits a member: its type says so, but for types that this crate did not write.
#[allow(unused_macros)]
macro_rules! union_fit {
    ($type:ty) => {
        <$type as $crate::support::fit::Fit>::fit
    };
    ($type:ty, $fit:expr) => {
        $fit
    };
}
pub(crate) use union_fit;

/// The conversion from a member's type, where only one member has it.
#[allow(unused_macros)]
macro_rules! union_from {
    (shared $name:ident $variant:ident $type:ty) => {};
    (only $name:ident $variant:ident $type:ty) => {
        impl ::core::convert::From<$type> for $name {
            #[inline]
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        }

        impl ::core::convert::From<$type> for $crate::support::Nullable<$name> {
            #[inline]
            fn from(value: $type) -> Self {
                Self::Value(value.into())
            }
        }
    };
}
pub(crate) use union_from;

/// The conversions from what converts into a member.
#[allow(unused_macros)] // not every API has such unions
macro_rules! union_through {
    ($name:ident { $($variant:ident($type:ty): $($source:ty),*;)* }) => {
        $($(
            impl ::core::convert::From<$source> for $name {
                #[inline]
                fn from(value: $source) -> Self {
                    Self::from(<$type>::from(value))
                }
            }

            impl ::core::convert::From<$source> for $crate::support::Nullable<$name> {
                #[inline]
                fn from(value: $source) -> Self {
                    Self::Value(value.into())
                }
            }
        )*)*
    };
}
#[allow(unused_imports)]
pub(crate) use union_through;
