"""One client that asks for everything at once."""

import json
import random
import threading

from client import Client, get
from promises import Broken, promise

COUNT = 10_000
SEED = 20_241
LAST_COUNT = 100
LAST_TIMES = 10


def request(number):
    """A request whose answer names its number; some have a body, announced or in chunks, that says other requests."""
    target, disguise = f"/v1/meetings/{number}", get("/v1/meetings/wrong")
    if number % 4 == 1:
        return get(target, f"Content-Length: {len(disguise)}") + disguise
    if number % 4 == 2:
        chunk = f"{len(disguise):x}\r\n".encode() + disguise + b"\r\n"
        return get(target, "Transfer-Encoding: chunked") + chunk + b"0\r\n\r\n"
    return get(target)


def write_in_pieces(client, data, chance):
    """Sends the data cut anywhere."""
    start = 0
    try:
        while start < len(data):
            end = start + chance.choice((1, 7, 100, 1_500, 20_000, 100_000))
            client.send(data[start:end])
            start = end
    except OSError:
        pass  # the reader says what was missing


def run(program):
    with program.start() as server, Client(server.port) as client:
        data = b"".join(request(number) for number in range(1, COUNT + 1))
        writer = threading.Thread(target=write_in_pieces, args=(client, data, random.Random(SEED)), daemon=True)
        writer.start()
        for number in range(1, COUNT + 1):
            answer = client.must_answer()
            promise(answer.status == 404, f"answer {number:,} has status {answer.status}")
            found = json.loads(answer.body)["instance"]
            promise(found == f"/v1/meetings/{number}", f"answer {number:,} is that to {found}")
        writer.join()
        promise(not client.arrived, "more was answered than was asked")
        promise(client.ask("/health").status == 200, "the connection was of no use afterwards")
    return f"{COUNT:,} requests of one flood answered in order ({len(data) / 1e6:.1f} MB, half of them with bodies)"


def last_answers(port):
    """How many answers come when the last request asks for the end, but more requests follow it and reading is slow."""
    with Client(port, receive_buffer=4096) as client:
        client.send(get("/v1") * (LAST_COUNT - 1) + get("/v1", "Connection: close") + get("/health") * 3_000)
        count = 0
        try:
            while client.next_answer():
                count += 1
        except Broken:
            pass  # what is missing shows in the count
        return count


def all_before_the_end(program):
    with program.start() as server:
        counts = [last_answers(server.port) for _ in range(LAST_TIMES)]
        words = f"of {LAST_COUNT} answers up to the last one, {counts} arrived whole when more requests followed it"
        promise(min(counts) == max(counts) == LAST_COUNT, words)
    return f"all {LAST_COUNT} answers up to the last arrived though more requests followed it, {LAST_TIMES} times"
