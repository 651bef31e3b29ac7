//! What an error response says for people to read.
//!
//! In: a body as it came. Out: the API's own message, or the start of the body. It must not know types.

use serde_json::Value;

/// Where messages stand in the JSON of APIs, the best first.
const MESSAGES: &[&str] = &[
    "/message",
    "/detail",
    "/error_description",
    "/error/message",
    "/errors/0/message",
    "/errors/0/detail",
    "/detail/0/msg",
    "/error/detail",
    "/description",
    "/reason",
    "/title",
    "/error",
];

/// How the key of a message of some API's own ends, in lower case.
const MESSAGE_END: &str = "message";

/// Longer texts are cut.
const LONGEST: usize = 200;

/// Longer bodies are not searched.
const LARGEST: usize = 1 << 16;

/// The API's own message.
pub(super) fn message(body: &[u8]) -> Option<Box<str>> {
    let json: Value =
        serde_json::from_slice(body.get(..LARGEST.min(body.len())).filter(|it| it.len() == body.len())?).ok()?;
    let text = |value: &Value| value.as_str().map(line).filter(|text| !text.is_empty());
    let known = MESSAGES.iter().find_map(|pointer| json.pointer(pointer).and_then(text));
    let own = || {
        json.as_object()?
            .iter()
            .find(|(key, _)| key.to_ascii_lowercase().ends_with(MESSAGE_END))
            .and_then(|(_, value)| text(value))
    };
    known.or_else(own).map(String::into_boxed_str)
}

/// The start of a body that is text.
pub(super) fn excerpt(body: &[u8]) -> Option<String> {
    let start = &body[..body.len().min(LONGEST * 4)];
    let text = line(&String::from_utf8_lossy(start));
    (!text.is_empty() && !start.contains(&0)).then_some(text)
}

/// A text on one line, cut where it is too long.
fn line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
