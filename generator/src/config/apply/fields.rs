//! Facts about fields.
//!
//! In: a rule and the model. Out: the model with the fact in each field that the rule fits. It must not know operations.

use super::refers_to_nothing;
use crate::{
    config::{Applied, FieldOverride, Rule},
    model::{Fact, Field, Model, Presence},
};

pub(super) fn apply_field(rule: &Rule<FieldOverride>, model: &mut Model, applied: &mut Applied) {
    if refers_to_nothing(rule, rule.value.ty.as_ref(), model, applied) {
        return;
    }
    let fits =
        |field: &&mut Field| rule.value.field.matches(&field.doc_name) || rule.value.field.matches(&field.wire.value);
    for (id, definition) in &mut model.types {
        if !rule.value.types.matches(&id.0) {
            continue;
        }
        for field in definition.shape.fields_mut().iter_mut().filter(fits) {
            settle_field(&rule.value, field);
            applied.mark_used(rule);
        }
    }
}

fn settle_field(rule: &FieldOverride, field: &mut Field) {
    if let Some(wire) = &rule.wire {
        field.wire = Fact::overridden(wire.clone());
    }
    if let Some(ty) = &rule.ty {
        field.ty = ty.0.clone();
    }
    if let Some(secret) = rule.secret {
        field.secret = secret;
    }
    if let Some(constant) = &rule.constant {
        field.constant = Some(Fact::overridden(constant.0.clone()));
    }
    override_presence(&mut field.presence, rule.required, rule.nullable);
}

/// Replaces the two halves of a presence where an override states them.
pub(super) fn override_presence(presence: &mut Fact<Presence>, required: Option<bool>, nullable: Option<bool>) {
    let now = presence.value;
    let required = required.unwrap_or(now.is_required());
    if required != now.is_required() || nullable.is_some() {
        *presence = Fact::overridden(Presence::of(required, nullable.unwrap_or(now.is_nullable())));
    }
}
