"""Compares requests of generated endpoints with those of the vendor's own Python SDK.

In: a docs tree in Python, the SDK that it documents (installed with pip), a crate that `tablature generate` wrote from the
tree. Each usage snippet of the docs is run against a recorder on the loopback address; the same arguments go through the
generated endpoint; method, path, query and body must be the same, but for defaults that the SDK fills in by itself. Out: a
line for each operation and a sum; exit 1 on a difference. It needs the network for nothing but the crates of the generated one.

    defaults   the SDK sends what the snippet does not give: keys of a body, pairs of a query, `{}` for a body that is left out
    sentinel   the SDK sends its own mark for what is not set, which no server asked for

    compare.py --docs DOCS --crate CRATE --sdk polar_sdk:Polar:access_token [--limit 50] [--work DIR]
"""

import argparse
import ast
import base64
import email.parser
import email.policy
import enum
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import threading
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

TOKEN = "t0ken"

# What the snippets of uploads open.
SAMPLE = "example.file"

# What an SDK puts in the place of a map that is not set, and should have left out.
SENTINEL = "~?~unset~?~sentinel~?~"


class Recorder(BaseHTTPRequestHandler):
    """Keeps the last request and refuses it."""

    requests = []

    def answer(self):
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length)
        self.requests.append((self.command, self.path, self.headers.get("content-type"), body))
        self.send_response(418)
        self.send_header("content-length", "0")
        self.end_headers()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = answer

    def log_message(self, *_):
        """Says nothing."""


def start_recorder():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


# ---- the docs' snippets ------------------------------------------------------------------------------------------------------

SNIPPET = re.compile(r'<!-- UsageSnippet [^>]*operationID="([^"]+)"[^>]*-->\s*```python\n(.*?)```', re.S)


def snippets(docs):
    """The first snippet of each operation, by the operation's id."""
    found = {}
    for page in sorted((docs / "sdks").glob("*/README.md")):
        for operation, code in SNIPPET.findall(page.read_text()):
            found.setdefault(operation, code)
    return found


class Call:
    """The call of a snippet: the path to the method, and the arguments."""

    def __init__(self, code):
        tree = ast.parse(code)
        block = next(node for node in ast.walk(tree) if isinstance(node, ast.With))
        client = block.items[0].optional_vars.id
        calls = (node for node in ast.walk(block) if isinstance(node, ast.Call))
        node = next(call for call in calls if client in self.dotted(call.func)[:1])
        self.method = self.dotted(node.func)[1:]
        names = {}
        for statement in tree.body:
            if isinstance(statement, (ast.Import, ast.ImportFrom)):
                exec(compile(ast.Module([statement], []), "snippet", "exec"), names)
        self.arguments = {word.arg: eval(compile(ast.Expression(word.value), "snippet", "eval"), names) for word in node.keywords}

    @staticmethod
    def dotted(node):
        names = []
        while isinstance(node, ast.Attribute):
            names.insert(0, node.attr)
            node = node.value
        return [node.id, *names] if isinstance(node, ast.Name) else []


