//! OAuth 2.0 client credentials: an id and a secret are exchanged for a bearer token, which is kept until it is about to expire.
//!
//! In: an id, a secret, and the responses of the token endpoint. Out: requests to it, and bearer tokens. It must not know any HTTP
//! client, nor show a secret.

use crate::call::{Bearer, RequestError};
use http::{HeaderValue, Method, Request, Response, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// So long before its end a token is no longer used.
const MARGIN: Duration = Duration::from_secs(30);

/// How long a token is taken to live that does not say so.
const UNSAID: Duration = Duration::from_secs(300);

/// An OAuth client, and its current token.
pub(super) struct Exchange {
    url: &'static str,
    id: String,
    secret: String,
    token: Mutex<Option<(Bearer, Instant)>>,
}

impl Exchange {
    pub(super) fn new(url: &'static str, id: String, secret: String) -> Self {
        Self { url, id, secret, token: Mutex::new(None) }
    }

    /// The token, while it lives.
    pub(super) fn token(&self) -> Option<Bearer> {
        let token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        token.as_ref().filter(|(_, until)| Instant::now() < *until).map(|(token, _)| token.clone())
    }

    /// Forgets the token, which the API does not take any more.
    pub(super) fn forget(&self) {
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The request for a token.
    pub(super) fn request(&self, base: &str) -> Result<Request<Vec<u8>>, RequestError> {
        let slash = if self.url.starts_with('/') { "" } else { "/" };
        let url = if self.url.contains("://") {
            self.url.to_owned()
        } else {
            format!("{}{slash}{}", base.trim_end_matches('/'), self.url)
        };
        let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let body = format!(
            "grant_type=client_credentials&client_id={}&client_secret={}",
            escaped(&self.id),
            escaped(&self.secret)
        );
        let request = Request::builder()
            .method(Method::POST)
            .uri(url)
            .header(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"))
            .header(header::ACCEPT, HeaderValue::from_static("application/json"));
        request.body(body.into_bytes()).map_err(|error| RequestError::Url { reason: error.to_string() })
    }

    /// Keeps the token of a response.
    pub(super) fn keep(&self, response: &Response<Vec<u8>>) -> Result<Bearer, RequestError> {
        let refused = |reason: String| RequestError::Token { reason };
        if !response.status().is_success() {
            return Err(refused(format!("HTTP {}", response.status())));
        }
        let json: Value = serde_json::from_slice(response.body()).map_err(|_| refused("no JSON".to_owned()))?;
        let token = json["access_token"].as_str().ok_or_else(|| refused("no `access_token`".to_owned()))?;
        let token = Bearer::new(token).map_err(|_| RequestError::Credential)?;
        let lifetime = json["expires_in"].as_u64().map_or(UNSAID, Duration::from_secs);
        let now = Instant::now();
        let until = now.checked_add(lifetime.saturating_sub(MARGIN.min(lifetime / 2))).unwrap_or(now);
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = Some((token.clone(), until));
        Ok(token)
    }
}
