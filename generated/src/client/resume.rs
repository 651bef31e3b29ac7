// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Events that go on after their connection broke, for both kinds of clients.
//!
//! In: what came of a connection. Out: the request that asks for the events behind the last one, and when to send it. It must not
//! know any HTTP client, nor the events' type.

use super::Retry;
use super::never::Never;
use super::retry::{Attempts, is_idempotent, may_pass};
use crate::call::{EventDecoder, Fallback, Fault, Frame, RequestError, SendError, Streams, TransportError};
use crate::support::DecodeError;
use http::{HeaderName, HeaderValue, Request};
use serde::de::DeserializeOwned;
use std::{fmt, time::Duration};

/// Names the last event that came, so that only those behind it are sent.
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// Why an event could not be had.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventError<T> {
    /// The event is not what the documentation says. More may follow.
    Decode(DecodeError),
    /// The connection broke, and the events cannot go on, or a further connection was not made.
    Transport(TransportError<T>),
    /// The request to go on could not be made.
    Request(RequestError),
    /// Asked to go on, the API answered with something else than events.
    Refused(Box<Fallback>),
    /// Asked to go on, the API began with an event that had come before.
    StartedOver,
}

impl<T> fmt::Display for EventError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Request(error) => error.fmt(f),
            Self::Refused(answer) => write!(f, "the events do not go on: {answer}"),
            Self::StartedOver => f.write_str("the events do not go on: the API began anew"),
        }
    }
}

impl<T: std::error::Error + 'static> std::error::Error for EventError<T> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            Self::Decode(_) | Self::Request(_) | Self::Refused(_) | Self::StartedOver => None,
        }
    }
}

impl<T> From<SendError<Never, T>> for EventError<T> {
    fn from(failed: SendError<Never, T>) -> Self {
        match failed {
            SendError::Request(error) => Self::Request(error),
            SendError::Transport(error) => Self::Transport(error),
            SendError::Operation(never) => match never {},
        }
    }
}

/// What it takes to go on with events.
pub(super) struct Resume {
    request: Request<Vec<u8>>,
    authenticated: bool,
    pub frame: Frame,
    /// Whether the docs name the event that ends the events: without it, the end of a response is a break.
    has_sentinel: bool,
    policy: Retry,
    is_idempotent: bool,
    /// Whether the user says that the API goes on by the last event's id, whatever the method.
    is_resumable: bool,
    /// The attempts since an event came.
    attempts: Option<Attempts>,
    /// Whether an event came.
    has_begun: bool,
    first_id: Option<String>,
    /// The last event's id where the connection broke, until the next event comes.
    broke_at: Option<String>,
}

impl Resume {
    /// The events that a request asks for; it bears no credential yet.
    pub(super) fn new<E: Streams>(request: Request<Vec<u8>>, policy: &Retry) -> Self {
        let is_idempotent = is_idempotent(request.method());
        Self {
            request,
            authenticated: E::AUTHENTICATED,
            frame: E::FRAME,
            has_sentinel: E::SENTINEL.is_some(),
            policy: policy.clone(),
            is_idempotent,
            is_resumable: false,
            attempts: None,
            has_begun: false,
            first_id: None,
            broke_at: None,
        }
    }

    /// Goes on also where the method is not idempotent.
    pub(super) fn whatever_the_method(&mut self) {
        self.is_resumable = true;
    }

    /// An event that came, noted. One that had come before the connection broke is an error, and the last.
    pub(super) fn take<D, T>(
        &mut self,
        event: Result<D, DecodeError>,
        decoder: &mut EventDecoder<D>,
    ) -> Result<D, EventError<T>>
    where
        D: DeserializeOwned,
    {
        let id = decoder.last_id();
        let is_known = |known: &Option<String>| known.is_some() && known.as_deref() == id;
        let broke_at = self.broke_at.take();
        if broke_at.is_some() && (is_known(&broke_at) || is_known(&self.first_id)) {
            decoder.abort();
            return Err(EventError::StartedOver);
        }
        if !self.has_begun {
            self.first_id = id.map(str::to_owned);
        }
        (self.has_begun, self.attempts) = (true, None);
        event.map_err(EventError::Decode)
    }

    /// How long to wait before another connection; nothing where the events end here. A response that ended by itself has no
    /// fault; `id` is the last event's, and `retry` the time that the API asks for.
    pub(super) fn after(
        &mut self,
        fault: Option<Fault>,
        id: Option<&str>,
        retry: Option<Duration>,
    ) -> Option<Duration> {
        let has_id = id.and_then(header).is_some();
        let is_break = fault.map_or(self.has_sentinel && has_id, may_pass);
        if !is_break || !self.may_repeat(has_id) {
            return None;
        }
        self.broke_at = id.map(str::to_owned);
        self.attempts.get_or_insert_with(|| Attempts::to_go_on(&self.policy, retry)).after_break()
    }

    /// No event may come twice, and nothing may be done twice.
    fn may_repeat(&self, has_id: bool) -> bool {
        if has_id { self.is_idempotent || self.is_resumable } else { self.is_idempotent && !self.has_begun }
    }

    /// The request that goes on behind the event of this id, and whether it wants credentials.
    pub(super) fn request(&self, id: Option<&str>) -> (Request<Vec<u8>>, bool) {
        let mut request = self.request.clone();
        if let Some(id) = id.and_then(header) {
            request.headers_mut().insert(LAST_EVENT_ID, id);
        }
        (request, self.authenticated)
    }

    /// The attempts since the last event.
    pub(super) fn attempts(&mut self) -> &mut Attempts {
        self.attempts.get_or_insert_with(|| Attempts::to_go_on(&self.policy, None))
    }
}

/// An event's id, if a header can hold it.
fn header(id: &str) -> Option<HeaderValue> {
    HeaderValue::from_bytes(id.as_bytes()).ok()
}
