//! What an operation may answer: the success type and how it is read, and the error enum.
//!
//! In: an operation. Out: types, the `read` function, tables. It must not know requests.

use super::{names::Names, paging, status, text::Prose};
use crate::{
    emit::{Scope, ident, item::format_item, rust_type::tokens},
    model::{ANY_MEDIA, EVENTS, ErrorBody, JSON, Model, Operation, SuccessBody, TEXT, Type},
};
use heck::ToUpperCamelCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::{collections::BTreeSet, fmt::Write as _};

/// Names of media types that words of theirs would not make better.
const MEDIA_NAMES: &[(&str, &str)] = &[(JSON, "Json"), (EVENTS, "Events"), (TEXT, "Text"), (ANY_MEDIA, "Any")];

/// The keys that a server-sent event has as a whole.
const EVENT_KEYS: &[&str] = &["data", "event", "id", "retry"];

/// Media types of streams of JSON values, one on a line.
const JSON_LINES: &[&str] = &["application/x-ndjson", "application/ndjson", "application/jsonl"];

/// The success enum where there is one, the events, and the error enum.
pub(super) fn blocks(prose: &Prose<'_>, operation: &Operation, names: &Names) -> Vec<String> {
    let scope = prose.scope;
    let mut blocks = Vec::new();
    if has_choice(operation) {
        blocks.push(success_table(prose, operation, names));
    }
    blocks.extend(streams(scope, operation).map(format_item));
    blocks.push(error_table(scope, operation, names));
    blocks
}

