//! What became of every row of a docs tree: each is in the model, or left out for a reason, or lost.
//!
//! In: the pages as written, and the tree when it is whole. Out: counts by kind of row. It must not know how rows are lowered:
//! it looks for each in the result.

use super::{
    definitions::{BuiltField, BuiltTree, Dropped, source_of},
    index::PageIndex,
    left_out,
    operations::{
        ENVELOPE_FIELDS, ErrorRow, NEXT_FIELD, REQUEST_ARGUMENT, RESULT_FIELD, SECURITY_ARGUMENT, SectionAsWritten,
        is_response_page,
    },
    unread::Kind,
    written::{Content, Row, WrittenPage},
};
use crate::{
    model::{Auth, ErrorStatus, Model, Operation, RowCount, Shape, Source, Struct, TypeDef, TypeId, add},
    naming::fold,
    source::{FileId, Sources, Span},
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// The kinds of rows, in the order in which they are told.
const KINDS: [&str; 5] = [FIELDS, VALUES, MEMBERS, PARAMETERS, ERRORS];
const FIELDS: &str = "fields";
const VALUES: &str = "values";
const MEMBERS: &str = "members";
const PARAMETERS: &str = "parameters";
const ERRORS: &str = "errors";

/// What became of a row.
enum Fate {
    /// It is in the model.
    Kept,
    /// It is no fact of the API.
    LeftOut(&'static str),
    /// Neither.
    Lost,
}

/// The rows of one tree, before a model is made of it.
pub struct RowAudit<'t> {
    sources: &'t Sources,
    index: &'t PageIndex,
    /// Fields that are things of the SDK, by page.
    sdk_fields: HashMap<FileId, HashSet<String>>,
    /// Arguments that are.
    sdk_arguments: HashSet<Span>,
    dropped_members: HashMap<FileId, Dropped>,
    /// Pages that hold nothing but credentials.
    credentials: HashSet<TypeId>,
    sections: Vec<SectionAsWritten>,
    /// Sections that are no operations of the model.
    refused: Vec<SectionAsWritten>,
    /// The operations that request and response pages were taken apart by.
    apart: HashMap<TypeId, Vec<Source>>,
    /// Where those operations stand.
    with_page: HashSet<Source>,
    counts: IndexMap<&'static str, RowCount>,
}

/// The operations by the place where they stand.
type Operations<'m> = HashMap<&'m Source, &'m Operation>;

impl<'t> RowAudit<'t> {
    /// Takes from the tree what its model does not hold.
    pub fn new(sources: &'t Sources, index: &'t PageIndex, tree: &mut BuiltTree, unread: &[Kind]) -> Self {
        let sdk = |fields: &Vec<BuiltField>| {
            fields.iter().filter(|field| field.sdk_only).map(|field| field.doc_name.clone()).collect()
        };
        Self {
            sources,
            index,
            sdk_fields: tree.fields.iter().map(|(file, fields)| (*file, sdk(fields))).collect(),
            sdk_arguments: std::mem::take(&mut tree.sdk_arguments),
            dropped_members: std::mem::take(&mut tree.dropped_members),
            credentials: std::mem::take(&mut tree.credentials),
            sections: std::mem::take(&mut tree.sections),
            refused: std::mem::take(&mut tree.refused_sections),
            with_page: tree.flattened.values().flatten().cloned().collect(),
            apart: std::mem::take(&mut tree.flattened),
            counts: KINDS.map(|kind| (kind, not_read(unread, kind))).into(),
        }
    }

    /// Counts the rows of all pages.
    pub fn count(mut self, pages: &[WrittenPage], model: &Model) -> IndexMap<&'static str, RowCount> {
        let operations: Operations<'_> = model.operations.iter().map(|it| (&it.source, it)).collect();
        for page in pages {
            self.page(page, model, &operations);
        }
        for section in std::mem::take(&mut self.sections) {
            if let Some(operation) = operations.get(&source_of(self.sources, section.span)) {
                self.section(&section, operation, model);
            }
        }
        for section in std::mem::take(&mut self.refused) {
            let reason = section.refused.unwrap_or_default();
            self.all_left_out(PARAMETERS, section.parameters.len(), reason);
            self.all_left_out(ERRORS, section.errors.len(), reason);
        }
        self.counts
    }

    fn of_kind(&mut self, kind: &'static str) -> &mut RowCount {
        self.counts.entry(kind).or_default()
    }

    fn all_left_out(&mut self, kind: &'static str, rows: usize, reason: &str) {
        let count = self.of_kind(kind);
        count.read += rows;
        add(&mut count.left_out, reason, rows);
    }

    /// Counts rows one by one.
    fn each(&mut self, kind: &'static str, fates: impl Iterator<Item = Fate>) {
        let count = self.of_kind(kind);
        for fate in fates {
            count.read += 1;
            match fate {
                Fate::Kept => count.kept += 1,
                Fate::LeftOut(reason) => add(&mut count.left_out, reason, 1),
                Fate::Lost => {}
            }
        }
    }

    fn page(&mut self, page: &WrittenPage, model: &Model, operations: &Operations<'_>) {
        let id = self.index.id(page.file);
        let def = id.and_then(|id| model.types.get(id));
        match &page.content {
            Content::Fields(rows) => {
                let apart = id.and_then(|id| self.apart.remove(id)).unwrap_or_default();
                let takers = apart.iter().filter_map(|source| operations.get(source).copied()).collect();
                self.fields(page.file, rows, def, takers, model);
            }
            Content::Values { values, .. } => {
                let count = self.of_kind(VALUES);
                count.read += values.len();
                count.kept += def.map_or(0, |def| values_of(&def.shape));
            }
            Content::Members(members) => {
                let Dropped { repeated, unknown } = self.dropped_members.get(&page.file).copied().unwrap_or_default();
                let count = self.of_kind(MEMBERS);
                count.read += members.len();
                count.kept += def.map_or(0, |def| def.shape.members().len());
                add(&mut count.left_out, left_out::REPEATED_MEMBER, repeated);
                add(&mut count.left_out, left_out::UNKNOWN_MEMBER, unknown);
            }
            Content::Bare | Content::Utility => {}
        }
    }

    fn fields(&mut self, file: FileId, rows: &[Row], def: Option<&TypeDef>, takers: Vec<&Operation>, model: &Model) {
        let sdk = self.sdk_fields.remove(&file).unwrap_or_default();
        let all_sdk = !rows.is_empty() && rows.iter().all(|row| sdk.contains(&row.name));
        let is_helper = self.index.id(file).is_none() || all_sdk;
        let names: Vec<String> = rows.iter().map(|row| fold(&row.name)).collect();
        let says_nothing = def.is_none_or(|def| matches!(def.shape, Shape::Opaque));
        if says_nothing && takers.is_empty() && is_response_page(&names) {
            return self.all_left_out(FIELDS, rows.len(), left_out::ORPHAN_ENVELOPE);
        }
        if self.index.id(file).is_some_and(|id| self.credentials.contains(id)) {
            return self.all_left_out(FIELDS, rows.len(), left_out::CREDENTIAL);
        }
        let mut page = FieldsPage::new(sdk, is_helper, def, &takers, model);
        self.each(FIELDS, rows.iter().map(|row| page.fate(&row.name)));
    }

    fn section(&mut self, section: &SectionAsWritten, operation: &Operation, model: &Model) {
        let names = Names::of(operation, model);
        let has_page = self.with_page.contains(&operation.source);
        let sdk = std::mem::take(&mut self.sdk_arguments);
        let fate = |row: &Row| match sdk.contains(&row.span) {
            true => Fate::LeftOut(left_out::SDK_ARGUMENT),
            false => parameter_fate(&row.name, &names, has_page),
        };
        self.each(PARAMETERS, section.parameters.iter().map(fate));
        self.sdk_arguments = sdk;
        self.each(ERRORS, section.errors.iter().map(|row| error_fate(row, operation)));
    }
}

