//! The model to Rust text.
//!
//! In: the [`Model`]. Out: the files of a crate. It must not know pages, and it cannot fail: what can fail has failed while
//! lowering.

mod branches;
mod client;
mod crate_files;
mod definition;
mod endpoints;
mod enums;
mod errors;
mod front_page;
mod gates;
mod item;
mod layout;
mod rust_type;
mod rustdoc;
mod states;
mod structs;
mod summary;
mod support;
mod unions;

pub use crate_files::crate_manifest;
pub use gates::ALL as ALL_GROUPS;
pub(crate) use rust_type::Scope;
use rust_type::{ident, ident_text};

use crate::{
    model::{Model, TypeId},
    output::{OutFile, is_generated},
};
use gates::Gates;
use layout::{Layout, Page};
use rayon::prelude::*;
use rustdoc::Pages;
use std::collections::{HashMap, HashSet};

/// How a crate is written.
#[derive(Debug, Clone)]
pub struct EmitOptions {
    /// Whether structs keep the fields that they do not know, so that these survive a round trip.
    pub extra: bool,
    /// Which crate's types dates and times convert to and from.
    pub date_time: DateTimes,
    /// The command that the headers of the files name.
    pub command: String,
    /// Whether each group of operations has a feature of cargo's, with the types that it reaches.
    pub group_features: bool,
    /// Attributes to add to types: what stands within `#[…]`.
    pub attributes: HashMap<TypeId, Vec<String>>,
    /// Names of headers of responses whose values `Debug` must not show, beside those of the API's keys.
    pub secret_headers: Vec<String>,
}

impl Default for EmitOptions {
    fn default() -> Self {
        Self {
            extra: true,
            date_time: DateTimes::default(),
            group_features: false,
            command: "tablature generate".to_owned(),
            attributes: HashMap::new(),
            secret_headers: Vec::new(),
        }
    }
}

/// A crate for dates and times. They are kept as text in any case, so that none is refused or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateTimes {
    /// None: the text alone.
    #[default]
    Text,
    /// `jiff`.
    Jiff,
    /// `chrono`.
    Chrono,
    /// `time`.
    Time,
}

/// Writes the files of a crate, all but its `Cargo.toml`, sorted by path.
///
/// ```
/// use tablature::{emit::{EmitOptions, emit}, model::Model};
/// let files = emit(&Model::default(), &EmitOptions::default());
/// assert!(files.iter().any(|file| file.path == "src/lib.rs"));
/// ```
#[must_use]
pub fn emit(model: &Model, options: &EmitOptions) -> Vec<OutFile> {
    let gates = Gates::new(model, options.group_features);
    let layout = Layout::new(model, &gates);
    let context = Context { model, options, pages: Pages::new(model), errors: errors::errors(model) };
    let mut files: Vec<OutFile> = layout.pages.par_iter().map(|page| emit_page(&context, page)).collect();
    files.extend(layout.module_files(model, &options.command));
    files.push(crate_files::library(model, &gates, &options.command));
    files.extend(support::files(options));
    files.extend(endpoints::emit(model, &gates, options));
    files.extend(client::emit(model, &gates, &options.command));
    files.iter_mut().for_each(|file| mark(file, &options.command));
    files.par_iter_mut().for_each(|file| file.text.retain(is_source));
    files.sort_by(|left, right| left.path.cmp(&right.path));
    files
}

/// Whether a character may stand in Rust text as it is. Literals escape all others; a comment that holds one (a carriage return, a
/// mark that turns the direction of text) is refused by the compiler, or read otherwise than it looks.
fn is_source(c: char) -> bool {
    c == '\n' || !(c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

/// Marks the files that are written by hand as what they are in a generated crate: not to be edited, and to be removed when
/// they are of no more use.
fn mark(file: &mut OutFile, command: &str) {
    if !is_generated(&file.text) {
        file.text.insert_str(0, &format!("{}\n", item::header("Tablature's support code", command)));
    }
}

/// What each page is written with.
struct Context<'m> {
    model: &'m Model,
    options: &'m EmitOptions,
    pages: Pages,
    errors: HashSet<&'m TypeId>,
}

/// The file of one page: its types, and those that have no page of their own.
fn emit_page(context: &Context<'_>, page: &Page<'_>) -> OutFile {
    let Context { model, options, pages, errors } = context;
    let defined = page.defined();
    let mut scope = Scope::new(model, defined.iter().map(String::as_str)).importing(&page.own(), &page.named());
    if page.has_maps() {
        scope = scope.importing_maps();
    }
    let mut blocks = vec![item::header(page.source(), &options.command)];
    blocks.extend(item::format_uses(scope.uses()));
    for (id, def) in &page.types {
        let attributes = options.attributes.get(*id).map_or(&[][..], Vec::as_slice);
        let item = item::Item { scope: &scope, pages, id, def, attributes };
        blocks.extend(definition::blocks(&item));
        if errors.contains(id) {
            blocks.push(errors::block(&item));
        }
    }
    OutFile { path: page.path(), text: blocks.join("\n") }
}
