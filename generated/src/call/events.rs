// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Server-sent events.
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

/// Cuts bytes into events.
#[derive(Debug, Clone)]
pub struct EventDecoder<T> {
    frame: Frame,
    /// Bytes that are not read yet.
    pending: Vec<u8>,
    /// The event whose lines are being read.
    event: Lines,
    ended: bool,
    done: bool,
    item: PhantomData<fn() -> T>,
}

/// The lines of one event.
#[derive(Debug, Clone, Default)]
struct Lines {
    data: Option<String>,
    others: Map<String, Value>,
}

impl<T: DeserializeOwned> EventDecoder<T> {
    /// A decoder before the first byte.
    #[must_use]
    pub fn new(frame: Frame) -> Self {
        let event = Lines::default();
        Self { frame, pending: Vec::new(), event, ended: false, done: false, item: PhantomData }
    }

    /// Takes bytes in.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.pending.extend_from_slice(bytes);
    }

    /// Says that no more bytes will come.
    pub fn finish(&mut self) {
        self.ended = true;
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
        while !self.done {
            let event = match self.next_line() {
                Some(line) if line.is_empty() => std::mem::take(&mut self.event),
                Some(line) => {
                    self.event.take(&line);
                    continue;
                }
                None if self.ended => {
                    self.done = true;
                    std::mem::take(&mut self.event)
                }
                None => return None,
            };
            if let Some(data) = event.data {
                return self.decode(data, event.others);
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
            Frame::Data => data,
            Frame::Event => whole(data, others),
        };
        Some(support::decode(json.as_bytes()))
    }

    /// The next whole line, without its end.
    fn next_line(&mut self) -> Option<String> {
        let end = self.pending.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let (end, skip) = match end {
            // The `\n` of a `\r\n` may be still on its way.
            Some(end) if self.pending[end] == b'\r' && end + 1 == self.pending.len() && !self.ended => return None,
            Some(end) if self.pending[end..].starts_with(b"\r\n") => (end, 2),
            Some(end) => (end, 1),
            None if self.ended && !self.pending.is_empty() => (self.pending.len(), 0),
            None => return None,
        };
        let line = String::from_utf8_lossy(&self.pending[..end]).into_owned();
        self.pending.drain(..end + skip);
        Some(line)
    }
}

impl Lines {
    fn take(&mut self, line: &str) {
        let line = line.trim_start_matches('\u{feff}');
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
            "retry" => {
                if let Ok(milliseconds) = value.parse::<u64>() {
                    self.others.insert(field.to_owned(), milliseconds.into());
                }
            }
            _ => {}
        }
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
