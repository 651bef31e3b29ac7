//! What an example's client and call say beside the request: global parameters, and the flag of streams.
//!
//! In: examples in Python. Out: nothing.

use super::fixture::Tree;
use crate::markdown::{self, PARAMETERS};
use tablature::{
    model::{Basis, Body, Literal, Model, Operation, Place, Rule, Type, TypeId},
    source::Code,
};

/// An operation with this code, and rows of parameters.
fn with(call: &str, rows: &[&str], rest: &str) -> Tree {
    let usage = markdown::usage("python", "visit", "post /visit");
    let code = format!(
        "with Pets(token=\"<YOUR_BEARER_TOKEN_HERE>\") as pets:\n    res = pets.visit({call})\n\n    print(res)\n"
    );
    let rows = format!("{PARAMETERS}{}", markdown::rows(rows));
    Tree::of("python")
        .section(&format!("## visit\n\n### Example Usage\n\n{usage}```python\n{code}```\n\n{rows}\n{rest}"))
}

fn only(model: &Model) -> &Operation {
    &model.operations[0]
}

#[test]
fn what_the_client_is_made_with_is_global() {
    let get = markdown::usage("python", "look", "get /look");
    let code = "with Pets(app_id=\"7\", zone=\"eu\", limit=3, server_url=\"https://x.example\") as pets:\n    res = pets.look()\n";
    let rows = format!("{PARAMETERS}{}", markdown::rows(&["app_id | *str*", "name | *str*"]));
    let section = format!("## look\n\n### Example Usage\n\n{get}```python\n{code}```\n\n{rows}\n");
    let variable = "<!-- Start S [server] -->\n| # | Server |\n| - | - |\n| 0 | `https://{zone}.example` |\n\n\
        | Variable | Default |\n| - | - |\n| `zone` | `\"eu\"` |\n";
    let model = Tree::of("python").file("README.md", variable).section(&section).model();
    let [app, name] = only(&model).parameters.as_slice() else { panic!("{:?}", only(&model).parameters) };
    assert!(app.global.is_some() && name.global.is_none());
    assert_eq!(app.place.basis.rule(), Some(Rule::PlaceGlobal));
    assert_eq!(name.place.basis.rule(), Some(Rule::PlaceDefaultQuery));
    assert_eq!(model.left_out.get("argument of the client that is no parameter of the operation"), Some(&1));
}

/// On a method that has a body, what is left of the arguments would else be its fields.
#[test]
fn what_the_client_is_made_with_is_no_field_of_a_body() {
    let usage = markdown::usage("python", "leave", "delete /visit");
    let code = "with Pets(app_id=\"7\") as pets:\n    res = pets.leave()\n";
    let rows = format!("{PARAMETERS}{}", markdown::rows(&["app_id | *str*"]));
    let section = format!("## leave\n\n### Example Usage\n\n{usage}```python\n{code}```\n\n{rows}\n");
    let model = Tree::of("python").section(&section).model();
    assert!(only(&model).body.is_none(), "{:?}", only(&model).body);
    assert!(only(&model).parameters[0].global.is_some());
}

#[test]
fn an_operation_that_streams_asks_for_it() {
    let preset = |call: &str, flag: &str, response: &str| {
        let body = "request! | [models.Visit](../../models/visit.md)";
        let rest = format!("### Response\n\n**{response}**\n");
        let tree =
            with(call, &[body], &rest).fields("models/visit.md", &[flag]).fields("models/event.md", &["name | *str*"]);
        only(&tree.lower().0).presets.iter().map(|preset| (preset.wire.clone(), preset.value.clone())).next()
    };
    let (flag, events) = (
        "stream | *bool*",
        "Union[eventstreaming.EventStream[models.Event], eventstreaming.EventStreamAsync[models.Event]]",
    );
    let (wire, value) = preset("stream=True", flag, events).expect("a preset");
    assert_eq!((wire.as_str(), value.value, value.basis.rule()), ("stream", Literal::Boolean(true), None));
    assert_eq!(preset("", flag, events).and_then(|(_, value)| value.basis.rule()), Some(Rule::StreamFlag));
    for (call, flag, response) in [
        ("stream=False", flag, events),
        ("stream=True", "stream | *str*", events),
        ("stream=True", flag, "[models.Event](../../models/event.md)"),
    ] {
        assert!(preset(call, flag, response).is_none(), "{call} {flag} {response}");
    }
}

