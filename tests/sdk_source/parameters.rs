//! What the source says of a parameter: where it travels, its name there, its style.
//!
//! In: an argument, and facts of the class and the call that it is of. Out: nothing.

use super::facts::{call, class};
use crate::operations::fixture::Tree;
use tablature::{
    model::{Basis, Evidence, Parameter},
    source::Diagnostics,
};

/// A tree with `GET /docks/{dock}/ships`, whose last argument is this row; facts of its class, and of its call.
fn tree(row: &str, of_class: &[&str], of_call: &[&str]) -> Tree {
    let of_call = [&["request = 'ListShipsRequest'"], of_call].concat();
    Tree::of("python")
        .operation("list", "get /docks/{dock}/ships", &["dock! | *str*", row], "")
        .facts(&class("operations/ListShipsRequest", of_class))
        .facts(&call("GET /docks/{dock}/ships", "list", &of_call))
}

fn shown(parameter: &Parameter) -> String {
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let place = word(serde_json::to_value(parameter.place.value).expect("a word"));
    let style = parameter.style.as_ref().map(|it| word(serde_json::to_value(it.value).expect("a word")));
    [place, parameter.wire.value.clone()].into_iter().chain(style).collect::<Vec<_>>().join(" ")
}

/// The argument `mark` of a type, with facts of the member of that name, and of the call.
fn mark(ty: &str, of_member: &[&str], of_call: &[&str]) -> String {
    let facts: Vec<String> = of_member.iter().map(|fact| format!("of = 'mark', {fact}")).collect();
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    let model = tree(&format!("mark | {ty}"), &facts, of_call).model();
    shown(&model.operations[0].parameters[1])
}

const TEXT: &str = "*Optional[str]*";
const LIST: &str = "List[*str*]";
const MAP: &str = "Dict[str, *str*]";

#[test]
fn the_annotation_of_a_member_is_its_place() {
    for (facts, expected) in [
        (&["query = 'm'"][..], "query m"),
        (&["header = 'X-Mark'"], "header X-Mark"),
        (&["header = ''"], "header mark"),
        (&["header = ''", "wire = 'Mark'"], "header Mark"),
        (&["header = 'X-Mark'", "wire = 'Mark'"], "header X-Mark"),
        (&["header = 'X-Mark'", "query = 'm'"], "query m"),
        (&["wire = 'Mark'"], "query mark"),
        (&["header = 'one'", "header = 'two'"], "query mark"),
    ] {
        assert_eq!(mark(TEXT, facts, &[]), expected, "{facts:?}");
    }
    let model = tree("mark | *Optional[str]*", &["of = 'mark', header = 'X-Mark'"], &[]).model();
    let said = Basis::Read(Evidence::Annotation, "operations/ListShipsRequest.src:1".to_owned());
    let parameter = &model.operations[0].parameters[1];
    assert_eq!((&parameter.place.basis, &parameter.wire.basis), (&said, &said));
}

#[test]
fn the_annotation_of_a_member_is_its_style() {
    for (ty, facts, expected) in [
        (LIST, &["style = 'form'", "explode = 'false'"][..], "query m form-joined"),
        (LIST, &["style = 'Form'", "explode = 'False'"], "query m form-joined"),
        (LIST, &["style = 'form'", "explode = 'true'"], "query m form-explode"),
        (LIST, &["style = 'form'"], "query m form-explode"),
        (LIST, &["style = 'pipeDelimited'"], "query m form-explode"),
        (LIST, &["explode = 'false'"], "query m form-explode"),
        (MAP, &["style = 'deepObject'", "explode = 'true'"], "query m deep-object"),
        (LIST, &["style = 'deepObject'"], "query m deep-object"),
        (MAP, &["style = 'form'", "explode = 'true'"], "query m form-explode"),
        (MAP, &["serialization = 'json'", "style = 'form'"], "query m json"),
        (TEXT, &["serialization = 'JSON'"], "query m json"),
        (TEXT, &["style = 'form'", "explode = 'false'"], "query m"),
    ] {
        let facts = [&["query = 'm'"], facts].concat();
        assert_eq!(mark(ty, &facts, &[]), expected, "{ty} {facts:?}");
    }
    assert_eq!(mark(LIST, &["header = 'M'", "style = 'form'"], &[]), "header M", "a header has no style");
}

