//! The OpenAPI export: each fact of a small docs tree, where OpenAPI has its place for it.
//!
//! In: a small docs tree. Out: nothing.

use crate::docs::Fixture;
use crate::markdown::{self, FIELDS};
use serde_json::{Value, json};
use std::collections::HashSet;
use tablature::{
    export::openapi,
    lower::{LowerOptions, lower},
    model::{Fact, Server, ServerVariable},
    source::{Diagnostics, Sources},
};

fn export() -> Value {
    let ran = Fixture::new().run(&["export", "openapi"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

#[test]
fn a_struct_is_an_object() {
    let pet = &export()["components"]["schemas"]["Pet"];
    assert_eq!(pet["type"], "object");
    assert_eq!(pet["required"], json!(["name"]));
    assert_eq!(pet["x-rust-type"], "pet_api::components::Pet");
    assert_eq!(pet["properties"]["name"]["type"], "string");
    assert_eq!(pet["properties"]["age"]["format"], "int32");
    assert_eq!(pet["properties"]["color"]["$ref"], "#/components/schemas/Color");
    assert!(pet["x-source"].as_str().is_some_and(|at| at.starts_with("models/components/Pet.md:")), "{pet}");
}

#[test]
fn an_enum_lists_its_values() {
    let color = &export()["components"]["schemas"]["Color"];
    assert_eq!(color["type"], "string");
    assert_eq!(color["enum"], json!(["red-brown", "grey"]));
}

#[test]
fn an_operation_stands_under_its_path_and_method() {
    let operation = &export()["paths"]["/pets/{petId}"]["get"];
    assert_eq!(operation["operationId"], "get_pet");
    let parameter = &operation["parameters"][0];
    assert_eq!(
        (&parameter["name"], &parameter["in"], &parameter["required"]),
        (&json!("petId"), &json!("path"), &json!(true))
    );
    let success = &operation["responses"]["2XX"]["content"]["application/json"]["schema"];
    assert_eq!(success["$ref"], "#/components/schemas/Pet");
    let error = &operation["responses"]["404"]["content"]["application/json"]["schema"];
    assert_eq!(error["$ref"], "#/components/schemas/NotFound");
}

#[test]
fn every_reference_leads_to_a_schema() {
    let document = export();
    let mut references = HashSet::new();
    collect_references(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference.strip_prefix('#').expect("a reference within the document");
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

fn collect_references(value: &Value, found: &mut HashSet<String>) {
    match value {
        Value::Object(object) => {
            found.extend(object.get("$ref").and_then(Value::as_str).map(str::to_owned));
            object.values().for_each(|value| collect_references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_references(item, found)),
        _ => {}
    }
}

/// A page of fields.
fn fields(title: &str, rows: &[&str]) -> String {
    format!("# {title}\n\n{FIELDS}{}", markdown::rows(rows))
}

/// An operation that answers with a page.
fn answering(id: &str, answer: &str) -> String {
    let section = markdown::operation("typescript", id, "post /pets", &[]);
    format!("{section}### Response\n\n**Promise\\<[models.{answer}](../../models/{answer}.md)\\>**\n\n")
}

/// The schema of what two operations of one path answer, where one answers with `pet` and the other with `petform`.
fn twins_answer(pet: &str, form: &str) -> Value {
    let pages = [
        ("models/pet.md", fields("Pet", &[&format!("name | {pet}")])),
        ("models/petform.md", fields("PetForm", &[&format!("name | {form}")])),
        (
            "sdks/pets/README.md",
            format!("# Pets\n\n{}{}", answering("add_pet", "pet"), answering("add_pet_form", "petform")),
        ),
    ];
    let document = document(&pages);
    document["paths"]["/pets"]["post"]["responses"]["2XX"]["content"]["application/json"]["schema"].clone()
}

#[test]
fn twins_that_answer_alike_have_one_answer() {
    assert_eq!(twins_answer("*string*", "*string*"), json!({ "$ref": "#/components/schemas/Pet" }));
    let either =
        json!({ "anyOf": [{ "$ref": "#/components/schemas/Pet" }, { "$ref": "#/components/schemas/PetForm" }] });
    assert_eq!(twins_answer("*string*", "*boolean*"), either);
}

#[test]
fn files_of_multipart_bodies_are_bytes() {
    let upload = "[Upload](../../models/components/Upload.md)";
    let section = markdown::operation("java", "upload", "post /files", &[&format!("request! | {upload}")]);
    let document = document(&[
        ("models/components/File.md", fields("File", &["fileName! | *String*", "content! | *byte[]*"])),
        ("models/components/Upload.md", fields("Upload", &["file! | [File](../../models/components/File.md)"])),
        ("sdks/files/README.md", format!("# Files\n\n{}", section.replace("visit().call()", "visit().callAsStream()"))),
    ]);
    let operation = &document["paths"]["/files"]["post"];
    assert!(operation["requestBody"]["content"].get("multipart/form-data").is_some(), "{operation}");
    assert_eq!(operation["x-paginated"], json!(true));
    let file = &document["components"]["schemas"]["File"];
    assert_eq!([&file["type"], &file["format"]], [&json!("string"), &json!("binary")]);
}

#[test]
fn lists_in_a_query_have_a_style() {
    let rows = ["tags | List\\<*String*>", "sizes | List\\<*String*>"];
    let section = markdown::operation("java", "find", "get /pets", &rows);
    let described = section.replace(
        "| `sizes` | List\\<*String*> | :heavy_minus_sign: | N/A |",
        "| `sizes` | List\\<*String*> | :heavy_minus_sign: | A comma-separated list. |",
    );
    let document = document(&[("sdks/pets/README.md", format!("# Pets\n\n{described}"))]);
    let parameters = &document["paths"]["/pets"]["get"]["parameters"];
    let styles = [0, 1].map(|at| (&parameters[at]["style"], &parameters[at]["explode"]));
    assert_eq!(styles, [(&json!("form"), &json!(true)), (&json!("form"), &json!(false))]);
}

#[test]
fn variables_of_servers_and_nulls_are_described() {
    let pages = [("models/pet.md", fields("Pet", &["name! | *Nullable\\<string\\>*", "owner! | *string*"]))];
    let sources = Sources::from_memory(pages.iter().map(|(path, text)| (*path, text.as_str())));
    let mut model = lower(&sources, &LowerOptions::default(), &mut Diagnostics::default());
    let region = ServerVariable {
        name: "region".to_owned(),
        default: "eu".to_owned(),
        values: vec!["eu".to_owned(), "us".to_owned()],
        description: Some("Where the pets live".to_owned()),
    };
    model.servers.push(Server {
        name: None,
        url: Fact::stated("https://{region}.example.com".to_owned()),
        description: None,
        variables: vec![region],
    });
    let document = openapi(&model);
    let described = json!({ "default": "eu", "enum": ["eu", "us"], "description": "Where the pets live" });
    assert_eq!(document["servers"][0]["variables"], json!({ "region": described }));
    let pet = &document["components"]["schemas"]["Pet"]["properties"];
    assert_eq!(pet["name"]["type"], json!(["string", "null"]));
    assert_eq!(pet["owner"]["type"], json!("string"));
}

/// The document of a docs tree in which nothing is wrong.
fn document(pages: &[(&str, String)]) -> Value {
    let sources = Sources::from_memory(pages.iter().map(|(path, text)| (*path, text.as_str())));
    let mut diagnostics = Diagnostics::default();
    let model = lower(&sources, &LowerOptions::default(), &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{:?}", diagnostics.list);
    openapi(&model)
}

#[test]
fn the_document_can_be_written_to_a_file() {
    let fixture = Fixture::new();
    let path = fixture.path("pets.json");
    let ran = fixture.run(&["export", "openapi", "--out", path.as_str()]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    let text = fixture.read("pets.json");
    assert_eq!(text, fixture.run(&["export", "openapi"]).stdout);
    assert!(text.starts_with("{\n  \"openapi\": \"3.1.0\",\n  \"info\": {"), "{text}");
    assert_eq!(fixture.run(&["export", "openapi", "--out", fixture.path("docs").as_str()]).status, 2);
}
