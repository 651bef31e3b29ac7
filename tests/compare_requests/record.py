"""Records what a vendor's own SDK in Python or TypeScript sends, and the facts of the pages that say so, as plain data for `cargo test`.

In: a docs tree, its SDK (installed with pip or npm), a crate that `tablature generate` wrote from the tree. Out: a JSON file with
the pages of as many operations as can be recorded, cut down to the rows of their tables; for each call its arguments and the request
that was sent; and answers that the SDK reads as a whole. All words that are not the format's own are replaced by made-up ones, the same word by the same throughout:
what matters is how names are written and where values go, not what they mean.

    record.py --docs DOCS --crate CRATE --sdk the_sdk:Client:access_token --out tests/recorded/python.json
    record.py --docs DOCS --crate CRATE --node DIR --out tests/recorded/typescript.json
    record.py ... --kinds variants --groups books,loans --out tests/recorded/python_variants.json
"""

import argparse
import json
import os
import pathlib
import posixpath
import re
import tempfile

import compare
from replies import answer_type, canonical
from requests_seen import facts
from sdks import SAMPLE, add_sdk, sdk_of, snippets
from wire import body_field, doc_name, fact, on_the_wire, values_of

# The words of the pages' format, of its types, and those of which a rule of the generator may make something.
KEPT = set(
    """usage snippet language python typescript operation operations parameter parameters field fields type types required description example values
    value supported name available overview response errors error status code content heavy check mark minus sign models model docs sdks
    readme optional nullable list dict union literal str int float bool datetime date any unset undefined none bytes true false null get
    post put patch delete head http https www application json form multipart data octet stream text plain bearer basic token key secret
    page size limit offset cursor sort order filter file files event events request body query path header id ids url uri email version
    result security urlencoded options fetch oauth grant client revoke introspect redirect scope method retry retries config utils since until from to with and or not the of in on is at by for""".split()
)
LINK = re.compile(r"\]\(([^)#\s]+\.md)")
SECTION = re.compile(r"^## ", re.M)
# What may be a secret or a signed token, of which no word is replaced.
SECRET = re.compile(r"[\w-]{60,}")
# So many pages of types an operation may need.
MOST_PAGES = 12


class Words:
    """Made-up words, each for one real word."""

    def __init__(self, pages):
        self.known, self.files = {}, {}
        titles = {posixpath.basename(path)[:-3]: text.splitlines()[0].lstrip("# ") for path, text in pages.items()}
        # A page is called what its title is, in small letters.
        self.files = {name: self.replace(title).lower() for name, title in titles.items() if title.lower() == name}

    def replace(self, text):
        return re.sub(r"(?<=/)\w+(?=\.md)|[A-Z]+(?![a-z])|[A-Z]?[a-z]+", lambda match: self.part(match.group()), text)

    def part(self, text):
        return self.files[text] if text in self.files else re.sub(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", lambda match: self.word(match.group()), text)

    def replace_in(self, data):
        """The same in all texts of some data."""
        if isinstance(data, str):
            return self.replace(data)
        if isinstance(data, (list, tuple)):
            return [self.replace_in(item) for item in data]
        if isinstance(data, dict):
            return {self.replace(key): self.replace_in(value) for key, value in data.items()}
        return data

    def word(self, word):
        lower = word.lower()
        if len(word) < 3 or lower in KEPT:
            return word
        new = self.known.setdefault(lower, self.made(len(self.known)) + ("s" if lower.endswith("s") else ""))
        return new.upper() if word.isupper() else new.capitalize() if word[0].isupper() else new

    @staticmethod
    def made(number):
        text = ""
        for _ in range(3):
            number, consonant = divmod(number, 14)
            number, vowel = divmod(number, 4)
            text += "bdfgklmnprtvzs"[consonant] + "aeio"[vowel]
        return text


def cells(line):
    return re.split(r"(?<!\\)\|", line.strip())[1:-1]


def without_prose(text):
    """The headings, tables, values and fences of a page; columns that describe are emptied."""
    lines, told, fenced = [], [], False
    for line in text.splitlines():
        if line.startswith("```"):
            fenced = not fenced
            lines.append(line)
        elif fenced:
            lines.append(line)
        elif line.startswith("| `retries`"):
            continue  # no part of the request
        elif line.startswith("|"):
            row = [re.sub("-{4,}", "---", cell.strip()) for cell in cells(line)]
            if not told:
                told = [name in ("Description", "Example") for name in row]
                is_head = True
            is_rule = set("".join(row)) <= set("-: ")
            lines.append("| " + " | ".join("N/A" if drop and not (is_head or is_rule) else cell for drop, cell in zip(told, row)) + " |")
            is_head = False
        else:
            told = []
            if line.startswith(("#", "- `", "<!-- UsageSnippet")) or not line.strip():
                lines.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def section(text, operation, with_answers):
    """The section of an operation: its heading, its usage comment and its parameters, and if they are wanted, its answers."""
    starts = [match.start() for match in SECTION.finditer(text)] + [len(text)]
    for start, end in zip(starts, starts[1:]):
        part = text[start:end]
        if f'operationID="{operation}"' in part:
            comment = re.search(r"<!-- UsageSnippet .*?-->", part).group()
            tables = {name: re.search(rf"### {name}\n(.*?)(?=\n### |\Z)", part, re.S) for name in ("Parameters", "Response", "Errors")}
            language = re.search(r'language="(\w+)"', comment).group(1)
            head = f"{part.splitlines()[0]}\n\n### Example Usage\n\n{comment}\n```{language}\nx\n```\n\n"
            kept = {name: found.group(1) for name, found in tables.items() if found and (with_answers or name == "Parameters")}
            # The line of a response is neither a table nor prose.
            return head + "".join(f"### {name}\n{text if name == 'Response' else without_prose(text)}\n" for name, text in kept.items())
    raise ValueError("it has no section")


def closure(docs, page, text, operation):
    """The pages of types that a page leads to, and that of the operation's request, which none leads to."""
    found, todo = {}, [(page, text)]
    request = f"models/{re.sub('[^a-z0-9]', '', operation.lower())}request.md"
    if (docs / request).is_file():
        found[request] = without_prose((docs / request).read_text())
        todo.append((request, found[request]))
    while todo:
        page, text = todo.pop()
        links = [posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) for link in LINK.findall(text)]
        named = re.findall(r"\b(models|errors)\.(\w+)", text)
        links += [f"{folder}/{name.lower()}.md" for kind, name in named for folder in (kind, f"models/{kind}")]
        for path in links:
            if path not in found and (docs / path).is_file():
                found[path] = without_prose((docs / path).read_text())
                todo.append((path, found[path]))
    if len(found) > MOST_PAGES:
        raise ValueError(f"it needs {len(found)} pages")
    return found


