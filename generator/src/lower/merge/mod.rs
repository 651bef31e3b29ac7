//! Several docs trees of one API to one model.
//!
//! In: a model for each tree, before discriminators and Rust names. Out: the first model, with what it does not state filled in
//! from the next ones; each such fact names its page and line. It must not know pages or type cells.
//!
//! Operations are matched by method and path, and from there types by where they stand: in the same body, the same field, the
//! same member. Types that no operation reaches are matched by name. What two trees state differently stays as the first has
//! it, and is reported. What only a later tree has is counted, unless a fact that is taken needs it.

mod api;
mod bring;
mod certainty;
mod clash;
mod definitions;
mod fields;
mod operations;
mod pairs;
mod refused;
#[cfg(test)]
mod tests;
mod types;

use super::{LowerOptions, discriminate, tree::Tree};
use crate::{
    model::{Basis, Discriminator, Evidence, Fact, Model, Source, Taken, Type, TypeId, add},
    source::{Diagnostics, Sources},
};
use certainty::Capabilities;
use clash::{Clash, Places};
use pairs::Pairs;
use serde::Serialize;
use std::collections::HashMap;

/// Merges trees into the first.
pub fn merge(
    sources: &Sources,
    options: &LowerOptions,
    first: Tree,
    others: impl Iterator<Item = Tree>,
    diagnostics: &mut Diagnostics,
) -> Model {
    let says = Capabilities::of(&first);
    let number = first.number;
    let mut model = first.model;
    for other in others {
        let mut merger = Merger::new(model, says, &other, options);
        merger.run();
        let places = Places::new(sources, number, other.number);
        diagnostics.list.extend(merger.clashes.drain(..).map(|clash| clash.finding(&places)));
        model = merger.done();
    }
    model
}

/// The work of merging one tree into a model.
struct Merger<'t> {
    model: Model,
    other: &'t Model,
    /// What the languages of the two trees can state.
    says: Capabilities,
    other_says: Capabilities,
    /// How facts name the other tree.
    label: String,
    closed_enums: bool,
    pairs: Pairs,
    /// Discriminators that each model's own pages give.
    own_tags: HashMap<TypeId, Fact<Discriminator>>,
    other_tags: HashMap<TypeId, Fact<Discriminator>>,
    /// Unions here, and those of the other model whose discriminator they take.
    tags: Vec<(TypeId, TypeId)>,
    clashes: Vec<Clash>,
}

impl<'t> Merger<'t> {
    fn new(model: Model, says: Capabilities, other: &'t Tree, options: &LowerOptions) -> Self {
        let tags = |model: &Model| {
            let found = discriminate::find(model, &mut Vec::new());
            known_tags(model).chain(found).collect()
        };
        Self {
            own_tags: tags(&model),
            other_tags: tags(&other.model),
            pairs: Pairs::new(&model, &other.model),
            says,
            other_says: Capabilities::of(other),
            label: super::tree::name(other.number),
            closed_enums: options.closed_enums,
            other: &other.model,
            tags: Vec::new(),
            clashes: Vec::new(),
            model,
        }
    }

    fn run(&mut self) {
        self.merge_operations();
        self.merge_paired();
        self.pairs.by_name(&self.model, self.other);
        self.merge_paired();
        self.bring();
        self.merge_api();
        self.settle_tags();
    }

    /// Merges matched types until no match leads to another.
    fn merge_paired(&mut self) {
        while let Some((own, other)) = self.pairs.next() {
            self.merge_definition(&own, &other);
        }
    }

    fn done(mut self) -> Model {
        self.model.types.sort_keys();
        self.model.left_out.sort_keys();
        self.model.taken.sort();
        self.model.taken.dedup();
        self.model
    }

    /// A type of the other tree in the terms of this model.
    fn translated(&mut self, ty: &Type) -> Type {
        self.pairs.translate(ty, &self.model, self.other)
    }

    /// How a place of the other tree is named.
    fn at(&self, page: &str, line: u32) -> String {
        format!("{}/{page}:{line}", self.label)
    }

    /// Where the other tree has a fact: where it was read, or the page of what it is about.
    fn place(&self, basis: &Basis, page: &Source) -> String {
        match basis {
            Basis::Read(_, at) => format!("{}/{at}", self.label),
            _ if page.page.is_empty() => self.label.clone(),
            _ => self.at(&page.page, page.line),
        }
    }

    fn taken(&mut self, of: impl Into<String>, fact: &'static str, from: &Source) {
        let from = self.at(&from.page, from.line);
        self.model.taken.push(Taken { of: of.into(), fact, from });
    }

    fn leave_out(&mut self, what: &str, count: usize) {
        let reason = format!("{what} that only {} has", self.label);
        add(&mut self.model.left_out, reason, count);
    }

    /// Takes a fact that is better known in the other tree, or what it is known by where both have one value; reports one that both state differently.
    fn settle<T: Clone + PartialEq + Serialize>(
        &mut self,
        own: &mut Fact<T>,
        other: &Fact<T>,
        what: &About<'_>,
    ) -> bool {
        let (mine, theirs) = (own.basis.strength(), certainty::as_other(&other.basis));
        if own.value == other.value {
            if theirs > mine && other.basis.rule().is_none() {
                own.basis = Basis::Read(Evidence::OtherDocs, self.place(&other.basis, &what.other));
            }
            return false;
        }
        if theirs > mine {
            *own = Fact::read(other.value.clone(), Evidence::OtherDocs, self.place(&other.basis, &what.other));
            return true;
        }
        if certainty::are_both_stated(&own.basis, &other.basis) {
            self.clash(what, in_words(&own.value), in_words(&other.value));
        }
        false
    }

    /// Settles a name on the wire: pages show the names of their language, so that one of the other tree's source goes before one that a
    /// page of the first shows.
    fn settle_name(&mut self, own: &mut Fact<String>, other: &Fact<String>, what: &About<'_>) {
        let is_of_source = matches!(other.basis, Basis::Read(Evidence::Annotation, _));
        if is_of_source && own.basis.is_stated() && own.value != other.value {
            *own = Fact::read(other.value.clone(), Evidence::OtherDocs, self.place(&other.basis, &what.other));
            return;
        }
        self.settle(own, other, what);
    }

    fn clash(&mut self, what: &About<'_>, own: String, other: String) {
        self.clashes.push(Clash {
            of: what.of.to_owned(),
            fact: what.fact,
            own,
            other,
            own_at: what.own.clone(),
            other_at: what.other.clone(),
        });
    }
}

/// The discriminators that something beside the pages states.
fn known_tags(model: &Model) -> impl Iterator<Item = (TypeId, Fact<Discriminator>)> {
    model.types.iter().filter_map(|(id, def)| Some((id.clone(), def.shape.as_union()?.discriminator.clone()?)))
}

/// A value as findings show it: as the configuration spells it.
fn in_words(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    format!("`{}`", json.as_str().map_or_else(|| json.to_string(), str::to_owned))
}

/// A fact under comparison: of what, and where each tree states it.
#[derive(Clone)]
struct About<'s> {
    of: &'s str,
    fact: &'static str,
    own: Source,
    other: Source,
}
