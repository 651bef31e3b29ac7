// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Which types a JSON value may be, from its outside: its kind, its top-level keys, its text.
//!
//! In: a JSON value as text. Out: how well each type fits it. It must not decode anything.

use serde::Deserialize;
use serde::de::{Error, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

/// A key of a struct's JSON object.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    pub name: &'static str,
    required: bool,
    /// Whether its absence is noted, so that the field is not written either.
    noted: bool,
    constant: Option<&'static str>,
}

impl Key {
    #[must_use]
    pub const fn new(name: &'static str, required: bool) -> Self {
        Self { name, required, noted: false, constant: None }
    }

    /// The key of a field that is `None` when its key is missing, though it should be there.
    #[must_use]
    pub const fn noted(self) -> Self {
        Self { noted: true, ..self }
    }

    /// The key of a field with a single legal value, written as JSON.
    #[must_use]
    pub const fn constant(self, json: &'static str) -> Self {
        Self { constant: Some(json), ..self }
    }

    /// What an object without the key means.
    pub(super) fn absence(&self) -> Absence {
        match (self.required, self.noted) {
            (false, _) => Absence::Legal,
            (true, false) => Absence::Error,
            (true, true) => Absence::Noted,
        }
    }
}

/// What it means that a key is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absence {
    Legal,
    Error,
    /// It is taken for null, and not written while it stays so.
    Noted,
}

/// How well a type fits, the better the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    class: Class,
    /// How many of the value's keys it knows.
    known: usize,
    /// How many keys it has that the value has not. Of types that know as much of the value, the smaller one is taken: a larger one
    /// lists further keys, which a server mostly sends if they are of its type, so their absence speaks against it.
    absent: Reverse<usize>,
}

impl Rank {
    #[must_use]
    pub const fn new(class: Class, known: usize) -> Self {
        Self { class, known, absent: Reverse(0) }
    }
}

/// Kinds of fit, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The type takes any value.
    Any,
    /// The type takes values of this kind, but does not know this one.
    Open,
    /// The type takes all values of this kind.
    Kind,
    /// The type takes few values of this kind, this one among them.
    Narrow,
    /// The type lists this very value.
    Listed,
}

/// The kinds of JSON values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Json {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// A JSON value seen from outside.
pub struct Peek<'a> {
    text: &'a str,
    entries: Vec<(Cow<'a, str>, &'a str)>,
    depth: u8,
}

/// Arrays within arrays are looked into to this depth.
const DEPTH: u8 = 8;

impl<'a> Peek<'a> {
    /// Looks at a complete JSON value.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let text = text.trim();
        let entries = if text.starts_with('{') {
            serde_json::from_str::<Entries<'a>>(text).unwrap_or_default().0
        } else {
            Vec::new()
        };
        Self { text, entries, depth: 0 }
    }

    /// What kind of value it is.
    #[must_use]
    pub fn kind(&self) -> Json {
        match self.text.as_bytes().first() {
            Some(b'{') => Json::Object,
            Some(b'[') => Json::Array,
            Some(b'"') => Json::String,
            Some(b't' | b'f') => Json::Boolean,
            Some(b'n') | None => Json::Null,
            Some(_) => Json::Number,
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn string(&self) -> Option<Cow<'a, str>> {
        string(self.text)
    }

    /// The value as an integer.
    #[must_use]
    pub fn integer(&self) -> Option<i64> {
        self.text.parse().ok()
    }

    /// The string behind a key.
    #[must_use]
    pub fn tag(&self, key: &str) -> Option<Cow<'a, str>> {
        self.entry(key).and_then(string)
    }

    fn entry(&self, key: &str) -> Option<&'a str> {
        self.entries.iter().rev().find(|(name, _)| name == key).map(|(_, value)| *value)
    }

    /// The fit of an object with these keys: all that are required must be there, and constants must be equal.
    #[must_use]
    pub fn fit_object(&self, keys: &[Key]) -> Option<Rank> {
        if self.kind() != Json::Object || !keys.iter().all(|key| self.fits_key(key)) {
            return None;
        }
        let known = self.entries.iter().filter(|(name, _)| keys.iter().any(|key| key.name == name)).count();
        let absent = Reverse(keys.len().saturating_sub(known));
        Some(Rank { class: if known > 0 { Class::Narrow } else { Class::Open }, known, absent })
    }

    fn fits_key(&self, key: &Key) -> bool {
        match (self.entry(key.name), key.constant) {
            (None, _) => !key.required,
            (Some(_), None) => true,
            (Some(value), Some(constant)) => same_scalar(value, constant) || (!key.required && value == "null"),
        }
    }

    fn fit_kind(&self, kind: Json, class: Class) -> Option<Rank> {
        (self.kind() == kind).then_some(Rank::new(class, 0))
    }

    fn first_item(&self) -> Option<Self> {
        if self.depth == DEPTH {
            return None;
        }
        let first = serde_json::from_str::<FirstItem<'a>>(self.text).ok()?.0?;
        Some(Self { depth: self.depth + 1, ..Self::new(first) })
    }
}

