//! What all parts of an endpoint's file share: docs and fields.
//!
//! In: an operation. Out: text, and fields with their types. It must not know requests from responses.

use crate::{
    emit::{
        Scope, ident,
        rustdoc::{self, Pages},
        structs,
    },
    model::{Body, Deprecation, Media, Operation, Parameter, Place, Presence, TypeId},
};
use proc_macro2::Ident;

/// The prose of an operation's page, as rustdoc.
pub(super) struct Prose<'p> {
    /// The scope of the file.
    pub scope: &'p Scope<'p>,
    /// The pages that links may lead to.
    pub pages: &'p Pages,
    /// The page that the prose stands on.
    pub page: &'p str,
}

impl Prose<'_> {
    /// Prose as lines of rustdoc.
    pub(super) fn lines(&self, markdown: &str) -> Vec<String> {
        let nobody = TypeId::new("");
        rustdoc::lines(markdown, &|target| self.pages.link(self.page, target, self.scope, &nobody))
    }
}

/// Prose on one line, safe within rustdoc.
pub(in crate::emit) fn plain(prose: &str) -> String {
    rustdoc::lines(prose, &|_| None).join(" ")
}

/// Blocks of text with a blank line between.
pub(super) fn join(blocks: &[String]) -> String {
    let texts: Vec<&str> = blocks.iter().map(|block| block.trim_end()).filter(|text| !text.is_empty()).collect();
    format!("{}\n", texts.join("\n\n"))
}

/// A field of an endpoint's struct.
#[derive(Debug, Clone)]
pub(super) struct Field<'m> {
    /// Its name.
    pub name: Ident,
    /// The type of its value.
    pub ty: String,
    /// What a setter takes in place of a list or map.
    pub given: Option<String>,
    /// Whether it must be given.
    pub required: bool,
    /// Whether `Debug` must not show it.
    pub secret: bool,
    /// What it is.
    pub origin: Origin<'m>,
}

/// What a field of an endpoint stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Origin<'m> {
    /// A parameter outside the body.
    Parameter(&'m Parameter),
    /// The body.
    Body(&'m Body),
}

impl Field<'_> {
    /// What its page says of its end, where it is deprecated.
    pub(super) fn deprecated(&self) -> Option<&Deprecation> {
        match self.origin {
            Origin::Parameter(parameter) => parameter.deprecated.as_ref(),
            Origin::Body(_) => None,
        }
    }

    /// What a setter converts its argument into.
    pub(super) fn argument(&self) -> &str {
        self.given.as_deref().unwrap_or(&self.ty)
    }

    /// The field's type as declared.
    pub(super) fn declared(&self, scope: &Scope<'_>) -> String {
        if self.required { self.ty.clone() } else { scope.wrap("Option", &self.ty) }
    }
}

/// The fields of an endpoint, in the docs' order, the body last.
pub(super) fn fields<'m>(scope: &Scope<'_>, operation: &'m Operation) -> Vec<Field<'m>> {
    let parameters = operation.parameters.iter().map(|parameter| parameter_field(scope, parameter));
    parameters.chain(operation.body.iter().map(|body| body_field(scope, operation, body))).collect()
}

/// How many fields `new` or a builder asks for.
pub(super) fn required(operation: &Operation) -> usize {
    operation.parameters.iter().filter(|parameter| is_required(parameter)).count()
        + usize::from(operation.body.as_ref().is_some_and(|body| body.required))
}

/// Whether each call gives the parameter.
pub(super) fn is_required(parameter: &Parameter) -> bool {
    is_sent(parameter) && parameter.global.is_none()
}

/// Whether the parameter is sent with each call, be its value the client's.
pub(super) fn is_sent(parameter: &Parameter) -> bool {
    let always = matches!(parameter.presence.value, Presence::Required | Presence::RequiredNullUnstated);
    always || parameter.place.value == Place::Path
}

fn parameter_field<'m>(scope: &Scope<'_>, parameter: &'m Parameter) -> Field<'m> {
    Field {
        name: ident(&parameter.rust),
        ty: scope.text(&parameter.ty),
        given: structs::given(scope, &parameter.ty),
        required: is_required(parameter),
        secret: parameter.secret,
        origin: Origin::Parameter(parameter),
    }
}

/// What the field of the body is called.
pub(super) fn body_name(operation: &Operation) -> &'static str {
    let is_taken = operation.parameters.iter().any(|parameter| parameter.rust == "body");
    if is_taken { "request_body" } else { "body" }
}

fn body_field<'m>(scope: &Scope<'_>, operation: &Operation, body: &'m Body) -> Field<'m> {
    let raw = body.media.value == Media::Raw;
    Field {
        name: ident(body_name(operation)),
        ty: if raw { scope.call("RawBody") } else { scope.text(&body.ty) },
        given: structs::given(scope, &body.ty).filter(|_| !raw),
        required: body.required,
        secret: false,
        origin: Origin::Body(body),
    }
}
