//! All operations of a docs tree: each section's parts put together.
//!
//! In: group pages and the built model pages. Out: operations in the tree, and which pages were only their wrappers. It must not
//! know type cells.

use super::{
    argument::Argument,
    auth::Credentials,
    client::{ClientArguments, disagreement, mark_globals, page_stems, stream_flag},
    model_pages::ModelPages,
    names::{Spelling, module_name, operation_name},
    older,
    parts::Parts,
    request::read_request,
    response::{is_response_page, read_responses},
    sections::read_operations,
    security::{read_security, schemes, security_page, with_code},
    stated::StatedRequest,
    style::RequestStyle,
    together,
    written::SectionAsWritten,
};
use crate::{
    front_page::FrontPage,
    lower::{
        cells::{StatedUnion, TypeReader},
        definitions::{BuiltField, BuiltTree, source_of},
        front::stated,
        left_out, parallel,
        row_audit::{Outcome, rows_of_section},
        settle_source::SourceFacts,
        vocabulary::BODILESS_METHODS,
        wire::WireNames,
        written::RowId,
    },
    model::{Auth, Basis, Evidence, Fact, Operation, Paging, Place, Refused, Rule, SecurityScheme, TypeDef, TypeId},
    naming::fold,
    page::Page,
    source::{Diagnostic, Diagnostics, FileId, Sources},
};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

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
    tree.refused = refused.iter().filter_map(|section| named(reader.sources, section)).collect();
    refused.iter().filter_map(|section| section.refused).for_each(|reason| tree.leave_out(reason, 1));
    for section in &refused {
        let rows = rows_of_section(section).map(|(_, row)| row);
        tree.outcomes.leave_out(rows, section.refused.unwrap_or_default());
    }
    let docs = ModelPages::new(reader, tree, &sections);
    let security = read_security(&docs, stated.front, &sections, diagnostics);
    let shared = Shared::new(&docs, &sections, &security, stated, names);
    let names = rust_names(&sections);
    let named = sections.par_iter().zip(names);
    let mut lowered = parallel::each(named, diagnostics, |(section, rust), found| shared.lower(section, rust, found));
    report_doubts(&mut lowered, diagnostics);
    tree.security = security;
    tree.credentials.extend(api_credentials(reader));
    let unions = lowered.iter_mut().flat_map(|one| std::mem::take(&mut one.unions)).collect();
    for id in lowered.iter().flat_map(|one| &one.consumed) {
        tree.outcomes.take_back(tree.rows.get(id).map_or(&[], Vec::as_slice));
    }
    lowered.into_iter().for_each(|one| one.enter(tree));
    tree.state(reader.sources, unions);
    drop_envelopes(reader, tree);
    drop_globals(reader, &sections, tree);
    tree.operations.sort_by(|left, right| (&left.module, &left.rust).cmp(&(&right.module, &right.rust)));
}

/// An operation that is left out, as the survey names it.
fn named(sources: &Sources, section: &SectionAsWritten) -> Option<Refused> {
    Some(Refused { name: section.name(), reason: section.refused?, source: source_of(sources, section.span) })
}

/// A page of what an operation takes from the client is no type of the API, but rows of parameters: nothing leads to it, and it is
/// named after the operation.
fn drop_globals(reader: &TypeReader<'_>, sections: &[SectionAsWritten], tree: &mut BuiltTree) {
    let pages = sections.iter().flat_map(page_stems).flat_map(|stem| reader.index.by_stem(&stem));
    let used: HashSet<&TypeId> = tree.mentioned().collect();
    let ids = pages.filter_map(|page| reader.index.id(*page)).filter(|id| !used.contains(id));
    tree.consumed.extend(ids.cloned().collect::<Vec<_>>());
}

/// A page that wraps an HTTP response is no type of the API, even where no operation of the model leads to it.
fn drop_envelopes(reader: &TypeReader<'_>, tree: &mut BuiltTree) {
    let names = |fields: &[BuiltField]| fields.iter().map(|field| fold(&field.doc_name)).collect::<Vec<_>>();
    let envelopes = tree.fields.iter().filter(|(_, fields)| is_response_page(&names(fields)));
    let ids = envelopes.filter_map(|(file, _)| reader.index.id(*file).cloned()).collect();
    drop_pages(ids, left_out::ORPHAN_ENVELOPE, tree);
}

