//! Credentials.
//!
//! In: the model's ways to authenticate. Out: the document's schemes. It must not know types.

use super::{Assumed, Object, object};
use crate::model::{Auth, Fact, Model, Operation, SchemeKind, SecurityScheme};
use serde_json::{Value, json};

/// The schemes of the API, and those that an operation names for itself.
pub fn schemes(model: &Model) -> Object {
    let mut schemes = Object::new();
    for scheme in model.security.iter().chain(model.operations.iter().flat_map(own_schemes)) {
        schemes.entry(key(&scheme.shown)).or_insert_with(|| scheme_of(scheme));
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
        SchemeKind::Basic => json!({ "type": "http", "scheme": "basic" }),
        SchemeKind::ApiKey => {
            json!({ "type": "apiKey", "in": "header", "name": scheme.header.as_ref().unwrap_or(&scheme.shown) })
        }
    });
    let mut assumed = Assumed::default().fact("kind", &scheme.kind);
    if scheme.kind.value == SchemeKind::ApiKey && scheme.header.is_none() {
        assumed = assumed.fact("name", &Fact::assumed((), "security:field-name"));
    }
    assumed.note(&mut described);
    described.into()
}

/// Any one of the API's schemes will do.
pub fn global(model: &Model) -> Value {
    alternatives(&model.security)
}

/// What an operation asks for, where it is not what the API asks for.
pub fn of_operation(operation: &Operation) -> Option<Value> {
    match &operation.auth.value {
        Auth::Global => None,
        Auth::Public => Some(json!([])),
        Auth::Own(schemes) => Some(alternatives(schemes)),
    }
}

fn alternatives(schemes: &[SecurityScheme]) -> Value {
    schemes.iter().map(|scheme| json!({ key(&scheme.shown): [] })).collect()
}
