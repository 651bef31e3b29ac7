"""An SDK of the API in `tests/packages/lending`, as small as it can be: what `compare.py` is tried on where no vendor's is installed.

`Lending` is right; `Mistaken` sends one parameter under another name and reads one field as another, which must be told.
"""

import http.client
import json
import types
import urllib.parse


class Refused(Exception):
    """An error response; `data` is its body."""


class SDKError(Exception):
    """An answer of which the SDK knows nothing."""


class Lending:
    """The client: its methods take what the pages' snippets give."""

    page_size = "page_size"
    title = "title"

    def __init__(self, api_key=None, server_url=None, branch=None):
        self.server, self.key, self.branch = urllib.parse.urlsplit(server_url or "").netloc, api_key, branch
        self.books = types.SimpleNamespace(get=self.get_book, add_cover=self.add_cover)
        self.desk = types.SimpleNamespace(ask=self.ask, listen=self.listen)
        self.loans = types.SimpleNamespace(list=self.list_loans)

    def send(self, method, path, body=None, media="application/json", errors=()):
        connection = http.client.HTTPConnection(self.server)
        headers = {"authorization": f"Bearer {self.key}", **({"content-type": media} if body else {})}
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        read = answer.read()
        if answer.status == 200:
            return json.loads(read)
        if answer.status in errors:
            refusal = Refused()
            refusal.data = json.loads(read)
            raise refusal
        raise SDKError(f"Unexpected response received: Status {answer.status}")

    def get_book(self, book_id):
        book = self.send("GET", f"/books/{urllib.parse.quote(book_id)}", errors=(400, 404))
        return {self.title if name == "title" else name: value for name, value in book.items()}

    def add_cover(self, book_id, picture, artist=None):
        content = picture["content"]
        content = content if isinstance(content, bytes) else content.read()
        media = picture.get("content_type", "application/octet-stream")
        file = f'content-disposition: form-data; name="picture"; filename="{picture["file_name"]}"\r\ncontent-type: {media}\r\n\r\n'
        parts = [file.encode() + content]
        if artist is not None:
            parts.append(f'content-disposition: form-data; name="artist"\r\n\r\n{artist}'.encode())
        body = b"".join(b"--limit\r\n" + part + b"\r\n" for part in parts) + b"--limit--\r\n"
        return self.send("POST", f"/books/{urllib.parse.quote(book_id)}/cover", body, "multipart/form-data; boundary=limit")

    def ask(self, request):
        return self.send("POST", "/questions", json.dumps(request), errors=(422,))

    def listen(self, request):
        return self.send("POST", "/questions", json.dumps({**request, "stream": True}))

    def list_loans(self, branch=None, state=None, page_size=None, after=None):
        if not (branch or self.branch):
            raise ValueError("neither the call nor the client gives a branch")
        given = {"branch": branch or self.branch, "state": state, self.page_size: page_size, "after": after}
        query = urllib.parse.urlencode({name: value for name, value in given.items() if value is not None})
        return self.send("GET", f"/loans?{query}" if query else "/loans")


class Mistaken(Lending):
    """As no vendor's SDK would be."""

    page_size = "size"
    title = "name"
