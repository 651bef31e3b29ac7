//! What the API is called, where it is, and what it wants of callers.
//!
//! In: models built by hand. Out: nothing.

use crate::built::{model_of, operation};
use serde_json::{Value, json};
use tablature::{
    export::{openapi, openapi_text},
    model::{
        About, Auth, Fact, Key, KeyPlace, Model, Operation, Rule, SchemeKind, SecurityScheme, Server, ServerVariable,
    },
};

#[test]
fn the_document_of_nothing() {
    let model = model_of(Vec::new(), Vec::new());
    let expected = json!({
        "openapi": "3.1.0",
        "info": { "title": "pet-api", "version": "0.0.0" },
        "security": [],
        "paths": {},
        "components": { "schemas": {}, "securitySchemes": {} },
    });
    assert_eq!(openapi(&model), expected);
    let text = openapi_text(&model);
    assert!(text.starts_with("{\n  \"openapi\": \"3.1.0\",\n") && text.ends_with("\n}\n"), "{text}");
}

#[test]
fn what_the_api_is_called_and_where_it_is() {
    let mut model = model_of(Vec::new(), Vec::new());
    let fact = |text: &str| Some(Fact::stated(text.to_owned()));
    model.about = About { title: fact("Pets"), summary: fact("All of them."), link: fact("https://docs.pets.example") };
    let variable = |name: &str, values: &[&str], description: Option<&str>| ServerVariable {
        name: name.to_owned(),
        default: "a".to_owned(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        description: description.map(str::to_owned),
    };
    let server =
        |url: &str, variables| Server { name: None, url: Fact::stated(url.to_owned()), description: None, variables };
    model.servers = vec![
        Server { description: Some("The first.".to_owned()), ..server("https://a.example", Vec::new()) },
        Server {
            name: Some("eu".to_owned()),
            ..server(
                "https://{x}.{y}.example",
                vec![variable("x", &["a", "b"], None), variable("y", &[], Some("Why."))],
            )
        },
    ];
    let document = openapi(&model);
    assert_eq!(document["info"], json!({ "title": "Pets", "version": "0.0.0", "description": "All of them." }));
    assert_eq!(document["externalDocs"], json!({ "url": "https://docs.pets.example" }));
    let expected = json!([
        { "url": "https://a.example", "description": "The first." },
        { "url": "https://{x}.{y}.example", "x-name": "eu", "variables": {
            "x": { "default": "a", "enum": ["a", "b"] }, "y": { "default": "a", "description": "Why." },
        } },
    ]);
    assert_eq!(document["servers"], expected);
}

fn scheme(name: &str, kind: SchemeKind) -> SecurityScheme {
    SecurityScheme::of(name, Fact::stated(kind))
}

fn keyed(name: &str, place: KeyPlace) -> SecurityScheme {
    let key = Some(Fact::stated(Key { place, name: format!("the-{name}") }));
    SecurityScheme { key, ..scheme(name, SchemeKind::ApiKey) }
}

#[test]
fn credentials_have_their_schemes() {
    let mut model = model_of(Vec::new(), Vec::new());
    let token_url = Some(Fact::stated("/token".to_owned()));
    model.security = vec![
        SecurityScheme {
            kind: Fact::assumed(SchemeKind::Bearer, Rule::SecurityDefaultBearer),
            ..scheme("token", SchemeKind::Bearer)
        },
        scheme("user:pass word", SchemeKind::Basic),
        SecurityScheme { token_url, ..scheme("client", SchemeKind::ClientCredentials) },
        scheme("bare", SchemeKind::ClientCredentials),
        scheme("key", SchemeKind::ApiKey),
        keyed("a.b-c_d", KeyPlace::Header),
        keyed("query", KeyPlace::Query),
        keyed("cookie", KeyPlace::Cookie),
    ];
    let guessed = &mut model.security[6].key;
    *guessed = guessed.take().map(|key| Fact::assumed(key.value, Rule::SecurityKeyHeader));
    let oauth =
        |url: &str| json!({ "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": url, "scopes": {} } } });
    let expected = json!({
        "token": { "type": "http", "scheme": "bearer", "x-assumed": { "kind": "security:default-bearer" } },
        "user_pass_word": { "type": "http", "scheme": "basic" },
        "client": oauth("/token"),
        "bare": oauth(""),
        "key": { "type": "apiKey", "in": "header", "name": "X-API-Key", "x-assumed": { "name": "security:key-header" } },
        "a.b-c_d": { "type": "apiKey", "in": "header", "name": "the-a.b-c_d" },
        "query": { "type": "apiKey", "in": "query", "name": "the-query", "x-assumed": { "name": "security:key-header" } },
        "cookie": { "type": "apiKey", "in": "cookie", "name": "the-cookie" },
    });
    assert_eq!(openapi(&model)["components"]["securitySchemes"], expected);
}

/// Each way to authenticate is one requirement, of all that go together.
#[test]
fn each_alternative_is_a_requirement() {
    let with = |name: &str, leader: &str| SecurityScheme {
        with: Some(Fact::stated(leader.to_owned())),
        ..scheme(name, SchemeKind::ApiKey)
    };
    let own = vec![scheme("own", SchemeKind::Bearer), scheme("token", SchemeKind::Basic)];
    let of = |rust: &str, path: &str, auth: Auth| Operation {
        auth: Fact::stated(auth),
        path: path.to_owned(),
        ..operation(rust)
    };
    let operations = vec![of("A", "/a", Auth::Global), of("B", "/b", Auth::Public), of("C", "/c", Auth::Own(own))];
    let security =
        vec![scheme("token", SchemeKind::Bearer), scheme("the key", SchemeKind::ApiKey), with("secret", "the key")];
    let document = openapi(&Model { security, ..model_of(Vec::new(), operations) });
    assert_eq!(document["security"], json!([{ "token": [] }, { "the_key": [], "secret": [] }]));
    let security = ["/a", "/b", "/c"].map(|path| document["paths"][path]["post"].get("security").cloned());
    assert_eq!(security, [None, Some(json!([])), Some(json!([{ "own": [] }, { "token": [] }]))]);
    let kinds: Vec<(String, Value)> =
        document["components"]["securitySchemes"].as_object().expect("schemes").clone().into_iter().collect();
    let names: Vec<(&str, &str)> =
        kinds.iter().map(|(name, it)| (name.as_str(), it["type"].as_str().unwrap_or(""))).collect();
    assert_eq!(names, [("token", "http"), ("the_key", "apiKey"), ("secret", "apiKey"), ("own", "http")]);
    assert_eq!(kinds[0].1["scheme"], "bearer", "that of the API goes before an operation's own of its name");
}
