//! Pieces of cells: code spans, links, quoted values.
//!
//! In: text as written. Out: slices of it. It must not know where it stands.

use crate::page::Cell;

/// The texts of the code spans in a cell.
pub fn code_spans(text: &str) -> Vec<&str> {
    let pieces = text.split('`').skip(1).step_by(2);
    let closed = text.matches('`').count() / 2;
    pieces.take(closed).filter(|piece| !piece.is_empty()).collect()
}

/// A cell's text, unless it is empty.
pub fn non_empty(cell: Option<&Cell>) -> Option<String> {
    cell.map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A value without the quotation marks around it.
pub fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// The label and the target of the first link: `[label](target)`.
pub fn link(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.split_once('[')?.1.split_once("](")?;
    Some((label, rest.split_once(')')?.0))
}
