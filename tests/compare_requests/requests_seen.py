"""Two requests in a form in which spelling does not matter, and how they differ."""

import email.parser
import email.policy
import json
from urllib.parse import parse_qsl, unquote, urlsplit

# What an SDK puts in the place of a map that is not set, and should have left out.
SENTINEL = "~?~unset~?~sentinel~?~"

FORM = "application/x-www-form-urlencoded"

# What stands for a key that one has and the other has not.
ABSENT = type("Absent", (), {"__repr__": lambda _: "nothing"})()

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
    elif media == FORM:
        content = sorted(parse_qsl(content, keep_blank_values=True))
    elif media == "multipart/form-data":
        media, content = form_parts(whole_media, body)
    return {
        "method": method,
        # A slash that belongs to a value is none of the path.
        "path": "/".join(unquote(part).replace("/", "%2F") for part in parts.path.split("/")),
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
    return FORM, sorted((name, content) for name, _, content in parts)


def difference_of_requests(vendor, made, guessed):
    """The class of two requests, and what differs as text; names that are `guessed` are those that no page states."""
    if "error" in made:
        return "differ", [f"no request: {made['error']}"]
    theirs = facts(*vendor)
    ours = facts(made["method"], made["path"], made["headers"], bytes(made["body"]))
    differing = [key for key in theirs if theirs[key] != ours[key]]
    return verdict(differing, theirs, ours, guessed), [line for key in differing for line in differences(theirs[key], ours[key], key)]


def differences(theirs, ours, place):
    """A line for each place within a value where two differ."""
    if theirs == ours:
        return []
    if isinstance(theirs, dict) and isinstance(ours, dict):
        keys = [*theirs, *(key for key in ours if key not in theirs)]
        return [line for key in keys for line in differences(theirs.get(key, ABSENT), ours.get(key, ABSENT), f"{place}.{key}")]
    if isinstance(theirs, list) and isinstance(ours, list):
        if is_pairs(theirs) and is_pairs(ours):
            theirs, ours = [it for it in theirs if it not in ours], [it for it in ours if it not in theirs]
        elif len(theirs) == len(ours):
            return [line for number, pair in enumerate(zip(theirs, ours)) for line in differences(*pair, f"{place}[{number}]")]
    return [f"{place}: theirs {theirs!r}, ours {ours!r}"]


def verdict(differing, theirs, ours, guessed):
    """In which way two requests differ."""
    if not differing:
        return "same"
    extra = [pair for pair in theirs["query"] if pair not in ours["query"]]
    if differing == ["query"] and is_subset(ours["query"], theirs["query"]):
        return "own mark" if all(SENTINEL in value for _, value in extra) else "defaults"
    if set(differing) <= {"body", "media"} and theirs["body"] == {} and ours["body"] is None:
        return "defaults"
    if differing == ["body"] and is_within(ours["body"], theirs["body"]):
        return "defaults"
    if differing == ["headers"] and {name.strip("'"): value for name, value in theirs["headers"].items()} == ours["headers"]:
        return "quoted"
    if differing == ["body"] and theirs["media"] == FORM and spread(theirs["body"]) == ours["body"]:
        return "json list"
    if set(differing) <= {"body", "query"} and all(is_renamed(theirs[key], ours[key], guessed) for key in differing):
        return "renamed"
    return "differ"


def spread(pairs):
    """The pairs of a form, with one for each item of a list that is written as JSON."""
    found = []
    for name, value in pairs:
        try:
            items = json.loads(value)
        except ValueError:
            items = None
        found += [(name, str(item)) for item in items] if isinstance(items, list) else [(name, value)]
    return sorted(found)


def is_renamed(theirs, ours, guessed):
    """Whether the same values are there, some under other names in place of those that are guessed, but for defaults that the SDK adds."""
    if isinstance(theirs, list) and isinstance(ours, list):
        if is_pairs(theirs) and is_pairs(ours):
            theirs, ours = [it for it in theirs if it not in ours], [it for it in ours if it not in theirs]
            return {name for name, _ in ours} <= guessed and sorted(value for _, value in theirs) == sorted(value for _, value in ours)
        return len(theirs) == len(ours) and all(is_renamed(*pair, guessed) for pair in zip(theirs, ours))
    if not (isinstance(theirs, dict) and isinstance(ours, dict)):
        return theirs == ours
    rest = {key: value for key, value in theirs.items() if key not in ours}
    for key, value in ours.items():
        if key in theirs:
            found = is_renamed(theirs[key], value, guessed)
        else:
            name = next((name for name in rest if key in guessed and is_renamed(rest[name], value, guessed)), None)
            found = rest.pop(name, ABSENT) is not ABSENT
        if not found:
            return False
    return True


def is_subset(part, whole):
    return all(part.count(pair) <= whole.count(pair) for pair in part)


def is_within(part, whole):
    """Whether a JSON value is another one without some of its keys."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and is_within(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) == len(whole) and all(map(is_within, part, whole))
    return part == whole


def is_pairs(value):
    """Whether a list is that of a query or a form."""
    return all(isinstance(item, (list, tuple)) and len(item) == 2 and all(isinstance(part, str) for part in item) for item in value)
