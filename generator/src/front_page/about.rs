//! What the API is called and is for.
//!
//! In: the summary. Out: title, first paragraph, link. It must not know where they are shown.

use super::{
    About,
    marked::{Marked, lines},
    text::link,
};
use crate::{page::Cell, source::Span};

/// The part's key.
const KEY: &str = "summary";

/// What the line with the link to more documentation begins with.
const LINKS: &[&str] = &["For more information about the API: ", "More information about the API can be found at "];

/// Reads the summary: `Title: description`, then more of the description, then the link.
pub fn read(page: &Marked<'_>) -> About {
    let Some(range) = page.range(KEY) else { return About::default() };
    let text = &page.text[range.clone()];
    let cell = |at: usize, piece: &str| {
        let start = range.start + at;
        let span = Span::new(page.page.file, start..start + piece.len());
        (!piece.is_empty()).then(|| Cell { text: piece.to_owned(), span })
    };
    let link = lines(text).filter_map(|(at, line)| cell(at, address(line)?)).last();
    let is_prose = |line: &str| !(line.is_empty() || line.starts_with('#') || line.starts_with("<!--"));
    let Some((at, first)) = lines(text).find(|(_, line)| is_prose(line)) else {
        return About { link, ..About::default() };
    };
    if address(first).is_some() {
        return About { link, ..About::default() };
    }
    let paragraph = paragraph(&text[at..]);
    let (title, summary) =
        first.split_once(": ").map_or((first, ""), |(title, _)| (title, &paragraph[title.len() + 2..]));
    let summary = cell(at + paragraph.len() - summary.len(), summary.trim());
    // Some summaries are web pages: their first words are no sentence.
    About { title: cell(at, title), summary: summary.filter(|cell| !cell.text.starts_with('<')), link }
}

/// The text up to the first blank line.
fn paragraph(text: &str) -> &str {
    let end = lines(text).find(|(_, line)| line.is_empty() || address(line).is_some() || line.starts_with("<!--"));
    text[..end.map_or(text.len(), |(at, _)| at)].trim_end()
}

/// The address in a line that leads to more documentation.
fn address(line: &str) -> Option<&str> {
    let rest = LINKS.iter().find_map(|words| line.strip_prefix(words))?;
    let target = link(rest).map_or(rest, |(_, target)| target).trim_end_matches('.');
    target.starts_with("http").then_some(target).filter(|target| !target.contains(char::is_whitespace))
}
