"""Another process holds the write lock of the database."""

import threading
import time
from contextlib import closing

import records
from api import Api, must_be_unavailable
from files import must_be_sound, open_beside
from promises import promise, until

# The server waits five seconds for another process. A write that comes while it waits is tried once more with the
# next ones, so that none waits for more than twice that.
LONGEST = 12.0
WRITERS = 4
SHORT = 0.5


def run(program):
    database = program.database()
    records.found(program, database)
    with program.serve(database) as server, closing(open_beside(database)) as other:
        token = server.token("write", "import")
        words = []
        for kind in ("IMMEDIATE", "EXCLUSIVE"):
            other.execute(f"BEGIN {kind}")
            waits, reads = refused_while_locked(server, token)
            other.execute("ROLLBACK")
            words.append(f"{kind}: {len(waits)} writes refused with 503 after {min(waits):.1f} to {max(waits):.1f} s,"
                         f" {reads:,} reads meanwhile")
            with Api(server, token) as api:
                api.write("POST", "/v1/indicators", records.indicator(f"after-{kind.lower()}"))
        words.append(f"a lock of {SHORT} s delayed a write by {short_lock(server, token, other):.2f} s")
        words.append(commands_say_so(program, database, other))
        other.execute("BEGIN EXCLUSIVE")
        with program.serve(database) as second, Api(second) as api:
            api.read("/v1/indicators")
        other.execute("ROLLBACK")
        with Api(server) as api:
            promise(api.count("indicators") == 4, "an indicator is there that was refused")
            promise(api.count("panels") == 1, "an import is there that was refused")
        must_be_sound(database)
    return "; ".join(words) + "; a server starts beside a lock"


def refused_while_locked(server, token):
    """How long each of several writers waited for its 503, and how many reads were answered meanwhile."""
    waits, faults = [], []

    def write(number):
        try:
            with Api(server, token) as api:
                began = time.monotonic()
                answer = attempt(api, number)
                must_be_unavailable(answer, "a write beside a lock")
                waits.append(time.monotonic() - began)
        except Exception as error:  # pylint: disable=broad-except
            faults.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    reads, slowest = 0, 0.0
    with Api(server) as reader:
        while any(thread.is_alive() for thread in threads):
            began = time.monotonic()
            reader.read("/v1/indicators")
            reads, slowest = reads + 1, max(slowest, time.monotonic() - began)
    if faults:
        raise faults[0]
    promise(max(waits) < LONGEST, f"a write waited for {max(waits):.1f} s")
    promise(slowest < 1.0, f"a read took {slowest:.1f} s beside a lock")
    return waits, reads


def attempt(api, number):
    """A write of one of the kinds there are."""
    if number == 0:
        return api.ask("POST", "/v1/imports", records.pack(5), Idempotency_Key="locked")
    if number == 1:
        tag = api.get("/v1/indicators/packed").fields["etag"]
        return api.ask("PATCH", "/v1/indicators/packed", {"topic": "T"}, if_match=tag)
    return api.ask("POST", "/v1/indicators", records.indicator(f"locked-{number}"))


def short_lock(server, token, other):
    """A lock that ends before the server's patience only delays. Returns by how much."""
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    results = []

    def write():
        with Api(server, token) as api:
            results.append(api.ask("POST", "/v1/indicators", records.indicator("short-lock")).status)

    thread = threading.Thread(target=write)
    thread.start()
    until(lambda: time.monotonic() - began > SHORT, "the time of a short lock")
    promise(not results, f"a write was answered with {results} beside a lock")
    other.execute("ROLLBACK")
    thread.join()
    promise(results == [201], f"a short lock led to {results}")
    return time.monotonic() - began


def commands_say_so(program, database, other):
    """Commands that write wait as well, and then say why they give up."""
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    run_of = program.run("token", "create", "--database", database, "--name", "locked", "--scope", "write")
    took = time.monotonic() - began
    other.execute("ROLLBACK")
    promise(run_of.returncode == 1 and "locked by another process" in run_of.stderr, f"{run_of}")
    promise(took < LONGEST, f"a command waited for {took:.1f} s")
    return f"a command gave up with a sentence after {took:.1f} s"
