//! What became of every row of a docs tree: each is in the model, or left out for a reason, or lost.
//!
//! In: the pages as written, and the tree when it is whole. Out: counts by kind of row. It must not know how rows are lowered:
//! it looks for each in the result.

use super::{
    build::{BuiltTree, ORPHAN_ENVELOPE, REPEATED_MEMBER, UNKNOWN_MEMBER},
    index::PageIndex,
    operations::{SDK_ARGUMENTS, SectionAsWritten, is_response_page},
    written::{Content, WrittenPage},
};
use crate::{
    model::{Auth, Model, Operation, RowCount, Shape, Source, Type, TypeDef, TypeId},
    naming::fold,
    source::{FileId, Sources},
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// Rows of response pages that carry no data of the API.
const ENVELOPE: &[&str] = &["headers", "contenttype", "statuscode", "rawresponse", "httpmeta", "next", "result"];

/// An argument that stands for the fields of a request page.
const REQUEST: &str = "request";

/// The rows of one tree, before a model is made of it.
pub struct Rows<'t> {
    sources: &'t Sources,
    index: &'t PageIndex,
    /// Fields that are things of the SDK, by page.
    sdk_fields: HashMap<FileId, HashSet<String>>,
    /// Members that were dropped, by page: of the type of another member, and of an unknown type.
    dropped_members: HashMap<FileId, (usize, usize)>,
    sections: Vec<SectionAsWritten>,
    /// Sections that are no operations of the model.
    refused: Vec<SectionAsWritten>,
    /// The operations that request and response pages were taken apart by.
    apart: HashMap<TypeId, Vec<Source>>,
    /// Where those operations stand.
    with_page: HashSet<Source>,
    counts: IndexMap<&'static str, RowCount>,
}

impl<'t> Rows<'t> {
    /// Takes from the tree what its model does not hold.
    pub fn new(sources: &'t Sources, index: &'t PageIndex, tree: &mut BuiltTree) -> Self {
        let sdk = |fields: &Vec<super::BuiltField>| {
            fields.iter().filter(|field| field.sdk_only).map(|field| field.shown.clone()).collect()
        };
        Self {
            sources,
            index,
            sdk_fields: tree.fields.iter().map(|(file, fields)| (*file, sdk(fields))).collect(),
            dropped_members: std::mem::take(&mut tree.dropped_members),
            sections: std::mem::take(&mut tree.sections),
            refused: std::mem::take(&mut tree.refused_sections),
            with_page: tree.taken_apart.values().flatten().cloned().collect(),
            apart: std::mem::take(&mut tree.taken_apart),
            counts: ["fields", "values", "members", "parameters", "errors"].map(|it| (it, RowCount::default())).into(),
        }
    }

