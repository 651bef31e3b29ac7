// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! The client that blocks, on [`ureq`](https://docs.rs/ureq).
//!
//! In: endpoints. Out: their results. It must not know any particular endpoint; what it does beyond writing and reading them is
//! not generic, so that a call costs little to compile.

pub use super::blocking_pages::{ItemIter, PageIter};

use super::never::Never;
use super::options::options;
use super::retry::{Attempts, Retry};
use super::settings::Settings;
use super::span::Span;
use crate::call::ureq::{Error, Received, events, execute, whole};
use crate::call::{Authenticate, Endpoint, EventStream, RequestError, SendError, Streams, TransportError};
use ::ureq::{Agent, BodyReader};
use backon::BlockingSleeper;
use http::{HeaderName, HeaderValue, Request, Response};
use std::time::Duration;

/// Sends the operations of the API: it knows base URL, credential and retries.
///
/// A clone is cheap and shares connections; give it another setting for calls that need one.
#[derive(Debug, Clone)]
pub struct Client {
    agent: Agent,
    settings: Settings,
}

options!(Client);

/// Why a request got no response.
type Failed = SendError<Never, Box<::ureq::Error>>;

impl Client {
    pub(super) fn of(settings: Settings) -> Self {
        Self { agent: Agent::new_with_defaults(), settings }
    }

    /// Sends with an agent of your own: its proxies, TLS and timeouts.
    #[must_use]
    pub fn http(mut self, agent: Agent) -> Self {
        self.agent = agent;
        self
    }

    /// Sends an operation and reads its result.
    ///
    /// # Errors
    /// When the request cannot be made or does not get through, and when the API answers with an error.
    pub fn send<E: Endpoint>(&self, endpoint: &E) -> Result<E::Success, Error<E>> {
        self.exchange(endpoint).map(Response::into_body)
    }

    /// As [`send`](Self::send), with the status and the headers of the response beside the result.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub fn exchange<E: Endpoint>(&self, endpoint: &E) -> Result<Response<E::Success>, Error<E>> {
        let request = self.settings.request(endpoint)?;
        let span = Span::new::<E>();
        let response = span.within(|| self.fetch(request, E::AUTHENTICATED, &span)).map_err(Never::widen)?;
        E::parse_whole(response).map_err(SendError::Operation)
    }

    /// Sends an operation and reads its events as they come.
    ///
    /// # Errors
    /// When the request cannot be made or does not get through, and when the API answers with an error.
    pub fn stream<E: Streams>(&self, endpoint: &E) -> Result<EventStream<E::Event, BodyReader<'static>>, Error<E>> {
        let request = self.settings.request(endpoint)?;
        let span = Span::new::<E>();
        let received = span.within(|| self.open(request, E::AUTHENTICATED, &span)).map_err(Never::widen)?;
        events::<E>(received)
    }

    /// The request for the first page.
    pub(super) fn first<E: Endpoint>(&self, endpoint: &E) -> Result<Request<Vec<u8>>, RequestError> {
        self.settings.request(endpoint)
    }

    /// The whole response to a request.
    pub(super) fn fetch(
        &self,
        mut request: Request<Vec<u8>>,
        authenticated: bool,
        span: &Span,
    ) -> Result<Response<Vec<u8>>, Failed> {
        let mut attempts = Attempts::new(&self.settings.retry, request.method());
        self.authenticate(&mut request, authenticated)?;
        loop {
            let received = self.attempt(&request, &mut attempts)?;
            span.answered(received.response.status(), attempts.repeated);
            match whole(received) {
                Ok(response) => return Ok(response),
                Err(error) => wait(&mut attempts, error)?,
            }
        }
    }

    /// The response to a request, its body still to come.
    fn open(&self, mut request: Request<Vec<u8>>, authenticated: bool, span: &Span) -> Result<Received, Failed> {
        let mut attempts = Attempts::new(&self.settings.retry, request.method());
        self.authenticate(&mut request, authenticated)?;
        let received = self.attempt(&request, &mut attempts)?;
        span.answered(received.response.status(), attempts.repeated);
        Ok(received)
    }

    /// The first answer that stands.
    fn attempt(&self, request: &Request<Vec<u8>>, attempts: &mut Attempts) -> Result<Received, Failed> {
        loop {
            match self.once(request.clone()) {
                Ok(received) => {
                    let status = received.response.status();
                    let Some(delay) = attempts.after_response(status, received.response.headers()) else {
                        self.settings.judge(status);
                        return Ok(received);
                    };
                    backon::StdSleeper.sleep(delay);
                }
                Err(error) => wait(attempts, error)?,
            }
        }
    }

    fn once(&self, request: Request<Vec<u8>>) -> Result<Received, TransportError<Box<::ureq::Error>>> {
        execute(&self.agent, request, self.settings.timeout)
    }

    fn authenticate(&self, request: &mut Request<Vec<u8>>, wanted: bool) -> Result<(), Failed> {
        let Some(access) = self.settings.access()?.filter(|_| wanted) else { return Ok(()) };
        access.apply(request);
        if let Some(exchange) = &access.exchange {
            let token = if let Some(token) = exchange.token() {
                token
            } else {
                let received = self.once(exchange.request(&self.settings.base)?)?;
                exchange.keep(&whole(received)?)?
            };
            token.apply(request);
        }
        Ok(())
    }
}

/// Waits before the next attempt, if there is one after this error.
fn wait(attempts: &mut Attempts, error: TransportError<Box<::ureq::Error>>) -> Result<(), Failed> {
    match attempts.after_fault(error.fault()) {
        Some(delay) => {
            backon::StdSleeper.sleep(delay);
            Ok(())
        }
        None => Err(error.into()),
    }
}