/// Rows that no reader took; a finding tells of each.
fn not_read(unread: &[Kind], name: &str) -> RowCount {
    let is_named = |kind: &&Kind| match kind {
        Kind::Field => name == FIELDS,
        Kind::Value => name == VALUES,
        Kind::Parameter => name == PARAMETERS,
        Kind::Error => name == ERRORS,
    };
    let mut count = RowCount { read: unread.iter().filter(is_named).count(), ..RowCount::default() };
    add(&mut count.left_out, left_out::UNREAD_ROW, count.read);
    count
}

fn values_of(shape: &Shape) -> usize {
    match shape {
        Shape::Enum(shape) => shape.values.len(),
        Shape::Struct(_) | Shape::Union(_) | Shape::Opaque => 0,
    }
}

fn parameter_fate(name: &str, names: &Names, has_page: bool) -> Fate {
    let folded = fold(name);
    if names.hold(&folded) || (folded == REQUEST_ARGUMENT && has_page) { Fate::Kept } else { Fate::Lost }
}

fn error_fate(row: &ErrorRow, operation: &Operation) -> Fate {
    let is_listed = |status: &ErrorStatus| operation.errors.iter().any(|error| error.status == *status);
    match row.statuses.iter().all(is_listed) {
        true => Fate::Kept,
        false if row.is_for_ranges() => Fate::LeftOut(left_out::ANY_ERROR),
        false => Fate::LeftOut(left_out::UNKNOWN_ERROR_ROW),
    }
}

