//! The Errors table of an operation.
//!
//! In: a table of a page. Out: its rows, each cell under its column's name; what is not understood is a diagnostic. It must not
//! know types or the model.

use super::written::ErrorRow;
use crate::{
    page::{Cell, Table},
    source::{Code, Diagnostic},
};

/// The columns that are needed.
const COLUMNS: [&str; 3] = ["Error Type", "Status Code", "Content Type"];

/// Reads an Errors table.
pub fn read_errors(table: &Table, diagnostics: &mut Vec<Diagnostic>) -> Vec<ErrorRow> {
    let start = table.header.first().map_or(table.span, |cell| cell.span);
    for name in COLUMNS.iter().filter(|name| table.column(name).is_none()) {
        diagnostics.push(Diagnostic::at(Code::MissingColumn, start, format!("the table has no column `{name}`")));
    }
    let [Some(name), Some(status), Some(media)] = COLUMNS.map(|name| table.column(name)) else { return Vec::new() };
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        if row.len() == table.header.len() {
            rows.extend(read_error(&row[name], &row[status], &row[media], diagnostics));
        } else {
            let span = row.first().map_or(table.span, |cell| cell.span);
            let message = format!("a row of {} cells in a table of {} columns", row.len(), table.header.len());
            diagnostics
                .push(Diagnostic::at(Code::BrokenTable, span, message).help("write a `|` within a cell as `\\|`"));
        }
    }
    rows
}

fn read_error(name: &Cell, status: &Cell, media: &Cell, diagnostics: &mut Vec<Diagnostic>) -> Option<ErrorRow> {
    let media = media.text.replace('\\', "");
    let mut row = ErrorRow { name: name.text.clone(), statuses: Vec::new(), range: false, media, span: name.span };
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
    code == "default" || matches!(code.as_bytes(), [b'1'..=b'5', rest @ ..] if rest.eq_ignore_ascii_case(b"xx"))
}
