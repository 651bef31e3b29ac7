//! Typos around the rows of a page: each row is read, or reported at its place.
//!
//! In: the pages of a small API, and docs trees where they lie beside this repository. Out: nothing.

use crate::{
    campaign::Draw,
    docs::PAGES,
    rows::{archives, pages_of},
};
use std::collections::BTreeMap;
use tablature::{
    lower::{LowerOptions, lower},
    model::RowCount,
    source::{Diagnostics, Sources},
};

/// What stands in front of the line of a row, and what its own line begins with.
const TYPOS: &[(&str, &str)] = &[
    ("\n", ""),
    ("", "> "),
    ("", "- "),
    ("<!--\n", ""),
    ("```\n", ""),
    ("\n### x\n", ""),
    ("\n| a | b |\n| - | - |\n", ""),
    ("\n## Fields\n\n", ""),
    ("\n## Values\n\n| Name | Value |\n| - | - |\n", ""),
    ("\n### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n", ""),
];

/// Why `survey` says that a row is left out.
const UNREAD: &str = "row that is not read, with a finding";

/// What became of the rows of some pages.
struct Outcome {
    /// Rows that are counted: as read, or as left out with a finding.
    rows: usize,
    /// Those of them that are left out.
    unread: usize,
    /// Findings by code and message, and how many there are of each.
    findings: BTreeMap<(&'static str, String), usize>,
}

impl Outcome {
    /// Whether rows are not read, and no finding is new.
    fn hides_rows(&self, whole: &Outcome) -> bool {
        let is_new =
            |(finding, count): (&(&str, String), &usize)| whole.findings.get(finding).is_none_or(|it| it < count);
        self.unread > whole.unread && !self.findings.iter().any(is_new)
    }
}

fn outcome<'t>(pages: impl IntoIterator<Item = (&'t str, &'t str)>) -> Outcome {
    let sources = Sources::from_memory(pages);
    let mut found = Diagnostics::default();
    let model = lower(&sources, &LowerOptions::default(), &mut found);
    let unread = |count: &RowCount| count.left_out.get(UNREAD).copied().unwrap_or_default();
    let mut findings = BTreeMap::new();
    for finding in found.list {
        *findings.entry((finding.code.text(), finding.message)).or_default() += 1;
    }
    Outcome {
        rows: model.rows.values().map(|count| count.read).sum(),
        unread: model.rows.values().map(unread).sum(),
        findings,
    }
}

/// The starts of a page's rows.
fn rows(text: &str) -> Vec<usize> {
    let starts = text.match_indices("\n| ").map(|(start, _)| start + 1);
    starts.filter(|start| is_row(&text[*start..])).collect()
}

/// Whether a line of a table is neither its header nor the one below that.
fn is_row(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    line.starts_with("| `") || line.contains(":heavy_") || line.contains("/json")
}

fn with_typo(text: &str, start: usize, (before, lead): (&str, &str)) -> String {
    format!("{}{before}{lead}{}", &text[..start], &text[start..])
}

#[test]
fn a_row_is_read_or_reported() {
    let whole = outcome(PAGES.iter().copied());
    assert_eq!((whole.unread, whole.findings.len()), (0, 0));
    for (page, text) in PAGES {
        for start in rows(text) {
            for typo in TYPOS {
                let broken = with_typo(text, start, *typo);
                let pages =
                    PAGES.iter().map(|(path, text)| (*path, if path == page { broken.as_str() } else { *text }));
                let found = outcome(pages);
                assert!(found.rows >= whole.rows, "{page}: {typo:?}: {} of {} rows\n{broken}", found.rows, whole.rows);
                assert!(!found.hides_rows(&whole), "{page}: {typo:?}\n{broken}");
            }
        }
    }
}

/// The header of the table that a row is of, with the line below it.
fn header(text: &str, row: usize) -> String {
    let below = text[..row].rfind("\n| -").expect("a table has such a line") + 1;
    let start = text[..below - 1].rfind('\n').expect("a header is on a line of its own") + 1;
    let length = text[below..].find('\n').expect("a row stands below");
    text[start..=below + length].to_owned()
}

#[test]
fn a_row_that_its_table_lost_is_read_where_the_columns_fit() {
    let whole = outcome(PAGES.iter().copied());
    for (page, text) in PAGES {
        for start in rows(text) {
            let again = format!("\n{}", header(text, start));
            for before in ["\n", "\nMore of them:\n\n", &again] {
                let broken = with_typo(text, start, (before, ""));
                let pages =
                    PAGES.iter().map(|(path, text)| (*path, if path == page { broken.as_str() } else { *text }));
                let found = outcome(pages);
                assert_eq!((found.rows, found.unread, &found.findings), (whole.rows, 0, &whole.findings), "{broken}");
            }
        }
    }
}

/// Makes so many typos in the pages of a docs tree, one at a time.
fn break_rows(sources: &Sources, typos: usize, draw: &mut Draw) {
    let pages: Vec<_> = sources.files().iter().map(|file| (&*file.path, &*file.text, rows(&file.text))).collect();
    let with_rows: Vec<_> = pages.into_iter().filter(|(_, _, rows)| !rows.is_empty()).collect();
    for _ in 0..typos {
        let (path, text, rows) = draw.of(&with_rows);
        let (start, typo) = (*draw.of(rows), *draw.of(TYPOS));
        let (whole, broken) = (outcome([(*path, *text)]), with_typo(text, start, typo));
        let found = outcome([(*path, broken.as_str())]);
        let line = text[..start].lines().count() + 1;
        assert!(found.rows >= whole.rows, "{path}:{line}: {typo:?}: {} of {} rows", found.rows, whole.rows);
        assert!(!found.hides_rows(&whole), "{path}:{line}: {typo:?}: {} rows are hidden", found.unread);
    }
}

#[test]
fn a_row_of_a_vendors_page_is_read_or_reported() {
    let archives = archives();
    let small = archives.iter().filter(|path| path.as_str().contains("php-dub"));
    small.filter_map(pages_of).for_each(|sources| break_rows(&sources, 100, &mut Draw::new(1)));
}

#[test]
#[ignore = "takes minutes: breaks pages of every docs tree beside the repository"]
fn a_row_of_any_vendors_page_is_read_or_reported() {
    let mut draw = Draw::new(2);
    archives().iter().filter_map(pages_of).for_each(|sources| break_rows(&sources, 400, &mut draw));
}
