//! An endpoint's struct: its parameters as fields, and how it is made.
//!
//! In: an operation. Out: the struct, and the table that gives it `new`, a builder and setters. It must not know how the parameters
//! travel.

use super::{
    example,
    names::Names,
    paging, request, response, table,
    text::{Field, Origin, Prose, fields},
};
use crate::{
    emit::{
        ident,
        item::{deprecation, doc_attributes, format_item, one_line},
        rust_type::tokens,
        rustdoc,
    },
    model::{Auth, Operation, Parameter, Rule, SecurityScheme, alternatives},
};
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

/// The struct and its constructors, one text each.
pub(super) fn blocks(prose: &Prose<'_>, operation: &Operation, names: &Names) -> Vec<String> {
    let scope = prose.scope;
    let fields = fields(scope, operation);
    let mut blocks = vec![format_item(structure(prose, operation, &fields))];
    let success = response::success_text(scope, operation, names);
    blocks.push(table::table(operation, names, &success, &fields, |field| field_docs(prose, field)));
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
    let deprecated = deprecation(field.deprecated());
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
    let remarks = [
        server(operation),
        credentials(operation),
        events(operation),
        pages(operation),
        empty(operation),
        media(operation),
        guessed_places(operation),
    ];
    for remark in remarks.into_iter().flatten().chain(presets(operation)) {
        lines.extend([remark, String::new()]);
    }
    let example = example::lines(prose.scope.model(), operation);
    if !example.is_empty() {
        lines.extend(example);
        lines.push(String::new());
    }
    lines.push(format!("From `{}`, line {}.", operation.source.page.replace('`', ""), operation.source.line));
    lines
}

/// Where it is, if not where the API is.
fn server(operation: &Operation) -> Option<String> {
    let url = request::own_server(operation)?;
    Some(format!("It has a server of its own, to which clients send it: `{}`.", url.replace('`', "")))
}

/// What it sends unless the body says otherwise.
fn presets(operation: &Operation) -> impl Iterator<Item = String> + '_ {
    let sent = operation.presets.iter().filter(|_| operation.body.is_some());
    sent.map(|preset| {
        let json = Value::from(&preset.value.value).to_string().replace('`', "");
        let name = preset.wire.replace('`', "");
        format!("Its body is sent with `{name}: {json}` unless it says otherwise.")
    })
}

/// Which credentials it wants, if not those that the API wants everywhere.
fn credentials(operation: &Operation) -> Option<String> {
    match &operation.auth.value {
        Auth::Global => None,
        Auth::Public => Some("It wants no credentials.".to_owned()),
        Auth::Own(schemes) => {
            let quoted = |scheme: &&SecurityScheme| format!("`{}`", scheme.doc_name.replace('`', ""));
            let names = |group: &Vec<&SecurityScheme>| group.iter().map(quoted).collect::<Vec<_>>().join(" and ");
            let ways: Vec<String> = alternatives(schemes).iter().map(names).collect();
            Some(format!("It wants credentials of its own: {}.", ways.join(" or ")))
        }
    }
}

fn events(operation: &Operation) -> Option<String> {
    let remark = "It answers with server-sent events, which `stream` of the adapters gives as they come.";
    operation.streams_events().then(|| remark.to_owned())
}

/// Whether its results come in pages.
fn pages(operation: &Operation) -> Option<String> {
    let input = operation.paging.as_ref()?.input.as_ref();
    let guessed = input.filter(|input| input.basis.rule().is_some_and(Rule::is_guess));
    Some(match (paging::walks(operation), guessed) {
        (true, Some(input)) => format!(
            "Its results come in pages, through which `pages` of the client walks; that `{}` asks for the next one is a guess by names.",
            input.value.wire.replace('`', "")
        ),
        (true, None) => "Its results come in pages, through which `pages` of the client walks.".to_owned(),
        (false, _) => "Its results come in pages; the docs do not say how to ask for the next one.".to_owned(),
    })
}

/// When it answers without a body.
fn empty(operation: &Operation) -> Option<String> {
    let statuses: Vec<String> = response::empty_statuses(operation).iter().map(u16::to_string).collect();
    (!statuses.is_empty())
        .then(|| format!("With the status {}, it answers without a body: `None`.", statuses.join(" or ")))
}

/// In which other forms the API takes the body.
fn media(operation: &Operation) -> Option<String> {
    let body = operation.body.as_ref()?;
    let others: Vec<&str> = body.also.iter().map(|media| request::media_name(media.value)).collect();
    let sent = request::media_name(body.media.value);
    (!others.is_empty())
        .then(|| format!("Its body is sent as {sent}; the API takes it as {}, too.", others.join(" or ")))
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
            (&parameter.docs, &parameter.example, format!("The parameter `{}`.", parameter.doc_name.replace('`', "")))
        }
        Origin::Body(body) => (&body.docs, &None, "The request's body.".to_owned()),
    };
    let mut lines = docs.as_deref().map(|docs| prose.lines(docs)).unwrap_or_default();
    if lines.is_empty() {
        lines.push(otherwise);
    }
    if matches!(field.origin, Origin::Parameter(parameter) if parameter.global.is_some()) {
        lines.extend([String::new(), "A call that gives none sends the client's.".to_owned()]);
    }
    if let Some(example) = example.as_deref().and_then(rustdoc::example) {
        lines.extend([String::new(), example]);
    }
    lines.iter().map(|line| one_line(line)).collect()
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
