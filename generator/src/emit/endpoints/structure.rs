//! An endpoint's struct: its parameters as fields, and how it is made.
//!
//! In: an operation. Out: the struct, `new` or a builder, setters. It must not know how the parameters travel.

use super::{
    builder,
    names::Names,
    paging, response,
    text::{self, Field, Origin, Prose, fields},
};
use crate::{
    emit::{
        ident,
        item::{deprecation, doc_attributes, format_item, one_line},
        rust_type::tokens,
        rustdoc,
        states::row_docs,
    },
    model::{Auth, Operation, Parameter, Rule, SecurityScheme, alternatives},
};
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::Write as _;

/// With more required fields than this, they are given by name.
const POSITIONAL: usize = 3;

/// Names that the endpoint's other functions have; a setter of such a name is `with_…`.
const TAKEN: &[&str] = &["new", "builder", "to_request", "parse", "write", "read"];

/// Whether a builder asks for what is required.
pub(super) fn has_builder(operation: &Operation) -> bool {
    text::required(operation) > POSITIONAL
}

/// The struct and its constructors, one text each.
pub(super) fn blocks(prose: &Prose<'_>, operation: &Operation, names: &Names) -> Vec<String> {
    let scope = prose.scope;
    let fields = fields(scope, operation);
    let mut blocks = vec![format_item(structure(prose, operation, &fields))];
    if has_builder(operation) {
        blocks.push(builder::table(operation, names, &fields, |field| field_docs(prose, field)));
    }
    blocks.push(methods(prose, operation, names, &fields));
    blocks.extend(redacted(operation, &fields));
    blocks
}

fn structure(prose: &Prose<'_>, operation: &Operation, fields: &[Field<'_>]) -> TokenStream {
    let name = ident(&operation.rust);
    let docs = doc_attributes(&operation_docs(prose, operation));
    let alias = alias(operation);
    let deprecated = deprecation(operation.deprecated.as_ref());
    let rows = fields.iter().map(|field| row(prose, field));
    let derives = derives(fields);
    quote! {
        #docs
        #alias
        #deprecated
        #derives
        #[non_exhaustive]
        pub struct #name { #(#rows)* }
    }
}

