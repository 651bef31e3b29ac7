//! The OpenAPI export: each fact of a small docs tree, where OpenAPI has its place for it.
//!
//! In: a small docs tree. Out: nothing.

use crate::docs::Bench;
use serde_json::{Value, json};
use std::collections::HashSet;

fn export() -> Value {
    let ran = Bench::new().run(&["export", "openapi"]);
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
