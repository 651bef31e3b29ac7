// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! The draft of a request: parameters go in one by one, a request comes out.
//!
//! In: a path with placeholders, values with their places. Out: an [`http::Request`]. It must not know bodies' formats.

use super::globals::{Globals, Place, json};
use super::value::{Flat, leaves, text};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Uri, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// Everything but the characters that RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What stands for no value in JSON.
const NULL: &str = "null";

/// How lists and objects are written in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `a=1&a=2`; the members of an object stand for themselves.
    FormExplode,
    /// `a=1,2`; the members of an object are `a=key,1`.
    FormJoined,
    /// `a[key]=1`.
    DeepObject,
}

/// Why an endpoint could not be made into a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError {
    /// A path parameter is empty, `.` or `..`: the URL would address something else.
    PathParameter {
        /// The parameter.
        name: &'static str,
    },
    /// A parameter that is required has no value: neither the call gives one nor the client.
    Missing {
        /// The parameter.
        name: &'static str,
    },
    /// The path has a placeholder that no parameter fills.
    Placeholder {
        /// The path, with its placeholders.
        path: &'static str,
    },
    /// A value cannot be written as text or JSON.
    Value {
        /// The parameter, or `body`.
        name: &'static str,
        /// What the serializer said.
        reason: String,
    },
    /// A value holds characters that a header cannot hold.
    Header {
        /// The header.
        name: String,
    },
    /// The base URL and the path do not make a URL.
    Url {
        /// What is wrong.
        reason: String,
    },
    /// A credential holds characters that a header cannot hold.
    Credential,
    /// No token was given for the credential.
    Token {
        /// What came in its place.
        reason: String,
    },
    /// A page names a next one that was there before, or that stands at another host.
    NextPage {
        /// What it names.
        reason: &'static str,
    },
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PathParameter { name } => write!(f, "the path parameter `{name}` must not be empty, `.` or `..`"),
            Self::Missing { name } => write!(f, "neither the call nor the client gives `{name}`"),
            Self::Placeholder { path } => write!(f, "no parameter fills a placeholder of `{path}`"),
            Self::Value { name, reason } => write!(f, "cannot write `{name}`: {reason}"),
            Self::Header { name } => {
                write!(f, "the value of the header `{name}` holds characters that a header cannot hold")
            }
            Self::Url { reason } => write!(f, "cannot make a URL: {reason}"),
            Self::Credential => f.write_str("the credential holds characters that a header cannot hold"),
            Self::Token { reason } => write!(f, "no token for the credential: {reason}"),
            Self::NextPage { reason } => write!(f, "cannot ask for the next page: {reason}"),
        }
    }
}

impl std::error::Error for RequestError {}

/// A request in the making.
#[derive(Debug, Clone)]
pub struct Draft {
    template: &'static str,
    path: String,
    query: String,
    headers: HeaderMap,
    body: Vec<u8>,
    globals: Globals,
    /// Members that the body has unless it says otherwise: each name, and its value as JSON.
    pub(super) presets: Vec<(&'static str, &'static str)>,
}

impl Draft {
    /// A draft for a path with `{placeholders}`.
    #[must_use]
    pub fn new(path: &'static str) -> Self {
        Self {
            template: path,
            path: path.to_owned(),
            query: String::new(),
            headers: HeaderMap::new(),
            body: Vec::new(),
            globals: Globals::default(),
            presets: Vec::new(),
        }
    }

    /// Sends these values for parameters that have none.
    #[must_use]
    pub fn globals(self, globals: &Globals) -> Self {
        Self { globals: globals.clone(), ..self }
    }

    /// The value of a parameter, or the client's.
    fn value<T: Serialize + ?Sized>(&self, place: Place, name: &'static str, value: &T) -> Result<Flat, RequestError> {
        match json(name, value)? {
            Value::Null => self.globals.get(place, name).map(Flat::from),
            own => Ok(Flat::from(own)),
        }
    }

