//! Media types, and how the bodies of requests travel.
//!
//! In: nothing. Out: names and kinds. It must not know where they are stated.

use serde::{Deserialize, Serialize};

/// What JSON usually goes by.
pub const JSON: &str = "application/json";
/// What bytes go by that are nothing else.
pub const BYTES: &str = "application/octet-stream";
/// Text that is nothing else.
pub const TEXT: &str = "text/plain";
/// A stream of events.
pub const EVENTS: &str = "text/event-stream";
/// Whatever media type comes.
pub const ANY_MEDIA: &str = "*/*";

/// The names and values of a form.
const FORM: &str = "application/x-www-form-urlencoded";
/// A body in parts.
const MULTIPART: &str = "multipart/form-data";

/// How a body travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Media {
    /// `application/json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// Bytes of a media type that the caller names.
    Raw,
}

impl Media {
    /// How a media type travels.
    ///
    /// ```
    /// use tablature::model::Media;
    ///
    /// assert_eq!(Media::of("application/problem+json; charset=utf-8"), Media::Json);
    /// assert_eq!(Media::of("image/png"), Media::Raw);
    /// ```
    #[must_use]
    pub fn of(media_type: &str) -> Self {
        let bare = media_type.split(';').next().unwrap_or_default().trim().to_lowercase();
        match bare.as_str() {
            FORM => Self::Form,
            json if json.ends_with("/json") || json.ends_with("+json") => Self::Json,
            multipart if multipart.starts_with("multipart/") => Self::Multipart,
            _ => Self::Raw,
        }
    }

    /// What it usually goes by.
    #[must_use]
    pub fn usual_type(self) -> &'static str {
        match self {
            Self::Json => JSON,
            Self::Form => FORM,
            Self::Multipart => MULTIPART,
            Self::Raw => BYTES,
        }
    }
}
