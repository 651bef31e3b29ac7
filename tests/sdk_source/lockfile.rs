//! What the lockfile's examples show: places and names of parameters, media types, statuses.
//!
//! In: a page that leaves these open, and examples. Out: nothing.

use super::facts::{call, example};
use crate::operations::fixture::Tree;
use tablature::model::{Basis, Evidence, Operation};

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("JSON").as_str().unwrap_or_default().to_owned()
}

/// `GET /docks/{dock}/ships` with an argument `ship_mark`, beside these examples.
fn parameters(shown: &[(&str, &str)]) -> Vec<String> {
    let arguments = ["dock! | *str*", "ship_mark | *Optional[str]*"];
    let tree = Tree::of("python").operation("list", "get /docks/{dock}/ships", &arguments, "");
    let facts: Vec<String> =
        shown.iter().map(|(place, name)| format!("parameter = '{name}', with = '{place}'")).collect();
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    let operation = tree.facts(&example("list", &facts)).only();
    operation.parameters.iter().map(|it| format!("{} {}", word(it.place.value), it.wire.value)).collect()
}

#[test]
fn the_only_place_of_a_parameter_in_examples_is_its_place() {
    for (shown, expected) in [
        (&[("query", "shipMark")][..], "query shipMark"),
        (&[("header", "Ship-Mark")], "header Ship-Mark"),
        (&[("header", "M"), ("header", "ship-mark")], "header ship-mark"),
        (&[("header", "ship-mark"), ("header", "ship-mark")], "header ship-mark"),
        (&[("header", "ship-mark"), ("header", "ship_mark")], "query ship_mark"),
        (&[("header", "ship-mark"), ("query", "ship-mark")], "query ship_mark"),
        (&[("cookie", "ship-mark")], "query ship_mark"),
        (&[("header", "other")], "query ship_mark"),
    ] {
        assert_eq!(parameters(shown), ["path dock", expected], "{shown:?}");
    }
    assert_eq!(parameters(&[("header", "Dock")])[0], "path dock", "what the page states stays");
}

#[test]
fn facts_of_the_lockfile_name_its_line() {
    let tree = Tree::of("python").operation("list", "get /ships", &["mark | *Optional[str]*"], "");
    let facts = ["parameter = 'x', with = 'query'", "parameter = 'Mark', with = 'header'"];
    let operation = tree.facts(&example("list", &facts)).only();
    let said = Basis::Read(Evidence::Lockfile, "lock:2".to_owned());
    let mark = &operation.parameters[0];
    assert_eq!((&mark.place.basis, &mark.wire.basis), (&said, &said));
}

fn ship(tree: Tree) -> Tree {
    tree.fields("models/components/Ship.md", &["name! | *str*"])
}

const SHIP: &str = "[models.Ship](../../models/components/Ship.md)";

/// The body of `POST /ships` beside these examples: its media type, its name, and the others.
fn body(facts: &[&str], of_call: &[&str]) -> String {
    let row = format!("request! | {SHIP}");
    let mut tree = ship(Tree::of("python").operation("build", "post /ships", &[&row], ""));
    if !of_call.is_empty() {
        tree = tree.facts(&call("POST /ships", "build", of_call));
    }
    let operation = tree.facts(&example("build", facts)).only();
    let body = operation.body.expect("a body");
    let name = body.media_type.map(|it| format!(" ({})", it.value)).unwrap_or_default();
    let also: String = body.also.iter().map(|it| format!(", {}", word(it.value))).collect();
    format!("{}{name}{also}", word(body.media.value))
}

