//! Facts with their basis: read somewhere, concluded by a rule, or set by the user.

use super::{Evidence, Rule};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// Why a fact is believed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A page of the docs says so.
    #[default]
    Stated,
    /// Something else says so: what kind of text, and its file and line (`src/models/pet.ts:12`).
    Read(Evidence, String),
    /// The generator concluded it.
    Rule(Rule),
    /// A line of `overrides.toml` says so.
    Override,
}

impl Basis {
    /// How strong it is: of two facts that differ, the stronger is believed. [`Evidence`] and [`Rule`] hold the table.
    #[must_use]
    pub fn strength(&self) -> u8 {
        match self {
            Basis::Override => OVERRIDE,
            Basis::Stated => STATED,
            Basis::Read(evidence, _) => evidence.strength(),
            Basis::Rule(rule) => rule.strength(),
        }
    }

    /// Whether a page says so.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        *self == Basis::Stated
    }

    /// The rule that concluded the fact, if one did.
    #[must_use]
    pub fn rule(&self) -> Option<Rule> {
        match self {
            Basis::Rule(rule) => Some(*rule),
            Basis::Stated | Basis::Read(..) | Basis::Override => None,
        }
    }
}

/// The strength of what the user says.
const OVERRIDE: u8 = 100;
/// The strength of what a page says.
pub const STATED: u8 = 90;

/// A value and why it is believed.
///
/// In `model.json` a stated fact is its bare value; any other is `{"value": …, "assumed": rule}`, or with the kind of text in which
/// it was read as the key and the place as the value.
///
/// ```
/// use tablature::model::{Basis, Fact, Rule};
/// let wire = Fact::assumed("user_id".to_owned(), Rule::WireNameSnake);
/// assert_eq!(wire.basis, Basis::Rule(Rule::WireNameSnake));
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

    /// A fact that was read elsewhere; `at` is the file and the line.
    pub fn read(value: T, evidence: Evidence, at: impl Into<String>) -> Self {
        Self { value, basis: Basis::Read(evidence, at.into()) }
    }

    /// A fact that the generator concluded.
    pub fn assumed(value: T, rule: Rule) -> Self {
        Self { value, basis: Basis::Rule(rule) }
    }

    /// Takes another fact in its place that is no weaker.
    pub fn give_way(&mut self, other: Self) {
        if self.basis.strength() <= other.basis.strength() {
            *self = other;
        }
    }

    /// Takes a fact where none is known, or where that which is known is no stronger.
    pub fn settle(own: &mut Option<Self>, other: Self) {
        match own {
            Some(own) => own.give_way(other),
            None => *own = Some(other),
        }
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
            Basis::Rule(rule) => ("assumed", rule.id()),
            Basis::Override => ("override", "overrides.toml"),
            Basis::Read(evidence, at) => (evidence.id(), at.as_str()),
        };
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("value", &self.value)?;
        map.serialize_entry(key, why)?;
        map.end()
    }
}

/// The rule's id, the kind of text and the place, or `stated`.
impl Serialize for Basis {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Basis::Stated => serializer.serialize_str("stated"),
            Basis::Rule(rule) => serializer.serialize_str(rule.id()),
            Basis::Override => serializer.serialize_str("overrides.toml"),
            Basis::Read(evidence, at) => serializer.collect_str(&format_args!("{}: {at}", evidence.id())),
        }
    }
}
