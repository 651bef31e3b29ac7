//! The Errors table of an operation.
//!
//! In: a table of a page. Out: its rows, each cell under its column's name; what is not understood is a diagnostic. It must not
//! know types.

use super::written::ErrorRow;
use crate::{
    lower::written::{RowId, columns, whole_rows},
    model::ErrorStatus,
    page::{Cell, Table},
    source::{Code, Diagnostic, Diagnostics},
};

/// What the column of types is called: today, and by older SDK generators.
const KIND: [&str; 2] = ["Error Type", "Error Object"];

/// Reads an Errors table.
pub fn read_errors(table: &Table, diagnostics: &mut Diagnostics) -> Vec<ErrorRow> {
    let kind = KIND.into_iter().find(|name| table.column(name).is_some()).unwrap_or(KIND[0]);
    let [name, status, media] = columns(table, [kind, "Status Code", "Content Type"], &[], diagnostics);
    let (Some(name), Some(status)) = (name, status) else { return Vec::new() };
    let whole = whole_rows(table, diagnostics).into_iter();
    let media = |row: &[Cell]| media.map_or(String::new(), |at| row[at].text.replace('\\', ""));
    whole.filter_map(|row| read_error(&row[name], &row[status], media(row), diagnostics)).collect()
}

fn read_error(name: &Cell, status: &Cell, media: String, diagnostics: &mut Diagnostics) -> Option<ErrorRow> {
    let Some(statuses) = ErrorStatus::read(&status.text) else {
        let message = format!("`{}` is no status code", status.text);
        let help = "write codes such as `400, 404`, a range such as `4XX`, or `default`";
        diagnostics.push(Diagnostic::at(Code::OddOperation, status.span, message).help(help));
        return None;
    };
    Some(ErrorRow { id: RowId::at(name.span), name: name.text.clone(), statuses, media, span: name.span })
}
