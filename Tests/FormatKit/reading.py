"""What the scenarios share: a server with the sample, and its answers."""

import json
import urllib.error
import urllib.request
from pathlib import Path

from promises import promise

SAMPLE = Path(__file__).resolve().parent.parent.parent / "samples" / "worcestershire-2018-09-14.json"


def sample_server(program):
    """A server whose database holds the sample."""
    database = program.database()
    program.output("import", str(SAMPLE), "--database", database)
    return program.serve(database)


def fetch(server, target, method="GET", body=None, token=None, **fields):
    """One answer: its status, its fields and its body."""
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    if body is not None:
        headers["Content-Type"] = "application/json"
        body = json.dumps(body).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}{target}", body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def read(server, target, **fields):
    """The body of an answer that must be 200."""
    status, _, body = fetch(server, target, **fields)
    promise(status == 200, f"{target}: {status} {body[:300]!r}")
    return body


def records(server, target):
    """All records of a list, page by page."""
    found = []
    while target:
        page = json.loads(read(server, target))
        found += page["data"]
        target = page["links"]["next"]
    return found
