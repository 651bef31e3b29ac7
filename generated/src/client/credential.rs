// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! What a client authenticates with: the values of one of the API's schemes.
//!
//! In: a scheme of the API's table, and secrets. Out: what puts them on requests. It must not show a secret.

use super::exchange::Exchange;
use crate::call::{ApiKey, Authenticate, Basic, Bearer, InvalidCredential};
use std::{fmt, sync::Arc};

/// How the secrets of a scheme travel.
#[derive(Debug, Clone, Copy)]
#[allow(dead_code)] // no API has all of them
pub(crate) enum Scheme {
    Bearer,
    Basic,
    Header(&'static str),
    Query(&'static str),
    Cookie(&'static str),
    /// The id and secret of an OAuth client, which this URL or path exchanges for a token.
    ClientCredentials(&'static str),
}

/// What a client authenticates with.
#[derive(Clone)]
pub struct Credential {
    scheme: Scheme,
    secrets: [String; 2],
}

/// Without the secrets.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential").field("scheme", &self.scheme).finish_non_exhaustive()
    }
}

#[allow(dead_code)] // an API may name no credentials
impl Credential {
    /// The one secret of a scheme.
    pub(super) fn one(scheme: Scheme, secret: impl Into<String>) -> Self {
        Self { scheme, secrets: [secret.into(), String::new()] }
    }

    /// The two secrets of a scheme: a name and a password, an id and a secret.
    pub(super) fn two(scheme: Scheme, first: impl Into<String>, second: impl Into<String>) -> Self {
        Self { scheme, secrets: [first.into(), second.into()] }
    }

    /// The first scheme whose environment variables are all set.
    pub(super) fn from_env(schemes: &[(Scheme, &[&'static str])]) -> Result<Self, MissingVariable> {
        let get = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
        for (scheme, names) in schemes {
            let mut values = names.iter().map_while(get);
            match (names.len(), values.next(), values.next()) {
                (1, Some(secret), None) => return Ok(Self::one(*scheme, secret)),
                (2, Some(first), Some(second)) => return Ok(Self::two(*scheme, first, second)),
                _ => {}
            }
        }
        Err(MissingVariable { names: schemes.iter().flat_map(|(_, names)| names.iter().copied()).collect() })
    }

    /// What puts the secrets on requests.
    pub(super) fn access(self) -> Result<Access, InvalidCredential> {
        let [first, second] = self.secrets;
        Ok(match self.scheme {
            Scheme::Bearer => Access::fixed(Bearer::new(first)?),
            Scheme::Basic => Access::fixed(Basic::new(first, second)?),
            Scheme::Header(name) => Access::fixed(ApiKey::new(name, first)?),
            Scheme::Query(name) => Access::fixed(ApiKey::in_query(name, first)),
            Scheme::Cookie(name) => Access::fixed(ApiKey::in_cookie(name, &first)?),
            Scheme::ClientCredentials(url) => Access::Exchange(Arc::new(Exchange::new(url, first, second))),
        })
    }
}

/// No credential in the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingVariable {
    names: Vec<&'static str>,
}

impl fmt::Display for MissingVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the environment has no credential: set {}", self.names.join(" or "))
    }
}

impl std::error::Error for MissingVariable {}

/// What puts a credential on requests.
#[derive(Clone)]
pub(super) enum Access {
    Fixed(Arc<dyn Authenticate + Send + Sync>),
    Exchange(Arc<Exchange>),
}

impl Access {
    pub(super) fn fixed(authenticate: impl Authenticate + Send + Sync + 'static) -> Self {
        Self::Fixed(Arc::new(authenticate))
    }
}
