//! The builder of an endpoint that requires many parameters: it can `build` only when each of them was given.
//!
//! In: the required fields. Out: the builder's table. It must not know optional fields: the endpoint has setters for those.

use super::{names::Names, text::Field};
use crate::{
    emit::{
        ident,
        states::{groups, place, row_docs},
    },
    model::Operation,
};
use std::fmt::Write as _;

/// The table: a row for each required field, with its docs.
pub(super) fn table(
    operation: &Operation,
    names: &Names,
    fields: &[Field<'_>],
    docs: impl Fn(&Field<'_>) -> Vec<String>,
) -> String {
    let (required, optional): (Vec<&Field<'_>>, Vec<&Field<'_>>) = fields.iter().partition(|field| field.required);
    let (asked, others) = (named(&required), named(&optional));
    let (endpoint, builder) = (ident(&operation.rust), ident(&names.builder));
    let mut table = format!("crate::call::endpoint_builder! {{\n    {endpoint}, {builder}<{}>", groups(&asked));
    let _ = writeln!(table, ", without [{}] {{", others.join(" "));
    for (index, field) in required.into_iter().enumerate() {
        let given = field.given.as_ref().map(|given| format!(" as {given}")).unwrap_or_default();
        table.push_str(&row_docs(&docs(field)));
        let _ = writeln!(table, "        {}: {}{given}{};", field.name, field.ty, place(index));
    }
    table.push_str("    }\n}");
    table
}

fn named(fields: &[&Field<'_>]) -> Vec<String> {
    fields.iter().map(|field| field.name.to_string()).collect()
}
