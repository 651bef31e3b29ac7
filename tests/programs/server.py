"""A local server that answers as an API does, in the manner that a module's `answer` says, and keeps a log of what came in."""

import http.server
import json
import threading
import time
import urllib.parse


class Request:
    """What came in."""

    def __init__(self, handler):
        url = urllib.parse.urlsplit(handler.path)
        self.method, self.path, self.headers = handler.command, url.path, handler.headers
        self.query = dict(urllib.parse.parse_qsl(url.query))
        self.body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))

    def json(self):
        return json.loads(self.body)


class Answer:
    """What goes out: JSON, events, or nothing and a connection that breaks."""

    def __init__(self, status=200, body=None, headers=(), events=None, breaks=False):
        self.status, self.body, self.headers, self.events, self.breaks = status, body, headers, events, breaks


class Server:
    """A server on a free port. `answer(request, nth)` is asked, `nth` being how often method and path were asked for."""

    def __init__(self, answer):
        self.log = []
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body in one packet, so that no client waits for the second.
            wbufsize = -1

            def do(self):
                request = Request(self)
                server.log.append(f"{request.method} {request.path}")
                send(self, answer(request, server.log.count(server.log[-1])))

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.http.server_port}"


def send(handler, answer):
    if answer.breaks:
        handler.close_connection = True
        handler.connection.close()
        return
    if answer.events is not None:
        media, text = "text/event-stream", "".join(f"data: {event}\n\n" for event in answer.events)
    else:
        media, text = "application/json", json.dumps(answer.body)
    handler.send_response(answer.status)
    for name, value in (("Content-Type", media), ("Content-Length", str(len(text.encode()))), *answer.headers):
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(text.encode())


# The seconds for which a busy server asks to be left alone, and until when it does.
REST = 1
RESTS = {}


def refused(manner, nth):
    """What each program asks for last: errors, a rest, and a connection that breaks. None where nothing goes wrong."""
    match manner:
        case "bad":
            return Answer(400, {"message": "no such name"})
        case "unauthorized":
            return Answer(401, {"message": "who are you?"})
        case "missing":
            return Answer(404, {"message": "there is none"})
        case "busy" if nth == 1:
            RESTS["until"] = time.monotonic() + REST
            return Answer(429, {"message": "later"}, headers=[("Retry-After", str(REST))])
        case "busy" if time.monotonic() < RESTS["until"]:
            return Answer(400, {"message": "that was too soon"})
        case "drops":
            return Answer(breaks=True)
    return None
