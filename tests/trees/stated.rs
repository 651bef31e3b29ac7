//! What the source beside either of two trees states: the better known fact is taken, and names where it was read.
//!
//! In: two trees of one operation, with facts. Out: nothing.

use super::fixture::{Docs, merged, taken};
use crate::{
    markdown::{operation, page, usage},
    sdk_source::facts::{call, class},
};
use tablature::model::{Auth, Basis, Evidence, Fact, Model, Operation, SecurityScheme};

const URL: &str = "GET /pets/{petId}";

/// A tree with the operation `getPet`, which takes a text `mark`; facts of its call, and of that argument.
fn tree(of_call: &[&str], of_mark: &[&str]) -> Docs {
    let of_mark: Vec<String> = of_mark.iter().map(|fact| format!("of = 'mark', {fact}")).collect();
    let of_mark: Vec<&str> = of_mark.iter().map(String::as_str).collect();
    let docs = Docs::of("python").get_pet(&["petId! | *str*", "mark | *Optional[str]*"], "*str*");
    let docs = docs.fields("models/errors/Fault.md", &["text! | *str*"]);
    if of_call.is_empty() && of_mark.is_empty() {
        return docs;
    }
    let of_call = [&["request = 'GetPetRequest'"], of_call].concat();
    docs.facts(&call(URL, "getPet", &of_call)).facts(&class("operations/GetPetRequest", &of_mark))
}

fn only(first: Docs, second: Docs) -> Operation {
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(clashes, [""; 0]);
    let [operation] = model.operations.as_slice() else { panic!("{} operations", model.operations.len()) };
    operation.clone()
}

/// A fact and what it is known by, in short.
fn shown<T: serde::Serialize>(fact: &Fact<T>) -> String {
    let value = serde_json::to_value(&fact.value).expect("JSON");
    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match &fact.basis {
        Basis::Read(Evidence::OtherDocs, at) => format!("{value} other {at}"),
        Basis::Read(_, at) => format!("{value} own {at}"),
        Basis::Rule(_) => format!("{value} guess"),
        _ => value,
    }
}

#[test]
fn a_place_that_is_stated_in_either_tree_goes_before_a_guess() {
    let mark = |first: &[&str], second: &[&str]| {
        let operation = only(tree(&[], first), tree(&[], second));
        let mark = &operation.parameters[1];
        (shown(&mark.place), shown(&mark.wire))
    };
    let pair = |place: &str, wire: &str| (place.to_owned(), wire.to_owned());
    let (own, other) = ("own operations/GetPetRequest.src:1", "other docs[1]/operations/GetPetRequest.src:1");
    assert_eq!(mark(&[], &[]), pair("query guess", "mark"));
    assert_eq!(mark(&[], &["header = 'M'"]), (format!("header {other}"), format!("M {other}")));
    assert_eq!(mark(&[], &["query = 'mark'"]).0, format!("query {other}"), "known better");
    assert_eq!(mark(&["header = 'M'"], &[]), (format!("header {own}"), format!("M {own}")));
    assert_eq!(mark(&["header = 'M'"], &["query = 'm'"]), (format!("header {own}"), format!("M {own}")));
    assert_eq!(mark(&["header = 'M'"], &["header = 'M'"]), (format!("header {own}"), format!("M {own}")));
}

#[test]
fn what_only_the_source_of_the_second_states_is_taken() {
    let facts =
        ["answer = '204'", "answer = '404'", "answer = '410'", "page-input = 'mark'", "server = 'https://a.example'"];
    let operation = only(tree(&[], &[]), tree(&facts, &["query = 'mark'"]));
    assert_eq!(shown(&operation.bodiless[0]), "204 own calls.src:2");
    let numbers = |facts: &[Fact<u16>]| facts.iter().map(|fact| fact.value).collect::<Vec<_>>();
    assert_eq!((numbers(&operation.bodiless), numbers(&operation.bodiless_errors)), (vec![204], vec![404, 410]));
    assert_eq!(operation.servers[0].url.value, "https://a.example");
    let input = operation.paging.and_then(|paging| paging.input).expect("an argument");
    assert_eq!(input.value.wire, "mark");
    let own = only(tree(&["answer = '206'", "answer = '418'"], &[]), tree(&facts, &[]));
    assert_eq!((numbers(&own.bodiless), numbers(&own.bodiless_errors)), (vec![206], vec![418]), "its own lists stay");
}

