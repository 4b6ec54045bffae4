"""The place of the database has no room left: a file system of its own that is full, or a limit of the file's size."""

import itertools
import os
import resource
import subprocess
import tempfile
import threading
from contextlib import closing, contextmanager

import records
from api import Api, must_be_unavailable
from files import must_be_sound, open_beside, search_must_agree
from promises import promise, until
from refusal import refusal

FILE_SYSTEM = 6 << 20
ROOM = 160 << 10
READS = ("/v1/indicators", "/v1/panels/kit", "/v1/search?q=word1", "/v1/meetings?expand=agendaItems", "/health")
# Writes that are waiting when the disk is full: the next ones must not suffer more than the first.
AT_ONCE = 8


@contextmanager
def small_file_system(program):
    """A folder that takes so many bytes and no more; None where none can be mounted, as for other users than root."""
    folder = tempfile.mkdtemp(dir=program.folder)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={FILE_SYSTEM}", "tmpfs", folder]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


class Ballast:
    """Takes all but so many bytes of a file system, and gives them back."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "ballast")
        self.folder = folder

    def leave(self, room):
        state = os.statvfs(self.folder)
        with open(self.path, "ab") as file:
            file.write(bytes(max(0, state.f_bavail * state.f_frsize - room)))

    def drop(self):
        os.unlink(self.path)


class FileSize:
    """Lets no file that the server writes grow by more than so many bytes from now on, until it may again."""

    def __init__(self, server):
        self.server = server
        self.limits = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)

    def leave(self, room):
        largest = max(os.path.getsize(self.server.database + end) for end in ("", "-wal"))
        resource.prlimit(self.server.pid, resource.RLIMIT_FSIZE, (largest + room, self.limits[1]))

    def drop(self):
        resource.prlimit(self.server.pid, resource.RLIMIT_FSIZE, self.limits)


def disk(program):
    with small_file_system(program) as folder:
        if folder is None:
            return "not tried, because only root can mount a file system of its own"
        database = program.database(folder)
        records.found(program, database)
        with program.serve(database) as server:
            must_say_when_it_is_not_ready(server, Ballast(folder))
            words = endure(server, Ballast(folder))
            words += "; " + large_pack(server, Ballast(folder))
            words += "; " + mixed_batch(server, Ballast(folder))
        must_start(program, database, Ballast(folder))
    return words


def must_say_when_it_is_not_ready(server, room):
    """Whoever asks whether the server is ready learns that the disk is full, and a log line names the refused write."""
    with Api(server, server.token("write")) as api:
        promise(api.ask("GET", "/ready").status == 200, "not ready though there is room")
        room.leave(0)
        must_be_unavailable(api.ask("GET", "/ready"), "being ready without room")
        refused = api.ask("POST", "/v1/indicators", records.indicator(10_000, 2_000))
        must_be_unavailable(refused, "a write without room")
        name = f"id={refused.json['requestId']}"
        until(lambda: name in server.last_words(), f"no line of the log has {name}")
        room.drop()
        promise(api.ask("GET", "/ready").status == 200, "not ready again though there is room again")


def file_size(program):
    database = program.database()
    records.found(program, database)
    with program.serve(database) as server:
        words = endure(server, FileSize(server))
    too_small = os.path.join(program.folder, "too-small.sqlite")
    said = refusal(program, ["migrate", "--database", too_small], "a command beyond its limit", preexec_fn=limit)
    promise("no room left" in said, said)
    return words + "; a command that met its limit said so"


def limit():
    """Lets this process write no file beyond a size that the first migrations reach."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))


def endure(server, room):
    """Writes into the last of the room, then beyond it, then again when there is room."""
    with Api(server, server.token("write", "import")) as api, Api(server) as reader:
        numbers = itertools.count(1)
        made = [write(api, next(numbers)).fields["location"] for _ in range(5)]
        room.leave(ROOM)
        refusals = 0
        while refusals < 20:
            promise(len(made) < 2_000, f"2,000 writes into {ROOM} bytes")
            answer = api.ask("POST", "/v1/indicators", records.indicator(next(numbers), 2_000))
            if answer.status == 201:
                made.append(answer.fields["location"])
                continue
            must_be_unavailable(answer, "a write without room")
            refusals += 1
            must_read(reader, made)
        pack = api.ask("POST", "/v1/imports", records.pack(1, words=5_000), Idempotency_Key="no-room")
        must_be_unavailable(pack, "an import without room")
        crowd_must_be_answered(server, api.token, numbers, made)
        must_be_unavailable(
            api.ask("PATCH", made[0], {"definition": "x" * 3_900}, if_match=reader_tag(api, made[0])),
            "a change without room")
        promise(api.count("indicators") == len(made) + 1, "an indicator is there that nobody acknowledged")
        promise(api.count("imports") == 0 and api.count("panels") == 1, "an import is there in part")
        must_be_sound(server.database)
        room.drop()
        made.append(write(api, next(numbers)).fields["location"])
        api.write("POST", "/v1/imports", records.pack(1, words=5_000), Idempotency_Key="no-room")
        promise(api.count("indicators") == len(made) + 1, "not exactly the acknowledged indicators are there")
        must_read(reader, made)
        must_be_sound(server.database)
        server.must_be_alive()
    search_must_agree(server.database)
    return (f"{len(made)} writes kept, {refusals} and an import and {AT_ONCE} at once refused with 503, each read in"
            " between answered; the very next write with room was kept")


