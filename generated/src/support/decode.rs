// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Reading a whole JSON text, with errors that say where in it they stand.
//!
//! In: bytes. Out: a value, or the JSON path, the reason and a piece of the text. It must cost nothing while all goes well: the
//! path is found by walking over the text again.

use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::fmt::{self, Write as _};

/// Bytes of the text that an error shows.
const EXCERPT: usize = 60;

/// Reads a value from JSON text.
///
/// # Errors
/// When the text is not JSON, or not a `T`; the error says where.
pub fn decode<T: DeserializeOwned>(json: &[u8]) -> Result<T, DecodeError> {
    serde_json::from_slice(json).map_err(|error| locate(json, &error))
}

/// Why JSON text is not what was expected, and where.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    reason: String,
    excerpt: String,
}

impl DecodeError {
    /// Where it is: `properties[0].key`, or nothing for the value as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was wrong.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// A piece of the text around the place. It may hold secrets, so `Display` and `Debug` leave it out.
    #[must_use]
    pub fn excerpt(&self) -> &str {
        &self.excerpt
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "at `{}`: ", self.path)?;
        }
        f.write_str(&self.reason)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError").field("path", &self.path).field("reason", &self.reason).finish_non_exhaustive()
    }
}

impl std::error::Error for DecodeError {}

/// An error of `serde_json` with its place in the text as a path.
pub fn locate(json: &[u8], error: &serde_json::Error) -> DecodeError {
    let offset = offset(json, error.line(), error.column());
    let reason = reason(error);
    let mut walk = Walk { json, at: 0, steps: Vec::new(), length: length_of(&reason), found: None };
    walk.to(offset);
    let path = walk.found.take().unwrap_or_else(|| walk.path());
    DecodeError { path, reason: without_text(reason), excerpt: excerpt(json, offset) }
}

thread_local! {
    /// The last error about a value as a whole: its message and the length of the value's text.
    static WHOLE: RefCell<(String, usize)> = const { RefCell::new((String::new(), 0)) };
}

/// An error about a whole value, made when its text was already read.
///
/// `serde_json` only learns of it when it has gone on, so the place that it gives is behind the value; the value's length
/// finds it again.
pub fn error_about<E: serde::de::Error>(message: impl fmt::Display, raw: &str) -> E {
    let message = message.to_string();
    let error = E::custom(&message);
    WHOLE.with(|whole| *whole.borrow_mut() = (message, raw.len()));
    error
}

fn length_of(reason: &str) -> Option<usize> {
    WHOLE.with(|whole| {
        let (message, length) = &*whole.borrow();
        (message == reason).then_some(*length)
    })
}

/// The message without the line and column that `serde_json` puts behind it.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(place.as_str()).unwrap_or(&text).to_owned()
}

/// A reason without the text that was found, which may be a secret: `invalid type: string, expected i64`.
fn without_text(reason: String) -> String {
    let found = [": string \"", ": character `"].iter().find_map(|mark| reason.find(mark).map(|at| (at, mark)));
    let Some((from, mark)) = found.filter(|(at, _)| reason[..*at].starts_with("invalid ")) else { return reason };
    let kind_end = from + mark.len() - 2;
    match reason.rfind(", expected ") {
        Some(to) if to > kind_end => format!("{}{}", &reason[..kind_end], &reason[to..]),
        _ => reason,
    }
}

fn offset(json: &[u8], line: usize, column: usize) -> usize {
    let before =
        json.split_inclusive(|byte| *byte == b'\n').take(line.saturating_sub(1)).map(<[u8]>::len).sum::<usize>();
    (before + column).min(json.len())
}

fn excerpt(json: &[u8], offset: usize) -> String {
    let from = offset.saturating_sub(EXCERPT / 2);
    let to = (offset + EXCERPT / 2).min(json.len());
    String::from_utf8_lossy(&json[from..to]).trim_matches('\u{fffd}').to_owned()
}

/// A container that is open, and where in it the walk is.
struct Step {
    start: usize,
    place: Place,
    /// Whether the walk is at a value, not before it.
    within: bool,
}

enum Place {
    Key(String),
    Index(usize),
}

/// A walk over the text up to an offset.
struct Walk<'a> {
    json: &'a [u8],
    at: usize,
    steps: Vec<Step>,
    /// The length of the value to look for.
    length: Option<usize>,
    /// The path of the last value of that length.
    found: Option<String>,
}

impl Walk<'_> {
    fn to(&mut self, offset: usize) {
        while self.at < offset {
            match self.json[self.at] {
                b'{' => self.open(Place::Key(String::new()), false),
                b'[' => self.open(Place::Index(0), true),
                b'}' | b']' => self.close(),
                b',' => self.next(),
                b':' => self.value(),
                b'"' => self.string(offset),
                byte if byte.is_ascii_whitespace() => self.at += 1,
                _ => self.word(offset),
            }
        }
    }

    fn open(&mut self, place: Place, within: bool) {
        self.steps.push(Step { start: self.at, place, within });
        self.at += 1;
    }

    fn close(&mut self) {
        self.at += 1;
        if let Some(step) = self.steps.pop() {
            self.end(step.start);
        }
    }

    /// Takes note of a value that ends here, if it is as long as the one looked for.
    fn end(&mut self, start: usize) {
        if self.length == Some(self.at - start) {
            self.found = Some(self.path());
        }
    }

    fn next(&mut self) {
        if let Some(step) = self.steps.last_mut() {
            match &mut step.place {
                Place::Key(_) => step.within = false,
                Place::Index(index) => *index += 1,
            }
        }
        self.at += 1;
    }

    fn value(&mut self) {
        if let Some(step) = self.steps.last_mut() {
            step.within = true;
        }
        self.at += 1;
    }

    fn string(&mut self, offset: usize) {
        let start = self.at;
        self.at = string_end(self.json, start);
        match self.steps.last_mut() {
            Some(Step { place: Place::Key(key), within: false, .. }) => {
                *key = serde_json::from_slice(&self.json[start..self.at]).unwrap_or_default();
            }
            _ if self.at <= offset => self.end(start),
            _ => {}
        }
    }

    fn word(&mut self, offset: usize) {
        let start = self.at;
        while self.at < offset && !matches!(self.json[self.at], b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.end(start);
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in self.steps.iter().filter(|step| step.within) {
            match &step.place {
                Place::Key(key) => push_key(&mut path, key),
                Place::Index(index) => drop(write!(path, "[{index}]")),
            }
        }
        path
    }
}

fn push_key(path: &mut String, key: &str) {
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '$'));
    if !plain {
        let _ = write!(path, "[{key:?}]");
    } else if path.is_empty() {
        path.push_str(key);
    } else {
        path.push('.');
        path.push_str(key);
    }
}

/// Where the string that starts here ends, behind its closing quote.
fn string_end(json: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < json.len() && json[at] != b'"' {
        at += if json[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(json.len())
}
