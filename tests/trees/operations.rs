//! One operation in two trees: its bodies and answers, and operations that only one tree can address.
//!
//! In: two sections of an operation. Out: nothing.

use super::fixture::{Docs, merged, taken};
use crate::{cells::fixture::ty, markdown::operation};
use tablature::model::{Operation, SuccessBody, Type, TypeId};

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
}
