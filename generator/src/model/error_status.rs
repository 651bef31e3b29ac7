//! The statuses that an error body goes with: one, a class of them, or all that no other body is for.
//!
//! In: a cell of a page. Out: plain data, and the key by which OpenAPI calls it. It must not know tables.

use serde::{Serialize, Serializer};
use std::fmt;

/// How OpenAPI writes that any status of success is meant.
pub const ANY_SUCCESS: &str = "2XX";

/// The statuses that an error body goes with. One that is named goes before its class, and a class before the rest.
///
/// ```
/// use tablature::model::ErrorStatus;
///
/// assert_eq!(ErrorStatus::read("404, 5xx"), Some(vec![ErrorStatus::One(404), ErrorStatus::Class(5)]));
/// assert_eq!(ErrorStatus::read("4XX-5XX"), Some(vec![ErrorStatus::Class(4), ErrorStatus::Class(5)]));
/// assert_eq!(ErrorStatus::read("default"), Some(vec![ErrorStatus::Rest]));
/// assert_eq!(ErrorStatus::read("600"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorStatus {
    /// One status.
    One(u16),
    /// All statuses that begin with this digit and have no body of their own (`4XX`).
    Class(u8),
    /// All statuses that have no body of their own, nor one of their class (`default`).
    Rest,
}

impl ErrorStatus {
    /// The statuses of a cell such as `400, 404`, `4XX, 5XX`, `4XX-5XX` or `default`; `None` where it holds something else.
    #[must_use]
    pub fn read(cell: &str) -> Option<Vec<Self>> {
        let parts: Option<Vec<_>> = cell.split(',').map(|part| read_part(part.trim())).collect();
        parts.map(|parts| parts.concat())
    }
}

fn read_part(text: &str) -> Option<Vec<ErrorStatus>> {
    if text.eq_ignore_ascii_case("default") {
        return Some(vec![ErrorStatus::Rest]);
    }
    match text.split_once('-') {
        Some((first, last)) => {
            let classes = class(first.trim())?..=class(last.trim())?;
            (!classes.is_empty()).then(|| classes.map(ErrorStatus::Class).collect())
        }
        None => {
            let one = || text.parse().ok().filter(|status| (100..=599).contains(status)).map(ErrorStatus::One);
            class(text).map(ErrorStatus::Class).or_else(one).map(|status| vec![status])
        }
    }
}

fn class(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [digit @ b'1'..=b'5', rest @ ..] if rest.eq_ignore_ascii_case(b"xx") => Some(digit - b'0'),
        _ => None,
    }
}

/// The key of OpenAPI: `404`, `4XX`, `default`.
impl fmt::Display for ErrorStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(status) => write!(f, "{status}"),
            Self::Class(digit) => write!(f, "{digit}XX"),
            Self::Rest => f.write_str("default"),
        }
    }
}

/// A number where it is one status, else OpenAPI's key.
impl Serialize for ErrorStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(status) => serializer.serialize_u16(*status),
            Self::Class(_) | Self::Rest => serializer.collect_str(self),
        }
    }
}
