#!/usr/bin/env python3
"""Sends raw requests to an HTTP/1.1 server and judges the answers by RFC 9110 and RFC 9112.

    python3 Tests/HTTPKit/kit.py HOST PORT [--path /health] [--verbose]

Each case names its section and whether the RFC says MUST or SHOULD. The path must answer GET with 200. Prints the
failed cases and the counts; the exit code is 1 when a MUST failed. Sends a bounded number of small requests, one
connection for each.
"""

import argparse
import socket
import sys
from dataclasses import dataclass

from cases import all_cases


@dataclass
class Answer:
    status: int
    fields: list
    body: bytes

    def field(self, name):
        values = [value for key, value in self.fields if key == name]
        return values[0] if values else None


@dataclass
class Exchange:
    """Everything the server sent on one connection, and how it ended."""

    answers: list
    closed: bool
    raw: bytes


def exchange(host, port, case):
    """Sends the case's pieces and reads until the server ends the connection or falls silent."""
    with socket.create_connection((host, port), timeout=5) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            for piece in case.pieces:
                connection.sendall(piece)
            if case.half_close:
                connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the server may refuse before it has read everything
        connection.settimeout(case.silence)
        received, closed = b"", False
        while len(received) < 1 << 20:
            try:
                part = connection.recv(65536)
            except TimeoutError:
                break
            except OSError:
                closed = True
                break
            if not part:
                closed = True
                break
            received += part
        return Exchange(parse(received, case.methods), closed, received)


def parse(data, methods):
    """The answers in the data, framed as a client would."""
    answers, index = [], 0
    while data:
        end = data.find(b"\r\n\r\n")
        if end < 0 or not data.startswith(b"HTTP/1."):
            break
        lines = data[:end].split(b"\r\n")
        status = int(lines[0].split(b" ")[1])
        fields = []
        for line in lines[1:]:
            name, _, value = line.partition(b":")
            fields.append((name.strip().lower().decode("latin-1"), value.strip().decode("latin-1")))
        answer = Answer(status, fields, b"")
        data = data[end + 4:]
        method = methods[min(index, len(methods) - 1)]
        if status >= 200:
            index += 1
        if method != "HEAD" and status >= 200 and status not in (204, 304):
            if (answer.field("transfer-encoding") or "").lower() == "chunked":
                answer.body, data = dechunk(data)
            elif answer.field("content-length") is not None:
                length = int(answer.field("content-length"))
                answer.body, data = data[:length], data[length:]
            else:
                answer.body, data = data, b""
        answers.append(answer)
    return answers


def dechunk(data):
    body = b""
    while True:
        line, _, data = data.partition(b"\r\n")
        size = int(line.split(b";")[0] or b"0", 16)
        if size == 0:
            return body, data.partition(b"\r\n")[2]
        body, data = body + data[:size], data[size + 2:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("--path", default="/health", help="answers GET with 200")
    parser.add_argument("--verbose", action="store_true", help="name the passed cases too")
    options = parser.parse_args()
    passed = failed = missed_must = 0
    for case in all_cases(options.path):
        try:
            reason = case.judge(exchange(options.host, options.port, case))
        except OSError as error:
            reason = f"no connection: {error}"
        if reason is None:
            passed += 1
            if options.verbose:
                print(f"passed  {case.section} {case.level}: {case.name}")
        else:
            failed += 1
            missed_must += case.level == "MUST"
            print(f"failed  {case.section} {case.level}: {case.name}: {reason}")
    print(f"{passed} passed, {failed} failed")
    return 1 if missed_must else 0


if __name__ == "__main__":
    sys.exit(main())