/// A tree whose page declares bodies for these statuses of errors, each of a type.
fn failing(language: &'static str, errors: &[(&str, &str)], of_call: &[&str]) -> Docs {
    let rows: String =
        errors.iter().map(|(ty, status)| format!("| errors.{ty} | {status} | application/json |\n")).collect();
    let table = format!("### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n{rows}\n");
    let table = if errors.is_empty() { String::new() } else { table };
    let text = operation(language, "getPet", "get /pet", &[]) + &table;
    let docs = Docs::of(language).raw("sdks/pets/README.md", format!("# Pets\n\n{text}"));
    let docs = ["Fault", "Gone"]
        .iter()
        .fold(docs, |docs, ty| docs.fields(&format!("models/errors/{ty}.md"), &[&format!("{ty}_text! | *str*")]));
    if of_call.is_empty() { docs } else { docs.facts(&call("GET /pet", "getPet", of_call)) }
}

#[test]
fn errors_of_either_tree_are_errors() {
    let of = |first: Docs, second: Docs| {
        let (model, clashes) = merged(vec![first, second]);
        let operation = &model.operations[0];
        let errors = operation.errors.iter().map(|error| format!("{} {}", error.status, error.ty));
        let bodiless = operation.bodiless_errors.iter().map(|it| it.value.to_string());
        (errors.chain(bodiless).collect::<Vec<_>>(), clashes.len())
    };
    let errors = |errors: &[(&str, &str)]| failing("python", errors, &[]);
    let stated = ["answer = '404'", "answer = '410'"];
    assert_eq!(of(errors(&[("Fault", "404")]), errors(&[])), (vec!["404 errors/Fault".to_owned()], 0));
    let both = vec!["404 errors/Fault".to_owned(), "410 errors/Gone".to_owned()];
    assert_eq!(of(errors(&[("Fault", "404")]), errors(&[("Gone", "410")])), (both.clone(), 0));
    assert_eq!(of(errors(&[]), errors(&[("Fault", "404"), ("Gone", "410")])), (both, 0));
    let several = errors(&[("Fault", "404"), ("Gone", "404")]);
    let kept = vec!["404 errors/Fault".to_owned(), "404 errors/Gone".to_owned()];
    assert_eq!(of(several, errors(&[("Gone", "404")])), (kept, 0), "either may be meant");
    let bare = vec!["404 errors/Fault".to_owned(), "410".to_owned()];
    assert_eq!(of(errors(&[("Fault", "404")]), failing("python", &[], &stated)), (bare, 0), "a body is known");
    assert_eq!(of(failing("python", &[], &stated), errors(&[])), (vec!["404".to_owned(), "410".to_owned()], 0));
}

/// A tree with credentials of this name; what its source says of them, and of the operation.
fn secured(name: &str, scheme: &[&str], of_call: &[&str]) -> Docs {
    let scheme: Vec<String> = scheme.iter().map(|fact| format!("of = '{name}', {fact}")).collect();
    let scheme: Vec<&str> = scheme.iter().map(String::as_str).collect();
    // Without code, which would tell how it is sent.
    let text = format!("## getPet\n\n### Example Usage\n\n{}\n", usage("python", "getPet", "get /pet"));
    let docs = Docs::of("python").raw("sdks/pets/README.md", page("Pets", &text));
    let docs = docs.fields("models/components/Security.md", &[&format!("{name}! | *str*")]);
    let calls = if of_call.is_empty() { String::new() } else { call("GET /pet", "getPet", of_call) };
    let classes = if scheme.is_empty() { String::new() } else { class("components/Security", &scheme) };
    docs.facts(&(calls + &classes))
}

fn schemes(first: Docs, second: Docs) -> Vec<String> {
    let show = |it: &SecurityScheme| {
        let key = it.key.as_ref().map(|key| format!(" {}", key.value.name)).unwrap_or_default();
        let env: String = it.env.iter().map(|env| format!(" ${}", env.value)).collect();
        format!("{}: {}{key}{env}", it.doc_name, shown(&it.kind))
    };
    merged(vec![first, second]).0.security.iter().map(show).collect()
}

