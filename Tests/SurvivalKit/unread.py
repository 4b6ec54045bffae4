"""Clients that ask for much and read nothing."""

from client import is_served, warm_up
from promises import megabytes, promise, until
from swarm import unreading

COUNT = 50
GROWTH_FOR_EACH = 1 << 20
SEND_WINDOW = 2


def run(program):
    with program.start("--send-window", str(SEND_WINDOW)) as server:
        warm_up(server)
        memory, descriptors = server.resident(), server.descriptors()
        sockets = unreading(server.port, COUNT)
        try:
            until(lambda: server.connections() >= COUNT, "all accepted", 30)
            until(lambda: all_are_full(server), "all have as much as they are given", 30)
            promise(is_served(server.port), "a good client was not served")
            unsent = server.unsent() / COUNT
            growth = server.most_resident() - memory
            promise(growth < COUNT * GROWTH_FOR_EACH, f"{COUNT} unread clients cost {megabytes(growth)} of memory")
            until(lambda: server.connections() == 0, "unread clients cut off", SEND_WINDOW + 20)
        finally:
            for connection in sockets:
                connection.close()
        until(lambda: server.descriptors() == descriptors, "all descriptors given back")
    return (f"{COUNT} unread clients cost {megabytes(growth / COUNT)} each, and {megabytes(unsent)} each in the kernel;"
            f" a good client was served; they were cut off after {SEND_WINDOW} s")


def all_are_full(server):
    """Whether the server has nothing left to do for them."""
    return server.ticks_during(0.2) < 2
