//! Pages of results: what moves from one to the next, by the names in request and response.
//!
//! In: examples in Python that go from page to page. Out: nothing.

use super::fixture::Tree;
use crate::markdown::{self, PARAMETERS};
use tablature::model::{PageKind, Paging, Rule};

/// The paging of an operation with these parameters, whose pages have these fields.
fn paging(example: &str, parameters: &[&str], page: &[&str]) -> Paging {
    let usage = markdown::usage("python", "list", "get /list");
    let code =
        format!("with Pets() as pets:\n    res = pets.list()\n\n    while res is not None:\n        {example}\n");
    let rows = format!("{PARAMETERS}{}", markdown::rows(parameters));
    let response = "### Response\n\n**[models.Page](../../models/page.md)**\n";
    let section = format!("## list\n\n### Example Usage\n\n{usage}```python\n{code}```\n\n{rows}\n{response}");
    let tree = Tree::of("python").section(&section).fields("models/page.md", page);
    tree.lower().0.operations[0].paging.clone().expect("the example goes from page to page")
}

/// What moves, its kind, where the next stands, the bound of a page, and where the items stand.
fn told(parameters: &[&str], page: &[&str]) -> Option<(String, PageKind, String, String, String)> {
    let paging = paging("res = res.next()", parameters, page);
    let text = |fact: Option<tablature::model::Fact<String>>| fact.map(|it| it.value).unwrap_or_default();
    let input = paging.input?;
    assert_eq!(input.basis.rule(), Some(Rule::PagingNames));
    let moves = text(paging.next.or(paging.pages));
    Some((input.value.wire, input.value.kind, moves, text(paging.limit), text(paging.items)))
}

const TEXT: &str = "next | *Optional[str]*";

#[test]
fn names_in_request_and_response_tell_what_moves() {
    let list = "data | List[*str*]";
    let check = |parameters: &[&str], page: &[&str], kind, expected: [&str; 4]| {
        let [input, moves, limit, items] = expected.map(str::to_owned);
        assert_eq!(told(parameters, page), Some((input, kind, moves, limit, items)), "{parameters:?} {page:?}");
    };
    let cursor = PageKind::Cursor;
    check(&[TEXT, "page_size | *Optional[int]*"], &[TEXT, list], cursor, ["next", "$.next", "page_size", "$.data"]);
    let (after, token) = ("after | *Optional[str]*", "next_page_token | *Optional[str]*");
    check(&[after], &[token, list, "raw | List[*str*]"], cursor, ["after", "$.next_page_token", "", "$.data"]);
    let page_token = "page_token | *Optional[str]*";
    check(&[page_token], &[token, TEXT], cursor, ["page_token", "$.next_page_token", "", ""]);
    let (page, count) = ("page | *Optional[int]*", "total_pages | *int*");
    check(&[page], &[count, list], PageKind::Page, ["page", "$.total_pages", "", "$.data"]);
}

#[test]
fn names_on_one_side_or_of_two_meanings_tell_nothing() {
    let (after, count) = ("after | *Optional[str]*", "total_pages | *int*");
    for (parameters, page) in [
        (&[TEXT][..], &["data | List[*str*]"][..]),
        (&["name | *Optional[str]*"], &[TEXT]),
        (&["next! | *str*"], &[TEXT]),
        (&["next | *Optional[int]*"], &["next | *int*"]),
        (&[TEXT, after], &[TEXT, after]),
        (&["page | *Optional[str]*"], &[count]),
        (&["page | *Optional[int]*"], &["total | *int*"]),
    ] {
        assert_eq!(told(parameters, page), None, "{parameters:?} {page:?}");
    }
}
