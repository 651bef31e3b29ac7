// Generated from the docs by `tablature generate`. Do not edit.

//! A client of the API: base URL, credential, retries, pages and streams in one value.
//!
//! With the feature `reqwest`, `Client` is asynchronous; with `ureq`, `blocking::Client` blocks. Both are thin: an endpoint
//! makes the request and reads the response, as it does without a client.

#[cfg(feature = "reqwest")]
mod async_events;
#[cfg(feature = "reqwest")]
mod async_pages;
#[cfg(feature = "reqwest")]
mod asynchronous;
#[cfg(feature = "ureq")]
pub mod blocking;
#[cfg(feature = "ureq")]
mod blocking_events;
#[cfg(feature = "ureq")]
mod blocking_pages;
mod credential;
mod exchange;
mod never;
mod options;
mod resume;
mod retry;
mod server;
mod settings;
mod span;
mod turn;

#[cfg(feature = "reqwest")]
pub use async_events::Events;
#[cfg(feature = "reqwest")]
pub use async_pages::{ItemStream, PageStream};
#[cfg(feature = "reqwest")]
pub use asynchronous::Client;
pub use resume::EventError;
pub use retry::Retry;
pub use credential::{Credential};

use credential::Scheme;
use settings::Settings;

#[allow(unused_imports)] // not every API's docs name servers
pub(crate) use server::{filled, servers};

servers! {
    /// United States
    ///
    /// `https://us.authlete.com`
    UnitedStates "https://us.authlete.com";
    /// Japan
    ///
    /// `https://jp.authlete.com`
    Japan "https://jp.authlete.com";
    /// Europe
    ///
    /// `https://eu.authlete.com`
    Europe "https://eu.authlete.com";
    /// Brazil
    ///
    /// `https://br.authlete.com`
    Brazil "https://br.authlete.com";
}

impl Credential {
    /// `authlete`: a bearer token.
    #[must_use]
    pub fn authlete(token: impl Into<String>) -> Self {
        Self::one(Scheme::Bearer, token)
    }

    /// `bearer`: a bearer token.
    #[must_use]
    pub fn bearer(token: impl Into<String>) -> Self {
        Self::one(Scheme::Bearer, token)
    }
}

impl From<&str> for Credential {
    fn from(secret: &str) -> Self {
        Self::authlete(secret)
    }
}

impl From<String> for Credential {
    fn from(secret: String) -> Self {
        Self::authlete(secret)
    }
}

#[cfg(feature = "reqwest")]
impl Client {
    /// A client of the API's default server.
    #[must_use]
    pub fn new(credential: impl Into<Credential>) -> Self {
        Self::of(Settings::new(Server::default(), Some(credential.into())))
    }
}

#[cfg(feature = "ureq")]
impl blocking::Client {
    /// A client of the API's default server.
    #[must_use]
    pub fn new(credential: impl Into<Credential>) -> Self {
        Self::of(Settings::new(Server::default(), Some(credential.into())))
    }
}
