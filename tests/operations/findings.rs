//! What is reported of broken operation sections.
//!
//! In: broken pages. Out: nothing.

use super::fixture::Tree;

#[test]
fn a_section_without_a_usage_comment_is_reported() {
    assert_eq!(
        Tree::of("java")
            .operation("a", "get /a", &[], "")
            .section("## lost\n\nProse.\n\n### Parameters\n\nnone\n")
            .codes(),
        ["T0301"]
    );
}

#[test]
fn a_placeholder_without_an_argument_is_an_error() {
    assert_eq!(
        Tree::of("java").operation("a", "get /a/{id}", &["limit | *Optional\\<Integer>*"], "").codes(),
        ["T0302"]
    );
}

#[test]
fn unknown_sections_and_statuses_are_reported() {
    let errors = "### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n| models/errors/Fault | many | a/b |\n";
    assert_eq!(Tree::of("java").operation("a", "get /a", &[], "### Changelog\n\nNone.\n").codes(), ["T0303"]);
    assert_eq!(Tree::of("java").operation("a", "get /a", &[], errors).codes(), ["T0303"]);
}

#[test]
fn an_error_type_without_a_page_is_reported() {
    let errors = "### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n| models/errors/Fault | 404 | a/b |\n";
    assert_eq!(Tree::of("java").operation("a", "get /a", &[], errors).codes(), ["T0304"]);
}

#[test]
fn broken_tables_are_errors() {
    let short = "### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n| X | 404 |\n";
    let column = "### Errors\n\n| Error Type | Content Type |\n| - | - |\n| X | a/b |\n";
    let none = "### Parameters\n\nNone.\n";
    for (rest, code) in [(short, "T0103"), (column, "T0104"), (none, "T0103")] {
        assert_eq!(Tree::of("java").operation("a", "get /a", &[], rest).codes(), [code]);
    }
}

#[test]
fn a_request_page_that_may_be_the_body_is_reported() {
    let request = ["request! | [AddPetRequest](../../models/operations/AddPetRequest.md)"];
    let tree = Tree::of("java").fields("models/operations/AddPetRequest.md", &["name | *Optional\\<String>*"]);
    assert_eq!(tree.operation("add_pet", "post /pets", &request, "").codes(), ["T0305"]);
}

#[test]
fn names_that_requests_without_a_body_have_raise_no_doubt() {
    let tree = Tree::of("java").fields("models/operations/AddPetRequest.md", &["shop | *Optional\\<String>*"]);
    let request = ["request! | [AddPetRequest](../../models/operations/AddPetRequest.md)"];
    let tree = tree.operation("add_pet", "post /pets", &request, "");
    let model = tree.operation("pets", "get /pets", &["shop | *Optional\\<String>*"], "").model();
    assert!(model.operations.iter().all(|operation| operation.body.is_none()));
}

/// Whether the page named after an operation is its body: by what other pages are called, and by what other requests have.
#[test]
fn a_request_page_is_the_body_where_no_page_is_called_so() {
    let add = ["request! | [AddPetRequest](../../models/operations/AddPetRequest.md)"];
    let tree = |rows: &[&str]| {
        Tree::of("java").fields("models/operations/AddPetRequest.md", rows).operation("add_pet", "post /pets", &add, "")
    };
    let named = |tree: Tree| {
        let (model, _) = tree.lower();
        let operation = model.operations.into_iter().find(|it| it.id == "add_pet").expect("an operation");
        operation.body.is_some()
    };
    let name = ["name! | *String*"];
    assert!(named(tree(&name)));
    let list = ["request! | [ListPetsRequest](../../models/operations/ListPetsRequest.md)"];
    let known = tree(&name).fields("models/operations/ListPetsRequest.md", &name);
    assert!(!named(known.operation("list_pets", "get /pets", &list, "")));
    let sell = ["request! | [SellPetRequestBody](../../models/operations/SellPetRequestBody.md)"];
    let older = tree(&name).fields("models/operations/SellPetRequestBody.md", &name);
    assert!(!named(older.operation("sell_pet", "post /sold", &sell, "")));
}

/// No query holds a list of objects, so that a page of a request with one is a body, unless something else of it is elsewhere.
#[test]
fn a_request_page_with_a_list_of_objects_is_the_body_where_none_of_it_is_in_the_path() {
    let body_of = |path: &str| {
        let list = "tags! | List\\<[Tag](../../models/components/Tag.md)>";
        let (model, _) = Tree::of("java")
            .fields("models/components/Tag.md", &["text! | *String*"])
            .fields("models/operations/TagPetRequest.md", &["petId! | *String*", list])
            .operation("tag_pet", path, &["request! | [TagPetRequest](../../models/operations/TagPetRequest.md)"], "")
            .lower();
        model.operations[0].body.as_ref().map(|body| super::fixture::type_text(&body.ty))
    };
    assert_eq!(body_of("post /tags").as_deref(), Some("{named:operations/TagPetRequest}"));
    assert_ne!(body_of("post /pets/{petId}/tags").as_deref(), Some("{named:operations/TagPetRequest}"));
}
