//! Facts about operations and their parameters.
//!
//! In: a rule and an operation. Out: the operation with the fact, if the rule fits. It must not know other types than it names.

use super::fields::override_presence;
use crate::{
    config::{Applied, OperationOverride, ParameterOverride, Rule},
    model::{self, Body, Fact, Operation, Parameter, Place, Presence, Style, SuccessBody, Type},
    naming::{field_name, unique},
};
use std::collections::HashSet;

pub(super) fn apply_operation(rule: &Rule<OperationOverride>, operation: &mut Operation, applied: &mut Applied) {
    let value = &rule.value;
    if !value.id.matches(&operation.id) {
        return;
    }
    if let (Some(media), Some(body)) = (value.media, &mut operation.body) {
        body.media = Fact::overridden(media);
        applied.mark_used(rule);
    }
    if let Some(auth) = value.auth {
        operation.auth = Fact::overridden(auth.into());
        applied.mark_used(rule);
    }
    if let Some(status) = value.success_status {
        operation.status = Some(Fact::overridden(status));
        operation.success.iter_mut().for_each(|body| body.status = Some(Fact::overridden(status)));
        applied.mark_used(rule);
    }
    for body in &mut operation.success {
        settle_success(rule, body, applied);
    }
}

fn settle_success(rule: &Rule<OperationOverride>, body: &mut SuccessBody, applied: &mut Applied) {
    if let Some(media) = &rule.value.success_media {
        body.media = Fact::overridden(media.clone());
        applied.mark_used(rule);
    }
    if rule.value.success_may_be_empty == Some(true) && !matches!(body.ty, Type::Nullable(_)) {
        body.ty = Type::Nullable(Box::new(body.ty.clone()));
        applied.mark_used(rule);
    }
}

pub(super) fn apply_parameter(rule: &Rule<ParameterOverride>, operation: &mut Operation, applied: &mut Applied) {
    if !rule.value.operation.matches(&operation.id) {
        return;
    }
    if rule.value.place.is_some() {
        release_body(&rule.value, operation);
    }
    let fits = |it: &&mut Parameter| rule.value.name.matches(&it.doc_name) || rule.value.name.matches(&it.wire.value);
    for parameter in operation.parameters.iter_mut().filter(fits) {
        settle_parameter(&rule.value, parameter);
        applied.mark_used(rule);
    }
}

/// An argument that a rule took for the body, and that the override places elsewhere, is a parameter after all.
fn release_body(rule: &ParameterOverride, operation: &mut Operation) {
    let fits = |body: &mut Body| !body.basis.is_stated() && rule.name.matches(&body.doc_name);
    let Some(body) = operation.body.take_if(fits) else { return };
    let taken: HashSet<String> = operation.parameters.iter().map(|parameter| parameter.rust.clone()).collect();
    let rust = unique(field_name(&body.doc_name), &mut { taken });
    let place = Fact::assumed(Place::Query, model::Rule::PlaceDefaultQuery);
    operation.parameters.push(Parameter {
        wire: Fact::assumed(body.doc_name.clone(), model::Rule::WireNameAsShown),
        presence: Fact { value: Presence::of(body.required, false), basis: body.basis },
        style: Some(Fact::assumed(Style::DeepObject, model::Rule::StyleObject)),
        ty: body.ty,
        docs: body.docs,
        ..Parameter::text(&body.doc_name, rust, place)
    });
}

fn settle_parameter(rule: &ParameterOverride, parameter: &mut Parameter) {
    if let Some(place) = rule.place {
        parameter.place = Fact::overridden(place);
    }
    if let Some(wire) = &rule.wire {
        parameter.wire = Fact::overridden(wire.clone());
    }
    if let Some(style) = rule.style {
        parameter.style = Some(Fact::overridden(style));
    }
    if let Some(secret) = rule.secret {
        parameter.secret = secret;
    }
    if let Some(ty) = &rule.ty {
        parameter.ty = ty.0.clone();
    }
    if parameter.place.value != Place::Path {
        override_presence(&mut parameter.presence, rule.required, None);
    }
}
