// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Server-sent events, and JSON values that stand one on a line.
//!
//! In: bytes as they come, in pieces of any size. Out: typed events, up to the end or `[DONE]`. It must not know where the
//! bytes come from.

use super::Endpoint;
use crate::support::{self, DecodeError};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::{fmt, io, marker::PhantomData};

/// What an event's type describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Frame {
    /// The JSON of the event's data.
    Data,
    /// The JSON of a line: the values stand one on a line, without anything of events.
    Line,
    /// The event as a whole: an object with `data`, and `event`, `id` and `retry` where they are sent.
    Event,
}

/// An endpoint that answers with server-sent events.
pub trait Streams: Endpoint {
    /// An event.
    type Event: DeserializeOwned;
    /// What the event's type describes.
    const FRAME: Frame;
}

/// Why an event could not be had.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventError {
    /// The bytes did not come through.
    Io(io::Error),
    /// The event is not what the documentation says.
    Decode(DecodeError),
}

impl fmt::Display for EventError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for EventError {}

/// How many bytes one event may have, unless the decoder is told otherwise: a server that never ends its event must not fill the
/// memory.
const LIMIT: usize = 16 * 1024 * 1024;

/// Cuts bytes into events.
#[derive(Debug, Clone)]
pub struct EventDecoder<T> {
    frame: Frame,
    limit: usize,
    lines: LineReader,
    /// The event whose lines are being read.
    event: Lines,
    done: bool,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> EventDecoder<T> {
    /// A decoder before the first byte, which takes events of up to 16 MiB.
    #[must_use]
    pub fn new(frame: Frame) -> Self {
        let (lines, event) = (LineReader::default(), Lines::default());
        Self { frame, limit: LIMIT, lines, event, done: false, item: PhantomData }
    }

    /// The decoder with another bound on the bytes of one event. A longer one is an error, and the last that is read.
    #[must_use]
    pub fn limit(self, bytes: usize) -> Self {
        Self { limit: bytes, ..self }
    }

    /// Takes bytes in.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.lines.feed(bytes);
    }

    /// Says that no more bytes will come.
    ///
    /// An event that is not ended by an empty line is dropped, as the specification of event streams says: nothing tells a whole
    /// event from one that was cut off.
    pub fn finish(&mut self) {
        self.lines.ended = true;
    }

    /// Gives up: nothing more will be asked for.
    pub fn abort(&mut self) {
        self.done = true;
    }

    /// Whether the end of the events was seen.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// The next event; none when more bytes are needed, or when the events are at their end.
    pub fn next_event(&mut self) -> Option<Result<T, DecodeError>> {
        if self.frame == Frame::Line {
            return self.next_value();
        }
        while !self.done {
            let line = self.lines.next_line();
            let held = self.event.size + line.as_ref().map_or(self.lines.waiting(), String::len);
            match line {
                _ if held > self.limit => return Some(Err(self.too_long())),
                Some(line) if line.is_empty() => {
                    let event = std::mem::take(&mut self.event);
                    if let Some(data) = event.data {
                        return self.decode(data, event.others);
                    }
                }
                Some(line) => self.event.take(&line),
                None => {
                    self.done = self.lines.ended;
                    return None;
                }
            }
        }
        None
    }

    fn too_long(&mut self) -> DecodeError {
        self.done = true;
        self.event = Lines::default();
        self.lines = LineReader::default();
        DecodeError::whole(format!("an event of more than {} bytes", self.limit))
    }

    /// The value on the next line that is not blank; the last line needs no end.
    fn next_value(&mut self) -> Option<Result<T, DecodeError>> {
        while !self.done {
            let line = self.lines.next_line().or_else(|| self.lines.last_line());
            let held = line.as_ref().map_or(self.lines.waiting(), String::len);
            match line {
                _ if held > self.limit => return Some(Err(self.too_long())),
                Some(line) if line.trim().is_empty() => {}
                Some(line) => return Some(support::decode(line.as_bytes())),
                None => {
                    self.done = self.lines.ended;
                    return None;
                }
            }
        }
        None
    }

    fn decode(&mut self, data: String, others: Map<String, Value>) -> Option<Result<T, DecodeError>> {
        if data.trim() == "[DONE]" {
            self.done = true;
            return None;
        }
        let json = match self.frame {
            Frame::Data | Frame::Line => data,
            Frame::Event => whole(data, others),
        };
        Some(support::decode(json.as_bytes()))
    }
}

