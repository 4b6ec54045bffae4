"""A server that was killed leaves its write-ahead log and the log's index behind."""

import itertools
import os

import records
from api import Api
from files import must_be_sound, size
from promises import promise
from workload import Workload

WRITES = 300


def run(program):
    words = []
    for lost in ((), ("-shm",), ("-shm", "empty")):
        database = program.database()
        records.found(program, database)
        token = program.token(database, "write", "import")
        with program.serve(database) as server:
            workload = Workload(server, token, itertools.count(1))
            workload.start()
            while workload.acknowledged < WRITES:
                server.must_be_alive()
                workload.writers[0].join(0.005)
            server.process.kill()
            workload.join()
        promise(size(database + "-wal") > 0, "no log was left")
        promise(os.path.exists(database + "-shm"), "no index was left")
        if lost:
            os.unlink(database + "-shm")
        if "empty" in lost:
            open(database + "-shm", "wb").close()
        left = size(database + "-wal")
        with program.serve(database) as server, Api(server, token) as api:
            workload.verify(api)
            must_be_sound(database)
            server.ask_to_stop()
            promise(server.exit_code(10) == 0, "the server did not end in order")
        promise(size(database + "-wal") == 0, "an orderly end leaves a log")
        name = {0: "kept", 1: "deleted", 2: "emptied"}[len(lost)]
        words.append(f"index {name}: {workload.acknowledged} writes read from {left:,} bytes of log")
    return "; ".join(words)
