"""Thousands of clients that were served and stay."""

import resource

from client import ADDRESSES, Client, is_served, warm_up
from promises import Broken, promise, until

COUNT = 5_000
BYTES_FOR_EACH = 10_000


def raise_own_limit(count):
    """Lets this process hold so many descriptors."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < count:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))
        except (ValueError, OSError):
            raise Broken(f"not tried: this process may hold {hard} descriptors and needs {count}") from None


def run(program):
    raise_own_limit(COUNT + 200)
    with program.start() as server:
        warm_up(server)
        memory, descriptors = server.resident(), server.descriptors()
        clients = []
        try:
            for number in range(COUNT):
                client = Client(server.port, ADDRESSES[number % len(ADDRESSES)])
                clients.append(client)
                promise(client.ask("/health").status == 200, f"client {number} was not served")
            held = server.connections()
            promise(held == COUNT, f"the server holds {held:,} of {COUNT:,} connections")
            for_each = (server.resident() - memory) / COUNT
            promise(for_each < BYTES_FOR_EACH, f"{for_each:,.0f} bytes of memory for each idle connection")
            ticks = server.ticks_during(2)
            promise(ticks < 5, f"{ticks} ticks of processor time in 2 s without a request")
            promise(is_served(server.port), "a new client was not served")
            promise(all(client.ask("/health").status == 200 for client in clients[::50]), "an idle one was forgotten")
        finally:
            for client in clients:
                client.close()
        until(lambda: server.descriptors() == descriptors, "all descriptors given back")
    return (f"{COUNT:,} idle connections cost {for_each:,.0f} bytes each and {ticks} ticks in 2 s;"
            " a new client was served")
