//! Descriptions, and what they say of deprecation.
//!
//! In: blocks or cells of prose. Out: markdown without the text that marks something as deprecated, and the note of that text. It
//! must not know what is described.

use crate::{
    model::Deprecation,
    page::Block,
    source::{Sources, Span},
};

/// The prose of some blocks, and what a deprecation quote says among them.
pub(super) fn read_prose(sources: &Sources, blocks: &[Block]) -> (Option<String>, Option<Deprecation>) {
    let deprecated = blocks.iter().rev().find_map(deprecation_quote).map(|(_, deprecation)| deprecation);
    let rest: Vec<Span> = blocks.iter().filter(|block| deprecation_quote(block).is_none()).map(Block::span).collect();
    let text = match (rest.first(), rest.last()) {
        (Some(first), Some(last)) => sources.text(Span { end: last.end, ..*first }).trim(),
        _ => "",
    };
    ((!text.is_empty()).then(|| text.to_owned()), deprecated)
}

/// The place of the quote `> :warning: **DEPRECATED**: note`, and what it says.
pub fn deprecation_quote(block: &Block) -> Option<(Span, Deprecation)> {
    let Block::Quote(cell) = block else { return None };
    let text = cell.text.trim_start_matches(['>', ' ']);
    let note = text.strip_prefix(":warning:").unwrap_or(text).trim_start().strip_prefix("**DEPRECATED**")?;
    Some((cell.span, Deprecation { note: advice(note.trim_start_matches(':').trim()) }))
}

/// What stands in the note's place when the vendor wrote nothing of their own.
const STOCK_NOTE: &str = "This will be removed in a future release, please migrate away from it as soon as possible";

/// What a note says beside that something is deprecated.
fn advice(note: &str) -> Option<String> {
    let says_more = !note.is_empty() && note.trim_end_matches('.') != STOCK_NOTE;
    says_more.then(|| note.to_owned())
}

/// The mark that opens the description of a struck field; the blanks are the docs' own.
const DEPRECATED_CELL: &str = ": warning: ** DEPRECATED **:";

/// Descriptions that the SDKs' generator writes where a vendor wrote none.
const STOCK: [&str; 2] = ["N/A", "The request object to use for the request."];

/// A description without its deprecation text, and that text.
pub(super) fn read_description(text: &str) -> (Option<String>, Option<String>) {
    let (docs, note) = match text.strip_prefix(DEPRECATED_CELL) {
        Some(rest) => {
            let (note, docs) = rest.split_once("<br/><br/>").unwrap_or((rest, ""));
            (docs, advice(note.trim().trim_end_matches('.')))
        }
        None => (text, None),
    };
    let docs = docs.trim().trim_end_matches("<br/>").trim();
    ((!docs.is_empty() && !STOCK.contains(&docs)).then(|| docs.to_owned()), note)
}

#[cfg(test)]
mod tests {
    use super::{STOCK, read_description};

    #[test]
    fn stock_words_are_no_description() {
        for words in STOCK {
            assert_eq!(read_description(words), (None, None));
            assert!(read_description(&format!("{words} Of a pet.")).0.is_some());
        }
    }
}
