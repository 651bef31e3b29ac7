//! Types as schemas.
//!
//! In: types built by hand. Out: nothing.

use crate::built::{
    body, def, fields, integers, list, map, model_of, named, nullable, operation, replaced, structure, success, texts,
    union,
};
use serde_json::{Value, json};
use tablature::{
    export::openapi,
    model::{
        Basis, Deprecation, Discriminator, Fact, Literal, Media, Model, Operation, Presence, Role, Rule, Shape, Source,
        Type, TypeDef, TypeId,
    },
};

/// The schemas of these types.
fn schemas(types: Vec<TypeDef>) -> Value {
    openapi(&model_of(types, Vec::new()))["components"]["schemas"].clone()
}

fn schema(of: Value, rust: &str) -> Value {
    let mut schema = of;
    schema["x-rust-type"] = format!("pet_api::components::{rust}").into();
    schema["x-source"] = json!(Source::default());
    schema
}

#[test]
fn each_type_has_its_schema() {
    let scalars = [
        (Type::String, json!({ "type": "string" })),
        (Type::Boolean, json!({ "type": "boolean" })),
        (Type::Int32, json!({ "type": "integer", "format": "int32" })),
        (Type::Int64, json!({ "type": "integer", "format": "int64" })),
        (Type::Float32, json!({ "type": "number", "format": "float" })),
        (Type::Float64, json!({ "type": "number", "format": "double" })),
        (Type::Number, json!({ "type": "number" })),
        (Type::Decimal, json!({ "type": "number", "format": "decimal" })),
        (Type::DateTime, json!({ "type": "string", "format": "date-time" })),
        (Type::Date, json!({ "type": "string", "format": "date" })),
        (Type::Bytes, json!({ "type": "string", "format": "byte" })),
        (Type::Any, json!({})),
        (list(Type::Any), json!({ "type": "array", "items": {} })),
        (
            map(list(Type::Date)),
            json!({ "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string", "format": "date" } } }),
        ),
        (nullable(Type::Date), json!({ "type": ["string", "null"], "format": "date" })),
        (nullable(Type::Any), json!({ "anyOf": [{}, { "type": "null" }] })),
        (nullable(named("Pet")), json!({ "anyOf": [{ "$ref": "#/components/schemas/Pet" }, { "type": "null" }] })),
        (Type::EventStream(Box::new(named("Pet"))), json!({ "$ref": "#/components/schemas/Pet" })),
    ];
    for (ty, expected) in scalars {
        let pet = structure("Pet", &[("it", ty.clone())]);
        assert_eq!(schemas(vec![pet])["Pet"]["properties"], json!({ "it": expected }), "{ty:?}");
    }
}

#[test]
fn structs_say_what_is_required_and_what_is_constant() {
    let mut pet = structure("Pet", &["a", "b", "c", "d", "e", "f"].map(|name| (name, Type::String)));
    let presences = [
        Presence::Required,
        Presence::RequiredNullable,
        Presence::RequiredNullUnstated,
        Presence::Optional,
        Presence::OptionalNullable,
        Presence::Required,
    ];
    for (field, presence) in fields(&mut pet).iter_mut().zip(presences) {
        field.presence = Fact::stated(presence);
    }
    let [a, b, _, d, _, f] = fields(&mut pet) else { panic!("six fields") };
    a.wire = Fact::assumed("anA".to_owned(), Rule::WireNameCamel);
    a.docs = Some("The first.".to_owned());
    b.constant = Some(Fact::assumed(Literal::String("bee".to_owned()), Rule::ConstantOnlyValue));
    b.sent_unasked = Some(Basis::Rule(Rule::SentTag));
    d.deprecated = Some(Deprecation { note: None });
    d.ty = named("Pet");
    d.constant = Some(Fact::stated(Literal::String("dee".to_owned())));
    f.wire = Fact::stated("anA".to_owned());
    pet.docs = Some("An animal.".to_owned());
    pet.deprecated = Some(Deprecation { note: Some("Use another.".to_owned()) });
    pet.source = Source { page: "models/pet.md".to_owned(), line: 3 };
    if let Shape::Struct(shape) = &mut pet.shape {
        shape.fields.pop();
        shape.additional = Some(Type::Int64);
    }
    let expected = json!({
        "type": "object",
        "properties": {
            "anA": { "type": "string", "description": "The first.", "x-assumed": { "wire": "wire-name:camel" } },
            "b": {
                "anyOf": [{ "type": "string", "const": "bee" }, { "type": "null" }],
                "x-assumed": { "constant": "constant:only-value-of-enum", "sent unasked": "sent:tag" },
            },
            "c": { "type": "string" },
            "d": { "$ref": "#/components/schemas/Pet", "deprecated": true },
            "e": { "type": ["string", "null"] },
        },
        "required": ["anA", "b", "c"],
        "additionalProperties": { "type": "integer", "format": "int64" },
        "description": "An animal.",
        "deprecated": true,
        "x-rust-type": "pet_api::components::Pet",
        "x-source": "models/pet.md:3",
    });
    assert_eq!(schemas(vec![pet])["Pet"], expected);
}

/// Two rows of a page may have one wire name: it is required once.
#[test]
fn a_key_is_required_once() {
    let mut twice = structure("Twice", &[("a", Type::String), ("b", Type::String)]);
    fields(&mut twice)[1].wire = Fact::stated("a".to_owned());
    assert_eq!(schemas(vec![twice])["Twice"]["required"], json!(["a"]));
}

