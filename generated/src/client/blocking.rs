// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! The client that blocks, on [`ureq`](https://docs.rs/ureq).
//!
//! In: endpoints. Out: their results. It must not know any particular endpoint; what it does beyond writing and reading them is
//! not generic, so that a call costs little to compile.

pub use super::blocking_events::Events;
pub use super::blocking_pages::{ItemIter, PageIter};

use super::never::Never;
use super::options::options;
use super::resume::Resume;
use super::retry::{Attempts, Retry};
use super::settings::Settings;
use super::span::Span;
use crate::call::ureq::{Error, Received, event_response, execute, whole};
use crate::call::{Authenticate, Endpoint, EventDecoder, RequestError, SendError, Streams, TransportError};
use ::ureq::Agent;
use backon::BlockingSleeper;
use http::{HeaderName, HeaderValue, Request, Response};
use std::time::Duration;

/// Sends the operations of the API: it knows base URL, credential and retries.
///
/// A clone is cheap and shares connections; give it another setting for calls that need one.
#[derive(Debug, Clone)]
pub struct Client {
    agent: Agent,
    pub(super) settings: Settings,
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
    /// Where the connection breaks and the events have ids, another one asks for those behind the last (`Last-Event-ID`): after
    /// the time that the API asks for (`retry`), as often as [`Retry`] says, and counted anew when an event has come. No event
    /// comes twice. Only requests of idempotent methods are sent again; [`Events::resumable`] is for others.
    ///
    /// # Errors
    /// When the request cannot be made or does not get through, and when the API answers with an error or with something that is
    /// no stream of events.
    pub fn stream<E: Streams>(&self, endpoint: &E) -> Result<Events<E::Event>, Error<E>> {
        let request = self.settings.request(endpoint)?;
        let attempts = &mut Attempts::new(&self.settings.retry, request.method());
        let resume = Resume::new::<E>(request.clone(), &self.settings.retry);
        let span = Span::new::<E>();
        let opened = span.within(|| self.open(request, E::AUTHENTICATED, attempts, &span));
        let response = event_response::<E>(opened.map_err(Never::widen)?)?;
        Ok(Events::new(self.clone(), response, EventDecoder::of::<E>(), resume, span))
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
            let response = whole(received);
            match response.as_ref().err().and_then(|error| attempts.after(Err(error.fault()))) {
                Some(wait) => backon::StdSleeper.sleep(wait),
                None => return Ok(response?),
            }
        }
    }

    /// The response to a request, its body still to come.
    pub(super) fn open(
        &self,
        mut request: Request<Vec<u8>>,
        authenticated: bool,
        attempts: &mut Attempts,
        span: &Span,
    ) -> Result<Received, Failed> {
        self.authenticate(&mut request, authenticated)?;
        let received = self.attempt(&request, attempts)?;
        span.answered(received.response.status(), attempts.repeated);
        Ok(received)
    }

    /// The first answer that stands.
    fn attempt(&self, request: &Request<Vec<u8>>, attempts: &mut Attempts) -> Result<Received, Failed> {
        loop {
            let received = self.once(request.clone());
            let outcome = received.as_ref().map(|received| (received.response.status(), received.response.headers()));
            match self.settings.judge(attempts, outcome.map_err(TransportError::fault)) {
                Some(wait) => backon::StdSleeper.sleep(wait),
                None => return Ok(received?),
            }
        }
    }

    fn once(&self, request: Request<Vec<u8>>) -> Result<Received, TransportError<Box<::ureq::Error>>> {
        execute(&self.agent, request, self.settings.timeout)
    }

    fn authenticate(&self, request: &mut Request<Vec<u8>>, wanted: bool) -> Result<(), Failed> {
        if let Some(exchange) = self.settings.authenticate(request, wanted)? {
            let received = self.once(exchange.request(&self.settings.base)?)?;
            exchange.keep(&whole(received)?)?.apply(request);
        }
        Ok(())
    }
}
