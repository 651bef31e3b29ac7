//! Requests of generated endpoints beside those that SDKs send for the same arguments, and answers that both read.
//!
//! In: `recorded/*.json`, which `compare_requests/record.py` writes: pages, calls with what was sent, and answers that an SDK reads as a
//! whole. Out: nothing. It needs no SDK: the crate of the pages makes the requests and reads the answers, in a test of its own.

use crate::{docs::Fixture, hostile::compiles::run_cargo, workspace};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

/// What makes the requests, within the crate: so the types of the values follow from the fields.
const PROGRAM: &str = "use crate::call::{Authenticate, Bearer, Endpoint, OperationError};
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
#[allow(dead_code)]
fn answer<E: Endpoint>(status: u16, body: &str) -> serde_json::Value
where
    E::Success: serde::Serialize,
{
    let mut response = http::Response::new(body.as_bytes());
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
    response.headers_mut().insert(\"content-type\", http::HeaderValue::from_static(\"application/json\"));
    match E::parse(response) {
        Ok(value) => serde_json::json!({ \"value\": value }),
        Err(error) => serde_json::json!({ \"is_typed\": error.parts().response.is_none(), \"error\": error.to_string() }),
    }
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

/// The path of an operation's endpoint within the crate.
fn endpoint(operation: &Value) -> String {
    format!("crate::endpoints::{}::{}", raw(&text(&operation["module"])), text(&operation["rust"]))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A function that makes the request of a call.
fn function(number: usize, operation: &Value, call: &Value) -> String {
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
    format!("fn f{number}() -> Outcome {{\n    request({} {{ {fields}}})\n}}\n", endpoint(operation))
}

/// An expression that reads an answer.
fn reading(operation: &Value, reply: &Value) -> String {
    let body = if reply["body"].is_null() { String::new() } else { reply["body"].to_string() };
    format!("answer::<{}>({}, {body:?})", endpoint(operation), reply["status"])
}

fn raw(name: &str) -> String {
    if syn::parse_str::<syn::Ident>(name).is_ok() { name.to_owned() } else { format!("r#{name}") }
}

/// The items of a list of the recording, each with its operation in the model.
fn items<'a>(recorded: &'a Value, list: &str, model: &'a Value) -> Vec<(&'a Value, &'a Value)> {
    let operations = model["operations"].as_array().expect("operations");
    let find = |item: &Value| operations.iter().find(|operation| operation["id"] == item["operation"]);
    let items = recorded[list].as_array().into_iter().flatten();
    items.map(|item| (item, find(item).unwrap_or_else(|| panic!("no operation {}", item["operation"])))).collect()
}

/// The requests that the crate of the pages makes of the calls, and what it reads of the answers.
fn made(recorded: &Value) -> (Vec<Value>, Vec<Value>) {
    let fixture = Fixture::empty();
    for (path, text) in recorded["pages"].as_object().expect("pages") {
        fixture.write(&format!("docs/{path}"), text.as_str().expect("a page"));
    }
    fixture.generate();
    let model: Value = serde_json::from_str(&fixture.read("out/model.json")).expect("a model");
    let calls = items(recorded, "calls", &model);
    let functions: String =
        calls.iter().enumerate().map(|(number, (call, operation))| function(number, operation, call)).collect();
    let lines: String = (0..calls.len()).map(|number| format!("line(f{number}()), ")).collect();
    let answers: Vec<String> =
        items(recorded, "replies", &model).iter().map(|(reply, operation)| reading(operation, reply)).collect();
    let program = format!(
        "{PROGRAM}{functions}#[test]\nfn requests() {{\n    let made: [Vec<serde_json::Value>; 2] = [vec![{lines}], vec![{}]];\n    \
         std::fs::write(\"made.json\", serde_json::json!(made).to_string()).unwrap();\n}}\n",
        answers.join(",\n")
    );
    fixture.write("out/src/requests.rs", &program);
    fixture.write("out/src/lib.rs", &format!("{}\n#[cfg(test)]\nmod requests;\n", fixture.read("out/src/lib.rs")));
    let ran = run_cargo(&fixture, &["test", "--lib", "requests"]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    serde_json::from_str(&fixture.read("out/made.json")).expect("requests and answers")
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

/// The request that was made of a call, as far as what was sent is recorded.
fn ours(call: &Value, made: &Value) -> Value {
    let mut ours = facts(made);
    if call["sent"]["credential"].is_null() {
        ours["credential"] = Value::Null;
    }
    ours
}

/// What is wrong with the request of a call.
fn flaw_of_request(call: &Value, made: &Value) -> Option<String> {
    let (ours, theirs) = (ours(call, made), &call["sent"]);
    let flaw = || format!("{}\n  theirs {theirs}\n  ours   {ours} {}", call["operation"], made["error"]);
    (!is_within(&ours, theirs)).then(flaw)
}

/// What is wrong with what was read of an answer: a success is written back as it came, an error is of the documented type.
fn flaw_of_answer(reply: &Value, read: &Value) -> Option<String> {
    let is_success = reply["status"].as_u64().is_some_and(|status| status < 300);
    let is_right = if is_success { read["value"] == reply["body"] } else { read["is_typed"] == true };
    (!is_right).then(|| format!("{} {}\n  came {}\n  read {read}", reply["operation"], reply["status"], reply["body"]))
}

#[test]
fn requests_and_answers_are_those_of_sdks() {
    let (mut same, mut read, mut flaws) = (0, 0, Vec::new());
    for file in std::fs::read_dir(workspace().join("tests/recorded")).expect("recordings").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a recording");
        let recorded: Value = serde_json::from_str(&text).expect("a recording");
        let (requests, answers) = made(&recorded);
        let of = |list: &str| recorded[list].as_array().cloned().unwrap_or_default();
        same += of("calls").iter().zip(&requests).filter(|(call, made)| ours(call, made) == call["sent"]).count();
        flaws.extend(of("calls").iter().zip(&requests).filter_map(|(call, made)| flaw_of_request(call, made)));
        read += answers.len();
        flaws.extend(of("replies").iter().zip(&answers).filter_map(|(reply, read)| flaw_of_answer(reply, read)));
    }
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
    assert!(same >= 240 && read >= 50, "only {same} requests are the same, and {read} answers are recorded");
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
