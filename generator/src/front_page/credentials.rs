//! Ways to authenticate.
//!
//! In: the part on authentication. Out: rows. It must not know what a credential does.

use super::{CredentialRow, marked::Marked, text::code_spans};
use crate::page::{Block, Cell, Section, Table};

/// The part's key.
pub const KEY: &str = "security";

/// The heading above the table; it is followed where a vendor has rewritten the part and taken its marks away.
const HEADING: &str = "Per-Client Security Schemes";

/// What is said above the table of one of several alternatives, and above one whose rows are sent together.
const ALTERNATIVE: &str = " alternative";
const TOGETHER: &str = "All of the following schemes";

/// Reads the first table of schemes, and those of further alternatives.
pub fn read(page: &Marked<'_>) -> Vec<CredentialRow> {
    let mut blocks: Vec<(&Section, &Block)> = page.blocks(KEY).collect();
    if page.range(KEY).is_none() {
        blocks.extend(page.all_blocks().filter(|(section, _)| section.heading == HEADING));
    }
    let mut found = Vec::new();
    for (group, (section, block)) in blocks.into_iter().enumerate() {
        let Block::Table(table) = block else { continue };
        if found.is_empty() || says(section, ALTERNATIVE) {
            found.extend(joined(rows(table), says(section, TOGETHER).then_some(group)));
        }
    }
    found
}

/// Whether a sentence of a section holds some words.
fn says(section: &Section, words: &str) -> bool {
    section.blocks.iter().any(|block| matches!(block, Block::Prose(cell) if cell.text.contains(words)))
}

fn joined(mut rows: Vec<CredentialRow>, group: Option<usize>) -> Vec<CredentialRow> {
    rows.iter_mut().for_each(|row| row.group = group);
    rows
}

fn rows(table: &Table) -> Vec<CredentialRow> {
    let columns = ["Name", "Type", "Scheme"].map(|header| table.column(header));
    let [Some(name), Some(kind), Some(scheme)] = columns else { return Vec::new() };
    let environment = table.column("Environment Variable");
    let row = |cells: &Vec<Cell>| {
        let names = owned(cells.get(name)?);
        Some(CredentialRow {
            span: cells.get(name)?.span,
            kind: cells.get(kind)?.text.clone(),
            scheme: cells.get(scheme)?.text.clone(),
            environment: environment.and_then(|at| cells.get(at)).map(owned).unwrap_or_default(),
            names,
            group: None,
        })
    };
    table.rows.iter().filter_map(row).filter(|row| !row.names.is_empty()).collect()
}

fn owned(cell: &Cell) -> Vec<String> {
    code_spans(&cell.text).into_iter().map(str::to_owned).collect()
}
