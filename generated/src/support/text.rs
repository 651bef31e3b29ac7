// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Types whose JSON is a string or an integer that a conversion may refuse.
//!
//! In: a conversion. Out: a visitor that applies it. It must not know the types.

use serde::de::{Error, Visitor};
use std::fmt;

/// Reads a string by a conversion.
pub struct TextVisitor<F>(pub F);

impl<T, E: fmt::Display, F: FnOnce(&str) -> Result<T, E>> Visitor<'_> for TextVisitor<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<D: Error>(self, text: &str) -> Result<T, D> {
        (self.0)(text).map_err(D::custom)
    }
}

/// Reads an integer by a conversion.
pub struct IntegerVisitor<F>(pub F);

impl<T, E: fmt::Display, F: FnOnce(i64) -> Result<T, E>> Visitor<'_> for IntegerVisitor<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    fn visit_i64<D: Error>(self, value: i64) -> Result<T, D> {
        (self.0)(value).map_err(D::custom)
    }

    fn visit_u64<D: Error>(self, value: u64) -> Result<T, D> {
        let value = i64::try_from(value).map_err(D::custom)?;
        (self.0)(value).map_err(D::custom)
    }
}
