//! What an operation may answer: the success type and how it is read, and the error enum.
//!
//! In: an operation. Out: types, the `read` function, tables. It must not know requests.

use super::{names::Names, status, text::plain};
use crate::{
    emit::{Scope, ident, item::format_item, rust_type::tokens},
    model::{ErrorBody, Model, Operation, Shape, SuccessBody, Type},
};
use heck::ToUpperCamelCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::{collections::BTreeSet, fmt::Write as _};

/// Names of media types that words of theirs would not make better.
const MEDIA_NAMES: &[(&str, &str)] =
    &[("application/json", "Json"), ("text/event-stream", "Events"), ("text/plain", "Text"), ("*/*", "Any")];

/// The keys that a server-sent event has as a whole.
const EVENT_KEYS: &[&str] = &["data", "event", "id", "retry"];

/// The success enum where there is one, the events, and the error enum.
pub(super) fn blocks(scope: &Scope<'_>, operation: &Operation, names: &Names) -> Vec<String> {
    let mut blocks = Vec::new();
    if bodies(operation).len() > 1 {
        blocks.push(format_item(success_enum(scope, operation, names)));
    }
    blocks.extend(streams(scope, operation).map(format_item));
    blocks.push(error_table(scope, operation, names));
    blocks
}

/// The success bodies, each one once.
fn bodies(operation: &Operation) -> Vec<&SuccessBody> {
    let mut bodies: Vec<&SuccessBody> = Vec::new();
    for body in &operation.success {
        if !bodies.iter().any(|known| known.ty == body.ty && known.media.value == body.media.value) {
            bodies.push(body);
        }
    }
    bodies
}

