// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Sends endpoints with [`ureq`](https://docs.rs/ureq), which blocks.
//!
//! In: an agent, a base URL, credentials, an endpoint. Out: the endpoint's result. Timeouts, proxies and TLS are the agent's.

use super::{Authenticate, Endpoint, EventStream, SendError, Streams};
use ::ureq::{Agent, Body, BodyReader};
use http::{Method, Request, Response};

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
    let response = run(agent, base, auth, endpoint)?;
    E::parse_whole(whole::<E>(response)?).map_err(SendError::Operation)
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
    let response = run(agent, base, auth, endpoint)?;
    if super::streams::<E>(response.status(), response.headers()) {
        return Ok(EventStream::new(response.into_body().into_reader(), E::FRAME));
    }
    Err(SendError::Operation(super::refusal::<E>(whole::<E>(response)?)))
}

fn run<E: Endpoint, A: Authenticate + ?Sized>(
    agent: &Agent,
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<Response<Body>, Error<E>> {
    let request = super::authenticated(base, auth, endpoint)?;
    let answer = if request.body().is_empty() && is_bodiless(request.method()) {
        agent.run(configured(agent, request.map(|_| ())))
    } else {
        agent.run(configured(agent, request))
    };
    answer.map_err(|error| SendError::Transport(Box::new(error)))
}

/// Error statuses are results here, and not the agent's errors.
fn configured<B: ::ureq::AsSendBody>(agent: &Agent, request: Request<B>) -> Request<B> {
    agent.configure_request(request).http_status_as_error(false).allow_non_standard_methods(true).build()
}

fn is_bodiless(method: &Method) -> bool {
    !matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

fn whole<E: Endpoint>(response: Response<Body>) -> Result<Response<Vec<u8>>, Error<E>> {
    let (head, body) = response.into_parts();
    let body = body.into_with_config().limit(u64::MAX).read_to_vec();
    body.map(|body| Response::from_parts(head, body)).map_err(|error| SendError::Transport(Box::new(error)))
}
