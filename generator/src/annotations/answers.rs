//! What the text of an operation says of its answers: statuses, their media types, and the members that take their bodies.
//!
//! In: matches, in the text's order. Out: facts. It must not know any language.

use super::{
    Key,
    lines::{first_group, group},
    table::Meaning,
    values::pattern,
};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// Something of an operation's answers, in the text's order.
pub enum Event {
    /// Statuses.
    Status(Vec<String>),
    /// The media type of the statuses before it.
    Media(String),
    /// The media type in place of the one before it.
    Instead(String),
    /// The member that takes the body of the statuses before it.
    Member(String),
    /// The statuses before it belong to those behind it.
    Through,
}

/// Names of matchers, and the media types that they mean.
const MATCHERS: &[(&str, &str)] = &[
    ("json", "application/json"),
    ("jsonErr", "application/json"),
    ("text", "text/plain"),
    ("textErr", "text/plain"),
    ("bytes", "application/octet-stream"),
    ("stream", "application/octet-stream"),
    ("bytesErr", "application/octet-stream"),
    ("streamErr", "application/octet-stream"),
    ("sse", "text/event-stream"),
    ("sseErr", "text/event-stream"),
    ("fail", "*/*"),
];

/// What is said of all statuses that nothing else is said of.
const ANY_STATUS: &str = "default";

/// Where it stands, a status, and the media type or the member that goes with it.
pub type Answer = (usize, String, String);

/// A status, or all of a class, as `>= 400 && $status < 500` says.
static STATUS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r">= ([1-5])00 && \S+ < [2-6]00\b|\b(?:[1-5](?:\d\d|XX)|default)\b"));

fn statuses(text: &str) -> Vec<String> {
    let class = |found: &Captures<'_>| found.get(1).map(|class| format!("{}XX", class.as_str()));
    STATUS.captures_iter(text).map(|found| class(&found).unwrap_or_else(|| found[0].to_owned())).collect()
}

/// What a match says of answers.
pub fn read_events(meaning: Meaning, found: &Captures<'_>) -> Vec<Event> {
    let text = |number: usize| group(found, &[number]).unwrap_or_default();
    match meaning {
        Meaning::Matcher => {
            let media = MATCHERS.iter().find(|(matcher, _)| *matcher == text(1)).map(|(_, media)| *media);
            let media = media.map(|media| Event::Media(media.to_owned()));
            [Event::Status(statuses(text(2)))].into_iter().chain(media).collect()
        }
        Meaning::Answer => vec![Event::Status(statuses(text(1))), Event::Media(text(2).to_owned())],
        Meaning::Status => vec![Event::Status(statuses(first_group(found)))],
        Meaning::Media => vec![Event::Media(text(1).to_owned())],
        Meaning::Instead => vec![Event::Instead(text(1).to_owned())],
        Meaning::BodyMember => vec![Event::Member(first_group(found).to_owned())],
        Meaning::Through => vec![Event::Through],
        Meaning::Fact(_) | Meaning::Pair(_) | Meaning::Says(..) | Meaning::Query | Meaning::Placed(_) => Vec::new(),
    }
}

/// The facts of an operation's answers, from what stands where. A member for any status is an error's only where a success has a body
/// of its own.
pub fn read_answers(mut events: Vec<(usize, Event)>) -> Vec<(Key, Answer)> {
    events.sort_by_key(|(offset, _)| *offset);
    let mut members = error_members(&events);
    let answers = answers(events);
    let succeeds = answers.iter().any(is_success_with_body);
    members.retain(|(_, status, _)| succeeds || status != ANY_STATUS);
    let members = members.into_iter().map(|member| (Key::ErrorMember, member));
    members.chain(answers.into_iter().map(|answer| (Key::Answer, answer))).collect()
}

fn is_success_with_body((_, status, media): &Answer) -> bool {
    status.starts_with('2') && !media.is_empty()
}

/// Statuses and media types: each media type belongs to the statuses before it; statuses without one have no content.
fn answers(events: Vec<(usize, Event)>) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    let (mut open, mut through): (Vec<(usize, String)>, bool) = (Vec::new(), false);
    let mut has_media = true;
    let close = |open: &mut Vec<(usize, String)>, has_media: bool, answers: &mut Vec<_>| {
        if !has_media {
            answers.extend(open.iter().map(|(offset, status)| (*offset, status.clone(), String::new())));
        }
    };
    for (offset, event) in events {
        match event {
            Event::Status(statuses) => {
                if !std::mem::take(&mut through) {
                    close(&mut open, has_media, &mut answers);
                    open.clear();
                }
                open.extend(statuses.into_iter().map(|status| (offset, status)));
                has_media = false;
            }
            Event::Media(media) => {
                has_media = true;
                answers.extend(open.iter().map(|(_, status)| (offset, status.clone(), media.clone())));
            }
            Event::Instead(media) => {
                let last = answers.last().map_or(0, |(offset, ..)| *offset);
                answers.iter_mut().filter(|answer| answer.0 == last).for_each(|answer| answer.2.clone_from(&media));
            }
            Event::Through => through = true,
            Event::Member(_) => {}
        }
    }
    close(&mut open, has_media, &mut answers);
    answers
}

/// Statuses of errors, and the members that take their bodies: older SDKs hand errors over as they do successes, and all SDKs what
/// comes with any status; that is an error's where a status of success has a body of its own.
fn error_members(events: &[(usize, Event)]) -> Vec<Answer> {
    let mut open: &[String] = &[];
    let mut members = Vec::new();
    for (offset, event) in events {
        match event {
            Event::Status(statuses) => open = statuses,
            Event::Member(name) => {
                let errors = open.iter().filter(|status| status.starts_with(['4', '5']) || *status == ANY_STATUS);
                members.extend(errors.map(|status| (*offset, status.clone(), name.clone())));
            }
            Event::Media(_) | Event::Instead(_) | Event::Through => {}
        }
    }
    members
}
