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
    kind: &'static str,
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

/// Each heading, type word, link and table of a page, replaced one at a time. Nothing depends on the words of a title but the name of
/// what the page describes.
fn flaws(page: &'static str, text: &'static str) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut start = 0;
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let mut add = |kind, from: usize, to: usize, with: &str, harmless: bool| {
            let text = format!("{}{with}{}", &text[..start + from], &text[start + to..]);
            flaws.push(Flaw { kind, page, line: number, text, harmless });
        };
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 {
            let harmless = level == 1 || line.contains("Available") || (level == 2 && page.starts_with("sdks"));
            add("heading", level + 1, line.trim_end().len(), NONSENSE, harmless);
        }
        for (from, to) in type_words(line) {
            // What a link's text calls its page matters little, and so does the SDK's own error for whatever else comes.
            let of_page = ["](", ">]("].iter().any(|end| line[to..].starts_with(end));
            add("type word", from, to, NONSENSE, of_page || line.contains("*/"));
        }
        if let (Some(from), Some(to)) = (line.find("]("), line.rfind(')')) {
            add("link", from + 2, to, "../../zq/xv.md", line.contains("](#") || line.contains("https://"));
        }
        let is_table = line.starts_with('|') && !text[..start].ends_with("|\n");
        if is_table {
            let rest = &text[start..];
            let end = rest.find("\n\n").unwrap_or(rest.len());
            add("table", 0, end, NONSENSE, false);
        }
        start += line.len();
    }
    flaws
}

/// Where the words of a row's type cell stand, those of a link's text among them; of an error's row, where its name does.
fn type_words(line: &str) -> Vec<(usize, usize)> {
    let mut cells = line.match_indices("| ").map(|(at, _)| at + 2);
    let (Some(first), Some(second), Some(third)) = (cells.next(), cells.next(), cells.next()) else {
        return Vec::new();
    };
    if line.starts_with("| models/") {
        return vec![(first, second - " | ".len())];
    }
    if !line.starts_with("| `") {
        return Vec::new();
    }
    let end = line[second..third].find("](").map_or(third, |link| second + link);
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let mut words = Vec::new();
    let mut at = second;
    while at < end {
        let length = line[at..end].find(|c| !is_word(c)).unwrap_or(end - at);
        if length > 1 {
            words.push((at, at + length));
        }
        at += length.max(1);
    }
    words
}

/// A model's text with what a page is called by its title, not by nonsense that stands there.
fn with_title(text: &str, flaw: &Flaw) -> String {
    let own = PAGES.iter().find(|(path, _)| *path == flaw.page).and_then(|(_, text)| text.strip_prefix("# "));
    match own.and_then(|text| text.lines().next()) {
        Some(title) if flaw.line == 1 => text.replace(NONSENSE, title),
        _ => text.to_owned(),
    }
}

/// The facts of a model but for those that a flaw may cost: those of its page, or of the row that it is in.
fn facts(model: &str, flaw: &Flaw) -> Vec<(String, Value)> {
    let model: Value = serde_json::from_str(model).expect("JSON");
    let mut facts = Vec::new();
    for (kind, part) in [("types", "shape"), ("operations", "success")] {
        let items: Vec<(String, &Value)> = match &model[kind] {
            Value::Object(items) => items.iter().map(|(name, item)| (name.clone(), item)).collect(),
            Value::Array(items) => items.iter().map(|item| (item["id"].to_string(), item)).collect(),
            _ => Vec::new(),
        };
        for (name, item) in items {
            if item["source"].to_string().contains(flaw.page) {
                facts.extend(other_rows(&name, item, flaw));
            } else {
                facts.push((name, item[part].clone()));
            }
        }
    }
    facts
}

/// The fields of a type in other rows than that of a flaw in one.
fn other_rows(name: &str, item: &Value, flaw: &Flaw) -> Vec<(String, Value)> {
    let fields = item["shape"]["struct"]["fields"].as_array().filter(|_| ["type word", "link"].contains(&flaw.kind));
    let row = PAGES
        .iter()
        .find(|(path, _)| *path == flaw.page)
        .and_then(|(_, text)| text.lines().nth(flaw.line as usize - 1));
    let is_other = |field: &&Value| {
        !row.unwrap_or_default().contains(&format!("`{}`", field["doc_name"].as_str().unwrap_or_default()))
    };
    fields.into_iter().flatten().filter(is_other).map(|field| (name.to_owned(), field.clone())).collect()
}

#[test]
fn nonsense_in_one_place_costs_no_other() {
    let (_, whole) = run(PAGES, true);
    assert!(!whole.files.is_empty(), "{:#?}", whole.diagnostics.list);
    let flaws: Vec<Flaw> = PAGES.iter().flat_map(|(path, text)| flaws(path, text)).collect();
    for kind in ["heading", "type word", "link", "table"] {
        assert!(flaws.iter().filter(|flaw| flaw.kind == kind).count() > 3, "{kind}");
    }
    for flaw in flaws {
        let pages: Vec<(&str, &str)> = PAGES
            .iter()
            .map(|(path, text)| (*path, if *path == flaw.page { flaw.text.as_str() } else { *text }))
            .collect();
        let (sources, generated) = run(&pages, false);
        let Flaw { page, line, text, .. } = &flaw;
        assert!(!generated.files.is_empty(), "{page}:{line}\n{text}\n{:#?}", generated.diagnostics.list);
        let found = facts(&with_title(&generated.model.to_json(), &flaw), &flaw);
        let lost: Vec<_> =
            facts(&whole.model.to_json(), &flaw).into_iter().filter(|fact| !found.contains(fact)).collect();
        // Only the response's page says what a success holds.
        let states_pet = text.contains("| `pet` |") && !text.contains("[Zqxv");
        let is_all = page.ends_with("Response.md") && !states_pet;
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
