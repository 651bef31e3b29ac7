//! One docs tree with every cell read.
//!
//! In: what its pages gave. Out: a model without Rust names. It must not know how pages are read.

use super::{BuiltField, definition, source_of};
use crate::{
    lower::{cells::StatedUnion, left_out, row_audit::Outcomes, written::RowId},
    model::{Counts, Model, Operation, Refused, SecurityScheme, Shape, Source, TypeDef, TypeId, Union, add},
    source::{FileId, Sources},
};
use indexmap::IndexMap;
use std::collections::{BTreeSet, HashMap, HashSet};

/// One docs tree with every cell read, before names.
#[derive(Debug, Default)]
pub struct BuiltTree {
    /// Definitions by id; Rust names are still empty.
    pub types: IndexMap<TypeId, TypeDef>,
    /// The fields of pages that have a Fields table, SDK-only rows included.
    pub fields: HashMap<FileId, Vec<BuiltField>>,
    /// The operations.
    pub operations: Vec<Operation>,
    /// The security alternatives.
    pub security: Vec<SecurityScheme>,
    /// Ids of types whose page is not a type of the API after all (wrappers, envelopes).
    pub consumed: HashSet<TypeId>,
    /// Pages of credentials; those that only the SDK's own arguments lead to are no types of the API.
    pub credentials: HashSet<TypeId>,
    /// The rows of the pages of types.
    pub rows: HashMap<TypeId, Vec<RowId>>,
    /// What became of rows.
    pub outcomes: Outcomes,
    /// Counts of what was left out, by reason.
    pub left_out: Counts,
    /// The operations among it.
    pub refused: Vec<Refused>,
}

impl BuiltTree {
    /// Counts something that is left out of the model.
    pub fn leave_out(&mut self, reason: &str, count: usize) {
        add(&mut self.left_out, reason, count);
    }

    /// Takes in unions whose members cells name, unless a page lists them.
    pub fn state(&mut self, sources: &Sources, unions: Vec<StatedUnion>) {
        for StatedUnion { id, members, span } in unions {
            let source = source_of(sources, span);
            let def = self.types.entry(id).or_insert_with_key(|id| definition(id.module(), source, Shape::Opaque));
            if matches!(def.shape, Shape::Opaque) {
                def.shape = Shape::Union(Union { members, ..Union::default() });
            }
        }
    }

    /// Removes consumed pages and those of credentials, and defines what links lead to without a page.
    pub fn finish(&mut self) {
        let consumed = std::mem::take(&mut self.consumed);
        for id in consumed {
            self.types.shift_remove(&id);
        }
        self.drop_credentials();
        for id in self.missing() {
            let def = definition(id.module(), Source::default(), Shape::Opaque);
            self.types.insert(id, def);
        }
        self.types.sort_keys();
    }

    /// Removes the pages of credentials and what only they lead to.
    fn drop_credentials(&mut self) {
        let of_operations = self.operations.iter().flat_map(Operation::named);
        let mut uses: HashMap<TypeId, usize> = HashMap::new();
        for id in self.types.values().flat_map(|def| def.shape.named()).chain(of_operations) {
            *uses.entry(id.clone()).or_default() += 1;
        }
        let mut open: Vec<TypeId> = self.credentials.drain().collect();
        while let Some(id) = open.pop() {
            let is_used = uses.get(&id).is_some_and(|count| *count > 0);
            let Some(def) = (!is_used).then(|| self.types.swap_remove(&id)).flatten() else { continue };
            for part in def.shape.named() {
                uses.entry(part.clone()).and_modify(|count| *count -= 1);
                open.push(part.clone());
            }
            self.outcomes.leave_out(self.rows.remove(&id).into_iter().flatten(), left_out::CREDENTIAL);
        }
    }

    /// Ids that are referred to and not defined.
    fn missing(&self) -> BTreeSet<TypeId> {
        self.mentioned().filter(|id| !self.types.contains_key(*id)).cloned().collect()
    }

    /// Ids that types and operations refer to.
    pub fn mentioned(&self) -> impl Iterator<Item = &TypeId> {
        let in_types = self.types.values().flat_map(|def| def.shape.named());
        in_types.chain(self.operations.iter().flat_map(Operation::named))
    }

    /// The model, still without names.
    #[must_use]
    pub fn into_model(self) -> Model {
        let mut model =
            Model { types: self.types, operations: self.operations, security: self.security, ..Model::default() };
        model.left_out = self.left_out;
        model.refused = self.refused;
        model.left_out.sort_keys();
        model
    }
}
