//! Which call of the source is of which operation, where the page states no address; the class that is a body; facts of nothing.
//!
//! In: sections of pages, and calls. Out: nothing.

use super::facts::{call, class};
use crate::operations::fixture::{Tree, body};

/// A call of a method in a file.
fn in_file(file: &str, name: &str, url: &str) -> String {
    call(url, name, &["answer = '204'"]).replace("calls.src", &format!("src/{file}.ts"))
}

/// The address of a method of the group `PetShop` whose section has no usage comment.
fn address(heading: &str, calls: &[(&str, &str, &str)]) -> Option<String> {
    let calls: String = calls.iter().map(|(file, name, url)| in_file(file, name, url)).collect();
    let example = "### Example Usage\n\n```typescript\nawait sdk.look();\n```\n";
    let (model, _) = Tree::of("typescript").section(&format!("## {heading}\n\n{example}\n")).facts(&calls).lower();
    model.operations.first().map(|it| format!("{} {}", it.method, it.path))
}

#[test]
fn a_method_is_the_call_of_its_group_and_name() {
    let right = "GET /right";
    for (name, calls) in [
        ("its own", &[("petShop", "look", right)][..]),
        ("one that awaits", &[("petshop", "lookAsync", right)]),
        ("its own before one that awaits", &[("petshop", "lookAsync", "GET /wrong"), ("petshop", "look", right)]),
        ("the end of the group", &[("shop", "look", right)]),
        ("a file of the method", &[("petShopLook", "petShopLook", right)]),
        ("the only one of its name", &[("harbour", "look", right), ("harbour", "see", "GET /wrong")]),
        ("the one of its group", &[("harbour", "look", "GET /wrong"), ("petshop", "look", right)]),
        ("the one whose group ends so", &[("harbour", "look", "GET /wrong"), ("shop", "look", right)]),
    ] {
        assert_eq!(address("look", calls).as_deref(), Some(right), "{name}");
    }
    assert_eq!(address("async", &[("petshop", "async", right)]).as_deref(), Some(right), "a name that is the mark");
    for calls in [
        &[][..],
        &[("petshop", "see", right)],
        &[("petShopLook", "see", right)],
        &[("harbour", "petShopLook", right)],
        &[("harbour", "look", right), ("quay", "look", right)],
        &[("petshop", "look", right), ("petshop", "look", "POST /ship")],
    ] {
        assert_eq!(address("look", calls), None, "{calls:?}");
    }
}

/// The arguments may be the fields of a page that another name leads to than the operation's.
#[test]
fn arguments_are_the_class_that_the_call_names() {
    let rows = ["name! | *str*", "masts! | *int*"];
    let build = |page: &[&str], facts: &[&str]| {
        let tree = Tree::of("python").fields("models/components/Draft.md", page);
        let tree = tree.operation("build", "post /ships", &rows, "");
        let facts = class("components/Draft", &["of = 'name', wire = 'name'"]) + &call("POST /ships", "build", facts);
        body(&tree.facts(&facts).only()).map(|(ty, _)| ty)
    };
    let (draft, parts) =
        (Some("{named:components/Draft}".to_owned()), Some("{named:operations/Build#body}".to_owned()));
    let whole = ["request = 'Draft'", "payload = '', with = 'json'"];
    let more = ["name! | *str*", "masts! | *int*", "sails | *Optional[int]*"];
    assert_eq!(build(&rows, &whole), draft);
    assert_eq!(build(&more, &whole), draft);
    assert_eq!(build(&rows[..1], &whole), parts, "the page lacks an argument");
    assert_eq!(build(&more, &["request = 'Other'", whole[1]]), parts, "no page is of the class");
}

#[test]
fn facts_of_what_no_page_has_are_reported() {
    let found = |facts: &str| {
        let tree = Tree::of("python").operation("look", "get /ship", &[], "").facts(facts);
        let messages: Vec<String> = tree.lower().1.list.iter().map(|it| it.message.clone()).collect();
        messages.into_iter().filter(|it| it.contains("facts of what no page has")).collect::<Vec<_>>()
    };
    let stale = |names: &str| vec![format!("`facts.toml` holds facts of what no page has: {names}")];
    let raft = |name: &str| class(&format!("components/{name}"), &["of = 'a', wire = 'b'", "of = 'c', wire = 'd'"]);
    assert_eq!(found(&call("GET /ship", "look", &[])), [""; 0]);
    assert_eq!(found(&raft("A")), stale("`components/A`"));
    assert_eq!(found(&(call("GET /raft", "raft", &[]) + &raft("A"))), stale("`components/A`, `GET /raft`"));
    let three = raft("A") + &raft("B") + &raft("C");
    assert_eq!(found(&three), stale("`components/A`, `components/B`, `components/C`"));
    assert_eq!(found(&(three + &raft("D"))), stale("`components/A`, `components/B`, `components/C`, …"));
    assert_eq!(found(&class("components/A", &["server = 'https://a.example'"])), [""; 0]);
}
