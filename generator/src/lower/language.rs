//! The SDK language of one docs tree.
//!
//! In: its pages. Out: a [`Language`], and a finding where it is a guess. It must not know what differs between languages.

use super::{
    operations::usage_language,
    written::{Content, Row, WrittenPage},
};
use crate::{
    dialect::{Detected, Shows, detect},
    page::{Page, Section},
    source::{Code, Diagnostic, Diagnostics, Sources},
};

/// What the language is told by, as a finding says it.
const TELLING: &str = "no usage comment, no example and no type word tells the SDK language";

/// Tells the language from a tree's pages, those of operations first, and from what those of types list.
pub fn tell(sources: &Sources, pages: &[&Page], written: &[WrittenPage], diagnostics: &mut Diagnostics) -> Detected {
    let sections = || pages.iter().flat_map(|page| &page.sections);
    let rows = || written.iter().flat_map(rows);
    let shows = Shows {
        comments: sections().flat_map(Section::html).filter_map(|html| usage_language(&html.text)).collect(),
        code: sections().flat_map(Section::code).map(|code| code.language.as_str()).collect(),
        cells: rows().map(|row| row.ty.cell.text.as_str()).collect(),
        types: rows().filter_map(|row| row.ty.expr.as_ref().ok()).collect(),
        names: rows().map(|row| row.name.as_str()).collect(),
        stems: written.iter().map(|page| sources.get(page.file).stem()).collect(),
    };
    let detected = detect(&shows);
    // Pages without type cells are read alike in all languages.
    if detected.guessed && !shows.cells.is_empty() {
        let root = written.first().map_or("", |page| sources.get(page.file).root.as_str());
        let folder = if root.is_empty() { String::new() } else { format!(" in `{root}`") };
        let message = format!("{TELLING} of the pages{folder}: taken for {}", detected.language.name());
        let finding = Diagnostic::general(Code::UnknownLanguage, message);
        diagnostics.push(finding.help("pass `--language`, or set `language` in tablature.toml"));
    }
    detected
}

fn rows(page: &WrittenPage) -> &[Row] {
    match &page.content {
        Content::Fields(rows) => rows,
        Content::Values { .. } | Content::Members(_) | Content::Bare | Content::Utility => &[],
    }
}
