//! The endpoints: a file for each operation, a module for each group, and the files that they call.
//!
//! In: the operations of the [`Model`]. Out: files below `src/api/endpoints/` and `src/call/`, and what the crate's manifest needs
//! for them. It must not know markdown, nor how types are written: [`Scope`](super::Scope) does.

mod example;
mod imports;
mod names;
mod paging;
mod request;
mod response;
mod sample;
mod status;
mod structure;
mod support;
mod table;
mod text;
mod value;

pub use sample::{Sample, sample};
pub use support::{dependencies, features};
pub(super) use {
    request::place_name,
    sample::{agree, streaming, walking},
    text::plain,
};

use super::{
    EmitOptions,
    gates::{Gates, attribute},
    item::{format_uses, header},
    layout::builders_module,
    rustdoc::Pages,
};
use crate::{
    model::{KeyPlace, Model, Operation},
    output::OutFile,
};
use indexmap::IndexMap;
use names::Names;
use rayon::prelude::*;
use std::collections::BTreeSet;
use text::Prose;

/// The folder of the generated endpoints.
const FOLDER: &str = "src/api/endpoints";

/// Writes the endpoints of an API; nothing for an API without operations.
///
/// The options' command is the one that the headers of the files name.
pub(super) fn emit(model: &Model, gates: &Gates<'_>, options: &EmitOptions) -> Vec<OutFile> {
    if model.operations.is_empty() {
        return Vec::new();
    }
    let command = options.command.as_str();
    let names = names::assign(model);
    let pages = Pages::new(model);
    let mut files: Vec<OutFile> = model
        .operations
        .par_iter()
        .zip(&names)
        .map(|(operation, names)| emit_operation(model, &pages, operation, names, command))
        .collect();
    files.extend(group_files(model, &names, gates, command));
    files.extend(support::files(&secret_headers(model, options)));
    files
}

/// The headers by which the API's keys travel, and those that the options name, in lower case as on the wire.
fn secret_headers(model: &Model, options: &EmitOptions) -> BTreeSet<String> {
    let keys = model.security.iter().filter_map(|scheme| Some(&scheme.key.as_ref()?.value));
    let of_keys = keys.filter(|key| key.place == KeyPlace::Header).map(|key| &key.name);
    of_keys.chain(&options.secret_headers).map(|name| name.to_ascii_lowercase()).collect()
}

fn emit_operation(model: &Model, pages: &Pages, operation: &Operation, names: &Names, command: &str) -> OutFile {
    let scope = imports::scope(model, operation, names);
    let prose = Prose { scope: &scope, pages, page: &operation.source.page };
    let mut blocks = vec![header(&operation.source.page, command)];
    blocks.extend(format_uses(scope.uses()));
    blocks.extend(structure::blocks(&prose, operation, names));
    blocks.push(request::block(&scope, operation, names));
    blocks.extend(response::blocks(&prose, operation, names));
    blocks.extend(paging::blocks(&scope, operation));
    OutFile { path: format!("{FOLDER}/{}/{}.rs", operation.module, names.file).into(), text: text::join(&blocks) }
}

/// The `mod.rs` of each group, and the one above them.
fn group_files(model: &Model, names: &[Names], gates: &Gates<'_>, command: &str) -> Vec<OutFile> {
    let mut groups: IndexMap<&str, Group> = IndexMap::new();
    for (operation, names) in model.operations.iter().zip(names) {
        let group =
            groups.entry(&operation.module).or_insert_with(|| Group::new(&operation.group, &operation.source.page));
        group.files.push((&names.file, names.public(operation)));
        group.builders.push((&names.file, &names.builder));
    }
    groups.sort_unstable_keys();
    let mut files = vec![root_file(groups.keys().copied(), gates, command)];
    files.extend(groups.iter().map(|(module, group)| group.file(module, command)));
    files
}

fn root_file<'g>(groups: impl Iterator<Item = &'g str>, gates: &Gates<'_>, command: &str) -> OutFile {
    let module = |group| format!("{}pub mod {};\n", attribute(gates.group(group).as_deref()), super::ident_text(group));
    let modules: String = groups.map(module).collect();
    let docs = "//! The operations of the API, a module for each group.\n";
    let blocks = [header("sdks/*/README.md", command), docs.to_owned(), modules];
    OutFile { path: format!("{FOLDER}/mod.rs").into(), text: text::join(&blocks) }
}

/// The operations of one module.
struct Group<'m> {
    title: &'m str,
    page: &'m str,
    /// Each file, and what it defines.
    files: Vec<(&'m str, Vec<&'m str>)>,
    /// The builder in each file.
    builders: Vec<(&'m str, &'m str)>,
}

impl<'m> Group<'m> {
    fn new(title: &'m str, page: &'m str) -> Self {
        Self { title, page, files: Vec::new(), builders: Vec::new() }
    }

    fn file(&self, module: &str, command: &str) -> OutFile {
        let (mut files, mut builders) = (self.files.clone(), self.builders.clone());
        files.sort_unstable();
        builders.sort_unstable();
        let modules: String = files.iter().map(|(file, _)| format!("mod {file};\n")).collect();
        let uses: String =
            files.iter().map(|(file, names)| format!("pub use self::{file}::{{{}}};\n", names.join(", "))).collect();
        let docs = format!("//! The operations of {}.\n", text::plain(self.title));
        let builders =
            builders.iter().map(|(file, name)| format!("pub use super::{file}::{name};\n")).collect::<String>();
        let builders = builders_module("What builds the operations of this module.", &builders);
        let blocks = [header(self.page, command), docs, modules, uses, builders];
        OutFile { path: format!("{FOLDER}/{module}/mod.rs").into(), text: text::join(&blocks) }
    }
}
