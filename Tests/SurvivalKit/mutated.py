"""Clients that send broken requests."""

import multiprocessing
import re
import socket
import time
from collections import Counter

from client import ADDRESSES, connect, is_served, warm_up
from mutations import mutant, seeds
from promises import megabytes, promise, until

COUNT = 20_000
WORKERS = 8
# One in so many clients does not say that it is done and waits to be told that it is too slow.
STAYING = 250
DEADLINE = 10
PATIENT_DEADLINE = 25
# A process gives up after so many seconds or so many requests that hung.
TIME = 60
ENOUGH = 3
GROWTH = 4 << 20
STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) [^\r\n]*\r\ndate: ")


def send(connection, pieces):
    """Sends what the server takes; it may refuse before it has read everything."""
    try:
        for piece in pieces:
            connection.sendall(piece)
    except OSError:
        pass


def end_of(connection, seconds):
    """What arrived until the server ended the connection, or None when it did not in time."""
    arrived = b""
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        part = next_part(connection, left)
        if part is None:
            return None
        if not part:
            return arrived
        arrived += part
    return None


def next_part(connection, seconds):
    """What arrives next, nothing at the end, or None when neither came in time."""
    connection.settimeout(seconds)
    try:
        return connection.recv(65536)
    except TimeoutError:
        return None
    except OSError:
        return b""


class Tally:
    """How often each status came, and the numbers of requests that hung."""

    def __init__(self):
        self.statuses = Counter()
        self.hung = []

    def count(self, arrived, number):
        if arrived is None:
            self.hung.append(number)
            return
        self.statuses.update(status.decode() for status in STATUS.findall(arrived))
        if not arrived:
            self.statuses["closed"] += 1
        elif not arrived.startswith(b"HTTP/1.1 "):
            self.statuses["nonsense"] += 1

    def add(self, other):
        self.statuses += other.statuses
        self.hung += other.hung

    def judge(self):
        names = f"{self.hung[:5]} of mutations.py"
        promise(not self.hung, f"{len(self.hung)} requests had neither an answer nor an end, such as {names}")
        for status in ("nonsense", "500"):
            promise(not self.statuses[status], f"{self.statuses[status]} connections brought {status}")

    def __str__(self):
        return ", ".join(f"{count:,} {status}" for status, count in sorted(self.statuses.items()))


def attack(port, address, token, numbers, results):
    """Sends the numbered requests, each on a connection of its own."""
    sound = seeds(token)
    tally, staying = Tally(), []
    end = time.monotonic() + TIME
    for number in numbers:
        if time.monotonic() > end or len(tally.hung) >= ENOUGH:
            tally.hung.append(number)
            break
        connection = connect(port, address)
        send(connection, mutant(number, sound))
        if number % STAYING == 0:
            staying.append((number, connection))
            continue
        half_close(connection)
        tally.count(end_of(connection, DEADLINE), number)
        connection.close()
    for number, connection in staying:
        tally.count(next_part(connection, PATIENT_DEADLINE), number)
        connection.close()
    results.put(tally)


def half_close(connection):
    """Says that nothing more will be sent; the server may have ended the connection already."""
    try:
        connection.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def attack_from_all_sides(port, token, numbers):
    """The same from several processes, each with an address of its own."""
    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    workers = [
        context.Process(target=attack, args=(port, ADDRESSES[n], token, numbers[n::WORKERS], results), daemon=True)
        for n in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    promise(all(worker.exitcode == 0 for worker in workers), "clients could not connect any more")
    tally = Tally()
    for _ in workers:
        tally.add(results.get())
    return tally


def run(program):
    with program.start() as server:
        token = server.token("write", "import")
        warm_up(server)
        descriptors = server.descriptors()
        total, memory = Tally(), []
        for half in (range(COUNT // 2), range(COUNT // 2, COUNT)):
            try:
                tally = attack_from_all_sides(server.port, token, half)
            finally:
                server.must_be_alive()
            tally.judge()
            until(lambda: server.descriptors() == descriptors, "all descriptors given back")
            memory.append(server.resident())
            total.add(tally)
        growth = memory[1] - memory[0]
        promise(growth < GROWTH, f"memory grew by {megabytes(growth)} from the first half to the second")
        promise(is_served(server.port), "a good client was not served afterwards")
    return f"{COUNT:,} broken requests all ended ({total}); the second half cost {megabytes(growth)} of memory"
