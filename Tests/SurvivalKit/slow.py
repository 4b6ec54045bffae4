"""Clients that send a byte at a time or never read, beside one that only wants its answers."""

import time

from client import Client, warm_up
from promises import megabytes, percentile, promise, until
from swarm import Swarm

OF_EACH_KIND = 500
REQUESTS = 2_000
REQUESTS_FOR_EACH_CONNECTION = 100
GROWTH = 100 << 20
PATIENCE = 60


def ask_repeatedly(port, count):
    """How long each answer took, all of them right and alike."""
    durations = []
    expected = None
    while len(durations) < count:
        with Client(port, timeout=PATIENCE) as client:
            for _ in range(REQUESTS_FOR_EACH_CONNECTION):
                start = time.perf_counter()
                answer = client.ask("/v1")
                durations.append(time.perf_counter() - start)
                promise(answer.status == 200, f"the good client got {answer.status}")
                expected = expected or answer.body
                promise(answer.body == expected, "the good client got another answer than before")
    return durations


def good_client(port):
    return ask_repeatedly(port, REQUESTS)


def in_words(durations):
    median, nearly_all = percentile(durations, 0.5) * 1e3, percentile(durations, 0.99) * 1e3
    return f"{median:.2f}/{nearly_all:.2f}/{max(durations) * 1e3:.0f} ms"


def let_loose(server, swarm):
    """Both waves of slow clients; returns how the good client fared beside each, and how the slow senders ended."""
    promise(swarm.hear(PATIENCE) == "ready", "the clients that never read could not connect")
    beside_readers = good_client(server.port)
    until(lambda: server.connections() >= OF_EACH_KIND, "all clients that never read accepted", PATIENCE)
    swarm.begin_second_wave()
    promise(swarm.hear(PATIENCE) == "ready", "the slow senders could not connect")
    until(lambda: server.connections() >= 2 * OF_EACH_KIND, "the slow senders accepted", PATIENCE)
    beside_all = good_client(server.port)
    present = server.connections()
    promise(present >= 2 * OF_EACH_KIND, f"only {present:,} slow clients were there all the time")
    endings = swarm.hear(PATIENCE)
    promise(endings, f"slow senders were still there {PATIENCE} s later")
    return beside_readers, beside_all, present, endings


def run(program):
    with program.start() as server:
        warm_up(server)
        alone = good_client(server.port)
        memory, descriptors = server.resident(), server.descriptors()
        swarm = Swarm(server.port, OF_EACH_KIND, server.token("import"))
        try:
            beside_readers, beside_all, present, endings = let_loose(server, swarm)
            growth, unsent = server.most_resident() - memory, server.unsent()
        finally:
            swarm.end()
        for kind, ending in zip(("head", "body"), endings):
            promise(set(ending) == {"408"}, f"clients with a slow {kind} were ended with {dict(ending)}")
        words = (f"p50/p99/longest {in_words(alone)} alone, {in_words(beside_readers)} while {OF_EACH_KIND} asked and"
                 f" did not read, {in_words(beside_all)} beside {present:,} slow ones; memory grew by"
                 f" {megabytes(growth)}, the kernel held {megabytes(unsent)}")
        promise(growth < GROWTH, f"too much memory: {words}")
        until(lambda: server.descriptors() <= descriptors, "all descriptors given back")
    return f"{REQUESTS:,} right answers each time, {words}; slow senders got 408"
