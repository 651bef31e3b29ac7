//! Places that `overrides.toml` settles.
//!
//! In: a docs tree on disk, with overrides. Out: nothing.

use crate::docs::{Bench, tablature};
use serde_json::{Value, json};

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
