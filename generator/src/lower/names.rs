//! Rust names: types, fields, variants and modules; unique where they stand, the same on every run, never a lost item.
//!
//! In: a model whose Rust names are empty. Out: the same model, named. It must not know how a name is made of
//! another: that is [`crate::naming`].
//!
//! Items are named in the order of their ids (types) or of the page (fields, values, members). The first keeps its name;
//! a later one that would collide takes the first free number from 2.

use super::short_names::shorten;
use crate::{
    model::{Enum, EnumValue, Member, Model, Shape, Struct, Type, TypeDef, TypeId},
    naming::{field_name, fold, plain_variant_name, type_name, unique, variant_name},
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// Names every item of the model.
pub fn assign(model: &mut Model) {
    name_types(model);
    let names: HashMap<TypeId, String> = model.types.iter().map(|(id, def)| (id.clone(), def.rust.clone())).collect();
    for def in model.types.values_mut() {
        match &mut def.shape {
            Shape::Struct(shape) => name_fields(shape),
            Shape::Enum(shape) => name_values(shape, &def.rust),
            Shape::Union(shape) => name_members(&mut shape.members, &def.rust, &names),
            Shape::Opaque => {}
        }
    }
}

/// Names the types of each module.
fn name_types(model: &mut Model) {
    let mut modules: IndexMap<String, Vec<(&TypeId, &mut TypeDef)>> = IndexMap::new();
    for (id, def) in &mut model.types {
        modules.entry(def.module.clone()).or_default().push((id, def));
    }
    modules.into_values().for_each(name_module);
}

/// Structs also take `…Builder`, the name of their builder.
fn name_module(mut types: Vec<(&TypeId, &mut TypeDef)>) {
    let mut names: Vec<String> = types.iter().map(|(id, _)| type_name(&title(id))).collect();
    shorten(&mut names);
    let mut taken = HashSet::new();
    for ((_, def), name) in types.iter_mut().zip(names) {
        def.rust = unique(name, &mut taken);
        if matches!(def.shape, Shape::Struct(_)) {
            taken.insert(format!("{}Builder", def.rust));
        }
    }
}

/// `Pet` of `components/Pet`, `Pet kind` of `components/Pet#kind`.
fn title(id: &TypeId) -> String {
    id.title().replace('#', " ")
}

fn name_fields(shape: &mut Struct) {
    let mut taken = HashSet::new();
    for field in &mut shape.fields {
        field.rust = unique(field_name(&field.doc_name), &mut taken);
    }
}

/// Variants take the page's names where it has any: these are unique there and free of signs.
fn name_values(shape: &mut Enum, title: &str) {
    let names: Vec<String> = shape.values.iter().map(value_name).collect();
    let names = without_prefix(names, title);
    let mut taken = HashSet::from(["Unknown".to_owned()]);
    for (value, name) in shape.values.iter_mut().zip(names) {
        value.rust = unique(name, &mut taken);
    }
}

fn value_name(value: &EnumValue) -> String {
    match &value.doc_name {
        Some(shown) => plain_variant_name(shown),
        None => variant_name(&value.wire.to_string()),
    }
}

/// Drops the enum's own name where every variant repeats it.
fn without_prefix(names: Vec<String>, prefix: &str) -> Vec<String> {
    let stripped = |name: &String| {
        let rest = name.strip_prefix(prefix)?;
        rest.starts_with(|c: char| c.is_ascii_uppercase()).then(|| rest.to_owned())
    };
    names.iter().map(stripped).collect::<Option<Vec<_>>>().unwrap_or(names)
}

fn name_members(members: &mut [Member], title: &str, types: &HashMap<TypeId, String>) {
    let names: Vec<String> = members.iter().map(|member| member_name(&member.ty, types)).collect();
    let names = without_prefix(names, title);
    let mut taken = HashSet::from(["Unknown".to_owned()]);
    for (member, name) in members.iter_mut().zip(names) {
        member.rust = unique(name, &mut taken);
    }
}

fn member_name(ty: &Type, types: &HashMap<TypeId, String>) -> String {
    match ty {
        Type::Named(id) => types.get(id).cloned().unwrap_or_else(|| type_name(&fold(&title(id)))),
        Type::Array(item) => member_name(item, types) + "List",
        Type::Map(value) => member_name(value, types) + "Map",
        Type::Nullable(inner) | Type::EventStream(inner) => member_name(inner, types),
        Type::String => "String".into(),
        Type::Boolean => "Boolean".into(),
        Type::Int32 | Type::Int64 => "Integer".into(),
        Type::Float32 | Type::Float64 | Type::Number => "Number".into(),
        Type::Decimal => "Decimal".into(),
        Type::DateTime => "DateTime".into(),
        Type::Date => "Date".into(),
        Type::Bytes => "Bytes".into(),
        Type::Any => "Any".into(),
    }
}
