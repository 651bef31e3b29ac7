//! The response page of a token update as its vendor ships it: it says the same as the page in `specs/`.
//!
//! In: that page, where it lies beside this repository in `../shared/seed`, and the pages of `specs/`. Out: nothing.

use crate::workspace;
use serde_json::Value;
use tablature::{
    config::Config,
    generate::generate,
    model::Model,
    source::{Diagnostics, File, Sources, load},
};

const PAGE: &str = "models/operations/AuthTokenUpdateApiResponseBody.md";
/// The struct's fields as they should be.
const FIELDS: [&str; 12] = [
    "result_code: Option<String>",
    "result_message: Option<String>",
    "action: Option<AuthTokenUpdateApiAction>",
    "access_token: Option<String>",
    "access_token_expires_at: Option<i64>",
    "properties: Option<Vec<Property>>",
    "scopes: Option<Vec<String>>",
    "authorization_details: Option<AuthorizationDetails>",
    "token_type: Option<String>",
    "for_external_attachment: Option<bool>",
    "token_id: Option<String>",
    "refresh_token_expires_at: Option<i64>",
];
const TYPE: &str = "operations/AuthTokenUpdateApiResponseBody";

/// The vendor's page, or nothing and a word about it.
fn seed_page() -> Option<String> {
    let path = workspace().join("../shared/seed/AuthTokenUpdateApiResponseBody.md");
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("not tested: there is no {}", path.display());
    }
    text
}

fn specs() -> Vec<File> {
    let root = workspace().join("specs").try_into().expect("a path in UTF-8");
    load(&[root], &mut Diagnostics::default()).expect("specs/ is readable").files().to_vec()
}

fn model(files: Vec<File>) -> Model {
    let generated = generate(&Sources::new(files), &Config::default());
    assert!(!generated.diagnostics.has_errors(), "{:#?}", generated.diagnostics.list);
    generated.model
}

/// A type of the model as JSON, without its prose and without where it was read.
fn facts(model: &Model) -> Value {
    let definition = model.types.iter().find(|(id, _)| &*id.0 == TYPE).map(|(_, definition)| definition);
    let mut json = serde_json::to_value(definition.expect("the page is a type")).expect("the model is JSON");
    strip(&mut json);
    json
}

fn strip(json: &mut Value) {
    match json {
        Value::Object(members) => {
            members.retain(|name, _| name != "docs" && name != "source");
            members.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

#[test]
fn the_vendors_page_states_the_same_facts() {
    let Some(seed) = seed_page() else { return };
    let ours = specs();
    let mut theirs = ours.clone();
    theirs.iter_mut().filter(|file| file.path == PAGE).for_each(|file| file.text.clone_from(&seed));
    assert_ne!(theirs, ours, "the sentences in specs/ are our own");
    assert_eq!(facts(&model(theirs)), facts(&model(ours)));
}

#[test]
fn every_row_of_the_vendors_page_becomes_a_field() {
    let Some(seed) = seed_page() else { return };
    let rows: Vec<&str> = seed.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let definition = facts(&model(specs()));
    let fields = find(&definition, "fields").and_then(Value::as_array).expect("a struct has fields");
    let names: Vec<&str> = fields.iter().filter_map(|field| field["doc_name"].as_str()).collect();
    assert_eq!(names, rows);
}

#[test]
fn the_vendors_page_alone_becomes_its_struct() {
    let Some(seed) = seed_page() else { return };
    let config = Config { strict: false, ..Config::default() };
    let sources = Sources::from_memory([("AuthTokenUpdateApiResponseBody.md", seed.as_str())]);
    let generated = generate(&sources, &config);
    let file = generated.files.iter().find(|file| file.path == "src/api/models/auth_token_update_api_response_body.rs");
    let text = &file.expect("the page has a file").text;
    for field in FIELDS {
        assert!(text.contains(&format!("    pub {field},\n")), "{field} is not in\n{text}");
    }
}

fn find<'a>(json: &'a Value, name: &str) -> Option<&'a Value> {
    match json {
        Value::Object(members) => members.get(name).or_else(|| members.values().find_map(|member| find(member, name))),
        _ => None,
    }
}
