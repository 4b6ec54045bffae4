"""Slow clients in a process of their own, so that they do not slow the good client by sharing its interpreter."""

import multiprocessing
import time
from collections import Counter

from client import ADDRESSES, connect, get

BODY_LENGTH = 1_000_000
# More answers than the kernel and the server together take in for one client.
REQUESTS = 3_000
ROUND = 0.2


class SlowClient:
    """Sends a byte a round, without ever coming to the end, until the server ends the connection."""

    def __init__(self, port, address, beginning, filler):
        self.socket = connect(port, address)
        self.socket.setblocking(False)
        self.ending = None
        self.filler = filler
        self.arrived = b""
        self.socket.send(beginning)

    def take_a_turn(self):
        if self.ending:
            return
        try:
            part = self.socket.recv(4096)
            self.arrived += part
            if not part:
                self.ending = self.arrived[9:12].decode() or "closed"
        except BlockingIOError:
            self._send_a_byte()
        except ConnectionError:
            self.ending = self.arrived[9:12].decode() or "reset"

    def _send_a_byte(self):
        if self.arrived:
            return
        try:
            self.socket.send(self.filler)
        except (BlockingIOError, ConnectionError):
            pass


def slow_heads(port, count):
    return [SlowClient(port, ADDRESSES[n % len(ADDRESSES)], b"G", b"E") for n in range(count)]


def slow_bodies(port, count, token):
    head = "\r\n".join([
        "POST /v1/imports HTTP/1.1", "Host: survival", f"Authorization: Bearer {token}",
        "Content-Type: application/json", f"Content-Length: {BODY_LENGTH}", "", "{"]).encode()
    return [SlowClient(port, ADDRESSES[n % len(ADDRESSES)], head, b" ") for n in range(count)]


def unreading(port, count, request_count=REQUESTS):
    """Sockets that have asked for many answers and never read one."""
    flood = get("/v1") * request_count
    sockets = []
    for number in range(count):
        connection = connect(port, ADDRESSES[number % len(ADDRESSES)], receive_buffer=4096)
        connection.setblocking(False)
        try:
            connection.send(flood)
        except BlockingIOError:
            pass
        sockets.append(connection)
    return sockets


class Swarm:
    """So many clients of each kind, let loose in two waves: those that never read, then those that send slowly."""

    def __init__(self, port, count, token):
        context = multiprocessing.get_context("fork")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=work, args=(other, port, count, token), daemon=True)
        self.process.start()

    def begin_second_wave(self):
        self.pipe.send("begin")

    def hear(self, seconds):
        """What the swarm says next, or None."""
        return self.pipe.recv() if self.pipe.poll(seconds) else None

    def end(self):
        self.process.kill()
        self.process.join()


def work(pipe, port, count, token):
    """Says "ready" after each wave, then how the slow senders were ended, once all of them were."""
    readers = unreading(port, count, REQUESTS)
    pipe.send("ready")
    pipe.recv()
    heads, bodies = slow_heads(port, count), slow_bodies(port, count, token)
    pipe.send("ready")
    while not all(client.ending for client in heads + bodies):
        start = time.monotonic()
        for client in heads + bodies:
            client.take_a_turn()
        time.sleep(max(0.0, start + ROUND - time.monotonic()))
    pipe.send([Counter(client.ending for client in kind) for kind in (heads, bodies)])
    pipe.poll(None)  # hold the readers until this process is ended
    del readers
