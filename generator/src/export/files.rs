//! Files within multipart bodies: in Rust an object of a name and bytes, in the document the bytes alone.
//!
//! In: the model. Out: the types that are such files. It must not know documents.

use crate::{
    model::{Media, Model, Operation, Shape, TypeDef, TypeId},
    naming::fold,
};
use std::collections::HashSet;

/// The fields of a file, folded; the last one may be missing.
const FIELDS: &[&str] = &["filename", "content", "contenttype"];

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
    let Shape::Struct(shape) = &definition.shape else { return false };
    let names: Vec<String> = shape.fields.iter().map(|field| fold(&field.shown)).collect();
    let has = |name: &&str| names.iter().any(|own| own == name);
    FIELDS[..2].iter().all(has) && names.iter().all(|name| FIELDS.contains(&name.as_str()))
}
