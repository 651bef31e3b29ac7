//! The setting `unstated_null = "value"`: what the docs do not call nullable is taken to be never null.
//!
//! In: a model. Out: the same model with no presence in doubt. It must not know why the docs do not say.

use crate::model::{Fact, Model, Presence};

pub(super) fn never_null(model: &mut Model) {
    for definition in model.types.values_mut() {
        let fields = definition.shape.fields_mut().iter_mut();
        for field in fields.filter(|field| field.presence.value == Presence::RequiredNullUnstated) {
            field.presence = Fact::overridden(Presence::Required);
        }
    }
}