#[test]
fn other_shapes_have_their_schemas() {
    let types = vec![
        structure("Empty", &[]),
        texts("Size", &["small", "big"]),
        integers("Legs", &[2, 4]),
        def("Note", Shape::Opaque),
        union("Either", &[("Text", Type::String), ("Size", named("Size"))]),
        TypeDef { role: Role::Security, ..structure("Security", &[]) },
        replaced(structure("Money", &[]), "::acme::Money"),
    ];
    let expected = json!({
        "Empty": schema(json!({ "type": "object" }), "Empty"),
        "Size": schema(json!({ "type": "string", "enum": ["small", "big"] }), "Size"),
        "Legs": schema(json!({ "type": "integer", "enum": [2, 4] }), "Legs"),
        "Note": schema(json!({}), "Note"),
        "Either": schema(json!({ "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Size" }] }), "Either"),
        "Money": schema(json!({ "type": "object" }), "Money"),
    });
    assert_eq!(schemas(types), expected);
}

/// A discriminator is legal where all members are references; elsewhere it has a name of ours.
#[test]
fn discriminators_lead_to_members() {
    let discriminated = |members: &[(&str, Type)]| {
        let mut either = union("Either", members);
        let Shape::Union(shape) = &mut either.shape else { panic!("a union") };
        let mapping = [("dog", 0), ("puppy", 0), ("text", 1), ("none", 7)].map(|(value, at)| (value.to_owned(), at));
        let fact = Discriminator { property: "kind".to_owned(), mapping: mapping.into_iter().collect() };
        shape.discriminator = Some(Fact::assumed(fact, Rule::DiscriminatorConstants));
        schemas(vec![structure("Dog", &[]), structure("Cat", &[]), either])["Either"].clone()
    };
    let [dog, cat] = ["Dog", "Cat"].map(|name| json!(format!("#/components/schemas/{name}")));
    let assumed = json!({ "discriminator": "discriminator:constants" });
    let named_only = discriminated(&[("Dog", named("Dog")), ("Cat", named("Cat"))]);
    let expected = json!({
        "oneOf": [{ "$ref": dog }, { "$ref": cat }],
        "discriminator": { "propertyName": "kind", "mapping": { "dog": dog, "puppy": dog, "text": cat } },
        "x-assumed": assumed,
    });
    assert_eq!(named_only, schema(expected, "Either"));
    let mixed = discriminated(&[("Dog", named("Dog")), ("Text", Type::String)]);
    let expected = json!({
        "oneOf": [{ "$ref": dog }, { "type": "string" }],
        "x-discriminator": { "propertyName": "kind", "mapping": { "dog": dog, "puppy": dog } },
        "x-assumed": assumed,
    });
    assert_eq!(mixed, schema(expected, "Either"));
}

/// The module stands in front of a name that several have, and a number behind one that is taken all the same.
#[test]
fn types_of_one_name_are_told_apart() {
    let mut model = Model { name: "pet-api".to_owned(), ..Model::default() };
    let others = [("Pet", "components"), ("Pet", "errors::more"), ("Toy", "components"), ("components.Pet", "errors")];
    for (index, (rust, module)) in others.into_iter().enumerate() {
        let other = TypeDef { module: module.to_owned(), ..structure(rust, &[("next", named("0"))]) };
        model.types.insert(TypeId::new(&index.to_string()), other);
    }
    let schemas = openapi(&model)["components"]["schemas"].clone();
    let names: Vec<&String> = schemas.as_object().expect("schemas").keys().collect();
    assert_eq!(names, ["components.Pet", "errors.more.Pet", "Toy", "components.Pet_2"]);
    assert_eq!(schemas["Toy"]["properties"]["next"]["$ref"], "#/components/schemas/components.Pet");
}

/// What is a file within a multipart body and nothing else is bytes.
#[test]
fn files_are_bytes_where_they_are_only_sent_as_such() {
    let file = |rust: &str, names: &[&str]| {
        structure(rust, &names.iter().map(|name| (*name, Type::String)).collect::<Vec<_>>())
    };
    let types = || {
        vec![
            file("Photo", &["file_name", "content"]),
            file("Film", &["fileName", "content", "contentType"]),
            file("Other", &["fileName", "content", "size"]),
            structure("Upload", &[("photo", named("Photo")), ("film", list(named("Film"))), ("other", named("Other"))]),
            structure("Album", &[("photo", named("Photo"))]),
        ]
    };
    let binary = |types: Vec<TypeDef>, operations: Vec<Operation>| -> Vec<String> {
        let schemas = openapi(&model_of(types, operations))["components"]["schemas"].clone();
        let schemas = schemas.as_object().expect("schemas").clone();
        schemas.into_iter().filter(|(_, schema)| schema["format"] == "binary").map(|(name, _)| name).collect()
    };
    let sending = |media| Operation { body: body(named("Upload"), media), ..operation("Send") };
    let without_album = || types().into_iter().take(4).collect::<Vec<_>>();
    assert_eq!(binary(without_album(), vec![sending(Media::Multipart)]), ["Photo", "Film"]);
    assert_eq!(binary(without_album(), vec![sending(Media::Json)]), [""; 0]);
    assert_eq!(binary(types(), vec![sending(Media::Multipart)]), ["Film"]);
    let shown = Operation { success: vec![success("application/json", named("Film"))], ..operation("Show") };
    assert_eq!(binary(types(), vec![sending(Media::Multipart), shown]), [""; 0]);
}
