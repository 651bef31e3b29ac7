//! No row of a page is lost: what a plain scan of the pages' lines counts is in the model, or left out for a reason.
//!
//! In: docs trees as text. Out: nothing. The scan must not share code with the parser.

use crate::{
    docs::PAGES,
    markdown::{self, FIELDS, PARAMETERS},
    workspace,
};
use camino::Utf8PathBuf;
use std::{collections::BTreeMap, process::Command};
use tablature::{
    config::Config,
    generate::understand,
    source::{Diagnostics, Severity, Sources, load},
    survey::{Account, Survey},
};

/// Headings of pages that describe helpers of an SDK.
const HELPERS: &[&str] =
    &["## BackoffStrategy", "## Global Options", "## Per-Method Options", "## Key Benefits", "## Factory Methods"];

/// Rows by kind.
type Counts = BTreeMap<&'static str, usize>;

/// Counts the rows of all pages, line by line.
fn scan<'t>(pages: impl Iterator<Item = (&'t str, &'t str)>) -> Counts {
    let mut counts: Counts = ["fields", "values", "members", "parameters", "errors"].map(|it| (it, 0)).into();
    for (path, text) in pages {
        if HELPERS.iter().any(|heading| text.lines().any(|line| line == *heading)) {
            continue;
        }
        let group = path.split('/').any(|part| part == "sdks");
        for section in sections(text) {
            count_section(&section, group, &mut counts);
        }
    }
    counts
}

/// A heading and the lines below it, those of code blocks apart.
struct Section<'t> {
    level: usize,
    heading: &'t str,
    lines: Vec<&'t str>,
    code: Vec<&'t str>,
    below: &'t str,
}

fn sections(text: &str) -> Vec<Section<'_>> {
    let mut found: Vec<Section<'_>> = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if line.starts_with("```") {
            in_code = !in_code;
        } else if !in_code && (1..=4).contains(&level) && line[level..].starts_with([' ', '\t']) || line == "###" {
            let above = found.iter().rev().find(|section| section.level == 2).map_or("", |section| section.heading);
            let below = if level > 2 { above } else { "" };
            let heading = line[level..].trim();
            found.push(Section { level, heading, lines: Vec::new(), code: Vec::new(), below });
        } else if let Some(section) = found.last_mut() {
            if in_code { section.code.push(line) } else { section.lines.push(line) }
        }
    }
    found
}

fn count_section(section: &Section<'_>, group: bool, counts: &mut Counts) {
    let mut add = |kind, count| *counts.entry(kind).or_default() += count;
    match (group, section.level, section.heading) {
        (false, 2, "Fields") => add("fields", table_rows(&section.lines)),
        (false, 2, "Values") => add("values", values(section)),
        (false, 3, _) if section.below == "Supported Types" => add("members", 1),
        (true, 3, "Parameters") => add("parameters", table_rows(&section.lines)),
        (true, 3, "Errors") => add("errors", table_rows(&section.lines)),
        _ => {}
    }
}

/// Lines of a table but for its header and its delimiter row.
fn table_rows(lines: &[&str]) -> usize {
    lines.iter().filter(|line| line.starts_with('|')).count().saturating_sub(2)
}

/// TypeScript's mark of open enums is no value, neither as a row nor among the alternatives.
fn values(section: &Section<'_>) -> usize {
    let marks = section.lines.iter().filter(|line| line.starts_with('|') && line.contains("Unrecognized<")).count();
    let items = section.lines.iter().filter(|line| line.starts_with("- `")).count();
    let mut code = section.code.join(" ");
    code = code.trim().trim_start_matches('|').to_owned();
    table_rows(&section.lines) - marks + items + if code.is_empty() { 0 } else { alternatives(&code) }
}

