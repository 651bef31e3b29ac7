//! Parameters and bodies of an operation, from its placed arguments.
//!
//! In: a section, its arguments. Out: the model's parameters and body. It must not know responses or credentials.

use super::{
    argument::Argument,
    client::ClientArguments,
    media::request_media,
    model_pages::ModelPages,
    names::{Spelling, header_name, without_suffix},
    place::{Placed, Request, Spot, place, query_or_header},
    request::{RequestAsRead, SpreadBody},
    stated::StatedRequest,
    written::SectionAsWritten,
};
use crate::{
    lower::{
        definitions::{definition, model_field, place_of, source_of},
        vocabulary::{BODILESS_METHODS, BODY_METHODS, HEADER_SUFFIX, JOINED, QUERY_SUFFIX},
        written::RowId,
    },
    model::{
        Basis, Body, Evidence, Fact, Media, Parameter, Place, Presence, Rule, Shape, Struct, Style, Type, TypeDef,
        TypeId,
    },
    naming::{field_name, fold, unique},
    source::{Code, Diagnostic, Diagnostics},
};
use std::collections::HashSet;

/// The folder that types of operations belong to.
const MODULE: &str = "operations";

/// What the parts of one operation are made with.
pub struct Parts<'a> {
    /// The model pages.
    pub docs: &'a ModelPages<'a>,
    /// The operation.
    pub section: &'a SectionAsWritten,
    /// Its Rust name.
    pub rust: &'a str,
    /// How query parameters are spelled.
    pub spelling: &'a Spelling<'a>,
    /// Whether another operation has its method and path.
    pub twin: bool,
    /// What the SDK's source says of its request.
    pub stated: &'a StatedRequest<'a>,
    /// What it takes from the client.
    pub client: &'a ClientArguments<'a>,
}

/// The parts of one operation.
#[derive(Debug, Default)]
pub struct PartsAsRead {
    /// Path, query and header parameters.
    pub parameters: Vec<Parameter>,
    /// The body.
    pub body: Option<Body>,
    /// The rows of all arguments: each is a parameter, the body or a field of it.
    pub rows: Vec<RowId>,
    /// Types that have no page of their own.
    pub types: Vec<(TypeId, TypeDef)>,
    /// That what was taken for parameters may be the body.
    pub doubt: Option<Diagnostic>,
}

