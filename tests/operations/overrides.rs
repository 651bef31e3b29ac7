//! Places that `overrides.toml` settles.
//!
//! In: a docs tree on disk, with overrides. Out: nothing.

use crate::{
    docs::{Fixture, Ran, tablature},
    markdown,
};
use serde_json::{Value, json};
use tablature::{
    config::{Config, Dangling, Overrides, Pattern, parse_overrides},
    generate::understand,
    model::alternatives,
    source::{Code, Diagnostics, Sources},
};

const SETTINGS: &str = "# SettingsRequest\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n\
    | `settings` | [Optional\\<Settings>](../../models/components/Settings.md) | :heavy_minus_sign: | What to set. |\n";

const SECTION: &str = "# Settings\n\n## put\n\n### Example Usage\n\n\
    <!-- UsageSnippet language=\"java\" operationID=\"settings\" method=\"put\" path=\"/settings\" -->\n```java\nput();\n```\n\n\
    ### Parameters\n\n| Parameter | Type | Required | Description |\n| - | - | - | - |\n\
    | `settings` | [Optional\\<Settings>](../../models/components/Settings.md) | :heavy_minus_sign: | What to set. |\n";

/// The operation as exported, with these overrides.
fn exported(overrides: &str) -> Value {
    let fixture = Fixture::new();
    fixture.write("docs/models/components/Settings.md", &crate::docs::PET.replace("# Pet", "# Settings"));
    fixture.write("docs/models/operations/SettingsRequest.md", SETTINGS);
    fixture.write("docs/sdks/settings/README.md", SECTION);
    fixture.write("overrides.toml", overrides);
    fixture.write("tablature.toml", "docs = \"docs\"\nout = \"out\"\noverrides = \"overrides.toml\"\n");
    let ran = tablature(&["export", "openapi", "--config", fixture.path("tablature.toml").as_str()]);
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

/// A rule that a run used is of no use to the next one with other pages.
#[test]
fn each_run_tells_which_rules_were_of_use() {
    let rule = "[[field]]\ntype = \"models/Pet\"\nfield = \"name\"\nrequired = true\nreason = \"Always there.\"\n";
    let mut sources = Sources::from_memory([("models/Pet.md", crate::docs::PET)]);
    let file = sources.attach("overrides.toml", rule.to_owned());
    let overrides = parse_overrides(file, &sources, &mut Diagnostics::default());
    let config = Config { overrides, dangling: Some(Dangling::Any), ..Config::default() };
    let owner = crate::docs::PET.replace("# Pet", "# Owner");
    let other = Sources::from_memory([("models/Owner.md", owner.as_str())]);
    let codes = |sources| understand(sources, &config).diagnostics.list.iter().map(|it| it.code).collect::<Vec<_>>();
    assert!(!codes(&sources).contains(&Code::UnusedOverride));
    assert!(codes(&other).contains(&Code::UnusedOverride));
}

/// A docs tree with credentials, run with these overrides.
fn document(overrides: &str) -> Value {
    let fixture = Fixture::new();
    for (path, text) in crate::docs::PAGES {
        fixture.write(&format!("docs/{path}"), text);
    }
    fixture.write("docs/models/components/Security.md", &crate::docs::PET.replace("`name`", "`apiKey`"));
    fixture.write("overrides.toml", overrides);
    fixture.write("tablature.toml", "docs = \"docs\"\nout = \"out\"\noverrides = \"overrides.toml\"\n");
    let ran = tablature(&["export", "openapi", "--config", fixture.path("tablature.toml").as_str()]);
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
fn credentials_can_be_stated_to_belong_together() {
    let page = crate::docs::PET.replace("`name`", "`apiKey`").replace(":heavy_check_mark:", ":heavy_minus_sign:");
    let row = page.lines().find(|line| line.contains("`apiKey`")).expect("a row").replace("apiKey", "secretKey");
    let page = format!("{}\n{row}\n", page.trim_end());
    let understood = |with: &str| {
        let mut sources = Sources::from_memory([("models/components/Security.md", page.as_str())]);
        let rule =
            format!("[[security]]\nscheme = \"secretKey\"\nkind = \"api-key\"\nwith = {with:?}\nreason = \"So.\"\n");
        let file = sources.attach("overrides.toml", rule);
        let overrides = parse_overrides(file, &sources, &mut Diagnostics::default());
        let understood =
            understand(&sources, &Config { overrides, dangling: Some(Dangling::Any), ..Config::default() });
        let is_unused = understood.diagnostics.list.iter().any(|it| it.code == Code::UnusedOverride);
        (alternatives(&understood.model.security).len(), is_unused)
    };
    assert_eq!(understood("apiKey"), (3, false));
    assert_eq!(understood("apiSecret"), (4, true), "no such scheme");
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

#[test]
fn the_example_of_a_file_is_understood() {
    let text = include_str!("../corpora/konnect-overrides.toml");
    assert!(text.lines().count() <= 30);
    let (overrides, diagnostics) = parse(text);
    assert_eq!(diagnostics.list, []);
    assert_eq!([overrides.parameters.len(), overrides.fields.len(), overrides.unions.len()], [1, 1, 2]);
}

/// A file of overrides, read.
fn parse(text: &str) -> (Overrides, Diagnostics) {
    let mut sources = Sources::default();
    let file = sources.attach("overrides.toml", text.to_owned());
    let mut diagnostics = Diagnostics::default();
    (parse_overrides(file, &sources, &mut diagnostics), diagnostics)
}

/// Pages of a union whose members nothing tells apart.
const OVERLAP: [(&str, &str); 3] = [
    (
        "models/shape.md",
        "# Shape\n\n## Supported Types\n\n### `models.Round`\n\n```typescript\nconst value: models.Round = {\n  kind: \"round\",\n};\n```\n\n### `models.Flat`\n\n```typescript\nconst value: models.Flat = {\n  kind: \"flat\",\n};\n```\n",
    ),
    (
        "models/round.md",
        "# Round\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n| `kind` | *string* | :heavy_check_mark: | N/A |\n",
    ),
    (
        "models/flat.md",
        "# Flat\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n| `kind` | *string* | :heavy_check_mark: | N/A |\n",
    ),
];

/// What a run on these pages finds, with these overrides: code, message and help of each.
fn findings(overrides: &str) -> Vec<(String, String, String)> {
    let ran = run_on(OVERLAP.map(|(path, text)| (path, text.to_owned())), overrides).1;
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let lines = ran.stderr.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines
        .filter(|it| it["code"].is_string())
        .map(|it| (word(&it, "code"), word(&it, "message"), word(&it, "help")))
        .collect()
}

/// Generates from pages, with these overrides.
fn run_on<'p>(pages: impl IntoIterator<Item = (&'p str, String)>, overrides: &str) -> (Fixture, Ran) {
    let fixture = Fixture::new();
    for (path, text) in pages {
        fixture.write(&format!("shapes/{path}"), &text);
    }
    fixture.write("overrides.toml", overrides);
    let config = "docs = \"shapes\"\nout = \"out\"\nlanguage = \"typescript\"\noverrides = \"overrides.toml\"\n";
    fixture.write("tablature.toml", config);
    let ran = tablature(&["generate", "--format", "json", "--config", fixture.path("tablature.toml").as_str()]);
    (fixture, ran)
}

/// What is wrong with these overrides themselves.
fn faults(overrides: &str) -> Vec<(String, String, String)> {
    findings(overrides).into_iter().filter(|(code, ..)| code == "T0502").collect()
}

/// The rule within a help text, to paste, with a reason.
fn pasted(help: &str) -> String {
    help[help.find("[[").expect("a rule")..].replace("reason = \"…\"", "reason = \"It is so.\"")
}

#[test]
fn help_can_be_pasted_as_it_stands() {
    let found = findings("");
    assert_eq!(found[0].0, "T0401", "{found:?}");
    let taken = "`models.Round` is taken unless `models.Flat` knows more of a value's keys";
    assert!(found[0].1.ends_with(taken), "{found:?}");
    let rule = pasted(&found[0].2);
    assert_eq!(parse(&rule).1.list, [], "{rule}");
    let found = findings(&rule);
    let unused = found.iter().find(|(code, ..)| code == "T0502").expect("what is wrong with the rule");
    let better = pasted(&unused.2);
    assert_eq!(parse(&better).1.list, [], "{better}");
    let told = &faults(&better)[0].1;
    assert!(told.ends_with(">` stands for the value that means this member"), "{told}");
    let whole = better.replace("<value of models.Round>", "round").replace("<value of models.Flat>", "flat");
    assert_eq!(findings(&whole), [], "{whole}");
}

#[test]
fn members_may_be_named_in_three_ways() {
    let rule = |one: &str, other: &str| {
        format!(
            "[[union]]\ntype = \"models/Shape\"\ndiscriminator = \"kind\"\nmapping = {{ r = \"{one}\", f = \"{other}\" }}\nreason = \"It is so.\"\n"
        )
    };
    for (one, other) in [("models.Round", "models.Flat"), ("models/Round", "models/Flat"), ("Round", "Flat")] {
        assert_eq!(findings(&rule(one, other)), []);
    }
    let found = faults(&rule("Round", "Flatt"));
    assert_eq!(
        (found[0].1.as_str(), found[0].2.as_str()),
        ("`models/Shape` has no member `Flatt`", "did you mean `Flat`?")
    );
}

/// A discriminator needs no mapping where the members' pages list its values.
#[test]
fn values_of_a_discriminator_are_read_from_the_pages_of_its_members() {
    let kind = "| `kind` | [models.RoundKind](../models/roundkind.md) | :heavy_check_mark: | N/A |\n";
    let mut pages = OVERLAP.map(|(path, text)| (path, text.to_owned()));
    pages[1].1 = markdown::page("Round.md", &format!("{}{kind}", markdown::FIELDS));
    let constant = "| `kind` | *\"flat\"* | :heavy_check_mark: | N/A |\n";
    pages[2].1 = markdown::page("Flat.md", &format!("{}{constant}", markdown::FIELDS));
    let pages = pages.into_iter().chain([(
        "models/roundkind.md",
        "# RoundKind\n\n## Values\n\n```typescript\n\"circle\" | \"ball\"\n```\n".to_owned(),
    )]);
    let rule = "[[union]]\ntype = \"models/Shape\"\ndiscriminator = \"kind\"\nreason = \"It is so.\"\n";
    let fixture = run_on(pages, rule).0;
    let model: Value = serde_json::from_str(&fixture.read("out/model.json")).expect("JSON");
    let shapes = model["types"].as_object().expect("types").values();
    let told: Vec<&Value> = shapes.filter_map(|it| it["shape"]["union"]["discriminator"].get("value")).collect();
    assert_eq!(told, [&json!({ "property": "kind", "mapping": { "circle": 0, "ball": 0, "flat": 1 } })]);
}

#[test]
fn a_discriminator_that_tells_nothing_apart_is_an_error() {
    let found = |discriminator: &str, mapping: &str| {
        let rule = "[[union]]\ntype = \"models/Shape\"\nreason = \"It is so.\"\n";
        faults(&format!("{rule}discriminator = \"{discriminator}\"\nmapping = {{ {mapping} }}\n")).remove(0)
    };
    let (code, message, help) = found("bogus", "r = \"Round\", f = \"Flat\"");
    assert_eq!((code.as_str(), message.as_str()), ("T0502", "no member of `models/Shape` has a field `bogus`"));
    assert_eq!(help, "the fields that all members have are kind");
    assert_eq!(found("kinds", "r = \"Round\"").2, "did you mean `kind`?");
    let (_, message, help) = found("kind", "r = \"Round\"");
    assert_eq!(message, "1 member has no value of `kind` in `models/Shape`: Flat");
    assert!(help.contains("\"r\" = \"models.Round\", \"<value of models.Flat>\" = \"models.Flat\""), "{help}");
}

/// What a run on the small API finds, with these overrides: the place, message and help of each.
fn misspelt(rules: &str) -> Vec<[String; 3]> {
    let fixture = Fixture::new();
    fixture.write("overrides.toml", rules);
    fixture.write("tablature.toml", "docs = \"docs\"\noverrides = \"overrides.toml\"\n");
    let ran = tablature(&["survey", "--format", "json", "--config", fixture.path("tablature.toml").as_str()]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let lines = ran.stderr.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let coded = lines.filter(|it| it["code"].is_string());
    coded.map(|it| [text(&it["place"]["text"]), text(&it["message"]), text(&it["help"])]).collect()
}

#[test]
fn names_that_are_misspelt_are_all_told_with_those_that_are_near() {
    let rules = "[[field]]\ntype = \"components/Pet\"\nfield = \"age\"\nis = \"components/Colour\"\nreason = \"It is so.\"\n\
        [[field]]\ntype = \"components/Pett\"\nfield = \"age\"\nsecret = true\nreason = \"It is so.\"\n\
        [[field]]\ntype = \"components/*\"\nfield = \"agge\"\nsecret = true\nreason = \"It is so.\"\n\
        [[enum]]\ntype = \"components/Pet\"\nclosed = true\nreason = \"It is so.\"\n\
        [[operation]]\nid = \"get_pets\"\nauth = \"public\"\nreason = \"It is so.\"\n";
    let found = misspelt(rules);
    let expected = [
        ["\"components/Colour\"", "there is no type `components/Colour`", "did you mean `components/Color`?"],
        [
            "\"components/Pett\"",
            "this rule concerns no field: there is no type `components/Pett`",
            "did you mean `components/Pet`?",
        ],
        ["\"agge\"", "this rule concerns no field: there is no field `agge`", "did you mean `age`?"],
        [
            "\"components/Pet\"",
            "this rule concerns no enum: there is no enum `components/Pet`",
            "the enums are components/Color",
        ],
        [
            "\"get_pets\"",
            "this rule concerns no operation: there is no operation `get_pets`",
            "did you mean `get_pet`?",
        ],
    ];
    assert_eq!(found, expected.map(|it| it.map(str::to_owned)));
}

#[test]
fn values_that_are_misspelt_are_told_with_what_mends_them() {
    let found = misspelt("[[operation]]\nid = \"get_pet\"\nauth = \"publik\"\nreason = \"It is so.\"\n");
    assert_eq!(found[0][2], "write `public`", "{found:?}");
    let found = misspelt("[[operation]]\nid = \"get_pet\"\nauth = \"public\"\n");
    assert_eq!(found[0][2], "add `reason = \"…\"`: why this is believed", "{found:?}");
}
