// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Events as they come, by the asynchronous client.
//!
//! In: a response that holds events. Out: the events, over as many connections as it takes. It must not know any particular endpoint.

use super::asynchronous::Client;
use super::resume::{EventError, Resume};
use super::span::Span;
use crate::call::reqwest::{chunk, whole};
use crate::call::{EventDecoder, TransportError, is_stream, no_stream};
use ::reqwest::{Error, Response, StatusCode};
use backon::Sleeper;
use serde::de::DeserializeOwned;
use std::fmt;

/// Events as they come; [`Client::stream`] gives them.
pub struct Events<T> {
    pub(super) client: Client,
    pub(super) response: Response,
    pub(super) decoder: EventDecoder<T>,
    pub(super) resume: Resume,
    pub(super) span: Span,
}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}

impl<T: DeserializeOwned> Events<T> {
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

    /// The next event; none at the end of the events.
    pub async fn next(&mut self) -> Option<Result<T, EventError<Error>>> {
        loop {
            if let Some(event) = self.decoder.next_event() {
                return Some(self.resume.take(event, &mut self.decoder));
            }
            if self.decoder.is_done() {
                return None;
            }
            let broken = match chunk(&mut self.response).await {
                Ok(Some(bytes)) => {
                    self.decoder.feed(bytes.as_ref());
                    continue;
                }
                Ok(None) => None,
                Err(error) => Some(error),
            };
            if let Err(error) = self.go_on(broken).await {
                self.decoder.abort();
                return Some(Err(error));
            }
        }
    }

    /// Makes another connection, unless the events end here.
    async fn go_on(&mut self, broken: Option<TransportError<Error>>) -> Result<(), EventError<Error>> {
        let Some(wait) = self.resume.after(broken.as_ref().map(TransportError::fault), &self.decoder) else {
            self.decoder.finish();
            return broken.map_or(Ok(()), |error| Err(EventError::Transport(error)));
        };
        backon::TokioSleeper.sleep(wait).await;
        let (request, authenticated) = self.resume.request(&self.decoder);
        let open = self.client.open(request, authenticated, self.resume.attempts(), &self.span);
        let response = self.span.of(open).await?;
        if response.status() == StatusCode::NO_CONTENT {
            self.decoder.abort();
        } else if is_stream(response.status(), response.headers(), self.resume.frame) {
            self.response = response;
            self.decoder.reconnected();
        } else {
            let answer = whole(response).await.map_err(EventError::Transport)?;
            return Err(EventError::Refused(no_stream(answer, self.resume.frame)));
        }
        Ok(())
    }
}