/// The type of a success.
pub(super) fn success_type(scope: &Scope<'_>, operation: &Operation, names: &Names) -> TokenStream {
    match bodies(operation).as_slice() {
        [] => quote!(()),
        [body] => body_type(scope, &body.ty),
        _ => {
            let name = ident(&names.success);
            quote!(#name)
        }
    }
}

fn body_type(scope: &Scope<'_>, ty: &Type) -> TokenStream {
    let text = match ty {
        Type::Bytes => format!("{}<u8>", scope.prelude("Vec")),
        Type::EventStream(item) => format!("crate::call::EventStream<{}>", scope.text(item)),
        other => scope.text(other),
    };
    tokens(&text)
}

/// The `Accept` header: the success bodies' media types, or those of the errors where there are none.
pub(super) fn accept(operation: &Operation) -> String {
    let mut offers: Vec<&str> = bodies(operation).iter().map(|body| offer(body)).collect();
    if offers.is_empty() {
        offers.extend(operation.errors.iter().map(|error| error.media.as_str()));
    }
    let mut seen = BTreeSet::new();
    offers.retain(|offer| is_media_type(offer) && seen.insert(*offer));
    if offers.is_empty() { "*/*".to_owned() } else { offers.join(", ") }
}

/// Bytes and bare texts are asked for as they come: the docs do not state their media type.
fn offer(body: &SuccessBody) -> &str {
    let unstated = body.media.basis != crate::model::Basis::Stated;
    if unstated && matches!(body.ty, Type::Bytes | Type::String) { "*/*" } else { &body.media.value }
}

fn is_media_type(text: &str) -> bool {
    text.contains('/') && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}

/// The function that reads a success.
pub(super) fn read(scope: &Scope<'_>, operation: &Operation, names: &Names) -> TokenStream {
    let bodies = bodies(operation);
    let (ok, returned) = (tokens(scope.prelude("Ok")), tokens(scope.prelude("Result")));
    let received = if bodies.is_empty() { quote!(_) } else { quote!(received) };
    let result = match bodies.as_slice() {
        [] => quote!(#ok(())),
        [body] => reader(scope.model(), &body.ty, &quote!(received)),
        _ => choices(scope, operation, names),
    };
    quote! {
        fn read(
            #received: &crate::call::Received<'_>,
        ) -> #returned<Self::Success, crate::call::ReadError> {
            #result
        }
    }
}

fn reader(model: &Model, ty: &Type, received: &TokenStream) -> TokenStream {
    match ty {
        Type::Bytes => quote!(#received.bytes()),
        Type::String => quote!(#received.text()),
        Type::Nullable(_) => quote!(#received.optional_json()),
        Type::EventStream(item) => {
            let frame = frame(model, item);
            quote!(#received.events(#frame))
        }
        _ => quote!(#received.json()),
    }
}

fn choices(scope: &Scope<'_>, operation: &Operation, names: &Names) -> TokenStream {
    let success = ident(&names.success);
    let rows = variants(scope.model(), operation).into_iter().map(|(variant, body)| {
        let media = &body.media.value;
        let read = reader(scope.model(), &body.ty, &quote!(received));
        quote!((#media, |received| #read.map(#success::#variant)))
    });
    quote!(received.choose(&[#(#rows),*]))
}

/// The success bodies with their variants' names: by media type, by type where that does not tell them apart.
fn variants<'m>(model: &Model, operation: &'m Operation) -> Vec<(Ident, &'m SuccessBody)> {
    let mut taken = BTreeSet::new();
    let bodies = bodies(operation).into_iter();
    bodies
        .map(|body| (free_variant(&media_name(&body.media.value), &type_name(model, &body.ty), &mut taken), body))
        .collect()
}

fn media_name(media: &str) -> String {
    let known = MEDIA_NAMES.iter().find(|(name, _)| *name == media).map(|(_, name)| (*name).to_owned());
    known.unwrap_or_else(|| media.trim_start_matches("application/").to_upper_camel_case())
}

fn type_name(model: &Model, ty: &Type) -> String {
    match ty {
        Type::Named(id) => model.get(id).rust.clone(),
        Type::Array(item) => format!("{}List", type_name(model, item)),
        Type::Map(item) => format!("{}Map", type_name(model, item)),
        Type::Nullable(item) | Type::EventStream(item) => type_name(model, item),
        scalar => format!("{scalar:?}"),
    }
}

/// `name`, or with `addition` behind it, or with a number behind that.
fn free_variant(name: &str, addition: &str, taken: &mut BTreeSet<String>) -> Ident {
    let name = if syn::parse_str::<Ident>(name).is_ok() { name.to_owned() } else { format!("Body{name}") };
    let numbered = (2..).map(|number| format!("{name}{addition}{number}"));
    let candidates = [name.clone(), format!("{name}{addition}")].into_iter().chain(numbered);
    let free = candidates.into_iter().find(|candidate| taken.insert(candidate.clone()));
    ident(&free.unwrap_or(name))
}

fn success_enum(scope: &Scope<'_>, operation: &Operation, names: &Names) -> TokenStream {
    let name = ident(&names.success);
    let docs = format!(" What [`{}`] answers, by media type.", operation.rust);
    let rows = variants(scope.model(), operation).into_iter().map(|(variant, body)| {
        let ty = body_type(scope, &body.ty);
        let media = format!(" `{}`", plain(&body.media.value));
        quote!(#[doc = #media] #variant(#ty),)
    });
    quote! {
        #[doc = #docs]
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum #name { #(#rows)* }
    }
}

/// The implementation of `Streams`, for an operation that answers with events.
fn streams(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    let item = operation.success.iter().find_map(|body| match &body.ty {
        Type::EventStream(item) => Some(item),
        _ => None,
    })?;
    let (name, ty, frame) = (ident(&operation.rust), scope.tokens(item), frame(scope.model(), item));
    Some(quote! {
        impl crate::call::Streams for #name {
            type Event = #ty;
            const FRAME: crate::call::Frame = #frame;
        }
    })
}

/// A type with `data`, and no key that an event has not, describes the event as a whole.
fn frame(model: &Model, item: &Type) -> TokenStream {
    let whole = match item {
        Type::Named(id) => match &model.get(id).shape {
            Shape::Struct(event) => {
                let mut keys = event.fields.iter().map(|field| field.wire.value.as_str());
                keys.clone().any(|key| key == "data") && keys.all(|key| EVENT_KEYS.contains(&key))
            }
            Shape::Enum(_) | Shape::Union(_) | Shape::Opaque => false,
        },
        _ => false,
    };
    if whole { quote!(crate::call::Frame::Event) } else { quote!(crate::call::Frame::Data) }
}

/// The table of the error enum.
fn error_table(scope: &Scope<'_>, operation: &Operation, names: &Names) -> String {
    let name = ident(&names.error);
    let mut table = format!(
        "crate::call::operation_error! {{\n    /// What can go wrong with [`{}`], by status.\n    {name} {{\n",
        operation.rust
    );
    let mut taken = BTreeSet::from(["Other".to_owned(), "Decode".to_owned()]);
    for error in errors(operation) {
        let variant = free_variant(
            &status::variant(error.status),
            &type_name(scope.model(), &Type::Named(error.ty.clone())),
            &mut taken,
        );
        let _ = writeln!(table, "        /// {}", status::title(error.status));
        let _ = writeln!(table, "        {} {variant}: {};", error.status, scope.named(&error.ty));
    }
    table.push_str("    }\n}");
    table
}

/// The declared errors, each pair of status and type once.
fn errors(operation: &Operation) -> Vec<&ErrorBody> {
    let mut seen = BTreeSet::new();
    operation.errors.iter().filter(|error| seen.insert((error.status, &error.ty))).collect()
}
