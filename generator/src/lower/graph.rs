//! The type graph: who sends a type, where a cycle needs a box, which traits are legal.
//!
//! In: a named model. Out: the same model with `usage`, `boxed`, and `derives` set. It must not know pages or tokens.

use crate::model::{Derives, Field, Model, Presence, Replacement, Shape, Type, TypeDef, TypeId};
use std::collections::{HashMap, HashSet};

/// Fills in what follows from the graph of types.
pub fn analyse(model: &mut Model) {
    mark_usage(model);
    box_cycles(model);
    derive(model);
}

fn mark_usage(model: &mut Model) {
    let mut sent = HashSet::new();
    let mut received = HashSet::new();
    for operation in &model.operations {
        operation.sent().for_each(|id| reach(model, id, &mut sent));
        operation.received().for_each(|id| reach(model, id, &mut received));
    }
    for (id, def) in &mut model.types {
        let unreached = !sent.contains(id) && !received.contains(id);
        def.usage.sent = unreached || sent.contains(id);
        def.usage.received = unreached || received.contains(id);
    }
}

fn reach(model: &Model, id: &TypeId, seen: &mut HashSet<TypeId>) {
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if seen.insert(id.clone()) {
            open.extend(model.types.get(id).into_iter().flat_map(|def| def.shape.named()));
        }
    }
}

/// Types that a value holds directly; lists and maps hold theirs elsewhere.
fn held(ty: &Type) -> Option<&TypeId> {
    match ty {
        Type::Named(id) => Some(id),
        Type::Nullable(inner) => held(inner),
        _ => None,
    }
}

/// The types of fields or members; additional values stand in a map.
fn own_types(shape: &Shape) -> impl Iterator<Item = &Type> {
    shape.fields().iter().map(|field| &field.ty).chain(shape.members().iter().map(|member| &member.ty))
}

/// Boxes the edge that closes each cycle, walking in the order of ids.
fn box_cycles(model: &mut Model) {
    let mut edges: HashMap<&TypeId, Vec<(usize, &TypeId)>> = HashMap::new();
    for (id, def) in &model.types {
        if def.replaced.is_some() {
            continue;
        }
        let own = own_types(&def.shape).enumerate().filter_map(|(at, ty)| Some((at, held(ty)?)));
        edges.insert(id, own.collect());
    }
    let mut done = HashSet::new();
    let mut closing: HashSet<(TypeId, usize)> = HashSet::new();
    for id in model.types.keys() {
        walk(id, &edges, &mut done, &mut closing);
    }
    for (id, at) in closing {
        match model.types.get_mut(&id).map(|def| &mut def.shape) {
            Some(Shape::Struct(shape)) => shape.fields[at].boxed = true,
            Some(Shape::Union(union)) => union.members[at].boxed = true,
            _ => {}
        }
    }
}

/// Depth-first, with an explicit stack: docs may nest types as deeply as they like.
fn walk<'m>(
    root: &'m TypeId,
    edges: &HashMap<&'m TypeId, Vec<(usize, &'m TypeId)>>,
    done: &mut HashSet<&'m TypeId>,
    closing: &mut HashSet<(TypeId, usize)>,
) {
    let mut path: Vec<(&TypeId, usize)> = Vec::new();
    let mut on_path: HashSet<&TypeId> = HashSet::new();
    if done.insert(root) {
        path.push((root, 0));
        on_path.insert(root);
    }
    while let Some((id, next)) = path.pop() {
        let Some(&(at, to)) = edges.get(id).and_then(|own| own.get(next)) else {
            on_path.remove(id);
            continue;
        };
        path.push((id, next + 1));
        if on_path.contains(to) {
            closing.insert((id.clone(), at));
        } else if edges.contains_key(to) && done.insert(to) {
            path.push((to, 0));
            on_path.insert(to);
        }
    }
}

/// The greatest set of derives that is legal: start with all, take away until nothing changes.
fn derive(model: &mut Model) {
    for def in model.types.values_mut() {
        def.derives = Derives { eq: true, hash: true, copy: false, default: true };
    }
    let users = users(model);
    let mut open: Vec<usize> = (0..model.types.len()).collect();
    while let Some(at) = open.pop() {
        let derives = legal(model, &model.types[at]);
        if model.types[at].derives != derives {
            model.types[at].derives = derives;
            open.extend(&users[at]);
        }
    }
}

/// For each type, by its index, those that mention it.
fn users(model: &Model) -> Vec<Vec<usize>> {
    let mut users = vec![Vec::new(); model.types.len()];
    for (at, def) in model.types.values().enumerate() {
        let mentioned = def.shape.named().filter_map(|id| model.types.get_index_of(id));
        mentioned.for_each(|of| users[of].push(at));
    }
    users
}

fn legal(model: &Model, def: &TypeDef) -> Derives {
    if let Some(Replacement { eq, .. }) = def.replaced {
        return Derives { eq, hash: eq, copy: false, default: false };
    }
    let shape = &def.shape;
    let eq = shape.named().all(|id| model.types.get(id).is_none_or(|def| def.derives.eq));
    let default = match shape {
        Shape::Struct(shape) => shape.fields.iter().all(|field| has_default(model, field)),
        Shape::Enum(shape) => shape.values.len() == 1,
        Shape::Union(_) => false,
        Shape::Opaque => true,
    };
    let copy = matches!(shape, Shape::Enum(shape) if shape.closed);
    Derives { eq, hash: eq, copy, default }
}

/// Optional fields default to absent; a required one only where its single value is the type's default.
fn has_default(model: &Model, field: &Field) -> bool {
    match field.presence.value {
        Presence::Optional | Presence::OptionalNullable => true,
        Presence::RequiredNullable | Presence::RequiredNullUnstated | Presence::Required => {
            let Type::Named(id) = &field.ty else { return false };
            let plain = field.presence.value != Presence::RequiredNullable;
            plain && field.constant.is_some() && model.types.get(id).is_some_and(|def| def.derives.default)
        }
    }
}
