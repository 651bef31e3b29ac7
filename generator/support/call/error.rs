//! What can go wrong with an operation, from the response's side.
//!
//! In: responses that are no success, or that cannot be read. Out: typed errors that keep status, headers and body. It must
//! not know any particular operation: their enums are tables given to `operation_error!`.

use super::choice::{FitOf, by_fit};
use super::message::{excerpt, message};
use crate::support::{self, DecodeError};
use http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use std::{fmt, time::Duration};

/// Why a body could not be read as its documented type.
#[derive(Debug, Clone)]
pub struct ReadError(Reason);

#[derive(Debug, Clone)]
enum Reason {
    Json(DecodeError),
    Empty,
    NotText,
    NoneFits,
    MediaType(String),
    NotEvents(String),
}

impl ReadError {
    pub(super) fn not_text() -> Self {
        Self(Reason::NotText)
    }

    pub(super) fn empty() -> Self {
        Self(Reason::Empty)
    }

    pub(super) fn none_fits() -> Self {
        Self(Reason::NoneFits)
    }

    pub(super) fn media_type(media_type: &str) -> Self {
        Self(Reason::MediaType(media_type.to_owned()))
    }

    pub(super) fn not_events(media_type: &str) -> Self {
        Self(Reason::NotEvents(media_type.to_owned()))
    }

    /// What is wrong with the JSON, and where.
    #[must_use]
    pub fn json(&self) -> Option<&DecodeError> {
        match &self.0 {
            Reason::Json(error) => Some(error),
            Reason::Empty | Reason::NotText | Reason::NoneFits | Reason::MediaType(_) | Reason::NotEvents(_) => None,
        }
    }
}