/// Which flag is sent without being asked for, and why: one with another name, or of another request, is the caller's.
#[test]
fn a_flag_of_one_value_is_sent_where_the_operation_answers_as_it_asks() {
    let rule = |flag: &str, response: &str, body: &str| {
        let rest = format!("### Response\n\n**{response}**\n");
        let union =
            "## Supported Types\n\n### `models.Visit`\n\n```python\nvalue: models.Visit = /* values here */\n```\n";
        let tree = with("", &[&format!("request! | [models.{body}](../../models/{}.md)", body.to_lowercase())], &rest);
        let tree = tree.fields("models/visit.md", &["name | *str*", flag]).page("models/either.md", union);
        let model = tree.fields("models/other.md", &["name | *str*"]).lower().0;
        let flag = &model.types[&TypeId::new("models/visit")].shape.fields()[1];
        flag.sent_unasked.as_ref().and_then(Basis::rule)
    };
    let (on, off) = ("stream | *Optional[Literal[True]]*", "stream | *Optional[Literal[False]]*");
    let events = "eventstreaming.EventStream[models.Other]";
    let asks = Some(Rule::SentStreamFlag);
    for (flag, response, body, expected) in [
        (on, events, "Visit", asks),
        (on, events, "Either", asks),
        (off, "str", "Visit", asks),
        (off, events, "Visit", None),
        (on, "str", "Visit", None),
        (on, events, "Other", None),
        ("loud | *Optional[Literal[True]]*", events, "Visit", None),
        ("stream! | *Literal[True]*", events, "Visit", None),
        ("kind | *Optional[Literal[\"x\"]]*", "str", "Other", Some(Rule::SentConstant)),
        ("kind | *OptionalNullable[Literal[\"x\"]]*", "str", "Other", None),
    ] {
        assert_eq!(rule(flag, response, body), expected, "{flag} {response} {body}");
    }
}

#[test]
fn of_two_methods_for_one_operation_each_has_the_body_with_its_flag() {
    let body = |code: &str, pages: &[(&str, &str)]| {
        let tree =
            pages.iter().fold(with(code, &["name | *str*", "size | *Optional[int]*"], ""), |tree, (page, flag)| {
                tree.fields(page, &["name | *str*", "size | *Optional[int]*", flag])
            });
        only(&tree.lower().0).body.clone().expect("a body")
    };
    let plain = ("models/visit.md", "stream | *Optional[Literal[False]]*");
    let streamed = ("models/visitstream.md", "stream | *Optional[Literal[True]]*");
    let named = |body: &Body| body.ty.named().map(|id| id.to_string());
    let of_plain = body("name=\"x\"", &[plain, streamed]);
    assert_eq!(named(&of_plain).as_deref(), Some("models/visit"));
    assert_eq!(of_plain.basis.rule(), Some(Rule::BodyPageWithFlag));
    let events =
        "name=\"x\")\n\n    with res as event_stream:\n        for event in event_stream:\n            print(event";
    assert_eq!(named(&body(events, &[plain, streamed])).as_deref(), Some("models/visitstream"));
    for pages in
        [&[streamed][..], &[plain, ("models/other.md", plain.1)], &[("models/visit.md", "stream | *Optional[bool]*")]]
    {
        assert_eq!(body("name=\"x\"", pages).basis.rule(), Some(Rule::BodyLeftoverArguments));
    }
}