/// The operation id, by which the search of rustdoc finds the endpoint too, where it can hold it.
fn alias(operation: &Operation) -> Option<TokenStream> {
    let id = operation.id.as_str();
    let legal = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\'');
    let is_alias = !id.is_empty() && id != operation.rust && id.chars().all(legal);
    is_alias.then(|| quote!(#[doc(alias = #id)]))
}

fn row(prose: &Prose<'_>, field: &Field<'_>) -> TokenStream {
    let name = &field.name;
    let ty = tokens(&field.declared(prose.scope));
    let docs = doc_attributes(&field_docs(prose, field));
    let deprecated = match field.origin {
        Origin::Parameter(parameter) => deprecation(parameter.deprecated.as_ref()),
        Origin::Body(_) => TokenStream::new(),
    };
    quote!(#docs #deprecated pub #name: #ty,)
}

fn derives(fields: &[Field<'_>]) -> TokenStream {
    let debug = (!fields.iter().any(|field| field.secret)).then(|| quote!(Debug,));
    let default = (!fields.iter().any(|field| field.required)).then(|| quote!(, Default));
    quote!(#[derive(#debug Clone, PartialEq #default)])
}

fn operation_docs(prose: &Prose<'_>, operation: &Operation) -> Vec<String> {
    let mut lines = operation.docs.as_deref().map(|docs| prose.lines(docs)).unwrap_or_default();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(format!("`{} {}`", operation.method, operation.path.replace('`', "")));
    if !operation.id.is_empty() {
        lines.push(format!("(operation id `{}`)", operation.id.replace('`', "")));
    }
    lines.push(String::new());
    let remarks = [credentials(operation), events(operation), pages(operation), guessed_places(operation)];
    for remark in remarks.into_iter().flatten() {
        lines.extend([remark, String::new()]);
    }
    lines.push(format!("From `{}`, line {}.", operation.source.page.replace('`', ""), operation.source.line));
    lines
}

/// Which credentials it wants, if not those that the API wants everywhere.
fn credentials(operation: &Operation) -> Option<String> {
    match &operation.auth.value {
        Auth::Global => None,
        Auth::Public => Some("It wants no credentials.".to_owned()),
        Auth::Own(schemes) => {
            let quoted = |scheme: &&SecurityScheme| format!("`{}`", scheme.shown.replace('`', ""));
            let names = |group: &Vec<&SecurityScheme>| group.iter().map(quoted).collect::<Vec<_>>().join(" and ");
            let ways: Vec<String> = alternatives(schemes).iter().map(names).collect();
            Some(format!("It wants credentials of its own: {}.", ways.join(" or ")))
        }
    }
}

fn events(operation: &Operation) -> Option<String> {
    let remark = "It answers with server-sent events, which `stream` of the adapters gives as they come.";
    response::streams_events(operation).then(|| remark.to_owned())
}

/// Whether its results come in pages.
fn pages(operation: &Operation) -> Option<String> {
    operation.paging.as_ref()?;
    let remark = match paging::walks(operation) {
        true => "Its results come in pages, through which `pages` of the client walks.",
        false => "Its results come in pages; the docs do not say how to ask for the next one.",
    };
    Some(remark.to_owned())
}

/// Which parameters are sent where no page says that they are.
fn guessed_places(operation: &Operation) -> Option<String> {
    let is_guess = |parameter: &&Parameter| parameter.place.basis.rule().is_some_and(Rule::is_guess);
    let guessed = operation.parameters.iter().filter(is_guess);
    let names: Vec<String> = guessed.map(|parameter| format!("`{}`", parameter.rust.replace('`', ""))).collect();
    (!names.is_empty()).then(|| format!("Sent in the query, though no page says so: {}.", names.join(", ")))
}

fn field_docs(prose: &Prose<'_>, field: &Field<'_>) -> Vec<String> {
    let (docs, example, otherwise) = match field.origin {
        Origin::Parameter(parameter) => {
            (&parameter.docs, &parameter.example, format!("The parameter `{}`.", parameter.shown.replace('`', "")))
        }
        Origin::Body(body) => (&body.docs, &None, "The request's body.".to_owned()),
    };
    let mut lines = docs.as_deref().map(|docs| prose.lines(docs)).unwrap_or_default();
    if lines.is_empty() {
        lines.push(otherwise);
    }
    if let Some(example) = example.as_deref().and_then(rustdoc::example) {
        lines.extend([String::new(), example]);
    }
    lines.iter().map(|line| one_line(line)).collect()
}

/// The table of the methods that all endpoints have, with `new`, and the setters of what may be left out.
fn methods(prose: &Prose<'_>, operation: &Operation, names: &Names, fields: &[Field<'_>]) -> String {
    let (name, success) = (ident(&operation.rust), response::success_text(prose.scope, operation, names));
    let mut table = format!("crate::call::endpoint! {{\n    {name} => Result<{success}, {}>", names.error);
    let (required, optional): (Vec<&Field<'_>>, Vec<&Field<'_>>) = fields.iter().partition(|field| field.required);
    if !has_builder(operation) {
        let arguments: Vec<String> =
            required.iter().map(|field| format!("{}: {}", field.name, field.argument())).collect();
        let _ = write!(table, ",\n    new({})", arguments.join(", "));
    }
    let (apart, plain): (Vec<&Field<'_>>, Vec<&Field<'_>>) = optional.into_iter().partition(|field| is_taken(field));
    for field in apart {
        let _ = write!(table, ",\n    setter with_{0}({0}: {1})", field.name, field.argument());
    }
    if !plain.is_empty() {
        let rows: String = plain.iter().map(|field| setter_row(prose, field)).collect();
        let _ = write!(table, " {{\n{rows}    }}");
    }
    table.push_str("\n}");
    table
}

fn setter_row(prose: &Prose<'_>, field: &Field<'_>) -> String {
    format!("{}        {}: {};\n", row_docs(&field_docs(prose, field)), field.name, field.argument())
}

/// Whether the endpoint has a method of this name, so that the field's setter needs another.
fn is_taken(field: &Field<'_>) -> bool {
    TAKEN.contains(&field.name.to_string().as_str())
}

fn redacted(operation: &Operation, fields: &[Field<'_>]) -> Option<String> {
    let list = |secret: bool| -> String {
        fields.iter().filter(|field| field.secret == secret).map(|field| format!("{} ", field.name)).collect()
    };
    fields.iter().any(|field| field.secret).then(|| {
        let name = ident(&operation.rust);
        format!("crate::call::redacted_debug!({name} {{ {}}} secret {{ {}}});", list(false), list(true))
    })
}
