//! One type in two trees: its values, its fields, and which type of the other tree it is.
//!
//! In: two pages of a type. Out: nothing.

use super::fixture::{Docs, merged, merged_with, shown, taken};
use crate::markdown::{self, FIELDS, rows};
use tablature::{
    lower::LowerOptions,
    model::{Enum, Model, Shape, TypeId},
};

/// A tree with an enum that a field has.
fn colors(language: &'static str, values: &str) -> Docs {
    Docs::of(language)
        .page("models/components/Color.md", values)
        .fields("models/components/Cat.md", &["color! | [components.Color](../../models/components/Color.md)"])
}

fn values(values: &[&str]) -> String {
    markdown::values(values)
}

fn enumeration<'m>(model: &'m Model, id: &str) -> &'m Enum {
    let Shape::Enum(shape) = &model.get(&TypeId::new(id)).shape else { panic!("{id} is no enum") };
    shape
}

#[test]
fn lists_of_values_that_differ_are_reported() {
    let found = |first: &[&str], second: &[&str]| {
        let (model, mut clashes) = merged(vec![colors("go", &values(first)), colors("python", &values(second))]);
        let kept: Vec<String> =
            enumeration(&model, "components/Color").values.iter().map(|it| it.wire.to_string()).collect();
        assert_eq!(kept, first, "the first docs are followed");
        assert!(clashes.len() < 2, "{clashes:?}");
        clashes.pop().unwrap_or_default()
    };
    let many = ["a", "b", "c", "d", "e", "f", "g"];
    for (first, second, own, other) in [
        (&many[..2], &many[..1], "with `b`", "without `b`"),
        (&many[..1], &many[..3], "without `b`, `c`", "with `b`, `c`"),
        (&["a", "x"], &["y", "a"], "with `x` and without `y`", "with `y` and without `x`"),
        (&many[..1], &many[..6], "without `b`, `c`, `d`, `e`, `f`", "with `b`, `c`, `d`, `e`, `f`"),
        (&many, &many[..1], "with `b`, `c`, `d`, `e`, `f` and 1 more", "without `b`, `c`, `d`, `e`, `f` and 1 more"),
        (&["1", "2"], &["1"], "with `2`", "without `2`"),
        (&["1"], &["one", "two"], "integers", "strings"),
        (&["one"], &["1"], "strings", "integers"),
    ] {
        let clash = format!(
            "the list of values of `components/Color` is {own} here and {other} in 1/models/components/Color.md:1"
        );
        assert_eq!(found(first, second), clash);
    }
    assert_eq!(found(&["a", "b"], &["b", "a"]), "");
    assert_eq!(found(&["1", "2"], &["2", "1"]), "");
}

/// An enum's page may say that there are more values, or that there are no more, or nothing.
#[test]
fn openness_that_the_first_does_not_state_is_that_of_the_second() {
    let unstated = values(&["red"]);
    let closed = format!("## Example Usage\n\n```go\nx := 1\n```\n\n{unstated}");
    let open = format!("## Example Usage\n\n```go\n// Open enum: more may come\n```\n\n{unstated}");
    for (first, second, expected, is_taken, is_closed) in [
        (&unstated, &open, "open", true, false),
        (&unstated, &closed, "closed", true, true),
        (&unstated, &unstated, "unstated", false, false),
        (&open, &closed, "open", false, false),
        (&closed, &open, "closed", false, true),
        (&open, &unstated, "open", false, false),
        (&closed, &unstated, "closed", false, true),
    ] {
        let trees = || vec![colors("go", first), colors("python", second)];
        let (model, clashes) = merged(trees());
        assert_eq!(shown(&model, "components/Color"), format!("{expected} strings [\"red\"]"));
        assert_eq!(clashes, [""; 0]);
        let said = "components/Color: openness from docs[1]/models/components/Color.md:1".to_owned();
        assert_eq!(taken(&model), if is_taken { vec![said] } else { vec![] });
        assert!(!enumeration(&model, "components/Color").closed);
        let options = LowerOptions { closed_enums: true, ..LowerOptions::default() };
        let (model, _) = merged_with(trees(), &options);
        assert_eq!(enumeration(&model, "components/Color").closed, is_closed, "{first} and {second}");
    }
}

const OWNER: &str = "owner! | [components.Owner](../../models/components/Owner.md)";
const MY_OWNER: &str = "owner! | [models.Keeper](../models/Keeper.md)";

/// A tree that knows no more of the owner than the name, and another one.
fn owners(first: Docs, second: Docs) -> (Model, Vec<String>) {
    merged(vec![first.fields("models/components/Pet.md", &[OWNER]), second.fields("models/Pet.md", &[MY_OWNER])])
}

