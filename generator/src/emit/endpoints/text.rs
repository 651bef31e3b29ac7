//! Text that all parts of an endpoint's file share: headers, docs, formatted items, types of fields.
//!
//! In: tokens and prose. Out: text. It must not know requests from responses.

use crate::{
    emit::{Scope, ident},
    model::{Body, Deprecation, Media, Operation, Parameter, Place, Presence},
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The first line of a generated file.
pub(super) fn header(page: &str, command: &str) -> String {
    format!("// Generated from {} by `{command}`. Do not edit.\n", plain(page))
}

/// Prose on one line, safe within a comment and within rustdoc.
pub(super) fn plain(prose: &str) -> String {
    let words: Vec<&str> = prose.split_whitespace().collect();
    words.join(" ").chars().flat_map(|letter| escape(letter).into_iter().chain([letter])).collect()
}

fn escape(letter: char) -> Option<char> {
    matches!(letter, '[' | ']' | '<' | '>' | '`' | '\\').then_some('\\')
}

/// Blocks of text with a blank line between.
pub(super) fn join(blocks: &[String]) -> String {
    let texts: Vec<&str> = blocks.iter().map(|block| block.trim_end()).filter(|text| !text.is_empty()).collect();
    format!("{}\n", texts.join("\n\n"))
}

/// An item as text.
///
/// # Panics
/// Never: the tokens are items of this room.
pub(super) fn format_item(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).expect("emitted items parse"))
}

/// `#[doc]` attributes, one a line.
pub(super) fn doc_attributes(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// `#[deprecated]`, where a page says so.
pub(super) fn deprecation(deprecated: Option<&Deprecation>) -> TokenStream {
    match deprecated {
        None => TokenStream::new(),
        Some(Deprecation { note: None }) => quote!(#[deprecated]),
        Some(Deprecation { note: Some(note) }) => quote!(#[deprecated(note = #note)]),
    }
}

/// A field of an endpoint's struct.
#[derive(Debug, Clone)]
pub(super) struct Field<'m> {
    /// Its name.
    pub name: Ident,
    /// The type of a value that is given.
    pub ty: String,
    /// Whether it must be given.
    pub required: bool,
    /// Whether `Debug` must not show it.
    pub secret: bool,
    /// What it is.
    pub origin: Origin<'m>,
}

/// What a field of an endpoint stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Origin<'m> {
    /// A parameter outside the body.
    Parameter(&'m Parameter),
    /// The body.
    Body(&'m Body),
}

impl Field<'_> {
    /// The field's type as declared.
    pub(super) fn declared(&self, scope: &Scope<'_>) -> String {
        if self.required { self.ty.clone() } else { scope.wrap("Option", &self.ty) }
    }
}

/// The fields of an endpoint, in the docs' order, the body last.
pub(super) fn fields<'m>(scope: &Scope<'_>, operation: &'m Operation) -> Vec<Field<'m>> {
    let parameters = operation.parameters.iter().map(|parameter| parameter_field(scope, parameter));
    parameters.chain(operation.body.iter().map(|body| body_field(scope, operation, body))).collect()
}

fn parameter_field<'m>(scope: &Scope<'_>, parameter: &'m Parameter) -> Field<'m> {
    let always = matches!(parameter.presence, Presence::Required | Presence::RequiredNullUnstated);
    Field {
        name: ident(&parameter.rust),
        ty: scope.text(&parameter.ty),
        required: always || parameter.place.value == Place::Path,
        secret: parameter.secret,
        origin: Origin::Parameter(parameter),
    }
}

fn body_field<'m>(scope: &Scope<'_>, operation: &Operation, body: &'m Body) -> Field<'m> {
    let taken = operation.parameters.iter().any(|parameter| parameter.rust == "body");
    let raw = body.media.value == Media::Raw;
    Field {
        name: ident(if taken { "request_body" } else { "body" }),
        ty: if raw { "crate::call::RawBody".to_owned() } else { scope.text(&body.ty) },
        required: body.required,
        secret: false,
        origin: Origin::Body(body),
    }
}
