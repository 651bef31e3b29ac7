//! Fields with one legal value: which have one because their enum does, and which are sent though they may be left out.
//!
//! In: a model that knows its discriminators. Out: the same model with those constants, and why each is sent unasked. It must not know
//! how builders set a value.

use super::vocabulary::STREAM_ARGUMENT;
use crate::{
    model::{Basis, Fact, Field, Literal, Model, Presence, Rule, Shape, Type, TypeId, Union},
    naming::fold,
};
use std::collections::{HashMap, HashSet};

/// Concludes constants, and which of them are sent unasked.
pub fn conclude(model: &mut Model) {
    take_single_values(model);
    send_unasked(model);
}

/// A required field whose enum has one value can only have that value today.
fn take_single_values(model: &mut Model) {
    let single: HashMap<TypeId, Literal> = model
        .types
        .iter()
        .filter_map(|(id, def)| match &def.shape {
            Shape::Enum(shape) if shape.values.len() == 1 && def.replaced.is_none() => {
                Some((id.clone(), shape.values[0].wire.clone()))
            }
            _ => None,
        })
        .collect();
    for field in model.types.values_mut().flat_map(|def| def.shape.fields_mut()) {
        let Type::Named(id) = &field.ty else { continue };
        if field.constant.is_none()
            && let Some(value) = single.get(id)
        {
            field.constant = Some(Fact::assumed(value.clone(), Rule::ConstantOnlyValue));
            if field.presence.value == Presence::RequiredNullUnstated {
                field.presence = Fact::assumed(Presence::Required, Rule::ConstantOnlyValue);
            }
        }
    }
}

/// What tells of fields that they are sent, beside the fields themselves.
struct Evidence {
    /// The fields by which unions tell their members apart, each a type and a JSON key.
    tags: HashSet<(TypeId, String)>,
    /// Types of request bodies, each with whether the operation answers with a stream.
    bodies: HashSet<(TypeId, bool)>,
}

fn send_unasked(model: &mut Model) {
    let evidence = Evidence { tags: tags(model), bodies: bodies(model) };
    for (id, def) in &mut model.types {
        for field in def.shape.fields_mut().iter_mut().filter(|field| field.presence.value == Presence::Optional) {
            field.sent_unasked = evidence.rule(id, field).map(Basis::Rule);
        }
    }
}

impl Evidence {
    /// Why a field that may be left out is sent. That an enum has one value today is not enough: the field may be there to be left out.
    fn rule(&self, id: &TypeId, field: &Field) -> Option<Rule> {
        let constant = field.constant.as_ref()?;
        let is_stated = constant.basis.rule() != Some(Rule::ConstantOnlyValue);
        match constant.value {
            _ if self.tags.contains(&(id.clone(), field.wire.value.clone())) => Some(Rule::SentTag),
            Literal::Boolean(streams) => {
                let asks = fold(&field.wire.value) == STREAM_ARGUMENT && self.bodies.contains(&(id.clone(), streams));
                asks.then_some(Rule::SentStreamFlag)
            }
            Literal::String(_) | Literal::Integer(_) => is_stated.then_some(Rule::SentConstant),
        }
    }
}

/// The members of all unions that have a discriminator, each with its key.
fn tags(model: &Model) -> HashSet<(TypeId, String)> {
    let mut tags = HashSet::new();
    for def in model.types.values() {
        let Shape::Union(Union { members, discriminator: Some(discriminator), .. }) = &def.shape else { continue };
        let named = members.iter().filter_map(|member| member.ty.named());
        tags.extend(named.map(|id| (id.clone(), discriminator.value.property.clone())));
    }
    tags
}

/// The types of request bodies, those of a union's members too.
fn bodies(model: &Model) -> HashSet<(TypeId, bool)> {
    let with_body = model.operations.iter().filter_map(|it| Some((it.body.as_ref()?.ty.named()?, it.streams_events())));
    with_body
        .flat_map(|(id, streams)| {
            let members = model.types.get(id).into_iter().flat_map(|def| def.shape.members());
            let members = members.filter_map(|member| member.ty.named());
            std::iter::once(id).chain(members).map(move |id| (id.clone(), streams))
        })
        .collect()
}
