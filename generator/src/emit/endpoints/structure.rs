//! An endpoint's struct: its parameters as fields, and how it is made.
//!
//! In: an operation. Out: the struct, `new` or a builder, setters. It must not know how the parameters travel.

use super::{
    builder,
    names::Names,
    text::{Field, Origin, Prose, fields},
};
use crate::{
    emit::{
        Scope, ident,
        item::{deprecation, doc_attributes, format_item},
        rust_type::tokens,
        rustdoc,
    },
    model::Operation,
};
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::Write as _;

/// With more required fields than this, they are given by name.
const POSITIONAL: usize = 3;

/// Names that the endpoint's other functions have; a setter of such a name is `with_…`.
const TAKEN: &[&str] = &["new", "builder", "into_request", "to_request", "parse", "write", "read"];

/// The struct and its constructors, one text each.
pub(super) fn blocks(prose: &Prose<'_>, operation: &Operation, names: &Names) -> Vec<String> {
    let scope = prose.scope;
    let fields = fields(scope, operation);
    let required: Vec<&Field<'_>> = fields.iter().filter(|field| field.required).collect();
    let mut blocks = vec![format_item(structure(prose, operation, &fields))];
    if required.len() <= POSITIONAL {
        blocks.push(format_item(constructor(scope, operation, &fields, &required)));
    } else {
        blocks.extend(builder::items(scope, operation, names, &fields, &required).into_iter().map(format_item));
    }
    blocks.push(methods(operation, &fields));
    blocks.extend(redacted(operation, &fields));
    blocks
}

fn structure(prose: &Prose<'_>, operation: &Operation, fields: &[Field<'_>]) -> TokenStream {
    let name = ident(&operation.rust);
    let docs = doc_attributes(&operation_docs(prose, operation));
    let deprecated = deprecation(operation.deprecated.as_ref());
    let rows = fields.iter().map(|field| row(prose, field));
    let derives = derives(fields);
    quote! {
        #docs
        #deprecated
        #derives
        #[non_exhaustive]
        pub struct #name { #(#rows)* }
    }
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
    lines.push(String::new());
    lines.push(format!("From `{}`, line {}.", operation.source.page.replace('`', ""), operation.source.line));
    lines
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
    lines
}

/// `new(required…)`.
fn constructor(scope: &Scope<'_>, operation: &Operation, fields: &[Field<'_>], required: &[&Field<'_>]) -> TokenStream {
    let (name, into) = (ident(&operation.rust), tokens(scope.prelude("Into")));
    let arguments = required.iter().map(|field| {
        let (name, ty) = (&field.name, tokens(&field.ty));
        quote!(#name: impl #into<#ty>)
    });
    let values = fields.iter().map(|field| initial(scope, field));
    quote! {
        impl #name {
            /// The operation with what it requires.
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
        }
    }
}

fn initial(scope: &Scope<'_>, field: &Field<'_>) -> TokenStream {
    let (name, none) = (&field.name, tokens(scope.prelude("None")));
    if field.required { quote!(#name: #name.into()) } else { quote!(#name: #none) }
}

/// The table of setters, and the methods that all endpoints have.
fn methods(operation: &Operation, fields: &[Field<'_>]) -> String {
    let optional: Vec<&Field<'_>> = fields.iter().filter(|field| !field.required).collect();
    let name = ident(&operation.rust);
    if optional.is_empty() {
        return format!("crate::call::endpoint!({name});");
    }
    let mut table = format!("crate::call::endpoint!({name} {{\n");
    for field in optional {
        let _ = writeln!(table, "    {} {}: {};", setter(field), field.name, field.ty);
    }
    table.push_str("});");
    table
}

fn setter(field: &Field<'_>) -> String {
    let name = field.name.to_string();
    if TAKEN.contains(&name.as_str()) { format!("with_{name}") } else { name }
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
