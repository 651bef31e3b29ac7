//! What the source says of bodies: how a request is encoded, the statuses and media types of answers, and pages of results.
//!
//! In: the section of an operation, and facts of its call. Out: nothing.

use super::facts::{call, class};
use crate::{cells::fixture::ty, operations::fixture::Tree};
use tablature::model::{Basis, Evidence, Fact, Operation};

const SHIP: &str = "[models.Ship](../../models/components/Ship.md)";

fn word(value: impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("JSON");
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn numbers(facts: &[Fact<u16>]) -> Vec<u16> {
    facts.iter().map(|it| it.value).collect()
}

fn ship(language: &'static str) -> Tree {
    Tree::of(language).fields("models/components/Ship.md", &["name! | *str*"])
}

/// The body of `POST /ships`, an argument of this type: its media type, its name, its type.
fn body(argument: &str, of_class: &[&str], of_call: &[&str]) -> String {
    let of_call = [&["request = 'BuildRequest'"], of_call].concat();
    let name = if of_class.is_empty() { "request" } else { "ship" };
    let operation = ship("python")
        .operation("build", "post /ships", &[&format!("{name}! | {argument}")], "")
        .facts(&class("operations/BuildRequest", of_class))
        .facts(&call("POST /ships", "build", &of_call))
        .only();
    let body = operation.body.expect("a body");
    let name = body.media_type.map(|it| format!(" ({})", it.value)).unwrap_or_default();
    format!("{}{name} {}", word(body.media.value), ty(&body.ty))
}

#[test]
fn a_request_is_encoded_as_the_source_says() {
    let member = "of = 'ship', body = 'application/xml'";
    let form = "of = 'ship', body = 'application/x-www-form-urlencoded'";
    for (of_class, of_call, expected) in [
        (&[][..], &[][..], "json Ship"),
        (&[], &["media-type = 'application/json'"], "json Ship"),
        (&[], &["media-type = 'application/json; charset=utf-8'"], "json Ship"),
        (&[], &["media-type = 'application/merge-patch+json'"], "json (application/merge-patch+json) Ship"),
        (&[], &["media-type = 'application/x-www-form-urlencoded'"], "form Ship"),
        (&[], &["media-type = 'multipart/form-data'"], "multipart Ship"),
        (&[], &["media-type = 'multipart/mixed'"], "multipart Ship"),
        (&[], &["media-type = 'application/octet-stream'"], "raw Ship"),
        (&[], &["media-type = ' text/csv '"], "raw (text/csv) Ship"),
        (&[], &["media-type = '*/*'"], "raw Ship"),
        (&[], &["payload = 'request', with = 'json'"], "json Ship"),
        (&[], &["payload = 'request', with = 'form'"], "form Ship"),
        (&[], &["payload = 'request', with = 'multipart'"], "multipart Ship"),
        (&[], &["payload = 'request', with = 'raw'"], "raw Ship"),
        (&[], &["payload = 'request', with = 'string'"], "raw Ship"),
        (&[], &["payload = 'request', with = 'xml'"], "json Ship"),
        (&[], &["payload = 'request', with = 'form'", "media-type = 'text/csv'"], "raw (text/csv) Ship"),
        (&[member], &["payload = 'ship', with = 'json'"], "raw (application/xml) Ship"),
        (&[form], &["payload = 'ship', with = 'json'", "media-type = 'text/csv'"], "form Ship"),
        (&["of = 'ship', body = ''"], &["payload = 'ship', with = 'form'"], "form Ship"),
        (&[], &["nullable = 'true'"], "json nullable(Ship)"),
    ] {
        assert_eq!(body(SHIP, of_class, of_call), expected, "{of_class:?} {of_call:?}");
    }
    assert_eq!(body("List[*str*]", &[], &["nullable = 'true'"]), "json array(string)", "only of types with a name");
}

/// `GET /ship`, with these sections and facts of its call.
fn look(rest: &str, of_call: &[&str]) -> Operation {
    let tree = ship("python").fields("models/errors/Fault.md", &["text! | *str*"]);
    tree.operation("look", "get /ship", &[], rest).facts(&call("GET /ship", "look", of_call)).only()
}

/// Status, further statuses and media type of the only body; and statuses without one.
fn answer(of_call: &[&str]) -> String {
    let operation = look(&format!("### Response\n\n**{SHIP}**\n"), of_call);
    let [body] = operation.success.as_slice() else { panic!("{of_call:?}") };
    let status = body.status.as_ref().map(|it| it.value);
    format!("{status:?} {:?} {} {:?}", numbers(&body.also), body.media.value, numbers(&operation.bodiless))
}

#[test]
fn an_answer_has_the_statuses_and_the_media_type_of_the_source() {
    for (of_call, expected) in [
        (&[][..], "None [] application/json []"),
        (&["answer = '200', with = 'a/b'"], "Some(200) [] a/b []"),
        (&["answer = '299', with = 'a/b'", "answer = '201', with = 'a/b'"], "Some(299) [201] a/b []"),
        (&["answer = '200', with = 'a/b'", "answer = '200', with = 'a/b'"], "Some(200) [] a/b []"),
        (&["answer = '200', with = 'a/b'", "answer = '201', with = 'a/c'"], "Some(200) [201] application/json []"),
        (&["answer = '200', with = '*/*'"], "Some(200) [] application/json []"),
        (&["answer = '2XX', with = 'a/b'"], "None [] a/b []"),
        (&["answer = '2XX', with = 'a/b'", "answer = '203', with = 'a/b'"], "Some(203) [] a/b []"),
        (&["answer = '300', with = 'a/b'", "answer = '199', with = 'a/b'"], "None [] application/json []"),
        (&["answer = '200', with = 'a/b'", "answer = '204'"], "Some(200) [] a/b [204]"),
        (&["answer = '204'", "answer = '2XX'", "answer = '202'"], "None [] application/json [204, 202]"),
        (&["answer = 'default', with = 'a/b'"], "None [] application/json []"),
    ] {
        assert_eq!(answer(of_call), expected, "{of_call:?}");
    }
}

#[test]
fn an_operation_without_a_body_has_a_status_of_its_own() {
    let of = |of_call: &[&str]| {
        let operation = look("", of_call);
        assert!(operation.success.is_empty());
        (operation.status.map(|it| it.value), numbers(&operation.bodiless))
    };
    assert_eq!(of(&[]), (None, vec![]));
    assert_eq!(of(&["answer = '204'"]), (Some(204), vec![]));
    assert_eq!(of(&["answer = '201', with = 'a/b'", "answer = '204'"]), (Some(201), vec![204]));
    assert_eq!(of(&["answer = '2XX'", "answer = '202'", "answer = '404'"]), (Some(202), vec![]));
}

/// An envelope of two bodies: each has the answers of its own media type.
#[test]
fn several_bodies_have_the_answers_of_their_media_types() {
    let rows = [
        "contentType! | *String*",
        "statusCode! | *int*",
        "rawResponse! | [HttpResponse\\<InputStream>](https://docs.oracle.com/x)",
        "twoHundredImagePngResponseStream | *Optional\\<InputStream>*",
        "twoHundredApplicationPdfResponseStream | *Optional\\<InputStream>*",
    ];
    let of = |of_call: &[&str]| {
        let response = "### Response\n\n**[LookResponse](../../models/operations/LookResponse.md)**\n";
        let tree = Tree::of("java").fields("models/operations/LookResponse.md", &rows);
        let tree = tree.operation("look", "get /ship", &[], response).facts(&call("GET /ship", "look", of_call));
        let show = |it: &tablature::model::SuccessBody| {
            (it.status.as_ref().map(|it| it.value), numbers(&it.also), it.media.value.clone())
        };
        tree.only().success.iter().map(show).collect::<Vec<_>>()
    };
    let (png, pdf) = ("image/png".to_owned(), "application/pdf".to_owned());
    let stated = ["answer = '201', with = 'application/pdf'", "answer = '200', with = 'application/pdf'"];
    assert_eq!(of(&stated), [(Some(200), vec![], png.clone()), (Some(201), vec![200], pdf.clone())]);
    assert_eq!(of(&["answer = '203', with = 'image/png'"]), [(Some(203), vec![], png), (Some(200), vec![], pdf)]);
}

#[test]
fn the_end_of_a_stream_of_events_is_that_of_the_source() {
    let of = |response: &str| {
        let call = call("GET /watch", "watch", &["sentinel = '[END]'"]);
        let operation = ship("python").operation("watch", "get /watch", &[], response).facts(&call).only();
        operation.success[0].sentinel.clone().map(|it| it.value)
    };
    let events = "### Response\n\n**[Union[eventstreaming.EventStream[models.Ship], eventstreaming.EventStreamAsync[models.Ship]]](../../models/.md)**\n";
    assert_eq!(of(events).as_deref(), Some("[END]"));
    assert_eq!(of(&format!("### Response\n\n**{SHIP}**\n")), None);
}

#[test]
fn errors_without_a_body_are_those_that_no_page_declares() {
    let of = |rows: &[&str], of_call: &[&str]| {
        let rows: String = rows.iter().map(|row| format!("| errors.Fault | {row} | application/json |\n")).collect();
        let table = format!("### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n{rows}");
        numbers(&look(if rows.is_empty() { "" } else { &table }, of_call).bodiless_errors)
    };
    let stated = ["answer = '404'", "answer = '410', with = '*'", "answer = '503', with = '*/*'", "answer = '404'"];
    assert_eq!(of(&[], &stated), [404, 410, 503]);
    assert_eq!(of(&["404"], &stated), [410, 503]);
    assert_eq!(of(&["4XX"], &stated), [503]);
    assert_eq!(of(&["5XX"], &stated), [404, 410]);
    assert_eq!(of(&["4XX, 5XX"], &stated), [0; 0]);
    assert_eq!(of(&["500"], &stated), [404, 410, 503]);
    assert_eq!(of(&[], &["answer = '404', with = 'a/b'", "answer = '299'", "answer = '4XX'"]), [0; 0]);
    assert_eq!(of(&[], &["answer = '300'", "answer = '304'"]), [300, 304]);
}

/// `GET /ships` with arguments `page_no` and `size`: how it is paged.
fn paging(of_call: &[&str]) -> Option<Vec<String>> {
    let rows = ["page_no | *Optional[int]*", "size | *Optional[int]*"];
    let stated = [&["request = 'ListRequest'"], of_call].concat();
    let operation = Tree::of("python")
        .operation("list", "get /ships", &rows, "")
        .facts(&class("operations/ListRequest", &["of = 'page_no', query = 'page'", "of = 'size', header = 'X-Size'"]))
        .facts(&call("GET /ships", "list", &stated))
        .only();
    let paging = operation.paging?;
    assert_eq!(paging.basis, Basis::Read(Evidence::Annotation, "calls.src:2".to_owned()));
    let input = paging.input.map(|it| format!("{} {} {}", word(it.value.kind), it.value.wire, word(it.value.place)));
    let texts = [("limit", paging.limit), ("items", paging.items), ("next", paging.next), ("pages", paging.pages)];
    let texts = texts.into_iter().filter_map(|(name, fact)| Some(format!("{name} {}", fact?.value)));
    Some(input.into_iter().chain(texts).collect())
}

#[test]
fn pages_of_results_are_what_the_source_says() {
    for (of_call, expected) in [
        (&["page-input = 'page_no'"][..], &["page page query"][..]),
        (&["offset-input = 'pageNo'"], &["offset page query"]),
        (&["cursor-input = 'size'"], &["cursor X-Size header"]),
        (&["cursor-input = 'other'"], &[]),
        (&["page-input = 'page_no'", "offset-input = 'size'"], &["page page query"]),
        (&["page-input = 'page_no'", "limit-input = 'size'"], &["page page query", "limit X-Size"]),
        (&["page-input = 'page_no'", "limit-input = 'other'"], &["page page query"]),
        (
            &["cursor-input = 'page_no'", "results = '$.ships'", "next-cursor = '$.next'", "page-count = '$.count'"],
            &["cursor page query", "items $.ships", "next $.next", "pages $.count"],
        ),
    ] {
        assert_eq!(paging(of_call).expect("paging"), expected, "{of_call:?}");
    }
    assert_eq!(paging(&["limit-input = 'size'"]), None);
}

/// That an operation pages is known better from its call than from an example.
#[test]
fn the_source_says_better_than_an_example_that_results_are_paged() {
    let usage = crate::markdown::usage("python", "list", "get /ships");
    let code =
        "with Ships() as ships:\n    res = ships.list()\n\n    while res is not None:\n        res = res.next()\n";
    let section =
        format!("## list\n\n### Example Usage\n\n{usage}```python\n{code}```\n\n### Response\n\n**{SHIP}**\n");
    let of = |facts: &[&str]| {
        let tree = ship("python").section(&section).facts(&call("GET /ships", "list", facts));
        tree.lower().0.operations[0].paging.clone().expect("paging").basis
    };
    assert!(matches!(of(&[]), Basis::Read(Evidence::UsageCode, _)));
    assert_eq!(of(&["page-input = 'page'"]), Basis::Read(Evidence::Annotation, "calls.src:1".to_owned()));
}
