//! What a section of a group page says of its operation as a whole.
//!
//! In: group pages. Out: nothing.

use super::fixture::Tree;
use tablature::model::{Deprecation, TypeId};

const USAGE: &str = "<!-- UsageSnippet language=\"java\" operationID=\"get_pet\" method=\"get\" path=\"/pet\" -->";

#[test]
fn prose_is_kept_with_its_own_headings_and_fences() {
    let text = format!(
        "### Available Operations\n\n* [get](#get)\n\n## get\n\nGives *one*.\n\n## On cats\n\nMeow.\n\n```sh\n## not a heading\n```\n\n\
         #### Small print\n\nNone.\n\n### Example Usage\n\n{USAGE}\n```java\ncall();\n```\n"
    );
    let operation = Tree::of("java").section(&text).only();
    let docs = operation.docs.unwrap_or_default();
    assert!(docs.starts_with("Gives *one*.\n\n## On cats") && docs.ends_with("#### Small print\n\nNone."), "{docs}");
    assert_eq!(
        (operation.group.as_str(), operation.module.as_str(), operation.heading.as_str()),
        ("PetShop", "pet_shop", "get")
    );
    assert_eq!((operation.source.page.as_str(), operation.source.line), ("sdks/petshop/README.md", 7));
}

#[test]
fn deprecation_is_read_from_the_heading_and_its_quote() {
    let text = format!(
        "## ~~get~~\n\nOld.\n\n> :warning: **DEPRECATED**: Use `find`.\n\n### Example Usage\n\n{USAGE}\n```java\ncall();\n```\n"
    );
    let operation = Tree::of("java").section(&text).only();
    assert_eq!(operation.heading, "get");
    assert_eq!(operation.docs.as_deref(), Some("Old."));
    assert_eq!(operation.deprecated.and_then(|it| it.note).as_deref(), Some("Use `find`."));
}

#[test]
fn the_stock_note_of_a_deprecation_is_no_note() {
    const STOCK: &str = "This will be removed in a future release, please migrate away from it as soon as possible.";
    let quote = format!("> :warning: **DEPRECATED**: {STOCK}");
    let section = format!("## ~~get~~\n\n{quote}\n\n### Example Usage\n\n{USAGE}\n```java\ncall();\n```\n");
    let page = format!(
        "{quote}\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n\
         | ~~`name`~~ | *String* | :heavy_check_mark: | : warning: ** DEPRECATED **: {STOCK}<br/><br/>A name. |\n"
    );
    let model = Tree::of("java").section(&section).page("models/components/Pet.md", &page).model();
    let pet = model.get(&TypeId::new("components/Pet"));
    let found = [&model.operations[0].deprecated, &pet.deprecated, &pet.shape.fields()[0].deprecated];
    assert_eq!(found, [&Some(Deprecation { note: None }); 3]);
}

#[test]
fn an_operation_that_stands_twice_is_one() {
    let tree = Tree::of("java").operation("get_pet", "get /pet", &[], "").operation("get_pet", "get /pet", &[], "");
    let model = tree.model();
    assert_eq!((model.operations.len(), model.left_out.get("operation printed again")), (1, Some(&1)));
}

#[test]
fn a_fragment_tells_twins_apart_and_is_not_sent() {
    let tree =
        Tree::of("python").operation("chat", "post /chat", &[], "").operation("chat", "post /chat#stream", &[], "");
    let operations = tree.model().operations;
    let shown: Vec<_> =
        operations.iter().map(|it| (it.path.as_str(), it.fragment.as_deref(), it.rust.as_str())).collect();
    assert_eq!(shown, [("/chat", None, "Chat"), ("/chat", Some("stream"), "ChatPetShop")]);
}

#[test]
fn ids_of_any_letters_give_names() {
    for (id, rust) in
        [("benefits:list", "BenefitsList"), ("list-acl", "ListAcl"), ("get_/api/{serviceId}/x", "GetApiServiceIdX")]
    {
        assert_eq!(Tree::of("java").operation(id, "get /x", &[], "").only().rust, rust);
    }
}

