//! The setting `merge_same_shape`: types that say the same become one type.
//!
//! In: a model. Out: the model with one of each group of like types. SDKs write a type of its own for each place where an API
//! inlines an enum or an object; which of them stays must not depend on the order of the pages, so it is the one with the
//! shortest id.

use crate::model::{Model, Shape, TypeDef, TypeId};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// What may differ between types that are like each other: words for people, and names that come from the page.
const WORDS: &[&str] = &["docs", "example", "deprecated", "shown", "rust"];

/// Merges until no two types are alike: types may be alike only once those that they mention are merged.
pub(super) fn merge(model: &mut Model) {
    loop {
        let merged = alike(model);
        if merged.is_empty() {
            break;
        }
        model.types.retain(|id, _| !merged.contains_key(id));
        model.rename(&|id| merged.get(id).cloned());
    }
}

/// For each type that another one stands for: which.
fn alike(model: &Model) -> HashMap<TypeId, TypeId> {
    let members = union_members(model);
    let mut groups: HashMap<String, Vec<&TypeId>> = HashMap::new();
    let may_go = |(id, definition): &(&TypeId, &TypeDef)| says_something(definition) && !members.contains(id);
    for (id, definition) in model.types.iter().filter(may_go) {
        groups.entry(fingerprint(definition)).or_default().push(id);
    }
    let mut merged = HashMap::new();
    for mut group in groups.into_values().filter(|group| group.len() > 1) {
        group.sort_by_key(|id| (id.0.len(), id.0.clone()));
        merged.extend(group[1..].iter().map(|id| ((*id).clone(), group[0].clone())));
    }
    merged
}

/// Types among which a union chooses: were two of them one, the union would have it twice.
fn union_members(model: &Model) -> HashSet<&TypeId> {
    let unions = model.types.values().filter(|definition| matches!(definition.shape, Shape::Union(_)));
    let mut members = HashSet::new();
    for ty in unions.flat_map(TypeDef::mentioned) {
        ty.each_named(&mut |id| {
            members.insert(id);
        });
    }
    members
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
            object.retain(|key, _| !WORDS.contains(&key.as_str()));
            object.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}