/// Cuts bytes into lines, looking at each byte once.
#[derive(Debug, Clone, Default)]
struct LineReader {
    bytes: Vec<u8>,
    /// Where the line starts that comes next.
    start: usize,
    /// Up to where it is known to have no end.
    seen: usize,
    /// Whether the last line ended in `\r`: a `\n` that follows belongs to it, even when it comes later.
    after_return: bool,
    /// Whether a line was given.
    begun: bool,
    /// Whether no more bytes will come.
    ended: bool,
}

impl LineReader {
    fn feed(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.start);
        self.seen -= self.start;
        self.start = 0;
        self.bytes.extend_from_slice(bytes);
    }

    /// How many bytes wait for the end of their line.
    fn waiting(&self) -> usize {
        self.bytes.len() - self.start
    }

    /// The next whole line, without its end.
    fn next_line(&mut self) -> Option<String> {
        if self.after_return && self.bytes.get(self.start).is_some() {
            self.after_return = false;
            self.start += usize::from(self.bytes[self.start] == b'\n');
            self.seen = self.seen.max(self.start);
        }
        let Some(end) = self.bytes[self.seen..].iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            self.seen = self.bytes.len();
            return None;
        };
        let end = self.seen + end;
        let line = String::from_utf8_lossy(&self.bytes[self.start..end]).into_owned();
        self.after_return = self.bytes[end] == b'\r';
        (self.start, self.seen) = (end + 1, end + 1);
        Some(self.without_mark(line))
    }

    /// What stands behind the last line's end, when no more will come.
    fn last_line(&mut self) -> Option<String> {
        if !self.ended || self.waiting() == 0 {
            return None;
        }
        let line = String::from_utf8_lossy(&self.bytes[self.start..]).into_owned();
        self.start = self.bytes.len();
        Some(self.without_mark(line))
    }

    /// A byte order mark may stand before the first line; anywhere else it is text.
    fn without_mark(&mut self, line: String) -> String {
        let first = !std::mem::replace(&mut self.begun, true);
        match line.strip_prefix('\u{feff}') {
            Some(rest) if first => rest.to_owned(),
            _ => line,
        }
    }
}

/// The lines of one event.
#[derive(Debug, Clone, Default)]
struct Lines {
    data: Option<String>,
    others: Map<String, Value>,
    /// How many bytes are kept.
    size: usize,
}

impl Lines {
    fn take(&mut self, line: &str) {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "event" | "id" => {
                self.others.insert(field.to_owned(), value.into());
            }
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                if let Ok(milliseconds) = value.parse::<u64>() {
                    self.others.insert(field.to_owned(), milliseconds.into());
                }
            }
            _ => return,
        }
        self.size += line.len();
    }
}

/// The JSON of an event as a whole; data that is no JSON is a text.
fn whole(data: String, mut members: Map<String, Value>) -> String {
    let data = serde_json::from_str(&data).unwrap_or(Value::String(data));
    members.insert("data".to_owned(), data);
    Value::Object(members).to_string()
}

/// Server-sent events out of a reader, one by one.
#[derive(Debug, Clone)]
pub struct EventStream<T, R = io::Cursor<Vec<u8>>> {
    source: R,
    decoder: EventDecoder<T>,
}

impl<T: DeserializeOwned, R: io::Read> EventStream<T, R> {
    /// The events of a reader.
    pub fn new(source: R, frame: Frame) -> Self {
        Self { source, decoder: EventDecoder::new(frame) }
    }

    /// The events with another bound on the bytes of each; see [`EventDecoder::limit`].
    #[must_use]
    pub fn limit(self, bytes: usize) -> Self {
        Self { decoder: self.decoder.limit(bytes), ..self }
    }

    fn read_more(&mut self) -> io::Result<()> {
        let mut buffer = [0; 8 * 1024];
        match self.source.read(&mut buffer) {
            Ok(0) => self.decoder.finish(),
            Ok(length) => self.decoder.feed(&buffer[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                self.decoder.abort();
                return Err(error);
            }
        }
        Ok(())
    }
}

impl<T: DeserializeOwned, R: io::Read> Iterator for EventStream<T, R> {
    type Item = Result<T, EventError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(event) = self.decoder.next_event() {
                return Some(event.map_err(EventError::Decode));
            }
            if self.decoder.is_done() {
                return None;
            }
            if let Err(error) = self.read_more() {
                return Some(Err(EventError::Io(error)));
            }
        }
    }
}
