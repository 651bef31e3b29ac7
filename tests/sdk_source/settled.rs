//! Each kind of fact that source settles.

use super::fixture::{fleet, model, pages};
use crate::{
    docs::Fixture,
    markdown::{FIELDS, page, rows},
};
use serde_json::{Value, json};

const FOLDER: &str = "src/main/java/com/fleet";

fn at(file: &str, line: u32, value: impl Into<Value>) -> Value {
    json!({ "value": value.into(), "annotation": format!("{FOLDER}/{file}:{line}") })
}

#[test]
fn names_and_nulls_of_fields_are_settled() {
    let model = model(&fleet(), &[]);
    let fields = &model["types"]["components/Ship"]["shape"]["struct"]["fields"];
    let file = "models/components/Ship.java";
    assert_eq!(fields[0]["wire"], at(file, 3, "HULL-no"));
    assert_eq!(fields[1]["presence"], at(file, 7, "required-nullable"));
    assert_eq!(fields[2]["presence"], at(file, 10, "required"));
}

#[test]
fn parameters_answers_and_credentials_are_settled() {
    let model = model(&fleet(), &[]);
    let operation = &model["operations"][0];
    let request = "models/operations/ListShipsRequest.java";
    let [dock, harbour, kinds, mark] = [0, 1, 2, 3].map(|at| &operation["parameters"][at]);
    assert_eq!(dock["place"], "path");
    assert_eq!(harbour["wire"], at(request, 3, "X-Harbour"));
    assert_eq!(harbour["place"], at(request, 3, "header"));
    assert_eq!(harbour["style"], Value::Null, "one text has no style");
    assert_eq!(kinds["wire"], at(request, 6, "ship-kinds"));
    assert_eq!(kinds["style"], at(request, 6, "form-joined"));
    assert_eq!(mark["wire"], json!({ "value": "page_mark", "lockfile": ".speakeasy/gen.lock:7" }));
    let body = &operation["success"][0];
    assert_eq!(body["status"], at("operations/ListShips.java", 8, 206));
    assert_eq!(body["media"], at("operations/ListShips.java", 8, "application/vnd.fleet+json"));
    assert_eq!(operation["bodiless_errors"], json!([at("operations/ListShips.java", 9, 404)]));
    let scheme = &model["security"][0];
    assert_eq!(scheme["kind"], at("models/components/Security.java", 3, "api-key"));
    assert_eq!(scheme["key"]["value"], json!({ "place": "header", "name": "X-Fleet-Key" }));
    assert_eq!(model["servers"][0]["url"], at("Fleet.java", 3, "https://fleet.example.com"));
}

#[test]
fn a_query_may_be_json() {
    let fixture = fleet();
    let file = format!("{FOLDER}/models/operations/ListShipsRequest.java");
    fixture.write(
        &file,
        &fixture.read(&file).replace("style=form,explode=false,name=ship", "serialization=json,name=ship"),
    );
    let kinds = &model(&fixture, &[])["operations"][0]["parameters"][2];
    assert_eq!(kinds["style"], at("models/operations/ListShipsRequest.java", 6, "json"));
    let endpoint = fixture.read("out/src/api/endpoints/ships/list_ships.rs");
    assert!(endpoint.contains("draft.query_json(\"ship-kinds\", &self.kinds)"), "{endpoint}");
    let document: Value = serde_json::from_str(&fixture.run(&["export", "openapi"]).stdout).expect("JSON");
    let exported = &document["paths"]["/docks/{dock}/ships"]["get"]["parameters"][2];
    assert_eq!(exported["content"]["application/json"]["schema"]["type"], "array", "{exported}");
    assert!(exported["schema"].is_null() && exported["style"].is_null(), "{exported}");
}

