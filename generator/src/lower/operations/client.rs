//! What an example says beside its request: arguments of the client, and the flag that asks for a stream.
//!
//! In: an operation and its code. Out: the operation with global parameters and preset fields. It must not know how clients send
//! them.

use super::{model_pages::ModelPages, vocabulary::STREAM_ARGUMENT, written::SectionAsWritten};
use crate::{
    front_page::FrontPage,
    lower::left_out,
    model::{Basis, Evidence, Fact, Literal, Operation, Place, Preset, Rule, Type},
    naming::fold,
};

/// Marks the parameters that the client of the example is made with; returns why other arguments of the client are left out.
pub fn mark_globals(
    docs: &ModelPages<'_>,
    front: &FrontPage,
    section: &SectionAsWritten,
    operation: &mut Operation,
) -> Vec<&'static str> {
    let basis = Basis::Read(Evidence::UsageCode, section.code.place(docs.reader.sources));
    let of_server = |name: &str| front.variables.iter().any(|variable| fold(&variable.name.text) == name);
    let mut unknown = Vec::new();
    let names = section.code.client_arguments.iter().map(|name| fold(name));
    for name in names.filter(|name| !of_server(name)) {
        let Some(parameter) = operation.parameters.iter_mut().find(|parameter| fold(&parameter.doc_name) == name)
        else {
            unknown.push(left_out::CLIENT_ARGUMENT);
            continue;
        };
        parameter.global = Some(basis.clone());
        if parameter.place.basis == Basis::Rule(Rule::PlaceDefaultQuery) {
            parameter.place = Fact::assumed(Place::Query, Rule::PlaceGlobal);
        }
    }
    unknown
}

/// The flag of an operation that streams, where its body has one that may be set.
pub fn stream_flag(docs: &ModelPages<'_>, section: &SectionAsWritten, operation: &Operation) -> Option<Preset> {
    let streams = operation.success.iter().any(|body| matches!(body.ty, Type::EventStream(_)));
    let page = docs.page(&operation.body.as_ref().filter(|_| streams)?.ty)?;
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
