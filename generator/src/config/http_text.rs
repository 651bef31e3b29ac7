//! Statuses, media types and names of headers in the two files.
//!
//! In: a value of the file. Out: the same value, which HTTP allows there. It must not know operations.

use serde::{Deserialize, Deserializer, de::Error};

/// A status of a success.
pub(super) fn success_status<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    let status = u16::deserialize(deserializer)?;
    if (200..400).contains(&status) {
        return Ok(Some(status));
    }
    Err(D::Error::custom(format!("{status} is no status of a success: write one from 200 to 399")))
}

/// A media type, without parameters.
pub(super) fn media_type<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.split_once('/') {
        Some((kind, name)) if is_token(kind) && is_token(name) => Ok(Some(text)),
        _ => Err(D::Error::custom("expected a media type such as `application/json`")),
    }
}

/// The name of a header.
pub(super) fn header<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if is_token(&text) { Ok(Some(text)) } else { Err(D::Error::custom("expected the name of a header")) }
}

/// Names of headers.
pub(super) fn headers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    match names.iter().find(|name| !is_token(name)) {
        Some(name) => Err(D::Error::custom(format!("`{name}` is not the name of a header"))),
        None => Ok(names),
    }
}

/// The URL of a server, without variables.
pub(super) fn base_url<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    let host = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    let is_plain =
        |host: &str| !host.is_empty() && host.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{}|?#".contains(&b));
    if host.is_some_and(is_plain) {
        Ok(text)
    } else {
        Err(D::Error::custom("expected a URL such as `https://api.example.com/v1`"))
    }
}

/// A word of HTTP (RFC 9110, 5.6.2).
fn is_token(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_sign)
}
