//! What a JSON object holds beside its fields.
//!
//! In: keys that no field has, and the keys of fields whose null the Rust type cannot hold. Out: the same keys, when the object
//! is written. It must not know the fields' types.

use super::debug::SizeOf;
use super::fit::Key;
use super::unknown_fields;
use serde::de::{IgnoredAny, MapAccess};
use serde::ser::SerializeMap;
use serde_json::{Map, Value};

/// The fields of an object that this crate does not know, kept so that they survive a round trip.
///
/// It takes one word while there are none. Two values are equal when their unknown fields are.
#[derive(Clone, Default)]
pub struct Extra(Option<Box<Kept>>);

#[derive(Clone, Default)]
struct Kept {
    unknown: Map<String, Value>,
    odd: Vec<&'static str>,
}

impl Extra {
    /// The value of an unknown field.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.unknown()?.get(key)
    }

    /// Adds an unknown field; one with the key of a known field is never written.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.kept().unknown.insert(key.into(), value.into())
    }

    /// Takes an unknown field out.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        self.0.as_mut()?.unknown.remove(key)
    }

    /// The unknown fields.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.unknown().into_iter().flatten().map(|(key, value)| (key.as_str(), value))
    }

    /// How many unknown fields there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.unknown().map_or(0, Map::len)
    }

    /// Whether there is no unknown field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn unknown(&self) -> Option<&Map<String, Value>> {
        self.0.as_ref().map(|kept| &kept.unknown)
    }

    fn kept(&mut self) -> &mut Kept {
        self.0.get_or_insert_with(Box::default)
    }

    /// Notes that the JSON of a field was not what its Rust value is written as: a null, or nothing.
    #[doc(hidden)]
    pub fn mark(&mut self, key: &'static str) {
        let odd = &mut self.kept().odd;
        if !odd.contains(&key) {
            odd.push(key);
        }
    }

    /// Reads the value of an unknown field.
    #[doc(hidden)]
    pub fn keep<'de, A: MapAccess<'de>>(&mut self, key: String, map: &mut A) -> Result<(), A::Error> {
        if unknown_fields::KEPT {
            let value = map.next_value()?;
            self.kept().unknown.insert(key, value);
        } else {
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    /// Whether [`Extra::mark`] noted the field.
    #[doc(hidden)]
    #[must_use]
    pub fn is_marked(&self, key: &str) -> bool {
        self.0.as_ref().is_some_and(|kept| kept.odd.contains(&key))
    }

    /// Writes the unknown fields, but none whose key is in `known`.
    #[doc(hidden)]
    pub fn write<M: SerializeMap>(&self, map: &mut M, known: &[Key]) -> Result<(), M::Error> {
        for (key, value) in self.iter().filter(|(key, _)| known.iter().all(|known| known.name != *key)) {
            map.serialize_entry(key, value)?;
        }
        Ok(())
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && (self.is_empty() || self.unknown() == other.unknown())
    }
}

impl Eq for Extra {}

impl std::hash::Hash for Extra {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.unknown().filter(|unknown| !unknown.is_empty()).hash(state);
    }
}

/// The names of the unknown fields and the sizes of their JSON: what is unknown may be a secret.
impl std::fmt::Debug for Extra {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter().map(|(key, value)| (key, SizeOf(value)))).finish()
    }
}
