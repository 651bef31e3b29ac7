//! The scanner of operations: the text of each method that calls the API, and what patterns find in it.
//!
//! In: the text of a file, and a language's table. Out: operations, and lists of servers. It must not know any language.

use super::{
    Call, Key, Said, Subject,
    lines::group,
    table::{CallRow, Meaning, Table},
    values::pattern,
};
use regex::{Captures, Regex};
use std::{
    collections::HashSet,
    sync::{Arc, LazyLock},
};

/// A method longer than this is no call of an API.
const LONGEST_CALL: usize = 400_000;

/// A table with its patterns compiled.
pub struct CallScanner<'t> {
    start: Option<Regex>,
    pub(super) rows: Vec<(&'t CallRow, Regex)>,
    servers: Regex,
}

/// Something of an operation's answers, in the text's order.
enum Event {
    Status(Vec<String>),
    Media(String),
    Instead(String),
    Member(String),
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

/// Functions that write a query, and the style that they write.
const QUERIES: &[(&str, &str)] = &[
    ("Form", "form"),
    ("DeepObject", "deepObject"),
    ("JSON", "json"),
    ("PipeDelimited", "pipeDelimited"),
    ("SpaceDelimited", "spaceDelimited"),
];

impl<'t> CallScanner<'t> {
    /// Compiles a table.
    pub fn new(table: &'t Table) -> Self {
        let rows = table.calls.iter().map(|row| (row, pattern(row.pattern)));
        Self { start: table.call.map(pattern), rows: rows.collect(), servers: pattern(table.servers) }
    }

    /// The operations of a file; one that awaits its answer says what the other said.
    pub fn scan(&self, file: u32, path: &str, text: &str) -> Vec<Call> {
        let lines = LineStarts::new(text);
        let starts: Vec<(usize, &str)> = match &self.start {
            Some(start) => start.captures_iter(text).filter_map(|found| begin(&found)).collect(),
            None => vec![(0, stem(path))],
        };
        let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
        let spans = starts.iter().zip(ends).filter(|((from, _), to)| to - from <= LONGEST_CALL);
        let calls = spans.filter_map(|((from, name), to)| {
            let call = self.scan_call(file, &lines, *from, &text[*from..to])?;
            Some(Call { name: (*name).to_owned(), ..call })
        });
        let mut seen = HashSet::new();
        calls.filter(|call| seen.insert((call.method.clone(), call.path.clone(), call.id.clone()))).collect()
    }

    /// A method without a method and a path of HTTP is none.
    fn scan_call(&self, file: u32, lines: &LineStarts, from: usize, text: &str) -> Option<Call> {
        let mut said = Vec::new();
        let mut events: Vec<(usize, Event)> = Vec::new();
        let at = |offset: usize| lines.line(from + offset);
        for (row, pattern) in &self.rows {
            for found in pattern.captures_iter(text) {
                let line = found.get(0).map_or(0, |whole| at(whole.start()));
                let facts = read(row.meaning, &found, &mut events);
                said.extend(facts.into_iter().map(|(key, value, target)| Said { key, value, target, file, line }));
            }
        }
        let first = |key: Key| said.iter().find(|said| said.key == key).map(|said| said.value.clone());
        let (method, path) = (first(Key::Method)?.to_uppercase(), first(Key::Url)?);
        let id = first(Key::Id).unwrap_or_default();
        events.sort_by_key(|(offset, _)| *offset);
        let mut members = error_members(&events);
        let answers = answers(events);
        let succeeds = answers.iter().any(is_success_with_body);
        members.retain(|(_, status, _)| succeeds || status != ANY_STATUS);
        for (key, found) in [(Key::ErrorMember, members), (Key::Answer, answers)] {
            let facts = found.into_iter();
            said.extend(facts.map(|(offset, value, target)| Said { key, value, target, file, line: at(offset) }));
        }
        let mut seen = HashSet::new();
        said.retain(|said| seen.insert((said.key, said.value.clone(), said.target.clone())));
        let line = at(0);
        Some(Call { method, path, id, name: String::new(), said, file, line })
    }

    /// The lists of servers in a file: of an operation each, or of the API.
    pub fn servers(&self, file: u32, text: &str) -> Vec<(Subject, Said)> {
        let lines = LineStarts::new(text);
        let mut found = Vec::new();
        for list in self.servers.captures_iter(text) {
            let class: Arc<str> = list.name("of").map_or("", |of| of.as_str()).into();
            let subject = Subject { folder: "".into(), class, member: "".into() };
            let Some(body) = list.name("list") else { continue };
            for server in SERVER.captures_iter(body.as_str()) {
                let Some(url) = server.name("url") else { continue };
                let target = server.name("name").map_or("", |name| name.as_str()).to_owned();
                let (value, line) = (url.as_str().to_owned(), lines.line(body.start() + url.start()));
                found.push((subject.clone(), Said { key: Key::Server, value, target, file, line }));
            }
        }
        found
    }
}

/// Where a method begins, and its name.
fn begin<'h>(found: &Captures<'h>) -> Option<(usize, &'h str)> {
    Some((found.get(0)?.start(), group(found, &[1]).unwrap_or_default()))
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

static SERVER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"(?:["']?(?P<name>[\w.-]+)["']?\s*(?:=>|:|,)\s*)?["'](?P<url>(?:https?:|\{)[^"'\n]*)["']"#)
});

