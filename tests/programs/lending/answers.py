"""Answers of the API of a library, in the shapes that its docs give (`tests/packages/lending`)."""

import json

from server import Answer, refused

FEATURES = ["books", "desk", "loans"]
ENVIRONMENT = {"LENDING_CARD": "the-card"}
# A question, what was found, a question that is listened to, and one that comes while the desk is busy.
GOES_ON = {"POST /questions": 4}


def answer(request, nth):
    if request.headers["Authorization"] != "Bearer the-card":
        return refused("unauthorized", nth)
    match request.method, request.path.split("/")[1:]:
        case "POST", ["questions"]:
            return spoken() if request.json().get("stream") else said(request.json())
        case "GET", ["loans"]:
            return loans(request.query)
        case "POST", ["books", "b1", "cover"]:
            return cover(request)
        case "GET", ["books", manner]:
            return refused(manner, nth) or Answer(body={"id": manner, "title": "Whales"})
    return Answer(404, {"message": "no such path"})


def said(asked):
    """A lookup, or what is known by it."""
    turns = asked["turns"]
    if turns[-1]["text"] == "Are you busy?":
        return Answer(429, {"message": "there is a queue"}, headers=[("Retry-After", "0")])
    if asked["catalogues"] != ["animals"]:
        return Answer(422, {"message": "which catalogue?"})
    match [turn["role"] for turn in turns]:
        case ["reader"]:
            return Answer(body={"turn": {"role": "desk", "lookups": [{"id": "k1", "catalogue": "animals", "words": "whale"}]}})
        case ["reader", "desk", "found"] if turns[2]["lookup_id"] == turns[1]["lookups"][0]["id"]:
            return Answer(body={"turn": {"role": "desk", "text": f"Yes: {turns[2]['text']}."}})
    return Answer(422, {"message": "what?"})


def spoken():
    return Answer(events=[json.dumps({"text": word}) for word in ("one ", "two ", "three")])


def loans(query):
    """Ten thousand open loans in a hundred pages; those that were returned come to the same place again and again."""
    if query.get("branch") != "north":
        return Answer(422, {"message": "which branch?"})
    start = int(query.get("after", 0))
    if query.get("state") == "returned":
        return Answer(body={"loans": [{"id": f"r{start}", "state": "returned"}], "next": "7"})
    if (query.get("state"), query.get("page_size")) != ("open", "100"):
        return Answer(422, {"message": "too many"})
    some = [{"id": f"l{nth}", "state": "open"} for nth in range(start, start + 100)]
    return Answer(body={"loans": some, "next": str(start + 100) if start < 9900 else None})


def cover(request):
    parts = request.body.split(b"\r\n")
    if not request.headers["Content-Type"].startswith("multipart/form-data") or not {b"a whale", b"R. Kent"} <= set(parts):
        return Answer(422, {"message": "no picture"})
    return Answer(body={"id": "b1", "title": "Whales", "cover_size": len(b"a whale")})
