//! A JSON number, integer or not.
//!
//! In: a number. Out: the same number, an integer staying an integer. It must not round.

use serde::de::{Error, Visitor};
use std::fmt;
use std::hash::{Hash, Hasher};

/// A JSON number: an integer of up to 64 bits, or a floating-point number.
///
/// `5` and `5.0` are told apart, since they are different JSON.
#[derive(Clone, Copy)]
pub struct Number(Digits);

#[derive(Clone, Copy)]
enum Digits {
    Signed(i64),
    /// More than an `i64` holds.
    Unsigned(u64),
    Float(f64),
}

impl Number {
    /// The number, if it is an integer that fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self.0 {
            Digits::Signed(value) => Some(value),
            Digits::Unsigned(_) | Digits::Float(_) => None,
        }
    }

    /// The number, if it is an integer that fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self.0 {
            Digits::Signed(value) => u64::try_from(value).ok(),
            Digits::Unsigned(value) => Some(value),
            Digits::Float(_) => None,
        }
    }

    /// The nearest floating-point number.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // the nearest is what is asked for
    pub fn as_f64(&self) -> f64 {
        match self.0 {
            Digits::Signed(value) => value as f64,
            Digits::Unsigned(value) => value as f64,
            Digits::Float(value) => value,
        }
    }

    /// What tells two numbers apart.
    fn identity(self) -> (u8, u64) {
        match self.0 {
            Digits::Signed(value) => (0, u64::from_ne_bytes(value.to_ne_bytes())),
            Digits::Unsigned(value) => (1, value),
            Digits::Float(value) => (2, value.to_bits()),
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

impl Default for Number {
    fn default() -> Self {
        Self(Digits::Signed(0))
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(Digits::Signed(value.into()))
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self(Digits::Signed(value.into()))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(Digits::Signed(value))
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self(i64::try_from(value).map_or(Digits::Unsigned(value), Digits::Signed))
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self(Digits::Float(value))
    }
}

/// The nearest floating-point number.
impl From<Number> for f64 {
    fn from(number: Number) -> Self {
        number.as_f64()
    }
}

impl PartialEq<f64> for Number {
    fn eq(&self, other: &f64) -> bool {
        self.as_f64() == *other
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Digits::Signed(value) => value.fmt(f),
            Digits::Unsigned(value) => value.fmt(f),
            Digits::Float(value) => value.fmt(f),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Digits::Signed(value) => value.fmt(f),
            Digits::Unsigned(value) => value.fmt(f),
            Digits::Float(value) => fmt::Debug::fmt(&value, f),
        }
    }
}

impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Digits::Signed(value) => serializer.serialize_i64(value),
            Digits::Unsigned(value) => serializer.serialize_u64(value),
            Digits::Float(value) => serializer.serialize_f64(value),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
        Ok(value.into())
    }
}
