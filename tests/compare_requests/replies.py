"""Answers to each operation, made by type, and what an SDK and a generated endpoint read of them.

In: the model of the generated crate. Out: calls with the answer that each gets, and how what both read differs.
"""

import json
import re
from datetime import datetime

import variants
from generated import is_read
from requests_seen import differences, is_renamed, is_within
from sdks import Ask, Reply
from wire import fact, on_the_wire

# The docs do not say which status a success has, nor the media type of a text: those that the SDK expects count.
SUCCESSES = [200, 201, 202, 204]
TEXTS = ["text/plain", "text/csv", "application/json"]
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def asks_of_replies(model, operation):
    """The calls of an operation with each status that is documented, by kind: `success` or `error`, status and variant."""
    if not is_read(operation):
        return
    for success in operation["success"] or [{"type": None, "media": ""}]:
        for kind, reply in replies(model, success, SUCCESSES):
            yield f"success:{kind}", Ask(operation, None, reply)
    for error in operation["errors"]:
        status = fact(error["status"])
        if isinstance(status, int):
            for kind, reply in replies(model, error, [status]):
                yield f"error:{status} {kind}", Ask(operation, None, reply)


def replies(model, answer, statuses):
    """Answers of a type with each of some statuses."""
    media = fact(answer["media"])
    if answer["type"] is None:
        yield from (("empty", Reply(status, "", "")) for status in statuses)
        return
    for kind, body in variants.bodies(model, type_of(answer)):
        for media in TEXTS if answer["type"] == "string" else [media]:
            text = json.dumps(body) if "json" in media else str(body)
            yield from ((kind, Reply(status, media, text)) for status in statuses if status != 204)


def type_of(answer):
    """The type of an answer: errors name it only."""
    ty = answer["type"]
    return {"named": ty} if isinstance(ty, str) and "/" in ty else ty


def difference_of_replies(model, ask, theirs, ours, guessed):
    """The class of what two make of an answer, and what differs as text; names that are `guessed` are those that no page states."""
    (kind, their_value), (our_kind, our_value) = theirs, canonical(ours)
    if kind == "none" or kind != our_kind:
        return verdict_of_kinds(kind, their_value, our_kind), [f"theirs {kind} {json.dumps(their_value)}", f"ours   {our_kind} {json.dumps(our_value)}"]
    their_value = canonical(on_the_wire(model, answer_type(ask), unwrapped(their_value, our_value)))
    sent = json.loads(ask.reply.body) if "json" in ask.reply.media else ask.reply.body or None
    verdict = verdict_of(their_value, our_value, canonical(sent), guessed)
    return verdict, differences(their_value, our_value, kind)


def answer_type(ask):
    """The type that the docs name for the status of an answer."""
    operation, status = ask.operation, ask.reply.status
    among = operation["success"] if status < 300 else [error for error in operation["errors"] if fact(error["status"]) == status]
    return type_of(among[0]) if among else None


def unwrapped(theirs, ours):
    """A result without what an SDK wraps around it: headers, and the page's links."""
    if isinstance(theirs, dict) and "result" in theirs and not (isinstance(ours, dict) and "result" in ours):
        return theirs["result"]
    return theirs


def canonical(value):
    """JSON with moments written in one way."""
    if isinstance(value, dict):
        return {key: canonical(member) for key, member in value.items()}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    if isinstance(value, str) and MOMENT.fullmatch(value):
        return datetime.fromisoformat(value.replace("Z", "+00:00")).isoformat()
    return value


def verdict_of_kinds(kind, theirs, our_kind):
    """The class where not both read an answer."""
    if kind != "none" or re.match("ResponseValidationError|SDKValidationError", theirs):
        return "differ"
    return "untyped" if our_kind == "error" else "unexpected"


def verdict_of(theirs, ours, sent, guessed):
    """In which way two answers differ that came as `sent`."""
    if theirs == ours:
        return "same"
    theirs, ours, sent = without_nulls(theirs), without_nulls(ours), without_nulls(sent)
    if theirs == ours:
        return "null"
    if ours != sent:
        return "differ"
    if is_within(ours, theirs):
        return "defaults"
    if is_renamed(theirs, ours, guessed):
        return "renamed"
    if with_objects(theirs) == ours:
        return "as text"
    if is_within(theirs, ours):
        return "renamed" if dropped(theirs, ours) & guessed else "dropped"
    return "differ"


def with_objects(value):
    """JSON with the objects of which it holds the text."""
    if isinstance(value, dict):
        return {key: with_objects(member) for key, member in value.items()}
    if isinstance(value, list):
        return [with_objects(item) for item in value]
    return json.loads(value) if isinstance(value, str) and value.startswith('{"') else value


def dropped(part, whole):
    """The keys that a JSON value lacks of another one, of which it is a part."""
    if isinstance(whole, list):
        return {key for pair in zip(part, whole) for key in dropped(*pair)}
    if not isinstance(whole, dict):
        return set()
    return {key for key in whole if key not in part} | {key for name in part for key in dropped(part[name], whole[name])}


def without_nulls(value):
    if isinstance(value, dict):
        return {key: without_nulls(member) for key, member in value.items() if member is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value
