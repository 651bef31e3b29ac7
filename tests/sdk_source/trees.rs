//! Two docs trees of one API, each with the source of its SDK beside it: the stronger source wins.

use super::fixture::fleet;
use crate::docs::{Fixture, tablature};
use serde_json::Value;

const REQUEST: &str = "src/main/java/com/fleet/models/operations/ListShipsRequest.java";

/// The model of two SDKs: of the second, what `change` makes of the class of its request.
fn merged(first: &Fixture, change: &dyn Fn(&str) -> String) -> Value {
    let second = fleet();
    second.write(REQUEST, &change(&second.read(REQUEST)));
    let docs = [first, &second].map(|fixture| fixture.path("docs"));
    let out = first.path("out");
    let place = ["generate", "--docs", docs[0].as_str(), "--docs", docs[1].as_str()];
    let ran = tablature(&[&place[..], &["--name", "fleet", "--out", out.as_str()]].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&first.read("out/model.json")).expect("JSON")
}

fn parameter<'m>(model: &'m Value, shown: &str) -> &'m Value {
    let parameters = model["operations"][0]["parameters"].as_array().expect("parameters");
    parameters.iter().find(|it| it["doc_name"] == shown).unwrap_or_else(|| panic!("no parameter {shown}: {model}"))
}

#[test]
fn the_source_of_the_first_goes_before_that_of_the_second() {
    let first = fleet();
    let model = merged(&first, &|text| text.replace("X-Harbour", "X-Port"));
    let harbour = parameter(&model, "harbour");
    assert_eq!(harbour["wire"]["value"], "X-Harbour");
    assert_eq!(harbour["wire"]["annotation"], format!("{REQUEST}:3"));
}

#[test]
fn the_source_of_the_second_fills_in_what_the_first_does_not_state() {
    let first = fleet();
    std::fs::remove_file(first.path(REQUEST)).expect("removed");
    let model = merged(&first, &str::to_owned);
    let harbour = parameter(&model, "harbour");
    assert_eq!(harbour["place"]["value"], "header");
    assert_eq!(harbour["wire"]["value"], "X-Harbour");
    let place = harbour["place"]["other-docs"].as_str().unwrap_or_default();
    assert!(place.contains(&format!("{REQUEST}:3")), "{harbour}");
}