type Facts = Vec<(Key, String, String)>;

fn read(meaning: Meaning, found: &Captures<'_>, events: &mut Vec<(usize, Event)>) -> Facts {
    let text = |number: usize| group(found, &[number]).unwrap_or_default().to_owned();
    let any: Vec<usize> = (1..found.len()).collect();
    let offset = found.get(0).map_or(0, |whole| whole.start());
    let mut push = |event: Event| events.push((offset, event));
    match meaning {
        Meaning::Fact(key) => {
            return vec![(key, group(found, &any).unwrap_or_default().to_owned(), String::new())];
        }
        Meaning::Says(key, value) => return vec![(key, value.to_owned(), String::new())],
        Meaning::Pair(key) => return vec![(key, text(1), text(2))],
        Meaning::Query => return query(found),
        Meaning::Placed(place) => {
            let (name, member) = (text(1), text(2));
            let is_other = !member.is_empty() && member != name;
            return vec![(Key::Parameter, name, if is_other { format!("{place}={member}") } else { place.to_owned() })];
        }
        Meaning::Matcher => {
            push(Event::Status(statuses(&text(2))));
            let name = text(1);
            if let Some((_, media)) = MATCHERS.iter().find(|(matcher, _)| *matcher == name) {
                push(Event::Media((*media).to_owned()));
            }
        }
        Meaning::Answer => {
            push(Event::Status(statuses(&text(1))));
            push(Event::Media(text(2)));
        }
        Meaning::Status => push(Event::Status(statuses(group(found, &any).unwrap_or_default()))),
        Meaning::Media => push(Event::Media(text(1))),
        Meaning::Instead => push(Event::Instead(text(1))),
        Meaning::BodyMember => push(Event::Member(text(1))),
        Meaning::Through => push(Event::Through),
    }
    Vec::new()
}

/// A status, or all of a class, as `>= 400 && $status < 500` says.
static STATUS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r">= ([1-5])00 && \S+ < [2-6]00\b|\b(?:[1-5](?:\d\d|XX)|default)\b"));

fn statuses(text: &str) -> Vec<String> {
    let class = |found: &Captures<'_>| found.get(1).map(|class| format!("{}XX", class.as_str()));
    STATUS.captures_iter(text).map(|found| class(&found).unwrap_or_else(|| found[0].to_owned())).collect()
}

/// What is said of all statuses that nothing else is said of.
const ANY_STATUS: &str = "default";

/// Where it stands, a status, and the media type or the member that goes with it.
type Answer = (usize, String, String);

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

static QUERY_PART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"(?:"([^"]+)"|(\w+)):\s*(?:payload|client\._options)\b(?:\??\.?\["([^"]+)"\]|\??\.(\w+))?"#)
});

static CLIENT_PART: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?:"([^"]+)"|(\w+)):[^,]*\bclient\._options\.(\w+)"#));

/// The parameters of a function that writes a query: each with its style, whether lists explode, and, behind `=`, the name of the
/// member that is written, where it is another.
fn query(found: &Captures<'_>) -> Facts {
    let part = |number: usize| found.get(number).map_or("", |part| part.as_str());
    let Some((_, style)) = QUERIES.iter().find(|(name, _)| *name == part(1)) else { return Vec::new() };
    let style = if part(3).contains("explode: false") { format!("{style},joined") } else { (*style).to_owned() };
    let named = |pair: &Captures<'_>| {
        let name = group(pair, &[1, 2])?.to_owned();
        let member = group(pair, &[3, 4]).filter(|member| *member != name);
        let member = member.map_or(String::new(), |member| format!("={member}"));
        Some((Key::Parameter, name, format!("query,{style}{member}")))
    };
    let of_client = |pair: &Captures<'_>| {
        Some((Key::ClientArgument, group(pair, &[1, 2])?.to_owned(), group(pair, &[3])?.to_owned()))
    };
    let parameters = QUERY_PART.captures_iter(part(2)).filter_map(|pair| named(&pair));
    parameters.chain(CLIENT_PART.captures_iter(part(2)).filter_map(|pair| of_client(&pair))).collect()
}

/// Where the lines of a text begin.
struct LineStarts(Vec<usize>);

impl LineStarts {
    fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line of an offset, counted from 1.
    fn line(&self, offset: usize) -> u32 {
        u32::try_from(self.0.partition_point(|end| *end < offset) + 1).unwrap_or(u32::MAX)
    }
}
