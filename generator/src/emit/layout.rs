//! Which file each type stands in, and the modules above.
//!
//! In: the model's types. Out: a file for each page, `mod.rs` for each module. It must not know what types look like.

use super::{
    gates::{Gates, attribute},
    ident_text, item, structs,
};
use crate::{
    model::{Model, Shape, Type, TypeDef, TypeId},
    naming::{is_device, numbered},
    output::OutFile,
};
use camino::Utf8PathBuf;
use heck::ToSnakeCase;
use indexmap::IndexMap;
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fmt::Write as _,
};

/// Longer names are cut: file systems allow 255 bytes, and archives less.
const LONGEST_NAME: usize = 90;

/// The module of builders: in the lists of rustdoc they would hide the types that they build.
pub(super) const BUILDERS: &str = "builders";

/// Names that a folder has for itself.
const NOT_FILES: &[&str] = &["mod", BUILDERS];

/// The types that share a file.
pub(super) struct Page<'m> {
    module: &'m str,
    /// The file's name without `.rs`.
    name: String,
    /// When the file is there, as an attribute of its module.
    gate: String,
    /// The page's own type first.
    pub types: Vec<(&'m TypeId, &'m TypeDef)>,
}

/// All files of types.
pub(super) struct Layout<'m> {
    pub pages: Vec<Page<'m>>,
}

impl<'m> Layout<'m> {
    /// Gives each page a file, each name once in its module.
    pub(super) fn new(model: &'m Model, gates: &Gates<'m>) -> Self {
        let mut groups: IndexMap<(&str, &str), Vec<(&TypeId, &TypeDef)>> = IndexMap::new();
        for (id, def) in &model.types {
            groups.entry((&def.module, id.owner().map_or(&*id.0, |(owner, _)| owner))).or_default().push((id, def));
        }
        groups.sort_unstable_keys();
        let mut taken: HashMap<&str, HashSet<String>> = HashMap::new();
        let pages = groups.into_iter().map(|((module, _), types)| {
            let name = file_name(module, &types[0].1.rust, taken.entry(module).or_default());
            let gate = attribute(gates.types(types[0].0, types[0].1).as_deref());
            Page { module, name, gate, types }
        });
        Self { pages: pages.collect() }
    }

    /// `src/api/mod.rs` and one `mod.rs` a module.
    pub(super) fn module_files(&self, model: &Model, command: &str) -> Vec<OutFile> {
        let mut modules: IndexMap<&str, Vec<&Page<'m>>> = IndexMap::new();
        for page in &self.pages {
            modules.entry(page.module).or_default().push(page);
        }
        let mut files: Vec<OutFile> =
            modules.iter().map(|(module, pages)| module_file(module, pages, command)).collect();
        files.push(root_file(modules.keys().copied(), !model.operations.is_empty(), command));
        files
    }
}

fn file_name(module: &str, type_name: &str, taken: &mut HashSet<String>) -> String {
    let name = cut(&type_name.to_snake_case()).to_owned();
    let is_own = name == module || NOT_FILES.contains(&name.as_str());
    let keeps_off = ident_text(&name) != name || is_own || is_device(&name);
    let mut free = if keeps_off { format!("{name}_") } else { name.clone() };
    if free == module {
        free = format!("{name}_type");
    }
    if taken.insert(free.clone()) { free } else { numbered(&name, "_", taken) }
}

/// The start of a name. Were it to end in `_`, the number behind it would make a name that is no snake case.
fn cut(name: &str) -> &str {
    let mut end = name.len().min(LONGEST_NAME);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name[..end].trim_end_matches('_')
}

/// Whether an expression has a map in it.
pub(super) fn has_map(ty: &Type) -> bool {
    matches!(ty, Type::Map(_)) || ty.inner().is_some_and(has_map)
}

