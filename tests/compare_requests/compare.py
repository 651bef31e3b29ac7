"""Compares generated endpoints with the vendor's own SDK in Python or TypeScript: the requests that they make, and what they read of answers.

In: a docs tree, the SDK that it documents (installed with pip or npm), a crate that `tablature generate` wrote from the tree. Each usage
snippet of the docs is run against a recorder, then variants of its arguments (`variants.py`); the same arguments go through the generated
endpoint. Method, path, query, headers, credential and body must be the same, but for what has a class below. Then each documented status
is answered, with bodies made by type, to both: what they read must be the same JSON.
Out: a line for each call, what differs, and a table; exit 1 on a difference. It needs the network for nothing but the crates of the
generated one.

    same       there is no difference
    defaults   the SDK sends what it is not given: keys of a body, pairs of a query, `{}` for a body that is left out; or it adds keys
               to an answer
    own mark   the SDK sends its own mark for what is not set, which no server asked for
    json list  SDKs in TypeScript write a list in a form as JSON text, where a form names its items one by one
    quoted     the SDK sends the name of a header with quotes around it, which no server asked for
    renamed    all values are there, but some under another name than the one that the pages show: none states the name on the wire, the
               model marks it as assumed, and `generate` warns of it; the SDK's source states it. Or an SDK drops such a key of an answer
    null       an answer differs by keys that are null in one and absent in the other
    dropped    the SDK drops keys of an answer, whose names it states itself: so where it takes a value for another member of a union
    as text    where a union has text and objects, the SDK reads an object as the text of its JSON
    untyped    the SDK has no type for a status for which the docs name one
    unexpected the SDK takes no success of any status and media type that was tried, of which the docs say nothing: so a body with 204
    differ     all else
    not made   the SDK refuses the arguments, or the snippet does not run; this says nothing about the crate, but is counted

    compare.py --docs DOCS --crate CRATE --sdk the_sdk:Client:access_token [--limit 50] [--work DIR]
    compare.py --docs DOCS --crate CRATE --node DIR     # the folder in which npm installed the SDK
"""

import argparse
import collections
import json
import os
import pathlib
import sys
import typing

import generated
import variants
from requests_seen import difference_of_requests
from replies import asks_of_replies, difference_of_replies
from sdks import SAMPLE, Ask, Told, add_sdk, sdk_of, snippets
from wire import Lost, guessed_names, values_of

CLASSES = ["same", "defaults", "own mark", "json list", "quoted", "renamed", "null", "dropped", "as text", "untyped", "unexpected", "differ", "not made"]


def asks_of_requests(model, operation):
    """The calls of an operation: its snippet's own, and the variants."""
    yield "snippet", Ask(operation)
    for name, parts in variants.arguments(model, operation):
        if parts:
            yield name, Ask(operation, parts)


def prepare(model, number, ask, told):
    """What the generated endpoint is asked for the same, or the result without it."""
    if isinstance(told, str):
        return None, ("not made", [told])
    if ask.reply.status != 418:
        return {"operation": number, "status": ask.reply.status, "media": ask.reply.media or None, "body": ask.reply.body}, None
    try:
        return {"operation": number, "given": values_of(model, ask.operation, told.arguments)}, None
    except ValueError as reason:
        return None, ("differ" if isinstance(reason, Lost) else "not made", [str(reason)])


class Result(typing.NamedTuple):
    """What became of a call: its kind, the class, what differs as lines of text, what was asked and what the SDK told."""

    kind: str
    verdict: str
    lines: list
    ask: Ask
    told: Told | str


def results(model, sdk, crate, work, operations):
    """The result of each call; a kind is that of a variant, or for answers, what is answered, a colon and the variant."""
    asks = []
    for number, operation in enumerate(operations):
        asks += [(number, kind, ask) for kind, ask in asks_of_requests(model, operation)]
        asks += [(number, kind, ask) for kind, ask in asks_of_replies(model, operation)]
    told = sdk.run([ask for _, _, ask in asks])
    prepared = [prepare(model, number, ask, one) for (number, _, ask), one in zip(asks, told)]
    guessed = guessed_names(model)
    ours = iter(generated.run(crate, work, operations, [call for call, _ in prepared if call]))
    for (number, kind, ask), theirs, (call, found) in zip(asks, told, prepared):
        if call and "given" in call:
            found = difference_of_requests(theirs.request, next(ours), guessed)
        elif call:
            found = difference_of_replies(model, ask, theirs.answer, next(ours), guessed)
        yield Result(kind, *found, ask, theirs)


def accepted(found):
    """The results, without the statuses of a success that the SDK does not expect: the docs do not say which one it is."""
    best = {}
    for result in found:
        key = (result.ask.operation["id"], result.kind)
        if key not in best or best[key].verdict == "unexpected":
            best[key] = result
    return list(best.values())


def table(found):
    """How many calls are of which class, by kind; and how many operations only make requests of a named class."""
    rows = collections.defaultdict(collections.Counter)
    for result in found:
        rows[result.kind.split(":")[0]][result.verdict] += 1
    lines = [f"{'':12}{'calls':>10}" + "".join(f"{name:>11}" for name in CLASSES)]
    lines += [f"{kind:12}{counts.total():>10}" + "".join(f"{counts[name]:>11}" for name in CLASSES) for kind, counts in rows.items()]
    for title, has_colon in [("requests", False), ("replies", True)]:
        those = [result for result in found if (":" in result.kind) == has_colon and result.verdict != "not made"]
        every = {result.ask.operation["id"] for result in those}
        good = every - {result.ask.operation["id"] for result in those if result.verdict == "differ"}
        lines.append(f"{title}: {len(good)} of {len(every)} operations are equal but for named classes ({len(good) / max(len(every), 1):.1%})")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=pathlib.Path, required=True)
    parser.add_argument("--crate", type=pathlib.Path, required=True)
    add_sdk(parser)
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--without", default="", help="groups of operations, by their modules, with commas between")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("target/compare-requests"))
    options = parser.parse_args()

    model = json.loads((options.crate / "model.json").read_text())
    sdk = sdk_of(options, snippets(options.docs))
    crate, work = options.crate.resolve(), options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    os.chdir(work)
    pathlib.Path(SAMPLE).write_text("a sample")
    operations = [operation for operation in model["operations"] if operation["module"] not in options.without.split(",")]
    found = accepted(results(model, sdk, crate, work / "crate", operations[: options.limit]))
    for result in found:
        print(f"{result.verdict:<10} {result.ask.operation['id']} ({result.kind})")
        for line in result.lines:
            print(f"             {line}")
    print("\n".join(table(found)))
    sys.exit(any(result.verdict == "differ" for result in found))


if __name__ == "__main__":
    main()
