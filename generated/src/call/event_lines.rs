// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! The lines of event streams.
//!
//! In: bytes as they come, in pieces of any size. Out: lines, and the fields of an event. It must not know what an event's data is.

use serde_json::{Map, Value};

/// Cuts bytes into lines, looking at each byte once.
#[derive(Debug, Clone, Default)]
pub(super) struct LineReader {
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
    pub(super) ended: bool,
}

impl LineReader {
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.start);
        self.seen -= self.start;
        self.start = 0;
        self.bytes.extend_from_slice(bytes);
    }

    /// How many bytes wait for the end of their line.
    pub(super) fn waiting(&self) -> usize {
        self.bytes.len() - self.start
    }

    /// The next whole line, without its end.
    pub(super) fn next_line(&mut self) -> Option<String> {
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
    pub(super) fn last_line(&mut self) -> Option<String> {
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
pub(super) struct Lines {
    pub(super) data: Option<String>,
    /// Its other fields: `event`, `id` and `retry`.
    pub(super) others: Map<String, Value>,
    /// How many bytes are kept.
    pub(super) size: usize,
}

impl Lines {
    pub(super) fn take(&mut self, line: &str) {
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
