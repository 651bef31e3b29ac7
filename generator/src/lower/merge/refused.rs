//! Operations that the first tree could not address, as the other tree has them.
//!
//! In: the operations that are left out for want of a usage comment, and the other model's. Out: operations in the terms of the first
//! model. It must not know why their sections lack the comment.

use super::{Merger, operations::url};
use crate::{
    lower::left_out,
    model::{Body, ErrorBody, Operation, Parameter, Refused, Source, SuccessBody},
    naming::{fold, unique},
};
use std::collections::{HashMap, HashSet};

impl Merger<'_> {
    /// Takes each such operation from the other tree, where it has one of the same group and heading; `names` are those of Rust.
    pub fn bring_refused(&mut self, own: &[Operation], names: &mut HashSet<String>) -> Vec<Operation> {
        let refused = std::mem::take(&mut self.model.refused);
        if refused.is_empty() {
            return Vec::new();
        }
        let other = self.other;
        // Of several of one name, the first.
        let by_name: HashMap<String, &Operation> = other.operations.iter().rev().map(|it| (name_of(it), it)).collect();
        let mut taken: HashSet<_> = own.iter().map(url).collect();
        let mut brought: Vec<Operation> = Vec::new();
        for refused in refused {
            let is_bare = refused.reason == left_out::NO_COMMENT;
            let found = by_name.get(&fold(&refused.name)).filter(|_| is_bare);
            match found.filter(|theirs| taken.insert(url(theirs))) {
                Some(theirs) => {
                    let rust = unique(theirs.rust.clone(), names);
                    brought.push(self.brought(theirs, rust));
                    self.take_back(&refused);
                }
                None => self.model.refused.push(refused),
            }
        }
        brought
    }

    fn brought(&mut self, theirs: &Operation, rust: String) -> Operation {
        self.taken(&*theirs.id, "operation", &theirs.source);
        let page = format!("{}/{}", self.label, theirs.source.page);
        let parameter = |it: &Parameter| Parameter { ty: self.translated(&it.ty), ..it.clone() };
        let parameters = theirs.parameters.iter().map(parameter).collect();
        let body = theirs.body.as_ref().map(|it| Body { ty: self.translated(&it.ty), ..it.clone() });
        let success = |it: &SuccessBody| SuccessBody { ty: self.translated(&it.ty), ..it.clone() };
        let success = theirs.success.iter().map(success).collect();
        let error = |it: &ErrorBody| {
            let ty = self.pairs.counterpart(&it.ty, &self.model, self.other);
            ErrorBody { ty, ..it.clone() }
        };
        let errors = theirs.errors.iter().map(error).collect();
        let source = Source { page, line: theirs.source.line };
        Operation { rust, source, parameters, body, success, errors, ..theirs.clone() }
    }

    /// The operation is not left out after all.
    fn take_back(&mut self, refused: &Refused) {
        if let Some(count) = self.model.left_out.get_mut(refused.reason) {
            *count -= 1;
        }
        self.model.left_out.retain(|_, count| *count > 0);
    }
}

/// How an operation compares across languages: its group and heading.
fn name_of(operation: &Operation) -> String {
    fold(&format!("{}.{}", operation.group, operation.heading))
}
