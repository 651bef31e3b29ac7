"""Answers of the API of Mistral, in the shapes that its docs give."""

import json

from server import Answer, refused

FEATURES = ["chat", "files", "models", "runs"]
ENVIRONMENT = {"MISTRAL_API_KEY": "the-key"}
# A question, what its tool said, and a question whose answer is streamed.
GOES_ON = {"POST /v1/chat/completions": 3}
USAGE = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}


def answer(request, nth):
    if request.headers["Authorization"] != "Bearer the-key":
        return Answer(401, {"detail": "Unauthorized"})
    match request.method, request.path.split("/")[2:]:
        case "POST", ["chat", "completions"]:
            return streamed() if request.json().get("stream") else completed(request.json())
        case "GET", ["workflows", "runs"]:
            return runs(request.query)
        case "POST", ["files"]:
            return stored(request)
        case "GET", ["models", manner]:
            return refused(manner, nth) or Answer(body={"id": manner, "capabilities": {}})
    return Answer(404, {"detail": "Not Found"})


def completed(asked):
    """A call of the tool, or what it said."""
    roles = [message["role"] for message in asked["messages"]]
    if [tool["function"]["name"] for tool in asked["tools"]] != ["weather"] or asked["temperature"] != 0.2:
        return Answer(422, {"detail": []})
    if roles == ["user"]:
        call = {"id": "c1", "type": "function", "function": {"name": "weather", "arguments": '{"city":"Paris"}'}}
        return completion({"role": "assistant", "content": "", "tool_calls": [call]}, "tool_calls")
    tool = asked["messages"][-1]
    if roles != ["user", "assistant", "tool"] or tool["tool_call_id"] != "c1":
        return Answer(422, {"detail": []})
    return completion({"role": "assistant", "content": f"It is {tool['content']}.", "tool_calls": None}, "stop")


def completion(message, reason):
    choice = {"index": 0, "message": message, "finish_reason": reason}
    return Answer(body={"id": "1", "object": "chat.completion", "created": 1, "model": "m", "usage": USAGE, "choices": [choice]})


def streamed():
    def chunk(content):
        choice = {"index": 0, "delta": {"content": content}, "finish_reason": None}
        return json.dumps({"id": "1", "model": "m", "choices": [choice]})

    return Answer(events=[chunk("one "), chunk("two "), chunk("three"), "[DONE]"])


def runs(query):
    """Ten thousand runs in a hundred pages."""
    if (query.get("status"), query.get("page_size")) != ("RUNNING", "100"):
        return Answer(422, {"detail": []})
    page = int(query.get("next_page_token", 0))
    times = {"start_time": "2026-01-01T00:00:00Z", "end_time": None}
    names = {"workflow_name": "w", "parent_execution_id": None, "root_execution_id": "r", "status": "RUNNING"}
    some = [{"execution_id": str(page * 100 + i), "total_duration_ms": None, **names, **times} for i in range(100)]
    return Answer(body={"executions": some, "next_page_token": str(page + 1) if page < 99 else None})


def stored(request):
    parts = request.body.split(b"\r\n")
    if not request.headers["Content-Type"].startswith("multipart/form-data") or b"{}\n" not in parts:
        return Answer(422, {"detail": []})
    file = {"id": "8f2a8c1e-1f3c-4b3e-9c51-2b1d4a5e6f70", "object": "file", "bytes": 3, "created_at": 1}
    return Answer(body={**file, "filename": "chat.jsonl", "purpose": "fine-tune", "sample_type": "instruct", "source": "upload"})
