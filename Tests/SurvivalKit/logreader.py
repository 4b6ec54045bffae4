"""A log that nobody reads."""

import os

from client import Client
from promises import promise

REQUESTS = 5_000
GRACE = 5


def run(program):
    reading, writing = os.pipe()
    try:
        with program.start("--log-level", "info", "--grace", str(GRACE), log=writing) as server:
            with Client(server.port) as client:
                for number in range(REQUESTS):
                    answer = client.ask("/v1")
                    promise(answer.status == 200, f"request {number} got {answer.status}")
            server.ask_to_stop()
            code = server.exit_code(GRACE + 5)
            promise(code is not None, "the server did not end when it was told to")
    finally:
        os.close(reading)
        os.close(writing)
    return f"{REQUESTS:,} requests were answered while the log stood still, then exit code {code}"
