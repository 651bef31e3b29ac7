//! Results that come in pages: what moves from one page to the next, and when there is none.
//!
//! In: the first request, and the pages as they come. Out: the next request. It must not know any HTTP client, nor types: pages are
//! JSON here.

use super::Endpoint;
use super::draft::{RequestError, decoded, encode, push_pair};
use http::{Request, Uri};
use serde_json::Value;
use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// An endpoint whose results come in pages.
pub trait Pages: Endpoint {
    /// How they do.
    const PAGING: Paging;
}

/// An endpoint whose pages hold items.
pub trait Items: Pages {
    /// An item.
    type Item;

    /// The items of a page.
    fn items(page: Self::Success) -> Vec<Self::Item>;
}

/// How the results of an operation come in pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// What moves.
    pub moves: Moves,
    /// The wire name of the argument that bounds the size of a page.
    pub limit: Option<&'static str>,
    /// Where a page holds its items, as a JSON pointer.
    pub items: Option<&'static str>,
    /// Where a page holds the number of pages, as a JSON pointer.
    pub total: Option<&'static str>,
}

/// What moves from one page to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    /// An argument that counts pages; the first has the number 1 unless the request says otherwise.
    Page(Argument),
    /// An argument that counts items.
    Offset(Argument),
    /// An argument that holds what a page names at this JSON pointer.
    Cursor(Argument, &'static str),
    /// The URL, which a page names at this JSON pointer.
    Url(&'static str),
}

/// An argument, by its wire name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Argument {
    /// A parameter of the query.
    Query(&'static str),
    /// A field of the body.
    Body(&'static str),
}

/// A walk from page to page.
#[derive(Debug)]
pub struct Walk {
    paging: &'static Paging,
    /// The request for the next page; none behind the last.
    next: Option<Request<Vec<u8>>>,
    /// The pages that were asked for by name.
    named: HashSet<String>,
    /// The page before, hashed.
    before: Option<u64>,
}

impl Walk {
    /// The walk that begins with a request.
    #[must_use]
    pub fn new(paging: &'static Paging, first: Request<Vec<u8>>) -> Self {
        Self { paging, next: Some(first), named: HashSet::new(), before: None }
    }

    /// The request for the next page; none behind the last.
    #[must_use]
    pub fn request(&self) -> Option<&Request<Vec<u8>>> {
        self.next.as_ref()
    }

    /// Ends the walk.
    pub fn stop(&mut self) {
        self.next = None;
    }

    /// Takes a page, and moves on. Whether it is a page at all: one that repeats the page before is none.
    ///
    /// # Errors
    /// When the page names one that there was before, or that stands at another host.
    pub fn take(&mut self, page: &[u8]) -> Result<bool, RequestError> {
        let Some(request) = self.next.take() else { return Ok(false) };
        let hash = hash(page);
        if self.before.replace(hash) == Some(hash) && !matches!(self.paging.moves, Moves::Cursor(..) | Moves::Url(_)) {
            return Ok(false);
        }
        let json: Value = serde_json::from_slice(page).unwrap_or_default();
        self.next = self.following(request, &json)?;
        Ok(true)
    }

    fn following(&mut self, request: Request<Vec<u8>>, page: &Value) -> Result<Option<Request<Vec<u8>>>, RequestError> {
        let moved = |argument: Argument, value: u64| with(request.clone(), argument, &Value::from(value));
        Ok(match self.paging.moves {
            Moves::Page(argument) => {
                let number = given(&request, argument).unwrap_or(1);
                let is_last = self.total(page).is_some_and(|total| number >= total);
                (self.is_full(&request, argument, page) && !is_last).then(|| moved(argument, number.saturating_add(1)))
            }
            Moves::Offset(argument) => {
                let count = self.count(page).unwrap_or(0);
                let offset = given(&request, argument).unwrap_or(0);
                self.is_full(&request, argument, page).then(|| moved(argument, offset.saturating_add(count)))
            }
            Moves::Cursor(argument, next) => {
                let Some(cursor) = page.pointer(next).filter(|value| names_a_page(value)) else { return Ok(None) };
                self.note(cursor.to_string())?;
                Some(with(request, argument, cursor))
            }
            Moves::Url(next) => {
                let Some(url) = page.pointer(next).and_then(Value::as_str).filter(|url| !url.is_empty()) else {
                    return Ok(None);
                };
                self.note(url.to_owned())?;
                Some(at(request, url)?)
            }
        })
    }

    /// Whether a page has as many items as it may have, so that another may follow.
    fn is_full(&self, request: &Request<Vec<u8>>, moves: Argument, page: &Value) -> bool {
        let Some(count) = self.count(page) else { return !is_empty(page) };
        let limit = self.paging.limit.and_then(|limit| {
            let argument = match moves {
                Argument::Query(_) => Argument::Query(limit),
                Argument::Body(_) => Argument::Body(limit),
            };
            given(request, argument)
        });
        count > 0 && count >= limit.unwrap_or(0)
    }

    fn count(&self, page: &Value) -> Option<u64> {
        let items = page.pointer(self.paging.items?)?.as_array()?;
        u64::try_from(items.len()).ok()
    }

    fn total(&self, page: &Value) -> Option<u64> {
        page.pointer(self.paging.total?)?.as_u64()
    }

    /// Notes a page that is asked for by name.
    fn note(&mut self, name: String) -> Result<(), RequestError> {
        if self.named.insert(name) {
            return Ok(());
        }
        Err(RequestError::NextPage { reason: "the API names a page that there was before" })
    }
}

fn names_a_page(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.is_empty(),
        Value::Number(_) => true,
        _ => false,
    }
}

fn is_empty(page: &Value) -> bool {
    match page {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn hash(page: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    page.hash(&mut hasher);
    hasher.finish()
}

/// The number that a request gives to an argument.
fn given(request: &Request<Vec<u8>>, argument: Argument) -> Option<u64> {
    match argument {
        Argument::Query(name) => {
            let mut pairs = request.uri().query()?.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| decoded(key) == name).and_then(|(_, value)| value.parse().ok())
        }
        Argument::Body(name) => serde_json::from_slice::<Value>(request.body()).ok()?.get(name)?.as_u64(),
    }
}

/// The request with another value of an argument.
fn with(request: Request<Vec<u8>>, argument: Argument, value: &Value) -> Request<Vec<u8>> {
    let text = || value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match argument {
        Argument::Query(name) => with_query(request, name, &text()),
        Argument::Body(name) => with_field(request, name, value),
    }
}

fn with_query(mut request: Request<Vec<u8>>, name: &str, value: &str) -> Request<Vec<u8>> {
    let uri = request.uri();
    let kept = uri.query().unwrap_or_default().split('&').filter(|pair| {
        let key = pair.split_once('=').map_or(*pair, |(key, _)| key);
        !pair.is_empty() && decoded(key) != name
    });
    let mut query = kept.collect::<Vec<_>>().join("&");
    push_pair(&mut query, name, &encode(value));
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = format!("{}?{query}", uri.path()).parse().ok();
    if let Ok(moved) = Uri::from_parts(parts) {
        *request.uri_mut() = moved;
    }
    request
}

fn with_field(mut request: Request<Vec<u8>>, name: &str, value: &Value) -> Request<Vec<u8>> {
    if let Ok(Value::Object(mut members)) = serde_json::from_slice(request.body()) {
        members.insert(name.to_owned(), value.clone());
        *request.body_mut() = Value::Object(members).to_string().into_bytes();
    }
    request
}

/// The request at another URL of the same host: its credentials are for no other.
fn at(mut request: Request<Vec<u8>>, url: &str) -> Result<Request<Vec<u8>>, RequestError> {
    let wrong = |reason| RequestError::NextPage { reason };
    let next: Uri = url.parse().map_err(|_| wrong("the API names no URL"))?;
    let here = request.uri();
    let (scheme, authority) = (next.scheme().or(here.scheme()), next.authority().or(here.authority()));
    if scheme != here.scheme() || authority != here.authority() {
        return Err(wrong("the API names a page at another host"));
    }
    let mut parts = here.clone().into_parts();
    parts.path_and_query = next.path_and_query().cloned();
    *request.uri_mut() = Uri::from_parts(parts).map_err(|_| wrong("the API names no URL"))?;
    Ok(request)
}
