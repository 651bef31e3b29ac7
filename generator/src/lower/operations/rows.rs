//! The Parameters and Errors tables of an operation.
//!
//! In: a table of a page. Out: its rows, each cell under its column's name; what is not understood is a diagnostic. It must not
//! know types or the model.

use super::written::{ErrorRow, ParameterRow};
use crate::{
    page::{Cell, Table},
    source::{Code, Diagnostic, Diagnostics},
};

/// Reads a Parameters table.
pub fn read_parameters(table: &Table, diagnostics: &mut Diagnostics) -> Vec<ParameterRow> {
    let Some([name, ty, required, docs]) =
        columns(table, ["Parameter", "Type", "Required", "Description"], diagnostics)
    else {
        return Vec::new();
    };
    let example = table.column("Example");
    let rows = whole_rows(table, diagnostics);
    let read = |row: &&[Cell], diagnostics: &mut Diagnostics| {
        let (shown, struck) = read_name(&row[name], diagnostics)?;
        Some(ParameterRow {
            name: shown,
            ty: row[ty].clone(),
            required: read_mark(&row[required], diagnostics)?,
            docs: said(&row[docs]),
            example: example.and_then(|at| said(&row[at])),
            struck,
            span: row[name].span,
        })
    };
    rows.iter().filter_map(|row| read(row, diagnostics)).collect()
}

/// Reads an Errors table.
pub fn read_errors(table: &Table, diagnostics: &mut Diagnostics) -> Vec<ErrorRow> {
    let Some([name, status, media]) = columns(table, ["Error Type", "Status Code", "Content Type"], diagnostics) else {
        return Vec::new();
    };
    let rows = whole_rows(table, diagnostics);
    rows.iter().filter_map(|row| read_error(&row[name], &row[status], &row[media], diagnostics)).collect()
}

fn read_error(name: &Cell, status: &Cell, media: &Cell, diagnostics: &mut Diagnostics) -> Option<ErrorRow> {
    let mut row = ErrorRow {
        name: name.text.clone(),
        statuses: Vec::new(),
        range: false,
        media: media.text.replace('\\', ""),
        span: name.span,
    };
    for code in status.text.split(',').map(str::trim) {
        match code.parse::<u16>() {
            Ok(code @ 100..=599) => row.statuses.push(code),
            _ if is_range(code) => row.range = true,
            _ => {
                let message = format!("`{code}` is no status code");
                let help = "write codes such as `400, 404`, or a range such as `4XX`";
                diagnostics.push(Diagnostic::at(Code::OddOperation, status.span, message).help(help));
                return None;
            }
        }
    }
    Some(row)
}

/// Whether it is `4XX` or the like, or `default`.
fn is_range(code: &str) -> bool {
    let bytes = code.as_bytes();
    code == "default" || matches!(bytes, [b'1'..=b'5', rest @ ..] if rest.eq_ignore_ascii_case(b"xx"))
}

/// The indices of the needed columns, or a diagnostic for each that is missing.
fn columns<const N: usize>(table: &Table, names: [&str; N], diagnostics: &mut Diagnostics) -> Option<[usize; N]> {
    let mut at = [0; N];
    let mut whole = true;
    for (slot, name) in at.iter_mut().zip(names) {
        if let Some(index) = table.column(name) {
            *slot = index;
        } else {
            whole = false;
            let place = table.header.first().map_or(table.span, |cell| cell.span);
            diagnostics.push(Diagnostic::at(Code::MissingColumn, place, format!("the table has no column `{name}`")));
        }
    }
    whole.then_some(at)
}

/// The rows that have a cell for each column; the others are reported.
fn whole_rows<'a>(table: &'a Table, diagnostics: &mut Diagnostics) -> Vec<&'a [Cell]> {
    let wanted = table.header.len();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        if row.len() == wanted {
            rows.push(row.as_slice());
        } else {
            let place = row.first().map_or(table.span, |cell| cell.span);
            let message = format!("the row has {} cells where the header has {wanted}", row.len());
            diagnostics
                .push(Diagnostic::at(Code::BrokenTable, place, message).help("write a `|` within a cell as `\\|`"));
        }
    }
    rows
}

/// The name in a code span, and whether it is struck through.
fn read_name(cell: &Cell, diagnostics: &mut Diagnostics) -> Option<(String, bool)> {
    let text = cell.text.as_str();
    let (text, struck) =
        text.strip_prefix("~~").and_then(|t| t.strip_suffix("~~")).map_or((text, false), |t| (t, true));
    let name = text.trim().strip_prefix('`').and_then(|t| t.strip_suffix('`')).map(str::trim);
    match name.filter(|name| !name.is_empty() && !name.contains('`')) {
        Some(name) => Some((name.trim_start_matches('$').to_owned(), struck)),
        None => {
            let message = format!("`{}` is not a parameter's name", cell.text.replace('`', "'"));
            diagnostics.push(Diagnostic::at(Code::BadName, cell.span, message).help("write the name as one code span"));
            None
        }
    }
}

fn read_mark(cell: &Cell, diagnostics: &mut Diagnostics) -> Option<bool> {
    match cell.text.as_str() {
        ":heavy_check_mark:" => Some(true),
        ":heavy_minus_sign:" => Some(false),
        other => {
            let message = format!("`{other}` says neither required nor optional");
            let help = "write `:heavy_check_mark:` or `:heavy_minus_sign:`";
            diagnostics.push(Diagnostic::at(Code::UnknownMark, cell.span, message).help(help));
            None
        }
    }
}

/// The text of a cell, unless it says nothing.
fn said(cell: &Cell) -> Option<String> {
    (!matches!(cell.text.as_str(), "" | "N/A")).then(|| cell.text.clone())
}