/// A page of fields, and what may stand for them in the model: its own type, or the operations that took the page apart.
struct FieldsPage<'m> {
    sdk: HashSet<String>,
    is_helper: bool,
    own: Option<&'m Struct>,
    takers: Vec<Names>,
    /// Whether one of these operations has a success body.
    answers: bool,
    /// How many rows may yet stand for additional properties.
    additional: usize,
    /// How many rows may yet stand for success bodies.
    payloads: usize,
}

impl<'m> FieldsPage<'m> {
    fn new(
        sdk: HashSet<String>,
        is_helper: bool,
        def: Option<&'m TypeDef>,
        takers: &[&Operation],
        model: &Model,
    ) -> Self {
        let own = def.and_then(|def| def.shape.as_struct());
        let payloads = takers.iter().map(|operation| operation.success.len()).sum();
        Self {
            sdk,
            is_helper,
            own,
            takers: takers.iter().map(|operation| Names::of(operation, model)).collect(),
            answers: payloads > 0,
            additional: usize::from(own.is_some_and(|shape| shape.additional.is_some())),
            payloads,
        }
    }

    fn fate(&mut self, name: &str) -> Fate {
        let folded = fold(name);
        if self.sdk.contains(name) || self.is_helper {
            Fate::LeftOut(left_out::SDK_FIELD)
        } else if self.is_named(name, &folded) || take_one(&mut self.additional) {
            Fate::Kept
        } else if !self.takers.is_empty() && is_of_envelope(&folded) {
            Fate::LeftOut(left_out::RESPONSE_ROW)
        } else if take_one(&mut self.payloads) {
            Fate::Kept
        } else if self.answers {
            Fate::LeftOut(left_out::ERROR_ROW)
        } else {
            Fate::Lost
        }
    }

    fn is_named(&self, name: &str, folded: &str) -> bool {
        self.own.is_some_and(|shape| shape.fields.iter().any(|field| field.doc_name == name))
            || self.takers.iter().any(|names| names.hold(folded))
    }
}

fn take_one(left: &mut usize) -> bool {
    let found = *left > 0;
    *left = left.saturating_sub(1);
    found
}

/// Whether a row of a response page carries no data of the API.
fn is_of_envelope(folded: &str) -> bool {
    ENVELOPE_FIELDS.contains(&folded) || [NEXT_FIELD, RESULT_FIELD].contains(&folded)
}

/// The names of an operation's arguments, folded.
struct Names(HashSet<String>);

impl Names {
    fn of(operation: &Operation, model: &Model) -> Self {
        let mut names: HashSet<String> = operation.parameters.iter().map(|it| fold(&it.doc_name)).collect();
        if let Some(body) = &operation.body {
            names.insert(fold(&body.doc_name));
            names.extend(
                model
                    .struct_of(&body.ty)
                    .into_iter()
                    .flat_map(|shape| &shape.fields)
                    .map(|field| fold(&field.doc_name)),
            );
        }
        if let Auth::Own(own) = &operation.auth.value {
            names.extend(own.iter().map(|scheme| fold(&scheme.doc_name)));
            names.insert(SECURITY_ARGUMENT.to_owned());
        }
        Self(names)
    }

    fn hold(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}
