//! One operation in two trees: its bodies and answers, and operations that only one tree can address.
//!
//! In: two sections of an operation. Out: nothing.

use super::fixture::{Docs, merged, taken};
use crate::{
    cells::fixture::ty,
    markdown::operation,
    sdk_source::facts::{call, example},
};
use tablature::model::{Media, Operation, SuccessBody, Type, TypeId};

/// Status, media type and type of each success.
fn success(operation: &Operation) -> Vec<String> {
    let show = |body: &SuccessBody| {
        let status = body.status.as_ref().map_or("2XX".to_owned(), |it| it.value.to_string());
        format!("{status} {} {}", body.media.value, ty(&body.ty))
    };
    operation.success.iter().map(show).collect()
}

/// A Java tree whose answer is an envelope with these bodies.
fn answers(rows: &[&str]) -> Docs {
    let own = [
        "contentType! | *String*",
        "statusCode! | *int*",
        "rawResponse! | [HttpResponse\\<InputStream>](https://docs.oracle.com/x)",
    ];
    let rows: Vec<&str> = own.into_iter().chain(rows.iter().copied()).collect();
    Docs::of("java")
        .fields("models/operations/GetPetResponse.md", &rows)
        .get_pet(&["petId! | *String*"], "[GetPetResponse](../../models/operations/GetPetResponse.md)")
}

