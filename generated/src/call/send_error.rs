// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! What can go wrong with an endpoint that is sent.
//!
//! In: what an adapter met on the way. Out: errors that name the call and the host, and no credentials. It must not know any client.

use super::draft::RequestError;
use super::error::OperationError;
use http::StatusCode;
use std::{fmt, time::Duration};

/// Why a request did not get through, or its response did not come through.
#[derive(Debug, Clone)]
pub struct TransportError<T> {
    host: Option<String>,
    fault: Fault,
    error: T,
}

/// What went wrong on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// No connection was made: the API did not see the request.
    Refused,
    /// The connection broke: the API may have carried the request out.
    Broken,
    /// The time was up.
    TimedOut,
    /// Anything else: no such host, no trust in its certificate.
    Other,
}

impl<T> TransportError<T> {
    /// The client's error, with the host that was to be reached.
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(crate) fn new(host: Option<String>, fault: Fault, error: T) -> Self {
        Self { host, fault, error }
    }

    /// The host that was to be reached.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    /// What went wrong on the way.
    #[must_use]
    pub fn fault(&self) -> Fault {
        self.fault
    }

    /// The client's own error.
    #[must_use]
    pub fn get_ref(&self) -> &T {
        &self.error
    }

    /// The client's own error.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.error
    }

    /// The same with another form of the client's own error.
    pub fn map<U>(self, form: impl FnOnce(T) -> U) -> TransportError<U> {
        TransportError { host: self.host, fault: self.fault, error: form(self.error) }
    }
}

impl<T> fmt::Display for TransportError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.host.as_deref().unwrap_or("the host");
        match self.fault {
            Fault::Refused => write!(f, "{host} refuses the connection"),
            Fault::Broken => write!(f, "the connection to {host} broke"),
            Fault::TimedOut => write!(f, "{host} did not answer in time"),
            Fault::Other => write!(f, "{host} cannot be reached"),
        }
    }
}

impl<T: std::error::Error + 'static> std::error::Error for TransportError<T> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// The kind of the first I/O error among an error and its sources.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(super) fn io_fault(error: &(dyn std::error::Error + 'static)) -> Option<Fault> {
    use std::io::ErrorKind as Kind;
    let mut at = Some(error);
    while let Some(error) = at {
        if let Some(io) = error.downcast_ref::<std::io::Error>() {
            match io.kind() {
                Kind::ConnectionRefused => return Some(Fault::Refused),
                Kind::ConnectionReset | Kind::ConnectionAborted | Kind::BrokenPipe | Kind::UnexpectedEof => {
                    return Some(Fault::Broken);
                }
                Kind::TimedOut | Kind::WouldBlock => return Some(Fault::TimedOut),
                _ => {}
            }
        }
        at = error.source();
    }
    None
}

/// Why an adapter has no result for an endpoint.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum SendError<E, T> {
    /// The request could not be made.
    Request(RequestError),
    /// The request did not get through, or its response did not come through.
    Transport(TransportError<T>),
    /// The API answered with an error, or with what its documentation does not say.
    Operation(E),
}

impl<E: OperationError, T> SendError<E, T> {
    /// The status of the response, if there is one.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Operation(error) => Some(error.status()),
            Self::Request(_) | Self::Transport(_) => None,
        }
    }

    /// Whether the same request may succeed later: the API says so, or refused the connection. What broke on the way is not
    /// counted: nothing says whether the API carried it out.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Operation(error) => error.is_retryable(),
            Self::Transport(error) => error.fault() == Fault::Refused,
            Self::Request(_) => false,
        }
    }

    /// How long the API asks to wait, where it says so in seconds.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Operation(error) => error.retry_after(),
            Self::Request(_) | Self::Transport(_) => None,
        }
    }
}

/// What was called, and what went wrong, on one line and without credentials.
impl<E: OperationError, T> fmt::Display for SendError<E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(error) => write!(f, "{}{error}", E::CALL),
            Self::Transport(error) => write!(f, "{}{error}", E::CALL),
            Self::Operation(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl<E: OperationError, T: std::error::Error + 'static> std::error::Error for SendError<E, T> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Request(error) => error.source(),
            Self::Transport(error) => error.source(),
            Self::Operation(error) => error.source(),
        }
    }
}

impl<E, T> From<TransportError<T>> for SendError<E, T> {
    fn from(error: TransportError<T>) -> Self {
        Self::Transport(error)
    }
}

impl<E, T> From<RequestError> for SendError<E, T> {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}
