// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! A field that may be absent, null, or a value, where the API tells the three apart.
//!
//! In: a value, or an option of one. Out: the same. It must not know JSON.

use super::{Bytes, Date, DateTime, Number};

/// A field that may be absent, null, or a value.
///
/// A setter of a builder takes the value itself, `None` for null, or one of these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The field is not there.
    #[default]
    Absent,
    /// The field is there, and null.
    Null,
    /// The field has a value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value to change, if there is one.
    pub fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether the field is not there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the field is there, and null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` is null, not absent.
impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

/// What converts into a value converts into a value that may be null.
macro_rules! value_from {
    ($($value:ty: $($source:ty)*;)*) => {
        $($(impl From<$source> for Nullable<$value> {
            fn from(value: $source) -> Self {
                Self::Value(value.into())
            }
        })*)*
    };
}

value_from! {
    String: &str char;
    Number: i32 u32 i64 u64 f64;
    Bytes: Vec<u8> &[u8] &str String;
    DateTime: &str String;
    Date: &str String;
}
