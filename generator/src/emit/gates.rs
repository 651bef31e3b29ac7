//! Cargo features, one for each group of operations: which parts of a crate are there with which of them.
//!
//! In: the model. Out: the names of the features, and the `cfg` of each file of types: it is there with the groups that reach it. It
//! must not know what files hold.

use crate::{
    model::{Model, Operation, TypeDef, TypeId},
    naming::{field_name, unique},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fmt::Write as _,
};

/// The feature of all groups.
pub const ALL: &str = "all";

/// What features cannot be called: other features, and dependencies of one or another crate.
const TAKEN: &[&str] = &[
    "all",
    "backon",
    "chrono",
    "default",
    "futures-core",
    "http",
    "httpdate",
    "jiff",
    "percent-encoding",
    "reqwest",
    "serde",
    "serde_json",
    "time",
    "tokio",
    "tracing",
    "ureq",
];

/// So many features a crate may have on crates.io, less those that are no group's.
const MOST: usize = 300 - 10;

/// A file of types: its module, and the page that they come from.
type Page<'m> = (&'m str, &'m str);

/// Which parts are there with which features.
#[derive(Debug, Default)]
pub(super) struct Gates<'m> {
    /// The feature of each group's module; none where there are no such features.
    features: BTreeMap<&'m str, String>,
    /// Whether groups within one group share its feature.
    is_shared: bool,
    /// The groups that reach a file of types.
    reached: HashMap<Page<'m>, BTreeSet<&'m str>>,
}

impl<'m> Gates<'m> {
    /// The features of an API with several groups, if they are wanted: one for each group, or for each group that is within no other
    /// where those would be too many; none where these still are.
    pub(super) fn new(model: &'m Model, wanted: bool) -> Self {
        let modules: BTreeMap<&str, &Operation> =
            model.operations.iter().map(|operation| (&*operation.module, operation)).collect();
        if !wanted || modules.len() < 2 {
            return Self::default();
        }
        let is_shared = modules.len() > MOST;
        let title = |module: &str, operation: &Operation| {
            if is_shared { field_name(outermost(operation)) } else { module.to_owned() }
        };
        let mut taken: HashSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        let mut feature =
            |title: String| named.entry(title).or_insert_with_key(|title| free(title, &mut taken)).clone();
        let features: BTreeMap<&str, String> =
            modules.iter().map(|(module, operation)| (*module, feature(title(module, operation)))).collect();
        if !(2..=MOST).contains(&named.len()) {
            return Self::default();
        }
        Self { features, is_shared, reached: reached(model, &modules.into_keys().collect()) }
    }

    /// Whether there are such features.
    pub(super) fn are_there(&self) -> bool {
        !self.features.is_empty()
    }

    /// What a crate's docs say of the features; nothing where there are none.
    pub(super) fn docs(&self, package: &str) -> String {
        let Some(first) = self.features.values().next() else { return String::new() };
        let of = if self.is_shared {
            "Each group of operations, with the groups within it,"
        } else {
            "Each group of operations"
        };
        format!(
            "
# Only what you use

{of} has a feature of cargo's, which brings the types that it reaches. `all`, the default,
brings everything. What is left out need not be compiled:

```toml
[dependencies]
{package} = {{ version = \"0.1\", default-features = false, features = [{first:?}, \"ureq\"] }}
```
"
        )
    }

    /// The lines of `[features]`.
    pub(super) fn features(&self) -> Vec<(String, String)> {
        if !self.are_there() {
            return Vec::new();
        }
        let groups: BTreeSet<&String> = self.features.values().collect();
        let groups = groups.into_iter().map(|feature| (feature.clone(), "[]".to_owned()));
        let all = [(ALL.to_owned(), "[]".to_owned()), ("default".to_owned(), format!("[{ALL:?}]"))];
        let mut lines: Vec<_> = groups.chain(all).collect();
        lines.sort_unstable();
        lines
    }

    /// What must hold for a group's operations to be there, within `cfg(…)`; none if they always are.
    pub(super) fn group(&self, module: &str) -> Option<String> {
        self.features.get(module).map(|feature| format!("any(feature = {ALL:?}, feature = {feature:?})"))
    }

    /// What must hold for a file of types to be there.
    pub(super) fn types(&self, id: &'m TypeId, def: &'m TypeDef) -> Option<String> {
        let groups = self.reached.get(&page(id, def));
        match groups {
            _ if !self.are_there() => None,
            None => Some(format!("feature = {ALL:?}")),
            Some(groups) if groups.len() == self.features.len() => None,
            Some(groups) => {
                let mut text = format!("any(feature = {ALL:?}");
                let features: BTreeSet<&String> = groups.iter().filter_map(|group| self.features.get(group)).collect();
                for feature in features {
                    let _ = write!(text, ", feature = {feature:?}");
                }
                Some(text + ")")
            }
        }
    }

    /// What must hold for operations of these groups to be there together.
    pub(super) fn groups<'a>(&self, operations: impl IntoIterator<Item = &'a Operation>) -> Vec<String> {
        let gates: BTreeSet<String> =
            operations.into_iter().filter_map(|operation| self.group(&operation.module)).collect();
        gates.into_iter().collect()
    }
}

/// The outermost of the groups that an operation is in (`Beta` of `Beta.Libraries`).
fn outermost(operation: &Operation) -> &str {
    operation.group.split_once('.').map_or(&*operation.group, |(first, _)| first)
}

/// A feature's name, which nothing else has.
fn free(title: &str, taken: &mut HashSet<String>) -> String {
    let name = title.replace('_', "-");
    let name = if taken.contains(&name) { format!("{name}-operations") } else { name };
    unique(name, taken)
}

/// The line above an item that is there only while this holds.
pub(super) fn attribute(gate: Option<&str>) -> String {
    gate.map(|gate| format!("#[cfg({gate})]\n")).unwrap_or_default()
}

/// The file that a type stands in.
fn page<'m>(id: &'m TypeId, def: &'m TypeDef) -> Page<'m> {
    (&def.module, id.owner().map_or(&*id.0, |(owner, _)| owner))
}

/// The groups whose operations lead to each file of types, through whatever other files.
fn reached<'m>(model: &'m Model, modules: &BTreeSet<&'m str>) -> HashMap<Page<'m>, BTreeSet<&'m str>> {
    let mut links: HashMap<Page<'m>, HashSet<Page<'m>>> = HashMap::new();
    for (id, def) in &model.types {
        let named = def.shape.named().filter(|_| def.replaced.is_none());
        links.entry(page(id, def)).or_default().extend(named.map(|id| page(id, model.get(id))));
    }
    let mut reached: HashMap<Page<'m>, BTreeSet<&'m str>> = HashMap::new();
    for module in modules {
        let operations = model.operations.iter().filter(|operation| operation.module == *module);
        let mut waiting: Vec<Page<'m>> =
            operations.flat_map(Operation::named).map(|id| page(id, model.get(id))).collect();
        while let Some(file) = waiting.pop() {
            if reached.entry(file).or_default().insert(module) {
                waiting.extend(links.get(&file).into_iter().flatten());
            }
        }
    }
    reached
}