/// Leaves pages out that are no types, other than those that are consumed.
fn drop_pages(ids: Vec<TypeId>, reason: &'static str, tree: &mut BuiltTree) {
    for id in ids {
        if tree.consumed.insert(id.clone()) {
            tree.leave_out(reason, 1);
            tree.outcomes.leave_out(tree.rows.remove(&id).into_iter().flatten(), reason);
        }
    }
}

/// The type of the API's `Security` page.
fn api_credentials(reader: &TypeReader<'_>) -> Option<TypeId> {
    reader.index.id(security_page(reader.index)?).cloned()
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

/// What all operations share.
struct Shared<'d> {
    docs: &'d ModelPages<'d>,
    requests: RequestStyle,
    credentials: Credentials,
    security: &'d [SecurityScheme],
    front: &'d FrontPage,
    source: &'d SourceFacts<'d>,
    spelling: Spelling<'d>,
    /// How many operations have a method and a path.
    twins: HashMap<(&'d str, &'d str), usize>,
}

/// One operation, and what else its section gives.
struct Lowered {
    operation: Operation,
    types: Vec<(TypeId, TypeDef)>,
    consumed: Vec<TypeId>,
    credentials: Option<TypeId>,
    outcomes: Vec<(RowId, Outcome)>,
    left_out: Vec<&'static str>,
    unions: Vec<StatedUnion>,
    doubt: Option<Diagnostic>,
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

impl<'d> Shared<'d> {
    fn new(
        docs: &'d ModelPages<'d>,
        sections: &'d [SectionAsWritten],
        security: &'d [SecurityScheme],
        stated: &Stated<'d>,
        names: WireNames<'d>,
    ) -> Self {
        let mut twins = HashMap::new();
        for section in sections {
            *twins.entry(url(section)).or_default() += 1;
        }
        let spelling = Spelling::new(names);
        let requests = RequestStyle::of(docs, sections);
        let Stated { front, source } = *stated;
        Self { docs, requests, credentials: Credentials::of(sections), security, front, source, spelling, twins }
    }

    fn lower(&self, section: &SectionAsWritten, rust: String, found: &mut Diagnostics) -> Lowered {
        let stated = StatedRequest::of(self.source, &section.usage);
        let request = read_request(self.docs, &self.requests, section, &stated, found);
        let responses = read_responses(self.docs, section, &stated, found);
        let wrappers = [request.wrapper, responses.envelope].into_iter().flatten();
        let index = self.docs.reader.index;
        let consumed = wrappers.filter_map(|page| index.id(page).cloned()).collect();
        let auth = match &request.security {
            Some(argument) => Fact::stated(self.own_credentials(argument, section)),
            None => self.credentials.auth(self.docs.reader.sources, section),
        };
        let credentials = request.security.as_ref().and_then(|argument| argument.field.ty.named().cloned());
        let mut left_out = vec![left_out::SDK_ARGUMENT; request.sdk_rows.len()];
        let mut outcomes = responses.outcomes;
        outcomes.extend(request.outcomes());
        let named = request.arguments.iter().chain(request.whole_body.as_ref().map(|whole| &whole.argument));
        let mut unions: Vec<StatedUnion> = named.flat_map(|argument| argument.field.unions.clone()).collect();
        unions.extend(responses.unions);
        let twin = self.twins.get(&url(section)).is_some_and(|count| *count > 1);
        let client = ClientArguments::of(self.docs, section);
        unions.extend(client.listed.iter().flat_map(|argument| argument.field.unions.clone()));
        let (docs, spelling) = (self.docs, &self.spelling);
        let maker = Parts { docs, section, rust: &rust, spelling, twin, stated: &stated, client: &client };
        let parts = maker.read(request, found);
        let mut operation = Operation {
            parameters: parts.parameters,
            body: parts.body,
            success: responses.success,
            errors: responses.errors,
            auth,
            ..self.head(section, rust)
        };
        operation.presets.extend(stream_flag(self.docs, section, &operation));
        found.list.extend(disagreement(self.docs, section, &operation, responses.envelope.is_some()));
        outcomes.extend(parts.rows.into_iter().map(|row| (row, Outcome::Kept)));
        let (types, doubt) = (parts.types, parts.doubt);
        left_out.extend(responses.left_out);
        left_out.extend(mark_globals(self.docs, self.front, section, &stated, &client, &mut operation));
        Lowered { operation, types, consumed, credentials, outcomes, left_out, unions, doubt }
    }

