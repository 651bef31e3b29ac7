//! Requests of generated endpoints beside those that SDKs send for the same arguments.
//!
//! In: `recorded/*.json`, which `compare_requests/record.py` writes: pages, and calls with what was sent. Out: nothing. It needs no
//! SDK: the crate of the pages makes the requests, in a test of its own.

use crate::{docs::Fixture, hostile::compiles::run_cargo, workspace};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

/// What makes the requests, within the crate: so the types of the values follow from the fields.
const PROGRAM: &str = "use crate::call::{Authenticate, Bearer, Endpoint};
type Outcome = Result<http::Request<Vec<u8>>, Box<dyn std::error::Error>>;
fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(json)
}
fn request<E: Endpoint>(endpoint: E) -> Outcome {
    let mut request = endpoint.to_request(\"http://127.0.0.1\")?;
    if E::AUTHENTICATED {
        Bearer::new(\"token\")?.apply(&mut request);
    }
    Ok(request)
}
fn line(made: Outcome) -> serde_json::Value {
    let request = match made {
        Ok(request) => request,
        Err(error) => return serde_json::json!({ \"error\": error.to_string() }),
    };
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    serde_json::json!({
        \"method\": request.method().as_str(),
        \"path\": request.uri().path_and_query().map(|path| path.as_str()),
        \"credential\": header(\"authorization\"),
        \"media\": header(\"content-type\"),
        \"body\": String::from_utf8_lossy(request.body()),
    })
}
";

/// An expression that reads the value of a field.
fn read(value: Option<&Value>) -> String {
    value.filter(|value| !value.is_null()).map_or("None".to_owned(), |value| format!("read({:?})?", value.to_string()))
}

/// A function that makes the request of a call.
fn function(number: usize, operation: &Value, call: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
    let mut fields: Vec<(String, String)> = parameters
        .iter()
        .map(|parameter| (text(&parameter["rust"]), read(call["given"].get(text(&parameter["doc_name"])))))
        .collect();
    if operation.get("body").is_some() {
        let is_taken = fields.iter().any(|(name, _)| name == "body");
        fields.push((if is_taken { "request_body" } else { "body" }.to_owned(), read(call.get("body"))));
    }
    let fields: String = fields.iter().map(|(name, value)| format!("{}: {value}, ", raw(name))).collect();
    let (module, name) = (raw(&text(&operation["module"])), text(&operation["rust"]));
    format!("fn f{number}() -> Outcome {{\n    request(crate::endpoints::{module}::{name} {{ {fields}}})\n}}\n")
}

fn raw(name: &str) -> String {
    if syn::parse_str::<syn::Ident>(name).is_ok() { name.to_owned() } else { format!("r#{name}") }
}

/// The requests that the crate of the pages makes of the calls.
fn made(recorded: &Value) -> Vec<Value> {
    let fixture = Fixture::empty();
    for (path, text) in recorded["pages"].as_object().expect("pages") {
        fixture.write(&format!("docs/{path}"), text.as_str().expect("a page"));
    }
    fixture.generate();
    let model: Value = serde_json::from_str(&fixture.read("out/model.json")).expect("a model");
    let operations = model["operations"].as_array().expect("operations");
    let calls = recorded["calls"].as_array().expect("calls");
    let mut program = PROGRAM.to_owned();
    for (number, call) in calls.iter().enumerate() {
        let operation = operations.iter().find(|operation| operation["id"] == call["operation"]);
        program += &function(number, operation.unwrap_or_else(|| panic!("no operation {}", call["operation"])), call);
    }
    let lines: String = (0..calls.len()).map(|number| format!("line(f{number}()), ")).collect();
    program += &format!(
        "#[test]\nfn requests() {{\n    let made = serde_json::Value::from(vec![{lines}]);\n    std::fs::write(\"made.json\", made.to_string()).unwrap();\n}}\n"
    );
    fixture.write("out/src/requests.rs", &program);
    fixture.write("out/src/lib.rs", &format!("{}\n#[cfg(test)]\nmod requests;\n", fixture.read("out/src/lib.rs")));
    let ran = run_cargo(&fixture, &["test", "--lib", "requests"]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    serde_json::from_str(&fixture.read("out/made.json")).expect("requests")
}

/// A request in the form of those that are recorded, in which spelling does not matter.
fn facts(made: &Value) -> Value {
    let text = |key: &str| made[key].as_str().unwrap_or_default();
    let (path, query) = text("path").split_once('?').unwrap_or((text("path"), ""));
    let (media, body) = (text("media").split(';').next().unwrap_or_default(), text("body"));
    json!({
        "method": made["method"],
        "path": percent_decode_str(path).decode_utf8_lossy(),
        "query": pairs(query),
        "credential": text("credential").split(' ').next(),
        "media": media,
        "body": match media {
            _ if body.is_empty() => Value::Null,
            "application/json" => serde_json::from_str(body).expect("a body in JSON"),
            "application/x-www-form-urlencoded" => pairs(body),
            _ => body.into(),
        },
    })
}

/// The pairs of a query or a form, sorted.
fn pairs(text: &str) -> Value {
    let decoded = |part: &str| percent_decode_str(&part.replace('+', " ")).decode_utf8_lossy().into_owned();
    let mut pairs: Vec<[String; 2]> = text
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| [decoded(name), decoded(value)])
        .collect();
    pairs.sort();
    json!(pairs)
}

/// Whether a request is another one, but for what an SDK fills in by itself: keys of a body, and pairs of a query.
fn is_within(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            let known = |(key, value): (&String, &Value)| theirs.get(key).is_some_and(|it| is_within(value, it));
            ours.iter().all(known)
        }
        (Value::Array(ours), Value::Array(theirs)) => ours.iter().all(|item| theirs.contains(item)),
        (Value::Null, Value::Object(theirs)) => theirs.is_empty(),
        _ => ours == theirs,
    }
}

#[test]
fn requests_are_those_that_sdks_send() {
    let folder = workspace().join("tests/recorded");
    let mut same = 0;
    let mut differing = Vec::new();
    for file in std::fs::read_dir(folder).expect("recordings").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a recording");
        let recorded: Value = serde_json::from_str(&text).expect("a recording");
        for (call, made) in recorded["calls"].as_array().into_iter().flatten().zip(made(&recorded)) {
            let (mut ours, theirs) = (facts(&made), &call["sent"]);
            if theirs["credential"].is_null() {
                ours["credential"] = Value::Null;
            }
            same += usize::from(ours == *theirs);
            if !is_within(&ours, theirs) {
                differing.push(format!("{}\n  theirs {theirs}\n  ours   {ours} {}", call["operation"], made["error"]));
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    assert!(same >= 185, "only {same} requests are the same");
}

#[test]
fn a_request_that_differs_is_told() {
    let sent = json!({"method": "POST", "path": "/x", "query": [["a", "1"]], "body": {"a": 1, "b": 2}});
    assert!(is_within(&json!({"method": "POST", "path": "/x", "query": [], "body": {"a": 1}}), &sent));
    for (key, value) in
        [("path", json!("/y")), ("query", json!([["a", "2"]])), ("body", json!({"c": 1})), ("method", json!("PUT"))]
    {
        let mut other: Map<String, Value> = sent.as_object().expect("an object").clone();
        other.insert(key.to_owned(), value);
        assert!(!is_within(&Value::Object(other), &sent), "{key}");
    }
}
