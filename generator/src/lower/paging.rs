//! Pages of results by their names, where usage code shows that an operation pages and nothing says what moves from page to page.
//!
//! In: a model. Out: the same model with what a name in the request and one in the response tell together, as guesses. Where they
//! tell nothing, or two things, nothing is guessed. It must not know how clients walk.

use super::only;
use crate::{
    model::{Fact, Field, Model, Operation, PageInput, PageKind, Paging, Parameter, Place, Rule, Type},
    naming::fold,
};

/// Arguments that name the next page, folded.
const CURSORS: &[&str] =
    &["after", "continuationtoken", "cursor", "next", "nextcursor", "nextpagetoken", "nexttoken", "pagetoken"];
/// What a response calls the next page, folded, where it does not call it as the argument is called.
const NEXT: &[&str] = &["endcursor", "next", "nextcursor", "nextpage", "nextpagetoken", "nexttoken"];
/// Arguments that count pages, folded.
const PAGES: &[&str] = &["page", "pagenumber"];
/// What a response calls the number of pages, folded.
const PAGE_COUNTS: &[&str] = &["lastpage", "maxpage", "numpages", "pagecount", "totalpages"];
/// Arguments that bound the size of a page, folded.
const LIMITS: &[&str] = &["limit", "pagelimit", "pagesize", "perpage"];
/// What a response calls its items, folded, where it has other lists, too.
const ITEMS: &[&str] = &["data", "entries", "items", "records", "results"];

/// Concludes what moves from page to page.
pub fn conclude(model: &mut Model) {
    let found: Vec<Option<Paging>> = model.operations.iter().map(|operation| guess(model, operation)).collect();
    for (operation, found) in model.operations.iter_mut().zip(found) {
        operation.paging = found.or(operation.paging.take());
    }
}

fn guess(model: &Model, operation: &Operation) -> Option<Paging> {
    let known = operation.paging.as_ref().filter(|paging| paging.input.is_none() && paging.next.is_none())?;
    let page = page(model, operation)?;
    let moves = by_cursor(operation, page).or_else(|| by_number(operation, page))?;
    let limit = only(arguments(operation, LIMITS)).map(|limit| limit.wire.value.clone());
    Some(Paging {
        input: Some(assumed(moves.input)),
        next: moves.next.map(assumed),
        pages: moves.pages.map(assumed),
        limit: known.limit.clone().or(limit.map(assumed)),
        items: known.items.clone().or_else(|| items(page).map(assumed)),
        ..known.clone()
    })
}

fn assumed<T>(value: T) -> Fact<T> {
    Fact::assumed(value, Rule::PagingNames)
}

/// The fields of a page, where all successes are of one struct.
fn page<'m>(model: &'m Model, operation: &Operation) -> Option<&'m [Field]> {
    let (first, others) = operation.success.split_first()?;
    let is_one = others.iter().all(|other| other.ty == first.ty);
    model.struct_of(&first.ty).filter(|_| is_one).map(|page| page.fields.as_slice())
}

/// What moves, and what a page says of it.
struct Moves {
    input: PageInput,
    next: Option<String>,
    pages: Option<String>,
}

/// An argument that may be left out, and a text of the response that has its name, or one that says what it is for.
fn by_cursor(operation: &Operation, page: &[Field]) -> Option<Moves> {
    let texts = || page.iter().filter(|field| field.ty == Type::String);
    let pairs = arguments(operation, CURSORS).filter(|argument| argument.ty == Type::String).filter_map(|argument| {
        let own = fold(&argument.wire.value);
        let named = |name: &str| name == own || name == format!("next{own}");
        let same = only(texts().filter(|field| named(&fold(&field.wire.value))));
        let next = same.or_else(|| only(texts().filter(|field| NEXT.contains(&fold(&field.wire.value).as_str()))))?;
        Some(Moves { input: input(argument, PageKind::Cursor), next: Some(path(next)?), pages: None })
    });
    only(pairs)
}

/// An argument that counts pages, and a number of pages in the response.
fn by_number(operation: &Operation, page: &[Field]) -> Option<Moves> {
    let is_number = |ty: &Type| matches!(ty, Type::Int32 | Type::Int64);
    let argument = only(arguments(operation, PAGES).filter(|argument| is_number(&argument.ty)))?;
    let counts = page.iter().filter(|field| is_number(&field.ty));
    let pages = only(counts.filter(|field| PAGE_COUNTS.contains(&fold(&field.wire.value).as_str())))?;
    Some(Moves { input: input(argument, PageKind::Page), next: None, pages: Some(path(pages)?) })
}

fn input(argument: &Parameter, kind: PageKind) -> PageInput {
    PageInput { wire: argument.wire.value.clone(), place: Some(Place::Query), kind }
}

/// The arguments of the query that may be left out and have one of the names.
fn arguments<'o>(operation: &'o Operation, names: &'static [&'static str]) -> impl Iterator<Item = &'o Parameter> {
    operation.parameters.iter().filter(move |parameter| {
        let may_be_left_out = !parameter.presence.value.is_required();
        let is_named = names.contains(&fold(&parameter.wire.value).as_str());
        may_be_left_out && is_named && parameter.place.value == Place::Query
    })
}

/// The only list, or the only one of the names of lists.
fn items(page: &[Field]) -> Option<String> {
    let lists = || page.iter().filter(|field| matches!(field.ty, Type::Array(_)));
    let named = || only(lists().filter(|field| ITEMS.contains(&fold(&field.wire.value).as_str())));
    path(only(lists()).or_else(named)?)
}

/// The JSON path of a field, unless its name would say something else there.
fn path(field: &Field) -> Option<String> {
    let name = &field.wire.value;
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    is_plain.then(|| format!("$.{name}"))
}