/// Whether the success is one of several bodies.
pub(super) fn has_choice(operation: &Operation) -> bool {
    bodies(operation).len() > 1
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

/// The body of a success, where there is one only.
pub(super) fn only_body(operation: &Operation) -> Option<&SuccessBody> {
    match bodies(operation).as_slice() {
        [body] => Some(body),
        _ => None,
    }
}

/// Statuses whose responses have no body, whatever the docs say.
const EMPTY: &[u16] = &[204, 205];

/// The statuses of successes that come without a body, where others come with one: of a type that no empty body is a value of.
pub(super) fn empty_statuses(operation: &Operation) -> Vec<u16> {
    let may_be_empty = |body: &SuccessBody| matches!(body.ty, Type::Bytes | Type::Nullable(_) | Type::EventStream(_));
    if operation.success.is_empty() || operation.success.iter().any(may_be_empty) || paging::walks(operation) {
        return Vec::new();
    }
    let also = operation.success.iter().flat_map(|body| &body.also).filter(|status| EMPTY.contains(&status.value));
    let statuses: BTreeSet<u16> = operation.bodiless.iter().chain(also).map(|status| status.value).collect();
    statuses.into_iter().collect()
}

/// The type of a success.
pub(super) fn success_text(scope: &Scope<'_>, operation: &Operation, names: &Names) -> String {
    let text = match bodies(operation).as_slice() {
        [] => "()".to_owned(),
        [body] => body_type(scope, &body.ty),
        _ => names.success.clone(),
    };
    if empty_statuses(operation).is_empty() { text } else { scope.wrap("Option", &text) }
}

pub(super) fn body_type(scope: &Scope<'_>, ty: &Type) -> String {
    match ty {
        Type::Bytes => format!("{}<u8>", scope.prelude("Vec")),
        Type::EventStream(item) => format!("{}<{}>", scope.call("EventStream"), scope.text(item)),
        other => scope.text(other),
    }
}

/// The `Accept` header: the success bodies' media types, or those of the errors where there are none.
pub(super) fn accept(operation: &Operation) -> String {
    let mut offers: Vec<&str> = bodies(operation).iter().map(|body| offer(body)).collect();
    if offers.is_empty() {
        offers.extend(operation.errors.iter().map(|error| error.media.as_str()));
    }
    let mut seen = BTreeSet::new();
    offers.retain(|offer| is_media_type(offer) && seen.insert(*offer));
    if offers.is_empty() { ANY_MEDIA.to_owned() } else { offers.join(", ") }
}

/// Bytes and bare texts are asked for as they come: the docs do not state their media type.
fn offer(body: &SuccessBody) -> &str {
    let unstated = body.media.basis.rule().is_some();
    if unstated && matches!(body.ty, Type::Bytes | Type::String | Type::EventStream(_)) {
        ANY_MEDIA
    } else {
        &body.media.value
    }
}

fn is_media_type(text: &str) -> bool {
    text.contains('/') && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}

/// The function that reads a success.
pub(super) fn read(scope: &Scope<'_>, operation: &Operation, names: &Names) -> TokenStream {
    let bodies = bodies(operation);
    let (ok, returned) = (tokens(scope.prelude("Ok")), tokens(scope.prelude("Result")));
    let (received_type, failure) = (tokens(&scope.call("Received")), tokens(&scope.call("ReadError")));
    let received = if bodies.is_empty() { quote!(_) } else { quote!(received) };
    let choose = || {
        let success = ident(&names.success);
        quote!(received.choose(#success::CHOICES))
    };
    let result = match (bodies.as_slice(), empty_statuses(operation).is_empty()) {
        ([], _) => quote!(#ok(())),
        ([body], true) => {
            let call = tokens(&reader(scope, body));
            quote!(received.#call)
        }
        ([body], false) => {
            let call = tokens(reader(scope, body).trim_end_matches("()"));
            quote!(received.optional(#received_type::#call))
        }
        (_, true) => choose(),
        (_, false) => {
            let chosen = choose();
            quote!(received.optional(|received| #chosen))
        }
    };
    quote! {
        #[inline]
        fn read(
            #received: &#received_type<'_>,
        ) -> #returned<Self::Success, #failure> {
            #result
        }
    }
}

/// The call that reads a body of this type.
fn reader(scope: &Scope<'_>, body: &SuccessBody) -> String {
    let call = match &body.ty {
        Type::Bytes => "bytes()",
        Type::String => "text()",
        Type::Nullable(_) => "optional_json()",
        Type::EventStream(item) => {
            let frame = frame(scope, body, item);
            return match &body.sentinel {
                Some(sentinel) => format!("events_until({frame}, {:?})", sentinel.value),
                None => format!("events({frame})"),
            };
        }
        _ => "json()",
    };
    call.to_owned()
}

/// The success bodies with their variants' names: by media type, by type where several have that.
fn variants<'m>(model: &Model, operation: &'m Operation) -> Vec<(String, &'m SuccessBody)> {
    let bodies = bodies(operation);
    let mut taken = BTreeSet::new();
    let name = |body: &&'m SuccessBody| {
        let media = media_name(&body.media.value);
        let ty = type_name(model, &body.ty);
        let alone = bodies.iter().filter(|other| media_name(&other.media.value) == media).count() == 1;
        (variant(&media, &ty, alone, &mut taken), *body)
    };
    bodies.iter().map(name).collect()
}

fn media_name(media: &str) -> String {
    let known = MEDIA_NAMES.iter().find(|(name, _)| *name == media).map(|(_, name)| (*name).to_owned());
    let letters = || media.trim_start_matches("application/").replace(|c: char| !c.is_ascii_alphanumeric(), " ");
    known.unwrap_or_else(|| letters().to_upper_camel_case())
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

/// The name of what is alone in a media type or status; else its type's, with that of those in front if it is taken.
fn variant(of: &str, ty: &str, alone: bool, taken: &mut BTreeSet<String>) -> String {
    if alone {
        return free_variant(of, ty, taken);
    }
    if syn::parse_str::<Ident>(ty).is_ok() && taken.insert(ty.to_owned()) {
        return ty.to_owned();
    }
    free_variant(&format!("{of}{ty}"), "", taken)
}

/// `name`, or with `addition` behind it, or with a number behind that.
fn free_variant(name: &str, addition: &str, taken: &mut BTreeSet<String>) -> String {
    let name = if syn::parse_str::<Ident>(name).is_ok() { name.to_owned() } else { format!("Body{name}") };
    let numbered = (2..).map(|number| format!("{name}{addition}{number}"));
    let candidates = [name.clone(), format!("{name}{addition}")].into_iter().chain(numbered);
    let free = candidates.into_iter().find(|candidate| taken.insert(candidate.clone()));
    free.unwrap_or(name)
}

/// The table of the success enum.
fn success_table(prose: &Prose<'_>, operation: &Operation, names: &Names) -> String {
    let name = ident(&names.success);
    let mut table = format!(
        "crate::call::success! {{\n    /// What [`struct@{}`] answers: of the bodies with the response's media type, the one that fits best.\n    {name} {{\n",
        operation.rust
    );
    for (variant, body) in variants(prose.scope.model(), operation) {
        for line in body.docs.iter().flat_map(|docs| prose.lines(docs)) {
            let _ = writeln!(table, "{}", format!("        /// {line}").trim_end());
        }
        let (media, ty) = (&body.media.value, body_type(prose.scope, &body.ty));
        let call = reader(prose.scope, body);
        let _ = writeln!(table, "        {media:?} {variant}({ty}) = {call};");
    }
    table.push_str("    }\n}");
    table
}

/// The implementation of `Streams`, for an operation that answers with events.
fn streams(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    let (body, item) = operation.success.iter().find_map(|body| match &body.ty {
        Type::EventStream(item) => Some((body, item)),
        _ => None,
    })?;
    let (name, ty, frame) = (ident(&operation.rust), scope.tokens(item), tokens(&frame(scope, body, item)));
    let (streams, frames) = (tokens(&scope.call("Streams")), tokens(&scope.call("Frame")));
    let sentinel = body.sentinel.as_ref().map(|sentinel| {
        let (option, text) = (tokens(&scope.wrap("Option", "&'static str")), &sentinel.value);
        let some = tokens(scope.prelude("Some"));
        quote!(const SENTINEL: #option = #some(#text);)
    });
    Some(quote! {
        impl #streams for #name {
            type Event = #ty;
            const FRAME: #frames = #frame;
            #sentinel
        }
    })
}

/// What the type of an event describes.
fn frame(scope: &Scope<'_>, body: &SuccessBody, item: &Type) -> String {
    let frame = match body.media.value.as_str() {
        media if JSON_LINES.contains(&media) => "Line",
        _ if is_whole_event(scope.model(), item) => "Event",
        _ => "Data",
    };
    format!("{}::{frame}", scope.call("Frame"))
}

/// A type with `data`, and no key that an event has not, describes the event as a whole.
fn is_whole_event(model: &Model, item: &Type) -> bool {
    let mut keys = model.fields_of(item).iter().map(|field| field.wire.value.as_str());
    keys.clone().any(|key| key == "data") && keys.all(|key| EVENT_KEYS.contains(&key))
}

/// The table of the error enum.
fn error_table(scope: &Scope<'_>, operation: &Operation, names: &Names) -> String {
    let name = ident(&names.error);
    let mut table = format!(
        "crate::call::operation_error! {{\n    /// What can go wrong with [`struct@{}`], by status.{}\n    {name} of {:?} {{{}",
        operation.rust,
        bodiless(operation),
        call(operation),
        if operation.errors.is_empty() { "" } else { "\n" }
    );
    let mut taken = BTreeSet::from(["Other".to_owned(), "Decode".to_owned()]);
    let errors = errors(operation);
    for error in &errors {
        let status = status::variant(error.status);
        let ty = type_name(scope.model(), &Type::Named(error.ty.clone()));
        let alone = errors.iter().filter(|other| other.status == error.status).count() == 1;
        let variant = variant(&status, &ty, alone, &mut taken);
        let _ = writeln!(table, "        {} {variant}: {};", status::row(error.status), scope.named(&error.ty));
    }
    table.push_str(if errors.is_empty() { "}\n}" } else { "    }\n}" });
    table
}

/// The docs of errors without a variant of their own.
fn bodiless(operation: &Operation) -> String {
    let statuses: Vec<String> = operation.bodiless_errors.iter().map(|status| status.value.to_string()).collect();
    match statuses.as_slice() {
        [] => String::new(),
        several => format!("\n    ///\n    /// `Other` for {}: no body is declared.", several.join(", ")),
    }
}

/// What an error names: the operation, its method and its path.
fn call(operation: &Operation) -> String {
    format!("{}: {} {}", operation.id, operation.method, operation.path)
}

/// The declared errors, each pair of status and type once.
fn errors(operation: &Operation) -> Vec<&ErrorBody> {
    let mut seen = BTreeSet::new();
    operation.errors.iter().filter(|error| seen.insert((error.status, &error.ty))).collect()
}
