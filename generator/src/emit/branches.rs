//! Imports of examples: paths as the branches of one `use`.
//!
//! In: paths. Out: the same, those of one module together. It must not know what they lead to.

use std::collections::{BTreeMap, BTreeSet};

/// The paths in their order, those of one module as `module::{One, Other}`.
pub(super) fn branches<'p>(paths: impl IntoIterator<Item = &'p String>) -> Vec<String> {
    let mut modules: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for path in paths {
        let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
        modules.entry(module).or_default().insert(name);
    }
    modules.into_iter().map(|(module, names)| branch(module, names.into_iter().collect())).collect()
}

fn branch(module: &str, names: Vec<&str>) -> String {
    let names = names.join(", ");
    match module {
        "" => names,
        module if names.contains(',') => format!("{module}::{{{names}}}"),
        module => format!("{module}::{names}"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn paths_of_one_module_are_one_branch() {
        let paths = ["models::User", "endpoints::chat::Complete", "models::Message", "models::User"].map(str::to_owned);
        assert_eq!(super::branches(&paths), ["endpoints::chat::Complete", "models::{Message, User}"]);
    }
}