class Skipped(Exception):
    """Why a call is not recorded."""


def pages_of(docs, operation, with_answers):
    """The page of an operation with its own section only, and the pages of types that it needs."""
    page = operation["source"].rsplit(":", 1)[0]
    own = section((docs / page).read_text(), operation["id"], with_answers)
    return page, own, closure(docs, page, own, operation["id"])


def call_of(model, operation, told):
    """What an SDK was given and sent."""
    values = values_of(model, operation, told.arguments)
    sent = facts(*told.request)
    media = operation.get("body", {}).get("media")
    if isinstance(media, dict) and fact(media) != "json":
        raise Skipped("no table states its media type")
    if sent.pop("headers"):
        raise Skipped("headers are not recorded")
    if SECRET.search(json.dumps(values)):
        raise Skipped("it may hold a secret")
    # Which operations want none is shown by code, which is not recorded.
    sent["credential"] = (sent["credential"] or "").split(" ")[0] or None
    given = {doc_name(parameter): values[parameter["rust"]] for parameter in operation["parameters"] if parameter["rust"] in values}
    return {"operation": operation["id"], "given": given, "body": values.get(body_field(operation)), "sent": sent}


def reply_of(model, ask, told):
    """An answer that an SDK reads as a whole."""
    kind, value = told.answer
    body = json.loads(ask.reply.body or "null")
    if kind == "none" or canonical(on_the_wire(model, answer_type(ask), value)) != canonical(body):
        raise Skipped("the SDK reads something else")
    return {"operation": ask.operation["id"], "status": ask.reply.status, "body": body}


def record(docs, model, found, with_answers):
    """The pages, calls and replies of all results that can be recorded."""
    pages, calls, replies = {}, [], []
    for result in found:
        operation = result.ask.operation
        try:
            if result.verdict not in ("same", "defaults"):
                raise Skipped(result.verdict)
            page, own, needed = pages_of(docs, operation, with_answers)
            if ":" in result.kind:
                reply = reply_of(model, result.ask, result.told)
                # Most operations have the same errors.
                if reply["status"] >= 400 and any(reply["body"] == other["body"] for other in replies):
                    raise Skipped("the same error is recorded")
                replies.append(reply)
            else:
                calls.append(call_of(model, operation, result.told))
        except Exception as reason:
            print(f"skipped    {operation['id']} ({result.kind}): {reason}")
            continue
        pages.update(needed)
        pages.setdefault(page, f"# {operation['group']}\n\n")
        if own not in pages[page]:
            pages[page] += own
    return {"pages": dict(sorted(pages.items())), "calls": calls, "replies": replies}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=pathlib.Path, required=True)
    parser.add_argument("--crate", type=pathlib.Path, required=True)
    add_sdk(parser)
    parser.add_argument("--kinds", choices=["snippets", "variants"], default="snippets", help="which calls: the snippets' own, or all else")
    parser.add_argument("--groups", help="of these groups of operations only, by their modules, with commas between")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    model = json.loads((options.crate / "model.json").read_text())
    docs, out, crate = options.docs.resolve(), options.out.resolve(), options.crate.resolve()
    sdk = sdk_of(options, snippets(docs))
    os.chdir(tempfile.mkdtemp())  # snippets of uploads open a file
    pathlib.Path(SAMPLE).write_text("a sample")
    groups = options.groups.split(",") if options.groups else None
    operations = [operation for operation in model["operations"] if groups is None or operation["module"] in groups]
    found = compare.accepted(compare.results(model, sdk, crate, pathlib.Path("crate").resolve(), operations))
    only_snippets = options.kinds == "snippets"
    recorded = record(docs, model, [result for result in found if (result.kind == "snippet") == only_snippets], not only_snippets)
    words = Words(recorded["pages"])
    told = {"pages": words.replace_in(recorded["pages"])}
    for kind in ("calls", "replies"):
        told[kind] = [{key: words.replace_in(value) for key, value in one.items()} for one in recorded[kind]]
    for call, original in zip(told["calls"], recorded["calls"]):
        call["sent"] = dict(zip(original["sent"], call["sent"].values()))
    out.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    print(f"{len(told['calls'])} calls, {len(told['replies'])} replies, {len(told['pages'])} pages")


if __name__ == "__main__":
    main()
