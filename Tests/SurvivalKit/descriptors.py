"""More clients than the server has descriptors for."""

import resource
import select
import socket

from client import Client, get, is_served
from promises import Broken, promise, until

LIMIT = 64
COUNT = 200
# Two loops that run out of descriptors at the same moment can take each other's; it needs some floods to happen.
FLOODS = 30
LEAST_SERVED = 20
TICKS = 20


def flood(port):
    """Many connections begun at the same moment, so that they meet the loops of the server together."""
    connections = []
    for _ in range(COUNT):
        connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        connection.setblocking(False)
        connection.connect_ex(("127.0.0.1", port))
        connections.append(connection)
    return connections


def let_go(connections):
    for connection in connections:
        connection.close()


def have_an_answer(connections):
    """Asks on every connection; how many were answered, how many let go, and how many still wait."""
    served = gone = 0
    open_ones = []
    for connection in connections:
        try:
            connection.send(get("/health"))
            open_ones.append(connection)
        except OSError:
            gone += 1
    while open_ones and (heard := select.select(open_ones, [], [], 1)[0]):
        for connection in heard:
            open_ones.remove(connection)
            is_answer = received(connection).startswith(b"HTTP/1.1 200 ")
            served, gone = served + is_answer, gone + (not is_answer)
    return served, gone, len(open_ones)


def received(connection):
    try:
        return connection.recv(4096)
    except OSError:
        return b""


def serves_again(port):
    """Whether as many new clients as fit are served together."""
    clients = []
    try:
        for _ in range(10):
            clients.append(Client(port, timeout=5))
        return all(client.ask("/health").status == 200 for client in clients)
    except (Broken, OSError):
        return False
    finally:
        for client in clients:
            client.close()


def one_flood(server, before, must_measure):
    """Lets the flood come and go; returns how it fared, and the ticks used in 2 s while it only stood there.

    Unless told to, it takes the time to measure only when clients were left waiting: then the listener has something
    to tell all the time."""
    connections = flood(server.port)
    try:
        until(lambda: server.descriptors() >= LIMIT - 4, "all descriptors in use")
        served, gone, waiting = have_an_answer(connections)
        ticks = server.ticks_during(2) if waiting or must_measure else None
    finally:
        let_go(connections)
    words = f"of {COUNT} clients {served} were served, {gone} let go and {waiting} left waiting"
    promise(served >= LEAST_SERVED, words)
    promise(ticks is None or ticks < TICKS, f"{ticks} ticks in 2 s with nothing to do; {words}")
    until(lambda: server.descriptors() <= before, "descriptors given back after the flood")
    promise(serves_again(server.port), "new clients were not served after the flood")
    return words, ticks


def run(program):
    with program.start("--loops", "2") as server:
        # Taken away while it runs: at its start the server would have set its own limit below.
        resource.prlimit(server.pid, resource.RLIMIT_NOFILE, (LIMIT, LIMIT))
        promise(is_served(server.port), "nobody was served before the flood")
        before = server.descriptors()
        for number in range(FLOODS):
            words, crowd = one_flood(server, before, must_measure=number == FLOODS - 1)
            if crowd is not None:
                break
        quiet = server.ticks_during(2)
        promise(quiet < TICKS, f"{quiet} ticks in 2 s after the flood was gone")
    return (f"{words} with {LIMIT} descriptors, flood {number + 1}; {crowd} and {quiet} ticks in 2 s during and after;"
            " new clients were served")