    /// The operation without its parts.
    fn head(&self, section: &SectionAsWritten, rust: String) -> Operation {
        let usage = section.usage.clone();
        let code = &section.code;
        let at = || code.place(self.docs.reader.sources);
        Operation {
            id: usage.id,
            rust,
            module: module_name(&section.group, self.folder(section.file)),
            group: section.group.clone(),
            heading: section.heading.clone(),
            method: usage.method,
            path: usage.path,
            fragment: usage.fragment,
            source: source_of(self.docs.reader.sources, section.span),
            docs: section.description.clone(),
            deprecated: section.deprecated.clone(),
            parameters: Vec::new(),
            body: None,
            status: None,
            success: Vec::new(),
            bodiless: Vec::new(),
            errors: Vec::new(),
            bodiless_errors: Vec::new(),
            auth: Fact::assumed(Auth::Global, Rule::AuthDefaultGlobal),
            paging: code.paged.then(|| Paging::of(Basis::Read(Evidence::UsageCode, at()))),
            sdk_path: self.sdk_path(section),
            servers: Vec::new(),
            presets: Vec::new(),
        }
    }

    /// What the SDK calls an operation: as its code shows, else as the front page lists it.
    fn sdk_path(&self, section: &SectionAsWritten) -> Option<Fact<Vec<String>>> {
        let sources = self.docs.reader.sources;
        if !section.code.path.is_empty() {
            return Some(Fact::read(section.code.path.clone(), Evidence::UsageCode, section.code.place(sources)));
        }
        let page = &sources.get(section.file).path;
        let listed = self.front.operations.iter().find(|it| it.page == *page && it.name == section.heading)?;
        let path = listed.resource.iter().chain([&listed.name]).cloned().collect();
        Some(stated(sources, path, listed.span))
    }

    fn folder(&self, file: FileId) -> &str {
        let path = &self.docs.reader.sources.get(file).path;
        path.rsplit('/').nth(1).unwrap_or_default()
    }

    /// The fields of the page that an operation's security argument links to.
    fn own_credentials(&self, argument: &Argument, section: &SectionAsWritten) -> Auth {
        let fields = argument.link.as_ref().map(|link| self.docs.fields(link.page)).unwrap_or_default();
        let names: Vec<String> = fields.iter().map(|it| it.field.doc_name.clone()).collect();
        let own = schemes(if names.is_empty() { vec![argument.field.doc_name.clone()] } else { names });
        let sources = self.docs.reader.sources;
        let known = |scheme: SecurityScheme| {
            let same = self.security.iter().find(|global| fold(&global.doc_name) == fold(&scheme.doc_name));
            SecurityScheme { with: None, ..same.cloned().unwrap_or(scheme) }
        };
        let shown = with_code(sources, own, &section.code, section.code.call);
        let mut schemes: Vec<_> = shown.into_iter().map(known).collect();
        let example = (&section.code, section.code.call_credentials.as_slice());
        together::join(sources, &mut schemes, &fields, std::iter::once(example));
        Auth::Own(schemes)
    }
}

impl Lowered {
    fn enter(self, tree: &mut BuiltTree) {
        for (row, outcome) in self.outcomes {
            tree.outcomes.record(row, outcome);
        }
        tree.operations.push(self.operation);
        tree.types.extend(self.types);
        tree.consumed.extend(self.consumed);
        tree.credentials.extend(self.credentials);
        self.left_out.iter().for_each(|reason| tree.leave_out(reason, 1));
    }
}

fn url(section: &SectionAsWritten) -> (&str, &str) {
    (&section.usage.method, &section.usage.path)
}
