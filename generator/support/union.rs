//! Values of one of several types.
//!
//! In: the tables of the generated files. Out: the one member that a JSON value is, or an error that names each member tried.
//! It must not guess twice: what decides is the discriminator, else the value's kind and keys.

use super::decode::{error_about, locate};
use super::fit::{Peek, Rank};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::cell::Cell;
use std::cmp::Reverse;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// Unions within unions are read to this depth, as serde_json reads other values.
const DEPTH: u32 = 100;
/// So many members may fail within one value before the search ends: overlapping members of a recursive union multiply.
const FAILURES: u32 = 2_000;

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
    pub fn decode<T: serde::de::DeserializeOwned>(&self) -> Result<T, super::DecodeError> {
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

impl<U> fmt::Debug for UnknownMember<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.raw.get())
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
    choose(raw).map_err(|(message, raw)| error_about(message, raw.get()))
}

/// How well the best member fits.
#[must_use]
pub fn fit<U: Union>(peek: &Peek<'_>) -> Option<Rank> {
    U::MEMBERS.iter().filter_map(|member| (member.fit)(peek)).max()
}

fn choose<U: Union>(raw: Box<RawValue>) -> Result<U, (String, Box<RawValue>)> {
    let found = Level::enter().and_then(|_level| read_member(raw.get()));
    match found {
        Ok(Some(member)) => Ok(member),
        Ok(None) => Ok(U::unknown(UnknownMember { raw, of: PhantomData })),
        Err(message) => Err((message, raw)),
    }
}

/// The member that a value is, or nothing if it is none that this crate knows.
fn read_member<U: Union>(text: &str) -> Result<Option<U>, String> {
    let peek = Peek::new(text);
    let candidates: Vec<&Member<U>> = match U::TAG.and_then(|tag| peek.tag(tag)) {
        Some(tag) => U::MEMBERS.iter().filter(|member| member.tags.contains(&tag.as_ref())).collect(),
        None => by_fit(&peek),
    };
    if candidates.is_empty() {
        return Ok(None);
    }
    first_that_reads(text, &candidates).map(Some)
}

fn by_fit<U: Union>(peek: &Peek<'_>) -> Vec<&'static Member<U>> {
    let mut ranked: Vec<_> = U::MEMBERS.iter().filter_map(|member| Some(((member.fit)(peek)?, member))).collect();
    ranked.sort_by_key(|(rank, _)| Reverse(*rank));
    ranked.into_iter().map(|(_, member)| member).collect()
}

fn first_that_reads<U: Union>(text: &str, candidates: &[&Member<U>]) -> Result<U, String> {
    let mut reasons = Vec::new();
    for member in candidates {
        match (member.decode)(text) {
            Ok(value) => return Ok(value),
            Err(error) => {
                reasons.push(format!("`{}` {}", member.name, locate(text.as_bytes(), &error)));
                Level::fail()?;
            }
        }
    }
    Err(format!("no `{}`: {}", U::NAME, reasons.join("; ")))
}

thread_local! {
    static OPEN: Cell<u32> = const { Cell::new(0) };
    static FAILED: Cell<u32> = const { Cell::new(0) };
}

/// One union that is being read; bounds the work that a hostile value can cause.
struct Level;

impl Level {
    fn enter() -> Result<Self, String> {
        let open = OPEN.with(Cell::get);
        if open == 0 {
            FAILED.with(|failed| failed.set(0));
        }
        if open >= DEPTH {
            return Err("unions are nested too deeply".to_owned());
        }
        OPEN.with(|cell| cell.set(open + 1));
        Ok(Self)
    }

    fn fail() -> Result<(), String> {
        let failed = FAILED.with(Cell::get) + 1;
        FAILED.with(|cell| cell.set(failed));
        if failed > FAILURES {
            return Err("too many members of unions fail to fit".to_owned());
        }
        Ok(())
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        OPEN.with(|cell| cell.set(cell.get().saturating_sub(1)));
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
                    decode: |text| ::serde_json::from_str::<$type>(text).map(|value| Self::$variant(value.into())),
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
    };
}
pub(crate) use union_from;
