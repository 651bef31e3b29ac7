//! The setting `unstated_null = "value"`: what the docs do not call nullable is taken to be never null.

use crate::model::{Model, Presence, Shape};

pub(super) fn never_null(model: &mut Model) {
    for definition in model.types.values_mut() {
        let Shape::Struct(shape) = &mut definition.shape else { continue };
        for field in shape.fields.iter_mut().filter(|field| field.presence == Presence::RequiredNullUnstated) {
            field.presence = Presence::Required;
        }
    }
}