    /// Sees that a parameter has a value, be it the client's.
    ///
    /// # Errors
    /// When it has none.
    pub fn demand(&self, place: Place, name: &'static str, is_given: bool) -> Result<(), RequestError> {
        let is_there = is_given || !self.globals.get(place, name)?.is_null();
        if is_there { Ok(()) } else { Err(RequestError::Missing { name }) }
    }

    /// Gives the body that is set next a member, with this JSON for its value, unless the body has it.
    pub fn preset(&mut self, name: &'static str, json: &'static str) {
        self.presets.push((name, json));
    }

    /// Fills the placeholder `{name}` in.
    ///
    /// # Errors
    /// When the value is empty, or a dot segment, which clients would resolve away.
    pub fn path<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), RequestError> {
        let filling = path_text(self.value(Place::Path, name, value)?);
        if matches!(filling.as_str(), "" | "." | "..") {
            return Err(RequestError::PathParameter { name });
        }
        self.path = self.path.replace(&format!("{{{name}}}"), &filling);
        Ok(())
    }

    /// Adds a query parameter, lists as `a=1&a=2`; nothing when the value is absent.
    ///
    /// # Errors
    /// When the value does not serialize.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), RequestError> {
        self.styled_query(name, Style::FormExplode, value)
    }

    /// Adds a query parameter, lists as `a=1,2`; nothing when the value is absent.
    ///
    /// # Errors
    /// When the value does not serialize.
    pub fn query_joined<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), RequestError> {
        self.styled_query(name, Style::FormJoined, value)
    }

    /// Adds a query parameter, objects as `a[key]=1`; nothing when the value is absent.
    ///
    /// # Errors
    /// When the value does not serialize.
    pub fn query_deep<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), RequestError> {
        self.styled_query(name, Style::DeepObject, value)
    }

    /// Adds a query parameter as JSON text; nothing when the value is absent.
    ///
    /// # Errors
    /// When the value does not serialize.
    pub fn query_json<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), RequestError> {
        let wrong = |error: serde_json::Error| RequestError::Value { name, reason: error.to_string() };
        let text = match serde_json::to_string(value).map_err(wrong)?.as_str() {
            NULL => self.globals.get(Place::Query, name)?.to_string(),
            own => own.to_owned(),
        };
        if text != NULL {
            push_pair(&mut self.query, name, &encode(&text));
        }
        Ok(())
    }

    fn styled_query<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        style: Style,
        value: &T,
    ) -> Result<(), RequestError> {
        for (key, text) in query_pairs(name, style, self.value(Place::Query, name, value)?) {
            push_pair(&mut self.query, &key, &text);
        }
        Ok(())
    }

    /// Sets a header; nothing when the value is absent.
    ///
    /// # Errors
    /// When the value does not serialize, or holds characters that a header cannot hold.
    pub fn header<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), RequestError> {
        self.insert_header(name, value, false)
    }

    /// Sets a header whose value clients should neither log nor compress.
    ///
    /// # Errors
    /// As [`header`](Self::header).
    pub fn secret_header<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), RequestError> {
        self.insert_header(name, value, true)
    }

    fn insert_header<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
        secret: bool,
    ) -> Result<(), RequestError> {
        let Some(text) = simple_text(self.value(Place::Header, name, value)?) else { return Ok(()) };
        let invalid = || RequestError::Header { name: name.to_owned() };
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid())?;
        let mut content = HeaderValue::from_bytes(text.as_bytes()).map_err(|_| invalid())?;
        content.set_sensitive(secret);
        self.headers.insert(key, content);
        Ok(())
    }

    /// Sets the body and its media type.
    ///
    /// # Errors
    /// When the media type holds characters that a header cannot hold.
    pub fn set_body(&mut self, media_type: &str, body: Vec<u8>) -> Result<(), RequestError> {
        let content = HeaderValue::from_str(media_type)
            .map_err(|_| RequestError::Header { name: header::CONTENT_TYPE.to_string() })?;
        self.headers.insert(header::CONTENT_TYPE, content);
        self.body = body;
        Ok(())
    }

    /// The request, addressed below `base`.
    ///
    /// # Errors
    /// When `base` is no URL, or a placeholder of the path is left.
    pub fn finish(self, method: &str, base: &str, accept: &'static str) -> Result<Request<Vec<u8>>, RequestError> {
        if self.path.contains('{') {
            return Err(RequestError::Placeholder { path: self.template });
        }
        let uri = url(base, &self)?;
        let mut request = Request::builder()
            .method(method)
            .uri(uri)
            .body(self.body)
            .map_err(|error| RequestError::Url { reason: error.to_string() })?;
        *request.headers_mut() = self.headers;
        request.headers_mut().entry(header::ACCEPT).or_insert(HeaderValue::from_static(accept));
        Ok(request)
    }
}

