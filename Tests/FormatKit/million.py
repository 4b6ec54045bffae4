"""A million records as CSV: the memory of the server stays flat, other clients are served meanwhile."""

import csv
import gzip
import http.client
import io
import os
import sqlite3
import threading
import time

from promises import megabytes, percentile, promise
from reading import fetch

COUNT = 1_000_000
# What the program may hold more than before: buffers of its connections, and pages of the database.
ROOM = 48 << 20


def fill(database, count):
    """Puts people straight into the database, under names that need every care of CSV."""
    connection = sqlite3.connect(database)
    # The log of changes is not under test here and would take most of the time.
    connection.execute("DROP TRIGGER people_change_insert")
    connection.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO people (name, sort_name, is_executive_member, created_at, updated_at, origin)
        SELECT 'Größe "£' || i || '", café', '=' || i, 0, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'officer'
        FROM n
        """, (count,))
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def download(server, coding=None):
    """Reads the export as fast as it comes; the number of its bytes and a reader of its rows."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    connection.request("GET", "/v1/people.csv", headers={"Accept-Encoding": coding} if coding else {})
    answer = connection.getresponse()
    promise(answer.status == 200, f"{answer.status}")
    promise(answer.headers["Content-Encoding"] == coding, f"encoded as {answer.headers['Content-Encoding']}")
    stream = gzip.GzipFile(fileobj=answer) if coding else answer
    rows = csv.reader(io.TextIOWrapper(stream, "utf-8", newline=""), strict=True)
    return connection, rows


def check(server, coding=None):
    connection, rows = download(server, coding)
    header = next(rows)
    promise(header[:3] == ["id", "name", "sortName"], f"columns {header}")
    expected = 0
    for row in rows:
        expected += 1
        if row[0] != str(expected) or row[1] != f'Größe "£{expected}", café' or row[2] != f"'={expected}":
            promise(False, f"row {expected} is {row}")
    connection.close()
    promise(expected == COUNT, f"{expected} rows")


def run(program):
    database = program.database()
    fill(database, COUNT)
    with program.serve(database) as server:
        fetch(server, "/v1/people?limit=500")
        before = server.anonymous()
        most, waits, done = [before], [], threading.Event()

        def others():
            while not done.is_set():
                start = time.monotonic()
                status, _, _ = fetch(server, "/v1/people/77")
                waits.append(time.monotonic() - start)
                most[0] = max(most[0], server.anonymous())
                promise(status == 200, f"another client got {status}")
                time.sleep(0.02)

        beside = threading.Thread(target=others)
        beside.start()
        start = time.monotonic()
        check(server)
        took = time.monotonic() - start
        check(server, "gzip")
        done.set()
        beside.join()
        grown = most[0] - before
        promise(grown < ROOM, f"the server grew by {megabytes(grown)}")
        return (f"{COUNT} rows in {took:.1f} s, memory grew by at most {megabytes(grown)}; another client waited "
                f"{percentile(waits, 0.5) * 1000:.1f} ms, 99 % at most {percentile(waits, 0.99) * 1000:.1f} ms")


def slow_reader(program):
    """A client that stands still in the middle of an export holds nothing back."""
    database = program.database()
    fill(database, 100_000)
    with program.serve(database, "--send-window", "60") as server:
        token = server.token("write")
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        connection.connect()
        connection.request("GET", "/v1/people.csv")
        answer = connection.getresponse()
        promise(answer.status == 200 and answer.chunked, f"not streamed: {answer.status}")
        body = answer.read(1024)
        before = server.anonymous()
        for number in range(1_200):
            status, _, refusal = fetch(server, "/v1/panels", "POST", {
                "slug": f"p{number}", "name": f"P{number} " + "x" * 180, "kind": "other", "council": "C"}, token)
            promise(status == 201, f"{status} {refusal!r}")
        log = os.path.getsize(database + "-wal")
        # SQLite folds the log back after about 4 MB as long as nobody reads an old state.
        promise(log < 16 << 20, f"the log grew to {megabytes(log)} behind a client that stood still")
        promise(server.anonymous() - before < ROOM, "the server grew behind a client that stood still")
        body += answer.read()
        rows = list(csv.reader(io.StringIO(body.decode(), newline=""), strict=True))
        promise([row[0] for row in rows[1:]] == [str(i + 1) for i in range(100_000)], "records are missing or double")
        return f"1,200 writes behind a client that stands still: a log of {megabytes(log)}"
