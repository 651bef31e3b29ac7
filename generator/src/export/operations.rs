//! Operations by path and method.
//!
//! In: the model's operations. Out: the document's paths. It must not know how types are written.
//!
//! Operations of one path and method (the docs have one for each media type of the body) become one.

use super::{
    Assumed, Names, Object, about, insert_mark, insert_text, object,
    responses::{merge_content, request_body, responses},
    schemas::schema_of,
    security, twins,
};
use crate::{
    model::{Equivalence, JSON, Model, Operation, Parameter, Place, Rule, Style},
    naming::unique_with,
};
use serde_json::{Value, json};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet, hash_map::Entry};

/// The document's `paths`.
pub fn paths(model: &Model, names: &Names<'_>) -> Object {
    let mut paths = Object::new();
    let mut used = HashSet::new();
    let mut firsts: HashMap<(String, String), &Operation> = HashMap::new();
    // Few APIs have twins, and looking at all types takes its time.
    let same = OnceCell::new();
    for operation in &model.operations {
        let (path, method) = (path(operation), operation.method.to_lowercase());
        let slot = &mut paths.entry(&path).or_insert_with(|| json!({}))[&method];
        match firsts.entry((path, method)) {
            Entry::Occupied(first) => join(
                slot,
                &twins::in_terms_of(first.get(), operation, same.get_or_init(|| Equivalence::new(model, |_, _| ()))),
                names,
            ),
            Entry::Vacant(entry) => {
                entry.insert(operation);
                *slot = first(operation, names, &mut used);
            }
        }
    }
    paths
}

/// A path of the document begins with a slash.
fn path(operation: &Operation) -> String {
    format!("/{}", operation.path.trim_start_matches('/'))
}

fn first(operation: &Operation, names: &Names<'_>, used: &mut HashSet<String>) -> Value {
    let mut entry = object(json!({
        "operationId": unique_with(operation.id.clone(), "_", used),
        "tags": [operation.group],
        "parameters": parameters(operation, names),
        "responses": responses(operation, names),
        "x-source": operation.source,
        "x-rust-name": operation.rust,
    }));
    insert_text(&mut entry, "description", operation.docs.as_ref());
    insert_mark(&mut entry, "deprecated", operation.deprecated.is_some());
    insert_mark(&mut entry, "x-paginated", operation.paging.is_some());
    if let Some(body) = &operation.body {
        entry.insert("requestBody".into(), request_body(body, names));
    }
    if let Some(security) = security::of_operation(operation) {
        entry.insert("security".into(), security);
    }
    if !operation.servers.is_empty() {
        entry.insert("servers".into(), about::servers(&operation.servers));
    }
    Assumed::default().fact("auth", &operation.auth).note(&mut entry);
    entry.into()
}

/// Adds a twin: its parameters, its media types, its responses.
fn join(entry: &mut Value, twin: &Operation, names: &Names<'_>) {
    push(&mut entry["x-twins"], json!({ "operationId": twin.id, "x-rust-name": twin.rust, "x-source": twin.source }));
    for parameter in parameters(twin, names) {
        let same = |other: &Value| other["in"] == parameter["in"] && other["name"] == parameter["name"];
        if !entry["parameters"].as_array().is_some_and(|present| present.iter().any(same)) {
            push(&mut entry["parameters"], parameter);
        }
    }
    if let Some(body) = &twin.body {
        let body = request_body(body, names);
        if entry["requestBody"].is_null() {
            entry["requestBody"] = body;
        } else {
            merge_content(&mut entry["requestBody"], &body);
        }
    }
    for (status, response) in responses(twin, names) {
        let present = &mut entry["responses"][&status];
        if present.is_null() {
            *present = response;
        } else {
            merge_content(present, &response);
        }
    }
}

fn push(list: &mut Value, item: Value) {
    match list.as_array_mut() {
        Some(items) => items.push(item),
        None => *list = json!([item]),
    }
}

/// The parameters, and one for each placeholder of the path that has none.
fn parameters(operation: &Operation, names: &Names<'_>) -> Vec<Value> {
    let mut list: Vec<Value> = Vec::new();
    for parameter in operation.parameters.iter().map(|it| parameter(it, names)).chain(placeholders(operation)) {
        let same = |other: &Value| other["in"] == parameter["in"] && other["name"] == parameter["name"];
        if !list.iter().any(same) {
            list.push(parameter);
        }
    }
    list
}

fn parameter(parameter: &Parameter, names: &Names<'_>) -> Value {
    let place = match parameter.place.value {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
    };
    let mut entry = object(json!({
        "name": parameter.wire.value,
        "in": place,
        "required": place == "path" || parameter.presence.value.is_required(),
    }));
    let style = parameter.style.as_ref().filter(|_| place == "query");
    let schema = schema_of(&parameter.ty, names);
    match style.is_some_and(|style| style.value == Style::Json) {
        true => entry.insert("content".into(), json!({ JSON: { "schema": schema } })),
        false => entry.insert("schema".into(), schema),
    };
    insert_text(&mut entry, "description", parameter.docs.as_ref());
    insert_mark(&mut entry, "deprecated", parameter.deprecated.is_some());
    let mut assumed = Assumed::default().fact("name", &parameter.wire).fact("in", &parameter.place);
    if let Some(style) = style {
        if let Some((word, explode)) = style_words(style.value) {
            entry.insert("style".into(), word.into());
            entry.insert("explode".into(), explode.into());
        }
        assumed = assumed.fact("style", style);
    }
    assumed.note(&mut entry);
    entry.into()
}

/// A style and whether it explodes; none where a media type stands in its place.
fn style_words(style: Style) -> Option<(&'static str, bool)> {
    match style {
        Style::FormExplode => Some(("form", true)),
        Style::FormJoined => Some(("form", false)),
        Style::DeepObject => Some(("deepObject", true)),
        Style::Json => None,
    }
}

/// A text parameter for each placeholder of the path, to stand in where the docs have none.
fn placeholders(operation: &Operation) -> impl Iterator<Item = Value> + '_ {
    let parts = operation.path.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    parts.map(|(name, _)| {
        json!({
            "name": name, "in": "path", "required": true, "schema": { "type": "string" },
            "x-assumed": { "schema": Rule::PathPlaceholderOnly.id() },
        })
    })
}
