//! The arguments of an operation.
//!
//! In: a section as written, the model pages. Out: arguments with types, and whether they are fields of a request page. It must
//! not know wire names.

use super::{
    argument::{Argument, ArgumentRow, ModelPageKind},
    model_pages::ModelPages,
    place::{Placed, Request, Spot, place, placeholders},
    stated::StatedRequest,
    style::RequestStyle,
    written::SectionAsWritten,
};
use crate::{
    lower::{
        cells::StatedUnion,
        left_out,
        row_audit::Outcome,
        vocabulary::{BODY_METHODS, REQUEST_ARGUMENT, SDK_ARGUMENTS, SECURITY},
        written::RowId,
    },
    model::{Basis, Rule, Type, TypeId},
    naming::fold,
    source::{Code, Diagnostic, Diagnostics, FileId, Span},
};
use std::collections::HashSet;

/// What the docs say of an operation's request.
#[derive(Debug, Default)]
pub struct RequestAsRead {
    /// Arguments, other than a whole body.
    pub arguments: Vec<Argument>,
    /// The request page, when the arguments are its fields.
    pub wrapper: Option<FileId>,
    /// An argument that is the body as a whole.
    pub whole_body: Option<WholeBody>,
    /// Set where all arguments are fields of the body.
    pub spread_body: Option<SpreadBody>,
    /// The operation's own credentials.
    pub security: Option<Argument>,
    /// The rows that are things of the SDK.
    pub sdk_rows: Vec<RowId>,
    /// The rows that the request page says in their place.
    pub rows_of_page: Vec<RowId>,
}

/// An argument that is the body as a whole.
#[derive(Debug)]
pub struct WholeBody {
    /// The argument.
    pub argument: Argument,
    /// Why it is.
    pub basis: Basis,
}

/// A body whose fields are the arguments.
#[derive(Debug)]
pub struct SpreadBody {
    /// Its type, where it has a page.
    pub ty: Option<TypeId>,
    /// Why it is.
    pub basis: Basis,
}

/// Reads the arguments of an operation.
pub fn read_request(
    docs: &ModelPages<'_>,
    style: &RequestStyle,
    section: &SectionAsWritten,
    stated: &StatedRequest<'_>,
    found: &mut Diagnostics,
) -> RequestAsRead {
    let wrappers = docs.wrappers(section);
    let mut reader = Reader { docs, style, section, stated, wrappers, found, request: RequestAsRead::default() };
    let rows = reader.rows();
    reader.wrappers.retain(|page| fills_path(docs, *page, &section.usage.path));
    match rows.as_slice() {
        [] => {}
        [row] if row.argument.folded() == REQUEST_ARGUMENT => {
            reader.take_all(rows).into_iter().for_each(|it| reader.single(it))
        }
        _ => reader.several(rows),
    }
    reader.request
}

/// Whether an argument (`options.url`) is a field of another (`options`), which is listed before it.
fn is_part_of_any(wholes: &[&str], name: &str) -> bool {
    wholes.iter().any(|whole| name.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.')))
}

fn taken_for_body(section: &SectionAsWritten, at: Span) -> Diagnostic {
    let message = format!("the request page of `{}` is taken for its body", section.heading);
    let help =
        "requests without a body have no such parameters, and no other operation's body has a page of its own name";
    Diagnostic::at(Code::DoubtfulPage, at, message).help(help)
}

/// Whether a section lists just the fields of a page.
fn have_same_names(rows: &[ArgumentRow], fields: &[Argument]) -> bool {
    let listed: HashSet<String> = rows.iter().map(|row| row.argument.folded()).collect();
    let of_page: HashSet<String> = fields.iter().map(Argument::folded).collect();
    listed == of_page
}

/// Whether a page's fields can fill every placeholder; a page that cannot is a body of the same name.
fn fills_path(docs: &ModelPages<'_>, page: FileId, path: &str) -> bool {
    let names: Vec<String> = docs.rows(page).unwrap_or_default().iter().map(|row| fold(&row.doc_name)).collect();
    let fills = |placeholder: &&str| {
        let wanted = fold(placeholder);
        names.iter().any(|name| name.starts_with(&wanted) || wanted.ends_with(name.as_str()))
    };
    placeholders(path).iter().all(fills)
}

impl RequestAsRead {
    /// What became of the rows that are no arguments by themselves.
    pub fn outcomes(&self) -> impl Iterator<Item = (RowId, Outcome)> {
        let of_sdk = self.sdk_rows.iter().map(|row| (*row, Outcome::LeftOut(left_out::SDK_ARGUMENT)));
        let credentials = self.security.iter().map(|argument| argument.field.row);
        let kept = credentials.chain(self.rows_of_page.iter().copied()).map(|row| (row, Outcome::Kept));
        of_sdk.chain(kept)
    }

    /// The unions that the cells of its arguments state.
    pub fn unions(&self) -> impl Iterator<Item = StatedUnion> {
        let whole = self.whole_body.iter().map(|whole| &whole.argument);
        self.arguments.iter().chain(whole).flat_map(|argument| argument.field.unions.iter().cloned())
    }
}

/// Reads one operation's arguments.
struct Reader<'a> {
    docs: &'a ModelPages<'a>,
    style: &'a RequestStyle,
    section: &'a SectionAsWritten,
    stated: &'a StatedRequest<'a>,
    /// Pages that may be the request's.
    wrappers: Vec<FileId>,
    found: &'a mut Diagnostics,
    request: RequestAsRead,
}

