//! Facts with their basis: stated by a page, or concluded by a named rule.
//!
//! In: a value and why it is believed. Out: the two as one. It must not know what is believed.

use serde::{Serialize, Serializer, ser::SerializeMap};

/// Why a fact is believed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A page says so.
    Stated,
    /// The generator concluded it; the text names the rule (`wire-case:example-keys`, `place:default-query`).
    Assumed(&'static str),
    /// A line of `overrides.toml` says so.
    Override,
    /// Another docs tree of the same API says so; the text is that tree's page and line.
    OtherDocs(String),
}

/// A value and why it is believed.
///
/// In `model.json` a stated fact is its bare value; any other is `{"value": …, "assumed": rule}` (or `override`, `from`).
///
/// ```
/// use tablature::model::{Basis, Fact};
/// let wire = Fact::assumed("user_id".to_owned(), "wire-case:snake");
/// assert_eq!(wire.basis, Basis::Assumed("wire-case:snake"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fact<T> {
    /// What is believed.
    pub value: T,
    /// Why.
    pub basis: Basis,
}

impl<T> Fact<T> {
    /// A fact that a page states.
    pub fn stated(value: T) -> Self {
        Self { value, basis: Basis::Stated }
    }

    /// A fact that the generator concluded by a named rule.
    pub fn assumed(value: T, rule: &'static str) -> Self {
        Self { value, basis: Basis::Assumed(rule) }
    }

    /// A fact that `overrides.toml` settles.
    pub fn overridden(value: T) -> Self {
        Self { value, basis: Basis::Override }
    }
}

impl<T: Serialize> Serialize for Fact<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (key, why) = match &self.basis {
            Basis::Stated => return self.value.serialize(serializer),
            Basis::Assumed(rule) => ("assumed", *rule),
            Basis::Override => ("override", "overrides.toml"),
            Basis::OtherDocs(at) => ("from", at.as_str()),
        };
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("value", &self.value)?;
        map.serialize_entry(key, why)?;
        map.end()
    }
}
