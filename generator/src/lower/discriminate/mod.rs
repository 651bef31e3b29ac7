//! Discriminators: the property whose value tells the members of a union apart.
//!
//! In: a model with wire names. Out: unions with their discriminators, each with the rule that found it. It must not know
//! pages or Rust names.
//!
//! Strategies are tried in order. Where none finds a property, members that nothing else tells apart are reported.

mod constants;
mod constructors;
mod overlap;

use crate::{
    model::{Discriminator, Fact, Field, Model, Shape, Struct, TypeId, Union},
    source::{Diagnostics, Sources},
};
use constructors::KnownValues;
pub use overlap::Overlap;
use std::cell::OnceCell;

/// A way to find a discriminator.
type Strategy = fn(&Members<'_>) -> Option<Fact<Discriminator>>;

/// The ways, the surest first.
const STRATEGIES: [Strategy; 2] = [constructors::find, constants::find];

/// Sets the discriminators of all unions that have none yet, and reports members that nothing tells apart.
pub fn discriminate(sources: &Sources, model: &mut Model, diagnostics: &mut Diagnostics) {
    let mut overlaps = Vec::new();
    let found = find(model, &mut overlaps);
    diagnostics.list.extend(overlaps.iter().map(|overlap| overlap.finding(sources, model)));
    for (id, fact) in found {
        if let Some(union) = model.union_mut(&id) {
            union.discriminator = Some(fact);
        }
    }
}

/// The discriminators of unions that have none yet; and those whose members nothing tells apart.
pub fn find(model: &Model, overlaps: &mut Vec<Overlap>) -> Vec<(TypeId, Fact<Discriminator>)> {
    let known = OnceCell::new();
    let mut found = Vec::new();
    for (id, def) in &model.types {
        let Shape::Union(union) = &def.shape else { continue };
        let Some(members) = Members::of(model, union, &known).filter(|_| union.discriminator.is_none()) else {
            continue;
        };
        match STRATEGIES.iter().find_map(|strategy| strategy(&members)) {
            Some(fact) => found.push((id.clone(), fact)),
            None => overlaps.extend(Overlap::of(id, &members.structs)),
        }
    }
    found
}

/// The members of a union, all of which are objects.
struct Members<'m> {
    model: &'m Model,
    known: &'m OnceCell<KnownValues>,
    union: &'m Union,
    structs: Vec<&'m Struct>,
}

impl<'m> Members<'m> {
    fn of(model: &'m Model, union: &'m Union, known: &'m OnceCell<KnownValues>) -> Option<Self> {
        let structs = union.members.iter().map(|member| model.struct_of(&member.ty)).collect::<Option<Vec<_>>>()?;
        (!structs.is_empty()).then_some(Self { model, known, union, structs })
    }

    /// The properties that all members have, in the order of the first.
    fn shared_properties(&self) -> Vec<&'m str> {
        let names = self.structs[0].fields.iter().map(|field| field.wire.value.as_str());
        names.filter(|name| self.structs.iter().all(|shape| field(shape, name).is_some())).collect()
    }

    /// The values that a property of a member may have, where the docs list them.
    fn listed_values(&self, at: usize, property: &str) -> Option<Vec<&'m str>> {
        self.model.listed_texts(field(self.structs[at], property)?)
    }
}

fn field<'m>(shape: &'m Struct, wire: &str) -> Option<&'m Field> {
    shape.fields.iter().find(|field| field.wire.value == wire)
}
