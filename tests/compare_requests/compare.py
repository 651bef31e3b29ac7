"""Compares requests of generated endpoints with those of the vendor's own SDK in Python or TypeScript.

In: a docs tree, the SDK that it documents (installed with pip or npm), a crate that `tablature generate` wrote from the tree. Each usage
snippet of the docs is run against a recorder (on the loopback address, or in the place of `fetch`); the same arguments go through the
generated endpoint; method, path, query, headers, credential and body must be the same, but for defaults that the SDK fills in by itself.
Out: a line for each operation and a sum; exit 1 on a difference. It needs the network for nothing but the crates of the generated one.

    defaults   the SDK sends what the snippet does not give: keys of a body, pairs of a query, `{}` for a body that is left out
    sentinel   the SDK sends its own mark for what is not set, which no server asked for

    compare.py --docs DOCS --crate CRATE --sdk the_sdk:Client:access_token [--limit 50] [--work DIR]
    compare.py --docs DOCS --crate CRATE --node DIR     # the folder in which npm installed the SDK
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
import shutil
import subprocess
import sys
import threading
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

TOKEN = "t0ken"

# What stands for it in the snippet of an operation that takes a credential of its own.
PLACEHOLDER = "<YOUR_BEARER_TOKEN_HERE>"

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
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.requests.append((self.command, self.path, headers, body))
        self.send_response(418)
        self.send_header("content-length", "0")
        self.end_headers()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = answer

    def log_message(self, *_):
        """Capabilities nothing."""


def start_recorder():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


# ---- the docs' snippets ------------------------------------------------------------------------------------------------------

SNIPPET = re.compile(r'<!-- UsageSnippet [^>]*operationID="([^"]+)"[^>]*-->\s*```(?:python|typescript)\n(.*?)```', re.S)
# A credential that a snippet takes from its environment.
VARIABLE = re.compile(r'process\.env\["\w+"\] \?\? ""')


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
        code = code.replace(PLACEHOLDER, TOKEN)
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


class PythonSdk:
    """An SDK in this process, which calls the recorder."""

    def __init__(self, sdk, found):
        _, base = start_recorder()
        module, name, credential = sdk.split(":")
        self.client = getattr(__import__(module, fromlist=[name]), name)(**{credential: TOKEN, "server_url": base})
        self.found = found

    def call(self, operation):
        """The arguments of an operation's snippet, by name, and the request that it sends."""
        call = Call(self.found[operation])
        return call.arguments, vendor_request(self.client, call)


class NodeSdk:
    """An SDK in a process of its own, in which all snippets have run."""

    def __init__(self, folder, found):
        codes = {name: VARIABLE.sub(json.dumps(TOKEN), code.replace(PLACEHOLDER, TOKEN)) for name, code in found.items()}
        script = pathlib.Path(__file__).resolve().with_name("snippets.mjs")
        ran = subprocess.run(["node", script], cwd=folder, input=json.dumps(codes), capture_output=True, text=True, check=True)
        self.calls = json.loads(ran.stdout)

    def call(self, operation):
        """As PythonSdk.call: what TypeScript is given is one object."""
        call = self.calls[operation]
        if "error" in call:
            raise ValueError(call["error"])
        request = call["request"]
        arguments = {"request": call["arguments"][0]} if call["arguments"] else {}
        return arguments, (request["method"], request["path"], request["headers"], base64.b64decode(request["body"]))


# ---- the generated endpoints -------------------------------------------------------------------------------------------------


def doc_name(fact):
    """What the docs call a parameter or a body."""
    return fact.get("doc_name", fact.get("shown"))


def values_of(model, operation, arguments):
    """The arguments as the JSON of the endpoint's fields."""
    rest = {key: as_json(value) for key, value in arguments.items() if key not in ("retries", "security")}
    request = rest.pop("request", None)
    body = operation.get("body")
    parts = operation["parameters"] + ([body] if body else [])
    if isinstance(request, dict) and any(doc_name(part) in request for part in parts):
        rest.update(request)
        request = None
    values = {}
    for parameter in operation["parameters"]:
        if doc_name(parameter) in rest:
            values[parameter["rust"]] = on_the_wire(model, parameter["type"], rest.pop(doc_name(parameter)))
    if body:
        name = body_field(operation)
        if request is not None:
            values[name] = request
        elif doc_name(body) in rest:
            values[name] = rest.pop(doc_name(body))
        elif rest or body["required"]:
            if not rest and needs_more(model, body["type"]):
                raise ValueError("the snippet leaves out the body that its page requires")
            values[name] = rest
        if name in values:
            values[name] = on_the_wire(model, body["type"], values[name])
    return values


