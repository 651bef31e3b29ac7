//! Bodies of requests: JSON, forms, multipart, and bytes of the caller's media type.
//!
//! In: a value that serializes. Out: bytes and a `Content-Type` in a [`Draft`]. It must not know paths, queries or operations.

use super::draft::{Draft, RequestError, Style, push_pair, query_pairs};
use super::value::{Flat, text};
use crate::support::Bytes;
use serde::Serialize;
use serde_json::{Map, Value, value::RawValue};
use std::{collections::BTreeMap, fmt};

/// A body that is sent as it is.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RawBody {
    /// The media type (`application/octet-stream`).
    pub media_type: String,
    /// The content.
    pub content: Vec<u8>,
}

impl RawBody {
    /// A body of the media type `media_type`.
    pub fn new(media_type: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self { media_type: media_type.into(), content: content.into() }
    }
}

/// Without the content, which is long or secret.
impl fmt::Debug for RawBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { media_type, content } = self;
        f.debug_struct("RawBody")
            .field("media_type", media_type)
            .field("content", &format_args!("{} bytes", content.len()))
            .finish()
    }
}

/// A field of a multipart body that holds a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileField {
    /// The field's name.
    pub field: &'static str,
    /// Where its content stands.
    pub content: FileContent,
}

/// Where the content of a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileContent {
    /// The field is the content.
    Itself,
    /// The field is an object with a file name and the content under these keys.
    Members {
        /// The key of the file's name.
        name: &'static str,
        /// The key of its content.
        content: &'static str,
    },
}

impl FileField {
    /// A field that is the file's content.
    #[must_use]
    pub const fn bytes(field: &'static str) -> Self {
        Self { field, content: FileContent::Itself }
    }

    /// A field that is an object with a file name and the content under these keys.
    #[must_use]
    pub const fn object(field: &'static str, name: &'static str, content: &'static str) -> Self {
        Self { field, content: FileContent::Members { name, content } }
    }
}

impl Draft {
    /// Sets a JSON body; none when the value is absent.
    ///
    /// # Errors
    /// When the value does not serialize.
    pub fn json<T: Serialize>(&mut self, body: Option<&T>) -> Result<(), RequestError> {
        self.json_as("application/json", body)
    }

    /// The same of a media type that is JSON by another name.
    ///
    /// # Errors
    /// As [`json`](Self::json).
    pub fn json_as<T: Serialize>(&mut self, media_type: &'static str, body: Option<&T>) -> Result<(), RequestError> {
        let Some(body) = body else { return Ok(()) };
        let mut content = serde_json::to_vec(body).map_err(|error| unwritable(&error))?;
        self.presets.iter().for_each(|(name, json)| add_member(&mut content, name, json));
        self.set_body(media_type, content)
    }

    /// Sets a form-urlencoded body; none when the value is absent.
    ///
    /// # Errors
    /// When the value does not serialize.
    pub fn form<T: Serialize>(&mut self, body: Option<&T>) -> Result<(), RequestError> {
        let Some(body) = body else { return Ok(()) };
        let mut form = String::new();
        for (name, value) in self.members(body)? {
            for (key, text) in query_pairs(&name, Style::FormExplode, form_value(value)) {
                push_pair(&mut form, &key, &text);
            }
        }
        self.set_body("application/x-www-form-urlencoded", form.into_bytes())
    }

    /// Sets a multipart body; none when the value is absent.
    ///
    /// # Errors
    /// When the value does not serialize.
    pub fn multipart<T: Serialize>(&mut self, body: Option<&T>, files: &[FileField]) -> Result<(), RequestError> {
        let Some(body) = body else { return Ok(()) };
        let mut parts = Vec::new();
        for (name, value) in self.members(body)? {
            let file = files.iter().find(|file| file.field == name);
            for item in items(value) {
                parts.push(Part::new(&name, &item, file));
            }
        }
        let boundary = boundary(&parts);
        self.set_body(&format!("multipart/form-data; boundary={boundary}"), join(&parts, &boundary))
    }

    /// The members of a form, with the presets that it lacks.
    fn members<T: Serialize>(&self, body: &T) -> Result<Map<String, Value>, RequestError> {
        let mut members = object(body)?;
        for (name, json) in &self.presets {
            if !members.contains_key(*name) {
                let value = serde_json::from_str(json).map_err(|error| unwritable(&error))?;
                members.insert((*name).to_owned(), value);
            }
        }
        Ok(members)
    }

