//! What an operation takes beside its request: arguments of the client, and the flag that asks for a stream.
//!
//! In: an operation, its code and its page of the client's arguments. Out: the operation with global parameters and preset fields. It
//! must not know how clients send them.

use super::{
    argument::Argument,
    model_pages::ModelPages,
    stated::StatedRequest,
    usage_code::{Outcome, UsageCode},
    written::SectionAsWritten,
};
use crate::{
    front_page::FrontPage,
    lower::{
        cells::StatedUnion,
        definitions::place_of,
        left_out,
        vocabulary::{GLOBALS_SUFFIX, STREAM_ARGUMENT},
    },
    model::{Basis, Evidence, Fact, Literal, Operation, Parameter, Place, Preset, Rule, Type},
    naming::{field_name, fold, unique},
    source::{Code, Diagnostic},
};
use std::collections::HashSet;

/// What an operation takes from the client.
pub struct ClientArguments<'c> {
    /// The fields of the page that lists them.
    pub listed: Vec<Argument>,
    code: &'c UsageCode,
}

impl<'c> ClientArguments<'c> {
    /// Looks the page of an operation up, which is named after it.
    pub fn of(docs: &ModelPages<'_>, section: &'c SectionAsWritten) -> Self {
        let page = page_stems(section).find_map(|stem| docs.unlinked(&stem));
        let listed = page.map(|page| docs.fields(page)).unwrap_or_default();
        Self { listed, code: &section.code }
    }

    /// The unions that the cells of these fields state.
    pub fn unions(&self) -> impl Iterator<Item = StatedUnion> {
        self.listed.iter().flat_map(|argument| argument.field.unions.clone())
    }

    /// Whether the client gives an argument of this name, however it is spelled.
    pub fn gives(&self, name: &str) -> bool {
        self.lists(name) || self.code.gives_client(name)
    }

    fn lists(&self, name: &str) -> bool {
        let name = fold(name);
        self.listed.iter().any(|argument| argument.folded() == name)
    }
}

/// The folded stems that the page of what an operation takes from the client may have.
pub fn page_stems(section: &SectionAsWritten) -> impl Iterator<Item = String> {
    section.names_in_pages().map(|name| format!("{name}{GLOBALS_SUFFIX}"))
}

/// Marks the parameters that the client is made with; returns why arguments of the example's client are left out.
pub fn mark_globals(
    docs: &ModelPages<'_>,
    front: &FrontPage,
    section: &SectionAsWritten,
    stated: &StatedRequest<'_>,
    client: &ClientArguments<'_>,
    operation: &mut Operation,
) -> Vec<&'static str> {
    for parameter in operation.parameters.iter_mut().filter(|parameter| client.lists(&parameter.doc_name)) {
        mark(parameter, &Basis::Stated);
    }
    let basis = Basis::Read(Evidence::UsageCode, section.code.place(docs.reader.sources));
    let of_server = |name: &str| front.all_variables().any(|variable| fold(&variable.name.text) == name);
    let mut unknown = Vec::new();
    for name in section.code.client_arguments.iter().filter(|name| !of_server(&fold(name))) {
        let known = operation.parameters.iter().position(|parameter| fold(&parameter.doc_name) == fold(name));
        if known.is_none() {
            operation.parameters.extend(of_client(name, stated, operation));
        }
        let Some(parameter) = operation.parameters.iter_mut().find(|own| fold(&own.doc_name) == fold(name)) else {
            unknown.push(left_out::CLIENT_ARGUMENT);
            continue;
        };
        mark(parameter, &basis);
    }
    unknown
}

fn mark(parameter: &mut Parameter, basis: &Basis) {
    parameter.global.get_or_insert_with(|| basis.clone());
    if parameter.place.basis == Basis::Rule(Rule::PlaceDefaultQuery) {
        parameter.place = Fact::assumed(Place::Query, Rule::PlaceGlobal);
    }
}

/// A parameter that no page lists: an example gives it to the client, and the SDK's source says how the operation sends it. Its type
/// is not stated; in a query or a header it is text.
fn of_client(name: &str, stated: &StatedRequest<'_>, operation: &Operation) -> Option<Parameter> {
    let (wire, place, basis) = stated.of_client(name)?;
    let mut taken: HashSet<String> = operation.parameters.iter().map(|parameter| parameter.rust.clone()).collect();
    let wire = Fact { value: wire, basis: basis.clone() };
    let text = Parameter::text(name, unique(field_name(name), &mut taken), Fact { value: place, basis });
    Some(Parameter { wire, ..text })
}

/// That the example reads the answer as something else than the page says, which is followed.
/// What wraps the response may be all that it prints.
pub fn disagreement(
    docs: &ModelPages<'_>,
    section: &SectionAsWritten,
    operation: &Operation,
    is_wrapped: bool,
) -> Option<Diagnostic> {
    let code = &section.code;
    let streams = operation.success.iter().any(|body| docs.may_stream(&body.ty));
    let (read, answer) = match code.outcome {
        _ if code.streams && !streams => ("a stream of events", "is none"),
        Outcome::NoBody if !operation.success.is_empty() => ("no body", "has one"),
        Outcome::Body if operation.success.is_empty() && !is_wrapped => ("a body", "has none"),
        _ => return None,
    };
    let at = place_of(docs.reader.sources, section.span);
    let message = format!("the example of `{}` reads {read}, and its response {answer} ({at})", operation.id);
    let finding = Diagnostic::at(Code::Contradiction, code.span?, message);
    Some(finding.help("the page is followed; if the example is right, correct the page's `### Response`"))
}

/// The flag of an operation that streams, where its body has one that may be set.
pub fn stream_flag(docs: &ModelPages<'_>, section: &SectionAsWritten, operation: &Operation) -> Option<Preset> {
    let page = docs.page(&operation.body.as_ref().filter(|_| operation.streams_events())?.ty)?;
    let fields = docs.rows(page)?;
    let flag = fields.iter().find(|field| fold(&field.doc_name) == STREAM_ARGUMENT)?;
    let is_open = matches!(&flag.ty, Type::Boolean) && flag.constant.is_none();
    let value = match section.code.stream_flag {
        Some(false) => return None,
        Some(true) => Fact::read(Literal::Boolean(true), Evidence::UsageCode, section.code.place(docs.reader.sources)),
        None => Fact::assumed(Literal::Boolean(true), Rule::StreamFlag),
    };
    is_open.then(|| Preset { wire: STREAM_ARGUMENT.to_owned(), value })
}
