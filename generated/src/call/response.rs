// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! A success response, to be read as the operation's type.
//!
//! In: headers and a body. Out: typed values, or a [`ReadError`]. It must not know error responses.

use super::choice::{FitOf, by_fit};
use super::error::ReadError;
use super::events::{EventStream, Frame};
use crate::support;
use http::{HeaderMap, header};
use serde::de::DeserializeOwned;

/// One of several success bodies.
#[derive(Debug)]
pub struct Choice<S> {
    /// The media type.
    pub media_type: &'static str,
    /// How well a body fits, where several have the media type.
    pub fit: FitOf,
    /// Reads the body.
    pub read: fn(&Received<'_>) -> Result<S, ReadError>,
}

/// A success response.
#[derive(Debug, Clone, Copy)]
pub struct Received<'r> {
    headers: &'r HeaderMap,
    body: &'r [u8],
}

impl<'r> Received<'r> {
    /// A response out of its parts.
    #[must_use]
    pub const fn new(headers: &'r HeaderMap, body: &'r [u8]) -> Self {
        Self { headers, body }
    }

    /// The media type, in lower case and without parameters; empty when the response names none.
    #[must_use]
    pub fn media_type(&self) -> String {
        media_type(self.headers)
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// When it is no JSON, or does not fit.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, ReadError> {
        if self.body.is_empty() {
            return Err(ReadError::empty());
        }
        support::decode(self.body).map_err(ReadError::from)
    }

    /// The body as JSON, if there is one.
    ///
    /// # Errors
    /// When it is no JSON, or does not fit.
    pub fn optional_json<T: DeserializeOwned>(&self) -> Result<Option<T>, ReadError> {
        self.optional(Self::json).map(Option::flatten)
    }

    /// What `read` makes of the body, if there is one.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn optional<T>(&self, read: impl FnOnce(&Self) -> Result<T, ReadError>) -> Result<Option<T>, ReadError> {
        if self.body.is_empty() { Ok(None) } else { read(self).map(Some) }
    }

    /// The body as text: a JSON string, or plain text where the response does not say that it is JSON.
    ///
    /// # Errors
    /// When it is not UTF-8, or is said to be JSON and is no JSON string.
    pub fn text(&self) -> Result<String, ReadError> {
        let media_type = self.media_type();
        if is_json(&media_type) {
            return self.json();
        }
        match self.json() {
            Ok(text) if media_type.is_empty() => Ok(text),
            _ => String::from_utf8(self.body.to_vec()).map_err(|_| ReadError::not_text()),
        }
    }

    /// The body as it is.
    ///
    /// # Errors
    /// Never; the other readers may fail.
    pub fn bytes(&self) -> Result<Vec<u8>, ReadError> {
        Ok(self.body.to_vec())
    }

    /// The body as server-sent events.
    ///
    /// # Errors
    /// When the response says that it is something else. Each event is read when it is asked for.
    pub fn events<T: DeserializeOwned>(&self, frame: Frame) -> Result<EventStream<T>, ReadError> {
        check_events(self.headers, frame)?;
        Ok(EventStream::new(std::io::Cursor::new(self.body.to_vec()), frame))
    }

    /// The body as server-sent events that end with this data.
    ///
    /// # Errors
    /// As [`events`](Self::events).
    pub fn events_until<T: DeserializeOwned>(
        &self,
        frame: Frame,
        sentinel: &'static str,
    ) -> Result<EventStream<T>, ReadError> {
        self.events(frame).map(|events| events.until(sentinel))
    }

    /// The body as the one of several types that has the response's media type and fits best; where none has it, as the JSON
    /// type that fits best, for servers are careless about JSON.
    ///
    /// # Errors
    /// When no type fits, or that one cannot be read.
    pub fn choose<S>(&self, choices: &[Choice<S>]) -> Result<S, ReadError> {
        let media_type = self.media_type();
        let is_offered = choices.iter().any(|choice| is_same(choice.media_type, &media_type));
        let wanted = |offered: &str| if is_offered { is_same(offered, &media_type) } else { is_json(offered) };
        let rows: Vec<_> = choices.iter().filter(|choice| wanted(choice.media_type)).collect();
        let mut failed = if rows.is_empty() { ReadError::media_type(&media_type) } else { ReadError::none_fits() };
        for choice in by_fit(self.body, rows, |choice| choice.fit) {
            match (choice.read)(self) {
                Ok(value) => return Ok(value),
                Err(reason) => failed = reason,
            }
        }
        Err(failed)
    }
}

fn media_type(headers: &HeaderMap) -> String {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a response may hold server-sent events: it says so, or says nothing.
///
/// # Errors
/// When it says that it holds something else: read as events, an error in JSON would be no event at all.
pub(super) fn check_events(headers: &HeaderMap, frame: Frame) -> Result<(), ReadError> {
    let media_type = media_type(headers);
    let is_stream = match frame {
        Frame::Line => is_json(&media_type) || JSON_LINES.contains(&media_type.as_str()),
        Frame::Data | Frame::Event => media_type == "text/event-stream",
    };
    if media_type.is_empty() || is_stream { Ok(()) } else { Err(ReadError::not_events(&media_type)) }
}

/// What streams of JSON values, one on a line, are called: no name for them is registered.
const JSON_LINES: &[&str] =
    &["application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"];

fn is_json(media_type: &str) -> bool {
    media_type == "application/json" || media_type.ends_with("+json")
}

/// Whether a documented media type is that of the response; all JSON is the same here.
fn is_same(offered: &str, received: &str) -> bool {
    offered == "*/*" || offered.eq_ignore_ascii_case(received) || (is_json(offered) && is_json(received))
}

/// The success bodies of an operation, from a table of media types, types and readers.
#[allow(unused_macros)] // not every API has several bodies for one response
macro_rules! success {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$row:meta])* $media_type:literal $variant:ident($body:ty) = $reader:ident($($argument:expr),*);)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$row])*
                #[doc = ""]
                #[doc = ::core::concat!("`", $media_type, "`")]
                $variant($body),
            )*
        }

        impl $name {
            const CHOICES: &'static [$crate::call::Choice<Self>] = &[$($crate::call::Choice {
                media_type: $media_type,
                fit: $crate::call::fit_of!($reader $body),
                read: |received| received.$reader($($argument),*).map(Self::$variant),
            },)*];
        }
    };
}
#[allow(unused_imports)]
pub(crate) use success;
