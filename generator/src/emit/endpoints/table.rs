//! The table of an endpoint: a row for each field, from which the support code makes `new`, the builder and the setters.
//!
//! In: the fields. Out: text. It must not know how the fields travel.

use super::{names::Names, text::Field};
use crate::{
    emit::{
        ident,
        states::{apart, groups, place, row_docs},
        structs::POSITIONAL,
    },
    model::Operation,
};
use std::fmt::Write as _;

/// Whether `new` takes what is required: that is not too much to tell apart by its order.
pub(super) fn is_positional(required: usize) -> bool {
    required <= POSITIONAL
}

/// The table. `docs` are those of a field.
pub(super) fn table(
    operation: &Operation,
    names: &Names,
    success: &str,
    fields: &[Field<'_>],
    docs: impl Fn(&Field<'_>) -> Vec<String>,
) -> String {
    let required: Vec<&Field<'_>> = fields.iter().filter(|field| field.required).collect();
    let asked: Vec<String> = required.iter().map(|field| field.name.to_string()).collect();
    let (endpoint, builder) = (ident(&operation.rust), ident(&names.builder));
    let mut table = format!(
        "crate::call::endpoint! {{\n    {endpoint} => Result<{success}, {}>, {builder}<{}>",
        names.error,
        groups(&asked)
    );
    if is_positional(required.len()) {
        let arguments: Vec<String> =
            required.iter().map(|field| format!("{}: {}", field.name, field.argument())).collect();
        let _ = write!(table, ",\n    new({})", arguments.join(", "));
    }
    let mut places = 0..;
    let rows = fields.iter().map(|field| {
        let place = field.required.then(|| places.next().map(place)).flatten();
        format!("{}{}", row_docs(&docs(field)), row(field, place))
    });
    let rows: String = rows.collect();
    let _ = write!(table, " {{{}{rows}{}}}\n}}", lead(&rows, "\n"), lead(&rows, "    "));
    table
}

/// What stands around rows, if there are any.
fn lead<'t>(rows: &str, text: &'t str) -> &'t str {
    if rows.is_empty() { "" } else { text }
}

fn row(field: &Field<'_>, place: Option<String>) -> String {
    let kind = if field.required { "required" } else { "optional" };
    let name = field.name.to_string();
    let apart = if field.required { String::new() } else { apart(&name) };
    let given = field.given.as_ref().map(|given| format!(" as {given}")).unwrap_or_default();
    let deprecated = if field.deprecated().is_some() { "        #[deprecated]\n" } else { "" };
    format!("{deprecated}        {kind} {name}{apart}: {}{given}{};\n", field.ty, place.unwrap_or_default())
}