#[test]
fn the_only_media_type_of_a_request_in_examples_is_its_own() {
    let (json, form, parts) = (
        "request = 'application/json'",
        "request = 'application/x-www-form-urlencoded'",
        "request = 'multipart/form-data'",
    );
    for (facts, expected) in [
        (&[][..], "json"),
        (&[json], "json"),
        (&[form], "form"),
        (&[form, form], "form"),
        (&[parts], "multipart"),
        (&["request = 'image/png'"], "raw (image/png)"),
        (&["request = 'application/merge-patch+json'"], "json (application/merge-patch+json)"),
        (&["request = 'application/a+json'", "request = 'application/a+json'"], "json (application/a+json)"),
        (&["request = 'application/a+json'", "request = 'application/b+json'"], "json"),
        (&[json, form], "json, form"),
        (&[form, json], "json, form"),
        (&[form, parts, form], "json, form, multipart"),
    ] {
        assert_eq!(body(facts, &[]), expected, "{facts:?}");
    }
    let of_call = ["media-type = 'multipart/form-data'"];
    assert_eq!(body(&[form], &of_call), "multipart, form", "the call says better");
    let of_call = ["media-type = 'application/vnd.ship+json'"];
    assert_eq!(body(&["request = 'application/a+json'"], &of_call), "json (application/vnd.ship+json)");
}

/// `GET /ship` with this response and examples: the success's status and media type.
fn success(response: &str, facts: &[&str]) -> Operation {
    let tree = ship(Tree::of("python").operation("look", "get /ship", &[], response));
    tree.facts(&example("look", facts)).only()
}

#[test]
fn the_only_status_of_success_in_examples_is_its_own() {
    let response = format!("### Response\n\n**{SHIP}**\n");
    for (facts, expected) in [
        (&[][..], "2XX application/json"),
        (&["response = '200', with = 'application/json'"], "200 application/json"),
        (&["response = '299', with = 'application/vnd.ship+json'"], "299 application/vnd.ship+json"),
        (&["response = '404', with = 'text/plain'", "response = '201', with = 'text/plain'"], "201 text/plain"),
        (&["response = '200', with = 'a/b'", "response = '300', with = 'text/plain'"], "200 a/b"),
        (&["response = '200', with = 'a/b'", "response = '200', with = 'a/b'"], "200 a/b"),
        (&["response = '200', with = 'a/b'", "response = '201', with = 'a/b'"], "2XX application/json"),
        (&["response = '200', with = 'a/b'", "response = '200', with = 'a/c'"], "2XX application/json"),
        (&["response = '2XX', with = 'a/b'"], "2XX application/json"),
        (&["response = '199', with = 'a/b'"], "2XX application/json"),
    ] {
        let operation = success(&response, facts);
        let [body] = operation.success.as_slice() else { panic!("{facts:?}") };
        let status = body.status.as_ref().map_or("2XX".to_owned(), |it| it.value.to_string());
        assert_eq!(format!("{status} {}", body.media.value), expected, "{facts:?}");
    }
    let operation = success(&response, &["response = '200', with = 'a/b'"]);
    let said = Basis::Read(Evidence::Lockfile, "lock:1".to_owned());
    assert_eq!(operation.success[0].media.basis, said);
    assert_eq!(operation.success[0].status.as_ref().map(|it| &it.basis), Some(&said));
    assert!(success("", &["response = '200', with = 'a/b'"]).success.is_empty());
}

#[test]
fn what_the_call_states_goes_before_the_examples() {
    let look = |of_call: &[&str]| {
        let response = format!("### Response\n\n**{SHIP}**\n");
        let tree = ship(Tree::of("python").operation("look", "get /ship", &[], &response));
        let tree = tree.facts(&call("GET /ship", "look", of_call));
        let operation = tree.facts(&example("look", &["response = '203', with = 'text/plain'"])).only();
        let body = &operation.success[0];
        let numbers = body.status.iter().chain(&body.also).map(|it| it.value).collect::<Vec<_>>();
        (numbers, body.media.value.clone())
    };
    assert_eq!(look(&["answer = '200', with = 'a/b'"]), (vec![200], "a/b".to_owned()));
    assert_eq!(
        look(&["answer = '200', with = 'a/b'", "answer = '201', with = 'a/b'"]),
        (vec![200, 201], "a/b".to_owned())
    );
    assert_eq!(look(&["answer = '2XX', with = 'a/b'"]), (vec![203], "a/b".to_owned()));
    assert_eq!(look(&["answer = '200', with = '*/*'"]), (vec![200], "text/plain".to_owned()));
}
