//! Credentials on requests.
//!
//! In: secrets. Out: `Authorization` or other headers, marked as sensitive. It must not show a secret in `Debug`.

use super::draft::{encode, push_pair};
use crate::support::Bytes;
use http::{HeaderName, HeaderValue, Request, Uri, header};
use std::fmt;

/// Puts credentials on a request.
pub trait Authenticate {
    /// Puts them on.
    fn apply(&self, request: &mut Request<Vec<u8>>);
}

impl<A: Authenticate + ?Sized> Authenticate for &A {
    fn apply(&self, request: &mut Request<Vec<u8>>) {
        (**self).apply(request);
    }
}

impl<T: Authenticate + ?Sized> Authenticate for Box<T> {
    fn apply(&self, request: &mut Request<Vec<u8>>) {
        (**self).apply(request);
    }
}

/// Both, for an API that asks for two at once (a key and a secret).
impl<A: Authenticate, B: Authenticate> Authenticate for (A, B) {
    fn apply(&self, request: &mut Request<Vec<u8>>) {
        self.0.apply(request);
        self.1.apply(request);
    }
}

/// A secret that a header cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidCredential;

impl fmt::Display for InvalidCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the credential holds characters that a header cannot hold")
    }
}

impl std::error::Error for InvalidCredential {}

/// No credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NoAuth;

impl Authenticate for NoAuth {
    fn apply(&self, _: &mut Request<Vec<u8>>) {}
}

/// `Authorization: Bearer …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer(HeaderValue);

impl Bearer {
    /// A bearer token.
    ///
    /// # Errors
    /// When the token holds characters that a header cannot hold.
    pub fn new(token: impl AsRef<str>) -> Result<Self, InvalidCredential> {
        secret(&format!("Bearer {}", token.as_ref())).map(Self)
    }
}

impl Authenticate for Bearer {
    fn apply(&self, request: &mut Request<Vec<u8>>) {
        request.headers_mut().insert(header::AUTHORIZATION, self.0.clone());
    }
}

/// `Authorization: Basic …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basic(HeaderValue);

impl Basic {
    /// A user's name and password.
    ///
    /// # Errors
    /// When the name holds a colon: the server could not tell where it ends.
    pub fn new(user: impl AsRef<str>, password: impl AsRef<str>) -> Result<Self, InvalidCredential> {
        let (user, password) = (user.as_ref(), password.as_ref());
        if user.contains(':') {
            return Err(InvalidCredential);
        }
        secret(&format!("Basic {}", base64(format!("{user}:{password}")))).map(Self)
    }
}

impl Authenticate for Basic {
    fn apply(&self, request: &mut Request<Vec<u8>>) {
        request.headers_mut().insert(header::AUTHORIZATION, self.0.clone());
    }
}

/// A key in a header of the API's own, in a cookie, or in the query.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Key);

#[derive(Clone, PartialEq, Eq)]
enum Key {
    Header(HeaderName, HeaderValue),
    /// A pair, escaped.
    Query(String),
}

/// Without the key.
impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiKey").finish_non_exhaustive()
    }
}

impl ApiKey {
    /// A key, and the header that holds it (`X-API-Key`).
    ///
    /// # Errors
    /// When `header` is no header's name, or the key holds characters that a header cannot hold.
    pub fn new(header: impl AsRef<str>, key: impl AsRef<str>) -> Result<Self, InvalidCredential> {
        let header = header.as_ref().parse().map_err(|_| InvalidCredential)?;
        Ok(Self(Key::Header(header, secret(key.as_ref())?)))
    }

    /// A key, and the cookie that holds it.
    ///
    /// # Errors
    /// When the name or the key holds characters that a cookie cannot hold.
    pub fn in_cookie(name: impl AsRef<str>, key: impl AsRef<str>) -> Result<Self, InvalidCredential> {
        let (name, key) = (name.as_ref(), key.as_ref());
        if [name, key].iter().any(|text| text.contains([';', ',', '"', '\\', ' '])) || name.contains('=') {
            return Err(InvalidCredential);
        }
        Ok(Self(Key::Header(header::COOKIE, secret(&format!("{name}={key}"))?)))
    }

    /// A key, and the parameter of the query that holds it.
    #[must_use]
    pub fn in_query(name: impl AsRef<str>, key: impl AsRef<str>) -> Self {
        let mut pair = String::new();
        push_pair(&mut pair, name.as_ref(), &encode(key.as_ref()));
        Self(Key::Query(pair))
    }
}

impl Authenticate for ApiKey {
    fn apply(&self, request: &mut Request<Vec<u8>>) {
        match &self.0 {
            Key::Header(name, value) => {
                request.headers_mut().insert(name.clone(), value.clone());
            }
            Key::Query(pair) => add_query(request.uri_mut(), pair),
        }
    }
}

/// Adds an escaped pair to the query of a URL.
fn add_query(uri: &mut Uri, pair: &str) {
    let mut parts = uri.clone().into_parts();
    let mark = if uri.query().is_some() { '&' } else { '?' };
    let whole = parts.path_and_query.as_ref().map_or("/", http::uri::PathAndQuery::as_str);
    parts.path_and_query = format!("{whole}{mark}{pair}").parse().ok();
    if let Ok(with_key) = Uri::from_parts(parts) {
        *uri = with_key;
    }
}

/// A header's value that `Debug` does not show.
fn secret(text: &str) -> Result<HeaderValue, InvalidCredential> {
    let mut value = HeaderValue::from_str(text).map_err(|_| InvalidCredential)?;
    value.set_sensitive(true);
    Ok(value)
}

/// Base64 as JSON has it.
fn base64(text: String) -> String {
    match serde_json::to_value(Bytes::from(text.into_bytes())) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}