def needs_more(model, ty):
    """Whether an object without fields is none of this type."""
    shape = model["types"].get(ty.get("named"), {}).get("shape", {}) if isinstance(ty, dict) else {}
    fields = shape["struct"]["fields"] if "struct" in shape else []
    return any(fact(field["presence"]) == "required" and field.get("constant") is None for field in fields)


def on_the_wire(model, ty, value):
    """A value with the names of the wire for those of the docs, and with what `new` sets by itself."""
    shape = model["types"].get(ty.get("named"), {}).get("shape", {}) if isinstance(ty, dict) else {}
    if isinstance(ty, dict) and isinstance(ty.get("array"), (dict, str)) and isinstance(value, list):
        return [on_the_wire(model, ty["array"], item) for item in value]
    if isinstance(ty, dict) and isinstance(ty.get("map"), (dict, str)) and isinstance(value, dict):
        return {key: on_the_wire(model, ty["map"], member) for key, member in value.items()}
    if "union" in shape:
        return on_the_wire(model, member_of(model, shape["union"], value), value)
    if isinstance(ty, dict) and "nullable" in ty:
        return on_the_wire(model, ty["nullable"], value)
    if not isinstance(value, dict) or "struct" not in shape:
        return value
    value = beside_the_rest(value)
    fields = {doc_name(field): field for field in shape["struct"]["fields"]}
    constants = {fact(it["wire"]): fact(it["constant"]) for it in fields.values() if is_sent(it)}
    known = {
        fact(fields[key]["wire"]) if key in fields else key: on_the_wire(model, fields[key]["type"], member) if key in fields else member
        for key, member in value.items()
    }
    return {**constants, **known}


def beside_the_rest(value):
    """An object, whose additional properties stand beside its others on the wire."""
    names = ("additionalProperties", "additional_properties")
    more = {key: member for name in names if isinstance(value.get(name), dict) for key, member in value[name].items()}
    return {**{key: member for key, member in value.items() if key not in names}, **more}


def member_of(model, union, value):
    """The type of a union's member whose fields have the names of a value."""
    if isinstance(value, list):
        return next((member["type"] for member in union["members"] if "array" in member["type"]), None)
    for member in union["members"]:
        ty = member["type"]
        shape = model["types"].get(ty.get("named"), {}).get("shape", {}) if isinstance(ty, dict) else {}
        fields = {doc_name(field): field for field in shape["struct"]["fields"]} if "struct" in shape else {}
        fixed = {name: fact(field["constant"]) for name, field in fields.items() if field.get("constant")}
        if isinstance(value, dict) and fields and set(value) <= set(fields) and all(value.get(name, it) == it for name, it in fixed.items()):
            return ty
    return None


def is_sent(field):
    """Whether `new` sets it: its only value, where the field must be there or the model says that it is sent all the same."""
    return field.get("constant") is not None and (fact(field["presence"]) == "required" or "sent_unasked" in field)


def body_field(operation):
    taken = any(parameter["rust"] == "body" for parameter in operation["parameters"])
    return "request_body" if taken else "body"


def rust_function(number, operation, values):
    """A function within the crate that makes the endpoint's request, as text: the types of the fields follow from their places."""
    body = operation.get("body")
    fields = [parameter["rust"] for parameter in operation["parameters"]] + ([body_field(operation)] if body else [])
    if body and fact(body["media"]) == "raw":
        raise ValueError("the body is bytes")
    lines = []
    for field in fields:
        value = f"read({json.dumps(json.dumps(values[field]))})?" if field in values else "None"
        lines.append(f"        {raw(field)}: {value},\n")
    path = f"crate::endpoints::{raw(operation['module'])}::{operation['rust']}"
    return f"fn f{number}() -> Outcome {{\n    request({path} {{\n{''.join(lines)}    }})\n}}\n"


def fact(value):
    """The value of a fact of the model, whatever it rests on."""
    return value["value"] if isinstance(value, dict) and "value" in value else value


KEYWORDS = set(
    "as async await break const continue dyn else enum extern false final fn for gen if impl in let loop macro match mod move mut "
    "override priv pub ref return static struct trait true try type typeof unsafe unsized use virtual where while yield do box "
    "abstract become".split()
)


def raw(name):
    return f"r#{name}" if name in KEYWORDS else name


