//! Several docs trees of one API, merged: what is taken from a later one, what is not, and what is reported.
//!
//! In: two tiny trees of different languages. Out: nothing.

use super::fixture::{Docs, field, merged, taken};
use crate::{
    docs::{Fixture, tablature},
    markdown::{self, FIELDS},
};
use proptest::prelude::*;
use tablature::model::{Basis, Evidence, Media, Presence, Shape, Type, TypeId};

#[test]
fn a_later_front_page_tells_where_the_api_is() {
    let text = "<!-- Start Servers [server] -->\n| # | Server |\n| - | - |\n| 0 | `https://pets.example` |\n";
    let docs = |front: &str| {
        let mut docs = Docs::of("python").get_pet(&["petId! | *str*"], "*str*");
        docs.pages.push(("README.md".to_owned(), front.to_owned()));
        docs
    };
    let server = &merged(vec![docs(""), docs(text)]).0.servers[0];
    assert_eq!(server.url.value, "https://pets.example");
    assert_eq!(server.url.basis, Basis::Read(Evidence::OtherDocs, "docs[1]/README.md:4".to_owned()));
    let own = merged(vec![docs(&text.replace("pets", "own")), docs(text)]).0.servers;
    assert_eq!(own.iter().map(|server| server.url.value.as_str()).collect::<Vec<_>>(), ["https://own.example"]);
}

/// Names differ between SDKs: what is sent as a credential of the first is no other one.
#[test]
fn a_credential_that_only_a_later_tree_has_is_a_further_alternative() {
    let docs = |rows: &str| {
        let table = format!("<!-- Start Security [security] -->\n| Name | Type | Scheme |\n| - | - | - |\n{rows}");
        let mut docs = Docs::of("python").get_pet(&["petId! | *str*"], "*str*");
        docs.pages.push(("README.md".to_owned(), table));
        docs
    };
    let first = "| `token` | http | HTTP Bearer |\n";
    let second = "| `bearer_auth` | http | HTTP Bearer |\n| `username`<br/>`password` | http | HTTP Basic |\n";
    let schemes = merged(vec![docs(first), docs(second)]).0.security;
    let names: Vec<&str> = schemes.iter().map(|scheme| scheme.doc_name.as_str()).collect();
    assert_eq!(names, ["token", "username:password"]);
    assert_eq!(schemes[1].kind.basis, Basis::Read(Evidence::OtherDocs, "docs[1]/README.md:5".to_owned()));
}

#[test]
fn numbers_of_typescript_get_their_width() {
    let first = Docs::of("typescript").fields("models/pet.md", &["age! | *number*", "weight | *number*"]);
    let first = first.get_pet(&["petId! | *string*"], "[models.Pet](../../models/pet.md)");
    let second = Docs::of("go").fields("models/components/pet.md", &["Age! | `int64`", "Weight | `*float64`"]);
    let second = second.get_pet(&["PetID! | `string`"], "[*components.Pet](../../models/components/pet.md)");
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(clashes, [""; 0]);
    assert_eq!(field(&model, "models/pet", "age").ty, Type::Int64);
    assert_eq!(field(&model, "models/pet", "age").presence.value, Presence::Required);
    assert_eq!(field(&model, "models/pet", "weight").ty, Type::Float64);
    assert!(taken(&model).contains(&"models/pet.age: type from docs[1]/models/components/pet.md:7".to_owned()));
}