#[test]
fn a_type_of_which_the_first_knows_the_name_is_what_the_second_says() {
    let bare = || {
        Docs::of("go")
            .page("models/components/Owner.md", "Who keeps it.")
            .fields("models/components/Home.md", &["street! | `string`"])
    };
    let python = || Docs::of("python").fields("models/Home.md", &["street! | *str*"]);
    let home = "home! | [models.Home](../models/Home.md)";
    for (second, expected, fact) in [
        (
            python().fields("models/Keeper.md", &["name! | *str*", home]),
            "struct {name: string required, home: Home required}",
            "fields",
        ),
        (python().values("models/Keeper.md", &["me", "you"]), r#"unstated strings ["me", "you"]"#, "values"),
        (python().union("models/Keeper.md", &["str", "models.Home"]), "union [string, Home]", "members"),
    ] {
        let (model, clashes) = owners(bare(), second);
        assert_eq!((shown(&model, "components/Owner"), clashes), (expected.to_owned(), vec![]));
        assert_eq!(taken(&model), [format!("components/Owner: {fact} from docs[1]/models/Keeper.md:1")]);
        assert_eq!(
            model.types.keys().map(ToString::to_string).collect::<Vec<_>>(),
            ["components/Home", "components/Owner", "components/Pet"]
        );
        assert_eq!(model.get(&TypeId::new("components/Owner")).docs.as_deref(), Some("Who keeps it."));
    }
    let (model, clashes) = owners(bare(), python().page("models/Keeper.md", ""));
    assert_eq!((shown(&model, "components/Owner"), taken(&model), clashes), ("any".to_owned(), vec![], vec![]));
}

#[test]
fn what_the_first_says_of_a_type_is_not_replaced_by_a_page_that_says_nothing() {
    for (first, expected) in [
        (Docs::of("go").fields("models/components/Owner.md", &["name! | `string`"]), "struct {name: string required}"),
        (Docs::of("go").values("models/components/Owner.md", &["me"]), r#"unstated strings ["me"]"#),
        (Docs::of("go").union("models/components/Owner.md", &["string", "bool"]), "union [string, boolean]"),
    ] {
        let (model, clashes) = owners(first, Docs::of("python").page("models/Keeper.md", "One who keeps."));
        assert_eq!((shown(&model, "components/Owner"), clashes), (expected.to_owned(), vec![]));
        assert_eq!(taken(&model), ["components/Owner: description from docs[1]/models/Keeper.md:1"]);
    }
}

#[test]
fn an_object_without_fields_has_those_of_the_second() {
    let rows = ["name! | *str*", "home! | [models.Home](../models/Home.md)", "__pydantic_extra__ | Dict[str, *int*]"];
    let python = Docs::of("python").fields("models/Keeper.md", &rows).fields("models/Home.md", &["street! | *str*"]);
    let (model, clashes) = owners(Docs::of("go").fields("models/components/Owner.md", &[]), python);
    let expected = "struct {name: string required, home: Home required, *: int64}";
    assert_eq!((shown(&model, "components/Owner"), clashes), (expected.to_owned(), vec![]));
    assert_eq!(
        taken(&model),
        [
            "components/Owner: fields from docs[1]/models/Keeper.md:1",
            "models/Home: definition from docs[1]/models/Home.md:1"
        ]
    );
}

/// The descriptions of types that no operation reaches, where the second tree alone describes its types.
fn described(first: Docs, second: Docs) -> Vec<String> {
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(clashes, [""; 0]);
    let docs = model.types.iter().filter_map(|(id, def)| Some(format!("{id}: {}", def.docs.as_ref()?)));
    docs.collect()
}

/// A page that says what the type is, and has a field.
fn said(what: &str, field: &str) -> String {
    format!("{what}\n\n{FIELDS}{}", rows(&[&format!("{field}! | *str*")]))
}

#[test]
fn types_of_one_name_are_one_where_they_have_something_in_common() {
    let cat = || Docs::of("go").fields("models/components/Cat.md", &["NineLives! | `string`", "Age! | `int64`"]);
    let of = |text: &str| described(cat(), Docs::of("python").page("models/Cat.md", text));
    assert_eq!(of(&said("Purrs.", "nine_lives")), ["components/Cat: Purrs."]);
    assert_eq!(of(&said("Digs.", "bucket")), [""; 0]);
    assert_eq!(of(&format!("Is.\n\n{FIELDS}")), ["components/Cat: Is."]);
    assert_eq!(of("Is said to be."), ["components/Cat: Is said to be."]);
    assert_eq!(of(&format!("Is a word.\n\n{}", values(&["cat"]))), [""; 0], "no object is an enum");
    let empty = Docs::of("go").fields("models/components/Cat.md", &[]);
    let second = Docs::of("python").page("models/Cat.md", &said("Purrs.", "lives"));
    assert_eq!(described(empty, second), ["components/Cat: Purrs."]);
    let color = |text: &str| {
        let first = Docs::of("go").values("models/components/Color.md", &["red", "blue"]);
        let second = Docs::of("python").page("models/Color.md", &format!("Is.\n\n{text}"));
        let (model, _) = merged(vec![first, second]);
        model.types[0].docs.clone()
    };
    assert_eq!(color(&values(&["green", "blue"])).as_deref(), Some("Is."));
    assert_eq!(color(&values(&["green"])), None);
}

#[test]
fn of_types_of_one_name_the_one_of_the_same_folder_is_it() {
    let cat = &["name! | `string`"];
    let first = || Docs::of("go").fields("models/components/Cat.md", cat).fields("models/errors/Cat.md", cat);
    let of = |folder: &str| {
        described(first(), Docs::of("go").page(&format!("models/{folder}/Cat.md"), &said("Purrs.", "name")))
    };
    assert_eq!(of("errors"), ["errors/Cat: Purrs."]);
    assert_eq!(of("components"), ["components/Cat: Purrs."]);
    assert_eq!(of("operations"), ["components/Cat: Purrs."], "else the first");
}

/// A type that a field says to be another is not that of its name, too.
#[test]
fn a_type_that_is_known_to_be_another_is_not_matched_by_name() {
    let first = Docs::of("go")
        .fields("models/components/Cat.md", &["name! | `string`"])
        .fields("models/components/Box.md", &["of! | [components.Cat](./Cat.md)"]);
    let second = Docs::of("python")
        .page("models/Cat.md", &said("A wild one.", "name"))
        .page("models/Feline.md", &said("A tame one.", "name"))
        .fields("models/Box.md", &["of! | [models.Feline](./Feline.md)"]);
    let by_field = |docs: Docs, page: &str| docs.get_pet(&[], page);
    let first = by_field(first, "[components.Box](../../models/components/Box.md)");
    let second = by_field(second, "[models.Box](../../models/Box.md)");
    assert_eq!(described(first, second), ["components/Cat: A tame one."]);
}

/// A type that is brought in and has the name of another one gets a number.
#[test]
fn a_type_that_is_brought_in_beside_one_of_its_name_is_numbered() {
    let first = Docs::of("go")
        .fields("models/components/Box.md", &["of! | `any`", "lid! | `any`"])
        .fields("models/components/Cat.md", &["name! | `string`"]);
    let second = Docs::of("go")
        .fields("models/components/Box.md", &["of! | [components.Cat](./Cat.md)", "lid! | `string`"])
        .fields("models/components/Cat.md", &["lives! | `int64`"]);
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(clashes, [""; 0]);
    let ids: Vec<String> = model.types.keys().map(ToString::to_string).collect();
    assert_eq!(ids, ["components/Box", "components/Cat", "components/Cat~2"]);
    assert_eq!(shown(&model, "components/Box"), "struct {of: Cat~2 required, lid: string required}");
    assert_eq!(shown(&model, "components/Cat~2"), "struct {lives: int64 required}");
}

#[test]
fn values_of_further_keys_are_those_of_the_tree_that_names_them() {
    let of = |first: &[&str], second: &[&str]| {
        let tree = |rows: &[&str]| Docs::of("python").fields("models/Box.md", &[&["lid! | *str*"], rows].concat());
        let (model, clashes) = merged(vec![tree(first), tree(second)]);
        assert_eq!(clashes, [""; 0]);
        (shown(&model, "models/Box"), taken(&model).len())
    };
    let (any, whole) = ("__pydantic_extra__ | Dict[str, *Any*]", "__pydantic_extra__ | Dict[str, *int*]");
    let shape = |value: &str| format!("struct {{lid: string required{value}}}");
    assert_eq!(of(&[], &[]), (shape(""), 0));
    assert_eq!(of(&[], &[whole]), (shape(", *: int64"), 1));
    assert_eq!(of(&[whole], &[]), (shape(", *: int64"), 0));
    assert_eq!(of(&[any], &[whole]), (shape(", *: int64"), 1));
    assert_eq!(of(&[whole], &[any]), (shape(", *: int64"), 0));
}
