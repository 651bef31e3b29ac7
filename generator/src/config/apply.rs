//! Settles facts of the model that `overrides.toml` states.
//!
//! In: the overrides and the model. Out: the model with those facts, marked as overridden, and each rule marked that was of use.

use super::{FieldOverride, OperationOverride, Overrides, ParameterOverride, Rule, UnionOverride};
use crate::{
    lower::{field_name, unique},
    model::{
        Body, Discriminator, Fact, Field, Literal, Member, Model, Operation, Parameter, Place, Presence, Shape, Style,
        Type, TypeDef, TypeId, Union,
    },
    source::{Code, Diagnostic, Diagnostics},
};
use indexmap::IndexMap;
use std::collections::HashSet;

pub(super) fn apply(overrides: &Overrides, model: &mut Model, diagnostics: &mut Diagnostics) {
    overrides.fields.iter().for_each(|rule| apply_field(rule, model, diagnostics));
    overrides.unions.iter().for_each(|rule| apply_union(rule, model, diagnostics));
    for operation in &mut model.operations {
        overrides.operations.iter().for_each(|rule| apply_operation(rule, operation));
        overrides.parameters.iter().for_each(|rule| apply_parameter(rule, operation));
    }
    for rule in &overrides.enums {
        for (id, definition) in &mut model.types {
            if let (true, Shape::Enum(shape)) = (rule.value.types.matches(&id.0), &mut definition.shape) {
                shape.closed = rule.value.closed;
                rule.mark_used();
            }
        }
    }
}

fn apply_field(rule: &Rule<FieldOverride>, model: &mut Model, diagnostics: &mut Diagnostics) {
    if let Some(unknown) = unknown_type(&rule.value, model) {
        diagnostics.push(Diagnostic::at(Code::UnusedOverride, rule.span, format!("there is no type `{unknown}`")));
        rule.mark_used();
        return;
    }
    let fits =
        |field: &&mut Field| rule.value.field.matches(&field.shown) || rule.value.field.matches(&field.wire.value);
    for (id, definition) in &mut model.types {
        if !rule.value.types.matches(&id.0) {
            continue;
        }
        for field in fields(definition).iter_mut().filter(fits) {
            settle_field(&rule.value, field);
            rule.mark_used();
        }
    }
}

/// The first type id of the override that the model does not have.
fn unknown_type(rule: &FieldOverride, model: &Model) -> Option<String> {
    let mut unknown = None;
    rule.ty.as_ref()?.0.each_named(&mut |id| {
        if !model.types.contains_key(id) {
            unknown.get_or_insert(id.to_string());
        }
    });
    unknown
}