#[test]
fn examples_show_pages_of_results() {
    let text = format!(
        "## list\n\n### Example Usage\n\n{USAGE}\n```java\nPets sdk = Pets.builder().build();\nsdk.list().callAsStream();\n```\n\n### Response\n\n**String**\n"
    );
    let operation = Tree::of("java").section(&text).only();
    assert!(operation.paging.is_some());
    assert_eq!(operation.sdk_path.map(|path| path.value), Some(vec!["list".to_owned()]));
    assert!(Tree::of("java").operation("list", "get /x", &[], "").only().paging.is_none());
}

#[test]
fn an_argument_of_a_type_of_the_sdk_is_left_out_whatever_its_name() {
    let rows = ["attempts | *Optional[utils.RetryConfig]*", "limit | *Optional[int]*"];
    let (model, diagnostics) = Tree::of("python").operation("a", "get /a", &rows, "").lower();
    let names: Vec<&str> = model.operations[0].parameters.iter().map(|it| it.doc_name.as_str()).collect();
    assert_eq!((names, diagnostics.list.len()), (vec!["limit"], 0));
    let rows = &model.rows["parameters"];
    assert_eq!((rows.read, rows.lost()), (2, 0), "{rows:?}");
}

/// `options.serverURL` is a plain text by its type, but a field of what only the SDK looks at.
#[test]
fn a_field_of_an_argument_of_the_sdk_is_left_out_with_it() {
    let rows = ["request! | *string*", "options | RequestOptions", "options.serverURL | *string*"];
    let (model, diagnostics) =
        Tree::of("typescript").operation("a", "post /a", &rows, "### Response\n\n**Promise\\<any\\>**\n").lower();
    let operation = &model.operations[0];
    assert!(operation.body.is_some() && operation.parameters.is_empty(), "{operation:?}");
    assert_eq!((diagnostics.list.len(), model.rows["parameters"].lost()), (0, 0));
}

#[test]
fn what_stands_above_the_title_of_a_group_is_reported() {
    let group = format!("<<<<<<< ours\n\n# Pets\n\n{}", crate::markdown::operation("go", "ping", "get /ping", &[]));
    let tree = Tree::of("go").file("sdks/pets/README.md", &group);
    assert_eq!(tree.codes(), ["T0110"]);
}

#[test]
fn front_matter_is_the_title_of_a_page_without_a_heading_and_never_a_finding() {
    for (head, group) in [
        ("---\nid: 1\n---\n# Pets\n", "Pets"),
        ("---\ntitle: Animals\n---\n# Pets\n", "Pets"),
        ("---\ntitle: Animals\nid: 1\n---\n", "Animals"),
        ("+++\ntitle = \"Animals\"\n+++\n", "Animals"),
        ("---\nid: 1\ntitle: >-\n  Animals\n---\n", "Animals"),
        ("---\ntitle: [Animals]\n---\n# Pets\n", "Pets"),
    ] {
        let operation = crate::markdown::operation("go", "ping", "get /ping", &[]);
        let rest = "### Response\n\n**[*components.Pet](../../models/components/pet.md), error**\n";
        let page = format!(
            "{head}\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n\
            | `Name` | `string` | :heavy_check_mark: | N/A |\n"
        );
        let tree = Tree::of("go").file("models/components/pet.md", &page);
        let model = tree.file("sdks/pets/README.md", &format!("{head}\n{operation}{rest}")).model();
        assert_eq!(model.operations[0].group, group, "{head}");
        assert_eq!(model.types[0].rust, group, "{head}");
    }
}

#[test]
fn a_title_of_front_matter_that_is_no_text_is_a_finding_and_no_title() {
    let operation = crate::markdown::operation("go", "ping", "get /ping", &[]);
    let page = "---\ntitle: 'Animals\n---\n\n## Values\n\n| Name | Value |\n| - | - |\n| `A` | a |\n";
    let tree = Tree::of("go").file("sdks/pets/README.md", &format!("---\ntitle: [Animals]\n---\n\n{operation}"));
    let (model, diagnostics) = tree.file("models/components/kind.md", page).lower();
    let codes: Vec<_> = diagnostics.list.iter().map(|it| it.code.text()).collect();
    assert_eq!(codes, ["T0101", "T0101"]);
    assert_eq!((model.operations[0].group.as_str(), model.types[0].rust.as_str()), ("", "Kind"));
}
