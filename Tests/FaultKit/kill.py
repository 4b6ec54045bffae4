"""The server is killed while it writes, again and again, on one and the same database."""

import itertools
import random
import statistics
import threading
import time
from collections import Counter
from functools import partial

import records
from api import Api
from files import must_be_sound, search_must_agree
from promises import promise
from workload import Workload

ROUNDS = 100
# A writer is killed within this many seconds of its first write: dozens of commits, and none of them safe.
LONGEST = 0.3


def run(program, rounds=ROUNDS):
    database = program.database()
    records.found(program, database)
    token = program.token(database, "write", "import")
    numbers = itertools.count(1)
    everything, before, starts = [], None, []
    for _ in range(rounds):
        began = time.monotonic()
        with program.serve(database) as server:
            starts.append(time.monotonic() - began)
            check(server, token, before)
            before = Workload(server, token, numbers)
            before.start()
            # A random moment is the point; nothing waits for it.
            threading.Event().wait(random.uniform(0.01, LONGEST))
            server.must_be_alive()
            server.process.kill()
            before.join()
            everything.append(before)
    with program.serve(database) as server:
        check(server, token, before)
        with Api(server, token) as api:
            for workload in everything:
                workload.verify(api)
        changes = must_be_sound(database)
        server.ask_to_stop()
        promise(server.exit_code(10) == 0, "the server did not end in order after all the kills")
    search_must_agree(database)
    acknowledged = sum(workload.acknowledged for workload in everything)
    packs = [workload.packs for workload in everything]
    imports = sum(writer.acknowledged for writer in packs)
    cut_off = Counter(writer.cut_off for writer in packs)
    promise(acknowledged > rounds, f"only {acknowledged} writes in {rounds} rounds")
    feed = "no change feed yet" if changes is None else f"{changes:,} changes without a gap"
    return (f"{rounds} kills, {acknowledged:,} acknowledged writes all there, {imports} of them imports; of imports"
            f" cut off {cut_off['whole']} were there whole and {cut_off['gone']} not at all; database sound after"
            f" each, {feed}; ready again after {statistics.median(starts) * 1000:.0f} ms (median),"
            f" {max(starts) * 1000:.0f} ms (most)")


def check(server, token, workload):
    """What the last round acknowledged is there, and the file is sound while the server has it open."""
    if workload is None:
        return
    with Api(server, token) as api:
        workload.verify(api)
    must_be_sound(server.database)


def with_rounds(rounds):
    return partial(run, rounds=rounds)
