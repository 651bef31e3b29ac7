//! Settles facts of the model that `overrides.toml` states.
//!
//! In: the overrides and the model. Out: the model with those facts, marked as overridden, and each rule marked that was of use.
//! It must not know pages.

mod fields;
mod operations;
mod security;
mod unions;

use super::{EnumOverride, Overrides, Rule, type_text::TypeText};
use crate::{
    model::{Model, Shape},
    source::{Code, Diagnostic, Diagnostics},
};

pub(super) fn apply(overrides: &Overrides, model: &mut Model, diagnostics: &mut Diagnostics) {
    overrides.fields.iter().for_each(|rule| fields::apply_field(rule, model, diagnostics));
    overrides.unions.iter().for_each(|rule| unions::apply_union(rule, model, diagnostics));
    overrides.enums.iter().for_each(|rule| apply_enum(rule, model));
    overrides.security.iter().for_each(|rule| security::apply_security(rule, model));
    let mut parameters: Vec<_> = overrides.parameters.iter().collect();
    parameters.retain(|rule| !refers_to_nothing(rule, rule.value.ty.as_ref(), model, diagnostics));
    for operation in &mut model.operations {
        overrides.operations.iter().for_each(|rule| operations::apply_operation(rule, operation));
        parameters.iter().for_each(|rule| operations::apply_parameter(rule, operation));
    }
}

fn apply_enum(rule: &Rule<EnumOverride>, model: &mut Model) {
    for (id, definition) in &mut model.types {
        if let (true, Shape::Enum(shape)) = (rule.value.types.matches(&id.0), &mut definition.shape) {
            shape.closed = rule.value.closed;
            rule.mark_used();
        }
    }
}

/// Reports a rule whose type names what the model does not have.
fn refers_to_nothing<T>(rule: &Rule<T>, ty: Option<&TypeText>, model: &Model, diagnostics: &mut Diagnostics) -> bool {
    let unknown = ty.and_then(|ty| ty.0.named()).filter(|id| !model.types.contains_key(*id));
    if let Some(id) = unknown {
        diagnostics.push(Diagnostic::at(Code::UnusedOverride, rule.span, format!("there is no type `{id}`")));
        rule.mark_used();
    }
    unknown.is_some()
}
