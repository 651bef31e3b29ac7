//! A union in two trees: which members are one, and what tells them apart.
//!
//! In: two pages of members. Out: nothing.

use super::fixture::{Docs, field, merged, shown, taken};
use tablature::model::{Basis, Evidence, Model, TypeId};

/// The union `Owner` of a Go tree beside that of a Python tree, where it is reached by the same field.
fn owners(first: Docs, second: Docs) -> Model {
    let first = first.fields("models/components/Pet.md", &["owner! | [components.Owner](./Owner.md)"]);
    let second = second.fields("models/Pet.md", &["owner! | [models.Owner](./Owner.md)"]);
    let first = first.get_pet(&[], "[components.Pet](../../models/components/Pet.md)");
    let second = second.get_pet(&[], "[models.Pet](../../models/Pet.md)");
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(clashes, [""; 0]);
    model
}

fn go(members: &[&str]) -> Docs {
    Docs::of("go")
        .union("models/components/Owner.md", members)
        .fields("models/components/Cat.md", &["lives! | `int64`"])
        .fields("models/components/Dog.md", &["tricks! | []`string`"])
}

fn python(members: &[&str]) -> Docs {
    Docs::of("python")
        .union("models/Owner.md", members)
        .page("models/Cat.md", "Has whiskers.")
        .page("models/Hound.md", "Has a nose.")
}

/// How many members only the second tree has.
fn lacking(model: &Model) -> usize {
    model.left_out.get("member that only docs[1] has").copied().unwrap_or_default()
}

#[test]
fn members_of_one_kind_of_json_are_one() {
    for (own, other, expected) in [
        ("string", "str", 0),
        ("string", "bool", 1),
        ("string", "List[List[str]]", 1),
        ("string", "int", 1),
        ("string", "bytes", 0),
        ("string", "datetime", 0),
        ("bool", "bool", 0),
        ("bool", "int", 1),
        ("int32", "int", 0),
        ("int32", "float", 0),
        ("types.Decimal", "float", 0),
        ("float64", "str", 1),
        ("[]string", "List[str]", 0),
        ("[]string", "List[bytes]", 0),
        ("[]string", "List[int]", 1),
        ("[]string", "str", 1),
        ("[]string", "List[List[str]]", 1),
        ("[]*string", "List[str]", 0),
        ("map[string]string", "Dict[str, int]", 0),
        ("map[string]string", "str", 1),
        ("map[string]string", "List[str]", 1),
        ("components.Cat", "str", 1),
        ("components.Cat", "Dict[str, str]", 1),
    ] {
        let model = owners(go(&[own]), python(&[other]));
        assert_eq!(lacking(&model), expected, "{own} and {other}");
    }
}

#[test]
fn members_of_one_name_or_of_types_that_are_one_are_one() {
    for (own, other, expected) in [
        (&["components.Cat"][..], &["models.Cat"][..], 0),
        (&["components.Cat", "components.Dog"], &["models.Cat"], 0),
        (&["components.Cat"], &["models.Hound"], 1),
        (&["components.Cat"], &["models.Cat", "models.Hound", "str", "int"], 3),
        (&["string", "components.Cat"], &["models.Hound", "str"], 1),
    ] {
        let model = owners(go(own), python(other));
        assert_eq!(lacking(&model), expected, "{own:?} and {other:?}");
    }
    let first = go(&["components.Dog"])
        .fields(
            "models/components/Pet.md",
            &["best! | [components.Dog](./Dog.md)", "owner! | [components.Owner](./Owner.md)"],
        )
        .get_pet(&[], "[components.Pet](../../models/components/Pet.md)");
    let second = python(&["models.Hound"])
        .fields("models/Pet.md", &["best! | [models.Hound](./Hound.md)", "owner! | [models.Owner](./Owner.md)"])
        .get_pet(&[], "[models.Pet](../../models/Pet.md)");
    let (model, _) = merged(vec![first, second]);
    assert_eq!(lacking(&model), 0, "a field says that a hound is a dog");
}

