// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Sends endpoints with [`reqwest`](https://docs.rs/reqwest), which is asynchronous.
//!
//! In: a client, a base URL, credentials, an endpoint. Out: the endpoint's result. Timeouts, proxies and TLS are the client's.

use super::{Authenticate, Endpoint, EventDecoder, SendError, Streams};
use crate::support::DecodeError;
use ::reqwest::Client;
use http::Response;
use std::fmt;

/// Why there is no result.
pub type Error<E> = SendError<<E as Endpoint>::Error, ::reqwest::Error>;

/// Sends an endpoint's request and reads its response.
///
/// # Errors
/// When the request cannot be made or does not get through, and when the API answers with an error.
pub async fn send<E: Endpoint, A: Authenticate + ?Sized>(
    client: &Client,
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<E::Success, Error<E>> {
    exchange(client, base, auth, endpoint).await.map(Response::into_body)
}

/// As [`send`], with the status and the headers of the response beside the result.
///
/// # Errors
/// As [`send`].
pub async fn exchange<E: Endpoint, A: Authenticate + ?Sized>(
    client: &Client,
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<Response<E::Success>, Error<E>> {
    let response = run(client, base, auth, endpoint).await?;
    E::parse_whole(whole::<E>(response).await?).map_err(SendError::Operation)
}

/// Sends an endpoint's request and reads its events as they come.
///
/// # Errors
/// When the request cannot be made or does not get through, and when the API answers with an error or with something that is no
/// stream of events.
pub async fn stream<E: Streams, A: Authenticate + ?Sized>(
    client: &Client,
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<Events<E::Event>, Error<E>> {
    let response = run(client, base, auth, endpoint).await?;
    if super::streams::<E>(response.status(), response.headers()) {
        return Ok(Events { response, decoder: EventDecoder::new(E::FRAME) });
    }
    Err(SendError::Operation(super::refusal::<E>(whole::<E>(response).await?)))
}

async fn run<E: Endpoint, A: Authenticate + ?Sized>(
    client: &Client,
    base: &str,
    auth: &A,
    endpoint: &E,
) -> Result<::reqwest::Response, Error<E>> {
    let request = super::authenticated(base, auth, endpoint)?;
    let request = ::reqwest::Request::try_from(request).map_err(transport::<E>)?;
    client.execute(request).await.map_err(transport::<E>)
}

async fn whole<E: Endpoint>(response: ::reqwest::Response) -> Result<Response<Vec<u8>>, Error<E>> {
    let mut answer = Response::new(Vec::new());
    *answer.status_mut() = response.status();
    *answer.headers_mut() = response.headers().clone();
    *answer.body_mut() = response.bytes().await.map_err(transport::<E>)?.to_vec();
    Ok(answer)
}

/// The URL may hold secrets: it is no part of the error.
fn transport<E: Endpoint>(error: ::reqwest::Error) -> Error<E> {
    SendError::Transport(error.without_url())
}

/// Server-sent events as they come.
#[derive(Debug)]
pub struct Events<T> {
    response: ::reqwest::Response,
    decoder: EventDecoder<T>,
}

/// Why an event could not be had.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventError {
    /// The bytes did not come through.
    Transport(::reqwest::Error),
    /// The event is not what the documentation says.
    Decode(DecodeError),
}

impl fmt::Display for EventError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for EventError {}

impl<T: serde::de::DeserializeOwned> Events<T> {
    /// The next event; none at the end of the events.
    pub async fn next(&mut self) -> Option<Result<T, EventError>> {
        loop {
            if let Some(event) = self.decoder.next_event() {
                return Some(event.map_err(EventError::Decode));
            }
            if self.decoder.is_done() {
                return None;
            }
            match self.response.chunk().await {
                Ok(Some(bytes)) => self.decoder.feed(&bytes),
                Ok(None) => self.decoder.finish(),
                Err(error) => {
                    self.decoder.abort();
                    return Some(Err(EventError::Transport(error.without_url())));
                }
            }
        }
    }
}
