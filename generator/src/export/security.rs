//! Credentials.

use super::{Assumed, Object, object};
use crate::model::{Auth, Model, Operation, SchemeKind, SecurityScheme};
use serde_json::{Value, json};

/// The schemes of the API, and those that an operation names for itself.
pub fn schemes(model: &Model) -> Object {
    let mut schemes: Object = model.security.iter().map(|scheme| (key(&scheme.shown), scheme_of(scheme))).collect();
    for operation in &model.operations {
        for name in own_names(operation) {
            schemes.entry(key(name)).or_insert_with(|| unknown_scheme(name));
        }
    }
    schemes
}

fn own_names(operation: &Operation) -> &[String] {
    match &operation.auth.value {
        Auth::Own(names) => names,
        Auth::Global | Auth::Public => &[],
    }
}

/// Keys of components are of letters, digits, `.`, `-` and `_`.
fn key(shown: &str) -> String {
    shown.chars().map(|c| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' }).collect()
}

fn scheme_of(scheme: &SecurityScheme) -> Value {
    let mut described = object(match scheme.kind.value {
        SchemeKind::Bearer => json!({ "type": "http", "scheme": "bearer" }),
        SchemeKind::Basic => json!({ "type": "http", "scheme": "basic" }),
        SchemeKind::ApiKey => json!({ "type": "apiKey", "in": "header", "name": scheme.shown }),
    });
    Assumed::default().fact("kind", &scheme.kind).note(&mut described);
    described.into()
}

/// A scheme of which the docs give the name alone.
fn unknown_scheme(name: &str) -> Value {
    json!({ "type": "apiKey", "in": "header", "name": name, "x-assumed": { "kind": "security:name-only" } })
}

/// Any one of the API's schemes will do.
pub fn global(model: &Model) -> Value {
    alternatives(model.security.iter().map(|scheme| scheme.shown.as_str()))
}

/// What an operation asks for, where it is not what the API asks for.
pub fn of_operation(operation: &Operation) -> Option<Value> {
    match &operation.auth.value {
        Auth::Global => None,
        Auth::Public => Some(json!([])),
        Auth::Own(names) => Some(alternatives(names.iter().map(String::as_str))),
    }
}

fn alternatives<'a>(names: impl Iterator<Item = &'a str>) -> Value {
    names.map(|name| json!({ key(name): [] })).collect()
}