    /// Sets a body that is sent as it is; none when the value is absent.
    ///
    /// # Errors
    /// When the media type holds characters that a header cannot hold.
    pub fn raw(&mut self, body: Option<&RawBody>) -> Result<(), RequestError> {
        body.map_or(Ok(()), |body| self.set_body(&body.media_type, body.content.clone()))
    }
}

/// Adds a member to an object in JSON that lacks it; all else stays as it was written.
fn add_member(content: &mut Vec<u8>, name: &str, json: &str) {
    let Ok(members) = serde_json::from_slice::<BTreeMap<String, &RawValue>>(content) else { return };
    if members.contains_key(name) {
        return;
    }
    let comma = if members.is_empty() { "" } else { "," };
    content.truncate(content.iter().rposition(|byte| *byte == b'}').unwrap_or_default());
    content.extend(format!("{comma}{}:{json}}}", Value::from(name)).into_bytes());
}

fn unwritable(error: &(impl ToString + ?Sized)) -> RequestError {
    RequestError::Value { name: "body", reason: error.to_string() }
}

fn object<T: Serialize>(body: &T) -> Result<Map<String, Value>, RequestError> {
    match serde_json::to_value(body).map_err(|error| unwritable(&error))? {
        Value::Object(members) => Ok(members),
        Value::Null => Ok(Map::new()),
        _ => Err(unwritable("a form must be an object")),
    }
}

/// A form knows no nesting: an object within it travels as JSON.
fn form_value(value: Value) -> Flat {
    match value {
        Value::Object(_) => text(&value).map_or(Flat::Nothing, Flat::One),
        other => Flat::from(other),
    }
}

/// The values that stand under one name, nulls left out.
fn items(value: Value) -> Vec<Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.into_iter().filter(|item| !item.is_null()).collect(),
        other => vec![other],
    }
}

/// How an object with a file calls the file's media type.
const MEDIA_TYPE_KEYS: [&str; 2] = ["contentType", "content_type"];

/// A part of a multipart body.
struct Part {
    head: String,
    content: Vec<u8>,
}

impl Part {
    fn new(name: &str, value: &Value, file: Option<&FileField>) -> Self {
        let disposition = format!("Content-Disposition: form-data; name=\"{}\"", quoted(name));
        match file {
            Some(file) => Self::file(&disposition, value, file),
            None if value.is_object() || value.is_array() => Self {
                head: format!("{disposition}\r\nContent-Type: application/json"),
                content: value.to_string().into_bytes(),
            },
            None => Self { head: disposition, content: text(value).unwrap_or_default().into_bytes() },
        }
    }

    fn file(disposition: &str, value: &Value, file: &FileField) -> Self {
        let (name, content) = match file.content {
            FileContent::Itself => (file.field, value),
            FileContent::Members { name, content } => (value[name].as_str().unwrap_or(file.field), &value[content]),
        };
        let media_type = MEDIA_TYPE_KEYS.iter().find_map(|key| value[key].as_str());
        let media_type = media_type.filter(|text| !text.contains(['\r', '\n'])).unwrap_or("application/octet-stream");
        Self {
            head: format!("{disposition}; filename=\"{}\"\r\nContent-Type: {media_type}", quoted(name)),
            content: file_content(content),
        }
    }
}

/// Bytes travel as base64 text within JSON; a part holds them as they are.
fn file_content(value: &Value) -> Vec<u8> {
    match serde_json::from_value::<Bytes>(value.clone()) {
        Ok(bytes) => bytes.into_vec(),
        Err(_) => text(value).unwrap_or_default().into_bytes(),
    }
}

/// A name within quotes, escaped as browsers do.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// A boundary that occurs in none of the parts; the same parts have the same boundary.
fn boundary(parts: &[Part]) -> String {
    let occurs = |boundary: &str| {
        parts.iter().any(|part| part.content.windows(boundary.len()).any(|window| window == boundary.as_bytes()))
    };
    let mut number = 0_u64;
    loop {
        let candidate = format!("part-boundary-{number:016x}");
        if !occurs(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

fn join(parts: &[Part], boundary: &str) -> Vec<u8> {
    let mut body = Vec::new();
    for part in parts {
        body.extend_from_slice(format!("--{boundary}\r\n{}\r\n\r\n", part.head).as_bytes());
        body.extend_from_slice(&part.content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    body
}
