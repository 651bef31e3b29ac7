//! The SDK language of one docs tree.
//!
//! In: its pages. Out: a [`Language`], and a finding where it is a guess. It must not know what differs between languages.

use super::written::{Content, Row, WrittenPage};
use crate::{
    dialect::{Detected, Language, Shows, detect},
    page::Page,
    source::{Code, Diagnostic, Diagnostics, Sources},
};

/// What the language is told by, as a finding says it.
const TELLING: &str = "no usage comment, no example and no type word tells the SDK language";

/// Tells the language from the pages of operations and of types.
pub fn tell(sources: &Sources, groups: &[&Page], written: &[WrittenPage], diagnostics: &mut Diagnostics) -> Language {
    let text = |file| sources.get(file).text.as_str();
    let rows = || written.iter().flat_map(rows);
    let pages = groups.iter().map(|page| page.file).chain(written.iter().map(|page| page.file));
    let shows = Shows {
        pages: pages.map(text).collect(),
        cells: rows().map(|row| row.ty.cell.text.as_str()).collect(),
        types: rows().filter_map(|row| row.ty.expr.as_ref().ok()).collect(),
        names: rows().map(|row| row.name.as_str()).collect(),
        stems: written.iter().map(|page| sources.get(page.file).stem()).collect(),
    };
    let Detected { language, guessed } = detect(&shows);
    if guessed {
        let root = written.first().map_or("", |page| sources.get(page.file).root.as_str());
        let folder = if root.is_empty() { String::new() } else { format!(" in `{root}`") };
        let message = format!("{TELLING} of the pages{folder}: taken for {}", language.name());
        let finding = Diagnostic::general(Code::UnknownLanguage, message);
        diagnostics.push(finding.help("pass `--language`, or set `language` in tablature.toml"));
    }
    language
}

fn rows(page: &WrittenPage) -> &[Row] {
    match &page.content {
        Content::Fields(rows) => rows,
        Content::Values { .. } | Content::Members(_) | Content::Bare | Content::Utility => &[],
    }
}
