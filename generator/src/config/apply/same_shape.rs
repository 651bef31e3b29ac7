//! The setting `merge_same_shape`: types that say the same become one type.
//!
//! In: a model. Out: the model with one of each group of like types. SDKs write a type of its own for each place where an API
//! inlines an enum or an object. Nothing of the result may depend on the order of the pages.

use super::common_name;
use crate::model::{Model, Shape, TypeDef, TypeId};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// What may differ between types that are like each other: words for people, names that come from the page, and which type of
/// like ones is mentioned.
const WORDS: &[&str] = &["docs", "example", "deprecated", "shown", "rust", "named"];

/// Merges each group into the type with the shortest id, under the name that its pages have in common.
pub(super) fn merge(model: &mut Model) {
    let groups = groups(model);
    let names = common_name::names(model, &groups);
    let mut merged = HashMap::new();
    for (group, name) in groups.iter().zip(names) {
        let kept = name.unwrap_or_else(|| group[0].clone());
        merged.extend(group.iter().map(|id| (id.clone(), kept.clone())));
    }
    let gone: HashSet<&TypeId> = groups.iter().flat_map(|group| &group[1..]).collect();
    model.types.retain(|id, _| !gone.contains(id));
    model.types = std::mem::take(&mut model.types)
        .into_iter()
        .map(|(id, definition)| (merged.get(&id).cloned().unwrap_or(id), definition))
        .collect();
    model.types.sort_unstable_keys();
    model.rename(|id| merged.get(id).cloned());
}

/// The groups of like types, the shortest id of each first.
fn groups(model: &Model) -> Vec<Vec<TypeId>> {
    let mut groups: HashMap<usize, Vec<TypeId>> = HashMap::new();
    for (id, class) in classes(model) {
        groups.entry(class).or_default().push(id.clone());
    }
    let mut groups: Vec<Vec<TypeId>> = groups.into_values().filter(|group| group.len() > 1).collect();
    groups.iter_mut().for_each(|group| group.sort_by_key(|id| (id.0.len(), id.0.clone())));
    groups.sort();
    groups
}

/// Gives types the same number as long as nothing tells them apart: first their own shape, then the numbers of the types that
/// they mention, until no number splits. So types that mention themselves may be alike, too.
fn classes(model: &Model) -> HashMap<&TypeId, usize> {
    let members = union_members(model);
    let alone = |id: &TypeId, definition: &TypeDef| !says_something(definition) || members.contains(id);
    let mut classes = numbered(model.types.iter().map(|(id, definition)| {
        let shape = if alone(id, definition) { id.to_string() } else { fingerprint(definition) };
        (id, shape)
    }));
    loop {
        let count = classes.values().collect::<HashSet<_>>().len();
        let next = numbered(model.types.iter().map(|(id, definition)| {
            let own_and_mentioned = std::iter::once(id).chain(definition.shape.named());
            (id, own_and_mentioned.map(|id| classes.get(id).copied()).collect::<Vec<_>>())
        }));
        if next.values().collect::<HashSet<_>>().len() == count {
            return next;
        }
        classes = next;
    }
}

/// The same number for equal keys.
fn numbered<'m, K: std::hash::Hash + Eq>(keys: impl Iterator<Item = (&'m TypeId, K)>) -> HashMap<&'m TypeId, usize> {
    let mut numbers = HashMap::new();
    keys.map(|(id, key)| {
        let next = numbers.len();
        (id, *numbers.entry(key).or_insert(next))
    })
    .collect()
}

/// Types among which a union chooses: were two of them one, the union would have it twice.
fn union_members(model: &Model) -> HashSet<&TypeId> {
    let members = model.types.values().flat_map(|definition| definition.shape.members());
    members.filter_map(|member| member.ty.named()).collect()
}

/// An empty object is like any other one, and yet a type of its own.
fn says_something(definition: &TypeDef) -> bool {
    match &definition.shape {
        Shape::Struct(shape) => !shape.fields.is_empty(),
        Shape::Enum(_) | Shape::Union(_) => true,
        Shape::Opaque => false,
    }
}

/// A text that is the same for types of one module, role and shape.
fn fingerprint(definition: &TypeDef) -> String {
    let mut shape = serde_json::to_value(&definition.shape).unwrap_or_default();
    strip(&mut shape);
    format!("{}\n{:?}\n{shape}", definition.module, definition.role)
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object
                .iter_mut()
                .filter(|(key, _)| WORDS.contains(&key.as_str()))
                .for_each(|(_, word)| *word = Value::Null);
            object.retain(|key, _| !WORDS.contains(&key.as_str()) || key == "named");
            object.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}
