//! The arguments of an operation.
//!
//! In: a section as written, the model pages. Out: arguments with types, and whether they are fields of a request page. It must
//! not know wire names.

use super::{
    argument::{Argument, ModelPageKind},
    model_pages::ModelPages,
    place::{Placed, Request, Spot, place, placeholders},
    stated::StatedRequest,
    style::RequestStyle,
    vocabulary::{BODY_METHODS, REQUEST_ARGUMENT, SDK_ARGUMENTS, SECURITY_ARGUMENT},
    written::SectionAsWritten,
};
use crate::{
    lower::written::Row,
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
    pub sdk_rows: Vec<Span>,
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
    let mut rows: Vec<&Row> = Vec::new();
    let mut sdk_names: Vec<&str> = Vec::new();
    for row in &section.parameters {
        match row.name.as_str() {
            SECURITY_ARGUMENT => request.security = docs.read(row, found),
            name if SDK_ARGUMENTS.contains(&name) || is_part_of_any(&sdk_names, name) || docs.is_of_sdk(row) => {
                request.sdk_rows.push(row.span);
                sdk_names.push(name);
            }
            _ => rows.push(row),
        }
    }
    let mut wrappers = docs.wrappers(section);
    wrappers.retain(|page| fills_path(docs, *page, &section.usage.path));
    let is_single = matches!(rows.as_slice(), [row] if fold(&row.name) == REQUEST_ARGUMENT);
    match (rows.as_slice(), wrappers.first(), stated.whole()) {
        ([], ..) => {}
        ([row], _, Some(basis)) if is_single => {
            request.whole_body = docs.read(row, found).map(|argument| WholeBody { argument, basis });
        }
        ([row], ..) if is_single => {
            if let Some(argument) = docs.read(row, found) {
                request.single(docs, argument, &wrappers, section, stated);
                let is_open = request.wrapper.is_some() && !stated.has_parts();
                if is_open && style.takes_for_body(&request.arguments, section) {
                    request.be_body(row, docs, section, found);
                }
            }
        }
        (rows, _, Some(basis)) => {
            request.arguments = rows.iter().filter_map(|row| docs.read(row, found)).collect();
            let ty = stated.class().and_then(|class| docs.of_class(class, &request.arguments)).cloned();
            request.spread_body = Some(SpreadBody { ty, basis });
        }
        (rows, Some(page), None) => {
            request.wrapped(docs, *page);
            request.take_further(rows, docs, found);
        }
        (rows, None, None) => request.arguments = rows.iter().filter_map(|row| docs.read(row, found)).collect(),
    }
    request
}

/// Whether an argument (`options.url`) is a field of another (`options`), which is listed before it.
fn is_part_of_any(wholes: &[&str], name: &str) -> bool {
    wholes.iter().any(|whole| name.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.')))
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
    fn wrapped(&mut self, docs: &ModelPages<'_>, page: FileId) {
        self.arguments = docs.fields(page);
        self.wrapper = Some(page);
    }

    /// Takes what the request page does not have, neither itself nor in an object that it holds: the section lists it all the same.
    fn take_further(&mut self, rows: &[&Row], docs: &ModelPages<'_>, found: &mut Diagnostics) {
        let links = self.arguments.iter().filter_map(|argument| argument.link.as_ref());
        let within = links.flat_map(|link| docs.rows(link.page).unwrap_or_default()).map(|row| fold(&row.doc_name));
        let own = self.arguments.iter().map(|argument| fold(&argument.field.doc_name));
        let known: HashSet<String> = own.chain(within).collect();
        let further = rows.iter().filter(|row| !known.contains(&fold(&row.name)));
        self.arguments.extend(further.filter_map(|row| docs.read(row, found)));
    }

    /// Takes the request page for the body, and says so.
    fn be_body(&mut self, row: &Row, docs: &ModelPages<'_>, section: &SectionAsWritten, found: &mut Diagnostics) {
        let Some(argument) = docs.read(row, &mut Diagnostics::default()) else { return };
        (self.arguments, self.wrapper) = (Vec::new(), None);
        self.whole_body = Some(WholeBody { argument, basis: Basis::Rule(Rule::BodyRequestPage) });
        let message = format!("the request page of `{}` is taken for its body", section.heading);
        let help =
            "requests without a body have no such parameters, and no other operation's body has a page of its own name";
        found.push(Diagnostic::at(Code::DoubtfulPage, row.span, message).help(help));
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
            self.wrapped(docs, page);
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
