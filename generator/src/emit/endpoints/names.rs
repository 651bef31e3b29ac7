//! Names of files and of the items beside an endpoint.
//!
//! In: all operations. Out: names that are free, the same ones in every run. It must not know what the items hold.

use super::response;
use crate::{
    emit::{ident_text, layout::BUILDERS},
    model::{Model, Operation},
    naming::is_device,
};
use heck::ToSnakeCase;
use std::collections::BTreeSet;

/// Longer names are cut: file systems allow 255 bytes, and archives less.
const LONGEST_STEM: usize = 90;

/// The names that an operation's file defines, and its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// The endpoint (`AuthTokenUpdateApi`).
    pub endpoint: String,
    /// Its error (`AuthTokenUpdateApiError`).
    pub error: String,
    /// Its success, where that is an enum of its own (`AuthTokenUpdateApiSuccess`).
    pub success: String,
    /// Its builder (`AuthTokenUpdateApiBuilder`).
    pub builder: String,
    /// The file and its module (`auth_token_update_api`).
    pub file: String,
}

impl Names {
    /// The names of items that may be in the file.
    pub(super) fn defined(&self) -> [&str; 4] {
        [&self.endpoint, &self.error, &self.success, &self.builder]
    }

    /// The names of the items that are in the file of `operation`, but for its builder.
    pub(super) fn public(&self, operation: &Operation) -> Vec<&str> {
        let mut names = vec![self.endpoint.as_str(), &self.error];
        if response::has_choice(operation) {
            names.push(&self.success);
        }
        names.sort_unstable();
        names
    }
}

/// Names for every operation, in the model's order; each name once in its module.
pub(super) fn assign(model: &Model) -> Vec<Names> {
    let own = |operation: &Operation| (operation.module.clone(), operation.rust.clone());
    let mut items: BTreeSet<(String, String)> = model.operations.iter().map(own).collect();
    let mut files = BTreeSet::new();
    model.operations.iter().map(|operation| names(operation, &mut items, &mut files)).collect()
}

fn names(
    operation: &Operation,
    items: &mut BTreeSet<(String, String)>,
    files: &mut BTreeSet<(String, String)>,
) -> Names {
    let mut take = |name: &str| items.insert((operation.module.clone(), name.to_owned()));
    let mut item = |suffix: &str| free(&format!("{}{suffix}", operation.rust), "Operation", &mut take);
    let (error, success, builder) = (item("Error"), item("Success"), item("Builder"));
    let file = free(&file_stem(operation), "_", |name| files.insert((operation.module.clone(), name.to_owned())));
    Names { endpoint: operation.rust.clone(), error, success, builder, file }
}

/// The name, or the first free one with a mark and a number behind it.
fn free(name: &str, mark: &str, mut take: impl FnMut(&str) -> bool) -> String {
    if take(name) {
        return name.to_owned();
    }
    (2..).map(|number| format!("{name}{mark}{number}")).find(|name| take(name)).unwrap_or_default()
}

/// A file's stem: keywords, `mod`, devices and the folder's own name take a mark.
fn file_stem(operation: &Operation) -> String {
    let stem: String = operation.rust.to_snake_case().chars().take(LONGEST_STEM).collect();
    let kept =
        stem == "mod" || stem == BUILDERS || stem == operation.module || is_device(&stem) || ident_text(&stem) != stem;
    if kept { format!("{stem}_operation") } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_what_is_taken() {
        let mut taken = BTreeSet::from(["ListError".to_owned()]);
        assert_eq!(free("ListError", "Operation", |name| taken.insert(name.to_owned())), "ListErrorOperation2");
        assert_eq!(free("List", "Operation", |name| taken.insert(name.to_owned())), "List");
    }
}
