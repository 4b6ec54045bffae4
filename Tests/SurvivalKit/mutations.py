"""Requests with something wrong in them, the same ones on every run: each number always makes the same request."""

import random

SEED = 1_848
PANEL = b'{"name":"Health","slug":"health","kind":"other","council":"Mutton","activeFrom":"2024-05-01"}'
PACK = (
    b'{"format":"scrutiny-pack-1","source":{"system":"survival","ref":"1","title":"A pack"},'
    b'"council":{"name":"Mutton"},"panel":{"slug":"roads","name":"Roads","kind":"scrutiny_panel"},'
    b'"people":[{"name":"Ms A B"}],'
    b'"meeting":{"startsAt":"2018-09-14T14:00:00+01:00","venue":"Hall","kind":"ordinary","mode":"in_person"},'
    b'"agendaItems":[{"printedNumber":"1","position":1,"title":"Welcome"}]}')


def seeds(token):
    """Sound requests of all kinds of framing."""
    return reading() + writing(f"Host: a\r\nAuthorization: Bearer {token}\r\n".encode())


def reading():
    return [
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /v1 HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\nUser-Agent: survival/1 (kit)\r\n\r\n",
        b"HEAD /v1/panels HTTP/1.1\r\nHost: a:80\r\nConnection: close\r\n\r\n",
        b"GET /v1/meetings?limit=5&sort=-startsAt&expand=agendaItems HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /v1/search?q=annual+report%20%C3%A9 HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\", W/\"y\"\r\n\r\n",
        b"GET http://a/health?x=%2F HTTP/1.1\r\nHost: a\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        b"GET /health HTTP/1.0\r\n\r\n",
        b"GET /v1/panels/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        b"GET /v1/panels HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nA: b\r\n\r\n",
        b"\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /ready HTTP/1.1\r\nHost: a\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ]


def writing(fields):
    json = fields + b"Content-Type: application/json\r\n"
    panel = b"POST /v1/panels HTTP/1.1\r\n" + json
    patch = b"PATCH /v1/panels/1 HTTP/1.1\r\nContent-Type: application/merge-patch+json\r\n" + fields
    load = b" HTTP/1.1\r\nIdempotency-Key: k1\r\n" + json
    return [
        panel + with_length(PANEL),
        panel + b"Transfer-Encoding: chunked\r\n\r\n" + chunks(PANEL, 16) + b"0\r\n\r\n",
        panel + b"Transfer-Encoding: chunked\r\nTrailer: X\r\n\r\n" + chunks(PANEL, 1) + b"0\r\nX: 1\r\n\r\n",
        panel + b"Expect: 100-continue\r\n" + with_length(b"{}"),
        patch + with_length(b'{"name":"Other"}'),
        patch + b"If-Match: *\r\n" + with_length(b'{"name":null}'),
        b"POST /v1/meetings/1/transitions HTTP/1.1\r\n" + json + with_length(b'{"to":"published"}'),
        b"POST /v1/imports?dryRun=true" + load + with_length(PACK),
        b"POST /v1/imports" + load + b"Transfer-Encoding: chunked\r\n\r\n" + chunks(PACK, 100) + b"0\r\n\r\n",
    ]


def with_length(body):
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def chunks(data, size):
    pieces = (data[start:start + size] for start in range(0, len(data), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


SPICE = [
    b"\r\n", b"\n", b"\r", b"\0", b" ", b"\t", b":", b"%", b"%00", b"%2e%2e", b"\xff", b"\xc3\xa9", b"chunked", b",",
    b"Content-Length: 3\r\n", b"Content-Length: 99999999999999999999\r\n", b"Content-Length: -1\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip, chunked\r\n", b"Host: b\r\n",
    b"Connection: close\r\n", b"Expect: 100-continue\r\n", b"0\r\n\r\n", b"ffffffffffffffff\r\n", b"HTTP/1.1",
    b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"X: " + b"y" * 17_000 + b"\r\n", b"/" * 5_000, b"A: b\r\n" * 70,
    b"{\"a\":" * 300, b"\\ud800", b"1e999999",
]


def flip(data, chance, _):
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1:]


def delete(data, chance, _):
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 1, 2, 5, 20)):]


def insert(data, chance, _):
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(SPICE) + data[place:]


def duplicate(data, chance, _):
    start = chance.randrange(len(data))
    end = start + chance.choice((1, 2, 10, 40, 400))
    return data[:end] + data[start:]


def truncate(data, chance, _):
    return data[:chance.randrange(1, len(data) + 1)]


def splice(data, chance, sound):
    other = chance.choice(sound)
    return data[:chance.randrange(len(data) + 1)] + other[chance.randrange(len(other)):]


KINDS = (flip, delete, insert, duplicate, truncate, splice)


def mutant(number, sound):
    """The numbered request, cut into the pieces it is sent in."""
    chance = random.Random(SEED * 1_000_003 + number)
    data = chance.choice(sound)
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        data = chance.choice(KINDS)(data, chance, sound) or b"G"
    cuts = sorted(chance.randrange(len(data)) for _ in range(chance.choice((0, 0, 1, 2, 4))))
    edges = [0, *cuts, len(data)]
    return [data[start:end] for start, end in zip(edges, edges[1:]) if start < end]