impl From<DecodeError> for ReadError {
    fn from(error: DecodeError) -> Self {
        Self(Reason::Json(error))
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Json(error) => error.fmt(f),
            Reason::Empty => f.write_str("the body is empty"),
            Reason::NotText => f.write_str("the body is not UTF-8 text"),
            Reason::NoneFits => f.write_str("the body is of none of the documented types"),
            Reason::MediaType(media_type) => write!(f, "the media type `{media_type}` is not documented"),
            Reason::NotEvents(media_type) => {
                write!(f, "the media type `{media_type}` is not that of a stream of events")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// An error response with its documented body.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Failure<T> {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: T,
    message: Option<Box<str>>,
}

impl<T> Failure<T> {
    /// What all errors of operations have.
    #[must_use]
    pub fn parts(&self) -> ErrorParts<'_> {
        ErrorParts { status: self.status, headers: &self.headers, message: self.message(), response: None }
    }

    /// What the API says for people to read, where its body has such a text.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// What names of headers hold whose values are secrets.
const SECRET_WORDS: &[&str] = &["authorization", "cookie", "secret", "password", "api-key", "apikey", "session"];

/// The list of an API's own such headers, in lower case.
macro_rules! secret_headers {
    ($($name:literal)*) => {
        pub(super) const NAMES: &[&str] = &[$($name),*];
    };
}
pub(super) use secret_headers;

/// Whether a header, whose name is in lower case, may hold a secret.
fn is_secret(name: &str) -> bool {
    name.ends_with("token")
        || SECRET_WORDS.iter().any(|word| name.contains(word))
        || super::secret_headers::NAMES.contains(&name)
}

/// Marks headers that may hold secrets: `Debug` of a marked value says so in its place.
pub(super) fn hide_secrets(headers: &mut HeaderMap) {
    for (name, value) in headers.iter_mut() {
        if is_secret(name.as_str()) {
            value.set_sensitive(true);
        }
    }
}

/// A response without a documented type, or whose body is not what the documentation says.
#[derive(Clone)]
#[non_exhaustive]
pub struct Fallback {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Vec<u8>,
    /// Why the body could not be read as the type that is documented for the status, if one is.
    pub reason: Option<ReadError>,
}

impl Fallback {
    /// A response out of its parts. Headers that may hold secrets are marked so that `Debug` leaves them out.
    #[must_use]
    pub fn new(status: StatusCode, mut headers: HeaderMap, body: &[u8]) -> Box<Self> {
        hide_secrets(&mut headers);
        Box::new(Self { status, headers, body: body.to_vec(), reason: None })
    }

    /// What all errors of operations have.
    #[must_use]
    pub fn parts(&self) -> ErrorParts<'_> {
        ErrorParts { status: self.status, headers: &self.headers, message: None, response: Some(self) }
    }

    pub(super) fn because(mut self: Box<Self>, reason: ReadError) -> Box<Self> {
        self.reason.get_or_insert(reason);
        self
    }

    /// What the API says for people to read, where the body is JSON with such a text.
    #[must_use]
    pub fn message(&self) -> Option<Box<str>> {
        message(&self.body)
    }

    /// The body as text, with what is not UTF-8 replaced.
    #[must_use]
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The response with its body read as `T`, or itself with the reason.
    ///
    /// # Errors
    /// When the body does not fit.
    pub fn declared<T: DeserializeOwned>(self: Box<Self>) -> Result<Box<Failure<T>>, Box<Self>> {
        match support::decode(&self.body) {
            Ok(body) => {
                let message = message(&self.body);
                Ok(Box::new(Failure { status: self.status, headers: self.headers, body, message }))
            }
            Err(error) => Err(self.because(error.into())),
        }
    }

    /// The response as the error that is documented for its status, or itself.
    ///
    /// # Errors
    /// When no row has the status, or the body fits none that has it.
    pub fn choose<E>(self: Box<Self>, rows: &[ErrorRow<E>]) -> Result<E, Box<Self>> {
        let of_status = nearest(rows, self.status);
        let is_documented = !of_status.is_empty();
        let candidates = by_fit(&self.body, of_status, |row| row.fit);
        let mut response = self;
        for row in candidates {
            response = match (row.read)(response) {
                Ok(error) => return Ok(error),
                Err(response) => response,
            };
        }
        Err(if is_documented { response.because(ReadError::none_fits()) } else { response })
    }
}

/// The rows for a status: those that name it, or else those for its class, or else those for all statuses.
fn nearest<E>(rows: &[ErrorRow<E>], status: StatusCode) -> Vec<&ErrorRow<E>> {
    let class = [&status.as_str()[..1], "XX"].concat();
    let named = |name: &str| rows.iter().filter(|row| row.status == name).collect::<Vec<_>>();
    let mut found = [status.as_str(), &class, "default"].into_iter().map(named);
    found.find(|rows| !rows.is_empty()).unwrap_or_default()
}

/// One of the documented errors of an operation.
#[derive(Debug)]
pub struct ErrorRow<E> {
    /// The status (`404`), its class (`4XX`), or `default` for all that no other row is for.
    pub status: &'static str,
    /// How well a body fits, where several have the status.
    pub fit: FitOf,
    /// Reads the body.
    pub read: fn(Box<Fallback>) -> Result<E, Box<Fallback>>,
}

/// Without the body, which may hold secrets; [`Fallback::text`] has it.
impl fmt::Debug for Fallback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fallback")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("reason", &self.reason)
            .finish()
    }
}

impl fmt::Display for Fallback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HTTP {}", self.status)?;
        if let Some(reason) = &self.reason {
            write!(f, ": {reason}")?;
        }
        // The body of a success may hold what its user alone may see.
        let said = if self.status.is_success() {
            None
        } else {
            self.message().map(String::from).or_else(|| excerpt(&self.body))
        };
        said.map_or(Ok(()), |said| write!(f, ": {said}"))
    }
}

/// What all errors of operations have.
#[derive(Debug, Clone, Copy)]
pub struct ErrorParts<'e> {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers of the response.
    pub headers: &'e HeaderMap,
    /// The API's own message, where the body has a documented type.
    pub message: Option<&'e str>,
    /// The response as it came, where its body has no documented type.
    pub response: Option<&'e Fallback>,
}

/// The error of an operation, by status.
pub trait OperationError: std::error::Error + Sized {
    /// The operation's id, its method and its path.
    const CALL: &'static str;

