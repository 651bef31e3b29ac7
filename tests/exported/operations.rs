//! Operations by path and method.
//!
//! In: operations built by hand. Out: nothing.

use crate::built::{body, list, model_of, named, operation, parameter, structure, success};
use serde_json::{Value, json};
use tablature::{
    export::openapi,
    model::{
        Auth, Basis, Deprecation, ErrorBody, ErrorStatus, Fact, Media, Model, Operation, Paging, Parameter, Place,
        Presence, Rule, Server, Style, SuccessBody, Type, TypeId,
    },
};

/// The document's entry of an operation, without what each has.
fn described(operation: Operation) -> Value {
    at(&model_of(vec![structure("Pet", &[]), structure("Toy", &[])], vec![operation]))
}

pub fn at(model: &Model) -> Value {
    let mut found = openapi(model)["paths"]["/pets/{petId}"]["post"].clone();
    let object = found.as_object_mut().expect("an operation");
    for usual in ["operationId", "tags", "x-source", "x-rust-name"] {
        object.shift_remove(usual).expect("each operation has it");
    }
    found
}

#[test]
fn parameters_have_their_place_style_and_schema() {
    let of = |name, place, style: Option<Style>| {
        let style = style.map(|style| Fact::assumed(style, Rule::StyleList));
        Parameter { style, ..parameter(name, place, Presence::Optional) }
    };
    let mut key = parameter("key", Place::Header, Presence::RequiredNullUnstated);
    key.place = Fact::assumed(Place::Header, Rule::PlaceHeaderName);
    key.wire = Fact::assumed("X-Key".to_owned(), Rule::WireCaseHeader);
    key.docs = Some("A key.".to_owned());
    key.deprecated = Some(Deprecation { note: None });
    let parameters = vec![
        of("petId", Place::Path, Some(Style::Json)),
        of("tags", Place::Query, Some(Style::FormExplode)),
        of("sizes", Place::Query, Some(Style::FormJoined)),
        of("filter", Place::Query, Some(Style::DeepObject)),
        of("whole", Place::Query, Some(Style::Json)),
        of("tags", Place::Query, None),
        of("tags", Place::Header, None),
        key,
    ];
    let found = described(Operation { parameters, ..operation("Find") })["parameters"].clone();
    let text = json!({ "type": "string" });
    let assumed = json!({ "style": "style:list" });
    let expected = json!([
        { "name": "petId", "in": "path", "required": true, "schema": text },
        { "name": "tags", "in": "query", "required": false, "schema": text, "style": "form", "explode": true, "x-assumed": assumed },
        { "name": "sizes", "in": "query", "required": false, "schema": text, "style": "form", "explode": false, "x-assumed": assumed },
        { "name": "filter", "in": "query", "required": false, "schema": text, "style": "deepObject", "explode": true, "x-assumed": assumed },
        { "name": "whole", "in": "query", "required": false, "content": { "application/json": { "schema": text } }, "x-assumed": assumed },
        { "name": "tags", "in": "header", "required": false, "schema": text },
        {
            "name": "X-Key", "in": "header", "required": true, "schema": text, "description": "A key.", "deprecated": true,
            "x-assumed": { "name": "wire-case:header", "in": "place:header-name" },
        },
    ]);
    assert_eq!(found, expected);
}

/// A placeholder that no argument fills is a parameter all the same.
#[test]
fn each_placeholder_is_a_parameter() {
    let path = "pets/{petId}/toys/{toy}/{petId}".to_owned();
    let parameters =
        vec![parameter("toy", Place::Path, Presence::Required), parameter("petId", Place::Query, Presence::Required)];
    let model = model_of(Vec::new(), vec![Operation { path, parameters, ..operation("Find") }]);
    let found = openapi(&model)["paths"]["/pets/{petId}/toys/{toy}/{petId}"]["post"]["parameters"].clone();
    let names: Vec<_> = found
        .as_array()
        .expect("parameters")
        .iter()
        .map(|it| format!("{} {} {}", it["in"], it["name"], it["x-assumed"]))
        .collect();
    let assumed = "{\"schema\":\"path:placeholder-only\"}";
    assert_eq!(
        names,
        [
            "\"path\" \"toy\" null".to_owned(),
            "\"query\" \"petId\" null".to_owned(),
            format!("\"path\" \"petId\" {assumed}")
        ]
    );
}

