//! Events as they come, by the blocking client.
//!
//! In: a response that holds events. Out: the events, over as many connections as it takes. It must not know any particular endpoint.

use super::blocking::Client;
use super::resume::{EventError, Resume};
use super::span::Span;
use crate::call::ureq::{Received, transport, whole};
use crate::call::{EventDecoder, TransportError, feed_from, is_stream, no_stream};
use ::ureq::{BodyReader, Error};
use backon::BlockingSleeper;
use http::StatusCode;
use serde::de::DeserializeOwned;
use std::fmt;

/// Events as they come; [`Client::stream`] gives them.
pub struct Events<T> {
    client: Client,
    host: Option<String>,
    body: BodyReader<'static>,
    decoder: EventDecoder<T>,
    resume: Resume,
    span: Span,
}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}

impl<T: DeserializeOwned> Events<T> {
    pub(super) fn new(
        client: Client,
        received: Received,
        decoder: EventDecoder<T>,
        resume: Resume,
        span: Span,
    ) -> Self {
        let body = received.response.into_body().into_reader();
        Self { client, host: received.host, body, decoder, resume, span }
    }

    /// The events with another bound on the bytes of each; see [`EventDecoder::limit`].
    #[must_use]
    pub fn limit(self, bytes: usize) -> Self {
        Self { decoder: self.decoder.limit(bytes), ..self }
    }

    /// Goes on after a break also where the operation's method is not idempotent: for an API of which the docs say that a request
    /// with `Last-Event-ID` does nothing but send the events behind that one.
    #[must_use]
    pub fn resumable(mut self) -> Self {
        self.resume.whatever_the_method();
        self
    }

    /// Makes another connection, unless the events end here.
    fn go_on(&mut self, broken: Option<TransportError<Box<Error>>>) -> Result<(), EventError<Box<Error>>> {
        let (fault, id) = (broken.as_ref().map(TransportError::fault), self.decoder.last_id());
        let Some(wait) = self.resume.after(fault, id, self.decoder.retry()) else {
            self.decoder.finish();
            return broken.map_or(Ok(()), |error| Err(EventError::Transport(error)));
        };
        backon::StdSleeper.sleep(wait);
        let (request, authenticated) = self.resume.request(self.decoder.last_id());
        let (client, span, attempts) = (&self.client, &self.span, self.resume.attempts());
        let received = span.within(|| client.open(request, authenticated, attempts, span))?;
        if received.response.status() == StatusCode::NO_CONTENT {
            self.decoder.abort();
        } else if is_stream(received.response.status(), received.response.headers(), self.resume.frame) {
            self.body = received.response.into_body().into_reader();
            self.decoder.reconnected();
        } else {
            let answer = whole(received).map_err(EventError::Transport)?;
            return Err(EventError::Refused(no_stream(answer, self.resume.frame)));
        }
        Ok(())
    }
}

impl<T: DeserializeOwned> Iterator for Events<T> {
    type Item = Result<T, EventError<Box<Error>>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(event) = self.decoder.next_event() {
                return Some(self.resume.take(event, &mut self.decoder));
            }
            if self.decoder.is_done() {
                return None;
            }
            let broken = match feed_from(&mut self.body, &mut self.decoder) {
                Ok(true) => continue,
                Ok(false) => None,
                Err(error) => Some(transport(self.host.clone(), error.into())),
            };
            if let Err(error) = self.go_on(broken) {
                self.decoder.abort();
                return Some(Err(error));
            }
        }
    }
}
