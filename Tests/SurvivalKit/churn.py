"""Clients that come, ask once or not at all, and go."""

import socket
import struct
from concurrent.futures import ThreadPoolExecutor

from client import ADDRESSES, Client, connect, is_served, warm_up
from promises import megabytes, promise, until

ASKING = 5_000
SILENT = 2_000
THREADS = 4


def ask_and_go(port, address, count):
    """How many of so many connections got their answer."""
    served = 0
    for _ in range(count):
        with Client(port, address) as client:
            served += client.ask("/health").status == 200
    return served


def come_and_go(port, address, count):
    """Connections closed at once, every other one with a reset instead of an orderly end."""
    for number in range(count):
        connection = connect(port, address)
        if number % 2:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()


def run(program):
    with program.start() as server, ThreadPoolExecutor(THREADS) as pool:
        warm_up(server)
        descriptors, memory = server.descriptors(), server.resident()
        jobs = [pool.submit(ask_and_go, server.port, ADDRESSES[n], ASKING // THREADS) for n in range(THREADS)]
        quick = [pool.submit(come_and_go, server.port, ADDRESSES[n], SILENT // THREADS) for n in range(THREADS)]
        served = sum(job.result() for job in jobs)
        for job in quick:
            job.result()
        promise(served == ASKING, f"{served:,} of {ASKING:,} clients served")
        until(lambda: server.descriptors() == descriptors, f"back to {descriptors} descriptors")
        promise(is_served(server.port), "a new client was not served afterwards")
        growth = server.resident() - memory
    return (f"{ASKING:,} clients served once and {SILENT:,} gone at once; {descriptors} descriptors before and after;"
            f" memory grew by {megabytes(growth)}")
