// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! A JSON number, integer or not, which stays what it was: an integer an integer, and every digit where it stood.

use serde::de::Error;
use serde_json::value::RawValue;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A JSON number: an integer, or a floating-point number.
///
/// `5` and `5.0` are told apart, since they are different JSON. A number that neither 64 bits of an integer nor those of a
/// floating-point number hold keeps the digits that were written. A floating-point number that is none in JSON (NaN, an
/// infinity) cannot be written: that is an error, and no `null`.
#[derive(Clone)]
pub struct Number(Digits);

#[derive(Clone)]
enum Digits {
    Signed(i64),
    /// More than an `i64` holds.
    Unsigned(u64),
    Float(f64),
    /// What none of the others gives back.
    Written(Box<str>),
}

impl Number {
    /// The number, if it is an integer that fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self.0 {
            Digits::Signed(value) => Some(value),
            Digits::Unsigned(_) | Digits::Float(_) | Digits::Written(_) => None,
        }
    }

    /// The number, if it is an integer that fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self.0 {
            Digits::Signed(value) => u64::try_from(value).ok(),
            Digits::Unsigned(value) => Some(value),
            Digits::Float(_) | Digits::Written(_) => None,
        }
    }

    /// The nearest floating-point number; an infinity for a number beyond them all.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // the nearest is what is asked for
    pub fn as_f64(&self) -> f64 {
        match &self.0 {
            Digits::Signed(value) => *value as f64,
            Digits::Unsigned(value) => *value as f64,
            Digits::Float(value) => *value,
            Digits::Written(digits) => digits.parse().unwrap_or(f64::NAN),
        }
    }

    /// A number as JSON writes it; none if the text is something else.
    fn read(text: &str) -> Option<Self> {
        if !text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            return None;
        }
        let digits = if text == "-0" {
            Digits::Written(text.into())
        } else if let Ok(value) = text.parse::<i64>() {
            Digits::Signed(value)
        } else if let Ok(value) = text.parse::<u64>() {
            Digits::Unsigned(value)
        } else {
            float(text).map_or_else(|| Digits::Written(text.into()), Digits::Float)
        };
        Some(Self(digits))
    }

    /// What tells two numbers apart.
    fn identity(&self) -> (u8, u64, &str) {
        match &self.0 {
            Digits::Signed(value) => (0, u64::from_ne_bytes(value.to_ne_bytes()), ""),
            Digits::Unsigned(value) => (1, *value, ""),
            Digits::Float(value) => (2, value.to_bits(), ""),
            Digits::Written(digits) => (3, 0, digits),
        }
    }
}

/// Texts of no more signs than this have no more digits than any floating-point number holds.
const EXACT: usize = 15;

/// The floating-point number of a text, if that says the same.
fn float(text: &str) -> Option<f64> {
    if !text.contains(['.', 'e', 'E']) {
        return None;
    }
    let value: f64 = text.parse().ok()?;
    let exact = text.len() <= EXACT && !text.contains(['e', 'E']);
    (value.is_finite() && (exact || Scientific::of(text) == Scientific::of(&format!("{value:e}")))).then_some(value)
}

/// A decimal number in the one form that all its spellings share: digits that neither start nor end in zero, and the exponent
/// of the last of them.
#[derive(PartialEq)]
struct Scientific {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Scientific {
    fn of(text: &str) -> Option<Self> {
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let written = format!("{}{fraction}", whole.trim_start_matches('-'));
        let digits = written.trim_end_matches('0');
        let places = i64::try_from(fraction.len()).ok()? - i64::try_from(written.len() - digits.len()).ok()?;
        let digits = digits.trim_start_matches('0').to_owned();
        let exponent = if digits.is_empty() { 0 } else { exponent.parse::<i64>().ok()?.checked_sub(places)? };
        Some(Self { negative: text.starts_with('-'), digits, exponent })
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

/// JSON has no number that is not finite: writing one is an error, so that no request is sent with it.
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
        match &self.0 {
            Digits::Signed(value) => value.fmt(f),
            Digits::Unsigned(value) => value.fmt(f),
            Digits::Float(value) => value.fmt(f),
            Digits::Written(digits) => f.pad(digits),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Digits::Float(value) => fmt::Debug::fmt(value, f),
            Digits::Signed(_) | Digits::Unsigned(_) | Digits::Written(_) => fmt::Display::fmt(self, f),
        }
    }
}

impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error;
        match &self.0 {
            Digits::Signed(value) => serializer.serialize_i64(*value),
            Digits::Unsigned(value) => serializer.serialize_u64(*value),
            Digits::Float(value) if value.is_finite() => serializer.serialize_f64(*value),
            Digits::Float(value) => Err(S::Error::custom(format_args!("JSON has no number `{value}`"))),
            Digits::Written(digits) => {
                RawValue::from_string(digits.to_string()).map_err(S::Error::custom)?.serialize(serializer)
            }
        }
    }
}

impl<'de> serde::Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Every other way in would have rounded the number already.
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Self::read(raw.get())
            .ok_or_else(|| D::Error::custom(format_args!("invalid type: {}, expected a number", kind(raw.get()))))
    }
}

/// What a value is that is no number.
fn kind(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'{') => "map",
        Some(b'[') => "sequence",
        Some(b'"') => "string",
        Some(b't' | b'f') => "boolean",
        _ => "null",
    }
}