fn module_file(module: &str, pages: &[&Page<'_>], command: &str) -> OutFile {
    let modules: String = pages.iter().map(|page| format!("{}mod {};\n", page.gate, page.name)).collect();
    let uses: String = pages.iter().map(|page| page.uses("self", &page.names())).collect();
    let builders: String = pages.iter().map(|page| page.uses("super", &page.builders())).collect();
    let header = item::header(&format!("models, folder {module}"), command);
    let mut text = format!("{header}\n//! The types of the docs' folder `{module}`.\n\n{modules}\n{uses}");
    if !builders.is_empty() {
        let _ = write!(text, "\n{}", builders_module("What builds the structs of this module.", &builders));
    }
    OutFile { path: format!("src/api/{module}/mod.rs").into(), text }
}

/// The module of builders, of lines that make their names public.
pub(super) fn builders_module(docs: &str, uses: &str) -> String {
    let uses: String = uses.lines().map(|line| format!("    {line}\n")).collect();
    format!("/// {docs}\npub mod {BUILDERS} {{\n{uses}}}\n")
}

fn root_file<'m>(modules: impl Iterator<Item = &'m str>, has_operations: bool, command: &str) -> OutFile {
    let mut modules: Vec<&str> = modules.chain(has_operations.then_some("endpoints")).collect();
    modules.sort_unstable();
    let modules: String = modules.iter().map(|module| format!("pub mod {};\n", ident_text(module))).collect();
    let text = format!(
        "{}\n//! The API, a module for each folder of its docs.\n\n{modules}",
        item::header("the docs", command)
    );
    OutFile { path: "src/api/mod.rs".into(), text }
}

impl<'m> Page<'m> {
    /// The page that the file comes from.
    pub(super) fn source(&self) -> &'m str {
        &self.types[0].1.source.page
    }

    /// The Rust names of its types.
    fn names(&self) -> Vec<String> {
        self.types.iter().map(|(_, def)| ident_text(&def.rust)).collect()
    }

    /// The Rust names of the builders of its structs.
    fn builders(&self) -> Vec<String> {
        let built = |def: &TypeDef| matches!(def.shape, Shape::Struct(_)) && def.replaced.is_none();
        self.types.iter().filter(|(_, def)| built(def)).map(|(_, def)| structs::builder(&def.rust)).collect()
    }

    /// A line that makes names of its file public; none if there are no names.
    fn uses(&self, from: &str, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [name] => format!("{}pub use {from}::{}::{name};\n", self.gate, self.name),
            names => format!("{}pub use {from}::{}::{{{}}};\n", self.gate, self.name, names.join(", ")),
        }
    }

    /// The names of the file's items.
    pub(super) fn defined(&self) -> Vec<String> {
        self.types.iter().map(|(_, def)| def.rust.clone()).chain(self.builders()).collect()
    }

    /// The file's types.
    pub(super) fn own(&self) -> BTreeSet<&'m TypeId> {
        self.types.iter().map(|(id, _)| *id).collect()
    }

    /// The types that the file's items name.
    pub(super) fn named(&self) -> BTreeSet<&'m TypeId> {
        self.written().flat_map(|def| def.shape.named()).collect()
    }

    /// Whether the file's items have maps.
    pub(super) fn has_maps(&self) -> bool {
        let has_additional = |shape: &Shape| shape.as_struct().is_some_and(|shape| shape.additional.is_some());
        self.written().any(|def| has_additional(&def.shape) || def.shape.types().any(has_map))
    }

    /// The types that the file spells out: not those of the user's own.
    fn written(&self) -> impl Iterator<Item = &'m TypeDef> {
        self.types.iter().map(|(_, def)| *def).filter(|def| def.replaced.is_none())
    }

    /// Where the file stands.
    pub(super) fn path(&self) -> Utf8PathBuf {
        format!("src/api/{}/{}.rs", self.module, self.name).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_snake_case_and_free() {
        let mut taken = HashSet::new();
        let mut check =
            |type_name: &str, expected: &str| assert_eq!(file_name("pets", type_name, &mut taken), expected);
        check("Pet", "pet");
        check("PET", "pet_2");
        check("Mod", "mod_");
        check("MOD", "mod_2");
        check("Pets", "pets_");
        let long = format!("{}X", "A1".repeat(60));
        check(&long, &long.to_snake_case()[..LONGEST_NAME]);
    }

    #[test]
    fn a_cut_name_ends_in_a_letter() {
        let name = format!("{}_bc", "a".repeat(LONGEST_NAME - 1));
        assert_eq!(cut(&name), "a".repeat(LONGEST_NAME - 1));
        assert_eq!(cut(&"é".repeat(LONGEST_NAME)), "é".repeat(LONGEST_NAME / 2));
    }
}