impl Reader<'_> {
    /// The rows of arguments, other than those of the SDK and of credentials. One that is called as a thing of the SDK is the API's
    /// where the request page has it.
    fn rows(&mut self) -> Vec<ArgumentRow> {
        let fields = self.wrappers.iter().filter_map(|page| self.docs.rows(*page)).flatten();
        let own: HashSet<&str> = fields.map(|field| field.doc_name.as_str()).collect();
        let mut rows = Vec::new();
        let mut sdk_names: Vec<&str> = Vec::new();
        for row in &self.section.parameters {
            let name = row.name.as_str();
            let is_of_sdk = SDK_ARGUMENTS.contains(&name) && !own.contains(name) || is_part_of_any(&sdk_names, name);
            match self.docs.read(row).filter(|_| !is_of_sdk) {
                None => {
                    self.request.sdk_rows.push(row.id);
                    sdk_names.push(name);
                }
                Some(security) if name == SECURITY => self.request.security = Some(security.take(self.found)),
                Some(other) => rows.push(other),
            }
        }
        rows
    }

    fn take_all(&mut self, rows: Vec<ArgumentRow>) -> Vec<Argument> {
        rows.into_iter().map(|row| row.take(self.found)).collect()
    }

    /// Several arguments, or one that is not called `request`: fields of the request page, of the body, or each by itself.
    fn several(&mut self, rows: Vec<ArgumentRow>) {
        match (self.wrappers.first().copied(), self.stated.whole()) {
            (_, Some(basis)) => {
                self.request.arguments = self.take_all(rows);
                let class = self.stated.class();
                let ty = class.and_then(|class| self.docs.of_class(class, &self.request.arguments)).cloned();
                self.request.spread_body = Some(SpreadBody { ty, basis });
            }
            (Some(page), None) => self.fields_of(page, rows),
            (None, None) => self.request.arguments = self.take_all(rows),
        }
    }

    fn fields_of(&mut self, page: FileId, rows: Vec<ArgumentRow>) {
        let fields = self.docs.fields(page);
        let may_be_body = !self.stated.has_parts() && have_same_names(&rows, &fields);
        if may_be_body && self.style.takes_for_body(&fields, self.section) {
            self.request.arguments = self.take_all(rows);
            let ty = self.docs.reader.index.id(page).cloned();
            self.request.spread_body = Some(SpreadBody { ty, basis: Basis::Rule(Rule::BodyRequestPage) });
            self.found.push(taken_for_body(self.section, self.section.span));
        } else {
            self.wrapped(fields, page);
            self.take_further(rows);
        }
    }

    fn wrapped(&mut self, fields: Vec<Argument>, page: FileId) {
        self.request.arguments = fields;
        self.request.wrapper = Some(page);
    }

    /// Takes what the request page does not have, neither itself nor in an object that it holds: the section lists it all the same.
    fn take_further(&mut self, rows: Vec<ArgumentRow>) {
        let links = self.request.arguments.iter().filter_map(|argument| argument.link.as_ref());
        let within = links.filter_map(|link| self.docs.rows(link.page)).flatten().map(|row| fold(&row.doc_name));
        let own = self.request.arguments.iter().map(Argument::folded);
        let known: HashSet<String> = own.chain(within).collect();
        let is_known = |row: &ArgumentRow| known.contains(&row.argument.folded());
        let (of_page, further): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_known);
        self.request.rows_of_page.extend(of_page.iter().map(|row| row.argument.field.row));
        let further = self.take_all(further);
        self.request.arguments.extend(further);
    }

    /// An argument `request` alone is the body, or else the request page, which may be taken for the body.
    fn single(&mut self, argument: Argument) {
        if let Some(basis) = self.stated.whole() {
            return self.be_body(argument, basis);
        }
        let Some(page) = self.request_page(&argument) else { return self.be_body(argument, Basis::Stated) };
        let fields = self.docs.fields(page);
        let may_be_body = !self.stated.has_parts();
        let lists_objects = || has_no_body(&fields, self.section, self.stated) && fields.iter().any(is_list_of_objects);
        if may_be_body && lists_objects() {
            self.be_body(argument, Basis::Rule(Rule::BodyListOfObjects));
        } else if may_be_body && self.style.takes_for_body(&fields, self.section) {
            self.found.push(taken_for_body(self.section, argument.field.span));
            self.be_body(argument, Basis::Rule(Rule::BodyRequestPage));
        } else {
            self.request.rows_of_page.push(argument.field.row);
            self.wrapped(fields, page);
        }
    }

    fn be_body(&mut self, argument: Argument, basis: Basis) {
        self.request.whole_body = Some(WholeBody { argument, basis });
    }

    /// The request page that an argument is of: one that is named after the operation, or any where the source states its parts.
    fn request_page(&self, argument: &Argument) -> Option<FileId> {
        let index = self.docs.reader.index;
        let is_linked = |page: &FileId| matches!(&argument.field.ty, Type::Named(id) if index.id(*page) == Some(id));
        let linked = || argument.link.as_ref().filter(|_| self.stated.has_parts()).map(|link| link.page);
        self.wrappers.iter().copied().find(is_linked).or_else(linked)
    }
}

/// Whether nothing among the fields of a request page is in the path or is the body, where a body is due.
fn has_no_body(fields: &[Argument], section: &SectionAsWritten, stated: &StatedRequest<'_>) -> bool {
    let usage = &section.usage;
    let request = Request { method: &usage.method, path: &usage.path, wrapped: true, has_body: false, stated };
    let is_parameter = |placed: &Placed| matches!(placed.spot, Spot::Query | Spot::Header);
    BODY_METHODS.contains(&usage.method.as_str()) && place(&request, fields).placed.iter().all(is_parameter)
}

/// A list of objects cannot be written in a query.
fn is_list_of_objects(argument: &Argument) -> bool {
    let of_objects = argument.link.as_ref().is_some_and(|link| link.kind == ModelPageKind::Struct);
    of_objects && matches!(argument.field.ty, Type::Array(_))
}
