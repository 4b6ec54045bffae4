"""Raw HTTP/1.1 clients over loopback, from chosen addresses, with answers framed as a client frames them."""

import socket
from dataclasses import dataclass

from promises import Broken, until

# Clients are spread over these, so that the limit of connections for one address is not in the way.
ADDRESSES = [f"127.0.0.{number}" for number in range(2, 10)]
BIND_ADDRESS_NO_PORT = 24


@dataclass
class Answer:
    status: int
    fields: dict
    body: bytes

    @property
    def says_close(self):
        return self.fields.get("connection", "").lower() == "close"


def connect(port, address=None, receive_buffer=None, timeout=20.0):
    """A connected socket; the receive buffer is set before the window is agreed on."""
    connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        connection.settimeout(timeout)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if receive_buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        if address:
            connection.setsockopt(socket.IPPROTO_IP, BIND_ADDRESS_NO_PORT, 1)
            connection.bind((address, 0))
        connection.connect(("127.0.0.1", port))
    except OSError:
        connection.close()
        raise
    return connection


def get(target, *fields):
    """The bytes of a GET request."""
    return "\r\n".join([f"GET {target} HTTP/1.1", "Host: survival", *fields, "", ""]).encode()


class Client:
    """One connection and what has arrived on it."""

    def __init__(self, port, address=None, receive_buffer=None, timeout=20.0):
        self.socket = connect(port, address, receive_buffer, timeout)
        self.arrived = bytearray()
        self.was_reset = False

    def send(self, data):
        self.socket.sendall(data)

    def ask(self, target):
        """Asks for the target and returns the answer; broken when there is none."""
        self.send(get(target))
        return self.must_answer()

    def must_answer(self):
        answer = self.next_answer()
        if answer is None:
            raise Broken("the connection ended instead of an answer")
        return answer

    def next_answer(self):
        """The next answer, or None when the connection ends before one begins; broken when it ends within one."""
        while (end := self.arrived.find(b"\r\n\r\n")) < 0:
            if not self._receive():
                if self.arrived:
                    raise Broken(f"the connection ended within a head: {bytes(self.arrived[:60])!r}")
                return None
        status, fields = parse_head(bytes(self.arrived[:end]))
        length = 0 if status < 200 or status in (204, 304) else int(fields["content-length"])
        whole = end + 4 + length
        while len(self.arrived) < whole:
            if not self._receive():
                raise Broken(f"the connection ended within a body, {whole - len(self.arrived)} bytes early")
        body = bytes(self.arrived[end + 4:whole])
        del self.arrived[:whole]
        return Answer(status, fields, body)

    def _receive(self):
        """Takes what there is; false at the end. A client that hears nothing for its time is an error."""
        try:
            part = self.socket.recv(262144)
        except TimeoutError:
            raise Broken(f"neither an answer nor an end within {self.socket.gettimeout():g} s") from None
        except ConnectionError:
            self.was_reset = True
            return False
        self.arrived += part
        return bool(part)

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()


def parse_head(head):
    """Status and fields of an answer."""
    lines = head.decode("latin-1").split("\r\n")
    version, _, rest = lines[0].partition(" ")
    if version != "HTTP/1.1":
        raise Broken(f"no answer but {head[:60]!r}")
    pairs = (line.partition(":") for line in lines[1:])
    return int(rest.split(" ")[0]), {name.lower(): value.strip() for name, _, value in pairs}


def is_served(port, address=None):
    """Whether a new client gets what it asks for."""
    with Client(port, address) as client:
        answer = client.ask("/health")
        return answer.status == 200 and answer.body == b'{"status":"alive"}'


def warm_up(server, count=40):
    """Has every loop of the server answer, so that what it makes only once is made before something is measured."""
    clients = [Client(server.port) for _ in range(count)]
    for target in ("/health", "/v1", "/v1/meetings/1"):
        for client in clients:
            client.ask(target)
    for client in clients:
        client.close()
    until(lambda: server.connections() == 0, "the first clients forgotten")
