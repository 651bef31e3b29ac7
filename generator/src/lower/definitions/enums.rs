//! Pages of values to enums.
//!
//! In: values as written. Out: an enum of strings or of integers, or any JSON value where no list can be read. It must not know names of variants.

use crate::{
    lower::written::ValueRow,
    model::{Enum, EnumValue, Literal, Openness, Shape},
    source::{Code, Diagnostic, Diagnostics},
};

/// Builds the enum of a page.
pub(super) fn build_enum(
    values: &[ValueRow],
    openness: Openness,
    closed_if_unmarked: bool,
    diagnostics: &mut Diagnostics,
) -> Shape {
    let is_integer = |row: &ValueRow| !row.quoted && row.value.parse::<i64>().is_ok_and(|n| n.to_string() == row.value);
    let integer = !values.is_empty() && values.iter().all(is_integer);
    let is_mixed = values.iter().any(|row| row.quoted) && values.iter().any(is_integer);
    if let Some(row) = values.first().filter(|_| is_mixed) {
        diagnostics.push(Diagnostic::at(Code::BadType, row.span, "strings and integers in one list of values"));
    }
    if is_mixed || values.is_empty() {
        return Shape::Opaque;
    }
    let value = |row: &ValueRow| EnumValue {
        wire: match row.value.parse() {
            Ok(number) if integer => Literal::Integer(number),
            _ => Literal::String(row.value.clone()),
        },
        doc_name: row.name.clone(),
        rust: String::new(),
    };
    let closed = closed_if_unmarked && openness == Openness::Closed;
    Shape::Enum(Enum { values: values.iter().map(value).collect(), integer, openness, closed })
}
