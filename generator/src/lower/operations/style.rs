//! How a tree names the pages of its requests.
//!
//! In: all sections, and the model pages. Out: whether a page that is named after its operation and `Request` may be the body. It
//! must not know where arguments travel.
//!
//! Where an operation takes nothing but a body without a name of its own, older SDK generators name its page `…RequestBody`, and
//! keep `…Request` for pages of parameters; newer ones call the body `…Request`.

use super::{
    argument::{Argument, Link, ModelPageKind},
    model_pages::ModelPages,
    place::placeholders,
    written::{SectionAsWritten, Usage},
};
use crate::{
    dialect::page_stem,
    lower::vocabulary::{BODILESS_METHODS, BODY_METHODS, BODY_NAMES, BODY_SUFFIX, REQUEST_ARGUMENT},
    naming::fold,
};
use std::collections::HashSet;

/// Of pages called `…Request`, as many at most are parameters for one body called `…RequestBody`.
const MOST_REQUESTS: usize = 10;

/// How the requests of one tree are named.
#[derive(Debug, Default)]
pub struct RequestStyle {
    /// Whether bodies without a name of their own have pages called `…RequestBody`.
    names_bodies: bool,
    /// What requests without a body have for arguments, folded.
    queries: HashSet<String>,
}

impl RequestStyle {
    /// Looks at all operations of a tree.
    pub fn of(docs: &ModelPages<'_>, sections: &[SectionAsWritten]) -> Self {
        let linked = |suffix: &str| sections.iter().filter(|section| links_to(section, suffix)).count();
        let names_bodies = linked(BODY_SUFFIX) * MOST_REQUESTS >= linked(REQUEST_ARGUMENT).max(1);
        let bodiless = sections.iter().filter(|section| BODILESS_METHODS.contains(&section.usage.method.as_str()));
        let queries = bodiless.flat_map(|section| {
            let rows = docs.wrappers(section).first().and_then(|page| docs.rows(*page)).unwrap_or_default();
            let of_page = rows.iter().map(|field| fold(&field.doc_name));
            of_page.chain(section.parameters.iter().map(|row| fold(&row.name))).collect::<Vec<_>>()
        });
        Self { names_bodies, queries: queries.collect() }
    }

    /// Whether a request page is the body as a whole: there is nothing in it that says otherwise (an object that is
    /// the body, what the client is made with), some of its fields are of no request without a body, and its name is one that a
    /// body could have.
    pub fn takes_for_body(&self, fields: &[Argument], section: &SectionAsWritten) -> bool {
        let usage = &section.usage;
        let may_be = BODY_METHODS.contains(&usage.method.as_str()) && placeholders(&usage.path).is_empty();
        let says_body = |argument: &Argument| {
            let name = argument.folded();
            let is_object_of = |link: &Link| link.stem == name && link.kind == ModelPageKind::Struct;
            BODY_NAMES.contains(&name.as_str()) || argument.link.as_ref().is_some_and(is_object_of)
        };
        let is_apart = |argument: &Argument| {
            says_body(argument) || argument.has_query_type() || section.code.gives_client(&argument.field.doc_name)
        };
        let all_known = fields.iter().all(|argument| self.queries.contains(&argument.folded()));
        !self.names_bodies && may_be && !all_known && !fields.iter().any(is_apart) && !is_made_of_path(usage)
    }
}

/// Whether a web framework made an operation's id of its name, path and method (`reset_users_reset_post`). Such frameworks call each
/// body after a class, never after the operation.
fn is_made_of_path(usage: &Usage) -> bool {
    let [id, path, method] = [&usage.id, &usage.path, &usage.method].map(|name| fold(name));
    id.ends_with(&format!("{path}{method}"))
}

/// Whether the `request` of an operation that may have a body and has no placeholder links to a page that is named after the
/// operation and a suffix.
fn links_to(section: &SectionAsWritten, suffix: &str) -> bool {
    let usage = &section.usage;
    if !BODY_METHODS.contains(&usage.method.as_str()) || !placeholders(&usage.path).is_empty() {
        return false;
    }
    let request = section.parameters.iter().find(|row| fold(&row.name) == REQUEST_ARGUMENT);
    let Some(Ok(ty)) = request.map(|row| &row.ty.expr) else { return false };
    let wanted = format!("{}{suffix}", fold(&usage.id));
    ty.targets().into_iter().filter_map(page_stem).any(|stem| fold(stem) == wanted)
}
