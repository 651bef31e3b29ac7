//! The asynchronous client, on [`reqwest`](https://docs.rs/reqwest).
//!
//! In: endpoints. Out: their results. It must not know any particular endpoint; what it does beyond writing and reading them is
//! not generic, so that a call costs little to compile.

use super::never::Never;
use super::options::options;
use super::retry::{Attempts, Retry};
use super::settings::Settings;
use super::span::Span;
use crate::call::reqwest::{Error, Events, events, execute, whole};
use crate::call::{Authenticate, Endpoint, RequestError, SendError, Streams, TransportError};
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
    settings: Settings,
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
    /// # Errors
    /// When the request cannot be made or does not get through, and when the API answers with an error.
    pub async fn stream<E: Streams>(&self, endpoint: &E) -> Result<Events<E::Event>, Error<E>> {
        let request = self.settings.request(endpoint)?;
        let span = Span::new::<E>();
        let answer = span.of(self.open(request, E::AUTHENTICATED, &span)).await.map_err(Never::widen)?;
        events::<E>(answer).await
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
            match whole(answer).await {
                Ok(response) => return Ok(response),
                Err(error) => self.wait(&mut attempts, error).await?,
            }
        }
    }

    /// The response to a request, its body still to come.
    async fn open(&self, mut request: Request<Vec<u8>>, authenticated: bool, span: &Span) -> Result<Answer, Failed> {
        let mut attempts = Attempts::new(&self.settings.retry, request.method());
        self.authenticate(&mut request, authenticated).await?;
        let answer = self.attempt(&request, &mut attempts).await?;
        span.answered(answer.status(), attempts.repeated);
        Ok(answer)
    }

    /// The first answer that stands.
    async fn attempt(&self, request: &Request<Vec<u8>>, attempts: &mut Attempts) -> Result<Answer, Failed> {
        loop {
            match self.once(request.clone()).await {
                Ok(answer) => {
                    let Some(wait) = attempts.after_response(answer.status(), answer.headers()) else {
                        self.settings.judge(answer.status());
                        return Ok(answer);
                    };
                    backon::TokioSleeper.sleep(wait).await;
                }
                Err(error) => self.wait(attempts, error).await?,
            }
        }
    }

    async fn once(&self, request: Request<Vec<u8>>) -> Result<Answer, TransportError<::reqwest::Error>> {
        execute(&self.http, request, self.settings.timeout).await
    }

    /// Waits before the next attempt, if there is one after this error.
    async fn wait(&self, attempts: &mut Attempts, error: TransportError<::reqwest::Error>) -> Result<(), Failed> {
        match attempts.after_fault(error.fault()) {
            Some(wait) => {
                backon::TokioSleeper.sleep(wait).await;
                Ok(())
            }
            None => Err(error.into()),
        }
    }

    async fn authenticate(&self, request: &mut Request<Vec<u8>>, wanted: bool) -> Result<(), Failed> {
        let Some(access) = self.settings.access()?.filter(|_| wanted) else { return Ok(()) };
        access.apply(request);
        if let Some(exchange) = &access.exchange {
            let token = if let Some(token) = exchange.token() {
                token
            } else {
                let answer = self.once(exchange.request(&self.settings.base)?).await?;
                exchange.keep(&whole(answer).await?)?
            };
            token.apply(request);
        }
        Ok(())
    }
}
