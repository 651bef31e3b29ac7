// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Server-sent events, and JSON values that stand one on a line.
//!
//! In: bytes as they come, in pieces of any size. Out: typed events, up to the end or the event that says so. It must not know where the
//! bytes come from.

use super::Endpoint;
use super::event_lines::{LineReader, Lines};
use crate::support::{self, DecodeError};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::{fmt, io, marker::PhantomData, time::Duration};

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
    /// The data of the event that ends the events and is none itself, where the docs name it.
    const SENTINEL: Option<&'static str> = None;
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

/// The data of the event that ends the events, unless the docs name another: most APIs send this one or none.
const SENTINEL: &str = "[DONE]";

/// Cuts bytes into events.
#[derive(Debug, Clone)]
pub struct EventDecoder<T> {
    frame: Frame,
    limit: usize,
    sentinel: &'static str,
    lines: LineReader,
    /// The event whose lines are being read.
    event: Lines,
    last_id: Option<String>,
    retry: Option<Duration>,
    done: bool,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> EventDecoder<T> {
    /// A decoder before the first byte, which takes events of up to 16 MiB.
    #[must_use]
    pub fn new(frame: Frame) -> Self {
        Self {
            frame,
            limit: LIMIT,
            sentinel: SENTINEL,
            lines: LineReader::default(),
            event: Lines::default(),
            last_id: None,
            retry: None,
            done: false,
            item: PhantomData,
        }
    }

    /// The decoder of an endpoint's events.
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(crate) fn of<E: Streams<Event = T>>() -> Self {
        let decoder = Self::new(E::FRAME);
        match E::SENTINEL {
            Some(sentinel) => decoder.until(sentinel),
            None => decoder,
        }
    }

    /// The decoder with another bound on the bytes of one event. A longer one is an error, and the last that is read.
    #[must_use]
    pub fn limit(self, bytes: usize) -> Self {
        Self { limit: bytes, ..self }
    }

    /// The decoder of events that end with this data, and not with `[DONE]`.
    #[must_use]
    pub fn until(self, sentinel: &'static str) -> Self {
        Self { sentinel, ..self }
    }

    /// The id of the last event that had one. A request that bears it as `Last-Event-ID` asks for the events behind it.
    #[must_use]
    pub fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref()
    }

    /// How long the server asks to wait before another connection.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// Goes on with the first byte of another connection: what an event lacked of its end is lost.
    pub fn reconnected(&mut self) {
        self.lines = LineReader::default();
        self.event = Lines::default();
        self.done = false;
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
                    self.note(&event);
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

    /// Notes where another connection would go on, and when. An event may consist of that alone.
    fn note(&mut self, event: &Lines) {
        if let Some(id) = event.others.get("id").and_then(Value::as_str) {
            self.last_id = Some(id.to_owned()).filter(|id| !id.is_empty());
        }
        if let Some(milliseconds) = event.others.get("retry").and_then(Value::as_u64) {
            self.retry = Some(Duration::from_millis(milliseconds));
        }
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
        if data.trim() == self.sentinel {
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
        Self::decoded(source, EventDecoder::new(frame))
    }

    /// The events with another bound on the bytes of each; see [`EventDecoder::limit`].
    #[must_use]
    pub fn limit(self, bytes: usize) -> Self {
        Self { decoder: self.decoder.limit(bytes), ..self }
    }

    /// The events up to one with this data; see [`EventDecoder::until`].
    #[must_use]
    pub fn until(self, sentinel: &'static str) -> Self {
        Self { decoder: self.decoder.until(sentinel), ..self }
    }

    /// The events of a reader, by a decoder of one's own.
    pub(crate) fn decoded(source: R, decoder: EventDecoder<T>) -> Self {
        Self { source, decoder }
    }
}

/// Feeds a decoder with what a reader has next. Whether there was anything.
pub(crate) fn feed_from<T: DeserializeOwned>(
    source: &mut impl io::Read,
    decoder: &mut EventDecoder<T>,
) -> io::Result<bool> {
    let mut buffer = [0; 8 * 1024];
    loop {
        match source.read(&mut buffer) {
            Ok(length) => {
                decoder.feed(&buffer[..length]);
                return Ok(length > 0);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
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
            match feed_from(&mut self.source, &mut self.decoder) {
                Ok(true) => {}
                Ok(false) => self.decoder.finish(),
                Err(error) => {
                    self.decoder.abort();
                    return Some(Err(EventError::Io(error)));
                }
            }
        }
    }
}
