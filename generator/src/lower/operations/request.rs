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
    let mut request = RequestAsRead::default();
    let mut wrappers = docs.wrappers(section);
    let rows = request.rows(docs, section, &wrappers, found);
    wrappers.retain(|page| fills_path(docs, *page, &section.usage.path));
    let is_single = matches!(rows.as_slice(), [row] if row.argument.folded() == REQUEST_ARGUMENT);
    match (wrappers.first(), stated.whole()) {
        _ if rows.is_empty() => {}
        (Some(page), None) if !is_single => {
            let fields = docs.fields(*page);
            let is_open = !stated.has_parts() && have_same_names(&rows, &fields);
            if is_open && style.takes_for_body(&fields, section) {
                request.be_spread_body(docs, *page, take_all(rows, found), section, found);
            } else {
                request.wrapped(fields, *page);
                request.take_further(rows, docs, found);
            }
        }
        (None, None) if !is_single => request.arguments = take_all(rows, found),
        (_, Some(basis)) if !is_single => {
            request.arguments = take_all(rows, found);
            let ty = stated.class().and_then(|class| docs.of_class(class, &request.arguments)).cloned();
            request.spread_body = Some(SpreadBody { ty, basis });
        }
        (_, Some(basis)) => {
            request.whole_body = take_all(rows, found).pop().map(|argument| WholeBody { argument, basis });
        }
        (_, None) => {
            for argument in take_all(rows, found) {
                request.single(docs, argument.clone(), &wrappers, section, stated);
                let is_open = request.wrapper.is_some() && !stated.has_parts();
                if is_open && style.takes_for_body(&request.arguments, section) {
                    request.be_body(argument, section, found);
                }
            }
        }
    }
    request
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

fn take_all(rows: Vec<ArgumentRow>, found: &mut Diagnostics) -> Vec<Argument> {
    rows.into_iter().map(|row| row.take(found)).collect()
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

    /// The rows of arguments, other than those of the SDK and of credentials. One that is called as a thing of the SDK is the API's
    /// where the request page has it.
    fn rows(
        &mut self,
        docs: &ModelPages<'_>,
        section: &SectionAsWritten,
        wrappers: &[FileId],
        found: &mut Diagnostics,
    ) -> Vec<ArgumentRow> {
        let own: HashSet<&str> =
            wrappers.iter().flat_map(|page| docs.rows(*page)).flatten().map(|field| field.doc_name.as_str()).collect();
        let mut rows = Vec::new();
        let mut sdk_names: Vec<&str> = Vec::new();
        for row in &section.parameters {
            let name = row.name.as_str();
            let is_of_sdk =
                SDK_ARGUMENTS.contains(&name) && !own.contains(name) || is_part_of_any(&sdk_names, &row.name);
            match docs.read(row).filter(|_| !is_of_sdk) {
                None => {
                    self.sdk_rows.push(row.id);
                    sdk_names.push(&row.name);
                }
                Some(security) if row.name == SECURITY => self.security = Some(security.take(found)),
                Some(other) => rows.push(other),
            }
        }
        rows
    }

    fn wrapped(&mut self, fields: Vec<Argument>, page: FileId) {
        self.arguments = fields;
        self.wrapper = Some(page);
    }

    /// Takes what the request page does not have, neither itself nor in an object that it holds: the section lists it all the same.
    fn take_further(&mut self, rows: Vec<ArgumentRow>, docs: &ModelPages<'_>, found: &mut Diagnostics) {
        let links = self.arguments.iter().filter_map(|argument| argument.link.as_ref());
        let within = links.flat_map(|link| docs.rows(link.page).unwrap_or_default()).map(|row| fold(&row.doc_name));
        let own = self.arguments.iter().map(|argument| fold(&argument.field.doc_name));
        let known: HashSet<String> = own.chain(within).collect();
        let is_known = |row: &ArgumentRow| known.contains(&row.argument.folded());
        let (of_page, further): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_known);
        self.rows_of_page.extend(of_page.iter().map(|row| row.argument.field.row));
        self.arguments.extend(further.into_iter().map(|row| row.take(found)));
    }

    /// Takes the request page for the body, and says so.
    fn be_body(&mut self, argument: Argument, section: &SectionAsWritten, found: &mut Diagnostics) {
        (self.arguments, self.wrapper) = (Vec::new(), None);
        found.push(taken_for_body(section, argument.field.span));
        self.whole_body = Some(WholeBody { argument, basis: Basis::Rule(Rule::BodyRequestPage) });
    }

    /// Takes the arguments for the fields of the body, of which the request page is the type, and says so.
    fn be_spread_body(
        &mut self,
        docs: &ModelPages<'_>,
        page: FileId,
        arguments: Vec<Argument>,
        section: &SectionAsWritten,
        found: &mut Diagnostics,
    ) {
        self.arguments = arguments;
        let ty = docs.reader.index.id(page).cloned();
        self.spread_body = Some(SpreadBody { ty, basis: Basis::Rule(Rule::BodyRequestPage) });
        found.push(taken_for_body(section, section.span));
    }

    /// A single `request` is the request page, or else the body.
    fn single(
        &mut self,
        docs: &ModelPages<'_>,
        argument: Argument,
        wrappers: &[FileId],
        section: &SectionAsWritten,
        stated: &StatedRequest<'_>,
    ) {
        let is_linked =
            |page: &FileId| matches!(&argument.field.ty, Type::Named(id) if docs.reader.index.id(*page) == Some(id));
        let page = wrappers
            .iter()
            .copied()
            .find(is_linked)
            .or_else(|| argument.link.as_ref().filter(|_| stated.has_parts()).map(|link| link.page));
        let Some(page) = page else {
            self.whole_body = Some(WholeBody { argument, basis: Basis::Stated });
            return;
        };
        if !stated.has_parts()
            && has_no_body(&docs.fields(page), section, stated)
            && docs.fields(page).iter().any(is_list_of_objects)
        {
            self.whole_body = Some(WholeBody { argument, basis: Basis::Rule(Rule::BodyListOfObjects) });
        } else {
            self.rows_of_page.push(argument.field.row);
            self.wrapped(docs.fields(page), page);
        }
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