    /// The error that a response stands for.
    fn from_response(response: Box<Fallback>) -> Self;
    /// A success response that cannot be read.
    fn unreadable(response: Box<Fallback>) -> Self;
    /// What the error has, whichever it is.
    fn parts(&self) -> ErrorParts<'_>;

    /// The HTTP status.
    fn status(&self) -> StatusCode {
        self.parts().status
    }

    /// The headers of the response.
    fn headers(&self) -> &HeaderMap {
        self.parts().headers
    }

    /// Whether the same request may succeed later: 408, 429, and 5xx other than 501.
    fn is_retryable(&self) -> bool {
        is_retryable(self.status())
    }

    /// How long the API asks to wait, where it says so in seconds.
    fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers())
    }
}

/// Whether the same request may succeed later.
fn is_retryable(status: StatusCode) -> bool {
    match status {
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => true,
        other => other.is_server_error() && other != StatusCode::NOT_IMPLEMENTED,
    }
}

/// The seconds of a `Retry-After` header; a date is left to the caller, who has a clock.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// What an operation's error says of itself.
pub(crate) fn show<E: OperationError>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    show_parts(E::CALL, &error.parts(), f)
}

fn show_parts(call: &str, parts: &ErrorParts<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(call)?;
    if let Some(response) = parts.response {
        return fmt::Display::fmt(response, f);
    }
    write!(f, "HTTP {}", parts.status)?;
    parts.message.map_or(Ok(()), |message| write!(f, ": {message}"))
}

/// The error enum of an operation, from a table of its documented statuses.
macro_rules! operation_error {
    // What a variant says of its statuses.
    (@docs "default") => {
        "Any HTTP status without a documented body of its own."
    };
    (@docs $status:literal) => {
        ::core::concat!("HTTP ", $status, ".")
    };
    ($(#[$meta:meta])* $name:ident $(of $call:literal)? { $($status:tt $variant:ident: $body:ty;)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $crate::call::operation_error!(@docs $status)] $variant(::std::boxed::Box<$crate::call::Failure<$body>>),)*
            /// A status without a documented body, or with a body that does not fit.
            Other(::std::boxed::Box<$crate::call::Fallback>),
            /// A success whose body cannot be read.
            Decode(::std::boxed::Box<$crate::call::Fallback>),
        }

        impl $name {
            /// The HTTP status.
            #[must_use]
            #[inline]
            pub fn status(&self) -> ::http::StatusCode {
                $crate::call::OperationError::status(self)
            }

            /// The headers of the response.
            #[must_use]
            #[inline]
            pub fn headers(&self) -> &::http::HeaderMap {
                $crate::call::OperationError::headers(self)
            }

            /// Whether the same request may succeed later: 408, 429, and 5xx other than 501.
            #[must_use]
            #[inline]
            pub fn is_retryable(&self) -> bool {
                $crate::call::OperationError::is_retryable(self)
            }

            /// How long the API asks to wait, where it says so in seconds.
            #[must_use]
            #[inline]
            pub fn retry_after(&self) -> ::core::option::Option<::core::time::Duration> {
                $crate::call::OperationError::retry_after(self)
            }
        }

        impl $crate::call::OperationError for $name {
            const CALL: &'static str = ::core::concat!($($call, ": ")?);

            #[inline]
            fn from_response(response: ::std::boxed::Box<$crate::call::Fallback>) -> Self {
                const ROWS: &[$crate::call::ErrorRow<$name>] = &[$($crate::call::ErrorRow {
                    status: ::core::concat!($status),
                    fit: <$body as $crate::support::fit::Fit>::fit,
                    read: |response| response.declared().map($name::$variant),
                },)*];
                response.choose(ROWS).unwrap_or_else(Self::Other)
            }

            #[inline]
            fn unreadable(response: ::std::boxed::Box<$crate::call::Fallback>) -> Self {
                Self::Decode(response)
            }

            #[inline]
            fn parts(&self) -> $crate::call::ErrorParts<'_> {
                match self {
                    $(Self::$variant(failure) => failure.parts(),)*
                    Self::Other(response) | Self::Decode(response) => response.parts(),
                }
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::call::show(self, f)
            }
        }

        impl ::std::error::Error for $name {}
    };
}
pub(crate) use operation_error;