/// A call may name the parameters, each by the name that its member is written with.
#[test]
fn the_call_says_where_a_member_travels() {
    for (ty, facts, expected) in [
        (TEXT, &["parameter = 'm', with = 'header,simple=Mark'"][..], "header m"),
        (TEXT, &["parameter = 'm', with = 'header=Mark'"], "header m"),
        (TEXT, &["parameter = 'm', with = 'header=Other'"], "query mark"),
        (TEXT, &["parameter = 'Mark', with = 'header'"], "header Mark"),
        (TEXT, &["parameter = 'Mark', with = 'cookie'"], "query mark"),
        (TEXT, &["parameter = 'x', with = 'header=Other'", "parameter = 'm', with = 'query=Mark'"], "query m"),
        (LIST, &["parameter = 'm', with = 'query,form=Mark'"], "query m form-explode"),
        (LIST, &["parameter = 'm', with = 'query,form,joined=Mark'"], "query m form-joined"),
        (LIST, &["parameter = 'Mark', with = 'query,Form,joined'"], "query Mark form-joined"),
        (LIST, &["parameter = 'm', with = 'query,form,apart=Mark'"], "query m form-explode"),
        (MAP, &["parameter = 'm', with = 'query,deepObject=Mark'"], "query m deep-object"),
        (TEXT, &["parameter = 'm', with = 'query,json=Mark'"], "query m json"),
    ] {
        assert_eq!(mark(ty, &["wire = 'Mark'"], facts), expected, "{facts:?}");
    }
    for facts in [["parameter = 'm', with = 'header=mark'"], ["parameter = 'mark', with = 'header'"]] {
        assert_eq!(mark(TEXT, &["integer = ''"], &facts), "query mark", "its written name is not known");
    }
    let both = ["parameter = 'm', with = 'header=Mark'"];
    assert_eq!(mark(TEXT, &["wire = 'Mark'", "query = 'q'"], &both), "query q", "the member's own word goes before");
}

#[test]
fn a_placeholder_keeps_its_name() {
    for (fact, expected, is_read) in [
        ("path = 'dock'", "path dock", true),
        ("path = 'dock_no'", "path dock", false),
        ("wire = 'DOCK'", "path dock", false),
    ] {
        let model = tree("mark | *Optional[str]*", &[&format!("of = 'dock', {fact}")], &[]).model();
        let dock = &model.operations[0].parameters[0];
        assert_eq!((shown(dock).as_str(), !dock.wire.basis.is_stated()), (expected, is_read), "{fact}");
    }
}

fn messages(found: &Diagnostics) -> Vec<String> {
    found.list.iter().map(|it| it.message.clone()).collect()
}

#[test]
fn a_place_that_the_page_states_stays_and_another_is_reported() {
    let (model, found) = tree("mark | *Optional[str]*", &["of = 'dock', query = 'dock'"], &[]).lower();
    assert_eq!(shown(&model.operations[0].parameters[0]), "path dock");
    assert_eq!(
        messages(&found),
        ["the place of `list dock` is path here and query in operations/ListShipsRequest.src:1"]
    );
}

#[test]
fn a_whole_number_may_be_stated_of_a_parameter() {
    let whole = |fact: &str| {
        let answer = "### Response\n\n**Promise\\<any\\>**\n";
        let model = Tree::of("typescript")
            .operation("list", "get /ships", &["mark | *number*"], answer)
            .facts(&class("operations/ListShipsRequest", &[&format!("of = 'mark', {fact}")]))
            .facts(&call("GET /ships", "list", &["request = 'ListShipsRequest'"]))
            .model();
        crate::cells::fixture::ty(&model.operations[0].parameters[0].ty)
    };
    assert_eq!(whole("integer = ''"), "int64");
    assert_eq!(whole("query = 'mark'"), "number");
}
