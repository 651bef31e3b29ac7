//! Where each argument of an operation travels.
//!
//! In: the URL path, the method, the arguments. Out: a [`Spot`] for each argument, with the rule that concluded it. It must not
//! know how types are written or what the emitted code looks like.

use super::{argument::Argument, stated::StatedRequest};
use crate::{
    lower::{
        only,
        vocabulary::{
            AMBIGUOUS_NAMES, BODILESS_METHODS, BODY_HEADERS, BODY_METHODS, BODY_NAMES, HEADER_FIRST_WORDS,
            HEADER_LONE_WORDS, HEADER_NAMES, HEADER_SUFFIX, PATH_SUFFIXES, QUERY_SUFFIX,
        },
    },
    model::{Basis, Rule},
    naming::fold,
};
use heck::ToSnakeCase;

/// Where an argument travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// In the path, in place of this placeholder.
    Path(String),
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// As the body.
    Body,
}

/// A spot and why it is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Where.
    pub spot: Spot,
    /// Why.
    pub basis: Basis,
}

impl Placed {
    /// Where an argument travels of which nothing is known.
    pub fn default_query() -> Self {
        Self { spot: Spot::Query, basis: Basis::Rule(Rule::PlaceDefaultQuery) }
    }
}

/// The places of all arguments of an operation.
#[derive(Debug, Default)]
pub struct Placement {
    /// One for each argument, in their order.
    pub placed: Vec<Placed>,
    /// Placeholders that no argument fills.
    pub unfilled: Vec<String>,
}

/// What the placing needs to know of an operation.
pub struct Request<'a> {
    /// HTTP method, upper case.
    pub method: &'a str,
    /// URL path.
    pub path: &'a str,
    /// Whether the arguments are fields of a request page: only then a type's name or the last position tells the body.
    pub wrapped: bool,
    /// Whether the body is known not to be one of them.
    pub has_body: bool,
    /// What the SDK's source says.
    pub stated: &'a StatedRequest<'a>,
}

/// Places every argument.
pub fn place(request: &Request<'_>, arguments: &[Argument]) -> Placement {
    let mut placer = Placer { placed: vec![None; arguments.len()], unfilled: Vec::new() };
    placer.path(request, arguments);
    placer.body(request, arguments);
    let rest = |(placed, argument): (Option<Placed>, &Argument)| {
        placed.unwrap_or_else(|| query_or_header(argument, request.stated))
    };
    let placed = placer.placed.into_iter().zip(arguments).map(rest).collect();
    Placement { placed, unfilled: placer.unfilled }
}

struct Placer {
    placed: Vec<Option<Placed>>,
    unfilled: Vec<String>,
}

impl Placer {
    fn path(&mut self, request: &Request<'_>, arguments: &[Argument]) {
        for placeholder in placeholders(request.path) {
            match self.filler(request, placeholder, arguments) {
                Some((at, basis)) => {
                    self.placed[at] = Some(Placed { spot: Spot::Path(placeholder.to_owned()), basis });
                }
                None => self.unfilled.push(placeholder.to_owned()),
            }
        }
    }

    /// The argument that fills a placeholder: by its suffixed name, its exact name, its name in another spelling, as the source
    /// states, or as the only required one whose name ends the placeholder's, or begins with it.
    fn filler(&self, request: &Request<'_>, placeholder: &str, arguments: &[Argument]) -> Option<(usize, Basis)> {
        let wanted = fold(placeholder);
        let free = |at: &usize| self.placed[*at].is_none();
        let find =
            |fits: &dyn Fn(&Argument) -> bool| (0..arguments.len()).filter(free).find(|&at| fits(&arguments[at]));
        let is_suffixed =
            |a: &Argument| a.folded().strip_prefix(&wanted).is_some_and(|rest| PATH_SUFFIXES.contains(&rest));
        let named = find(&is_suffixed)
            .or_else(|| find(&|a| a.field.doc_name == placeholder))
            .or_else(|| find(&|a| a.folded() == wanted));
        if let Some(at) = named {
            return Some((at, Basis::Stated));
        }
        let stated: Vec<Option<Placed>> =
            arguments.iter().map(|argument| request.stated.placed(&argument.field.doc_name)).collect();
        let fills = |placed: &Placed| placed.spot == Spot::Path(placeholder.to_owned());
        let found = (0..arguments.len()).filter(free).find(|&at| stated[at].as_ref().is_some_and(fills));
        if let Some((at, placed)) = found.and_then(|at| Some((at, stated[at].clone()?))) {
            return Some((at, placed.basis));
        }
        let only_fit = |fits: &dyn Fn(&str) -> bool| {
            let is_fit = |at: &usize| {
                let name = arguments[*at].folded();
                stated[*at].is_none() && arguments[*at].field.presence.is_required() && !name.is_empty() && fits(&name)
            };
            only((0..arguments.len()).filter(free).filter(is_fit))
        };
        let ending = only_fit(&|name| wanted.ends_with(name)).map(|at| (at, Basis::Rule(Rule::PlacePlaceholderEnding)));
        let begins = |name: &str| name.starts_with(&wanted);
        ending.or_else(|| only_fit(&begins).map(|at| (at, Basis::Rule(Rule::PlacePlaceholderBeginning))))
    }