/// What is said of a member in the second tree is said of the first's.
#[test]
fn the_types_of_members_that_are_one_are_one() {
    let docs = |model: &Model, id: &str| model.get(&TypeId::new(id)).docs.clone();
    let model = owners(go(&["string", "components.Cat"]), python(&["models.Cat"]));
    assert_eq!(docs(&model, "components/Cat").as_deref(), Some("Has whiskers."));
    let model = owners(go(&["string", "[]components.Dog"]), python(&["List[models.Hound]"]));
    assert_eq!(docs(&model, "components/Dog").as_deref(), Some("Has a nose."), "what the lists hold is one");
}

/// A C# page shows a member's tag, so that one whose page cannot be told is missing.
#[test]
fn members_that_the_first_docs_lose_are_those_of_the_second() {
    let csharp = |members: &[&str]| {
        let headings: String = members.iter().map(|it| format!("### {it}\n\n")).collect();
        Docs::of("csharp")
            .page("Models/Components/Owner.md", &format!("## Supported Types\n\n{headings}"))
            .fields("Models/Components/Cat.md", &["Lives! | *long*"])
            .fields("Models/Components/Dog.md", &["Tricks! | List<*string*>"])
            .fields("Models/Components/Pet.md", &["Owner! | [Owner](../../Models/Components/Owner.md)"])
    };
    let second = |members: &[&str]| {
        let pet = "owner! | [models.Owner](./Owner.md)";
        python(members).fields("models/Pet.md", &[pet])
    };
    for (own, other, expected, lacks, said) in [
        (&["Cat", "Stray"][..], &["models.Cat", "models.Hound"][..], "union [Cat, Hound]", 0, true),
        (&["Cat"], &["str", "models.Cat"], "union [Cat, string]", 0, true),
        (&["Str"], &["str", "datetime"], "union [string]", 0, false),
        (&["Cat", "Dog"], &["models.Cat", "models.Hound"], "union [Cat, Dog]", 1, false),
        (&["Cat", "Dog"], &["models.Hound"], "union [Cat, Dog]", 1, false),
        (&["Cat", "Dog"], &["models.Cat"], "union [Cat, Dog]", 0, false),
    ] {
        let (model, _) = merged(vec![csharp(own), second(other)]);
        assert_eq!(shown(&model, "components/Owner"), expected);
        assert_eq!(lacking(&model), lacks, "{own:?} and {other:?}");
        let members = "components/Owner: members from docs[1]/models/Owner.md:1".to_owned();
        assert_eq!(taken(&model).contains(&members), said, "{own:?} and {other:?}");
    }
    let model = owners(go(&["components.Cat"]), python(&["models.Cat", "models.Hound"]));
    assert_eq!((shown(&model, "components/Owner").as_str(), lacking(&model)), ("union [Cat]", 1), "Go loses none");
}

/// A tree of a union of two, each with a field that may list the only value that it has.
fn tagged(language: &'static str, members: &[&str], values: [&str; 2]) -> Docs {
    let (folder, text) = if language == "go" { ("models/components", "`string`") } else { ("models", "*str*") };
    let of = |value: &str| match value {
        "" => format!("kind! | {text}"),
        value => format!("kind! | *Literal[\"{value}\"]*"),
    };
    Docs::of(language)
        .union(&format!("{folder}/Owner.md"), members)
        .fields(&format!("{folder}/Cat.md"), &[&of(values[0])])
        .fields(&format!("{folder}/Dog.md"), &[&of(values[1])])
}

