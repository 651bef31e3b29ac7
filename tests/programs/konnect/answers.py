"""Answers of the API of Konnect, in the shapes that its docs give."""

from server import Answer, refused

FEATURES = ["control-planes"]
ENVIRONMENT = {"KONNECT_TOKEN": "the-token"}


def answer(request, nth):
    if request.headers["Authorization"] != "Bearer the-token":
        return refused("unauthorized", nth)
    match request.method, request.path.split("/")[2:]:
        case "POST", ["control-planes"]:
            asked = request.json()
            return Answer(201, plane(0, asked["name"], asked["labels"]))
        case "GET", ["control-planes"]:
            return planes(request.query)
        case "GET", ["control-planes", manner]:
            wrong = refused(manner, nth)
            if wrong and wrong.body:
                parameters = {"invalid_parameters": []} if wrong.status == 400 else {}
                wrong.body = {"status": wrong.status, "title": "", "instance": "", "detail": wrong.body["message"], **parameters}
            return wrong or Answer(body=plane(0, manner, {}))
    return Answer(404)


def plane(number, name, labels):
    urls = {"control_plane_endpoint": "https://cp", "telemetry_endpoint": "https://tp", "proxy_urls": []}
    config = {**urls, "cluster_type": "CLUSTER_TYPE_CONTROL_PLANE", "auth_type": "pinned_client_certs", "cloud_gateway": False}
    times = {"created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
    return {"id": str(number), "name": name, "description": "", "labels": labels, "config": config, **times}


def planes(query):
    """Ten thousand control planes in a hundred pages."""
    if (query.get("filter[name][contains]"), query.get("page[size]")) != ("edge", "100"):
        return Answer(400)
    number = int(query.get("page[number]", 1))
    some = [plane(i, "edge", {}) for i in range((number - 1) * 100, min(number * 100, 10000))]
    return Answer(body={"meta": {"page": {"number": number, "size": 100, "total": 10000}}, "data": some})
