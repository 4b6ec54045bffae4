"""Database files with something wrong: at the start the program says what, while it runs it answers 503."""

import os
import pwd
import random
import shutil
from contextlib import closing

import records
from api import Api, must_be_unavailable
from files import open_beside
from promises import promise
from refusal import refusal

PAGES_TRIED = 60
TARGETS = (
    "/v1/panels", "/v1/meetings?expand=agendaItems.reports", "/v1/reports?limit=500", "/v1/report-pages",
    "/v1/indicators?limit=500", "/v1/figures", "/v1/actions", "/v1/observations", "/v1/search?q=word1", "/v1/seats",
    "/v1/meetings?count=exact&sort=-startsAt", "/v1/indicators/m-10", "/ready", "/health")


def nobody():
    """How to start a program that permissions hold back: as root it must be another user."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def sample(program):
    """A sound database of some hundred pages, with everything in one file."""
    database = program.database()
    records.found(program, database)
    token = program.token(database, "write", "import")
    with program.serve(database) as server, Api(server, token) as api:
        for number in range(60):
            api.write("POST", "/v1/imports", records.pack(number, words=200), Idempotency_Key=f"{number}")
            api.write("POST", "/v1/indicators", records.indicator(number, 1_000))
            api.write("POST", "/v1/observations", records.observation("packed", number))
            api.write("POST", "/v1/actions", records.action(number))
        server.ask_to_stop()
        promise(server.exit_code(10) == 0, "the server did not end in order")
    return database, token


def copy(program, database, name):
    """The database again, in a folder of its own that anybody may enter."""
    folder = os.path.join(program.folder, name)
    os.makedirs(folder)
    os.chmod(program.folder, 0o755)
    path = os.path.join(folder, "kit.sqlite")
    shutil.copy(database, path)
    os.chmod(path, 0o666)
    os.chmod(folder, 0o777)
    return path


def overwrite(path, offset, data):
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(data)


def alter(path, statement):
    with closing(open_beside(path)) as connection:
        connection.execute(statement)


def page_size(path):
    with closing(open_beside(path, read_only=True)) as connection:
        return connection.execute("PRAGMA page_size").fetchone()[0]


def root_of(path, table):
    with closing(open_beside(path, read_only=True)) as connection:
        return connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]


# What is done to the file, and a word of the sentence that says it.
WRONG_FILES = {
    "not a database": (lambda path: overwrite(path, 0, b"Dear Sir, " * 2_000), "not a database"),
    "empty": (lambda path: os.truncate(path, 0), "scrutiny migrate"),
    "one byte": (lambda path: os.truncate(path, 1), "scrutiny migrate"),
    "half of it": (lambda path: os.truncate(path, os.path.getsize(path) // 8 * 4), "damaged"),
    "a torn page": (lambda path: os.truncate(path, 10_000), "damaged"),
    "a newer schema": (
        lambda path: alter(path, "INSERT INTO schema_migrations VALUES (999, 'later', 'x', 'now')"), "newer program"),
    "a changed migration": (
        lambda path: alter(path, "UPDATE schema_migrations SET checksum = 'x' WHERE number = 3"), "was changed"),
    "a missing migration": (
        lambda path: alter(path, "DELETE FROM schema_migrations WHERE number = 3"), "never applied"),
    "an older schema": (
        lambda path: alter(path, "DELETE FROM schema_migrations WHERE number > 1"), "scrutiny migrate"),
    "a damaged schema": (lambda path: overwrite(path, 100, b"\xaa" * 200), "damaged"),
    "a damaged list of migrations": (
        lambda path: overwrite(path, (root_of(path, "schema_migrations") - 1) * page_size(path), b"\xaa" * 4096),
        "damaged"),
}


def at_start(program):
    database, _ = sample(program)
    for name, (spoil, word) in WRONG_FILES.items():
        path = copy(program, database, name.replace(" ", "-"))
        spoil(path)
        said = refusal(program, ["serve", "--database", path, "--port", "0"], name)
        promise(word in said, f"{name}: {said}")
        said = refusal(program, ["token", "create", "--database", path, "--name", "x", "--scope", "write"], name)
        promise(word in said, f"{name}: {said}")
    places = wrong_places(program, database)
    return (f"{len(WRONG_FILES)} wrong files and {places} wrong places each told in a sentence with exit code 1,"
            " by serve and by a command")


def wrong_places(program, database):
    """Places where the database cannot be, or cannot be written. How many were tried."""
    serve = ["serve", "--port", "0", "--database"]
    refusal(program, [*serve, os.path.join(program.folder, "no", "such", "kit.sqlite")], "missing folder")
    refusal(program, [*serve, program.folder], "a folder")
    for name, file, folder in (("read-only file", 0o444, 0o777), ("read-only folder", 0o666, 0o555),
                               ("read-only file and folder", 0o444, 0o555), ("unreadable file", 0o000, 0o777)):
        path = copy(program, database, name.replace(" ", "-"))
        os.chmod(path, file)
        os.chmod(os.path.dirname(path), folder)
        refusal(program, [*serve, path], name, **nobody())
        refusal(program, ["token", "create", "--database", path, "--name", "x", "--scope", "write"], name, **nobody())
        os.chmod(os.path.dirname(path), 0o777)
    return 6


def while_running(program):
    """Pages in the middle are overwritten. Answers may lack what is lost, but each is an answer."""
    database, token = sample(program)
    pages, length = os.path.getsize(database) // page_size(database), page_size(database)
    chance = random.Random(1)
    tried = refused = unavailable = 0
    for page in chance.sample(range(2, pages), min(PAGES_TRIED, pages - 2)):
        path = copy(program, database, f"page-{page}")
        noise = chance.choice([bytes(length), b"\xaa" * length, chance.randbytes(length), chance.randbytes(40)])
        overwrite(path, page * length + chance.randrange(length - len(noise) + 1), noise)
        tried += 1
        if may_refuse(program, path):
            refused += 1
            continue
        with program.serve(path) as server, Api(server, token) as api:
            unavailable += sum(ask_everything(server, api, page))
        shutil.rmtree(os.path.dirname(path))
    return (f"{tried} of {pages} pages overwritten in turn: {refused} told at the start, {unavailable} requests of the"
            " others answered with 503, none with 500 and none not at all")


def may_refuse(program, path):
    """Whether the damage is noticed at the start."""
    check = program.run("token", "create", "--database", path, "--name", "probe", "--scope", "write")
    if check.returncode == 0:
        return False
    said = check.stderr
    promise(check.returncode == 1 and said.startswith("scrutiny: "), f"ended with {check.returncode}: {said!r}")
    return True


def ask_everything(server, api, page):
    """Whether each of the requests was answered with 503; broken when one was not answered as promised."""
    requests = [("GET", target, None, {}) for target in TARGETS]
    requests += [
        ("POST", "/v1/indicators", records.indicator("new"), {}),
        ("POST", "/v1/actions", records.action(1_000), {}),
        ("POST", "/v1/imports", records.pack(1_000), {"Idempotency_Key": "new"}),
        ("POST", "/v1/imports", records.pack(5, words=100), {"Idempotency_Key": "changed"})]
    for method, target, body, fields in requests:
        answer = api.ask(method, target, body, **fields)
        server.must_be_alive()
        if answer.status == 503:
            must_be_unavailable(answer, f"{method} {target} with page {page} overwritten")
        promise(answer.status < 500 or answer.status == 503, f"page {page}: {method} {target}: {answer.seen}")
        promise(answer.body and answer.json is not None, f"page {page}: {method} {target}: an empty answer")
        yield answer.status == 503