/// How many alternatives `"a" | "b | c" | Unrecognized<string>` names, the last one not counted.
fn alternatives(code: &str) -> usize {
    let (mut quoted, mut escaped, mut bars) = (false, false, 0);
    for c in code.chars() {
        match c {
            '"' if !escaped => quoted = !quoted,
            '|' if !quoted => bars += 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    bars + 1 - code.matches("Unrecognized<").count()
}

/// Compares the scan with what became of the rows.
pub fn assert_nothing_lost(sources: &Sources, name: &str) {
    let config = Config { strict: false, ..Config::default() };
    let survey = Survey::new(sources, &understand(sources, &config));
    assert_eq!(survey.unknown_words, 0, "{name}: type words");
    let scanned = scan(sources.files().iter().map(|file| (file.path.as_str(), file.text.as_str())));
    let read: Counts = scanned.keys().map(|kind| (*kind, survey.accounts[*kind].read)).collect();
    assert_eq!(scanned, read, "{name}: rows on the pages, and rows read");
    let lost: Vec<_> = survey.accounts.iter().filter(|(_, account)| account.lost > 0).collect();
    assert!(lost.is_empty(), "{name}: {lost:#?}");
}

fn folder(root: Utf8PathBuf) -> Sources {
    load(&[root], &mut Diagnostics::default()).expect("a readable folder")
}

#[test]
fn nothing_of_the_checked_in_pages_is_lost() {
    let root = workspace().join("specs").try_into().expect("a path in UTF-8");
    assert_nothing_lost(&folder(root), "specs");
}

#[test]
fn the_scan_counts_every_form() {
    let pages = [
        ("models/A.md", "# A\n\n## Fields\n\n| Field | Type |\n| - | - |\n| `a` | b |\n"),
        ("models/B.md", "# B\n\n## Values\n\n```typescript\n\"a|b\" | \"c\\\"\" | 5 | Unrecognized<string>\n```\n"),
        ("models/C.md", "# C\n\n## Values\n\n- `\"x\"`\n- `1`\n"),
        (
            "models/D.md",
            "# D\n\n## Supported Types\n\n### `str`\n\n```python\n# not a heading\n```\n\n###\n\n### `int`\n",
        ),
        ("sdks/e/README.md", "# E\n\n## go\n\n### Parameters\n\n| P |\n| - |\n| `p` |\n\n### Errors\n\n| E |\n| - |\n"),
    ];
    let expected = [("errors", 0), ("fields", 1), ("members", 3), ("parameters", 1), ("values", 5)];
    assert_eq!(scan(pages.into_iter()), expected.into());
}

/// The docs trees beside this repository, or nothing and a word about them.
pub fn archives() -> Vec<Utf8PathBuf> {
    let shared: Utf8PathBuf = workspace().join("../shared/corpora").try_into().expect("a path in UTF-8");
    let Ok(entries) = shared.read_dir_utf8() else {
        eprintln!("not tested: there is no {shared}");
        return Vec::new();
    };
    let mut found: Vec<Utf8PathBuf> = entries.flatten().map(|entry| entry.path().to_owned()).collect();
    found.retain(|path| path.as_str().ends_with(".tar.xz"));
    found.sort();
    found
}

/// The pages of an archive; nothing where it holds none, and a word about it where it cannot be unpacked.
pub fn pages_of(archive: &Utf8PathBuf) -> Option<Sources> {
    let unpacked = tempfile::tempdir().expect("a temporary folder");
    let status = Command::new("tar").arg("-xJf").arg(archive).arg("-C").arg(unpacked.path()).status();
    if !status.is_ok_and(|status| status.success()) {
        eprintln!("not tested: tar cannot unpack {archive}");
        return None;
    }
    let docs: Utf8PathBuf = unpacked.path().join("docs").try_into().expect("a path in UTF-8");
    docs.is_dir().then(|| folder(docs))
}

fn assert_nothing_lost_of(archive: &Utf8PathBuf) {
    if let Some(sources) = pages_of(archive) {
        assert_nothing_lost(&sources, archive.as_str());
    }
}

#[test]
fn nothing_of_a_vendors_docs_is_lost() {
    archives().iter().filter(|path| path.as_str().contains("php-dub")).for_each(assert_nothing_lost_of);
}

#[test]
#[ignore = "takes minutes: reads every docs tree beside the repository"]
fn nothing_of_any_vendors_docs_is_lost() {
    archives().iter().for_each(assert_nothing_lost_of);
}

/// No field of it says anything of the API, wherever it is linked.
#[test]
fn a_response_page_to_which_a_type_links_is_no_loss() {
    let envelope = PAGES.iter().find(|(path, _)| path.contains("Response")).expect("a response page").1;
    let link = "| `a` | [Optional\\<X>](../../models/operations/GetPetResponse.md) | :heavy_minus_sign: | x |\n";
    let head = "# Toy\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
    let bare: String =
        envelope.lines().filter(|line| !line.contains("`pet`")).map(|line| format!("{line}\n")).collect();
    let toy = format!("{head}{link}");
    let pages = [("models/operations/GetPetResponse.md", bare.as_str()), ("models/components/Toy.md", &toy)];
    assert_nothing_lost(&Sources::from_memory(pages), "the envelope");
}

#[test]
fn a_lost_row_is_a_finding() {
    let (whole, torn) =
        (Account { read: 2, in_model: 2, ..Account::default() }, Account { read: 9, lost: 3, ..Account::default() });
    let accounts = [("fields".to_owned(), whole), ("values".to_owned(), torn)].into_iter().collect();
    let found = Survey { accounts, ..Survey::default() }.lost_rows();
    let [only] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((only.code.text(), only.severity()), ("T0603", Severity::Warning));
    assert!(only.message.starts_with("3 of 9 values "), "{}", only.message);
}

/// Rows of an operation without an address, of credentials, and of a response page that nothing leads to.
#[test]
fn rows_that_are_left_out_are_counted_under_the_reason() {
    let table = |rows: &[&str]| format!("{FIELDS}{}", markdown::rows(rows));
    let bare = format!("## sink\n\n{PARAMETERS}{}\n", markdown::rows(&["id! | *str*", "at | *str*"]));
    let kept = markdown::operation("python", "visit", "get /visit", &["size! | *str*"]);
    let pages = [
        ("models/security.md", table(&["token | *str*"])),
        ("models/sinkresponse.md", table(&["status_code! | *int*", "raw_response! | *str*", "content_type! | *str*"])),
        ("sdks/pets/README.md", format!("# Pets\n\n{kept}{bare}")),
    ];
    let pages: Vec<(&str, String)> =
        pages.into_iter().map(|(path, text)| (path, markdown::page(path, &text))).collect();
    let sources = Sources::from_memory(pages.iter().map(|(path, text)| (*path, text.as_str())));
    let accounts = Survey::new(&sources, &understand(&sources, &Config::default())).accounts;
    let counts = |kind: &str| {
        let Account { read, in_model, left_out, lost } = &accounts[kind];
        let left_out: Vec<_> = left_out.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
        format!("{read} read, {in_model} in the model, {}, {lost} lost", left_out.join(", "))
    };
    let fields = "4 read, 0 in the model, 1 credential, which is no JSON, 3 response page of no operation, 0 lost";
    assert_eq!(counts("fields"), fields);
    let parameters = "3 read, 1 in the model, 2 operation without a usage comment (T0301), 0 lost";
    assert_eq!(counts("parameters"), parameters);
}