    /// Counts the rows of all pages.
    pub fn count(mut self, pages: &[WrittenPage], model: &Model) -> IndexMap<&'static str, RowCount> {
        let operations: HashMap<Place<'_>, &Operation> =
            model.operations.iter().map(|it| (place(&it.source), it)).collect();
        for page in pages {
            self.page(page, model, &operations);
        }
        for section in std::mem::take(&mut self.sections) {
            let source = super::build::source_of(self.sources, section.span);
            if let Some(operation) = operations.get(&place(&source)) {
                self.section(&section, operation, model);
            }
        }
        for section in std::mem::take(&mut self.refused) {
            let reason = section.refused.unwrap_or_default();
            self.all("parameters", section.parameters.len(), reason);
            self.all("errors", section.errors.len(), reason);
        }
        self.counts
    }

    fn note(&mut self, kind: &'static str) -> &mut RowCount {
        self.counts.entry(kind).or_default()
    }

    /// Rows that are all left out.
    fn all(&mut self, kind: &'static str, rows: usize, reason: &str) {
        let count = self.note(kind);
        count.read += rows;
        leave(count, rows, reason);
    }

    fn page(&mut self, page: &WrittenPage, model: &Model, operations: &HashMap<Place<'_>, &Operation>) {
        let id = self.index.id(page.file).cloned();
        let def = id.as_ref().and_then(|id| model.types.get(id));
        match &page.content {
            Content::Fields(rows) => {
                let shown: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
                let apart = id.as_ref().and_then(|id| self.apart.remove(id)).unwrap_or_default();
                let by: Vec<&Operation> =
                    apart.iter().filter_map(|source| operations.get(&place(source)).copied()).collect();
                self.fields(page.file, &shown, def, &by, model);
            }
            Content::Values { values, .. } => {
                let kept = def.map_or(0, |def| match &def.shape {
                    Shape::Enum(shape) => shape.values.len(),
                    _ => 0,
                });
                keep(self.note("values"), values.len(), kept);
            }
            Content::Members(members) => {
                let kept = def.map_or(0, |def| match &def.shape {
                    Shape::Union(shape) => shape.members.len(),
                    _ => 0,
                });
                let (repeated, unknown) = self.dropped_members.get(&page.file).copied().unwrap_or_default();
                let count = self.note("members");
                keep(count, members.len(), kept);
                leave(count, repeated, REPEATED_MEMBER);
                leave(count, unknown, UNKNOWN_MEMBER);
            }
            Content::Bare | Content::Utility => {}
        }
    }

    fn fields(&mut self, file: FileId, shown: &[&str], def: Option<&TypeDef>, by: &[&Operation], model: &Model) {
        let sdk = self.sdk_fields.get(&file).cloned().unwrap_or_default();
        let names: Vec<Names> = by.iter().map(|operation| Names::of(operation, model)).collect();
        let helper =
            self.index.id(file).is_none() || (!shown.is_empty() && shown.iter().all(|name| sdk.contains(*name)));
        let own = def.and_then(|def| def.shape.as_struct());
        let own_names: HashSet<&str> =
            own.iter().flat_map(|shape| shape.fields.iter().map(|field| field.shown.as_str())).collect();
        let folded: Vec<String> = shown.iter().map(|name| fold(name)).collect();
        if def.is_none() && by.is_empty() && is_response_page(&folded) {
            self.all("fields", shown.len(), ORPHAN_ENVELOPE);
            return;
        }
        let count = self.note("fields");
        let mut additional = usize::from(own.is_some_and(|shape| shape.additional.is_some()));
        let mut payloads: usize = by.iter().map(|operation| operation.success.len()).sum();
        for name in shown {
            count.read += 1;
            let folded = fold(name);
            if sdk.contains(*name) || helper {
                leave(count, 1, "field of the SDK, not of the API");
            } else if own_names.contains(name) || names.iter().any(|names| names.hold(&folded)) {
                count.kept += 1;
            } else if own.is_some() && additional > 0 {
                additional -= 1;
                count.kept += 1;
            } else if !by.is_empty() && ENVELOPE.contains(&folded.as_str()) {
                leave(count, 1, "status, headers or media type of a response");
            } else if payloads > 0 {
                payloads -= 1;
                count.kept += 1;
            } else if by.iter().any(|operation| !operation.success.is_empty()) {
                leave(count, 1, "error among the success bodies of a response");
            }
        }
    }

    fn section(&mut self, section: &SectionAsWritten, operation: &Operation, model: &Model) {
        let names = Names::of(operation, model);
        let has_page = self.with_page.contains(&operation.source);
        let count = self.note("parameters");
        for row in &section.parameters {
            count.read += 1;
            if SDK_ARGUMENTS.contains(&row.name.as_str()) {
                leave(count, 1, "argument of the SDK, not of the API");
            } else if names.hold(&fold(&row.name)) || (fold(&row.name) == REQUEST && has_page) {
                count.kept += 1;
            }
        }
        let count = self.note("errors");
        for row in &section.errors {
            count.read += 1;
            let listed = |status: &u16| operation.errors.iter().any(|error| error.status == *status);
            if !row.statuses.is_empty() && row.statuses.iter().all(listed) {
                count.kept += 1;
            } else if row.statuses.is_empty() {
                leave(count, 1, "error of any other status");
            } else {
                leave(count, 1, "error without a page (T0304)");
            }
        }
    }
}

/// A page and a line.
type Place<'s> = (&'s str, u32);

fn place(source: &Source) -> Place<'_> {
    (&source.page, source.line)
}

fn keep(count: &mut RowCount, read: usize, kept: usize) {
    count.read += read;
    count.kept += kept;
}

fn leave(count: &mut RowCount, rows: usize, reason: &str) {
    if rows > 0 {
        *count.left_out.entry(reason.to_owned()).or_default() += rows;
    }
}

/// The names of an operation's arguments, folded.
struct Names(HashSet<String>);

impl Names {
    fn of(operation: &Operation, model: &Model) -> Self {
        let mut names: HashSet<String> = operation.parameters.iter().map(|it| fold(&it.shown)).collect();
        if let Some(body) = &operation.body {
            names.insert(fold(&body.shown));
            if let Type::Named(id) = &body.ty
                && let Some(shape) = model.types.get(id).and_then(|def| def.shape.as_struct())
            {
                names.extend(shape.fields.iter().map(|field| fold(&field.shown)));
            }
        }
        if let Auth::Own(own) = &operation.auth.value {
            names.extend(own.iter().map(|scheme| fold(&scheme.shown)));
            names.insert("security".to_owned());
        }
        Self(names)
    }

    fn hold(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}