/// The argument may go by another name than the placeholder.
#[test]
fn the_source_says_which_argument_fills_a_placeholder() {
    let fixture = fleet();
    for (file, from, to) in [
        (format!("{FOLDER}/models/operations/ListShipsRequest.java"), "String dock", "String berth"),
        ("docs/sdks/ships/README.md".to_owned(), "| `dock` |", "| `berth` |"),
    ] {
        fixture.write(&file, &fixture.read(&file).replace(from, to));
    }
    let model = model(&fixture, &[]);
    let parameters = model["operations"][0]["parameters"].as_array().expect("parameters");
    let in_path = parameters.iter().filter(|it| it["place"] == "path" || it["place"]["value"] == "path");
    let names: Vec<_> = in_path.map(|it| (&it["doc_name"], it["wire"].get("value").unwrap_or(&it["wire"]))).collect();
    assert_eq!(names, [(&json!("berth"), &json!("dock"))]);
}

/// A page may show a text where the source has one value.
#[test]
fn a_field_of_one_value_is_a_constant() {
    let fixture = Fixture::empty();
    fixture.write("docs/models/Ship.md", &page("Ship", &format!("{FIELDS}{}", rows(&["kind! | *string*"]))));
    fixture.write("src/models/ship.ts", "export type Ship = {\n  kind: \"ship\";\n};\n");
    fixture.write(".speakeasy/gen.lock", "lockVersion: 2.0.0\n");
    let model = model(&fixture, &["--language", "typescript"]);
    let kind = &model["types"]["models/Ship"]["shape"]["struct"]["fields"][0];
    assert_eq!(kind["constant"], json!({ "value": "ship", "annotation": "src/models/ship.ts:2" }), "{kind}");
}

/// An example may pass credentials to the client of an operation that sends none.
#[test]
fn an_operation_that_sends_no_credentials_is_public() {
    let fixture = fleet();
    let file = format!("{FOLDER}/operations/ListShips.java");
    let auth = |line: &str| {
        fixture.write(&file, &(fleet().read(&file) + line));
        model(&fixture, &[])["operations"][0]["auth"].clone()
    };
    assert_eq!(auth("            this.securitySource = null;\n"), at("operations/ListShips.java", 10, "public"));
    let global = "            this.securitySource = this.sdkConfiguration.securitySource();\n";
    assert_eq!(auth(global), at("operations/ListShips.java", 10, "global"));
}

/// Of classes that say the same, the first is named, however often one looks.
#[test]
fn the_same_class_is_named_each_time() {
    let fixture = fleet();
    let path = |name: &str| format!("{FOLDER}/models/{name}.java");
    let security = fixture.read(&path("components/Security"));
    fixture.remove(&path("components/Security"));
    let names = ["Anchor", "Beacon", "Cargo", "Deck"].map(|name| format!("operations/{name}Security"));
    for name in &names {
        let class = name.rsplit('/').next().expect("a name");
        fixture.write(&path(name), &security.replace("class Security", &format!("class {class}")));
    }
    for _ in 0..8 {
        let kind = &model(&fixture, &[])["security"][0]["kind"];
        assert_eq!(kind, &at("models/operations/AnchorSecurity.java", 3, "api-key"));
    }
}

/// The class of the credentials may be plain data, and another say how they are sent.
#[test]
fn the_class_that_says_how_credentials_are_sent_counts() {
    let fixture = fleet();
    let path = |folder: &str| format!("{FOLDER}/models/{folder}/Security.java");
    let security = fixture.read(&path("components"));
    let plain =
        security.lines().map(|line| if line.contains("security:") { "    @JsonProperty(\"token\")" } else { line });
    fixture.write(&path("components"), &plain.collect::<Vec<_>>().join("\n"));
    fixture.write(&path("shared"), &security);
    assert_eq!(model(&fixture, &[])["security"][0]["kind"], at("models/shared/Security.java", 3, "api-key"));
}

#[test]
fn nothing_is_read_where_the_user_says_so() {
    let without = model(&pages(), &[]);
    assert_eq!(model(&fleet(), &["--source", "none"]), without);
    let fixture = fleet();
    let folder = fixture.path("");
    std::fs::rename(fixture.path("docs"), fixture.path("out-docs")).expect("moved");
    std::fs::remove_dir_all(fixture.path(".speakeasy")).expect("removed");
    let args = |source: &str| {
        let (docs, out) = (fixture.path("out-docs"), fixture.path("elsewhere"));
        let args =
            ["generate", "--docs", docs.as_str(), "--out", out.as_str(), "--name", "fixture", "--source", source];
        crate::docs::tablature(&args)
    };
    assert_eq!(args(folder.as_str()).status, 0);
    assert!(fixture.read("elsewhere/model.json").contains("X-Harbour"));
    let ran = args(fixture.path("nowhere").as_str());
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("no such folder"), "{}", ran.stderr);
}

