//! Rust names of endpoints: as the docs head their sections, each unique in its group's module.
//!
//! In: a model whose endpoints are named by their operation ids. Out: the same model, its endpoints named and sorted. It must not
//! know how a name is made of another: that is [`crate::naming`].
//!
//! Where two headings of a module make one name, or a heading makes none, the names of the operation ids stay.

use crate::{
    model::{Model, Operation},
    naming::type_name,
};
use std::collections::HashMap;

/// Names the endpoints of a model, and sorts them by module and name.
pub(super) fn assign(model: &mut Model, by_id: bool) {
    if !by_id {
        let headings: Vec<Option<String>> = model.operations.iter().map(heading).collect();
        let wanted = count(&model.operations, &headings);
        for (operation, heading) in model.operations.iter_mut().zip(headings) {
            let alone = |name: &String| wanted[&(operation.module.clone(), name.to_lowercase())] == 1;
            if let Some(name) = heading.filter(alone) {
                operation.rust = name;
            }
        }
    }
    model.operations.sort_by(|left, right| (&left.module, &left.rust).cmp(&(&right.module, &right.rust)));
}

/// The name that a heading makes; none if there is no word in it.
fn heading(operation: &Operation) -> Option<String> {
    operation.heading.contains(|c: char| c.is_ascii_alphabetic()).then(|| type_name(&operation.heading))
}

/// How many operations of a module want a name, or would fall back to it. Files of some systems tell no capitals apart.
fn count(operations: &[Operation], headings: &[Option<String>]) -> HashMap<(String, String), usize> {
    let mut wanted = HashMap::new();
    for (operation, heading) in operations.iter().zip(headings) {
        let own = operation.rust.to_lowercase();
        let other = heading.iter().map(|name| name.to_lowercase()).find(|name| *name != own);
        for name in other.into_iter().chain([own]) {
            *wanted.entry((operation.module.clone(), name)).or_default() += 1;
        }
    }
    wanted
}