#[test]
fn a_credential_is_sent_as_the_tree_says_that_knows_it_best() {
    let key = ["scheme-type = 'apiKey:header'", "scheme-name = 'X-Pet'", "env = 'PET'"];
    let basic = ["scheme-type = 'http:basic'"];
    let [own, other] = ["own components/Security.src:1", "other docs[1]/components/Security.src:1"];
    let bare = || secured("token", &[], &[]);
    assert_eq!(schemes(bare(), secured("token", &key, &[])), [format!("token: api-key {other} X-Pet $PET")]);
    assert_eq!(schemes(secured("token", &key, &[]), bare()), [format!("token: api-key {own} X-Pet $PET")]);
    assert_eq!(schemes(secured("token", &basic, &[]), secured("token", &key, &[])).len(), 1);
    assert!(
        schemes(secured("token", &basic, &[]), secured("token", &key, &[]))[0]
            .starts_with(&format!("token: basic {own}"))
    );
}

#[test]
fn a_credential_of_another_name_is_another_where_it_is_sent_otherwise() {
    let key = |name: &'static str| ["scheme-type = 'apiKey:header'", name];
    let (pet, toy) = (key("scheme-name = 'X-Pet'"), key("scheme-name = 'X-Toy'"));
    let names = |first: &[&str], second: &[&str]| {
        let found = schemes(secured("token", first, &[]), secured("word", second, &[]));
        found.iter().filter_map(|it| it.split_once(':')).map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&pet, &pet), ["token"]);
    assert_eq!(names(&pet, &toy), ["token", "word"]);
    assert_eq!(names(&pet, &pet[..1]), ["token"], "of which no name is known");
    assert_eq!(names(&pet[..1], &pet), ["token"]);
    assert_eq!(names(&pet, &["scheme-type = 'http:basic'"]), ["token", "word"]);
    assert_eq!(names(&pet, &[]), ["token"], "a guess");
}

#[test]
fn whether_an_operation_is_public_is_what_the_tree_says_that_knows_it() {
    let auth = |first: &[&str], second: &[&str]| {
        let facts = ["scheme-type = 'http:bearer'"];
        let (model, _): (Model, _) = merged(vec![secured("token", &facts, first), secured("token", &facts, second)]);
        model.operations[0].auth.clone()
    };
    let (none, client) = (["credentials = 'none'"], ["credentials = 'client'"]);
    assert_eq!(auth(&none, &[]).value, Auth::Public);
    assert_eq!(auth(&[], &none).value, Auth::Public);
    assert_eq!(auth(&client, &none).value, Auth::Global);
    assert_eq!(auth(&none, &client).value, Auth::Public);
}

#[test]
fn operations_are_one_where_method_and_path_are() {
    let urls = |url: &str, other: &str| {
        let tree = |id: &str, url: &str| {
            Docs::of("python").raw("sdks/pets/README.md", format!("# Pets\n\n{}", operation("python", id, url, &[])))
        };
        let (model, _) = merged(vec![tree("look", url), tree("see", other)]);
        let lacks = model.left_out.get("operation that only docs[1] has").copied().unwrap_or_default();
        assert_eq!((model.operations.len(), taken(&model)), (1, vec![]), "{url} and {other}");
        lacks == 0
    };
    for (url, other, expected) in [
        ("get /pets", "get /pets", true),
        ("get /pets", "get /pets/", true),
        ("get /pets", "put /pets", false),
        ("get /pets", "get /toys", false),
        ("get /pets/{id}", "get /pets/{pet_id}", true),
        ("get /pets/{id}", "get /pets", false),
        ("get /pets/{id}/toys", "get /pets/{petId}/toys", true),
        ("get /pets/{id}/toys", "get /pets/{id}/beds", false),
        ("get /pets/{id}:wash", "get /pets/{id}:feed", false),
    ] {
        assert_eq!(urls(url, other), expected, "{url} and {other}");
    }
}
