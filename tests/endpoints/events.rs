//! Server-sent events, in pieces of any size.

use crate::call::{EventDecoder, EventError, EventStream, Frame};
use serde_json::{Value, json};
use std::{
    io::{self, Cursor, Read},
    time::Duration,
};

fn events(text: &str, frame: Frame) -> Vec<Value> {
    EventStream::new(Cursor::new(text), frame).map(|event| event.expect("the event is JSON")).collect()
}

#[test]
fn each_event_is_decoded() {
    let text = ": a comment\n\ndata: {\"a\":1}\n\ndata: {\"a\":\ndata: 2}\nid: 7\n\n";
    assert_eq!(events(text, Frame::Data), [json!({"a": 1}), json!({"a": 2})]);
}

#[test]
fn the_end_mark_ends_the_events() {
    assert_eq!(events("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", Frame::Data), [json!(1)]);
}

#[test]
fn the_docs_may_name_another_end_mark() {
    let text = "data: 1\n\ndata: [DONE]\n\ndata: [END]\n\ndata: 2\n\n";
    let found: Vec<_> = EventStream::<Value, _>::new(Cursor::new(text), Frame::Data).until("[END]").collect();
    assert!(matches!(&found[..], [Ok(_), Err(EventError::Decode(_))]), "{found:?}");
}

#[test]
fn the_place_of_an_event_is_kept() {
    let mut decoder = EventDecoder::<Value>::new(Frame::Data);
    decoder.feed(b"id: 7\nretry: 500\n\ndata: 1\n\nid: 8\ndata: cut");
    assert!(decoder.next_event().is_some_and(|event| event.is_ok()) && decoder.next_event().is_none());
    assert_eq!((decoder.last_id(), decoder.retry()), (Some("7"), Some(Duration::from_millis(500))));
    decoder.reconnected();
    decoder.feed(b"data: 2\n\nid\n\n");
    assert_eq!(decoder.next_event().and_then(Result::ok), Some(json!(2)));
    assert!(decoder.next_event().is_none());
    assert_eq!(decoder.last_id(), None, "an empty id takes the last one back");
}

#[test]
fn values_may_stand_one_on_a_line() {
    assert_eq!(events("{\"a\":1}\n\n[2]\r\n\"data: 3\"", Frame::Line), [json!({"a": 1}), json!([2]), json!("data: 3")]);
}

#[test]
fn an_event_as_a_whole_has_its_fields() {
    let text = "event: added\nid: 7\nretry: 500\ndata: {\"a\":1}\n\nevent: said\ndata: not JSON\n\n";
    let expected = [
        json!({"event": "added", "id": "7", "retry": 500, "data": {"a": 1}}),
        json!({"event": "said", "data": "not JSON"}),
    ];
    assert_eq!(events(text, Frame::Event), expected);
}

#[test]
fn any_line_end_and_any_cut_give_the_same_events() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("\u{feff}data: 1{end}{end}data:\"é\"{end}{end}data: 3{end}{end}data: cut{end}");
        for size in 1..text.len() {
            let mut decoder = EventDecoder::<Value>::new(Frame::Data);
            let mut found = Vec::new();
            for piece in text.as_bytes().chunks(size) {
                decoder.feed(piece);
                found.extend(std::iter::from_fn(|| decoder.next_event()));
            }
            decoder.finish();
            found.extend(std::iter::from_fn(|| decoder.next_event()));
            let found: Vec<Value> = found.into_iter().map(|event| event.expect("the event is JSON")).collect();
            assert_eq!(found, [json!(1), json!("é"), json!(3)], "{end:?} cut every {size} bytes");
            assert!(decoder.is_done());
        }
    }
}

#[test]
fn a_line_is_given_before_its_second_sign_comes() {
    let mut decoder = EventDecoder::<Value>::new(Frame::Data);
    decoder.feed(b"data: 1\r\r");
    assert!(matches!(decoder.next_event(), Some(Ok(one)) if one == json!(1)));
    decoder.feed(b"\ndata: 2\r");
    assert!(decoder.next_event().is_none());
    decoder.feed(b"\n\r\n");
    assert!(matches!(decoder.next_event(), Some(Ok(two)) if two == json!(2)));
}

#[test]
fn an_event_without_its_end_is_dropped() {
    assert_eq!(events("data: 1\n\ndata: 2\n", Frame::Data), [json!(1)]);
    assert_eq!(events("data: 1\n\ndata: 2", Frame::Data), [json!(1)]);
}

#[test]
fn a_byte_order_mark_opens_a_stream_and_no_line() {
    assert_eq!(events("\u{feff}data: 1\n\n\u{feff}data: 2\n\n", Frame::Data), [json!(1)]);
}

#[test]
fn a_long_event_is_an_error_and_the_last() {
    let ends: [(&str, usize); 3] = [("data: 123456789\n\n", 1), ("data: 123456789", 1), ("data: 1\n", 5)];
    for (text, times) in ends {
        let text = format!("data: 0\n\n{}\n\ndata: 2\n\n", text.repeat(times));
        let mut stream = EventStream::<Value, _>::new(Cursor::new(text), Frame::Data).limit(10);
        assert!(matches!(stream.next(), Some(Ok(_))));
        let Some(Err(EventError::Decode(error))) = stream.next() else { panic!("the event is too long") };
        assert_eq!(error.to_string(), "an event of more than 10 bytes");
        assert!(stream.next().is_none());
    }
}

/// A source that gives few bytes at a time.
struct Drops<'s> {
    rest: &'s [u8],
}

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.rest.len().min(16).min(buffer.len());
        buffer[..size].copy_from_slice(&self.rest[..size]);
        self.rest = &self.rest[size..];
        Ok(size)
    }
}

#[test]
fn each_byte_is_looked_at_once() {
    let lines = ":\n".repeat(2_000_000);
    let one_line = format!("data: \"{}\"\n\n", "x".repeat(2_000_000));
    assert_eq!(events(&(lines + &one_line), Frame::Data).len(), 1);
    let source = Drops { rest: one_line.as_bytes() };
    assert_eq!(EventStream::<Value, _>::new(source, Frame::Data).count(), 1);
}

#[test]
fn an_event_that_does_not_fit_is_an_error_and_the_next_one_is_read() {
    let mut stream = EventStream::<u8, _>::new(Cursor::new("data: \"x\"\n\ndata: 2\n\n"), Frame::Data);
    assert!(matches!(stream.next(), Some(Err(EventError::Decode(_)))));
    assert!(matches!(stream.next(), Some(Ok(2))));
    assert!(stream.next().is_none());
}

#[test]
fn a_broken_source_ends_the_events() {
    let source = Cursor::new("data: 1\n\n").chain(Broken);
    let mut stream = EventStream::<u8, _>::new(source, Frame::Data);
    assert!(matches!(stream.next(), Some(Ok(1))));
    assert!(matches!(stream.next(), Some(Err(EventError::Io(_)))));
    assert!(stream.next().is_none());
}

struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::ConnectionReset.into())
    }
}