#[test]
fn the_tag_of_a_union_comes_from_the_tree_that_lists_its_values() {
    let own = ["components.Cat", "components.Dog"];
    let first = || tagged("go", &own, ["", ""]);
    for (members, values, expected) in [
        (&["models.Cat", "models.Dog"], ["cat", "dog"], "union [Cat, Dog] by kind (cat=0, dog=1)"),
        (&["models.Dog", "models.Cat"], ["cat", "dog"], "union [Cat, Dog] by kind (dog=1, cat=0)"),
        (&["models.Dog", "models.Cat"], ["cat", ""], "union [Cat, Dog]"),
    ] {
        let model = owners(first(), tagged("python", members, values));
        assert_eq!(shown(&model, "components/Owner"), expected);
    }
    let fewer =
        owners(tagged("go", &own[..1], ["", ""]), tagged("python", &["models.Cat", "models.Dog"], ["cat", "dog"]));
    assert_eq!(shown(&fewer, "components/Owner"), "union [Cat]", "a value that stands for no member is no tag");
    let model = owners(first(), tagged("python", &["models.Cat", "models.Dog"], ["cat", "dog"]));
    let tag = model.get(&TypeId::new("components/Owner")).shape.as_union().and_then(|it| it.discriminator.clone());
    assert_eq!(tag.map(|it| it.basis), Some(Basis::Read(Evidence::OtherDocs, "docs[1]/models/Owner.md:1".to_owned())));
}

#[test]
fn a_tag_of_the_first_tree_stays() {
    let first = Docs::of("python")
        .union("models/components/Owner.md", &["components.Cat", "components.Dog"])
        .fields("models/components/Cat.md", &["sort! | *Literal[\"c\"]*", "kind! | *str*"])
        .fields("models/components/Dog.md", &["sort! | *Literal[\"d\"]*", "kind! | *str*"]);
    let model = owners(first, tagged("python", &["models.Cat", "models.Dog"], ["cat", "dog"]));
    assert_eq!(shown(&model, "components/Owner"), "union [Cat, Dog] by sort (c=0, d=1)");
}

/// What is brought in is in the words of the first tree: its types, their names, and where they stand.
#[test]
fn a_union_that_only_the_second_tree_has_is_in_terms_of_the_first() {
    let first = Docs::of("go")
        .fields("models/components/Pet.md", &["owner | `any`", "likes! | [components.Feline](./Feline.md)"])
        .fields("models/components/Feline.md", &["lives! | `int64`"]);
    let second = Docs::of("python")
        .fields("models/Pet.md", &["owner | [models.Owner](./Owner.md)", "likes! | [models.Cat](./Cat.md)"])
        .union("models/Owner.md", &["models.Cat", "models.Hound", "str"])
        .fields("models/Cat.md", &["lives! | *int*"])
        .fields("models/Hound.md", &["of | [Optional[models.Cat]](./Cat.md)", "size! | *Literal[\"big\"]*"]);
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(clashes, [""; 0]);
    let ids: Vec<String> = model.types.keys().map(ToString::to_string).collect();
    let expected = ["components/Feline", "components/Pet", "models/Hound", "models/Hound#size", "models/Owner"];
    assert_eq!(ids, expected);
    assert_eq!(shown(&model, "models/Owner"), "union [Feline, Hound, string]");
    let members = model.get(&TypeId::new("models/Owner")).shape.members();
    let names: Vec<_> = members.iter().map(|it| (it.doc_name.as_str(), it.rust.as_str())).collect();
    assert_eq!(names, [("Feline", "Feline"), ("Hound", "Hound"), ("str", "String")]);
    assert_eq!(model.get(&TypeId::new("models/Hound")).source.page, "docs[1]/models/Hound.md");
    assert_eq!(
        field(&model, "models/Hound", "size").ty,
        tablature::model::Type::Named(TypeId::new("models/Hound#size"))
    );
    assert_eq!(
        taken(&model),
        [
            "components/Pet.owner: type from docs[1]/models/Pet.md:7",
            "models/Hound: definition from docs[1]/models/Hound.md:1",
            "models/Hound#size: definition from docs[1]/models/Hound.md:8",
            "models/Owner: definition from docs[1]/models/Owner.md:1",
        ]
    );
}
