//! Credentials.
//!
//! In: the model's ways to authenticate. Out: the document's schemes. It must not know types.

use super::{Assumed, Object, object};
use crate::model::{
    Auth, Basis, KeyPlace, Model, Operation, Rule, SchemeKind, SecurityScheme, UNKNOWN_KEY, alternatives,
};
use serde_json::{Value, json};

/// The schemes of the API, and those that an operation names for itself.
pub fn schemes(model: &Model) -> Object {
    let mut schemes = Object::new();
    for scheme in model.security.iter().chain(model.operations.iter().flat_map(own_schemes)) {
        schemes.entry(key(&scheme.doc_name)).or_insert_with(|| scheme_of(scheme));
    }
    schemes
}

fn own_schemes(operation: &Operation) -> &[SecurityScheme] {
    match &operation.auth.value {
        Auth::Own(schemes) => schemes,
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
        SchemeKind::ClientCredentials => json!({ "type": "oauth2", "flows": { "clientCredentials": {
            "tokenUrl": scheme.token_url.as_ref().map(|url| url.value.as_str()).unwrap_or_default(), "scopes": {},
        } } }),
        SchemeKind::Basic => json!({ "type": "http", "scheme": "basic" }),
        SchemeKind::ApiKey => {
            let (place, name) = match &scheme.key {
                Some(key) => (key_place(key.value.place), key.value.name.as_str()),
                None => (key_place(KeyPlace::Header), UNKNOWN_KEY),
            };
            json!({ "type": "apiKey", "in": place, "name": name })
        }
    });
    let mut assumed = Assumed::default().fact("kind", &scheme.kind);
    if scheme.kind.value == SchemeKind::ApiKey {
        assumed = match &scheme.key {
            Some(key) => assumed.fact("name", key),
            None => assumed.basis("name", &Basis::Rule(Rule::SecurityKeyHeader)),
        };
    }
    assumed.note(&mut described);
    described.into()
}

fn key_place(place: KeyPlace) -> &'static str {
    match place {
        KeyPlace::Header => "header",
        KeyPlace::Query => "query",
        KeyPlace::Cookie => "cookie",
    }
}

/// Any one of the API's alternatives will do.
pub fn global(model: &Model) -> Value {
    requirements(&model.security)
}

/// What an operation asks for, where it is not what the API asks for.
pub fn of_operation(operation: &Operation) -> Option<Value> {
    match &operation.auth.value {
        Auth::Global => None,
        Auth::Public => Some(json!([])),
        Auth::Own(schemes) => Some(requirements(schemes)),
    }
}

/// Each alternative is an object of all schemes that it takes.
fn requirements(schemes: &[SecurityScheme]) -> Value {
    let together =
        |group: Vec<&SecurityScheme>| group.iter().map(|scheme| (key(&scheme.doc_name), json!([]))).collect();
    alternatives(schemes).into_iter().map(|group| Value::Object(together(group))).collect()
}
