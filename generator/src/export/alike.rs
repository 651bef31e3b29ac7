//! Twins that answer alike: types of two pages that allow the same JSON.
//!
//! In: the model, and two operations of one path and method. Out: the second one, with the types of the first wherever both
//! allow the same JSON. It must not know documents.
//!
//! SDKs write a page of its own for each place where an API inlines a schema, and so one for each of two twins; the document
//! has room for both under one media type only as alternatives, which would say that they differ.

use crate::model::{Discriminator, Enum, Field, Literal, Model, Operation, Shape, Struct, Type, TypeId, Union};
use std::collections::{HashMap, HashSet};

/// The twin, answering with the types of the first operation where its own say the same.
pub fn in_terms_of(first: &Operation, twin: &Operation, model: &Model) -> Operation {
    let mut twin = twin.clone();
    for body in &mut twin.success {
        let known = first.success.iter().map(|body| &body.ty).find(|ty| same(model, ty, &body.ty));
        body.ty = known.unwrap_or(&body.ty).clone();
    }
    for body in &mut twin.errors {
        let fits = |id: &&TypeId| Comparison::new(model).ids(id, &body.ty);
        let known = first.errors.iter().filter(|error| error.status == body.status).map(|error| &error.ty).find(fits);
        body.ty = known.unwrap_or(&body.ty).clone();
    }
    twin
}

fn same(model: &Model, one: &Type, other: &Type) -> bool {
    Comparison::new(model).types(one, other)
}

/// Compares types; a pair that is being compared counts as alike, so that cycles end.
struct Comparison<'m> {
    model: &'m Model,
    open: HashSet<(&'m TypeId, &'m TypeId)>,
}

impl<'m> Comparison<'m> {
    fn new(model: &'m Model) -> Self {
        Self { model, open: HashSet::new() }
    }

    fn types(&mut self, one: &Type, other: &Type) -> bool {
        match (one, other) {
            (Type::Named(one), Type::Named(other)) => self.ids(one, other),
            (Type::Array(one), Type::Array(other))
            | (Type::Map(one), Type::Map(other))
            | (Type::Nullable(one), Type::Nullable(other))
            | (Type::EventStream(one), Type::EventStream(other)) => self.types(one, other),
            (one, other) => one == other,
        }
    }

    fn ids(&mut self, one: &TypeId, other: &TypeId) -> bool {
        if one == other {
            return true;
        }
        let types = &{ self.model }.types;
        let (Some((one, left)), Some((other, right))) = (types.get_key_value(one), types.get_key_value(other)) else {
            return false;
        };
        !self.open.insert((one, other)) || self.shapes(&left.shape, &right.shape)
    }

    fn shapes(&mut self, one: &Shape, other: &Shape) -> bool {
        match (one, other) {
            (Shape::Struct(one), Shape::Struct(other)) => self.structs(one, other),
            (Shape::Union(one), Shape::Union(other)) => self.unions(one, other),
            (Shape::Enum(one), Shape::Enum(other)) => one.integer == other.integer && values(one) == values(other),
            _ => false,
        }
    }

    fn structs(&mut self, one: &Struct, other: &Struct) -> bool {
        let others: HashMap<&str, &Field> = other.fields.iter().map(|field| (&*field.wire.value, field)).collect();
        let additional = match (&one.additional, &other.additional) {
            (Some(one), Some(other)) => self.types(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        additional
            && one.fields.len() == other.fields.len()
            && one.fields.iter().all(|field| others.get(&*field.wire.value).is_some_and(|it| self.fields(field, it)))
    }

    fn fields(&mut self, one: &Field, other: &Field) -> bool {
        one.presence.value == other.presence.value && constant(one) == constant(other) && self.types(&one.ty, &other.ty)
    }

    fn unions(&mut self, one: &Union, other: &Union) -> bool {
        let mut members = one.members.iter().zip(&other.members);
        one.members.len() == other.members.len()
            && discriminator(one) == discriminator(other)
            && members.all(|(one, other)| self.types(&one.ty, &other.ty))
    }
}

fn constant(field: &Field) -> Option<&Literal> {
    field.constant.as_ref().map(|fact| &fact.value)
}

fn values(shape: &Enum) -> HashSet<&Literal> {
    shape.values.iter().map(|value| &value.wire).collect()
}

fn discriminator(union: &Union) -> Option<&Discriminator> {
    union.discriminator.as_ref().map(|fact| &fact.value)
}