#[test]
fn unions_of_java_get_their_members_and_tags() {
    let first = Docs::of("java").page("models/components/Owner.md", "Who keeps the pet.");
    let first =
        first.fields("models/components/Person.md", &["kind! | [PersonKind](../../models/components/PersonKind.md)"]);
    let first = first.values("models/components/PersonKind.md", &["person"]);
    let first = first.get_pet(&["petId! | *String*"], "[Owner](../../models/components/Owner.md)");
    let union = "## Supported Types\n\n### `models.Person`\n\n```python\nvalue: models.Person = /* values here */\n```\n\n\
        ### `models.Shelter`\n\n```python\nvalue: models.Shelter = /* values here */\n```\n";
    let second = Docs::of("python").page("models/owner.md", union);
    let second = second.fields("models/Person.md", &["kind! | *Literal[\"person\"]*"]);
    let second = second.fields("models/Shelter.md", &["kind! | *Literal[\"shelter\"]*", "beds | *Optional[int]*"]);
    let second = second.get_pet(&["pet_id! | *str*"], "[models.Owner](../../models/owner.md)");
    let (model, _) = merged(vec![first, second]);
    let Shape::Union(union) = &model.get(&TypeId::new("components/Owner")).shape else { panic!("no union") };
    let members: Vec<&Type> = union.members.iter().map(|member| &member.ty).collect();
    let named = |id| Type::Named(TypeId::new(id));
    assert_eq!(members, [&named("components/Person"), &named("models/Shelter")]);
    let tag = union.discriminator.as_ref().expect("a discriminator");
    assert_eq!((tag.value.property.as_str(), tag.value.mapping.len()), ("kind", 2));
    assert!(
        matches!(&tag.basis, Basis::Read(Evidence::OtherDocs, at) if at.starts_with("docs[1]/models/owner.md")),
        "{:?}",
        tag.basis
    );
    assert_eq!(model.get(&TypeId::new("models/Shelter")).source.page, "docs[1]/models/Shelter.md");
}

/// What one tree describes, another may call a map of anything.
#[test]
fn a_map_of_anything_says_less_than_a_page() {
    let go = Docs::of("go")
        .fields("models/components/pet.md", &["Home! | [components.Home](../../models/components/home.md)"]);
    let go = go.fields("models/components/home.md", &["Street! | `string`"]);
    let java =
        |map: &str| Docs::of("java").fields("models/components/Pet.md", &[&format!("home! | Map\\<String, *{map}*>")]);
    let (model, clashes) = merged(vec![go, java("Object")]);
    assert_eq!(clashes, [""; 0]);
    assert_eq!(field(&model, "components/pet", "Home").ty, Type::Named(TypeId::new("components/home")));
}

#[test]
fn null_marks_of_php_come_from_python() {
    let first = Docs::of("php").fields("Models/Components/Pet.md", &["name! | *string*", "tag | *?string*"]);
    let second = Docs::of("python").fields(
        "models/pet.md",
        &["name! | *Nullable[str]*", "tag | *OptionalNullable[str]*", "other | *OptionalNullable[str]*"],
    );
    let first = first.get_pet(&["petId! | *string*"], "[?Components\\Pet](../../Models/Components/Pet.md)");
    let second = second.get_pet(&["pet_id! | *str*"], "[models.Pet](../../models/pet.md)");
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(clashes, [""; 0]);
    assert_eq!(field(&model, "components/Pet", "name").presence.value, Presence::RequiredNullable);
    assert_eq!(field(&model, "components/Pet", "tag").presence.value, Presence::OptionalNullable);
    assert_eq!(model.left_out["field that only docs[1] has"], 1);
}

#[test]
fn what_both_state_differently_is_reported_with_both_places() {
    let first = Docs::of("java").fields("models/components/Pet.md", &["age! | *long*", "name! | *String*"]);
    let first = first.get_pet(&["petId! | *String*"], "[Pet](../../models/components/Pet.md)");
    let second = Docs::of("go").fields("models/components/pet.md", &["Age! | `string`", "Name | `*string`"]);
    let second = second.get_pet(&["PetID! | `string`"], "[*components.Pet](../../models/components/pet.md)");
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(
        clashes,
        [
            "the type of `components/Pet.age` is `int64` here and `string` in 1/models/components/pet.md:7",
            "the presence of `components/Pet.name` is required here and optional in 1/models/components/pet.md:8",
        ]
    );
    assert_eq!(field(&model, "components/Pet", "age").ty, Type::Int64);
    assert_eq!(field(&model, "components/Pet", "name").presence.value, Presence::Required);
}

#[test]
fn what_both_state_alike_is_known_by_the_first() {
    let java = Docs::of("java").fields("models/components/Pet.md", &["age! | *int*", "name | *Optional\\<String>*"]);
    let go = Docs::of("go").fields("models/components/pet.md", &["Age! | `int32`", "Name | `*string`"]);
    let (model, clashes) = merged(vec![java, go]);
    assert_eq!(clashes, [""; 0]);
    let age = field(&model, "components/Pet", "age");
    assert!(age.presence.basis.is_stated(), "{:?}", age.presence);
}

