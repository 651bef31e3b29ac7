//! Ways to authenticate.
//!
//! In: the part on authentication. Out: rows. It must not know what a credential does.

use super::{CredentialRow, marked::Marked, text::code_spans};
use crate::page::{Block, Cell, Section, Table};

/// The part's key.
pub const KEY: &str = "security";

/// The heading above the table; it is followed where a vendor has rewritten the part and taken its marks away.
const HEADING: &str = "Per-Client Security Schemes";

/// Reads the first table of schemes.
pub fn read(page: &Marked<'_>) -> Vec<CredentialRow> {
    let mut blocks: Vec<(&Section, &Block)> = page.blocks(KEY).collect();
    if page.range(KEY).is_none() {
        blocks.extend(page.all_blocks().filter(|(section, _)| section.heading == HEADING));
    }
    let tables =
        blocks.into_iter().filter_map(|(_, block)| if let Block::Table(table) = block { Some(table) } else { None });
    tables.map(rows).find(|rows| !rows.is_empty()).unwrap_or_default()
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
        })
    };
    table.rows.iter().filter_map(row).filter(|row| !row.names.is_empty()).collect()
}

fn owned(cell: &Cell) -> Vec<String> {
    code_spans(&cell.text).into_iter().map(str::to_owned).collect()
}
