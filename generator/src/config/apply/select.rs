//! Keeps the operations that the user asked for, and the types that these reach.
//!
//! In: patterns and the model. Out: the model without the rest, which is counted. It must not know pages.

use crate::{
    config::{Applied, Pattern, Rule},
    model::{Model, Operation, Role, TypeId, add},
};
use std::collections::HashSet;

/// How many operations and types the selection left out is counted in the model under this reason.
const REASON: &str = "not selected in tablature.toml";

/// Without patterns everything is kept.
pub(super) fn select(patterns: &[Rule<Pattern>], model: &mut Model, applied: &mut Applied) {
    if patterns.is_empty() {
        return;
    }
    let before = model.operations.len() + model.types.len();
    model.operations.retain(|operation| {
        let is_selected = is_selected(patterns, operation, applied);
        if !is_selected {
            applied.not_selected.push(operation.id.clone());
        }
        is_selected
    });
    let kept = reachable(model);
    model.types.retain(|id, definition| kept.contains(id) || definition.role == Role::Security);
    add(&mut model.left_out, REASON, before - model.operations.len() - model.types.len());
}

/// A pattern fits the operation's id, or its module and heading (`tokens/update`).
fn is_selected(patterns: &[Rule<Pattern>], operation: &Operation, applied: &mut Applied) -> bool {
    let place = format!("{}/{}", operation.module, operation.heading);
    let fits = |rule: &&Rule<Pattern>| rule.value.matches(&operation.id) || rule.value.matches(&place);
    let mut selected = false;
    for rule in patterns.iter().filter(fits) {
        applied.mark_used(rule);
        selected = true;
    }
    selected
}

fn reachable(model: &Model) -> HashSet<TypeId> {
    let mut seen = HashSet::new();
    let mut open: Vec<&TypeId> = model.operations.iter().flat_map(Operation::named).collect();
    while let Some(id) = open.pop() {
        if seen.insert(id.clone()) {
            open.extend(model.types.get(id).into_iter().flat_map(|definition| definition.shape.named()));
        }
    }
    seen
}