    fn body(&mut self, request: &Request<'_>, arguments: &[Argument]) {
        if request.has_body {
            return;
        }
        if let Some((at, basis)) =
            self.stated_body(request, arguments).or_else(|| self.body_argument(request, arguments))
        {
            self.placed[at] = Some(Placed { spot: Spot::Body, basis });
        }
    }

    /// The argument that the source states to be the body, unless its name says so, too.
    fn stated_body(&self, request: &Request<'_>, arguments: &[Argument]) -> Option<(usize, Basis)> {
        let open = (0..arguments.len()).filter(|&at| self.placed[at].is_none());
        let stated = |at: usize| Some((at, request.stated.placed(&arguments[at].field.doc_name)?));
        let (at, placed) = open.filter_map(stated).find(|(_, placed)| placed.spot == Spot::Body)?;
        let says_so = BODY_NAMES.contains(&arguments[at].folded().as_str());
        Some((at, if says_so { Basis::Stated } else { placed.basis }))
    }

    fn body_argument(&self, request: &Request<'_>, arguments: &[Argument]) -> Option<(usize, Basis)> {
        if BODILESS_METHODS.contains(&request.method) {
            return None;
        }
        let is_open = |at: usize| {
            let argument = &arguments[at];
            let stated = || request.stated.placed(&argument.field.doc_name);
            self.placed[at].is_none() && !is_said_apart(argument) && stated().is_none()
        };
        let free = || (0..arguments.len()).rev().filter(|&at| is_open(at));
        if let Some(at) = free().find(|&at| BODY_NAMES.contains(&arguments[at].folded().as_str())) {
            return Some((at, Basis::Stated));
        }
        if !request.wrapped {
            return None;
        }
        let named_as_type = |at: &usize| {
            let argument = &arguments[*at];
            argument.is_structured() && argument.link.as_ref().is_some_and(|link| link.stem == argument.folded())
        };
        if let Some(at) = free().find(named_as_type) {
            return Some((at, Basis::Rule(Rule::BodyNamedAsType)));
        }
        if let Some(at) = only(free().filter(|&at| arguments[at].is_bytes())) {
            return Some((at, Basis::Rule(Rule::BodyBytes)));
        }
        let last = arguments.len().checked_sub(1)?;
        let fits =
            BODY_METHODS.contains(&request.method) && free().next() == Some(last) && arguments[last].is_structured();
        fits.then_some((last, Basis::Rule(Rule::BodyLastArgument)))
    }
}

/// The placeholders of a path, each once, in order.
pub fn placeholders(path: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for piece in path.split('{').skip(1) {
        if let Some((name, _)) = piece.split_once('}')
            && !name.is_empty()
            && !found.contains(&name)
        {
            found.push(name);
        }
    }
    found
}

/// Whether an argument's name or the name of its type says that it is in the query or a header.
fn is_said_apart(argument: &Argument) -> bool {
    suffixed_spot(&argument.field.doc_name).is_some() || argument.has_query_type()
}

fn suffixed_spot(shown: &str) -> Option<Spot> {
    let name = fold(shown.trim_end_matches(|c: char| c.is_ascii_digit()));
    if name.ends_with(&fold(QUERY_SUFFIX)) {
        Some(Spot::Query)
    } else if name.ends_with(&fold(HEADER_SUFFIX)) {
        Some(Spot::Header)
    } else {
        None
    }
}

/// The docs do not tell headers from query parameters; names of well-known headers do.
pub fn query_or_header(argument: &Argument, stated: &StatedRequest<'_>) -> Placed {
    let shown = argument.field.doc_name.as_str();
    if let Some(spot) = suffixed_spot(shown) {
        return Placed { spot, basis: Basis::Stated };
    }
    if let Some(placed) = stated.placed(shown).filter(|placed| matches!(placed.spot, Spot::Query | Spot::Header)) {
        return placed;
    }
    if argument.has_query_type() {
        return Placed { spot: Spot::Query, basis: Basis::Rule(Rule::PlaceQueryType) };
    }
    if is_header_name(shown) {
        return Placed { spot: Spot::Header, basis: Basis::Rule(Rule::PlaceHeaderName) };
    }
    if AMBIGUOUS_NAMES.contains(&fold(shown).as_str()) {
        return Placed { spot: Spot::Query, basis: Basis::Rule(Rule::PlaceAmbiguousName) };
    }
    Placed::default_query()
}

fn is_header_name(shown: &str) -> bool {
    let snake = shown.to_snake_case();
    let mut words = snake.split('_');
    let first = words.next().unwrap_or_default();
    let alone = words.next().is_none();
    let name = fold(shown);
    let begins_so = if alone { HEADER_LONE_WORDS.contains(&first) } else { HEADER_FIRST_WORDS.contains(&first) };
    HEADER_NAMES.contains(&name.as_str()) || begins_so && !BODY_HEADERS.contains(&name.as_str())
}