def as_json(value):
    """An argument as the JSON that it stands for."""
    if hasattr(value, "model_dump"):
        return as_json(value.model_dump(by_alias=True, exclude_unset=True))
    if isinstance(value, dict):
        # Python's own words have an underscore behind them: `format_` is `format` on the wire.
        return {key.removesuffix("_"): as_json(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, io.IOBase):
        value.seek(0)
        value = value.read()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def vendor_request(client, call):
    """The request that the SDK sends."""
    Recorder.requests.clear()
    method = client
    for name in call.method:
        method = getattr(method, name)
    error = None
    try:
        method(**call.arguments)
    except Exception as reason:  # the recorder refuses every request
        error = reason
    if not Recorder.requests:
        raise ValueError(f"the SDK sends nothing: {str(error).splitlines()[0] if str(error) else type(error).__name__}")
    return Recorder.requests[-1]


# ---- the generated endpoints -------------------------------------------------------------------------------------------------

FIELD = re.compile(r"^    pub (\S+): (.*?),$", re.M | re.S)


def fields_of(crate, operation):
    """The fields of an endpoint's struct and their types, as the generated text has them."""
    folder = crate / "src/api/endpoints" / operation["module"]
    for file in folder.glob("*.rs"):
        match = re.search(rf"pub struct {operation['rust']} \{{\n(.*?)^\}}", file.read_text(), re.M | re.S)
        if match:
            name = crate_name(crate)
            text = re.sub(r"^\s*(///|#\[).*\n", "", match.group(1), flags=re.M)
            return [(field, " ".join(ty.split()).replace("crate::", f"{name}::")) for field, ty in FIELD.findall(text)]
    return []


def crate_name(crate):
    manifest = (crate / "Cargo.toml").read_text()
    return re.search(r'^name = "(.*)"', manifest, re.M).group(1).replace("-", "_")


def values_of(operation, arguments):
    """The arguments as the JSON of the endpoint's fields."""
    rest = {key: as_json(value) for key, value in arguments.items() if key not in ("retries", "security")}
    request = rest.pop("request", None)
    if isinstance(request, dict) and any(parameter["shown"] in request for parameter in operation["parameters"]):
        rest.update(request)
        request = None
    values = {}
    for parameter in operation["parameters"]:
        if parameter["shown"] in rest:
            values[parameter["rust"]] = rest.pop(parameter["shown"])
    body = operation.get("body")
    if body:
        taken = any(parameter["rust"] == "body" for parameter in operation["parameters"])
        name = "request_body" if taken else "body"
        rest.update(rest.pop("additional_properties", {}))  # they stand beside the other keys
        if request is not None:
            values[name] = request
        elif body["shown"] in rest:
            values[name] = rest.pop(body["shown"])
        elif rest or body["required"]:
            values[name] = rest
    return values


def rust_function(number, crate, operation, values):
    """A function that makes the endpoint's request, as text."""
    fields = fields_of(crate, operation)
    path = f"{crate_name(crate)}::endpoints::{operation['module']}::{operation['rust']}"
    lines, required = [], []
    for field, ty in fields:
        plain = field.removeprefix("r#")
        literal = json.dumps(json.dumps(values[plain])) if plain in values else None
        if not ty.startswith("Option<"):
            if literal is None:
                raise ValueError(f"the snippet does not give `{plain}`")
            lines.append(f"    let {field}: {ty} = read({literal})?;")
            required.append(field)
    if len(required) > 3:
        setters = "".join(f".{field}({field})" for field in required)
        lines.append(f"    let mut endpoint = {path}::builder(){setters}.build();")
    else:
        lines.append(f"    let mut endpoint = {path}::new({', '.join(required)});")
    for field, ty in fields:
        plain = field.removeprefix("r#")
        if ty.startswith("Option<") and plain in values:
            lines.append(f"    endpoint.{field} = read({json.dumps(json.dumps(values[plain]))})?;")
    lines.append("    Ok(endpoint.to_request(BASE)?)")
    return f"#[allow(unused_mut)]\nfn f{number}() -> Outcome {{\n" + "\n".join(lines) + "\n}\n"


MAIN = """//! Prints the request of each endpoint as a line of JSON.
use serde::de::DeserializeOwned;
const BASE: &str = "http://127.0.0.1";
type Outcome = Result<http::Request<Vec<u8>>, Box<dyn std::error::Error>>;
fn read<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(json)
}
fn print(outcome: Outcome) {
    let line = match outcome {
        Ok(request) => serde_json::json!({
            "method": request.method().as_str(),
            "path": request.uri().path_and_query().map(|path| path.as_str()),
            "type": request.headers().get("content-type").and_then(|value| value.to_str().ok()),
            "body": request.body(),
        }),
        Err(error) => serde_json::json!({"error": error.to_string()}),
    };
    println!("{line}");
}
"""


def generated_requests(crate, work, functions):
    """Runs all functions in one program."""
    source = work / "src"
    source.mkdir(parents=True, exist_ok=True)
    name = crate_name(crate).replace("_", "-")
    (work / "Cargo.toml").write_text(
        "[package]\nname = \"compare\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n[dependencies]\nhttp = \"1\"\n"
        f"serde = \"1\"\nserde_json = \"1\"\n{name} = {{ path = \"{crate.resolve()}\" }}\n"
    )
    calls = "".join(f"    print(f{number}());\n" for number in range(len(functions)))
    (source / "main.rs").write_text(MAIN + "".join(functions) + f"fn main() {{\n{calls}}}\n")
    run = subprocess.run(["cargo", "run", "--quiet"], cwd=work, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


# ---- the comparison ----------------------------------------------------------------------------------------------------------


def facts(method, path, media, body):
    """A request in a form in which spelling does not matter."""
    parts = urlsplit(path)
    whole_media = media
    media = (media or "").split(";")[0]
    content = body.decode("utf-8", "replace")
    if media == "application/json":
        content = json.loads(body)
    elif media == "application/x-www-form-urlencoded":
        content = sorted(parse_qsl(content, keep_blank_values=True))
    elif media == "multipart/form-data":
        media, content = form_parts(whole_media, body)
    return {
        "method": method,
        "path": unquote(parts.path),
        "query": sorted(parse_qsl(parts.query, keep_blank_values=True)),
        "media": media if body else "",
        "body": content if body else None,
    }


def form_parts(media, body):
    """The parts of a multipart body, without their boundary. Without a file among them, it is what a form is."""
    text = b"Content-Type: " + media.encode() + b"\r\n\r\n" + body
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(text)
    parts = []
    for part in message.iter_parts():
        disposition = part["content-disposition"].params
        content = part.get_payload(decode=True).decode("utf-8", "replace")
        parts.append((disposition["name"], disposition.get("filename"), content))
    if any(filename for _, filename, _ in parts):
        return "multipart/form-data", sorted(parts, key=str)
    return "application/x-www-form-urlencoded", sorted((name, content) for name, _, content in parts)


def compare(vendor, generated):
    """What differs, as text, and the verdict."""
    if "error" in generated:
        return [f"no request: {generated['error']}"], "different"
    theirs = facts(*vendor)
    ours = facts(generated["method"], generated["path"], generated["type"], bytes(generated["body"]))
    differing = [key for key in theirs if theirs[key] != ours[key]]
    return [f"{key}: theirs {theirs[key]!r}, ours {ours[key]!r}" for key in differing], verdict(differing, theirs, ours)


def verdict(differing, theirs, ours):
    """In which way two requests differ."""
    if not differing:
        return "same"
    extra = [pair for pair in theirs["query"] if pair not in ours["query"]]
    if differing == ["query"] and is_subset(ours["query"], theirs["query"]):
        return "sentinel" if all(SENTINEL in value for _, value in extra) else "defaults"
    if set(differing) <= {"body", "media"} and theirs["body"] == {} and ours["body"] is None:
        return "defaults"
    if differing == ["body"] and is_within(ours["body"], theirs["body"]):
        return "defaults"
    return "different"


def is_subset(part, whole):
    return all(part.count(pair) <= whole.count(pair) for pair in part)


def is_within(part, whole):
    """Whether a JSON value is another one without some of its keys."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and is_within(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) == len(whole) and all(map(is_within, part, whole))
    return part == whole


def client_of(sdk, base):
    module, name, credential = sdk.split(":")
    return getattr(__import__(module, fromlist=[name]), name)(**{credential: TOKEN, "server_url": base})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=pathlib.Path, required=True)
    parser.add_argument("--crate", type=pathlib.Path, required=True)
    parser.add_argument("--sdk", required=True, help="module:class:credential argument")
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("target/compare-requests"))
    options = parser.parse_args()

    model = json.loads((options.crate / "model.json").read_text())
    found = snippets(options.docs)
    options.crate, options.work = options.crate.resolve(), options.work.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    os.chdir(options.work)
    pathlib.Path(SAMPLE).write_text("a sample")
    server, base = start_recorder()
    client = client_of(options.sdk, base)
    pairs, functions = [], []
    for operation in model["operations"]:
        if len(pairs) == options.limit:
            break
        try:
            call = Call(found[operation["id"]])
            vendor = vendor_request(client, call)
            function = rust_function(len(functions), options.crate, operation, values_of(operation, call.arguments))
        except Exception as reason:  # a snippet that its own SDK does not run says nothing about us
            print(f"skipped    {operation['id']}: {reason}")
            continue
        pairs.append((operation["id"], vendor))
        functions.append(function)
    server.shutdown()
    counts = {"same": 0, "defaults": 0, "sentinel": 0, "different": 0}
    for (name, vendor), generated in zip(pairs, generated_requests(options.crate, options.work, functions)):
        differences, found = compare(vendor, generated)
        counts[found] += 1
        print(f"{found:<10} {name}")
        for difference in differences:
            print(f"             {difference}")
    print(
        f"{len(pairs)} requests: {counts['same']} are the same, {counts['defaults']} but for defaults that the SDK fills in, "
        f"{counts['sentinel']} but for the SDK's mark of what is not set, {counts['different']} differ"
    )
    sys.exit(1 if counts["different"] else 0)


if __name__ == "__main__":
    main()
