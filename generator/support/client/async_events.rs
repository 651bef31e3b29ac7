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
use futures_core::Stream;
use serde::de::DeserializeOwned;
use std::{
    fmt,
    future::{Future, poll_fn},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

/// Events as they come; [`Client::stream`] gives them.
pub struct Events<T> {
    /// Nothing while it is waited for.
    connection: Option<Connection>,
    coming: Option<Coming>,
    decoder: EventDecoder<T>,
    is_resumable: bool,
}

/// No event is pinned here.
impl<T> Unpin for Events<T> {}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}

impl<T: DeserializeOwned> Events<T> {
    pub(super) fn new(connection: Connection, decoder: EventDecoder<T>) -> Self {
        Self { connection: Some(connection), coming: None, decoder, is_resumable: false }
    }

    /// The events with another bound on the bytes of each; see [`EventDecoder::limit`].
    #[must_use]
    pub fn limit(self, bytes: usize) -> Self {
        Self { decoder: self.decoder.limit(bytes), ..self }
    }

    /// Goes on after a break also where the operation's method is not idempotent: for an API of which the docs say that a request
    /// with `Last-Event-ID` does nothing but send the events behind that one.
    #[must_use]
    pub fn resumable(self) -> Self {
        Self { is_resumable: true, ..self }
    }

    /// The next event; none at the end of the events. Nothing is lost where it is waited for no longer, by a timeout for example.
    pub async fn next(&mut self) -> Option<Result<T, EventError<Error>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Waits for what comes next on the connection, or for another one.
    fn wait(&mut self) -> Option<Coming> {
        let mut connection = self.connection.take()?;
        if self.is_resumable {
            connection.resume.whatever_the_method();
        }
        let (id, retry) = (self.decoder.last_id().map(str::to_owned), self.decoder.retry());
        Some(Box::pin(async move {
            let step = connection.advance(id.as_deref(), retry).await;
            (connection, step)
        }))
    }

    fn take(&mut self, step: Step) -> Result<(), EventError<Error>> {
        match step {
            Step::Bytes(bytes) => self.decoder.feed(&bytes),
            Step::Reconnected => self.decoder.reconnected(),
            Step::Ended => self.decoder.finish(),
            Step::NoMore => self.decoder.abort(),
            Step::Failed(error) => {
                self.decoder.abort();
                return Err(error);
            }
        }
        Ok(())
    }
}

impl<T: DeserializeOwned> Stream for Events<T> {
    type Item = Result<T, EventError<Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(connection) = &mut this.connection {
                if let Some(event) = this.decoder.next_event() {
                    return Poll::Ready(Some(connection.resume.take(event, &mut this.decoder)));
                }
                if this.decoder.is_done() {
                    return Poll::Ready(None);
                }
            }
            let Some(coming) = this.coming.take().or_else(|| this.wait()) else { return Poll::Ready(None) };
            let (connection, step) = ready!(this.coming.insert(coming).as_mut().poll(context));
            (this.connection, this.coming) = (Some(connection), None);
            if let Err(error) = this.take(step) {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}

/// A connection, on its way to the next step.
type Coming = Pin<Box<dyn Future<Output = (Connection, Step)> + Send>>;

/// What comes of a connection.
enum Step {
    /// It goes on.
    Bytes(Vec<u8>),
    /// It broke, and another one was made.
    Reconnected,
    /// It is at its end.
    Ended,
    /// Asked to go on, the API says that there is no more.
    NoMore,
    /// It broke for good.
    Failed(EventError<Error>),
}

/// A connection that brings events, and what it takes to make another one.
pub(super) struct Connection {
    pub client: Client,
    pub response: Response,
    pub resume: Resume,
    pub span: Span,
}

impl Connection {
    /// What comes next. `id` is the last event's, `retry` the time after which the API asks to be called again.
    async fn advance(&mut self, id: Option<&str>, retry: Option<Duration>) -> Step {
        let broken = match chunk(&mut self.response).await {
            Ok(Some(bytes)) => return Step::Bytes(bytes.as_ref().to_vec()),
            Ok(None) => None,
            Err(error) => Some(error),
        };
        match self.resume.after(broken.as_ref().map(TransportError::fault), id, retry) {
            Some(wait) => self.reconnect(wait, id).await.unwrap_or_else(Step::Failed),
            None => broken.map_or(Step::Ended, |error| Step::Failed(EventError::Transport(error))),
        }
    }

    /// Makes another connection.
    async fn reconnect(&mut self, wait: Duration, id: Option<&str>) -> Result<Step, EventError<Error>> {
        backon::TokioSleeper.sleep(wait).await;
        let (request, authenticated) = self.resume.request(id);
        let open = self.client.open(request, authenticated, self.resume.attempts(), &self.span);
        let response = self.span.of(open).await?;
        if response.status() == StatusCode::NO_CONTENT {
            return Ok(Step::NoMore);
        }
        if !is_stream(response.status(), response.headers(), self.resume.frame) {
            let answer = whole(response).await.map_err(EventError::Transport)?;
            return Err(EventError::Refused(no_stream(answer, self.resume.frame)));
        }
        self.response = response;
        Ok(Step::Reconnected)
    }
}
