"""Answers of the API of Polar, in the shapes that its docs give."""

from server import Answer, refused

FEATURES = ["customers", "events", "files"]
ENVIRONMENT = {"POLAR_ACCESS_TOKEN": "the-token"}
NOW = "2026-01-01T00:00:00Z"
FILE = {"id": "f1", "organization_id": "o", "name": "notes.txt", "path": "p", "mime_type": "text/plain", "size": 19}
UNKNOWN = dict.fromkeys(["storage_version", "checksum_etag", "checksum_sha256_base64", "checksum_sha256_hex", "last_modified_at", "version"])
STORED = {}


def answer(request, nth):
    if request.method == "PUT":
        STORED[f"e{nth}"] = request.body
        return Answer(headers=[("ETag", f"e{nth}")])
    if request.headers["Authorization"] != "Bearer the-token":
        return refused("unauthorized", nth)
    match request.method, request.path.split("/")[2:]:
        case "POST", ["files", ""]:
            return upload(request.json(), request.headers["Host"])
        case "POST", ["files", "f1", "uploaded"]:
            return uploaded(request.json())
        case "GET", ["events", "names"]:
            return names(request.query)
        case "GET", ["customers", manner]:
            wrong = refused(manner, nth)
            if wrong and wrong.status == 404:
                wrong.body = {"error": "ResourceNotFound", "detail": "Not found"}
            return wrong or customer(manner)
    return Answer(404)


def upload(asked, host):
    parts = [{**part, "url": f"http://{host}/storage", "expires_at": NOW} for part in asked["upload"]["parts"]]
    body = {**FILE, **UNKNOWN, "upload": {"id": "f1", "path": "p", "parts": parts}, "service": asked["service"], "size_readable": "19 B"}
    return Answer(201, body)


def uploaded(asked):
    content = b"".join(STORED[part["checksum_etag"]] for part in asked["parts"])
    if content != b"a file in two parts":
        return Answer(422)
    return Answer(body={**FILE, **UNKNOWN, "service": "downloadable", "is_uploaded": True, "created_at": NOW, "size_readable": "19 B"})


def names(query):
    """Ten thousand names in a hundred pages."""
    if (query.get("source"), query.get("limit")) != ("user", "100"):
        return Answer(422)
    page = int(query.get("page", 1))
    event = {"label": "l", "source": "user", "occurrences": 1, "first_seen": NOW, "last_seen": NOW}
    some = [{"name": str((page - 1) * 100 + i), **event} for i in range(100)]
    return Answer(body={"items": some, "pagination": {"total_count": 10000, "max_page": 100}})


def customer(name):
    unknown = dict.fromkeys(["modified_at", "billing_name", "billing_address", "tax_id", "deleted_at", "avatar_url"])
    known = {"id": "c", "created_at": NOW, "metadata": {}, "email": "a@example.com", "email_verified": True, "type": "individual"}
    return Answer(body={**known, **unknown, "name": name, "organization_id": "o"})
