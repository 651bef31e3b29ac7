// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Reading a whole JSON text, with errors that say where in it they stand.
//!
//! It costs nothing while all goes well: the path of an error is found afterwards, from the place that `serde_json` gives.

use super::depth::quietly;
use serde::de::DeserializeOwned;
use std::fmt::{self, Write as _};

/// Bytes of the text that an error shows.
const EXCERPT: usize = 60;

/// Characters of a key that a path shows.
const LONGEST_KEY: usize = 80;

/// Bytes of a path that an error shows.
const LONGEST_PATH: usize = 1_000;

/// Reads a value from JSON text.
///
/// Of several entries with one key the last holds. Numbers that no field of this crate describes (within
/// [`serde_json::Value`]) are integers of 64 bits, or floating-point numbers.
///
/// # Errors
/// When the text is not JSON, or not a `T`; the error says where.
pub fn decode<T: DeserializeOwned>(json: &[u8]) -> Result<T, DecodeError> {
    serde_json::from_slice(json).map_err(|error| locate(json, &error, &|cut| serde_json::from_slice::<T>(cut).err()))
}

/// Why JSON text is not what was expected, and where.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    reason: String,
    excerpt: String,
}

impl DecodeError {
    /// An error about a value of which there is no text to show.
    #[allow(dead_code)] // an API without endpoints has no such values
    pub(crate) fn whole(reason: String) -> Self {
        Self { path: String::new(), reason, excerpt: String::new() }
    }

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

/// Reads a part of a text again, and gives the error.
pub type Again<'a> = &'a dyn Fn(&[u8]) -> Option<serde_json::Error>;

/// An error of `serde_json` with its place in the text as a path.
pub fn locate(json: &[u8], error: &serde_json::Error, again: Again<'_>) -> DecodeError {
    let at = offset(json, error.line(), error.column());
    let end = if error.is_data() { value_end(json, at, again) } else { at };
    DecodeError { path: path_at(json, end), reason: without_text(reason(error)), excerpt: excerpt(json, at) }
}

/// Where the value ends that an error is about.
///
/// An error that is made when its value was already read (no member of a union fits, say) has the place to which `serde_json` has
/// come since: behind white space, and behind the comma or bracket that follows in the value's array or object. A bracket may as
/// well be the end of the value itself. The text up to the bracket tells: if the value ends before it, the same error comes again;
/// if it does not, the text is too short.
fn value_end(json: &[u8], at: usize, again: Again<'_>) -> usize {
    let before = text_end(json, at);
    let before = if json[..before].ends_with(b",") { text_end(json, before - 1) } else { before };
    let Some(b'}' | b']') = json[..before].last() else { return before };
    let inner = text_end(json, before - 1);
    match quietly(|| again(&json[..inner])) {
        Some(error) if error.is_data() => inner,
        _ => before,
    }
}

/// The offset without the white space before it.
fn text_end(json: &[u8], at: usize) -> usize {
    json[..at].iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(0, |last| last + 1)
}

/// The path of what stands at an offset.
pub fn path_at(json: &[u8], offset: usize) -> String {
    let mut walk = Walk { json, at: 0, steps: Vec::new() };
    walk.to(offset);
    walk.path()
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
                b'"' => self.string(),
                _ => self.at += 1,
            }
        }
    }

    fn open(&mut self, place: Place, within: bool) {
        self.steps.push(Step { place, within });
        self.at += 1;
    }

    fn close(&mut self) {
        self.steps.pop();
        self.at += 1;
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

    fn string(&mut self) {
        let start = self.at;
        self.at = string_end(self.json, start);
        if let Some(Step { place: Place::Key(key), within: false }) = self.steps.last_mut() {
            *key = serde_json::from_slice(&self.json[start..self.at]).unwrap_or_default();
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in self.steps.iter().filter(|step| step.within) {
            match &step.place {
                Place::Key(key) => push_key(&mut path, key),
                Place::Index(index) => drop(write!(path, "[{index}]")),
            }
        }
        without_start(path)
    }
}

/// A path whose start is left out where it is too long to be of use: its keys are the server's, not the docs'.
fn without_start(path: String) -> String {
    let from = path.len().saturating_sub(LONGEST_PATH);
    match path.char_indices().find(|(at, _)| *at >= from) {
        Some((at, _)) if at > 0 => format!("…{}", &path[at..]),
        _ => path,
    }
}

fn push_key(path: &mut String, key: &str) {
    let end = key.char_indices().nth(LONGEST_KEY).map_or(key.len(), |(at, _)| at);
    let key = &key[..end];
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
pub(super) fn string_end(json: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < json.len() && json[at] != b'"' {
        at += if json[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(json.len())
}