def write(api, number):
    return api.write("POST", "/v1/indicators", records.indicator(number, 2_000))


def reader_tag(api, path):
    return api.get(path).fields["etag"]


def must_read(reader, made):
    """Reads go on, on an old connection and of what was made last."""
    for target in (*READS, made[-1]):
        reader.read(target)


def crowd_must_be_answered(server, token, numbers, made):
    """Writes that the server takes together are each kept or refused with 503, whatever becomes of the others."""
    answers, guard = [], threading.Lock()

    def one(number):
        with Api(server, token) as api:
            answer = api.ask("POST", "/v1/indicators", records.indicator(number, 3_900))
        with guard:
            answers.append(answer)

    threads = [threading.Thread(target=one, args=(next(numbers),)) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    promise(len(answers) == AT_ONCE, f"{len(answers)} of {AT_ONCE} writes at once answered")
    for answer in answers:
        if answer.status == 201:
            made.append(answer.fields["location"])
        else:
            must_be_unavailable(answer, "a write among others without room")


def large_pack(server, room):
    """A pack larger than SQLite's cache writes before its end, and meets the full disk in the middle."""
    with Api(server, server.token("write", "import")) as api:
        before = api.count("panels"), api.count("indicators")
        room.leave(1 << 20)
        must_be_unavailable(post_large(api, 7), "a large import without room")
        promise(before == (api.count("panels"), api.count("indicators")), "a large import is there in part")
        must_be_sound(server.database)
        room.drop()
        until(lambda: api.ask("POST", "/v1/indicators", records.indicator("after")).status == 201,
              "a write after the large import")
    return "a pack of 7 MB refused with 503 and left nothing"


def post_large(api, number):
    return api.ask("POST", "/v1/imports", records.pack(number, panel="large", words=9_000, reports=88),
                   Idempotency_Key=f"large-{number}")


def mixed_batch(server, room):
    """Small writes and a large one that the server takes together: each is kept or refused with 503, none is lost."""
    token, answers = server.token("write", "import"), []

    def one(number):
        with Api(server, token) as api:
            if number == "large":
                answers.append(post_large(api, 8))
            else:
                answers.append(api.ask("POST", "/v1/indicators", records.indicator(f"batch-{number}")))

    with Api(server) as reader, closing(open_beside(server.database)) as other:
        before, panels = reader.count("indicators"), reader.count("panels")
        room.leave(1 << 20)
        other.execute("BEGIN IMMEDIATE")
        threads = [threading.Thread(target=one, args=(name,)) for name in (1, 2, 3, "large", 4, 5, 6)]
        for thread in threads:
            thread.start()
        # Once the server has nothing more to do, all of them wait for the lock, or have given up.
        until(lambda: server.ticks_during(0.3) == 0, "the server at rest", 20)
        other.execute("ROLLBACK")
        for thread in threads:
            thread.join()
        kept = [answer for answer in answers if answer.status == 201]
        for answer in answers:
            if answer not in kept:
                must_be_unavailable(answer, "a small write in one batch with a large one")
        promise(len(answers) == len(threads), f"{len(answers)} of {len(threads)} writes in a batch answered")
        promise(reader.count("indicators") == before + len(kept), "the batch kept something else than it said")
        promise(reader.count("panels") == panels, "a large import is there in part")
        room.drop()
        must_be_sound(server.database)
    return f"of 6 small writes in one batch with a large pack {len(kept)} kept and {6 - len(kept)} refused with 503"


def must_start(program, database, room):
    """Where there is no room at all, the server starts and reads, or says in a sentence why it does not."""
    room.leave(0)
    with program.serve(database) as server, Api(server) as api:
        must_read(api, ["/v1/indicators/1"])
    room.drop()
