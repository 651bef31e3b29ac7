//! What the source says of a union: the order of its members, the property that tells them apart, and its values.
//!
//! In: pages of a union and its members, and facts of its class. Out: nothing.

use super::facts::class;
use crate::{cells::fixture::shape, operations::fixture::Tree};
use tablature::model::{Model, TypeId};

/// The union `Craft` of `Barge`, `Raft` and `Sloop`, which the page lists so, each with a text and a field of its own.
fn craft(facts: &str) -> Model {
    let of = |own: &str| [String::from("craft_kind! | *str*"), format!("{own}! | *int*")];
    let page = |tree: Tree, name: &str, own: &str| {
        let rows = of(own);
        tree.fields(&format!("models/components/{name}.md"), &[rows[0].as_str(), rows[1].as_str()])
    };
    let members = ["Barge", "Raft", "Sloop"].map(|name| format!("### `components.{name}`\n\n")).concat();
    let tree = Tree::of("python").page("models/components/Craft.md", &format!("## Supported Types\n\n{members}"));
    let tree = page(page(page(tree, "Barge", "load"), "Raft", "logs"), "Sloop", "masts");
    let tree = tree.fields("models/components/Dock.md", &["craft! | [components.Craft](./Craft.md)"]);
    tree.operation("sail", "post /sail", &[], "").facts(facts).model()
}

fn union(facts: &[&str]) -> String {
    shape(&craft(&class("components/Craft", facts)).get(&TypeId::new("components/Craft")).shape)
}

const AS_LISTED: &str = "union [Barge, Raft, Sloop]";
const KIND: &str = "discriminator = 'craft_kind'";

#[test]
fn members_are_in_the_order_of_the_source_where_it_names_all() {
    assert_eq!(union(&["choice = 'Sloop'", "choice = 'Barge'", "choice = 'raft'"]), "union [Sloop, Barge, Raft]");
    assert_eq!(
        union(&["choice = 'Raft'", "choice = 'Sloop'", "choice = 'Yawl'", "choice = 'Barge'"]),
        "union [Raft, Sloop, Barge]"
    );
    assert_eq!(union(&["choice = 'Sloop'", "choice = 'Barge'"]), AS_LISTED);
}

#[test]
fn the_source_tells_members_apart_where_it_says_which_value_is_whose() {
    let by = |name: &str| format!("{AS_LISTED} by {name} (b=0, r=1, s=2)");
    let [b, r, s] = ["variant = 'b', with = 'Barge'", "variant = 'r', with = 'raft'", "variant = 's', with = 'Sloop'"];
    assert_eq!(union(&[KIND, b, r, s]), by("craft_kind"));
    assert_eq!(union(&["discriminator = 'craftKind'", b, r, s]), by("craft_kind"), "the name of a member");
    assert_eq!(union(&["discriminator = 'masts'", b, r, s]), by("masts"), "a property of some member");
    assert_eq!(
        union(&[KIND, b, r, s, "variant = 's2', with = 'Sloop'"]),
        format!("{AS_LISTED} by craft_kind (b=0, r=1, s=2, s2=2)")
    );
    for facts in [
        &[b, r, s][..],
        &[KIND],
        &[KIND, b, r],
        &["discriminator = 'sort'", b, r, s],
        &[KIND, b, r, s, "variant = 'y', with = 'Yawl'"],
        &[KIND, "discriminator = 'masts'", b, r, s],
    ] {
        assert_eq!(union(facts), AS_LISTED, "{facts:?}");
    }
    let sorted = ["choice = 'Sloop'", "choice = 'Barge'", "choice = 'Raft'", KIND, b, r, s];
    assert_eq!(union(&sorted), "union [Sloop, Barge, Raft] by craft_kind (b=1, r=2, s=0)");
}

/// A list of tags is a class of its own, or a field has the tags of its union.
#[test]
fn tags_may_stand_in_another_class() {
    let choices = ["choice = 'Barge', with = 'B'", "choice = 'Raft', with = 'R'", "choice = 'Sloop', with = 'S'", KIND];
    let tags = ["of = 'B', variant = 'b'", "of = 'R', variant = 'r'", "of = 'S', variant = 's'"];
    let of = |facts: &str| shape(&craft(facts).get(&TypeId::new("components/Craft")).shape);
    let expected = format!("{AS_LISTED} by craft_kind (b=0, r=1, s=2)");
    assert_eq!(of(&(class("components/Craft", &choices) + &class("components/CraftType", &tags))), expected);
    let variants = ["variant = 'b', with = 'Barge'", "variant = 'r', with = 'Raft'", "variant = 's', with = 'Sloop'"];
    let on_field: Vec<String> = variants.iter().chain([&KIND]).map(|fact| format!("of = 'craft', {fact}")).collect();
    let on_field: Vec<&str> = on_field.iter().map(String::as_str).collect();
    assert_eq!(of(&class("components/Dock", &on_field)), expected);
}
