"""Other processes write beside the server."""

import sqlite3
from contextlib import closing

import records
from api import Api
from files import must_be_sound, open_beside
from promises import promise

ROUNDS = 50


def run(program):
    database = program.database()
    records.found(program, database)
    with program.serve(database) as server, closing(open_beside(database)) as other:
        # Several connections, so that every loop's reader is asked, each with its own cached statements and pages.
        readers = [Api(server) for _ in range(8)]
        for reader in readers:
            reader.read("/v1/meetings")
        for number in range(1, 6):
            program.output("import", records.in_file(program, records.pack(number)), "--database", database)
            for reader in readers:
                promise(reader.count("meetings") == number + 1, "an import from beside is not seen")
        tag = readers[0].get("/v1/indicators/packed").fields["etag"]
        for number in range(ROUNDS):
            other.execute("UPDATE indicators SET topic = ?, version = version + 1", (f"beside-{number}",))
            for reader in readers:
                answer = reader.get("/v1/indicators/packed", if_none_match=tag)
                promise(answer.status == 200, f"{answer.status} to the tag from before a write from beside")
                promise(answer.json["topic"] == f"beside-{number}", f"a write from beside is not seen: {answer.seen}")
            tag = answer.fields["etag"]
        hits = readers[0].read("/v1/search?q=beside")["data"]
        promise(len(hits) == 1, "the search does not find a write from beside")
        rules_hold(other)
        own = Api(server, server.token("write"))
        own.write("PATCH", "/v1/indicators/packed", {"topic": "own"}, if_match=tag)
        found = other.execute("SELECT topic FROM indicators WHERE code = 'packed'").fetchone()[0]
        promise(found == "own", "a write of the server is not seen from beside")
        for reader in (*readers, own):
            reader.close()
        must_be_sound(database)
    return f"5 imports and {ROUNDS} writes from beside seen by the very next GET of each of 8 connections"


def rules_hold(other):
    """The rules are in the file, so that no other client breaks them."""
    try:
        other.execute("UPDATE figures SET value = '1' WHERE id = 1")
    except sqlite3.IntegrityError:
        return
    promise(False, "another client changed what a paper printed")
