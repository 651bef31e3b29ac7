// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Sends endpoints with [`ureq`](https://docs.rs/ureq), which blocks.
//!
//! In: an agent, a base URL, credentials, an endpoint. Out: the endpoint's result. Timeouts, proxies and TLS are the agent's.

use super::send_error::io_fault;
use super::{Authenticate, Endpoint, EventDecoder, EventStream, Fault, SendError, Streams, TransportError};
use ::ureq::{Agent, Body, BodyReader};
use http::{Method, Request, Response};
use std::time::Duration;

/// Why there is no result.
pub type Error<E> = SendError<<E as Endpoint>::Error, Box<::ureq::Error>>;

/// Sends an endpoint's request and reads its response.
///
/// # Errors
/// When the request cannot be made or does not get through, and when the API answers with an error.
pub fn send<E: Endpoint, A: Authenticate + ?Sized>(
    agent: &Agent,
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<E::Success, Error<E>> {
    exchange(agent, base, auth, endpoint).map(Response::into_body)
}

/// As [`send`], with the status and the headers of the response beside the result.
///
/// # Errors
/// As [`send`].
pub fn exchange<E: Endpoint, A: Authenticate + ?Sized>(
    agent: &Agent,
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<Response<E::Success>, Error<E>> {
    let request = super::authenticated(base, auth, endpoint)?;
    E::parse_whole(whole(execute(agent, request, None)?)?).map_err(SendError::Operation)
}

/// Sends an endpoint's request and reads its events as they come.
///
/// # Errors
/// When the request cannot be made or does not get through, and when the API answers with an error or with something that is no
/// stream of events.
pub fn stream<E: Streams, A: Authenticate + ?Sized>(
    agent: &Agent,
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<EventStream<E::Event, BodyReader<'static>>, Error<E>> {
    let request = super::authenticated(base, auth, endpoint)?;
    events::<E>(execute(agent, request, None)?)
}

/// The events of a response, unless it is an error.
fn events<E: Streams>(received: Received) -> Result<EventStream<E::Event, BodyReader<'static>>, Error<E>> {
    let received = event_response::<E>(received)?;
    Ok(EventStream::decoded(received.response.into_body().into_reader(), EventDecoder::of::<E>()))
}

/// The response if it is a stream of events; else the error that it stands for.
pub(crate) fn event_response<E: Streams>(received: Received) -> Result<Received, Error<E>> {
    if super::is_stream(received.response.status(), received.response.headers(), E::FRAME) {
        return Ok(received);
    }
    Err(SendError::Operation(super::refusal::<E>(whole(received)?)))
}

/// A response, and the host that it came from.
pub(crate) struct Received {
    pub host: Option<String>,
    pub response: Response<Body>,
}

/// Sends a request, which may take so long.
pub(crate) fn execute(
    agent: &Agent,
    request: Request<Vec<u8>>,
    timeout: Option<Duration>,
) -> Result<Received, TransportError<Box<::ureq::Error>>> {
    let host = request.uri().host().map(str::to_owned);
    let answer = if request.body().is_empty() && is_bodiless(request.method()) {
        agent.run(configured(agent, request.map(|_| ()), timeout))
    } else {
        agent.run(configured(agent, request, timeout))
    };
    match answer {
        Ok(response) => Ok(Received { host, response }),
        Err(error) => Err(transport(host, error)),
    }
}

/// Error statuses are results here, and not the agent's errors.
fn configured<B: ::ureq::AsSendBody>(agent: &Agent, request: Request<B>, timeout: Option<Duration>) -> Request<B> {
    let configured = agent.configure_request(request).http_status_as_error(false).allow_non_standard_methods(true);
    match timeout {
        Some(_) => configured.timeout_global(timeout).build(),
        None => configured.build(),
    }
}

fn is_bodiless(method: &Method) -> bool {
    !matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

/// The response with its body.
pub(crate) fn whole(received: Received) -> Result<Response<Vec<u8>>, TransportError<Box<::ureq::Error>>> {
    let Received { host, response } = received;
    let (head, body) = response.into_parts();
    let body = body.into_with_config().limit(u64::MAX).read_to_vec();
    body.map(|body| Response::from_parts(head, body)).map_err(|error| transport(host, error))
}

pub(crate) fn transport(host: Option<String>, error: ::ureq::Error) -> TransportError<Box<::ureq::Error>> {
    let fault = match &error {
        ::ureq::Error::Timeout(_) => Fault::TimedOut,
        ::ureq::Error::ConnectionFailed => Fault::Refused,
        ::ureq::Error::Protocol(_) => Fault::Broken,
        ::ureq::Error::Io(io) => io_fault(io).unwrap_or(Fault::Other),
        _ => Fault::Other,
    };
    TransportError::new(host, fault, Box::new(error))
}