/// What an operation takes from the client has a page of its own, which nothing leads to.
#[test]
fn a_page_of_the_clients_arguments_is_no_type() {
    let types = |pages: &[(&str, &str)]| {
        let tree = Tree::of("python").fields("models/visitglobals.md", &["org_id | *Optional[str]*"]);
        let tree = pages.iter().fold(tree, |tree, (path, row)| tree.fields(path, &[*row]));
        let model = tree.operation("visit", "get /visit", &["org_id | *Optional[str]*"], "").lower().0;
        model.types.keys().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(types(&[]), [""; 0]);
    let user = ("models/pet.md", "own! | [models.VisitGlobals](../models/visitglobals.md)");
    assert_eq!(types(&[user]), ["models/pet", "models/visitglobals"]);
}

/// No page is named after an operation whose id has neither letters nor digits.
#[test]
fn pages_of_no_operation_are_types_where_an_id_says_nothing() {
    let tree = Tree::of("python").fields("models/globals.md", &["org_id | *Optional[str]*"]);
    let tree = tree.fields("models/request.md", &["org_id | *Optional[str]*"]);
    let model = tree.operation("_", "get /visit", &["org_id | *Optional[str]*"], "").lower().0;
    assert_eq!(model.types.keys().map(ToString::to_string).collect::<Vec<_>>(), ["models/globals", "models/request"]);
}

/// What the page lists is sent, be it shown by no example and no row; why the place is a guess, a warning says.
#[test]
fn the_page_of_the_clients_arguments_lists_parameters() {
    let listed = ["fleet_id | *Optional[int]*", "org_id! | *str*"];
    let tree = Tree::of("python").fields("models/visitglobals.md", &listed);
    let model =
        tree.operation("visit", "get /visit/{org_id}", &["size | *Optional[int]*", "org_id! | *str*"], "").lower().0;
    let found: Vec<_> =
        only(&model).parameters.iter().map(|it| (&*it.doc_name, it.ty.clone(), it.global.is_some())).collect();
    assert_eq!(found, [("size", Type::Int64, false), ("org_id", Type::String, true), ("fleet_id", Type::Int64, true)]);
    let place = &only(&model).parameters[2].place;
    assert_eq!((place.value, place.basis.rule()), (Place::Query, Some(Rule::PlaceGlobal)));
}

/// The findings of an operation whose example ends so, and whose response is this.
fn disagreements(end: &str, response: &str) -> Vec<String> {
    let rest = if response.is_empty() { String::new() } else { format!("### Response\n\n**{response}**\n") };
    let usage = markdown::usage("python", "visit", "get /visit");
    let code = format!("with Pets() as pets:\n    res = pets.visit()\n\n    {end}\n");
    let section = format!("## visit\n\n### Example Usage\n\n{usage}```python\n{code}```\n\n{rest}");
    let union = "## Supported Types\n\n### `str`\n\n### `eventstreaming.EventStream[models.Pet]`\n";
    let wrap = ["content_type! | *str*", "status_code! | *int*", "raw_response! | *httpx.Response*"];
    let tree = Tree::of("python").page("models/both.md", union).fields("models/pet.md", &["name | *str*"]);
    let tree = tree.fields("models/visitresponse.md", &wrap);
    let found = tree.section(&section).lower().1.list;
    found.into_iter().filter(|it| it.code == Code::Contradiction).map(|it| it.message).collect()
}

#[test]
fn an_example_and_a_response_that_disagree_are_a_finding_with_both_places() {
    let (stream, none, body) = ("with res as event_stream:", "# Use the SDK ...", "print(res)");
    let (events, both) = ("eventstreaming.EventStream[models.Pet]", "[models.Both](../../models/both.md)");
    for (end, response, expected) in [
        (stream, "str", "reads a stream of events, and its response is none"),
        (none, "str", "reads no body, and its response has one"),
        (body, "", "reads a body, and its response has none"),
    ] {
        let expected = format!("the example of `visit` {expected} (sdks/petshop/README.md:3)");
        assert_eq!(disagreements(end, response), [expected]);
    }
    let wrapped = "[models.VisitResponse](../../models/visitresponse.md)";
    for (end, response) in
        [(stream, events), (stream, both), (none, ""), (body, "str"), (body, wrapped), ("pass", "str"), ("pass", "")]
    {
        assert_eq!(disagreements(end, response), [""; 0], "{end} {response}");
    }
}
