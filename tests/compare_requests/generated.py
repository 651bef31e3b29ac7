"""The endpoints of a generated crate: the requests that they make, and what they read of an answer.

In: a crate that `tablature generate` wrote, calls as plain data. Out: a line of JSON for each. A test within a copy of the crate runs
them, so that the types of the values follow from the fields; it is built once for all calls.
"""

import json
import re
import shutil
import subprocess
import sys

from sdks import TOKEN
from wire import body_field, is_raw

KEYWORDS = set(
    "as async await break const continue dyn else enum extern false final fn for gen if impl in let loop macro match mod move mut "
    "override priv pub ref return static struct trait true try type typeof unsafe unsized use virtual where while yield do box "
    "abstract become".split()
)

PROGRAM = """//! Makes the requests and reads the answers of `calls.jsonl`, each as a line of `told.jsonl`.
use crate::call::{Authenticate, Bearer, Endpoint};
use serde::{de::DeserializeOwned, Serialize};
use serde_json::{json, Map, Value};
type Given = Map<String, Value>;
type Made = Result<http::Request<Vec<u8>>, Box<dyn std::error::Error>>;
type Reply = http::Response<Vec<u8>>;
fn get<T: DeserializeOwned>(given: &Given, name: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(&given.get(name).unwrap_or(&Value::Null).to_string())
}
fn request<E: Endpoint>(endpoint: E) -> Made {
    let mut request = endpoint.to_request("http://127.0.0.1")?;
    if E::AUTHENTICATED {
        Bearer::new("TOKEN")?.apply(&mut request);
    }
    Ok(request)
}
fn answer(kind: &str, value: impl Serialize) -> Value {
    json!([kind, value])
}
fn told(made: Made) -> Value {
    match made {
        Ok(request) => json!({
            "method": request.method().as_str(),
            "path": request.uri().path_and_query().map(|path| path.as_str()),
            "headers": request.headers().iter().map(|(name, value)| (name.to_string(), value.to_str().ok().map(String::from)))
                .collect::<std::collections::BTreeMap<_, _>>(),
            "body": request.body(),
        }),
        Err(error) => json!({"error": error.to_string()}),
    }
}
fn line(call: &Value) -> Value {
    let number = call["operation"].as_u64().unwrap() as usize;
    if let Some(given) = call["given"].as_object() {
        return told(MAKE[number](given));
    }
    let mut reply = Reply::new(call["body"].as_str().unwrap().as_bytes().to_vec());
    *reply.status_mut() = http::StatusCode::from_u16(call["status"].as_u64().unwrap() as u16).unwrap();
    if let Some(media) = call["media"].as_str() {
        reply.headers_mut().insert("content-type", media.parse().unwrap());
    }
    READ[number](reply)
}
#[test]
fn calls() {
    let calls = std::fs::read_to_string("calls.jsonl").unwrap();
    let lines: Vec<String> = calls.lines().map(|call| line(&serde_json::from_str(call).unwrap()).to_string()).collect();
    std::fs::write("told.jsonl", lines.join("\\n")).unwrap();
}
""".replace("TOKEN", TOKEN)

# An error type of an operation: its name, the operation, and its rows, each with a status and a variant.
ERRORS = re.compile(r'operation_error! \{\s*(?:///[^\n]*\s*)*(?:#\[[^\n]*\s*)*(\w+) of\s+"([^"]+?): [A-Z]+ /[^"]*" \{([^{}]*)\}', re.S)
VARIANT = re.compile(r"^\s*\S+ (\w+):", re.M)


def raw(name):
    return f"r#{name}" if name in KEYWORDS else name


def is_read(operation):
    """Whether the answer is one value: no stream, and no bytes."""
    types = [success["type"] for success in operation["success"]]
    return not any(ty == "bytes" or isinstance(ty, dict) and "event-stream" in ty for ty in types)


def functions(number, operation, errors):
    """Functions that make the request of an operation, and read its answer."""
    module = f"crate::endpoints::{raw(operation['module'])}"
    path = f"{module}::{operation['rust']}"
    fields = [f"{raw(it['rust'])}: get(given, {json.dumps(it['rust'])})?, " for it in operation["parameters"]]
    body = body_field(operation)
    if is_raw(operation):
        content = 'crate::call::RawBody::new("application/octet-stream", content)'
        made = f'get::<Option<Vec<u8>>>(given, "{body}")?.map(|content| {content})'
        needed = '.ok_or("no body")?' if operation["body"]["required"] else ""
        fields.append(f"{body}: {made}{needed}")
    elif operation.get("body"):
        fields.append(f"{body}: get(given, \"{body}\")?")
    text = f"#[allow(unused_variables)]\nfn make{number}(given: &Given) -> Made {{\n    request({path} {{ {''.join(fields)} }})\n}}\n"
    if not is_read(operation):
        return text + f'fn read{number}(_: Reply) -> Value {{\n    answer("none", "no single value")\n}}\n'
    name, variants = errors.get(operation["id"], ("", []))
    arms = "".join(f'        Err({module}::{name}::{it}(failure)) => answer("error", &failure.body),\n' for it in variants)
    return text + (
        f"fn read{number}(reply: Reply) -> Value {{\n    match {path}::parse(reply) {{\n"
        f'        Ok(value) => answer("value", &value),\n{arms}        Err(error) => answer("none", format!("{{error:?}}")),\n    }}\n}}\n'
    )


def run(crate, work, operations, calls):
    """What becomes of each call, within a copy of the crate: `operations` are those that calls name by number."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(crate, work, ignore=shutil.ignore_patterns("target"))
    errors = {}
    for page in (work / "src").rglob("*.rs"):
        for name, operation, rows in ERRORS.findall(page.read_text()):
            errors[operation] = (name, VARIANT.findall(rows))
    numbers = range(len(operations))
    text = "".join(functions(number, operation, errors) for number, operation in enumerate(operations))
    tables = f"const MAKE: &[fn(&Given) -> Made] = &[{', '.join(f'make{it}' for it in numbers)}];\n"
    tables += f"const READ: &[fn(Reply) -> Value] = &[{', '.join(f'read{it}' for it in numbers)}];\n"
    (work / "src/calls.rs").write_text(PROGRAM + tables + text)
    (work / "calls.jsonl").write_text("".join(json.dumps(call) + "\n" for call in calls))
    with open(work / "src/lib.rs", "a") as library:
        library.write("\n#[cfg(test)]\nmod calls;\n")
    with open(work / "Cargo.toml", "a") as manifest:
        manifest.write("\n[workspace]\n")
    # Of a large API, only the groups that are asked for are built.
    groups = sorted({operation["module"].replace("_", "-") for operation in operations})
    has_groups = "\nall = []" in (work / "Cargo.toml").read_text()
    features = ["--no-default-features", "--features", ",".join(groups)] if has_groups else []
    ran = subprocess.run(["cargo", "test", "--lib", "--quiet", *features, "calls::"], cwd=work, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(ran.stderr + ran.stdout)
    return [json.loads(line) for line in (work / "told.jsonl").read_text().splitlines()]
