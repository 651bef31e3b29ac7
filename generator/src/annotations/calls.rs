//! The scanner of operations: the text of each method that calls the API, and what patterns find in it.
//!
//! In: the text of a file, and a language's table. Out: operations, and lists of servers. It must not know any language.

use super::{
    Call, Key, Said, Subject,
    answers::{read_answers, read_events},
    lines::{first_group, group},
    table::{CallRow, Meaning, Table},
    values::{Bare, pattern},
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
        let mut events = Vec::new();
        let at = |offset: usize| lines.line(from + offset);
        for (row, pattern) in &self.rows {
            for found in pattern.captures_iter(text) {
                let offset = found.get(0).map_or(0, |whole| whole.start());
                events.extend(read_events(row.meaning, &found).into_iter().map(|event| (offset, event)));
                let (facts, line) = (read_facts(row.meaning, &found), at(offset));
                said.extend(facts.into_iter().map(|(key, value, target)| Said { key, value, target, file, line }));
            }
        }
        let first = |key: Key| said.iter().find(|said| said.key == key).map(|said| said.value.clone());
        let (method, path) = (first(Key::Method)?.to_uppercase(), first(Key::Url)?);
        let id = first(Key::Id).unwrap_or_default();
        let answers = read_answers(events).into_iter();
        said.extend(answers.map(|(key, (offset, value, target))| Said { key, value, target, file, line: at(offset) }));
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

/// The facts that a match states.
fn read_facts(meaning: Meaning, found: &Captures<'_>) -> Vec<Bare> {
    let text = |number: usize| group(found, &[number]).unwrap_or_default().to_owned();
    match meaning {
        Meaning::Fact(key) => vec![(key, first_group(found).to_owned(), String::new())],
        Meaning::Says(key, value) => vec![(key, value.to_owned(), String::new())],
        Meaning::Pair(key) => vec![(key, text(1), text(2))],
        Meaning::Query => query(found),
        Meaning::Placed(place) => {
            let (name, member) = (text(1), text(2));
            let is_other = !member.is_empty() && member != name;
            vec![(Key::Parameter, name, if is_other { format!("{place}={member}") } else { place.to_owned() })]
        }
        Meaning::Matcher
        | Meaning::Answer
        | Meaning::Status
        | Meaning::Media
        | Meaning::Instead
        | Meaning::BodyMember
        | Meaning::Through => Vec::new(),
    }
}

static QUERY_PART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?:"([^"]+)"|(\w+)):\s*(?:payload\$?|(?:client\$?|this)\.(?:_options|options\$))(?:\??\.?\["([^"]+)"\]|\??\.(\w+))?"#,
    )
});

static CLIENT_PART: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?:"([^"]+)"|(\w+)):[^,]*\b(?:client\$?|this)\.(?:_options|options\$)\.(\w+)"#));

/// The parameters of a function that writes a query: each with its style, whether lists explode, and, behind `=`, the name of the
/// member that is written, where it is another.
fn query(found: &Captures<'_>) -> Vec<Bare> {
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
