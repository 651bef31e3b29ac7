//! Group pages (`sdks/*/README.md`) to the model's operations.
//!
//! In: parsed pages and what is known of the model pages. Out: [`crate::model::Operation`]s, and which pages were only their
//! request wrappers and response envelopes. It must not know Rust tokens.

mod argument;
mod assemble;
mod auth;
mod client;
mod error_rows;
mod media;
mod model_pages;
mod names;
mod older;
mod parts;
mod place;
mod request;
mod response;
mod sdk_pages;
mod sections;
mod security;
mod stated;
mod style;
mod together;
mod usage;
mod usage_code;
mod written;

pub use older::without_comment;
pub use place::placeholders;
pub use usage::usage_language;
pub use written::SectionAsWritten;

use super::{
    cells::TypeReader,
    definitions::{BuiltTree, source_of},
    left_out, parallel,
    row_audit::rows_of_section,
    settle_source::SourceFacts,
    vocabulary::BODILESS_METHODS,
    wire::WireNames,
};
use crate::{
    front_page::FrontPage,
    model::{Operation, Place, Refused},
    page::Page,
    source::{Diagnostics, Sources},
};
use assemble::{Lowered, Shared};
use model_pages::ModelPages;
use names::operation_name;
use rayon::prelude::*;
use sections::read_operations;
use security::{credentials_type, read_security};
use std::collections::HashSet;

/// Reads the sections of all operations on group pages.
pub fn read_sections(sources: &Sources, pages: &[&Page], diagnostics: &mut Diagnostics) -> Vec<SectionAsWritten> {
    let read = parallel::each(pages, diagnostics, |page, found| read_operations(sources, page, found));
    read.into_iter().flatten().collect()
}

/// What is known of operations from beside the docs.
pub struct Stated<'a> {
    /// The front page.
    pub front: &'a FrontPage,
    /// The source of the SDK.
    pub source: &'a SourceFacts<'a>,
}

/// Lowers the operations of a tree into it.
pub fn lower_operations(
    reader: &TypeReader<'_>,
    mut sections: Vec<SectionAsWritten>,
    stated: &Stated<'_>,
    names: WireNames<'_>,
    tree: &mut BuiltTree,
    diagnostics: &mut Diagnostics,
) {
    older::address(&mut sections, stated.source);
    refuse_repeated(&mut sections);
    let (refused, sections): (Vec<_>, Vec<_>) = sections.into_iter().partition(|section| section.refused.is_some());
    refused.iter().for_each(|section| leave_out(reader.sources, section, tree));
    let docs = ModelPages::new(reader, tree, &sections);
    let security = read_security(&docs, stated.front, &sections, diagnostics);
    let shared = Shared::new(&docs, &sections, &security, stated, names);
    let named = sections.par_iter().zip(rust_names(&sections));
    let mut lowered = parallel::each(named, diagnostics, |(section, rust), found| shared.lower(section, rust, found));
    report_doubts(&mut lowered, diagnostics);
    tree.security = security;
    tree.credentials.extend(credentials_type(reader.index).cloned());
    let unions = lowered.iter_mut().flat_map(|one| std::mem::take(&mut one.unions)).collect();
    for id in lowered.iter().flat_map(|one| &one.consumed) {
        tree.outcomes.take_back(tree.rows.get(id).map_or(&[], Vec::as_slice));
    }
    lowered.into_iter().for_each(|one| one.enter(tree));
    tree.state(reader.sources, unions);
    sdk_pages::drop_envelopes(reader, tree);
    sdk_pages::drop_globals(reader, &sections, tree);
    tree.operations.sort_by(|left, right| (&left.module, &left.rust).cmp(&(&right.module, &right.rust)));
}

/// Counts an operation that is no part of the model, and its rows, and names it for the survey.
fn leave_out(sources: &Sources, section: &SectionAsWritten, tree: &mut BuiltTree) {
    let Some(reason) = section.refused else { return };
    let source = source_of(sources, section.span);
    tree.refused.push(Refused { name: section.name(), reason, source });
    tree.leave_out(reason, 1);
    tree.outcomes.leave_out(rows_of_section(section).map(|(_, row)| row), reason);
}

/// An operation that stands on two pages is one.
fn refuse_repeated(sections: &mut [SectionAsWritten]) {
    let mut seen = HashSet::new();
    for section in sections.iter_mut().filter(|section| section.refused.is_none()) {
        section.refused = (!seen.insert(section.usage.clone())).then_some(left_out::REPEATED_OPERATION);
    }
}

/// Rust names, in the order of the sections.
fn rust_names(sections: &[SectionAsWritten]) -> Vec<String> {
    let mut taken = HashSet::new();
    let name =
        |section: &SectionAsWritten| operation_name(&section.usage.id, &section.group, &section.heading, &mut taken);
    sections.iter().map(name).collect()
}

/// Names that requests without a body have for query parameters are no body elsewhere; other names may be one.
fn report_doubts(lowered: &mut [Lowered], diagnostics: &mut Diagnostics) {
    let bodiless = |one: &&Lowered| BODILESS_METHODS.contains(&one.operation.method.as_str());
    let queries = lowered.iter().filter(bodiless).flat_map(|one| query_names(&one.operation));
    let known: HashSet<String> = queries.map(str::to_owned).collect();
    for one in lowered {
        let strange = query_names(&one.operation).any(|name| !known.contains(name));
        diagnostics.list.extend(one.doubt.take().filter(|_| strange));
    }
}

fn query_names(operation: &Operation) -> impl Iterator<Item = &str> {
    let queries = operation.parameters.iter().filter(|parameter| parameter.place.value == Place::Query);
    queries.map(|parameter| parameter.wire.value.as_str())
}
