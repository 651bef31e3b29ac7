//! A decimal number whose digits matter.
//!
//! In: a JSON number, or a string that holds one. Out: the same, digit by digit. It must not compute.

use serde_json::value::RawValue;
use std::fmt;
use std::str::FromStr;

/// A decimal number of any size, with the digits that the API wrote.
///
/// It remembers whether it was a JSON number or a string. Parse its text with the decimal crate of your choice.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: Box<str>,
    quoted: bool,
}

/// Text that is no JSON number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotDecimal(String);

impl Decimal {
    /// The digits, with sign, point and exponent as they were written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// Whether it travels as a string.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.quoted
    }

    /// The same number, to travel as a string.
    #[must_use]
    pub fn quoted(self) -> Self {
        Self { quoted: true, ..self }
    }
}

/// An unquoted number.
impl FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        if !is_number(text) {
            return Err(NotDecimal(text.to_owned()));
        }
        Ok(Self { digits: text.into(), quoted: false })
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self { digits: value.to_string().into(), quoted: false }
    }
}

impl From<i32> for Decimal {
    fn from(value: i32) -> Self {
        i64::from(value).into()
    }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && serde_json::from_str::<&RawValue>(text).is_ok()
        && text.trim() == text
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.digits)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digits)
    }
}

impl fmt::Display for NotDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a number", self.0)
    }
}

impl std::error::Error for NotDecimal {}

impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.quoted {
            return serializer.serialize_str(&self.digits);
        }
        RawValue::from_string(self.digits.clone().into()).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let text = raw.get();
        let quoted = text.starts_with('"');
        let digits = if quoted { serde_json::from_str(text).unwrap_or_default() } else { text.to_owned() };
        let number: Self = digits.parse().map_err(serde::de::Error::custom)?;
        Ok(Self { quoted, ..number })
    }
}
