//! The setting `merge_same_shape`: types that say the same become one type.
//!
//! In: a model. Out: the model with one of each group of like types. Nothing of the result may depend on the order of the pages.

use super::common_name;
use crate::model::{Equivalence, Model, Shape, TypeDef, TypeId};
use std::collections::{HashMap, HashSet};

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

/// The groups of like types of one module and role, the shortest id of each first.
fn groups(model: &Model) -> Vec<Vec<TypeId>> {
    let members = union_members(model);
    let alone = |id: &TypeId, definition: &TypeDef| !says_something(definition) || members.contains(id);
    let same = Equivalence::new(model, |id, definition| {
        let own_id = alone(id, definition).then(|| id.clone());
        (own_id, definition.module.clone(), definition.role)
    });
    let mut groups: Vec<Vec<TypeId>> = same.groups().into_iter().filter(|group| group.len() > 1).collect();
    groups.iter_mut().for_each(|group| group.sort_by_key(|id| (id.0.len(), id.0.clone())));
    groups.sort();
    groups
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
