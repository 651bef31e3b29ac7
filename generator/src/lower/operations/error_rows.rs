//! The Errors table of an operation.
//!
//! In: a table of a page. Out: its rows, each cell under its column's name; what is not understood is a diagnostic. It must not
//! know types or the model.

use super::written::ErrorRow;
use crate::{
    lower::written::{columns, whole_rows},
    page::{Cell, Table},
    source::{Code, Diagnostic, Diagnostics},
};

/// What the column of types is called: today, and by older SDK generators.
const KIND: [&str; 2] = ["Error Type", "Error Object"];

/// Reads an Errors table.
pub fn read_errors(table: &Table, diagnostics: &mut Diagnostics) -> Vec<ErrorRow> {
    let kind = KIND.into_iter().find(|name| table.column(name).is_some()).unwrap_or(KIND[0]);
    let [name, status, media] = columns(table, [kind, "Status Code", "Content Type"], diagnostics);
    let (Some(name), Some(status)) = (name, status) else { return Vec::new() };
    let whole = whole_rows(table, diagnostics).into_iter();
    let media = |row: &[Cell]| media.map_or(String::new(), |at| row[at].text.replace('\\', ""));
    whole.filter_map(|row| read_error(&row[name], &row[status], media(row), diagnostics)).collect()
}

fn read_error(name: &Cell, status: &Cell, media: String, diagnostics: &mut Diagnostics) -> Option<ErrorRow> {
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

/// Whether it is `4XX` or the like, `4xx-5xx`, or `default`.
fn is_range(code: &str) -> bool {
    let is_class = |part: &str| matches!(part.as_bytes(), [b'1'..=b'5', rest @ ..] if rest.eq_ignore_ascii_case(b"xx"));
    code == "default" || code.split('-').all(is_class)
}