fn fields(definition: &mut TypeDef) -> &mut [Field] {
    match &mut definition.shape {
        Shape::Struct(shape) => &mut shape.fields,
        Shape::Enum(_) | Shape::Union(_) | Shape::Opaque => &mut [],
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
    field.presence = presence(field.presence, rule.required, rule.nullable);
}

/// The presence with its two halves replaced where an override states them.
fn presence(now: Presence, required: Option<bool>, nullable: Option<bool>) -> Presence {
    match (required.unwrap_or(now.is_required()), nullable) {
        (true, Some(true)) => Presence::RequiredNullable,
        (true, Some(false)) => Presence::Required,
        (false, Some(true)) => Presence::OptionalNullable,
        (false, Some(false)) => Presence::Optional,
        (required, None) if required == now.is_required() => now,
        (true, None) if now.is_nullable() => Presence::RequiredNullable,
        (true, None) => Presence::Required,
        (false, None) if now.is_nullable() => Presence::OptionalNullable,
        (false, None) => Presence::Optional,
    }
}

fn apply_union(rule: &Rule<UnionOverride>, model: &mut Model, diagnostics: &mut Diagnostics) {
    let is_union = |(id, definition): &(&TypeId, &TypeDef)| {
        rule.value.types.matches(&id.0) && matches!(definition.shape, Shape::Union(_))
    };
    let ids: Vec<TypeId> = model.types.iter().filter(is_union).map(|(id, _)| id.clone()).collect();
    for id in ids {
        rule.mark_used();
        let settled = discriminator(&rule.value, &id, model);
        match (settled, model.types.get_mut(&id).map(|definition| &mut definition.shape)) {
            (Ok(settled), Some(Shape::Union(union))) => union.discriminator = Some(Fact::overridden(settled)),
            (Err(problem), _) => diagnostics.push(Diagnostic::at(Code::UnusedOverride, rule.span, problem)),
            (Ok(_), _) => {}
        }
    }
}

/// The discriminator that the rule states, or what is wrong with it.
fn discriminator(rule: &UnionOverride, id: &TypeId, model: &Model) -> Result<Discriminator, String> {
    let Shape::Union(union) = &model.get(id).shape else { return Err(format!("`{id}` is no union")) };
    let mapping =
        if rule.mapping.is_empty() { own_values(rule, union, model) } else { stated_values(rule, id, union)? };
    if mapping.is_empty() {
        let property = &rule.discriminator;
        return Err(format!("no member of `{id}` says which value of `{property}` is its own: add a `mapping`"));
    }
    Ok(Discriminator { property: rule.discriminator.clone(), mapping })
}

fn stated_values(rule: &UnionOverride, id: &TypeId, union: &Union) -> Result<IndexMap<String, usize>, String> {
    let index = |name: &String| {
        let named = |ty: &Type| matches!(ty, Type::Named(id) if *id.0 == **name);
        let fits = |member: &Member| member.shown == *name || member.rust == *name || named(&member.ty);
        let names = || union.members.iter().map(|member| member.shown.as_str()).collect::<Vec<_>>().join(", ");
        let found = union.members.iter().position(fits);
        found.ok_or_else(|| format!("`{id}` has no member `{name}`; its members are {}", names()))
    };
    rule.mapping.iter().map(|(value, member)| Ok((value.clone(), index(member)?))).collect()
}

/// The values that the members' pages give for the property.
fn own_values(rule: &UnionOverride, union: &Union, model: &Model) -> IndexMap<String, usize> {
    let mut mapping = IndexMap::new();
    for (index, member) in union.members.iter().enumerate() {
        for value in values_of(&member.ty, &rule.discriminator, model) {
            mapping.entry(value).or_insert(index);
        }
    }
    mapping
}

/// The texts that a property of a struct may have, where its page lists them.
fn values_of(ty: &Type, property: &str, model: &Model) -> Vec<String> {
    let Type::Named(id) = ty else { return Vec::new() };
    let Shape::Struct(shape) = &model.get(id).shape else { return Vec::new() };
    let Some(field) = shape.fields.iter().find(|field| field.wire.value == property) else { return Vec::new() };
    let listed = match &field.ty {
        Type::Named(id) => match &model.get(id).shape {
            Shape::Enum(shape) => shape.values.iter().map(|value| &value.wire).collect(),
            Shape::Struct(_) | Shape::Union(_) | Shape::Opaque => Vec::new(),
        },
        _ => Vec::new(),
    };
    let constant = field.constant.iter().map(|fact| &fact.value);
    constant
        .chain(listed)
        .filter_map(|it| if let Literal::String(text) = it { Some(text.clone()) } else { None })
        .collect()
}

fn apply_operation(rule: &Rule<OperationOverride>, operation: &mut Operation) {
    if !rule.value.id.matches(&operation.id) {
        return;
    }
    if let (Some(media), Some(body)) = (rule.value.media, &mut operation.body) {
        body.media = Fact::overridden(media);
        rule.mark_used();
    }
    if let Some(status) = rule.value.success_status {
        for body in &mut operation.success {
            body.status = Some(status);
            rule.mark_used();
        }
    }
}

fn apply_parameter(rule: &Rule<ParameterOverride>, operation: &mut Operation) {
    if !rule.value.operation.matches(&operation.id) {
        return;
    }
    if rule.value.place.is_some() {
        release_body(&rule.value, operation);
    }
    let fits = |it: &&mut Parameter| rule.value.name.matches(&it.shown) || rule.value.name.matches(&it.wire.value);
    for parameter in operation.parameters.iter_mut().filter(fits) {
        settle_parameter(&rule.value, parameter);
        rule.mark_used();
    }
}

/// An argument that a rule took for the body, and that the override places elsewhere, is a parameter after all.
fn release_body(rule: &ParameterOverride, operation: &mut Operation) {
    let fits = |body: &mut Body| body.assumed.is_some() && rule.name.matches(&body.shown);
    let Some(body) = operation.body.take_if(fits) else { return };
    let taken: HashSet<String> = operation.parameters.iter().map(|parameter| parameter.rust.clone()).collect();
    operation.parameters.push(Parameter {
        wire: Fact::assumed(body.shown.clone(), "wire-name:as-shown"),
        rust: unique(field_name(&body.shown), &mut { taken }),
        place: Fact::assumed(Place::Query, "place:default-query"),
        presence: if body.required { Presence::Required } else { Presence::Optional },
        style: Some(Fact::assumed(Style::DeepObject, "style:object")),
        shown: body.shown,
        ty: body.ty,
        docs: body.docs,
        example: None,
        deprecated: None,
        secret: false,
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
}
