//! What an endpoint's file imports: the types of its parameters and bodies, and the items of `crate::call` that it names.
//!
//! In: an operation. Out: the scope of its file. It must not know how the file's items are written.

use super::{names::Names, request};
use crate::{
    emit::{Scope, layout::has_map},
    model::{Body, Media, Model, Operation, Type, TypeId},
};
use std::collections::BTreeSet;

/// What every endpoint names.
const ALWAYS: &[&str] = &["Draft", "Endpoint", "ReadError", "Received", "RequestError"];

/// The scope of an operation's file.
pub(super) fn scope<'m>(model: &'m Model, operation: &'m Operation, names: &Names) -> Scope<'m> {
    let types = types(operation);
    let scope = Scope::new(model, names.defined()).importing_calls(calls(model, operation));
    let scope = scope.importing(&BTreeSet::new(), &named(operation, &types));
    if types.iter().any(|ty| has_map(ty)) { scope.importing_maps() } else { scope }
}

/// The types that the file spells out. What is sent as it is has none.
fn types(operation: &Operation) -> Vec<&Type> {
    let sent = operation.body.iter().filter(|body| !is_raw(body)).map(|body| &body.ty);
    let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
    parameters.chain(sent).chain(operation.success.iter().map(|body| &body.ty)).collect()
}

fn named<'m>(operation: &'m Operation, types: &[&'m Type]) -> BTreeSet<&'m TypeId> {
    types.iter().filter_map(|ty| ty.named()).chain(operation.errors.iter().map(|error| &error.ty)).collect()
}

fn is_raw(body: &Body) -> bool {
    body.media.value == Media::Raw
}

/// The items of `crate::call` that the file names.
fn calls(model: &Model, operation: &Operation) -> Vec<&'static str> {
    let streams = operation.streams_events();
    let needed = [
        (streams, "EventStream"),
        (streams, "Frame"),
        (streams, "Streams"),
        (operation.body.as_ref().is_some_and(is_raw), "RawBody"),
        (request::sends_files(model, operation), "FileField"),
    ];
    let needed = needed.into_iter().filter(|(is_needed, _)| *is_needed).map(|(_, name)| name);
    ALWAYS.iter().copied().chain(needed).collect()
}
