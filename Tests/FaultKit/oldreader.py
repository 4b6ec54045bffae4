"""A reader that holds an old state keeps the log from being emptied, and must not keep anybody from writing."""

import itertools
import threading
import time
from contextlib import closing

import records
from api import Api
from files import must_be_sound, open_beside, size
from promises import megabytes, promise

WRITES = 5_000
WRITERS = 8
# SQLite folds the log into the file at every 1,000 pages, about 4 MiB; a group of commits may go beyond. What is
# larger is cut back to this.
BOUND = 16 << 20


class Log:
    """The size of the write-ahead log, watched while writes happen."""

    def __init__(self, database):
        self.path = database + "-wal"
        self.most = 0

    def watch(self):
        now = size(self.path)
        self.most = max(self.most, now)
        return now


def run(program):
    database = program.database()
    records.found(program, database)
    numbers = itertools.count(1)
    with program.serve(database) as server, closing(open_beside(database, read_only=True)) as old:
        token = server.token("write")
        alone, alone_took = write_many(server, token, numbers)
        promise(alone.most < BOUND, f"without any reader the log grew to {megabytes(alone.most)}")
        busy, busy_took = write_beside_readers(server, token, numbers)
        promise(busy.most < BOUND, f"beside short reads the log grew to {megabytes(busy.most)}")
        old.execute("BEGIN")
        before = old.execute("SELECT count(*) FROM indicators").fetchone()[0]
        held, held_took = write_many(server, token, numbers)
        promise(old.execute("SELECT count(*) FROM indicators").fetchone()[0] == before, "the old state was not kept")
        old.execute("COMMIT")
        with Api(server, token) as api:
            shrinks_after(api, held, numbers)
            promise(api.count("indicators") == next(numbers), "not exactly the acknowledged indicators are there")
        left = held.watch()
        must_be_sound(database)
        stop = stop_beside(server, old)
    return (f"{WRITES:,} writes: log at most {megabytes(alone.most)} in {alone_took:.1f} s alone,"
            f" {megabytes(busy.most)} in {busy_took:.1f} s beside short reads, {megabytes(held.most)} in"
            f" {held_took:.1f} s beside an old reader; {megabytes(left)} after that reader had ended; a stop beside an"
            f" old reader took {stop:.1f} s")


def stop_beside(server, old):
    """A server that is told to stop does not wait for somebody else's reader. The seconds it took."""
    old.execute("BEGIN")
    old.execute("SELECT count(*) FROM indicators").fetchone()
    with Api(server, server.token("write")) as api:
        api.write("POST", "/v1/indicators", records.indicator("last"))
    began = time.monotonic()
    server.ask_to_stop()
    code = server.exit_code(20)
    promise(code == 0, f"told to stop beside an old reader, the server ended with {code}: {server.last_words()}")
    took = time.monotonic() - began
    promise(took < 3, f"told to stop beside an old reader, the server took {took:.1f} s")
    old.execute("COMMIT")
    return took


def write_many(server, token, numbers, count=WRITES):
    """So many writes over several connections. The watched log and the seconds it took."""
    log, faults = Log(server.database), []
    share = threading.Semaphore(count)

    def work():
        try:
            with Api(server, token) as api:
                while share.acquire(blocking=False):
                    api.write("POST", "/v1/indicators", records.indicator(next(numbers)))
        except Exception as error:  # pylint: disable=broad-except
            faults.append(error)

    threads = [threading.Thread(target=work) for _ in range(WRITERS)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            log.watch()
            thread.join(0.02)
    if faults:
        raise faults[0]
    return log, time.monotonic() - began


def write_beside_readers(server, token, numbers):
    """The same while clients read without pause, so that at any moment some read is under way."""
    done = threading.Event()

    def read():
        with Api(server) as api:
            while not done.is_set():
                api.read("/v1/indicators?limit=200")

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        return write_many(server, token, numbers)
    finally:
        done.set()
        for reader in readers:
            reader.join()


def shrinks_after(api, log, numbers):
    """Once the old reader has ended, a few thousand pages later the log is small again."""
    for _ in range(500):
        api.write("POST", "/v1/indicators", records.indicator(next(numbers)))
        if log.watch() <= BOUND:
            return
    promise(False, f"the log still has {megabytes(log.watch())} though nobody reads")
