//! The setting `unstated_null = "value"`: what the docs do not call nullable is taken to be never null.

use crate::model::{Model, Presence};

pub(super) fn never_null(model: &mut Model) {
    for definition in model.types.values_mut() {
        let fields = definition.shape.fields_mut().iter_mut();
        for field in fields.filter(|field| field.presence == Presence::RequiredNullUnstated) {
            field.presence = Presence::Required;
        }
    }
}