fn string(text: &str) -> Option<Cow<'_, str>> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        return serde_json::from_str::<String>(text).ok().map(Cow::Owned);
    }
    Some(Cow::Borrowed(inner))
}

fn same_scalar(left: &str, right: &str) -> bool {
    left == right || matches!((string(left), string(right)), (Some(left), Some(right)) if left == right)
}

/// The keys of an object, each with the text of its value.
#[derive(Default)]
struct Entries<'a>(Vec<(Cow<'a, str>, &'a str)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some((KeyText(key), value)) = map.next_entry::<KeyText<'de>, &'de RawValue>()? {
            entries.push((key, value.get()));
        }
        Ok(Entries(entries))
    }
}

/// A key, borrowed unless it has escapes.
struct KeyText<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for KeyText<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = KeyText<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<KeyText<'de>, E> {
        Ok(KeyText(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<KeyText<'de>, E> {
        Ok(KeyText(Cow::Owned(text.to_owned())))
    }
}

/// The first item of an array; the others are skipped unread.
struct FirstItem<'a>(Option<&'a str>);

impl<'de> Deserialize<'de> for FirstItem<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(FirstItemVisitor)
    }
}

struct FirstItemVisitor;

impl<'de> Visitor<'de> for FirstItemVisitor {
    type Value = FirstItem<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<FirstItem<'de>, A::Error> {
        let first = items.next_element::<&'de RawValue>()?;
        while items.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(FirstItem(first.map(RawValue::get)))
    }
}

/// A type that may or may not be what a JSON value is.
pub trait Fit {
    fn fit(peek: &Peek<'_>) -> Option<Rank>;
}

macro_rules! fit_kind {
    ($($type:ty: $kind:ident $class:ident,)*) => {
        $(impl Fit for $type {
            fn fit(peek: &Peek<'_>) -> Option<Rank> {
                peek.fit_kind(Json::$kind, Class::$class)
            }
        })*
    };
}

fit_kind! {
    String: String Kind,
    bool: Boolean Kind,
    f32: Number Kind,
    f64: Number Kind,
    super::Number: Number Kind,
    super::Bytes: String Open,
}

impl Fit for i64 {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        peek.integer().map(|_| Rank::new(Class::Narrow, 0))
    }
}

impl Fit for i32 {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        i32::try_from(peek.integer()?).ok().map(|_| Rank::new(Class::Narrow, 1))
    }
}

impl Fit for super::Decimal {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        let decimal = serde_json::from_str::<Self>(peek.text).ok()?;
        Some(Rank::new(if decimal.is_quoted() { Class::Narrow } else { Class::Kind }, 0))
    }
}

impl Fit for super::DateTime {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        let looks_right = super::DateTime::from(peek.string()?.as_ref()).is_plausible();
        Some(Rank::new(if looks_right { Class::Narrow } else { Class::Open }, 1))
    }
}

impl Fit for super::Date {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        let looks_right = super::Date::from(peek.string()?.as_ref()).is_plausible();
        Some(Rank::new(if looks_right { Class::Narrow } else { Class::Open }, 0))
    }
}

impl Fit for Value {
    fn fit(_: &Peek<'_>) -> Option<Rank> {
        Some(Rank::new(Class::Any, 0))
    }
}

impl<T: Fit> Fit for Vec<T> {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        peek.fit_kind(Json::Array, Class::Kind)?;
        peek.first_item().map_or(Some(Rank::new(Class::Kind, 0)), |item| T::fit(&item))
    }
}

impl<T> Fit for BTreeMap<String, T> {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        peek.fit_kind(Json::Object, Class::Kind)
    }
}

impl<T: Fit> Fit for Option<T> {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        if peek.kind() == Json::Null {
            return Some(Rank::new(Class::Listed, 0));
        }
        T::fit(peek)
    }
}

impl<T: Fit> Fit for Box<T> {
    fn fit(peek: &Peek<'_>) -> Option<Rank> {
        T::fit(peek)
    }
}

/// The fit of an enum: it lists the value, or takes it as unknown.
#[must_use]
pub fn of_value(listed: bool) -> Rank {
    Rank::new(if listed { Class::Listed } else { Class::Open }, 0)
}
