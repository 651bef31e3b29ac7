//! What a client authenticates with: the values of one of the API's schemes, or of several that belong together.
//!
//! In: a scheme of the API's table, and secrets. Out: what puts them on requests. It must not show a secret.

use super::exchange::Exchange;
use crate::call::{ApiKey, Authenticate, Basic, Bearer, InvalidCredential};
use http::Request;
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
    /// A scheme with its secrets, or several that belong together.
    parts: Vec<(Scheme, [String; 2])>,
}

/// Without the secrets.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schemes: Vec<Scheme> = self.parts.iter().map(|(scheme, _)| *scheme).collect();
        f.debug_struct("Credential").field("schemes", &schemes).finish_non_exhaustive()
    }
}

#[allow(dead_code)] // an API may name no credentials
impl Credential {
    /// The one secret of a scheme.
    pub(super) fn one(scheme: Scheme, secret: impl Into<String>) -> Self {
        Self::two(scheme, secret, String::new())
    }

    /// The two secrets of a scheme: a name and a password, an id and a secret.
    pub(super) fn two(scheme: Scheme, first: impl Into<String>, second: impl Into<String>) -> Self {
        Self { parts: vec![(scheme, [first.into(), second.into()])] }
    }

    /// Both, sent together.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self
    }

    /// The first way to authenticate whose environment variables are all set.
    pub(super) fn from_env(ways: &[&[(Scheme, &[&'static str])]]) -> Result<Self, MissingVariable> {
        let missing = || MissingVariable { names: ways.iter().map(|way| names(way)).collect() };
        ways.iter().find_map(|way| Self::of_variables(way)).ok_or_else(missing)
    }

    fn of_variables(way: &[(Scheme, &[&'static str])]) -> Option<Self> {
        let get = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let part = |(scheme, names): &(Scheme, &[&str])| match *names {
            [only] => Some(Self::one(*scheme, get(only)?)),
            [first, second] => Some(Self::two(*scheme, get(first)?, get(second)?)),
            _ => None,
        };
        let parts: Option<Vec<Self>> = way.iter().map(part).collect();
        parts?.into_iter().reduce(Self::and)
    }

    /// What puts the secrets on requests.
    pub(super) fn access(self) -> Result<Access, InvalidCredential> {
        let mut access = Access::default();
        for (scheme, [first, second]) in self.parts {
            match scheme {
                Scheme::Bearer => access.add(Bearer::new(first)?),
                Scheme::Basic => access.add(Basic::new(first, second)?),
                Scheme::Header(name) => access.add(ApiKey::new(name, first)?),
                Scheme::Query(name) => access.add(ApiKey::in_query(name, first)),
                Scheme::Cookie(name) => access.add(ApiKey::in_cookie(name, &first)?),
                Scheme::ClientCredentials(url) => access.exchange = Some(Arc::new(Exchange::new(url, first, second))),
            }
        }
        Ok(access)
    }
}

fn names(way: &[(Scheme, &[&'static str])]) -> Vec<&'static str> {
    way.iter().flat_map(|(_, names)| names.iter().copied()).collect()
}

/// No credential in the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingVariable {
    /// Those of each way to authenticate.
    names: Vec<Vec<&'static str>>,
}

impl fmt::Display for MissingVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ways: Vec<String> = self.names.iter().map(|names| names.join(" and ")).collect();
        write!(f, "the environment has no credential: set {}", ways.join(", or "))
    }
}

impl std::error::Error for MissingVariable {}

/// What puts a credential on requests.
#[derive(Clone, Default)]
pub(super) struct Access {
    fixed: Vec<Arc<dyn Authenticate + Send + Sync>>,
    /// What has to be exchanged for a token first.
    pub exchange: Option<Arc<Exchange>>,
}

impl Access {
    pub(super) fn fixed(authenticate: impl Authenticate + Send + Sync + 'static) -> Self {
        Self { fixed: vec![Arc::new(authenticate)], exchange: None }
    }

    fn add(&mut self, authenticate: impl Authenticate + Send + Sync + 'static) {
        self.fixed.push(Arc::new(authenticate));
    }

    /// Puts on what needs no exchange.
    pub(super) fn apply(&self, request: &mut Request<Vec<u8>>) {
        self.fixed.iter().for_each(|authenticate| authenticate.apply(request));
    }
}
