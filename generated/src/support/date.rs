// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Dates and times as the API wrote them.
//!
//! In: text. Out: the same text. It must not refuse text that is no date.

use std::fmt;

macro_rules! text_type {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The text, as it travels.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

text_type! {
    /// A date and time, in the form that the API wrote: by its docs RFC 3339 (`2026-01-31T12:00:00Z`).
    DateTime
}

text_type! {
    /// A calendar date, in the form that the API wrote: by its docs `2026-01-31`.
    Date
}

impl DateTime {
    /// Whether the text starts as a date and time does.
    #[must_use]
    pub fn is_plausible(&self) -> bool {
        matches(&self.0, b"0000-00-00T00:00") || matches(&self.0, b"0000-00-00 00:00")
    }
}

impl Date {
    /// Whether the text is shaped like a date.
    #[must_use]
    pub fn is_plausible(&self) -> bool {
        self.0.len() == 10 && matches(&self.0, b"0000-00-00")
    }
}

/// Whether the text starts with the pattern, a `0` standing for any digit.
fn matches(text: &str, pattern: &[u8]) -> bool {
    text.len() >= pattern.len()
        && text
            .bytes()
            .zip(pattern)
            .all(|(byte, &like)| if like == b'0' { byte.is_ascii_digit() } else { byte.eq_ignore_ascii_case(&like) })
}
