//! Places that `overrides.toml` settles.
//!
//! In: a docs tree on disk, with overrides. Out: nothing.

use crate::docs::{Bench, tablature};
use serde_json::{Value, json};
use tablature::config::Pattern;

const SETTINGS: &str = "# SettingsRequest\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n\
    | `settings` | [Optional\\<Settings>](../../models/components/Settings.md) | :heavy_minus_sign: | What to set. |\n";

const SECTION: &str = "# Settings\n\n## put\n\n### Example Usage\n\n\
    <!-- UsageSnippet language=\"java\" operationID=\"settings\" method=\"put\" path=\"/settings\" -->\n```java\nput();\n```\n\n\
    ### Parameters\n\n| Parameter | Type | Required | Description |\n| - | - | - | - |\n\
    | `settings` | [Optional\\<Settings>](../../models/components/Settings.md) | :heavy_minus_sign: | What to set. |\n";

/// The operation as exported, with these overrides.
fn exported(overrides: &str) -> Value {
    let bench = Bench::new();
    bench.write("docs/models/components/Settings.md", &crate::docs::PET.replace("# Pet", "# Settings"));
    bench.write("docs/models/operations/SettingsRequest.md", SETTINGS);
    bench.write("docs/sdks/settings/README.md", SECTION);
    bench.write("overrides.toml", overrides);
    bench.write("tablature.toml", "docs = \"docs\"\nout = \"out\"\noverrides = \"overrides.toml\"\n");
    let ran = tablature(&["export", "openapi", "--config", bench.path("tablature.toml").as_str()]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    document["paths"]["/settings"]["put"].clone()
}

#[test]
fn what_a_rule_took_for_the_body_can_be_placed_elsewhere() {
    assert!(exported("").get("requestBody").is_some());
    let rule =
        "[[parameter]]\noperation = \"settings\"\nname = \"settings\"\nplace = \"query\"\nreason = \"Sent so.\"\n";
    let operation = exported(rule);
    assert!(operation.get("requestBody").is_none(), "{operation}");
    let parameter = &operation["parameters"][0];
    assert_eq!([&parameter["name"], &parameter["in"]], [&json!("settings"), &json!("query")]);
}

/// A docs tree with credentials, run with these overrides.
fn document(overrides: &str) -> Value {
    let bench = Bench::new();
    for (path, text) in crate::docs::PAGES {
        bench.write(&format!("docs/{path}"), text);
    }
    bench.write("docs/models/components/Security.md", &crate::docs::PET.replace("`name`", "`apiKey`"));
    bench.write("overrides.toml", overrides);
    bench.write("tablature.toml", "docs = \"docs\"\nout = \"out\"\noverrides = \"overrides.toml\"\n");
    let ran = tablature(&["export", "openapi", "--config", bench.path("tablature.toml").as_str()]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

#[test]
fn kinds_of_credentials_can_be_stated() {
    let scheme = |overrides: &str| document(overrides)["components"]["securitySchemes"]["apiKey"].clone();
    assert_eq!(scheme("")["x-assumed"]["kind"], "security:field-name");
    let rule = "[[security]]\nscheme = \"apiKey\"\nkind = \"bearer\"\nreason = \"The vendor says so.\"\n";
    assert_eq!(scheme(rule), json!({ "type": "http", "scheme": "bearer" }));
    let rule = "[[security]]\nscheme = \"api*\"\nkind = \"api-key\"\nheader = \"X-Api-Key\"\nreason = \"The vendor says so.\"\n";
    assert_eq!(scheme(rule), json!({ "type": "apiKey", "in": "header", "name": "X-Api-Key" }));
}

#[test]
fn what_a_success_is_can_be_stated() {
    let rule = "[[operation]]\nid = \"get_pet\"\nauth = \"public\"\nsuccess_status = 203\n\
        success_media = \"application/pet+json\"\nsuccess_may_be_empty = true\nreason = \"It answers so.\"\n";
    let operation = &document(rule)["paths"]["/pets/{petId}"]["get"];
    assert_eq!(operation["security"], json!([]));
    let schema = &operation["responses"]["203"]["content"]["application/pet+json"]["schema"];
    assert_eq!(schema["anyOf"], json!([{ "$ref": "#/components/schemas/Pet" }, { "type": "null" }]));
}

#[test]
fn the_status_of_a_success_without_a_body_can_be_stated() {
    let rule = "[[operation]]\nid = \"settings\"\nsuccess_status = 204\nreason = \"It answers so.\"\n";
    assert_eq!(exported(rule)["responses"], json!({ "204": { "description": "Success" } }));
}

#[test]
fn constants_can_be_stated() {
    let name = |constant: &str| {
        let rule = format!(
            "[[field]]\ntype = \"components/Pet\"\nfield = \"age\"\nconstant = {constant}\nreason = \"It is so.\"\n"
        );
        document(&rule)["components"]["schemas"]["Pet"]["properties"]["age"]["const"].clone()
    };
    assert_eq!([name("7"), name("true"), name("\"old\"")], [json!(7), json!(true), json!("old")]);
}

#[test]
fn parameters_can_be_typed() {
    let rule = "[[parameter]]\noperation = \"get_pet\"\nname = \"petId\"\nis = \"int64\"\nreason = \"It is so.\"\n";
    let schema = &document(rule)["paths"]["/pets/{petId}"]["get"]["parameters"][0]["schema"];
    assert_eq!(*schema, json!({ "type": "integer", "format": "int64" }));
}

#[test]
fn a_name_with_the_signs_of_patterns_fits_itself() {
    let fits = |pattern: &str, text: &str| Pattern::new(pattern).expect("a pattern").matches(text);
    assert!(fits("page[size]", "page[size]") && fits("page[size]", "pages"));
    assert!(fits("get_/api/{serviceId}/x", "get_/api/{serviceId}/x"));
}