#[test]
fn the_spelling_of_json_names_comes_from_the_tree_that_shows_it() {
    let first = Docs::of("java").fields("models/components/Pet.md", &["birthDay | *Optional\\<String>*"]);
    let text = "## Fields\n\n| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n\
        | `Home` | [*components.Home](../../models/components/Home.md) | :heavy_minus_sign: | N/A | {\"post_code\": \"7\", \"a_b\": 1, \"c_d\": 1, \"e_f\": 1, \"g_h\": 1} |\n\
        | `BirthDay` | `*string` | :heavy_minus_sign: | N/A | |\n";
    let second = Docs::of("go").page("models/components/Pet.md", text);
    let second = second.fields("models/components/Home.md", &["PostCode | `*string`"]);
    let first = first.get_pet(&["id! | *String*"], "[Pet](../../models/components/Pet.md)");
    let second = second.get_pet(&["ID! | `string`"], "[*components.Pet](../../models/components/Pet.md)");
    let (model, _) = merged(vec![first, second]);
    assert_eq!(field(&model, "components/Pet", "birthDay").wire.value, "birth_day");
    assert_eq!(model.wire_case.expect("a spelling").basis, Basis::Read(Evidence::OtherDocs, "docs[1]".to_owned()));
}

#[test]
fn a_twin_that_sends_another_media_type_is_brought_in() {
    let operation = |language: &str, id: &str, body: &str| {
        markdown::operation(language, id, "post /pets", &[&format!("requestBody! | {body}")])
    };
    let pet = |language| Docs::of(language).fields("models/shared/Pet.md", &["name! | *String*"]);
    let group = |mut docs: Docs, text: String| {
        docs.pages.push(("sdks/pets/README.md".to_owned(), format!("# Pets\n\n{text}")));
        docs
    };
    let go = Docs::of("go").fields("models/components/Pet.md", &["Name! | `string`"]);
    let first = group(go, operation("go", "post_pet", "[components.Pet](../../models/components/Pet.md)"));
    let body = "[Pet](../../models/shared/Pet.md)";
    let second = group(pet("java"), operation("java", "post_pet", body) + &operation("java", "post_pet_form", body));
    let (model, _) = merged(vec![first, second]);
    let sent: Vec<_> =
        model.operations.iter().map(|it| (it.id.as_str(), it.body.as_ref().map(|it| it.media.value))).collect();
    assert_eq!(sent, [("post_pet", Some(Media::Json)), ("post_pet_form", Some(Media::Form))]);
    assert_eq!(model.types.len(), 1);
    let pet = Type::Named(TypeId::new("components/Pet"));
    let mut bodies = model.operations.iter().flat_map(|it| &it.body);
    assert!(bodies.all(|body| body.ty == pet && !matches!(body.basis, Basis::Read(Evidence::OtherDocs, _))));
}

/// Of twins in a later tree, the one that sends what the first does is the operation.
#[test]
fn of_twins_the_one_with_the_same_media_type_is_the_operation() {
    let body = |page: &str| format!("requestBody! | [Pet](../../models/{page}.md)");
    let group = |docs: Docs, text: String| docs.raw("sdks/pets/README.md", format!("# Pets\n\n{text}"));
    let pet = |language, row| Docs::of(language).fields("models/components/Pet.md", &[row]);
    let sends = |language: &str, id: &str| {
        let text = markdown::operation(language, id, "post /pets", &[&body("components/Pet")]);
        text.replace("### Example Usage", &format!("Sends {id}.\n\n### Example Usage"))
    };
    let first = group(pet("go", "Name! | `string`"), sends("go", "create_form"));
    let second = group(pet("java", "name! | *String*"), sends("java", "add") + &sends("java", "add_form"));
    let (model, _) = merged(vec![first, second]);
    let known: Vec<_> = model.operations.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(known, ["add_form", "create_form"], "`add` is `create_form`, and the other is brought in");
}

