//! What must not be printed: the texts that are secrets, by their names.
//!
//! In: a model. Out: the same model with `secret` set. It must not know how a secret is hidden.

use crate::{
    model::{Model, Type},
    naming::words,
};

/// Last words of names whose text must not be printed.
const SECRET_ENDINGS: &[&[&str]] = &[
    &["password"],
    &["passwd"],
    &["passphrase"],
    &["secret"],
    &["token"],
    &["credential"],
    &["credentials"],
    &["api", "key"],
    &["private", "key"],
    &["secret", "key"],
    &["access", "key"],
    &["signing", "key"],
];
/// Endings of the same words that name no secret.
const NOT_SECRET: &[&[&str]] = &[&["page", "token"], &["next", "token"], &["cursor", "token"]];

/// Marks fields and parameters that hold secrets.
pub fn mark(model: &mut Model) {
    for field in model.types.values_mut().flat_map(|def| def.shape.fields_mut()) {
        field.secret = field.secret || (field.ty == Type::String && is_secret(&field.doc_name));
    }
    for parameter in model.operations.iter_mut().flat_map(|operation| &mut operation.parameters) {
        parameter.secret = parameter.secret || (parameter.ty == Type::String && is_secret(&parameter.doc_name));
    }
}

/// Whether a field of this name holds a secret.
fn is_secret(shown: &str) -> bool {
    let words = words(shown);
    let ends = |ending: &&[&str]| {
        words.len() >= ending.len() && words[words.len() - ending.len()..].iter().zip(*ending).all(|(a, b)| a == b)
    };
    SECRET_ENDINGS.iter().any(&ends) && !NOT_SECRET.iter().any(ends)
}
