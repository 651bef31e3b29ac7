//! The list of operations: which resource each belongs to.
//!
//! In: the part that lists them. Out: items. It must not know the pages that they link to.

use super::{ListedOperation, marked::Marked, text::link};
use crate::page::{Block, Cell, Section};

/// The part's key.
const KEY: &str = "operations";

/// The folder of the docs, as links of the front page name it.
const DOCS: &str = "docs/";

/// The last word of the heading above the operations of the client itself (`Pets SDK`, `SDK`).
const ROOT: &str = "SDK";

/// Reads the items: `* [name](docs/sdks/pets/README.md#name) - what it does`. What else stands there belongs to a description.
pub fn read(page: &Marked<'_>) -> Vec<ListedOperation> {
    let mut found = Vec::new();
    for (section, block) in page.blocks(KEY) {
        let Block::List(items) = block else { continue };
        found.extend(items.iter().filter_map(|item| operation(section, item)));
    }
    found
}

fn operation(section: &Section, item: &Cell) -> Option<ListedOperation> {
    let text = item.text.trim_start_matches(['*', '-', '+']).trim_start();
    let (label, target) = link(text).filter(|_| text.starts_with(['[', '~']))?;
    let (page, anchor) = target.strip_prefix("./").unwrap_or(target).strip_prefix(DOCS)?.split_once('#')?;
    Some(ListedOperation {
        resource: resource(&section.heading),
        name: label.trim_matches('~').to_owned(),
        page: page.to_owned(),
        anchor: anchor.to_owned(),
        span: item.span,
    })
}

/// `Beta.Libraries`, `beta().libraries()`.
fn resource(heading: &str) -> Vec<String> {
    if heading.split_whitespace().next_back() == Some(ROOT) {
        return Vec::new();
    }
    heading.split('.').map(|name| name.trim_end_matches("()").to_owned()).filter(|name| !name.is_empty()).collect()
}