/// The full URL. Errors name the template only: the values may be secrets.
fn url(base: &str, draft: &Draft) -> Result<Uri, RequestError> {
    let wrong = |reason: String| RequestError::Url { reason };
    if base.contains(['?', '#']) {
        return Err(wrong("the base URL must not have a query or a fragment".to_owned()));
    }
    let Draft { template, path, query, .. } = draft;
    let mark = if query.is_empty() { "" } else { "?" };
    let text = format!("{}{path}{mark}{query}", base.trim_end_matches('/'));
    let uri: Uri = text.parse().map_err(|error| wrong(format!("`{base}` and `{template}`: {error}")))?;
    if uri.scheme().is_none() || uri.authority().is_none() {
        return Err(wrong(format!("the base URL `{base}` needs a scheme and a host")));
    }
    Ok(uri)
}

pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// A name of a query, unescaped.
pub(super) fn decoded(text: &str) -> std::borrow::Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// Appends a pair to a query or a form: the name as it is, the value escaped already.
pub(super) fn push_pair(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(&encode(name));
    query.push('=');
    query.push_str(value);
}

/// The pairs of a query parameter; the values are escaped.
pub(super) fn query_pairs(name: &str, style: Style, value: Flat) -> Vec<(String, String)> {
    let joined = style == Style::FormJoined;
    match value {
        Flat::Nothing => Vec::new(),
        Flat::One(text) => vec![(name.to_owned(), encode(&text))],
        Flat::Many(items) if joined && items.is_empty() => Vec::new(),
        Flat::Many(items) if joined => vec![(name.to_owned(), join_encoded(&items))],
        Flat::Many(items) => items.iter().map(|item| (name.to_owned(), encode(item))).collect(),
        Flat::Named(members) if style == Style::DeepObject => deep_pairs(name, &members),
        Flat::Named(members) if joined => vec![(name.to_owned(), join_encoded(&keys_and_texts(&members)))],
        Flat::Named(members) => {
            members.into_iter().flat_map(|(key, member)| query_pairs(&key, style, member.into())).collect()
        }
    }
}

fn deep_pairs(name: &str, members: &[(String, Value)]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (key, member) in members {
        leaves(&format!("{name}[{key}]"), member, &mut pairs);
    }
    pairs.into_iter().map(|(key, text)| (key, encode(&text))).collect()
}

fn keys_and_texts(members: &[(String, Value)]) -> Vec<String> {
    members.iter().filter_map(|(key, member)| Some([key.clone(), text(member)?])).flatten().collect()
}

fn join_encoded(items: &[String]) -> String {
    items.iter().map(|item| encode(item)).collect::<Vec<_>>().join(",")
}

/// A path parameter's text, escaped.
fn path_text(value: Flat) -> String {
    match value {
        Flat::Nothing => String::new(),
        Flat::One(text) => encode(&text),
        Flat::Many(items) => join_encoded(&items),
        Flat::Named(members) => join_encoded(&keys_and_texts(&members)),
    }
}

/// A header's text.
fn simple_text(value: Flat) -> Option<String> {
    match value {
        Flat::Nothing => None,
        Flat::One(text) => Some(text),
        Flat::Many(items) => Some(items.join(",")),
        Flat::Named(members) => Some(keys_and_texts(&members).join(",")),
    }
}