#[test]
fn the_survey_says_what_was_read_and_settled() {
    let ran = fleet().survey();
    let counted: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(counted["source"], json!({ "files of source": 5, "lockfiles": 1 }));
    assert!(counted["facts"]["stated by an annotation in the source"].as_u64() > Some(10), "{counted}");
    assert_eq!(counted["facts"]["stated by the lockfile"], 2);
    let ran = pages().survey();
    assert!(!ran.stdout.contains("files of source"), "{}", ran.stdout);
}

#[test]
fn what_a_page_states_stays() {
    let fixture = fleet();
    let file = format!("{FOLDER}/models/operations/ListShipsRequest.java");
    fixture.write(&file, &fixture.read(&file).replace("pathParam:", "queryParam:"));
    let ran = fixture.run(&["generate"]);
    let message = format!("T0402]: the place of `listShips dock` is path here and query in {file}:9");
    assert!(ran.stderr.contains(&message), "{}", ran.stderr);
    let model = model(&fixture, &[]);
    assert_eq!(model["operations"][0]["parameters"][0]["place"], "path");
}

#[test]
fn a_description_that_says_otherwise_is_a_finding_with_both_places() {
    let fixture = fleet();
    let docs = fixture.read("docs/sdks/ships/README.md");
    let row = "| `kinds` | List\\<*String*> | :heavy_minus_sign: |";
    fixture
        .write("docs/sdks/ships/README.md", &docs.replace(&format!("{row} N/A"), &format!("{row} Comma-separated.")));
    assert!(!fixture.run(&["generate"]).stderr.contains("T0402"), "they agree");
    let file = format!("{FOLDER}/models/operations/ListShipsRequest.java");
    fixture.write(&file, &fixture.read(&file).replace("style=form,explode=false", "style=form,explode=true"));
    let ran = fixture.run(&["generate", "--force"]);
    let message = "T0402]: the style of `listShips kinds` is joined in sdks/ships/README.md:";
    assert!(
        ran.stderr.contains(message) && ran.stderr.contains(&format!("and separate in {file}:6")),
        "{}",
        ran.stderr
    );
}

#[test]
fn two_facts_that_disagree_cancel() {
    let fixture = fleet();
    let file = format!("{FOLDER}/models/components/Ship.java");
    let text = fixture.read(&file);
    fixture.write(&file, &text.replace("HULL-no\")", "HULL-no\")\n    @JsonProperty(\"other\")"));
    let fields = &model(&fixture, &[])["types"]["components/Ship"]["shape"]["struct"]["fields"];
    assert!(fields[0]["wire"]["assumed"].is_string(), "{fields}");
}

/// The exported document says, too, that an operation is elsewhere than the API.
#[test]
fn an_operation_has_the_servers_that_its_call_lists() {
    let fixture = fleet();
    let file = format!("{FOLDER}/operations/ListShips.java");
    let list =
        "    public static final String[] LIST_SHIPS_SERVERS = {\n        \"https://slow.example.com\",\n    };\n";
    fixture.write(&file, &format!("{}{list}", fixture.read(&file)));
    let operation = &model(&fixture, &[])["operations"][0];
    assert_eq!(operation["servers"][0]["url"]["value"], "https://slow.example.com");
    let exported: Value = serde_json::from_str(&fixture.run(&["export", "openapi"]).stdout).expect("JSON");
    assert_eq!(exported["servers"], json!([{ "url": "https://fleet.example.com" }]));
    assert_eq!(
        exported["paths"]["/docks/{dock}/ships"]["get"]["servers"],
        json!([{ "url": "https://slow.example.com" }])
    );
}
