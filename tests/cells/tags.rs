//! Unions whose members show what tells them apart: constants, enums, and the names of constructors.
//!
//! In: pages of unions and of their members. Out: nothing.

use super::fixture::shape;
use crate::operations::fixture::Tree;
use tablature::model::TypeId;

/// A union of these members, each with its rows: what it becomes, and what is reported.
fn union(members: &[(&str, &[&str])]) -> (String, Vec<String>) {
    let headings: String = members.iter().map(|(name, _)| format!("### `components.{name}`\n\n")).collect();
    let tree = Tree::of("python").page("models/components/Craft.md", &format!("## Supported Types\n\n{headings}"));
    let page = |tree: Tree, (name, rows): &(&str, &[&str])| tree.fields(&format!("models/components/{name}.md"), rows);
    let tree = tree.values("models/components/Sort.md", &["x", "z"]);
    let tree = members.iter().fold(tree, page).operation("go", "post /go", &[], "");
    let (model, found) = tree.lower();
    let shown = shape(&model.get(&TypeId::new("components/Craft")).shape);
    (shown, found.list.iter().map(|it| it.message.clone()).collect())
}

fn tagged(members: &[(&str, &[&str])]) -> String {
    let (shown, found) = union(members);
    assert_eq!(found, [""; 0]);
    shown
}

#[test]
fn of_several_properties_the_plainest_is_the_tag() {
    let [a, b] = ["sort! | *Literal[\"a\"]*", "sort! | *Literal[\"b\"]*"];
    let [x, y] = ["type! | *Literal[\"x\"]*", "type! | *Literal[\"y\"]*"];
    let more = "type! | [components.Sort](./Sort.md)";
    assert_eq!(tagged(&[("One", &[a]), ("Two", &[b])]), "union [One, Two] by sort (a=0, b=1)");
    assert_eq!(tagged(&[("One", &[a, x]), ("Two", &[b, y])]), "union [One, Two] by type (x=0, y=1)");
    assert_eq!(tagged(&[("One", &[x, a]), ("Two", &[y, b])]), "union [One, Two] by type (x=0, y=1)");
    assert_eq!(tagged(&[("One", &[a, more]), ("Two", &[b, y])]), "union [One, Two] by sort (a=0, b=1)");
    assert_eq!(tagged(&[("One", &[a, x]), ("Two", &[a, y])]), "union [One, Two] by type (x=0, y=1)");
    assert_eq!(tagged(&[("One", &[more]), ("Two", &[y])]), "union [One, Two] by type (x=0, z=0, y=1)");
}

const ALIKE: &str = "is taken unless";

#[test]
fn members_that_nothing_tells_apart_are_reported() {
    let same = "members `components.One` and `components.Two` of `components/Craft` have the same required fields: \
        `components.One` is taken unless `components.Two` knows more of a value's keys";
    let none = same.replace("have the same required fields", "require no field");
    let of = |one: &[&str], two: &[&str]| union(&[("One", one), ("Two", two)]).1;
    assert_eq!(of(&["a! | *str*"], &["a! | *str*"]), [same]);
    assert_eq!(of(&["a! | *str*", "b! | *int*"], &["b! | *int*", "a! | *str*", "c | *str*"]), [same]);
    assert_eq!(of(&["a | *str*"], &["b | *str*"]), [none]);
    assert_eq!(of(&["a! | *str*"], &["b! | *str*"]), [""; 0]);
    assert_eq!(of(&["a! | *str*"], &["a! | *str*", "b! | *str*"]), [""; 0]);
    let (_, found) = union(&[("Zero", &["z! | *str*"]), ("One", &["a! | *str*"]), ("Two", &["a! | *str*"])]);
    assert!(found.iter().all(|it| it.contains(ALIKE)) && found == [same], "{found:?}");
}
