//! Sends endpoints with [`reqwest`](https://docs.rs/reqwest), which is asynchronous.
//!
//! In: a client, a base URL, credentials, an endpoint. Out: the endpoint's result. Timeouts, proxies and TLS are the client's.

use super::send_error::io_fault;
use super::{Authenticate, Endpoint, EventDecoder, Fault, SendError, Streams, TransportError};
use crate::support::DecodeError;
use ::reqwest::Client;
use http::{Request, Response};
use std::{fmt, time::Duration};

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
    let request = super::authenticated(base, auth, endpoint)?;
    let response = whole(execute(client, request, None).await?).await?;
    E::parse_whole(response).map_err(SendError::Operation)
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
    let request = super::authenticated(base, auth, endpoint)?;
    events::<E>(execute(client, request, None).await?).await
}

/// The events of a response, unless it is an error.
async fn events<E: Streams>(response: ::reqwest::Response) -> Result<Events<E::Event>, Error<E>> {
    let response = event_response::<E>(response).await?;
    Ok(Events { response, decoder: EventDecoder::of::<E>() })
}

/// The response if it is a stream of events; else the error that it stands for.
pub(crate) async fn event_response<E: Streams>(response: ::reqwest::Response) -> Result<::reqwest::Response, Error<E>> {
    if super::is_stream(response.status(), response.headers(), E::FRAME) {
        return Ok(response);
    }
    Err(SendError::Operation(super::refusal::<E>(whole(response).await?)))
}

/// What comes next of a response's body.
pub(crate) async fn chunk(
    response: &mut ::reqwest::Response,
) -> Result<Option<impl AsRef<[u8]>>, TransportError<::reqwest::Error>> {
    match response.chunk().await {
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(transport(response.url().host_str().map(str::to_owned), error)),
    }
}

/// Sends a request, which may take so long.
pub(crate) async fn execute(
    client: &Client,
    request: Request<Vec<u8>>,
    timeout: Option<Duration>,
) -> Result<::reqwest::Response, TransportError<::reqwest::Error>> {
    let host = request.uri().host().map(str::to_owned);
    let mut request = ::reqwest::Request::try_from(request).map_err(|error| transport(host.clone(), error))?;
    if timeout.is_some() {
        *request.timeout_mut() = timeout;
    }
    client.execute(request).await.map_err(|error| transport(host, error))
}

/// The response with its body.
pub(crate) async fn whole(
    response: ::reqwest::Response,
) -> Result<Response<Vec<u8>>, TransportError<::reqwest::Error>> {
    let mut answer = Response::new(Vec::new());
    *answer.status_mut() = response.status();
    *answer.headers_mut() = response.headers().clone();
    let host = response.url().host_str().map(str::to_owned);
    *answer.body_mut() = response.bytes().await.map_err(|error| transport(host, error))?.to_vec();
    Ok(answer)
}

/// The URL may hold secrets: it is no part of the error.
fn transport(host: Option<String>, error: ::reqwest::Error) -> TransportError<::reqwest::Error> {
    let fault = match io_fault(&error) {
        _ if error.is_timeout() => Fault::TimedOut,
        Some(fault) => fault,
        None if error.is_connect() => Fault::Other,
        None if error.is_request() || error.is_body() || error.is_decode() => Fault::Broken,
        None => Fault::Other,
    };
    TransportError::new(host, fault, error.without_url())
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
    /// The events with another bound on the bytes of each; see [`EventDecoder::limit`](crate::call::EventDecoder::limit).
    #[must_use]
    pub fn limit(self, bytes: usize) -> Self {
        Self { decoder: self.decoder.limit(bytes), ..self }
    }

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