/// Docs of an older generator, which state neither method nor path, beside those of a newer one.
#[test]
fn an_operation_without_an_address_is_that_of_a_later_tree() {
    let bare = |heading: &str| format!("## {heading}\n\n### Response\n\n**[models.Pet](../../models/pet.md)**\n\n");
    let first = Docs::of("typescript").fields("models/pet.md", &["name! | *string*"]);
    let first = first.raw("sdks/pets/README.md", format!("# Pets\n\n{}{}", bare("getPet"), bare("sinkPet")));
    let second = Docs::of("python").fields("models/pet.md", &["name! | *str*"]);
    let second = second.fields("models/found.md", &["pet! | [models.Pet](./pet.md)"]);
    let second = second.get_pet(&["pet_id! | *str*"], "[models.Found](../../models/found.md)");
    let (model, _) = merged(vec![first, second]);
    let [get] = model.operations.as_slice() else { panic!("{} operations", model.operations.len()) };
    assert_eq!((&*get.method, &*get.path, &*get.source.page), ("GET", "/pets/{petId}", "docs[1]/sdks/pets/README.md"));
    assert_eq!(get.success[0].ty, Type::Named(TypeId::new("models/found")));
    assert_eq!(field(&model, "models/found", "pet").ty, Type::Named(TypeId::new("models/pet")));
    assert!(taken(&model).contains(&"getPet: operation from docs[1]/sdks/pets/README.md:3".to_owned()));
    let left: Vec<&str> = model.refused.iter().map(|refused| refused.name.as_str()).collect();
    assert_eq!(
        (left, model.left_out.get("operation without a usage comment (T0301)")),
        (vec!["Pets.sinkPet"], Some(&1))
    );
}

/// The first tree has the operation, under another heading and with a placeholder spelled in its own way.
#[test]
fn an_operation_that_the_first_tree_has_is_not_brought_again() {
    let bare = "## getPet\n\n### Response\n\n**[models.Pet](../../models/pet.md)**\n\n";
    let own = markdown::operation("python", "find", "get /pets/{pet_id}/", &["pet_id! | *str*"]);
    let first = Docs::of("python").fields("models/pet.md", &["name! | *str*"]);
    let first = first.raw("sdks/pets/README.md", format!("# Pets\n\n{own}{bare}"));
    let second = Docs::of("typescript").get_pet(&["petId! | *string*"], "string");
    let (model, _) = merged(vec![first, second]);
    let urls: Vec<_> = model.operations.iter().map(|it| (it.heading.as_str(), it.path.as_str())).collect();
    assert_eq!(urls, [("find", "/pets/{pet_id}/")]);
    assert_eq!(model.refused.len(), 1);
}

#[test]
fn a_later_folder_without_pages_is_bad_input() {
    let fixture = Fixture::new();
    std::fs::create_dir(fixture.path("empty")).expect("a folder");
    let ran = tablature(&["survey", "--docs", fixture.path("docs").as_str(), "--docs", fixture.path("empty").as_str()]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("error[T0504]: there is no page in"), "{}", ran.stderr);
}

#[test]
fn the_same_trees_give_the_same_model() {
    let trees = || {
        let first = Docs::of("java").page("models/components/Owner.md", "");
        let first = first.get_pet(&["petId! | *String*"], "[Owner](../../models/components/Owner.md)");
        let second = Docs::of("python").fields("models/owner.md", &["pet! | [models.Pet](../models/pet.md)"]);
        let second = second.fields("models/pet.md", &["owner | [Optional[models.Owner]](../models/owner.md)"]);
        vec![first, second.get_pet(&["pet_id! | *str*"], "[models.Owner](../../models/owner.md)")]
    };
    let (one, other) = (merged(trees()).0, merged(trees()).0);
    assert_eq!(one.to_json(), other.to_json());
    assert_eq!(field(&one, "components/Owner", "pet").ty, Type::Named(TypeId::new("models/pet")));
    assert_eq!(field(&one, "models/pet", "owner").ty, Type::Named(TypeId::new("components/Owner")));
}

/// What one docs tree may say of a thing or leave out: description, example, deprecation.
type Said = [bool; 3];

/// Rows of a table with all columns, each with what this tree says of it.
fn said_rows(first_column: &str, ty: &str, said: &[Said]) -> String {
    let head = format!("| {first_column} | Type | Required | Description | Example |\n| - | - | - | - | - |\n");
    let row = |(at, [docs, example, struck]): (usize, &Said)| {
        let (mark, note) = if *struck { ("~~", ": warning: ** DEPRECATED **: Gone soon.<br/><br/>") } else { ("", "") };
        let docs = if *docs { format!("Thing {at}.") } else { String::new() };
        let example = if *example { "x" } else { "" };
        format!("| {mark}`n{at}`{mark} | {ty} | :heavy_minus_sign: | {note}{docs} | {example} |\n")
    };
    said.iter().enumerate().map(row).fold(head, |text, row| text + &row)
}

