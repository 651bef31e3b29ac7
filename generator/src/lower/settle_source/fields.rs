//! Fields of types: JSON names, null, constants.
//!
//! In: the types, and the classes of the source. Out: the types with these facts settled.

use super::{
    Settler,
    classes::{Class, Classes, Member},
};
use crate::{
    annotations::{Key, Said},
    dialect::Language,
    model::{Fact, Field, Literal, Model, Presence, Role, Rule, Type},
};
use std::collections::HashMap;

/// Facts that name a member on the wire, the best first.
const NAMES: &[Key] = &[Key::Wire, Key::Form, Key::Multipart, Key::Query, Key::Header, Key::Path];

pub fn settle(settler: &Settler<'_>, classes: &Classes<'_>, model: &mut Model) {
    for (id, definition) in &mut model.types {
        if id.owner().is_some() {
            continue;
        }
        let Some(class) = classes.of_type(id, definition.role == Role::Error) else { continue };
        settle_fields(settler, class, definition.shape.fields_mut());
    }
}

/// Settles the fields of a type, or of the arguments that are one.
pub fn settle_fields(settler: &Settler<'_>, class: &Class<'_>, fields: &mut [Field]) {
    for field in fields.iter_mut() {
        let Some(member) = class.member(&field.doc_name) else { continue };
        if let Some(said) = member.first_of(NAMES).filter(|_| !member.has(Key::Body)) {
            settler.take_name(&mut field.wire, &said.value, said);
        }
        settle_null(settler, member, field);
        settle_constant(settler, member, field);
        if member.has(Key::Integer) {
            narrow(&mut field.ty);
        }
    }
    keep_apart(fields);
}

/// A number of which the page does not say whether it is whole: TypeScript has one word for both, and its schemas state which it is.
///
/// This is no other type than the page's, but which of the two that the page's word stands for, as null and constants are settled.
/// Without it a TypeScript crate would read identifiers as floating point numbers, which lose digits.
pub fn narrow(ty: &mut Type) {
    match ty {
        Type::Number => *ty = Type::Int64,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => narrow(inner),
        _ => {}
    }
}

/// A name that a rule made must not be one that the source states for another field.
fn keep_apart(fields: &mut [Field]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for field in fields.iter() {
        *counts.entry(field.wire.value.clone()).or_default() += 1;
    }
    for field in fields.iter_mut().filter(|field| field.wire.basis.rule().is_some()) {
        if counts[&field.wire.value] > 1 && !counts.contains_key(&field.doc_name) {
            field.wire = Fact::assumed(field.doc_name.clone(), Rule::WireNameToStayApart);
        }
    }
}

/// What the source of a language says of null.
struct Nulls {
    /// Of optional members, too.
    optional: bool,
    /// Of required lists and maps, too.
    lists: bool,
}

fn nulls(language: Language) -> Nulls {
    match language {
        Language::Typescript | Language::Python | Language::Java => Nulls { optional: true, lists: true },
        Language::Go => Nulls { optional: true, lists: false },
        Language::Csharp | Language::Php | Language::Ruby => Nulls { optional: false, lists: true },
    }
}

fn settle_null(settler: &Settler<'_>, member: &Member<'_>, field: &mut Field) {
    let says = nulls(settler.language);
    let is_hidden = matches!(field.ty, Type::Array(_) | Type::Map(_) | Type::Decimal);
    let presence = match (field.presence.value, member.one(Key::Nullable)) {
        // That a page marks no null says nothing: many languages cannot mark it on all types.
        (Presence::RequiredNullUnstated | Presence::Required, Some(said)) if field.constant.is_none() => {
            settler.read(Presence::RequiredNullable, said)
        }
        (Presence::RequiredNullUnstated, None) if says.lists || !is_hidden => match member.first_of(NAMES) {
            Some(said) => settler.read(Presence::Required, said),
            None => return,
        },
        (Presence::Optional, Some(said)) if says.optional => settler.read(Presence::OptionalNullable, said),
        _ => return,
    };
    field.presence = presence;
}

fn settle_constant(settler: &Settler<'_>, member: &Member<'_>, field: &mut Field) {
    let fixed = || member.one(Key::Fixed).and_then(|_| member.one(Key::Default));
    let Some(said) = member.one(Key::Constant).or_else(fixed) else { return };
    if field.constant.is_none()
        && let Some(value) = literal(said, &field.ty)
    {
        field.constant = Some(settler.read(value, said));
    }
}

/// A literal of the source as a value of the field's type. (Java's stand within a text of their own.)
fn literal(said: &Said, ty: &Type) -> Option<Literal> {
    let bare = said.value.replace("\\\"", "\"");
    let bare = bare.trim_matches(|c| c == '"' || c == '\'');
    match ty {
        Type::String => Some(Literal::String(bare.to_owned())),
        Type::Boolean => bare.to_lowercase().parse().ok().map(Literal::Boolean),
        Type::Int32 | Type::Int64 => bare.parse().ok().map(Literal::Integer),
        _ => None,
    }
}
