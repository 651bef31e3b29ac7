//! How an endpoint becomes a request, and which bodies its success has: the implementation of `Endpoint`.
//!
//! In: an operation. Out: one `impl`, a line for each parameter. It must not know how lines are carried out: `src/call/` does.

use super::{
    names::Names,
    response,
    text::{Field, Origin, fields, is_sent},
};
use crate::{
    emit::{Scope, ident, item::format_item, rust_type::tokens},
    model::{
        Auth, Body, Fact, Field as Property, JSON, Media, Model, Operation, Parameter, Place, Preset, Server, Struct,
        Style, Type,
    },
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::Value;

/// What `Endpoint` accepts where nothing else is said.
const DEFAULT_ACCEPT: &str = JSON;

/// The implementation of `Endpoint`, as text.
pub(super) fn block(scope: &Scope<'_>, operation: &Operation, names: &Names) -> String {
    let (name, error) = (ident(&operation.rust), ident(&names.error));
    let Operation { id, method, path, .. } = operation;
    let success = tokens(&response::success_text(scope, operation, names));
    let accept = response::accept(operation);
    let accept = (accept != DEFAULT_ACCEPT).then(|| quote!(const ACCEPT: &'static str = #accept;));
    let authenticated = (operation.auth.value == Auth::Public).then(|| {
        quote!(
            const AUTHENTICATED: bool = false;
        )
    });
    let server = own_server(operation).map(|url| {
        let (option, some) = (tokens(scope.prelude("Option")), tokens(scope.prelude("Some")));
        quote!(const SERVER: #option<&'static str> = #some(#url);)
    });
    let endpoint = tokens(&scope.call("Endpoint"));
    let write = write(scope, operation);
    let read = response::read(scope, operation, names);
    let text = format_item(quote! {
        impl #endpoint for #name {
            type Success = #success;
            type Error = #error;
            const ID: &'static str = #id;
            const METHOD: &'static str = #method;
            const PATH: &'static str = #path;
            #accept
            #server
            #authenticated
            #write
            #read
        }
    });
    text.replace("\n    #[inline]", "\n\n    #[inline]")
}

/// The operation's own base URL, where that is a whole one.
pub(super) fn own_server(operation: &Operation) -> Option<String> {
    let url = operation.servers.first().map(Server::default_url)?;
    (url.contains("://") && !url.contains(['{', '}'])).then_some(url)
}

fn write(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let fields = fields(scope, operation);
    let steps: Vec<TokenStream> =
        fields.iter().flat_map(|field| demand(scope, field).into_iter().chain([step(scope, field)])).collect();
    let presets = operation.presets.iter().filter(|_| operation.body.is_some()).map(preset);
    let (ok, returned) = (tokens(scope.prelude("Ok")), tokens(scope.prelude("Result")));
    let (draft_type, failure) = (tokens(&scope.call("Draft")), tokens(&scope.call("RequestError")));
    let draft = if steps.is_empty() { quote!(_) } else { quote!(draft) };
    let result = match steps.split_last() {
        None => quote!(#ok(())),
        Some((last, others)) => quote!(#(#others?;)* #last),
    };
    quote! {
        #[inline]
        fn write(&self, #draft: &mut #draft_type) -> #returned<(), #failure> {
            #(#presets)*
            #result
        }
    }
}

fn preset(preset: &Preset) -> TokenStream {
    let (name, json) = (&preset.wire, Value::from(&preset.value.value).to_string());
    quote!(draft.preset(#name, #json);)
}

/// Asks for a value that each call sends and that a client may have.
fn demand(scope: &Scope<'_>, field: &Field<'_>) -> Option<TokenStream> {
    let Origin::Parameter(parameter) = field.origin else { return None };
    let (name, wire) = (&field.name, &parameter.wire.value);
    let place = place(scope, parameter.place.value);
    (is_sent(parameter) && !field.required).then(|| quote!(draft.demand(#place, #wire, self.#name.is_some())))
}

/// Where a parameter travels, as the support code calls it.
fn place(scope: &Scope<'_>, place: Place) -> TokenStream {
    let (places, name) = (tokens(&scope.call("Place")), ident(place_name(place)));
    quote!(#places::#name)
}

/// How the support code names a place.
pub(in crate::emit) fn place_name(place: Place) -> &'static str {
    match place {
        Place::Path => "Path",
        Place::Query => "Query",
        Place::Header => "Header",
    }
}

fn step(scope: &Scope<'_>, field: &Field<'_>) -> TokenStream {
    match field.origin {
        Origin::Parameter(parameter) => parameter_step(field, parameter),
        Origin::Body(body) => body_step(scope, field, body),
    }
}

fn parameter_step(field: &Field<'_>, parameter: &Parameter) -> TokenStream {
    let (name, wire) = (&field.name, &parameter.wire.value);
    match parameter.place.value {
        Place::Path => quote!(draft.path(#wire, &self.#name)),
        Place::Query => {
            let method = query_method(parameter.style.as_ref().map_or(Style::FormExplode, |style| style.value));
            quote!(draft.#method(#wire, &self.#name))
        }
        Place::Header if field.secret => quote!(draft.secret_header(#wire, &self.#name)),
        Place::Header => quote!(draft.header(#wire, &self.#name)),
    }
}

fn query_method(style: Style) -> Ident {
    ident(match style {
        Style::FormExplode => "query",
        Style::FormJoined => "query_joined",
        Style::DeepObject => "query_deep",
        Style::Json => "query_json",
    })
}

fn body_step(scope: &Scope<'_>, field: &Field<'_>, body: &Body) -> TokenStream {
    let (name, some) = (&field.name, tokens(scope.prelude("Some")));
    let value = if field.required { quote!(#some(&self.#name)) } else { quote!(self.#name.as_ref()) };
    match body.media.value {
        Media::Json => match &body.media_type {
            Some(Fact { value: name, .. }) => quote!(draft.json_as(#name, #value)),
            None => quote!(draft.json(#value)),
        },
        Media::Form => quote!(draft.form(#value)),
        Media::Raw => quote!(draft.raw(#value)),
        Media::Multipart => {
            let (files, file) = (file_fields(scope.model(), &body.ty), tokens(&scope.call("FileField")));
            let files = files.iter().map(|call| quote!(#file::#call));
            quote!(draft.multipart(#value, &[#(#files),*]))
        }
    }
}

/// What people call a form of bodies.
pub(super) fn media_name(media: Media) -> &'static str {
    match media {
        Media::Json => "JSON",
        Media::Form => "a form (`application/x-www-form-urlencoded`)",
        Media::Multipart => "a form in parts (`multipart/form-data`)",
        Media::Raw => "bytes",
    }
}

/// Whether the body has fields that hold files.
pub(super) fn sends_files(model: &Model, operation: &Operation) -> bool {
    let multipart = operation.body.as_ref().filter(|body| body.media.value == Media::Multipart);
    multipart.is_some_and(|body| !file_fields(model, &body.ty).is_empty())
}

/// The fields of a multipart body that hold files, each as the call of `FileField` that makes it.
fn file_fields(model: &Model, body: &Type) -> Vec<TokenStream> {
    let fields = model.fields_of(body);
    fields.iter().filter_map(|field| file_field(model, field)).collect()
}

fn file_field(model: &Model, field: &Property) -> Option<TokenStream> {
    let wire = &field.wire.value;
    let item = match &field.ty {
        Type::Array(item) => item.as_ref(),
        other => other,
    };
    if *item == Type::Bytes {
        return Some(quote!(bytes(#wire)));
    }
    let (name, content) = file_members(model.struct_of(item)?)?;
    Some(quote!(object(#wire, #name, #content)))
}

/// The keys of a file's name and content, when an object has those, and at most its media type beside them.
fn file_members(file: &Struct) -> Option<(&str, &str)> {
    let key = |rust: &str| file.fields.iter().find(|field| field.rust == rust).map(|field| field.wire.value.as_str());
    let known = ["file_name", "content", "content_type"];
    let only = file.fields.iter().all(|field| known.contains(&field.rust.as_str()));
    only.then_some(())?;
    Some((key("file_name")?, key("content")?))
}
