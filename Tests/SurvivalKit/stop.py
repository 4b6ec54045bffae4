"""The server is told to stop while clients are at work."""

import threading
import time

from client import Client, get
from promises import Broken, promise, until

IDLE = 20
PIPELINES = 5
# Requests sent together, and how many may be unanswered: far less than the server drops when it ends a connection.
BATCH = 50
AHEAD = 5_000
GRACE = 2
LONG_GRACE = 60
BODY = b'{"slug":"late","name":"Late","kind":"other","council":"Mutton"}'


def half_sent(server, token):
    """A client whose request the server has accepted, which its 100 shows, and of whose body half is sent."""
    client = Client(server.port)
    client.send("\r\n".join([
        "POST /v1/panels HTTP/1.1", "Host: survival", f"Authorization: Bearer {token}", "Expect: 100-continue",
        "Content-Type: application/json", f"Content-Length: {len(BODY)}", "", ""]).encode())
    promise(client.must_answer().status == 100, "the body was not asked for")
    client.send(BODY[:30])
    return client


def is_closed_to_new_clients(port):
    """Whether a new client is refused or told 503."""
    try:
        with Client(port, timeout=5) as client:
            return client.ask("/health").status == 503
    except (Broken, OSError):
        return True


class PipeliningClient:
    """Sends numbered requests without end, never too far ahead, and reads the answers as they come."""

    def __init__(self, port):
        self.client = Client(port)
        self.answers = 0
        self.last = None
        self.room = threading.Semaphore(AHEAD // BATCH)
        threading.Thread(target=self._send, daemon=True).start()

    def _send(self):
        sent = 0
        try:
            while self.room.acquire(timeout=10):
                batch = range(sent + 1, sent + BATCH + 1)
                self.client.send(b"".join(get(f"/v1/meetings/{number}") for number in batch))
                sent += BATCH
        except OSError:
            pass  # the server has stopped

    def read_some(self, count):
        for _ in range(count):
            promise(self.read_one(), "the pipelining client was cut off before the stop")

    def read_one(self):
        """Whether there was another whole answer, which must be the next."""
        answer = self.client.next_answer()
        if answer is None:
            return False
        self.answers += 1
        expected = f'"instance":"/v1/meetings/{self.answers}"'.encode()
        promise(answer.status == 503 or expected in answer.body, f"answer {self.answers} of the pipeline is another's")
        self.last = answer
        if self.answers % BATCH == 0:
            self.room.release()
        return True

    def read_to_the_end(self):
        """How many answers there were, of which only the last said that it is."""
        while not self.last.says_close:
            promise(self.read_one(), f"answer {self.answers:,} of the pipeline was the last and did not say so")
        promise(not self.read_one(), "something came after the last answer")
        self.client.close()
        return self.answers


def answers_what_was_accepted(program):
    with program.start() as server:
        token = server.token("write")
        idle = [Client(server.port) for _ in range(IDLE)]
        promise(all(client.ask("/health").status == 200 for client in idle), "not served before the stop")
        writer = half_sent(server, token)
        pipelines = [PipeliningClient(server.port) for _ in range(PIPELINES)]
        for pipeline in pipelines:
            pipeline.read_some(100)
        start = time.monotonic()
        server.ask_to_stop()
        promise(all(client.next_answer() is None for client in idle), "an idle connection got something unasked for")
        promise(server.is_alive(), "the server ended before the accepted request was answered")
        promise(is_closed_to_new_clients(server.port), "a new client was served after the stop")
        answers = sum(pipeline.read_to_the_end() for pipeline in pipelines)
        writer.send(BODY[30:])
        answer = writer.must_answer()
        promise(answer.status == 201, f"the accepted request was answered with {answer.status}")
        promise(answer.says_close, "the accepted request was answered without connection: close")
        promise(writer.next_answer() is None, "something came after the last answer")
        code = server.exit_code(12)
        took = time.monotonic() - start
        promise(code == 0, f"exit code {code}")
    return (f"the half-sent request was answered with 201, {IDLE} idle connections closed, {answers:,} answers"
            f" of {PIPELINES} pipelines whole and in order, new clients turned away, exit code 0 after {took:.1f} s")


def ends_after_the_grace(program):
    with program.start("--grace", str(GRACE)) as server:
        with half_sent(server, server.token("write")) as client:
            start = time.monotonic()
            server.ask_to_stop()
            code = server.exit_code(GRACE + 10)
            took = time.monotonic() - start
            promise(code == 0, f"exit code {code} with a request that never comes to its end")
            promise(took > GRACE - 0.5, f"ended after {took:.1f} s, before the grace of {GRACE} s was over")
            promise(client.next_answer() is None, "half a request was answered")
    return f"a request that never comes to its end was cut off after {took:.1f} s of {GRACE} s, exit code 0"


def ends_at_the_second_signal(program):
    with program.start("--grace", str(LONG_GRACE)) as server:
        with half_sent(server, server.token("write")):
            server.ask_to_stop()
            until(lambda: is_closed_to_new_clients(server.port), "closed to new clients after the first signal")
            promise(server.is_alive(), "the first signal ended a server with a request under way")
            start = time.monotonic()
            server.ask_to_stop()
            code = server.exit_code(10)
            took = time.monotonic() - start
            promise(code is not None, "the second signal did not end the server")
            promise(code == 0, f"exit code {code}")
    return (f"a second signal ended a server with a request under way after {took:.2f} s of {LONG_GRACE} s,"
            " exit code 0")
