//! Tables as written: the columns by their names, the rows that are whole, names and marks.
//!
//! In: a section or a table. Out: cells; what is not as it should be is a diagnostic. It must not know what a column means.

use crate::{
    naming::near,
    page::{Block, Cell, Section, Table},
    source::{Code, Diagnostic, Diagnostics, Span},
};
use std::{borrow::Cow, collections::HashSet};

/// The one table that a section must hold.
pub fn the_table<'p>(section: &'p Section, diagnostics: &mut Diagnostics) -> Option<Cow<'p, Table>> {
    let table = section.tables().into_iter().next();
    if table.is_none() {
        let span = section.blocks.first().map(Block::span).or(section.span);
        let message = format!("`{}` holds no table", section.heading);
        if let Some(span) = span {
            diagnostics.push(
                Diagnostic::at(Code::BrokenTable, span, message)
                    .help("a table needs a header row and a delimiter row, such as `| --- | --- |`"),
            );
        }
    }
    table
}

/// Where the columns of these names stand; a diagnostic for each that is missing, and for each other than these and `more`.
pub fn columns<const N: usize>(
    table: &Table,
    names: [&str; N],
    more: &[&str],
    diagnostics: &mut Diagnostics,
) -> [Option<usize>; N] {
    let start = table.header.first().map_or(table.span, |cell| cell.span);
    let found = names.map(|name| table.column(name));
    let mut others: Vec<&Cell> = table.header.iter().filter(|cell| is_other(cell, &names, more)).collect();
    for (name, _) in names.iter().zip(&found).filter(|(_, column)| column.is_none()) {
        let message = format!("the table has no column `{name}`");
        let cell = near(name, table.header.iter().map(|cell| cell.text.as_str()));
        let typo = table.header.iter().find(|header| Some(header.text.as_str()) == cell);
        others.retain(|other| typo.is_none_or(|typo| typo.span != other.span));
        diagnostics.push(match typo {
            Some(typo) => Diagnostic::at(Code::MissingColumn, typo.span, message).help(format!("write `{name}`")),
            None => Diagnostic::at(Code::MissingColumn, start, message)
                .help(format!("the columns are named in the header row: {}", names.join(", "))),
        });
    }
    for other in others {
        let message = format!("the column `{}` is not read", other.text);
        diagnostics.push(Diagnostic::at(Code::UnreadColumn, other.span, message));
    }
    found
}

fn is_other(cell: &Cell, names: &[&str], more: &[&str]) -> bool {
    let name = cell.text.as_str();
    !name.is_empty() && !names.contains(&name) && !more.contains(&name)
}

/// The rows that have a cell for each column; of each other one, a diagnostic.
pub fn whole_rows<'t>(table: &'t Table, diagnostics: &mut Diagnostics) -> Vec<&'t [Cell]> {
    let width = table.header.len();
    for cells in table.rows.iter().filter(|cells| cells.len() != width) {
        let span = cells.first().map_or(table.span, |cell| cell.span);
        let message = format!("a row of {} cells in a table of {width} columns", cells.len());
        diagnostics.push(
            Diagnostic::at(Code::BrokenTable, span, message)
                .help("write a `|` within a cell as `\\|`, and fill empty cells"),
        );
    }
    table.rows.iter().map(Vec::as_slice).filter(|cells| cells.len() == width).collect()
}

/// Keeps the first row of each name; of each other one, a diagnostic.
pub(super) fn drop_repeated<T>(rows: &mut Vec<T>, name: impl Fn(&T) -> (&str, Span), diagnostics: &mut Diagnostics) {
    let mut seen = HashSet::new();
    rows.retain(|row| {
        let (name, span) = name(row);
        let is_new = seen.insert(name.to_owned());
        if !is_new {
            diagnostics.push(Diagnostic::at(Code::Duplicate, span, format!("`{name}` stands twice")));
        }
        is_new
    });
}

/// `` `name` `` or ``~~`name`~~``; a name without its marks is taken, and reported.
pub(super) fn read_name(cell: &Cell, diagnostics: &mut Diagnostics) -> Option<(String, bool)> {
    let struck = cell.text.strip_prefix("~~").and_then(|text| text.strip_suffix("~~"));
    let code = struck.unwrap_or(&cell.text).trim();
    let name = code.strip_prefix('`').and_then(|text| text.strip_suffix('`')).filter(|name| !name.is_empty());
    if let Some(name) = name.filter(|name| !name.contains('`')) {
        return Some((name.trim().to_owned(), struck.is_some()));
    }
    let message = format!("`{}` is not one code span", cell.text.replace('`', "'"));
    let finding = Diagnostic::at(Code::BadName, cell.span, message);
    diagnostics.push(finding.help("write the name between backticks: `` `name` ``"));
    let bare = code.trim_matches('`');
    is_plain(bare).then(|| (bare.to_owned(), struck.is_some()))
}

/// Whether a text without marks can only be a name.
fn is_plain(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '$')
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$'))
}

/// Whether a field is required.
pub(super) fn read_mark(cell: &Cell, diagnostics: &mut Diagnostics) -> bool {
    match cell.text.as_str() {
        ":heavy_check_mark:" => true,
        ":heavy_minus_sign:" => false,
        other => {
            let message = format!("`{other}` is neither a check mark nor a minus sign");
            diagnostics.push(
                Diagnostic::at(Code::UnknownMark, cell.span, message)
                    .help("write `:heavy_check_mark:` or `:heavy_minus_sign:`"),
            );
            false
        }
    }
}
