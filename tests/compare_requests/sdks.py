"""The vendors' own SDKs: what they send for a call, and what they make of the answer. Nothing leaves the machine.

In: the usage snippets of a docs tree, and for each call the snippet's own arguments or others in their place. Out: the arguments as
they are, the request, and what came back. An SDK in Python runs here, against a recorder on the loopback address; one in TypeScript in
a process of its own (`snippets.mjs`), where the recorder stands in the place of `fetch`.
"""

import ast
import base64
import copy
import dataclasses
import inspect
import json
import pathlib
import re
import subprocess
import threading
import typing
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from wire import as_json, doc_name

TOKEN = "t0ken"

# What stands for it in the snippet of an operation that takes a credential of its own.
PLACEHOLDER = "<YOUR_BEARER_TOKEN_HERE>"

# What the snippets of uploads open.
SAMPLE = "example.file"

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


class Reply(typing.NamedTuple):
    """An answer of the recorder."""

    status: int
    media: str
    body: str


REFUSAL = Reply(418, "", "")


@dataclasses.dataclass
class Ask:
    """A call: the arguments by the names of the docs, where they are not the snippet's own, and how it is answered."""

    operation: dict
    parts: dict | None = None
    reply: Reply = REFUSAL


@dataclasses.dataclass
class Told:
    """What an SDK was given and sent, and its answer: `value` or `error` with JSON, or `none` with the reason."""

    arguments: dict
    request: tuple
    answer: tuple


class Recorder(BaseHTTPRequestHandler):
    """Keeps the last request, and answers as it is told."""

    requests = []
    reply = REFUSAL

    def answer(self):
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.requests.append((self.command, self.path, headers, body))
        content = self.reply.body.encode()
        self.send_response(self.reply.status)
        if self.reply.media:
            self.send_header("content-type", self.reply.media)
        if self.reply.status != 204:
            self.send_header("content-length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = answer

    def log_message(self, *_):
        """Requests are told by who asks."""


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


def keywords(method, operation, parts):
    """The arguments of a Python method: `request` takes all in one, and a body that has no argument is given by its fields."""
    names = inspect.signature(method).parameters
    body = operation.get("body")
    if "request" in names:
        return {"request": parts if operation["parameters"] else parts[doc_name(body)]} if parts else {}
    fields = parts.get(doc_name(body)) if body and doc_name(body) not in names else None
    if isinstance(fields, dict):
        parts = {**fields, **{name: value for name, value in parts.items() if value is not fields}}
    # Python's own words have an underscore behind them. What has no argument, such as the flag of a stream, the SDK sets by itself.
    return {spelled: value for name, value in parts.items() for spelled in (name, f"{name}_") if spelled in names}


class PythonSdk:
    """An SDK in this process, which calls the recorder."""

    def __init__(self, sdk, found):
        server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        module, name, credential = sdk.split(":")
        address = f"http://127.0.0.1:{server.server_port}"
        self.client = getattr(__import__(module, fromlist=[name]), name)(**{credential: TOKEN, "server_url": address})
        self.found = found

    def run(self, asks):
        """What became of each call: Told, or the reason why it cannot be made."""
        return [self.told(ask) for ask in asks]

    def told(self, ask):
        try:
            call = Call(self.found[ask.operation["id"]])
            method = self.client
            for name in call.method:
                method = getattr(method, name)
            arguments = call.arguments
            if ask.parts is not None:
                # The credential stays the snippet's own.
                arguments = {name: value for name, value in arguments.items() if name == "security"} | keywords(method, ask.operation, ask.parts)
            Recorder.requests.clear()
            Recorder.reply = ask.reply
            answer = self.answer(method, copy.copy(arguments))
        except Exception as reason:  # what its own SDK does not run says nothing about us
            return f"{type(reason).__name__}: {reason}"
        if not Recorder.requests:
            return f"the SDK sends nothing: {answer[1]}"
        return Told(arguments, Recorder.requests[0], answer)

    @staticmethod
    def answer(method, arguments):
        try:
            value = method(**arguments)
        except Exception as error:
            return ("error", plain(error.data)) if hasattr(error, "data") else ("none", " ".join(f"{type(error).__name__}: {error}".split())[:300])
        # A page has the method that gets the next one beside its result.
        return "value", plain(value.result if hasattr(value, "result") and hasattr(value, "next") else value)


def plain(value):
    """An answer as JSON."""
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return as_json(value)


def marked(value):
    """JSON, in which what JSON does not know bears its kind."""
    if isinstance(value, dict):
        return {key: marked(member) for key, member in value.items()}
    if isinstance(value, list):
        return [marked(item) for item in value]
    kind = {datetime: "date-time", date: "date", bytes: "bytes"}.get(type(value))
    return {"$kind": kind, "value": as_json(value)} if kind else value


class NodeSdk:
    """An SDK in a process of its own, in which all snippets run."""

    def __init__(self, folder, found):
        self.folder = folder
        self.codes = {name: VARIABLE.sub(json.dumps(TOKEN), code.replace(PLACEHOLDER, TOKEN)) for name, code in found.items()}

    def run(self, asks):
        """As PythonSdk.run: what TypeScript is given is one object."""
        calls = [{"code": self.codes.get(ask.operation["id"], "throw 'no snippet'"), "reply": ask.reply, **self.given(ask)} for ask in asks]
        script = pathlib.Path(__file__).resolve().with_name("snippets.mjs")
        ran = subprocess.run(["node", script], cwd=self.folder, input=json.dumps(calls), capture_output=True, text=True, check=True)
        return [self.told(told) for told in json.loads(ran.stdout)]

    @staticmethod
    def given(ask):
        if ask.parts is None:
            return {}
        whole = marked(ask.parts)
        request = whole if ask.operation["parameters"] else next(iter(whole.values()), None)
        return {"arguments": [] if request is None else [request]}

    @staticmethod
    def told(told):
        if "request" not in told:
            return told["error"]
        request = told["request"]
        arguments = {"request": told["arguments"][0]} if told["arguments"] else {}
        sent = (request["method"], request["path"], request["headers"], base64.b64decode(request["body"]))
        return Told(arguments, sent, tuple(told["answer"]))


def add_sdk(parser):
    """The options that name an SDK."""
    sdk = parser.add_mutually_exclusive_group(required=True)
    sdk.add_argument("--sdk", help="of Python: module:class:credential argument")
    sdk.add_argument("--node", type=pathlib.Path, help="of TypeScript: the folder in which it is installed")


def sdk_of(options, found):
    """The SDK that the options name, for the snippets of its docs."""
    return PythonSdk(options.sdk, found) if options.sdk else NodeSdk(options.node.resolve(), found)