/// A tree with one type and one operation, of whose rows it says so much.
fn saying(language: &'static str, ty: &str, said: &[Said]) -> Docs {
    let fields = format!("## Fields\n\n{}", said_rows("Field", ty, said));
    let parameters = format!("### Parameters\n\n{}\n", said_rows("Parameter", ty, said));
    let section = markdown::operation(language, "getPet", "get /pets", &[]);
    let text = format!("# Pets\n\n{section}{parameters}### Response\n\n**[Pet](../../models/components/Pet.md)**\n");
    Docs::of(language).page("models/components/Pet.md", &fields).raw("sdks/pets/README.md", text)
}

/// A tree that may say of a type what it is, and of an operation what it does, that it is deprecated, how it fails and what it gives.
fn about(language: &'static str, [is, does, struck, fails, gives]: [bool; 5]) -> Docs {
    let text = |said: bool, text: &str| if said { text.to_owned() } else { String::new() };
    let ty = if language == "java" { "*String*" } else { "*str*" };
    let row = format!("name! | {ty}");
    let fields = format!("{}{FIELDS}{}", text(is, "An animal.\n\n"), markdown::rows(&[&row]));
    let section = markdown::operation(language, "getPet", "get /pets", &[]);
    let (head, rest) = section.split_once("\n\n").expect("a heading");
    let head = if struck { head.replace("getPet", "~~getPet~~") } else { head.to_owned() };
    let prose = text(does, "Looks it up.\n\n");
    let response = text(gives, "### Response\n\n**[Pet](../../models/components/Pet.md)**\n\n");
    let errors = "### Errors\n\n| Error Type | Status Code | Content Type |\n| - | - | - |\n| models/errors/Fault | 404 | application/json |\n";
    let errors =
        text(fails, errors).replace("models/errors", if language == "java" { "models/errors" } else { "errors" });
    Docs::of(language)
        .page("models/components/Pet.md", &fields)
        .fields("models/errors/Fault.md", &[&row])
        .raw("sdks/pets/README.md", format!("# Pets\n\n{head}\n\n{prose}{rest}{response}{errors}"))
}

/// What the model says of a thing.
fn facts_of<T>(docs: &Option<String>, example: &Option<String>, deprecated: &Option<T>) -> Said {
    [docs.is_some(), example.is_some(), deprecated.is_some()]
}

proptest! {
    #[test]
    fn what_either_tree_says_is_in_the_model(
        pairs in prop::collection::vec((any::<Said>(), any::<Said>()), 1..6),
    ) {
        let (first, second): (Vec<Said>, Vec<Said>) = pairs.iter().copied().unzip();
        let trees = vec![saying("java", "*Optional\\<String>*", &first), saying("python", "*Optional[str]*", &second)];
        let (model, clashes) = merged(trees);
        prop_assert_eq!(clashes, Vec::<String>::new());
        let either = |one: Said, other: Said| [0, 1, 2].map(|at| one[at] || other[at]);
        let expected: Vec<Said> = pairs.iter().map(|(one, other)| either(*one, *other)).collect();
        let fields = model.types[0].shape.fields().iter();
        let fields: Vec<Said> = fields.map(|it| facts_of(&it.docs, &it.example, &it.deprecated)).collect();
        let parameters = model.operations[0].parameters.iter();
        let parameters: Vec<Said> = parameters.map(|it| facts_of(&it.docs, &it.example, &it.deprecated)).collect();
        prop_assert_eq!(&fields, &expected);
        prop_assert_eq!(&parameters, &expected);
    }

    #[test]
    fn what_either_tree_says_of_types_and_operations_is_in_the_model(first in any::<[bool; 5]>(), second in any::<[bool; 5]>()) {
        let (model, clashes) = merged(vec![about("java", first), about("python", second)]);
        prop_assert_eq!(clashes, Vec::<String>::new());
        let (operation, pet) = (&model.operations[0], model.types.iter().find(|(id, _)| id.title() == "Pet"));
        let found = [
            pet.is_some_and(|(_, it)| it.docs.is_some()),
            operation.docs.is_some(),
            operation.deprecated.is_some(),
            !operation.errors.is_empty(),
            !operation.success.is_empty(),
        ];
        let either: Vec<bool> = first.iter().zip(second).map(|(one, other)| *one || other).collect();
        prop_assert_eq!(found.to_vec(), either);
    }
}
