//! Puts the configuration into effect.
//!
//! In: the settings and the model. Out: the model with the facts that `overrides.toml` states, marked as overridden, with the
//! choices of `tablature.toml`; and which rules were of use. It must not know pages.

mod common_name;
mod fields;
mod operations;
mod rust_rules;
mod same_shape;
mod security;
mod select;
mod unions;
mod unused;

pub(super) use rust_rules::injected;
pub(super) use unused::report as report_unused;

use super::{Applied, Config, EnumOverride, Overrides, Rule, UnstatedNull, type_text::TypeText};
use crate::{
    model::{Fact, Model, Presence, Shape},
    naming::near,
    source::{Code, Diagnostic},
};

/// What is to be known before anything is concluded from it.
pub(super) fn settle(config: &Config, model: &mut Model, applied: &mut Applied) {
    settle_facts(&config.overrides, model, applied);
    select::select(&config.select, model, applied);
    if config.types.unstated_null == UnstatedNull::Value {
        never_null(model);
    }
    if config.types.merge_same_shape {
        same_shape::merge(model);
    }
    rust_rules::replace(&config.rules.replace, model, applied);
}

/// What the docs do not call nullable is taken to be never null.
fn never_null(model: &mut Model) {
    for definition in model.types.values_mut() {
        let fields = definition.shape.fields_mut().iter_mut();
        for field in fields.filter(|field| field.presence.value == Presence::RequiredNullUnstated) {
            field.presence = Fact::overridden(Presence::Required);
        }
    }
}

/// What needs the names of a model that is complete.
pub(super) fn finish(config: &Config, model: &mut Model, applied: &mut Applied) {
    rust_rules::rename(&config.rules.rename, model, applied);
    rust_rules::check_injected(&config.rules.inject, model, applied);
}

fn settle_facts(overrides: &Overrides, model: &mut Model, applied: &mut Applied) {
    overrides.fields.iter().for_each(|rule| fields::apply_field(rule, model, applied));
    overrides.unions.iter().for_each(|rule| unions::apply_union(rule, model, applied));
    overrides.enums.iter().for_each(|rule| apply_enum(rule, model, applied));
    overrides.security.iter().for_each(|rule| security::apply_security(rule, model, applied));
    security::apply_servers(&overrides.servers, model, applied);
    let mut parameters: Vec<_> = overrides.parameters.iter().collect();
    parameters.retain(|rule| !refers_to_nothing(rule, rule.value.ty.as_ref(), model, applied));
    for operation in &mut model.operations {
        overrides.operations.iter().for_each(|rule| operations::apply_operation(rule, operation, applied));
        parameters.iter().for_each(|rule| operations::apply_parameter(rule, operation, applied));
    }
}

fn apply_enum(rule: &Rule<EnumOverride>, model: &mut Model, applied: &mut Applied) {
    for (id, definition) in &mut model.types {
        if let (true, Shape::Enum(shape)) = (rule.value.types.matches(&id.0), &mut definition.shape) {
            shape.closed = rule.value.closed;
            applied.mark_used(rule);
        }
    }
}

/// Reports a rule whose type names what the model does not have.
fn refers_to_nothing<T>(rule: &Rule<T>, ty: Option<&TypeText>, model: &Model, applied: &mut Applied) -> bool {
    let unknown = ty.and_then(|ty| ty.0.named()).filter(|id| !model.types.contains_key(*id));
    if let Some(id) = unknown {
        let finding = Diagnostic::at(Code::UnusedOverride, rule.at("is"), format!("there is no type `{id}`"));
        applied.diagnostics.push(match near(&id.0, model.types.keys().map(|id| &*id.0)) {
            Some(name) => finding.help(format!("did you mean `{name}`?")),
            None => finding.help("write a type id as model.json has it, such as `components/Property`"),
        });
        applied.mark_used(rule);
    }
    unknown.is_some()
}