#[test]
fn an_operation_is_described_whole() {
    let server = Server {
        name: Some("eu".to_owned()),
        url: Fact::stated("https://eu.example".to_owned()),
        description: None,
        variables: Vec::new(),
    };
    let mut sent = body(list(named("Pet")), Media::Json).expect("a body");
    sent.media_type = Some(Fact::stated("application/pet+json".to_owned()));
    sent.also = vec![Fact::stated(Media::Json), Fact::stated(Media::Form)];
    sent.media = Fact::assumed(Media::Json, Rule::MediaDefaultJson);
    sent.basis = Basis::Rule(Rule::BodyLastArgument);
    sent.required = false;
    sent.docs = Some("The pets.".to_owned());
    let put = Operation {
        docs: Some("Puts pets.".to_owned()),
        deprecated: Some(Deprecation { note: None }),
        paging: Some(Paging::of(Basis::Stated)),
        body: Some(sent),
        servers: vec![server],
        auth: Fact::assumed(Auth::Public, Rule::AuthDefaultGlobal),
        path: "/pets".to_owned(),
        ..operation("Put")
    };
    let found = openapi(&model_of(vec![structure("Pet", &[])], vec![put]))["paths"].clone();
    let pets = json!({ "type": "array", "items": { "$ref": "#/components/schemas/Pet" }, "x-rust-type": "Vec<pet_api::components::Pet>" });
    let expected = json!({ "/pets": { "post": {
        "operationId": "Put",
        "tags": ["Pets"],
        "parameters": [],
        "responses": { "2XX": { "description": "Success" } },
        "x-source": "sdks/pets/README.md:7",
        "x-rust-name": "Put",
        "description": "Puts pets.",
        "deprecated": true,
        "x-paginated": true,
        "requestBody": {
            "content": {
                "application/pet+json": { "schema": pets, "x-assumed": { "media": "media:default-json", "body": "body:last-argument" } },
                "application/json": { "schema": pets },
                "application/x-www-form-urlencoded": { "schema": pets },
            },
            "required": false,
            "description": "The pets.",
        },
        "security": [],
        "servers": [{ "url": "https://eu.example", "x-name": "eu" }],
        "x-assumed": { "auth": "auth:default-global" },
    } } });
    assert_eq!(found, expected);
}

#[test]
fn bodies_have_their_media_types() {
    let cases = [
        (Media::Json, Type::String, "application/json", json!({ "type": "string", "x-rust-type": "String" })),
        (Media::Form, named("Pet"), "application/x-www-form-urlencoded", json!({ "$ref": "#/components/schemas/Pet" })),
        (Media::Multipart, named("Pet"), "multipart/form-data", json!({ "$ref": "#/components/schemas/Pet" })),
        (Media::Raw, Type::Bytes, "application/octet-stream", json!({ "type": "string", "format": "binary" })),
    ];
    for (media, ty, name, schema) in cases {
        let found = described(Operation { body: body(ty, media), ..operation("Put") })["requestBody"].clone();
        assert_eq!(found, json!({ "content": { name: { "schema": schema } }, "required": true }));
    }
}

pub fn error(status: ErrorStatus, ty: &str, media: &str) -> ErrorBody {
    ErrorBody { status, ty: TypeId::new(ty), media: media.to_owned() }
}

#[test]
fn responses_are_by_status_and_media_type() {
    let [pet, toy] = ["Pet", "Toy"].map(|name| json!({ "schema": { "$ref": format!("#/components/schemas/{name}") } }));
    let status = |status: u16| Some(Fact::stated(status));
    let successes = vec![
        SuccessBody {
            status: status(200),
            also: vec![Fact::stated(201)],
            docs: Some("A pet.".to_owned()),
            ..success("application/json", named("Pet"))
        },
        SuccessBody { status: status(200), ..success("application/json", named("Toy")) },
        SuccessBody { status: status(200), ..success("application/json", named("Pet")) },
        SuccessBody { status: status(200), ..success("application/json", Type::Int32) },
        SuccessBody {
            status: status(200),
            media: Fact::assumed("text/plain".to_owned(), Rule::MediaBareText),
            ..success("", Type::String)
        },
        success("image/png", Type::Bytes),
    ];
    let answered = Operation {
        success: successes,
        bodiless: vec![Fact::stated(204), Fact::stated(200)],
        errors: vec![
            error(ErrorStatus::One(404), "Pet", "application/json"),
            error(ErrorStatus::One(404), "Pet", "application/json"),
            error(ErrorStatus::Class(5), "Toy", "application/problem+json"),
            error(ErrorStatus::Rest, "Toy", "application/json"),
        ],
        bodiless_errors: vec![Fact::stated(404), Fact::stated(410)],
        ..operation("Get")
    };
    let integer = json!({ "type": "integer", "format": "int32", "x-rust-type": "i32" });
    let expected = json!({
        "204": { "description": "Success" },
        "200": { "description": "Success", "content": {
            "application/json": { "schema": { "anyOf": [pet["schema"], toy["schema"], integer] } },
            "text/plain": { "schema": { "type": "string", "x-rust-type": "String" }, "x-assumed": { "media": "media:bare-text" } },
        } },
        "201": { "description": "A pet.", "content": { "application/json": pet } },
        "2XX": { "description": "Success", "content": { "image/png": { "schema": { "type": "string", "format": "binary" } } } },
        "404": { "description": "Error", "content": { "application/json": pet } },
        "5XX": { "description": "Error", "content": { "application/problem+json": toy } },
        "default": { "description": "Error", "content": { "application/json": toy } },
        "410": { "description": "Error" },
    });
    assert_eq!(described(answered)["responses"], expected);
    let created = Operation { status: status(201), ..operation("Make") };
    assert_eq!(described(created)["responses"], json!({ "201": { "description": "Success" } }));
}
