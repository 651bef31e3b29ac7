//! A flaw of one page costs that page's fact: the crate is written, everything else in it is the same, and a finding names the place.
//!
//! In: the pages of a small API, each with one thing in it replaced by nonsense. Out: nothing.

use crate::docs::PAGES;
use serde_json::Value;
use tablature::{
    config::Config,
    generate::{Generated, generate},
    source::{Severity, Sources},
};

/// A word that means nothing.
const NONSENSE: &str = "Zqxv";

/// One thing of a page replaced by nonsense.
struct Flaw {
    page: &'static str,
    line: u32,
    text: String,
    /// Whether nothing depends on what was replaced, as on the name of an operation.
    harmless: bool,
}

fn run(pages: &[(&str, &str)], strict: bool) -> (Sources, Generated) {
    let sources = Sources::from_memory(pages.iter().copied());
    let generated = generate(&sources, &Config { strict, ..Config::default() });
    (sources, generated)
}

/// Each heading below the title, type word, link and table of a page, replaced one at a time.
fn flaws(page: &'static str, text: &'static str) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut start = 0;
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let mut add = |from: usize, to: usize, with: &str, harmless: bool| {
            let text = format!("{}{with}{}", &text[..start + from], &text[start + to..]);
            flaws.push(Flaw { page, line: number, text, harmless });
        };
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level > 1 {
            let harmless = line.contains("Available") || (level == 2 && page.starts_with("sdks"));
            add(level + 1, line.trim_end().len(), NONSENSE, harmless);
        }
        for (from, to) in type_words(line) {
            add(from, to, NONSENSE, false);
        }
        if let (Some(from), Some(to)) = (line.find("]("), line.rfind(')')) {
            add(from + 2, to, "../../zq/xv.md", line.contains("](#") || line.contains("https://"));
        }
        let is_table = line.starts_with('|') && !text[..start].ends_with("|\n");
        if is_table {
            let rest = &text[start..];
            let end = rest.find("\n\n").unwrap_or(rest.len());
            add(0, end, NONSENSE, false);
        }
        start += line.len();
    }
    flaws
}

/// Where the words of a row's type cell stand; what a link leads to is no word, and its text matters little.
fn type_words(line: &str) -> Vec<(usize, usize)> {
    let mut cells = line.match_indices("| ").map(|(at, _)| at + 2);
    let (Some(_), Some(from), Some(to)) = (cells.next(), cells.next(), cells.next()) else { return Vec::new() };
    if !line.starts_with("| `") || line[from..to].contains("](") {
        return Vec::new();
    }
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let mut words = Vec::new();
    let mut at = from;
    while at < to {
        let length = line[at..to].find(|c| !is_word(c)).unwrap_or(to - at);
        if length > 1 {
            words.push((at, at + length));
        }
        at += length.max(1);
    }
    words
}

/// The facts of a model but for those of one page: types with their shapes, operations.
fn facts(generated: &Generated, without: &str) -> Vec<(String, Value)> {
    let text = generated.model.to_json();
    let model: Value = serde_json::from_str(&text).expect("JSON");
    let mut facts = Vec::new();
    for (kind, part) in [("types", "shape"), ("operations", "success")] {
        let items: Vec<(String, &Value)> = match &model[kind] {
            Value::Object(items) => items.iter().map(|(name, item)| (name.clone(), item)).collect(),
            Value::Array(items) => items.iter().map(|item| (item["id"].to_string(), item)).collect(),
            _ => Vec::new(),
        };
        let of_others = items.into_iter().filter(|(_, item)| !item["source"].to_string().contains(without));
        facts.extend(of_others.map(|(name, item)| (name, item[part].clone())));
    }
    facts
}

#[test]
fn nonsense_in_one_place_costs_no_other() {
    let (_, whole) = run(PAGES, true);
    assert!(!whole.files.is_empty(), "{:#?}", whole.diagnostics.list);
    let flaws: Vec<Flaw> = PAGES.iter().flat_map(|(path, text)| flaws(path, text)).collect();
    assert!(flaws.len() > 25, "{} flaws", flaws.len());
    for flaw in flaws {
        let pages: Vec<(&str, &str)> = PAGES
            .iter()
            .map(|(path, text)| (*path, if *path == flaw.page { flaw.text.as_str() } else { *text }))
            .collect();
        let (sources, generated) = run(&pages, false);
        let Flaw { page, line, text, .. } = &flaw;
        assert!(!generated.files.is_empty(), "{page}:{line}\n{text}\n{:#?}", generated.diagnostics.list);
        let is_there = |fact: &(String, Value)| facts(&generated, page).contains(fact);
        let lost: Vec<_> = facts(&whole, page).into_iter().filter(|fact| !is_there(fact)).collect();
        // Only the response's page says what a success holds.
        let is_all = page.ends_with("Response.md") && !text.contains("| `pet` |");
        assert!(lost.is_empty() || is_all, "{page}:{line}\n{text}\n{lost:#?}");
        let near = generated.diagnostics.list.iter().filter_map(|finding| finding.span).any(|span| {
            let at = sources.get(span.file);
            at.path == *page && sources.position(span.file, span.start).0.abs_diff(*line) <= 2
        });
        assert!(near || flaw.harmless, "{page}:{line}\n{text}\n{:#?}", generated.diagnostics.list);
    }
}

#[test]
fn a_flaw_stops_a_strict_run() {
    for (what, with) in [("*String*", "*Zqxv*"), (" :heavy_check_mark: ", " yes "), ("`name`", "name of it")] {
        let pages: Vec<(&str, String)> = PAGES.iter().map(|(path, text)| (*path, text.replace(what, with))).collect();
        let pages: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (*path, text.as_str())).collect();
        assert!(run(&pages, true).1.files.is_empty(), "{what}");
        let lenient = run(&pages, false).1;
        assert!(!lenient.files.is_empty(), "{what}");
        assert!(lenient.diagnostics.list.iter().all(|finding| finding.severity() == Severity::Warning), "{what}");
    }
}
