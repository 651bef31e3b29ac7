//! The asynchronous client, on [`reqwest`](https://docs.rs/reqwest).
//!
//! In: endpoints. Out: their results. It must not know any particular endpoint; what it does beyond writing and reading them is
//! not generic, so that a call costs little to compile.

use super::async_events::{Connection, Events};
use super::never::Never;
use super::options::options;
use super::resume::Resume;
use super::retry::{Attempts, Retry};
use super::settings::Settings;
use super::span::Span;
use crate::call::reqwest::{Error, event_response, execute, whole};
use crate::call::{Authenticate, Endpoint, EventDecoder, RequestError, SendError, Streams, TransportError};
use ::reqwest::Response as Answer;
use backon::Sleeper;
use http::{HeaderName, HeaderValue, Request, Response};
use std::time::Duration;

/// Sends the operations of the API: it knows base URL, credential and retries.
///
/// A clone is cheap and shares connections; give it another setting for calls that need one.
#[derive(Debug, Clone)]
pub struct Client {
    http: ::reqwest::Client,
    pub(super) settings: Settings,
}

options!(Client);

/// Why a request got no response.
pub(super) type Failed = SendError<Never, ::reqwest::Error>;

impl Client {
    pub(super) fn of(settings: Settings) -> Self {
        Self { http: ::reqwest::Client::new(), settings }
    }

    /// Sends with an HTTP client of your own: its proxies, TLS and timeouts.
    #[must_use]
    pub fn http(mut self, http: ::reqwest::Client) -> Self {
        self.http = http;
        self
    }

    /// Sends an operation and reads its result.
    ///
    /// # Errors
    /// When the request cannot be made or does not get through, and when the API answers with an error.
    pub async fn send<E: Endpoint>(&self, endpoint: &E) -> Result<E::Success, Error<E>> {
        self.exchange(endpoint).await.map(Response::into_body)
    }

    /// As [`send`](Self::send), with the status and the headers of the response beside the result.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn exchange<E: Endpoint>(&self, endpoint: &E) -> Result<Response<E::Success>, Error<E>> {
        let request = self.settings.request(endpoint)?;
        let span = Span::new::<E>();
        let response = span.of(self.fetch(request, E::AUTHENTICATED, &span)).await.map_err(Never::widen)?;
        E::parse_whole(response).map_err(SendError::Operation)
    }

    /// Sends an operation and reads its events as they come.
    ///
    /// Where the connection breaks and the events have ids, another one asks for those behind the last (`Last-Event-ID`): after
    /// the time that the API asks for (`retry`), as often as [`Retry`] says, and counted anew when an event has come. No event
    /// comes twice. Only requests of idempotent methods are sent again; [`Events::resumable`] is for others.
    ///
    /// # Errors
    /// When the request cannot be made or does not get through, and when the API answers with an error or with something that is
    /// no stream of events.
    pub async fn stream<E: Streams>(&self, endpoint: &E) -> Result<Events<E::Event>, Error<E>> {
        let request = self.settings.request(endpoint)?;
        let attempts = &mut Attempts::new(&self.settings.retry, request.method());
        let resume = Resume::new::<E>(request.clone(), &self.settings.retry);
        let span = Span::new::<E>();
        let opened = span.of(self.open(request, E::AUTHENTICATED, attempts, &span)).await;
        let response = event_response::<E>(opened.map_err(Never::widen)?).await?;
        let connection = Connection { client: self.clone(), response, resume, span };
        Ok(Events::new(connection, EventDecoder::of::<E>()))
    }

    /// The request for the first page.
    pub(super) fn first<E: Endpoint>(&self, endpoint: &E) -> Result<Request<Vec<u8>>, RequestError> {
        self.settings.request(endpoint)
    }

    /// The whole response to a request.
    pub(super) async fn fetch(
        &self,
        mut request: Request<Vec<u8>>,
        authenticated: bool,
        span: &Span,
    ) -> Result<Response<Vec<u8>>, Failed> {
        let mut attempts = Attempts::new(&self.settings.retry, request.method());
        self.authenticate(&mut request, authenticated).await?;
        loop {
            let answer = self.attempt(&request, &mut attempts).await?;
            span.answered(answer.status(), attempts.repeated);
            let response = whole(answer).await;
            match response.as_ref().err().and_then(|error| attempts.after(Err(error.fault()))) {
                Some(wait) => backon::TokioSleeper.sleep(wait).await,
                None => return Ok(response?),
            }
        }
    }

    /// The response to a request, its body still to come.
    pub(super) async fn open(
        &self,
        mut request: Request<Vec<u8>>,
        authenticated: bool,
        attempts: &mut Attempts,
        span: &Span,
    ) -> Result<Answer, Failed> {
        self.authenticate(&mut request, authenticated).await?;
        let answer = self.attempt(&request, attempts).await?;
        span.answered(answer.status(), attempts.repeated);
        Ok(answer)
    }

    /// The first answer that stands.
    async fn attempt(&self, request: &Request<Vec<u8>>, attempts: &mut Attempts) -> Result<Answer, Failed> {
        loop {
            let answer = self.once(request.clone()).await;
            let outcome = answer.as_ref().map(|answer| (answer.status(), answer.headers()));
            match self.settings.judge(attempts, outcome.map_err(TransportError::fault)) {
                Some(wait) => backon::TokioSleeper.sleep(wait).await,
                None => return Ok(answer?),
            }
        }
    }

    async fn once(&self, request: Request<Vec<u8>>) -> Result<Answer, TransportError<::reqwest::Error>> {
        execute(&self.http, request, self.settings.timeout).await
    }

    async fn authenticate(&self, request: &mut Request<Vec<u8>>, wanted: bool) -> Result<(), Failed> {
        if let Some(exchange) = self.settings.authenticate(request, wanted)? {
            let answer = self.once(exchange.request(&self.settings.base)?).await?;
            exchange.keep(&whole(answer).await?)?.apply(request);
        }
        Ok(())
    }
}
