// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! What all calls of a client share: base URL, credential, headers, parameters, time, retries.
//!
//! In: requests of endpoints. Out: the same requests, addressed and with what all share. It must not know any HTTP client.

use super::Retry;
use super::credential::{Access, Credential};
use super::exchange::Exchange;
use super::retry::Attempts;
use crate::call::{Authenticate, Endpoint, Fault, Globals, InvalidCredential, RequestError};
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use std::{fmt, time::Duration};

/// What all calls of a client share.
#[derive(Clone)]
pub(super) struct Settings {
    pub base: String,
    /// Whether operations with servers of their own are sent to the base, too.
    pub is_only_base: bool,
    /// Nothing where calls need no credential.
    pub access: Option<Result<Access, InvalidCredential>>,
    pub headers: HeaderMap,
    pub globals: Globals,
    /// The time of one attempt.
    pub timeout: Option<Duration>,
    pub retry: Retry,
}

/// Without the credential, and without the values of headers and parameters.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("base", &self.base)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("globals", &self.globals)
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

impl Settings {
    pub(super) fn new(base: impl Into<String>, credential: Option<Credential>) -> Self {
        Self {
            base: base.into(),
            is_only_base: false,
            access: credential.map(Credential::access),
            headers: HeaderMap::new(),
            globals: Globals::default(),
            timeout: None,
            retry: Retry::default(),
        }
    }

    pub(super) fn authenticate_with(&mut self, authenticate: impl Authenticate + Send + Sync + 'static) {
        self.access = Some(Ok(Access::fixed(authenticate)));
    }

    pub(super) fn set_header(&mut self, name: HeaderName, value: HeaderValue) {
        self.headers.insert(name, value);
    }

    /// The request of an endpoint, but for its credential.
    pub(super) fn request<E: Endpoint>(&self, endpoint: &E) -> Result<Request<Vec<u8>>, RequestError> {
        let own = E::SERVER.filter(|_| !self.is_only_base);
        let mut request = endpoint.to_request_with(own.unwrap_or(&self.base), &self.globals)?;
        self.add_headers(&mut request);
        Ok(request)
    }

    /// What the endpoint itself sends counts.
    fn add_headers(&self, request: &mut Request<Vec<u8>>) {
        for (name, value) in &self.headers {
            if !request.headers().contains_key(name) {
                request.headers_mut().insert(name.clone(), value.clone());
            }
        }
    }

    /// Puts the credential on a request that wants it. Where that takes a token that is not at hand: how to get one.
    pub(super) fn authenticate(
        &self,
        request: &mut Request<Vec<u8>>,
        wanted: bool,
    ) -> Result<Option<&Exchange>, RequestError> {
        let Some(access) = self.access()?.filter(|_| wanted) else { return Ok(None) };
        access.apply(request);
        let Some(exchange) = &access.exchange else { return Ok(None) };
        let Some(token) = exchange.token() else { return Ok(Some(exchange)) };
        token.apply(request);
        Ok(None)
    }

    /// How long to wait before a request is sent again; nothing if what came of it stands. A token that the API refuses is not used
    /// again.
    pub(super) fn judge(
        &self,
        attempts: &mut Attempts,
        outcome: Result<(StatusCode, &HeaderMap), Fault>,
    ) -> Option<Duration> {
        let wait = attempts.after(outcome);
        if let (Ok((StatusCode::UNAUTHORIZED, _)), Ok(Some(access))) = (outcome, self.access()) {
            access.exchange.iter().for_each(|exchange| exchange.forget());
        }
        wait
    }

    /// What puts the credential on a request.
    fn access(&self) -> Result<Option<&Access>, RequestError> {
        self.access.as_ref().map(|access| access.as_ref().map_err(|_| RequestError::Credential)).transpose()
    }
}
