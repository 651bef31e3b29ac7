//! The bodies of error responses as errors of Rust.
//!
//! In: a type of the model. Out: the text of its table. It must not know what the table gives.

use super::{ident_text, item::Item};
use crate::model::{Field, Model, Role, Shape, Type, TypeDef, TypeId};
use std::collections::HashSet;

/// JSON keys of messages for people, the best first.
const MESSAGES: &[&str] = &["message", "resultMessage", "error_description", "detail", "title", "error"];

/// The types that are bodies of error responses.
pub(super) fn errors(model: &Model) -> HashSet<&TypeId> {
    let by_role = model.types.iter().filter(|(_, def)| def.role == Role::Error).map(|(id, _)| id);
    let by_use = model.operations.iter().flat_map(|operation| &operation.errors).map(|error| &error.ty);
    let is_ours = |id: &&TypeId| model.types.get(*id).is_some_and(is_ours);
    by_role.chain(by_use).filter(is_ours).collect()
}

/// An enum has its own `Display`, and a type that is not generated all of its own.
fn is_ours(def: &TypeDef) -> bool {
    def.replaced.is_none() && !matches!(def.shape, Shape::Enum(_))
}

/// The table of one body.
pub(super) fn block(item: &Item<'_, '_>) -> String {
    let message = message(item.def.shape.fields()).map(|field| format!(" {field}")).unwrap_or_default();
    format!("crate::support::api_error!({}{message});\n", item.def.rust)
}

/// The field that holds a message for people.
fn message(fields: &[Field]) -> Option<String> {
    let texts = || fields.iter().filter(|field| field.ty == Type::String && !field.secret && !field.boxed);
    let found = MESSAGES.iter().find_map(|key| texts().find(|field| field.wire.value == *key))?;
    Some(ident_text(&found.rust))
}
