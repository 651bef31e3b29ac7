//! One operation: its section's parts put together.
//!
//! In: a section, the built model pages, and what is known of all operations. Out: the operation, and what else its section gives to the
//! tree. It must not know type cells.

use super::{
    Stated,
    argument::Argument,
    auth::Credentials,
    client::{ClientArguments, disagreement, mark_globals, stream_flag},
    model_pages::ModelPages,
    names::{Spelling, module_name},
    parts::{Parts, PartsAsRead},
    request::read_request,
    response::read_responses,
    security::{schemes, with_code},
    stated::StatedRequest,
    style::RequestStyle,
    together,
    written::SectionAsWritten,
};
use crate::{
    front_page::FrontPage,
    lower::{
        cells::StatedUnion,
        definitions::{BuiltTree, source_of},
        front::stated,
        left_out,
        row_audit::Outcome,
        settle_source::SourceFacts,
        wire::WireNames,
        written::RowId,
    },
    model::{Auth, Basis, Evidence, Fact, Operation, Paging, Rule, SecurityScheme, TypeDef, TypeId},
    naming::fold,
    source::{Diagnostic, Diagnostics, FileId},
};
use std::collections::HashMap;

/// What all operations share.
pub struct Shared<'d> {
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
pub struct Lowered {
    /// The operation.
    pub operation: Operation,
    types: Vec<(TypeId, TypeDef)>,
    /// Types whose pages only wrap its request or its response.
    pub consumed: Vec<TypeId>,
    credentials: Option<TypeId>,
    outcomes: Vec<(RowId, Outcome)>,
    left_out: Vec<&'static str>,
    /// Unions that its cells state.
    pub unions: Vec<StatedUnion>,
    /// That what was taken for parameters may be the body.
    pub doubt: Option<Diagnostic>,
}

impl<'d> Shared<'d> {
    /// Puts in reach what the operations of a tree need.
    pub fn new(
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

    /// Lowers one operation.
    pub fn lower(&self, section: &SectionAsWritten, rust: String, found: &mut Diagnostics) -> Lowered {
        let stated = StatedRequest::of(self.source, &section.usage);
        let request = read_request(self.docs, &self.requests, section, &stated, found);
        let responses = read_responses(self.docs, section, &stated, found);
        let (is_wrapped, auth) = (responses.envelope.is_some(), self.auth(section, request.security.as_ref()));
        let wrappers = [request.wrapper, responses.envelope].into_iter().flatten();
        let consumed = wrappers.filter_map(|page| self.docs.reader.index.id(page).cloned()).collect();
        let credentials = request.security.as_ref().and_then(|argument| argument.field.ty.named().cloned());
        let mut left_out = vec![left_out::SDK_ARGUMENT; request.sdk_rows.len()];
        let client = ClientArguments::of(self.docs, section);
        let unions = request.unions().chain(responses.unions).chain(client.unions()).collect();
        let mut outcomes: Vec<_> = responses.outcomes.into_iter().chain(request.outcomes()).collect();
        let twin = self.twins.get(&url(section)).is_some_and(|count| *count > 1);
        let (docs, spelling) = (self.docs, &self.spelling);
        let parts = Parts { docs, section, rust: &rust, spelling, twin, stated: &stated, client: &client };
        let PartsAsRead { parameters, body, rows, types, doubt } = parts.read(request, found);
        outcomes.extend(rows.into_iter().map(|row| (row, Outcome::Kept)));
        let (success, errors) = (responses.success, responses.errors);
        let mut operation = Operation { parameters, body, success, errors, auth, ..self.head(section, rust) };
        operation.presets.extend(stream_flag(self.docs, section, &operation));
        found.list.extend(disagreement(self.docs, section, &operation, is_wrapped));
        left_out.extend(responses.left_out);
        left_out.extend(mark_globals(self.docs, self.front, section, &stated, &client, &mut operation));
        Lowered { operation, types, consumed, credentials, outcomes, left_out, unions, doubt }
    }

    fn auth(&self, section: &SectionAsWritten, own: Option<&Argument>) -> Fact<Auth> {
        match own {
            Some(argument) => Fact::stated(self.own_credentials(argument, section)),
            None => self.credentials.auth(self.docs.reader.sources, section),
        }
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
    /// Puts it into the tree.
    pub fn enter(self, tree: &mut BuiltTree) {
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
