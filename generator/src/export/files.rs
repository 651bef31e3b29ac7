//! Files within multipart bodies: in Rust an object of a name and bytes, in the document the bytes alone.
//!
//! In: the model. Out: the types that are such files. It must not know documents.

use crate::{
    model::{Media, Model, Operation, TypeDef, TypeId, names_a_file},
    naming::fold,
};
use std::collections::HashSet;

/// The types of files that multipart bodies have, and nothing else.
pub fn files(model: &Model) -> HashSet<&TypeId> {
    let multipart = multipart_bodies(model);
    let mut sent = HashSet::new();
    let mut elsewhere = HashSet::new();
    for (id, definition) in &model.types {
        let into = if multipart.contains(id) { &mut sent } else { &mut elsewhere };
        into.extend(definition.shape.named());
    }
    elsewhere.extend(model.operations.iter().flat_map(Operation::named));
    sent.retain(|id| !elsewhere.contains(id) && model.types.get(*id).is_some_and(is_file));
    sent
}

fn multipart_bodies(model: &Model) -> HashSet<&TypeId> {
    let bodies = model.operations.iter().filter_map(|operation| operation.body.as_ref());
    bodies.filter(|body| body.media.value == Media::Multipart).filter_map(|body| body.ty.named()).collect()
}

fn is_file(definition: &TypeDef) -> bool {
    let names: Vec<String> = definition.shape.fields().iter().map(|field| fold(&field.doc_name)).collect();
    names_a_file(&names)
}
