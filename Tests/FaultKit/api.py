"""A client of the API that takes nothing but whole answers."""

import http.client
import json
from dataclasses import dataclass

from promises import Broken, promise

# Longer than the server waits for another process, twice over.
PATIENCE = 20.0


class Gone(Broken):
    """The connection ended instead of an answer, as it does when the server is killed."""


@dataclass
class Answer:
    status: int
    fields: dict
    body: bytes

    @property
    def json(self):
        try:
            return json.loads(self.body)
        except ValueError:
            raise Broken(f"an answer that is not JSON: {self.seen}") from None

    @property
    def seen(self):
        """What went wrong, for the message of a broken promise."""
        return f"{self.status} {self.body[:200].decode(errors='replace')}"


class Api:
    """One connection to a server, made again when it has ended."""

    def __init__(self, server, token=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        self.token = token

    def ask(self, method, target, body=None, **fields):
        """Sends one request and returns its answer. Fields are written as in Python: if_match."""
        headers = {name.replace("_", "-"): value for name, value in fields.items()}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body).encode()
        try:
            self.connection.request(method, target, body, headers)
            response = self.connection.getresponse()
            read = response.read()
        except (http.client.HTTPException, ConnectionError) as error:
            self.connection.close()
            raise Gone(f"{method} {target}: {type(error).__name__}") from error
        except TimeoutError:
            self.connection.close()
            raise Broken(f"{method} {target}: no answer within {PATIENCE:g} s") from None
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, read)

    def get(self, target, **fields):
        return self.ask("GET", target, **fields)

    def read(self, target):
        """The JSON of a GET that must succeed."""
        answer = self.get(target)
        promise(answer.status == 200, f"GET {target}: {answer.seen}")
        return answer.json

    def write(self, method, target, body, **fields):
        """The answer to a write that must succeed."""
        answer = self.ask(method, target, body, **fields)
        promise(answer.status in (200, 201), f"{method} {target}: {answer.seen}")
        return answer

    def count(self, collection, query=""):
        return self.read(f"/v1/{collection}?count=exact&limit=1{query}")["page"]["count"]

    def close(self):
        self.connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()


def must_be_unavailable(answer, what):
    """A 503 as the contract has it: a problem in JSON with a sentence, and when to come back."""
    promise(answer.status == 503, f"{what}: {answer.seen}")
    promise(answer.fields.get("content-type") == "application/problem+json", f"{what}: {answer.fields}")
    promise(int(answer.fields.get("retry-after", "0")) >= 1, f"{what}: a 503 without Retry-After")
    problem = answer.json
    promise(problem["status"] == 503 and problem["code"] and problem["detail"], f"{what}: {problem}")
    return problem
