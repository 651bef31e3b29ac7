//! Operations of one path and method, which are one in the document.
//!
//! In: operations built by hand. Out: nothing.

use super::operations::{at, error};
use crate::built::{body, list, model_of, named, operation, parameter, structure, success};
use serde_json::{Value, json};
use tablature::{
    export::openapi,
    model::{ErrorStatus, Fact, Media, Operation, Parameter, Place, Presence, Source, SuccessBody, Type, TypeDef},
};

/// Three types, the first two of which allow the same JSON.
fn types() -> Vec<TypeDef> {
    let alike = [("name", Type::String)];
    vec![structure("Pet", &alike), structure("PetForm", &alike), structure("Toy", &[("size", Type::Int32)])]
}

/// The document's entry of twins.
fn joined(operations: Vec<Operation>) -> Value {
    at(&model_of(types(), operations))
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[test]
fn twins_stand_behind_the_first() {
    let twin = |id: &str, line: u32| Operation {
        source: Source { page: "sdks/pets/README.md".to_owned(), line },
        ..operation(id)
    };
    let other = Operation { method: "GET".to_owned(), ..operation("Get") };
    let found = joined(vec![operation("Add"), twin("AddForm", 20), other, twin("AddFile", 40)]);
    let expected = json!({
        "parameters": [{
            "name": "petId", "in": "path", "required": true, "schema": { "type": "string" },
            "x-assumed": { "schema": "path:placeholder-only" },
        }],
        "responses": { "2XX": { "description": "Success" } },
        "x-twins": [
            { "operationId": "AddForm", "x-rust-name": "AddForm", "x-source": "sdks/pets/README.md:20" },
            { "operationId": "AddFile", "x-rust-name": "AddFile", "x-source": "sdks/pets/README.md:40" },
        ],
    });
    assert_eq!(found, expected);
}

#[test]
fn ids_of_operations_are_told_apart() {
    let at = |path: &str| Operation { path: path.to_owned(), ..operation("Find") };
    let document = openapi(&model_of(Vec::new(), vec![at("/a"), at("b"), at("/a")]));
    let ids = ["/a", "/b"].map(|path| document["paths"][path]["post"]["operationId"].clone());
    assert_eq!(ids, ["Find", "Find_2"]);
}

/// A parameter of a twin is added unless its place has one of that name.
#[test]
fn parameters_of_twins_are_added_by_name_and_place() {
    let with = |names: &[(&str, Place)]| {
        let parameters: Vec<Parameter> =
            names.iter().map(|(name, place)| parameter(name, *place, Presence::Optional)).collect();
        Operation { parameters, ..operation("Add") }
    };
    let first = with(&[("petId", Place::Path), ("a", Place::Query)]);
    let second = with(&[("petId", Place::Path), ("a", Place::Query), ("a", Place::Header), ("b", Place::Query)]);
    let names = |value: &Value| -> Vec<String> {
        let list = value["parameters"].as_array().expect("parameters");
        list.iter()
            .map(|it| format!("{} {}", it["in"].as_str().unwrap_or(""), it["name"].as_str().unwrap_or("")))
            .collect()
    };
    assert_eq!(names(&joined(vec![first.clone(), second.clone()])), ["path petId", "query a", "header a", "query b"]);
    assert_eq!(names(&joined(vec![second, first])), ["path petId", "query a", "header a", "query b"]);
}

#[test]
fn bodies_of_twins_are_media_types_of_one() {
    let sending = |ty: &str, media| Operation { body: body(named(ty), media), ..operation("Add") };
    let content = |operations: Vec<Operation>| joined(operations)["requestBody"]["content"].clone();
    let json = "application/json";
    let form = "application/x-www-form-urlencoded";
    assert_eq!(
        content(vec![operation("Add"), sending("Pet", Media::Form)]),
        json!({ form: { "schema": reference("Pet") } })
    );
    assert_eq!(
        content(vec![sending("Pet", Media::Json), operation("Add")]),
        json!({ json: { "schema": reference("Pet") } })
    );
    assert_eq!(
        content(vec![sending("Pet", Media::Json), sending("Toy", Media::Form)]),
        json!({ json: { "schema": reference("Pet") }, form: { "schema": reference("Toy") } })
    );
    let same = [("Pet", 2), ("Toy", 1), ("Toy", 1), ("Pet", 1)];
    let same = same.into_iter().flat_map(|(ty, count)| vec![sending(ty, Media::Json); count]).collect();
    assert_eq!(content(same), json!({ json: { "schema": { "anyOf": [reference("Pet"), reference("Toy")] } } }));
}

/// What a twin answers is said by the types of the first where both allow the same JSON.
#[test]
fn answers_of_twins_are_told_once() {
    let answering = |ty: Type, error_ty: &str, status: u16| Operation {
        success: vec![SuccessBody { status: Some(Fact::stated(status)), ..success("application/json", ty) }],
        errors: vec![error(ErrorStatus::One(404), error_ty, "application/json")],
        ..operation("Add")
    };
    let responses = |twin: Operation| joined(vec![answering(named("Pet"), "Pet", 200), twin])["responses"].clone();
    let answer = |schema: Value, description: &str| json!({ "description": description, "content": { "application/json": { "schema": schema } } });
    let alike = json!({ "200": answer(reference("Pet"), "Success"), "404": answer(reference("Pet"), "Error") });
    assert_eq!(responses(answering(named("PetForm"), "PetForm", 200)), alike);
    let either = json!({ "anyOf": [reference("Pet"), reference("Toy")] });
    let other = json!({ "200": answer(either.clone(), "Success"), "404": answer(either, "Error") });
    assert_eq!(responses(answering(named("Toy"), "Toy", 200)), other);
    let listed =
        json!({ "type": "array", "items": reference("PetForm"), "x-rust-type": "Vec<pet_api::components::PetForm>" });
    let elsewhere = json!({
        "200": answer(reference("Pet"), "Success"), "404": answer(reference("Pet"), "Error"), "201": answer(listed, "Success"),
    });
    assert_eq!(responses(answering(list(named("PetForm")), "PetForm", 201)), elsewhere);
}

/// An error of the first with another status says nothing of a twin's.
#[test]
fn errors_of_twins_are_compared_by_status() {
    let failing = |status: u16, ty: &str| Operation {
        errors: vec![error(ErrorStatus::One(status), ty, "application/json")],
        ..operation("Add")
    };
    let found = joined(vec![failing(404, "Pet"), failing(410, "PetForm")]);
    assert_eq!(found["responses"]["410"]["content"]["application/json"]["schema"], reference("PetForm"));
}