#[test]
fn answers_of_one_status_and_media_type_are_one() {
    let tree = |bodies: &[(&str, &str)]| {
        let rows: Vec<String> = bodies.iter().map(|(name, ty)| format!("{name} | *Optional\\<{ty}>*")).collect();
        answers(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let of = |first: &[(&str, &str)], second: &[(&str, &str)]| {
        let (model, clashes) = merged(vec![tree(first), tree(second)]);
        assert_eq!(clashes, [""; 0]);
        success(&model.operations[0])
    };
    let [json, text, made] =
        ["twoHundredApplicationJsonObject", "twoHundredTextPlainObject", "twoHundredAndOneApplicationJsonObject"];
    let open = [(json, "Object"), (text, "Object"), (made, "Object")];
    let kept = |types: [&str; 3]| {
        let [one, two, three] = types;
        vec![
            format!("200 application/json {one}"),
            format!("200 text/plain {two}"),
            format!("201 application/json {three}"),
        ]
    };
    assert_eq!(of(&open, &[(made, "Long"), (json, "String")]), kept(["string", "any", "int64"]));
    assert_eq!(of(&open, &[(text, "Long"), (made, "String")]), kept(["any", "int64", "string"]));
    assert_eq!(of(&open, &[(json, "Boolean")]), kept(["boolean", "any", "any"]), "one of several");
    assert_eq!(of(&open[..1], &[(made, "Long")]), ["200 application/json int64"], "the only ones are one");
}

fn shop(language: &'static str, sections: &str) -> Docs {
    Docs::of(language).raw("sdks/pets/README.md", format!("# Pets\n\n{sections}"))
}

#[test]
fn whether_a_body_must_be_given_is_reported_where_it_differs() {
    let tree = |name: &str| {
        let row = format!("{name} | [Pet](../../models/components/Pet.md)");
        shop("java", &operation("java", "addPet", "post /pets", &[&row]))
            .fields("models/components/Pet.md", &["name! | *String*"])
    };
    for (first, second, said) in [
        ("request!", "request", "required here and optional"),
        ("request", "request!", "optional here and required"),
        ("request!", "request!", ""),
        ("request", "request", ""),
    ] {
        let (model, clashes) = merged(vec![tree(first), tree(second)]);
        let clash = |said| format!("the presence of the request body of `addPet` is {said} in 1/sdks/pets/README.md:3");
        let expected = Some(said).filter(|said| !said.is_empty()).map(clash);
        assert_eq!(clashes, expected.into_iter().collect::<Vec<_>>(), "{first} and {second}");
        let body = model.operations[0].body.as_ref().expect("a body");
        assert_eq!(body.required, first.ends_with('!'), "the first docs are followed");
    }
}

#[test]
fn an_operation_that_the_second_tree_can_address_is_in_terms_of_the_first() {
    let bare = "## washPet\n\n### Response\n\n**[components.Pet](../../models/components/Pet.md)**\n\n";
    let first = shop("typescript", bare)
        .fields("models/components/Pet.md", &["name! | *string*"])
        .fields("models/errors/Fault.md", &["text! | *string*"]);
    let section = operation("python", "washPet", "put /wash", &["request! | [models.Pet](../../models/Pet.md)"]);
    let rest = "### Response\n\n**[models.Pet](../../models/Pet.md)**\n\n### Errors\n\n\
        | Error Type | Status Code | Content Type |\n| - | - | - |\n| models.Fault | 404 | application/json |\n";
    let second = shop("python", &(section + rest))
        .fields("models/Pet.md", &["name! | *str*"])
        .fields("models/Fault.md", &["text! | *str*"]);
    let (model, clashes) = merged(vec![first, second]);
    assert_eq!(clashes, [""; 0]);
    let [wash] = model.operations.as_slice() else { panic!("{} operations", model.operations.len()) };
    assert_eq!(success(wash), ["2XX application/json Pet"]);
    let pet = Type::Named(TypeId::new("components/Pet"));
    assert_eq!((&wash.body.as_ref().expect("a body").ty, &wash.success[0].ty), (&pet, &pet));
    assert_eq!(wash.errors[0].ty, TypeId::new("errors/Fault"));
    assert_eq!(taken(&model), ["washPet: operation from docs[1]/sdks/pets/README.md:3"]);
    assert_eq!(model.types.len(), 2);
    assert_eq!((model.refused.len(), model.left_out.get("operation without a usage comment (T0301)")), (0, None));
}

/// `POST /pets` of a Go tree with these arguments, or of a Python tree, and what follows them.
fn add(language: &'static str, rows: &[&str], rest: &str, facts: &str) -> Docs {
    let (folder, text) = if language == "go" { ("models/components", "`string`") } else { ("models", "*str*") };
    let page = |docs: Docs, name: &str| docs.fields(&format!("{folder}/{name}.md"), &[&format!("name! | {text}")]);
    let section = operation(language, "addPet", "post /pets", rows) + rest;
    page(page(shop(language, &section), "Pet"), "Fault").facts(facts)
}

const PET: &str = "request! | [models.Pet](../../models/Pet.md)";

fn pet() -> Type {
    Type::Named(TypeId::new("components/Pet"))
}

#[test]
fn what_only_the_second_tree_says_of_an_operation_is_in_terms_of_the_first() {
    let rest = "### Response\n\n**[models.Pet](../../models/Pet.md)**\n\n### Errors\n\n\
        | Error Type | Status Code | Content Type |\n| - | - | - |\n| models.Fault | 404 | application/json |\n";
    let (model, clashes) = merged(vec![add("go", &[], "", ""), add("python", &[PET], rest, "")]);
    assert_eq!(clashes, [""; 0]);
    let it = &model.operations[0];
    assert_eq!(it.body.as_ref().map(|body| body.ty.clone()), Some(pet()));
    assert_eq!(it.success.iter().map(|body| body.ty.clone()).collect::<Vec<_>>(), [pet()]);
    assert_eq!(it.errors.iter().map(|error| error.ty.to_string()).collect::<Vec<_>>(), ["components/Fault"]);
    let from = "from docs[1]/sdks/pets/README.md:3";
    let said = ["error body", "request body", "success body"].map(|fact| format!("addPet: {fact} {from}"));
    assert_eq!(taken(&model), said);
}

#[test]
fn types_of_an_operation_that_differ_are_reported() {
    let rest = |language, ty: &str| add(language, &[], &format!("### Response\n\n**{ty}**\n"), "");
    let clashes = |first, second| merged(vec![first, second]).1;
    let at = "in 1/sdks/pets/README.md:3";
    assert_eq!(
        clashes(rest("go", "`bool`"), rest("python", "*int*")),
        [format!("the success body of `addPet` is `boolean` here and `int64` {at}")]
    );
    let argument = |row: &str| Docs::of("go").get_pet(&["petId! | `string`", row], "`string`");
    assert_eq!(
        clashes(argument("mark | `*string`"), argument("mark | `*bool`")),
        [format!("the type of `getPet mark` is `string` here and `boolean` {at}")]
    );
    assert_eq!(
        clashes(argument("mark! | `string`"), argument("mark | `*string`")),
        [format!("the presence of `getPet mark` is required here and optional {at}")]
    );
    assert_eq!(
        clashes(add("go", &["request! | `bool`"], "", ""), add("python", &["request! | *int*"], "", "")),
        [format!("the request body of `addPet` is `boolean` here and `int64` {at}")]
    );
}

/// The media type of the first's body, its name and the others, where the sources of both trees state some.
#[test]
fn the_name_of_a_media_type_belongs_to_its_kind() {
    let tree = |media: &str, also: &[&str]| {
        let stated = if media.is_empty() { String::new() } else { format!("media-type = '{media}'") };
        let call = if media.is_empty() { String::new() } else { call("POST /pets", "addPet", &[&stated]) };
        let example = if also.is_empty() { String::new() } else { example("addPet", also) };
        add("python", &[PET], "", &(call + &example))
    };
    let of = |first: Docs, second: Docs| {
        let body = merged(vec![first, second]).0.operations[0].body.clone().expect("a body");
        (body.media.value, body.media_type.map(|it| it.value), body.also.iter().map(|it| it.value).collect::<Vec<_>>())
    };
    let (form, named) = ("application/x-www-form-urlencoded", "application/pet+json");
    let name = || Some(named.to_owned());
    let (in_json, in_form) = ("request = 'application/json'", "request = 'application/x-www-form-urlencoded'");
    assert_eq!(of(tree("", &[]), tree(named, &[])), (Media::Json, name(), vec![]));
    assert_eq!(of(tree("application/json", &[]), tree(named, &[])), (Media::Json, name(), vec![]));
    assert_eq!(of(tree(form, &[]), tree(named, &[])), (Media::Form, None, vec![]));
    assert_eq!(of(tree(named, &[]), tree(form, &[])), (Media::Json, name(), vec![]));
    assert_eq!(of(tree("", &[]), tree("", &[in_json, in_form])), (Media::Json, None, vec![Media::Form]));
    assert_eq!(of(tree(form, &[]), tree("", &[in_json, in_form])), (Media::Form, None, vec![]));
}

#[test]
fn further_statuses_are_those_that_are_no_first() {
    let tree = |facts: &[&str]| {
        let rest = "### Response\n\n**[models.Pet](../../models/Pet.md)**\n";
        add("python", &[], rest, &call("POST /pets", "addPet", facts))
    };
    let of = |first: &[&str], second: &[&str]| {
        let body = merged(vec![tree(first), tree(second)]).0.operations[0].success[0].clone();
        body.status.iter().chain(&body.also).map(|it| it.value).collect::<Vec<_>>()
    };
    let [ok, made, later] = [200, 201, 202].map(|status| format!("answer = '{status}', with = 'a/b'"));
    assert_eq!(of(&[], &[&ok, &made]), [200, 201]);
    assert_eq!(of(&[&made], &[&ok, &made, &later]), [201, 202]);
    assert_eq!(of(&[&ok, &later], &[&ok, &made]), [200, 202]);
}

/// An operation without a body has no twin that sends one in another way.
#[test]
fn twins_are_of_operations_with_a_body() {
    let second = |rows: &[&str]| {
        let sections = operation("python", "add_pet", "post /pets", rows)
            + &operation("python", "add_pet_form", "post /pets", &[PET]);
        shop("python", &sections).fields("models/Pet.md", &["name! | *str*"])
    };
    let ids = |rows: &[&str]| {
        let (model, _) = merged(vec![add("python", rows, "", ""), second(rows)]);
        model.operations.iter().map(|it| it.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&[]), ["addPet"]);
    assert_eq!(ids(&[PET]), ["addPet", "add_pet_form"]);
}