impl Parts<'_> {
    /// Places the arguments and makes parameters and the body of them.
    pub fn read(&self, request: RequestAsRead, found: &mut Diagnostics) -> PartsAsRead {
        let RequestAsRead { arguments, wrapper, whole_body, spread_body, .. } = request;
        let usage = &self.section.usage;
        let wrapped = wrapper.is_some();
        let has_body = whole_body.is_some() || spread_body.is_some();
        let request = Request { method: &usage.method, path: &usage.path, wrapped, has_body, stated: self.stated };
        let placement = place(&request, &arguments);
        self.report_unfilled(&placement.unfilled, found);
        let mut parts = PartsAsRead::default();
        let (mut names, mut leftover) = (HashSet::new(), Vec::new());
        parts.parameters.extend(placement.unfilled.iter().map(|name| stated_by_path(name, &mut names)));
        let may_spread = !wrapped && whole_body.is_none() && !BODILESS_METHODS.contains(&usage.method.as_str());
        for (argument, placed) in arguments.into_iter().zip(placement.placed) {
            parts.rows.push(argument.field.row);
            match placed.spot {
                Spot::Body => parts.body = Some(self.body(argument, placed.basis)),
                Spot::Query | Spot::Header if spread_body.is_some() => leftover.push(argument),
                Spot::Query if may_spread && placed.basis.rule().is_some() && !self.is_global(&argument) => {
                    leftover.push(argument);
                }
                _ => parts.parameters.push(self.parameter(argument, placed, &mut names)),
            }
        }
        if let Some(whole) = whole_body {
            parts.rows.push(whole.argument.field.row);
            parts.body = Some(self.body(whole.argument, whole.basis));
        }
        if parts.body.is_some() {
            let query = |argument| self.parameter(argument, Placed::default_query(), &mut names);
            parts.parameters.extend(leftover.into_iter().map(query));
        } else if !leftover.is_empty() {
            parts.body = Some(self.spread_body(&leftover, spread_body, &mut parts.types));
        }
        parts.doubt = self.doubt(wrapped, &parts);
        self.add_client_arguments(&mut parts.parameters, &mut names);
        parts
    }

    /// What the client alone gives is a parameter, too. Why it is the client's is not said here.
    fn add_client_arguments(&self, parameters: &mut Vec<Parameter>, names: &mut HashSet<String>) {
        for argument in self.client.listed.iter().cloned() {
            let name = argument.folded();
            if parameters.iter().any(|own| fold(&own.doc_name) == name) {
                continue;
            }
            let stated = self.stated.of_client(&argument.field.doc_name);
            let placed = query_or_header(&argument, self.stated);
            let parameter = self.parameter(argument, placed, names);
            parameters.push(match stated {
                Some((wire, place, basis)) => Parameter {
                    wire: Fact { value: wire, basis: basis.clone() },
                    place: Fact { value: place, basis },
                    ..parameter
                },
                None => parameter,
            });
        }
    }

    fn report_unfilled(&self, unfilled: &[String], found: &mut Diagnostics) {
        // The SDK may take it once, for all calls.
        for name in unfilled.iter().filter(|name| !self.client.gives(name)) {
            let message = format!("no argument of `{}` fills the placeholder `{{{name}}}`", self.section.heading);
            let help = format!("add a required row `` `{name}` `` to its Parameters table");
            found.push(Diagnostic::at(Code::NoPathParameter, self.section.span, message).help(help));
        }
    }

    /// Whether an argument is sent with every call: no body has it.
    fn is_global(&self, argument: &Argument) -> bool {
        !argument.field.presence.is_required() && self.client.gives(&argument.field.doc_name)
    }

    /// A request page without a placeholder or a body on a method that has one may be the body itself.
    fn doubt(&self, wrapped: bool, parts: &PartsAsRead) -> Option<Diagnostic> {
        let usage = &self.section.usage;
        let may_have = BODY_METHODS.contains(&usage.method.as_str()) && !self.stated.has_parts();
        let open = wrapped && parts.body.is_none() && may_have;
        let places = || parts.parameters.iter().map(|parameter| parameter.place.value);
        let all_query = places().any(|place| place == Place::Query) && !places().any(|place| place == Place::Path);
        let message = format!("the fields of `{}`'s request page are taken for query parameters", self.section.heading);
        (open && all_query).then(|| {
            Diagnostic::at(Code::DoubtfulPage, self.section.span, message)
                .help("if the page is the request's body, name it otherwise than the operation's id and `Request`")
        })
    }

    fn parameter(&self, argument: Argument, placed: Placed, names: &mut HashSet<String>) -> Parameter {
        let bare = without_suffix(&argument.field.doc_name, &[QUERY_SUFFIX, HEADER_SUFFIX]);
        let (place, wire) = match placed.spot {
            Spot::Path(placeholder) => (Place::Path, Fact::stated(placeholder)),
            Spot::Header => (Place::Header, header_name(bare)),
            Spot::Query | Spot::Body => (Place::Query, self.spelling.query_name(bare)),
        };
        let style = if place == Place::Query { self.style(&argument) } else { None };
        let field = argument.field;
        Parameter {
            rust: unique(field_name(better_spelt(&field.doc_name, &wire.value)), names),
            wire,
            place: Fact { value: place, basis: placed.basis },
            presence: Fact::stated(if place == Place::Path { Presence::Required } else { field.presence }),
            global: None,
            style,
            doc_name: field.doc_name,
            ty: field.ty,
            docs: field.docs,
            example: field.example,
            deprecated: field.deprecated,
            secret: false,
        }
    }

    /// How a structured query parameter is written: of a list, its description may say that commas part it.
    fn style(&self, argument: &Argument) -> Option<Fact<Style>> {
        let ty = &argument.field.ty;
        let docs = argument.field.docs.as_deref().unwrap_or_default().to_lowercase();
        if matches!(ty, Type::Array(_)) && JOINED.iter().any(|words| docs.contains(words)) {
            let at = place_of(self.docs.reader.sources, argument.field.span);
            return Some(Fact::read(Style::FormJoined, Evidence::Prose, at));
        }
        if self.docs.holds_object(ty) {
            return Some(Fact::assumed(Style::DeepObject, Rule::StyleObject));
        }
        let listed = matches!(ty, Type::Array(_)) || argument.is_structured();
        listed.then(|| Fact::assumed(Style::FormExplode, Rule::StyleList))
    }

    fn body(&self, argument: Argument, basis: Basis) -> Body {
        let fields = argument.link.as_ref().map(|link| self.docs.fields(link.page)).unwrap_or_default();
        let field = argument.field;
        let media = || {
            let has_file = self.docs.has_file(&fields);
            request_media(&self.section.usage, &field.ty, has_file, self.twin, self.spelling.case())
        };
        let (ty, media) = match self.file(&field.ty) {
            Some(raw) => (Type::Bytes, raw),
            None => (field.ty.clone(), media()),
        };
        Body {
            media_type: None,
            also: Vec::new(),
            required: field.presence.is_required(),
            media,
            doc_name: field.doc_name,
            ty,
            basis,
            docs: field.docs,
        }
    }

    /// That a body of no stated structure is a file's content, where the example sends one.
    fn file(&self, ty: &Type) -> Option<Fact<Media>> {
        let code = &self.section.code;
        let is_open = matches!(ty, Type::Any | Type::String) && code.sends_file;
        is_open.then(|| Fact::read(Media::Raw, Evidence::UsageCode, code.place(self.docs.reader.sources)))
    }

    /// A body whose fields are the arguments themselves: of the page with these fields, or of a type of its own.
    fn spread_body(
        &self,
        arguments: &[Argument],
        stated: Option<SpreadBody>,
        types: &mut Vec<(TypeId, TypeDef)>,
    ) -> Body {
        let names = arguments.iter().map(Argument::folded).collect();
        let (ty, basis) = stated.map_or((None, None), |it| (it.ty, Some(it.basis)));
        let flagged = || self.docs.with_fields_and_flag(&names, self.section.code.streams).cloned();
        let page = ty
            .or_else(|| self.docs.with_fields(&names, self.section).cloned())
            .map(|id| (id, Rule::BodyPageOfSameFields));
        let (id, rule) = match page.or_else(|| flagged().map(|id| (id, Rule::BodyPageWithFlag))) {
            Some(found) => found,
            None => (self.inline_type(arguments, types), Rule::BodyLeftoverArguments),
        };
        let ty = Type::Named(id);
        Body {
            media_type: None,
            also: Vec::new(),
            doc_name: "request".to_owned(),
            media: request_media(
                &self.section.usage,
                &ty,
                self.docs.has_file(arguments),
                self.twin,
                self.spelling.case(),
            ),
            ty,
            required: arguments.iter().any(|argument| argument.field.presence.is_required()),
            basis: basis.unwrap_or(Basis::Rule(rule)),
            docs: None,
        }
    }

    fn inline_type(&self, arguments: &[Argument], types: &mut Vec<(TypeId, TypeDef)>) -> TypeId {
        let id = TypeId::new(&format!("{MODULE}/{}#body", self.rust));
        let sources = self.docs.reader.sources;
        let field = |argument: &Argument| model_field(sources, &id, &argument.field, types);
        let shape = Struct { fields: arguments.iter().map(field).collect(), additional: None };
        let source = source_of(sources, self.section.span);
        types.push((id.clone(), definition(MODULE, source, Shape::Struct(shape))));
        id
    }
}

/// What a placeholder says of an argument that no row describes: it is sent, and it is text.
fn stated_by_path(placeholder: &str, names: &mut HashSet<String>) -> Parameter {
    let place = Fact::assumed(Place::Path, Rule::PathPlaceholderOnly);
    let text = Parameter::text(placeholder, unique(field_name(placeholder), names), place);
    Parameter { presence: Fact::stated(Presence::Required), ..text }
}

/// The spelling that shows more words: a path's placeholder `apiId` says more than `APIID` does.
fn better_spelt<'n>(shown: &'n str, wire: &'n str) -> &'n str {
    let words = |name: &str| field_name(name).split('_').count();
    if fold(shown) == fold(wire) && words(wire) > words(shown) { wire } else { shown }
}