MODULE = """//! Writes the request of each endpoint as a line of JSON.
use crate::call::{Authenticate, Bearer, Endpoint};
use serde::de::DeserializeOwned;
type Outcome = Result<http::Request<Vec<u8>>, Box<dyn std::error::Error>>;
fn read<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(json)
}
fn request<E: Endpoint>(endpoint: E) -> Outcome {
    let mut request = endpoint.to_request("http://127.0.0.1")?;
    if E::AUTHENTICATED {
        Bearer::new("TOKEN")?.apply(&mut request);
    }
    Ok(request)
}
fn line(outcome: Outcome) -> String {
    let line = match outcome {
        Ok(request) => serde_json::json!({
            "method": request.method().as_str(),
            "path": request.uri().path_and_query().map(|path| path.as_str()),
            "headers": request.headers().iter().map(|(name, value)| (name.to_string(), value.to_str().ok().map(String::from)))
                .collect::<std::collections::BTreeMap<_, _>>(),
            "body": request.body(),
        }),
        Err(error) => serde_json::json!({"error": error.to_string()}),
    };
    format!("{line}\\n")
}
""".replace("TOKEN", TOKEN)


def generated_requests(crate, work, functions):
    """Runs all functions within a copy of the crate."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(crate, work, ignore=shutil.ignore_patterns("target"))
    calls = "".join(f"    text += &line(f{number}());\n" for number in range(len(functions)))
    test = f"#[test]\nfn requests() {{\n    let mut text = String::new();\n{calls}    std::fs::write(\"requests.jsonl\", text).unwrap();\n}}\n"
    (work / "src/requests.rs").write_text(MODULE + "".join(functions) + test)
    with open(work / "src/lib.rs", "a") as library:
        library.write("\n#[cfg(test)]\nmod requests;\n")
    with open(work / "Cargo.toml", "a") as manifest:
        manifest.write("\n[workspace]\n")
    run = subprocess.run(["cargo", "test", "--lib", "--quiet", "requests"], cwd=work, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr + run.stdout)
    return [json.loads(line) for line in (work / "requests.jsonl").read_text().splitlines()]


# ---- the comparison ----------------------------------------------------------------------------------------------------------


# What requests have whatever is asked: of HTTP, of the client, and what is compared by itself.
OF_THE_CLIENT = set("accept accept-encoding accept-language authorization connection content-length content-type cookie host sec-fetch-mode traceparent user-agent".split())


def facts(method, path, headers, body):
    """A request in a form in which spelling does not matter."""
    parts = urlsplit(path)
    whole_media = headers.get("content-type")
    media = (whole_media or "").split(";")[0]
    content = body.decode("utf-8", "replace")
    if media == "application/json" and body:
        content = json.loads(body)
    elif media == "application/x-www-form-urlencoded":
        content = sorted(parse_qsl(content, keep_blank_values=True))
    elif media == "multipart/form-data":
        media, content = form_parts(whole_media, body)
    return {
        "method": method,
        "path": unquote(parts.path),
        "query": sorted(map(list, parse_qsl(parts.query, keep_blank_values=True))),
        "headers": {name: value for name, value in sorted(headers.items()) if name not in OF_THE_CLIENT},
        "credential": headers.get("authorization"),
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
    ours = facts(generated["method"], generated["path"], generated["headers"], bytes(generated["body"]))
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


def add_sdk(parser):
    """The options that name an SDK."""
    sdk = parser.add_mutually_exclusive_group(required=True)
    sdk.add_argument("--sdk", help="of Python: module:class:credential argument")
    sdk.add_argument("--node", type=pathlib.Path, help="of TypeScript: the folder in which it is installed")


def sdk_of(options, found):
    """The SDK that the options name, for the snippets of its docs."""
    return PythonSdk(options.sdk, found) if options.sdk else NodeSdk(options.node, found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=pathlib.Path, required=True)
    parser.add_argument("--crate", type=pathlib.Path, required=True)
    add_sdk(parser)
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("target/compare-requests"))
    options = parser.parse_args()

    model = json.loads((options.crate / "model.json").read_text())
    found = snippets(options.docs)
    options.crate, options.work = options.crate.resolve(), options.work.resolve()
    options.node = options.node and options.node.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    os.chdir(options.work)
    pathlib.Path(SAMPLE).write_text("a sample")
    sdk = sdk_of(options, found)
    pairs, functions = [], []
    for operation in model["operations"]:
        if len(pairs) == options.limit:
            break
        try:
            arguments, vendor = sdk.call(operation["id"])
            function = rust_function(len(functions), operation, values_of(model, operation, arguments))
        except Exception as reason:  # a snippet that its own SDK does not run says nothing about us
            print(f"skipped    {operation['id']}: {reason}")
            continue
        pairs.append((operation["id"], vendor))
        functions.append(function)
    counts = {"same": 0, "defaults": 0, "sentinel": 0, "different": 0}
    for (name, vendor), generated in zip(pairs, generated_requests(options.crate, options.work / "crate", functions)):
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
