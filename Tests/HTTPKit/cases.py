"""The cases, grouped by section of RFC 9110 (semantics) and RFC 9112 (HTTP/1.1)."""

from dataclasses import dataclass, field

# Refusals that say that a request was not understood; anything else means that it was.
NOT_UNDERSTOOD = {400, 408, 411, 413, 414, 417, 431, 501, 505}


@dataclass
class Case:
    section: str
    name: str
    pieces: list
    judge: object
    level: str = "MUST"
    methods: list = field(default_factory=lambda: ["GET"])
    half_close: bool = False
    silence: float = 0.4


def taken(count=1):
    """Understood, and answered so many times."""
    def judge(result):
        answers = [answer for answer in result.answers if answer.status >= 200]
        if len(answers) != count:
            return f"{len(answers)} answers instead of {count}"
        wrong = [answer.status for answer in answers if answer.status in NOT_UNDERSTOOD]
        return f"refused with {wrong[0]}" if wrong else None
    return judge


def refused(*statuses):
    """Refused with one of the statuses, and the connection closed with nothing more on it."""
    def judge(result):
        if not result.answers:
            return "closed without an answer" if result.closed else "no answer, connection open"
        last = result.answers[-1]
        if last.status not in statuses:
            return f"answered with {last.status}"
        if len(result.answers) > 1:
            return "answered more than once"
        return None if result.closed else "connection left open"
    judge.is_refusal = True
    return judge


def statuses(*expected):
    """These answers, in this order."""
    def judge(result):
        found = [answer.status for answer in result.answers]
        return None if found == list(expected) else f"answered with {found[:12]}"
    return judge


def not_processed(result):
    """A request that never came to its end is not answered as if it had."""
    wrong = [answer.status for answer in result.answers if answer.status not in (100, 400, 408)]
    return f"answered with {wrong[0]}" if wrong else None


def status(*statuses):
    def judge(result):
        if not result.answers:
            return "no answer"
        found = result.answers[0].status
        return None if found in statuses else f"answered with {found}"
    return judge


def both(*judges):
    def judge(result):
        return next((reason for reason in (one(result) for one in judges) if reason), None)
    return judge


def closed(result):
    return None if result.closed else "connection left open"


def kept_open(result):
    return "connection closed" if result.closed else None


def has_field(name, test=lambda value: True):
    def judge(result):
        value = result.answers[0].field(name) if result.answers else None
        if value is None:
            return f"no {name}"
        return None if test(value) else f"{name} is {value}"
    return judge


def request_line(path):
    def case(name, line, judge, level="MUST", section="9112 3"):
        return Case(section, name, [line + b"\r\nHost: a\r\n\r\n"], judge, level)

    p = path.encode()
    yield case("a plain request line", b"GET " + p + b" HTTP/1.1", taken())
    for name, line in [
        ("two spaces before the target", b"GET  " + p + b" HTTP/1.1"),
        ("two spaces before the version", b"GET " + p + b"  HTTP/1.1"),
        ("a tab for a space", b"GET\t" + p + b" HTTP/1.1"),
        ("a space behind the version", b"GET " + p + b" HTTP/1.1 "),
        ("a space before the method", b" GET " + p + b" HTTP/1.1"),
        ("no version", b"GET " + p),
        ("a third word", b"GET " + p + b" x HTTP/1.1"),
        ("a method that is no token", b"G(T " + p + b" HTTP/1.1"),
        ("a version in small letters", b"GET " + p + b" http/1.1"),
        ("a version with two digits", b"GET " + p + b" HTTP/1.10"),
        ("a version with a letter", b"GET " + p + b" HTTP/1.x"),
        ("a version without a point", b"GET " + p + b" HTTP/11"),
        ("another protocol", b"GET " + p + b" HTCPCP/1.1"),
        ("a control character in the target", b"GET " + p + b"\x01 HTTP/1.1"),
        ("a carriage return in the target", b"GET " + p + b"\r HTTP/1.1"),
        ("a NUL in the target", b"GET " + p + b"\x00 HTTP/1.1"),
        ("a NUL in the method", b"G\x00ET " + p + b" HTTP/1.1"),
        ("a target without a slash", b"GET x HTTP/1.1"),
        ("an asterisk for GET", b"GET * HTTP/1.1"),
    ]:
        # A server may divide the line at any white space (RFC 9112, section 3), which others then read differently.
        level = "SHOULD" if "space" in name and "before the method" not in name else "MUST"
        yield case(name, line, refused(400, 505), level)
    yield case("a method in small letters is another method", b"get " + p + b" HTTP/1.1", status(400, 405, 501), section="9110 9.1")
    yield case("an unknown method", b"BREW " + p + b" HTTP/1.1", status(405, 501), "SHOULD", "9110 9.1")
    yield case("a fragment in the target", b"GET " + p + b"#x HTTP/1.1", refused(400), "SHOULD")
    yield case("HTTP/1.2 is served as 1.1", b"GET " + p + b" HTTP/1.2", taken(), section="9110 2.5", level="SHOULD")
    yield case("HTTP/2.0", b"GET " + p + b" HTTP/2.0", refused(505, 400), "SHOULD", "9110 15.6.6")
    yield case("HTTP/0.9 with a version", b"GET " + p + b" HTTP/0.9", refused(505, 400), "SHOULD", "9110 15.6.6")
    yield Case("9113 3.4", "the preface of HTTP/2", [b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"], refused(400, 505), "SHOULD")
    yield case("the absolute form", b"GET http://a" + p + b" HTTP/1.1", taken(), section="9112 3.2.2")
    yield case("the absolute form with a port", b"GET http://a:80" + p + b" HTTP/1.1", taken(), section="9112 3.2.2")
    yield case("an authority with a user", b"GET http://u@a" + p + b" HTTP/1.1", refused(400), "SHOULD", "9110 4.2.4")
    yield case("another Host beside the absolute form", b"GET http://b" + p + b" HTTP/1.1", taken(), section="9112 3.2.2")
    yield case("the absolute form of https", b"GET https://a" + p + b" HTTP/1.1", refused(400, 421), section="9110 7.4")
    yield case("the asterisk form", b"OPTIONS * HTTP/1.1", status(200, 204), "SHOULD", section="9112 3.2.4")
    yield Case("9112 2.2", "one empty line first", [b"\r\nGET " + p + b" HTTP/1.1\r\nHost: a\r\n\r\n"], taken(), "SHOULD")
    yield Case("9112 3", "a very long target", [b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"], refused(414, 400, 431), "SHOULD")
    yield Case("9112 3", "a very long method", [b"G" * 70_000 + b" / HTTP/1.1\r\nHost: a\r\n\r\n"], refused(400, 414, 431, 501), "SHOULD")


def host(path):
    def case(name, lines, judge, level="MUST", version=b"1.1"):
        return Case("9112 3.2", name, [b"GET " + path.encode() + b" HTTP/" + version + b"\r\n" + lines + b"\r\n"], judge, level)

    yield case("no Host", b"", refused(400))
    yield case("two Hosts", b"Host: a\r\nHost: a\r\n", refused(400))
    yield case("two Hosts in different letters", b"Host: a\r\nhOST: b\r\n", refused(400))
    for value in [b"a b", b"a,b", b"a/b", b"a?b", b"a#b", b"u@a", b"a:b", b"a:80:80", b"a:99999", b"[::1", b"[1:2]", b"[::1]x", b"a\\b", b"a\x00"]:
        yield case(f"Host {value!r}", b"Host: " + value + b"\r\n", refused(400))
    for value in [b"a", b"A.B", b"127.0.0.1", b"127.0.0.1:80", b"[::1]", b"[::1]:8080", b"a_b", b"a-b.c:443"]:
        yield case(f"Host {value!r}", b"Host: " + value + b"\r\n", taken())
    yield case("no Host on HTTP/1.0", b"", taken(), version=b"1.0")


def fields(path):
    def case(name, lines, judge, level="MUST", section="9112 5"):
        return Case(section, name, [b"GET " + path.encode() + b" HTTP/1.1\r\nHost: a\r\n" + lines + b"\r\n"], judge, level)

    for name, line in [
        ("a space before the colon", b"X : y\r\n"), ("a tab before the colon", b"X\t: y\r\n"),
        ("no name", b": y\r\n"), ("no colon", b"X\r\n"), ("a folded line", b"X: y\r\n z\r\n"),
        ("a line folded with a tab", b"X: y\r\n\tz\r\n"), ("a name with a space", b"X Y: z\r\n"),
        ("a name with a bracket", b"X(: z\r\n"), ("a name with a control character", b"X\x01: z\r\n"),
        ("a name with a byte above 127", b"X\xe9: z\r\n"), ("a NUL in a value", b"X: y\x00z\r\n"),
        ("a bare carriage return in a value", b"X: y\rz\r\n"), ("a bare line feed in a value", b"X: y\nz\r\n"),
        ("a first line that begins with a space", b" X: y\r\n"),
    ]:
        section = "9110 5.5" if "value" in name else "9112 5"
        yield case(name, line, refused(400), section=section)
    for name, line in [
        ("an empty value", b"X:\r\n"), ("spaces around a value", b"X: \t y \t\r\n"), ("no space behind the colon", b"X:y\r\n"),
        ("a byte above 127 in a value", b"X: \xe9\r\n"), ("a name of every token character", b"!#$%&'*+-.^_`|~09azAZ: x\r\n"),
        ("a field twice", b"X: y\r\nX: z\r\n"), ("a long value", b"X: " + b"y" * 4_000 + b"\r\n"),
    ]:
        yield case(name, line, taken())
    yield case("very many fields", b"X: y\r\n" * 5_000, refused(400, 431), "SHOULD", "6585 5")
    yield case("a very long field", b"X: " + b"y" * 200_000 + b"\r\n", refused(400, 431), "SHOULD", "6585 5")
    yield Case("9112 2.2", "line feeds without carriage returns", [b"GET " + path.encode() + b" HTTP/1.1\nHost: a\n\n"], refused(400), "SHOULD")
    yield Case("9112 2.2", "a bare line feed ends one line", [b"GET " + path.encode() + b" HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"], refused(400), "SHOULD")


def framing(path):
    smuggled = b"GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"

    def case(name, lines, body, judge, level="MUST", section="9112 6", version=b"1.1"):
        head = b"POST " + path.encode() + b" HTTP/" + version + b"\r\nHost: a\r\n" + lines + b"\r\n"
        return Case(section, name, [head + body], judge, level, ["POST", "GET"])

    for value in [b"+3", b"-3", b"3 3", b"3,3", b"3, 4", b"0x3", b"3;", b"", b" ", b"three", b"3.0", b"\xd9\xa3", b"9" * 30, b"18446744073709551619"]:
        yield case(f"Content-Length {value[:24]!r}", b"Content-Length: " + value + b"\r\n", b"abc" + smuggled, refused(400, 413), section="9112 6.3")
    yield case("two different lengths", b"Content-Length: 3\r\nContent-Length: 4\r\n", b"abc" + smuggled, refused(400), section="9112 6.3")
    yield case("a length and a coding", b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n" + smuggled, refused(400), "SHOULD", "9112 6.1")
    yield case("a coding and a length", b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", b"0\r\n\r\n" + smuggled, refused(400), "SHOULD", "9112 6.1")
    yield case("a coding on HTTP/1.0", b"Transfer-Encoding: chunked\r\n", b"0\r\n\r\n" + smuggled, lambda r: refused(400, 411, 501)(r) and closed(r), section="9112 6.1", version=b"1.0")
    for value in [b"xchunked", b"chunkedx", b"chunked,", b"chunked, identity", b"chunked, chunked", b",chunked", b"identity, chunked", b"gzip, chunked", b"gzip", b"identity", b"chunked;q=1", b"\"chunked\"", b"chun ked", b"", b"chunked\x0b", b"c\x00hunked"]:
        yield case(f"Transfer-Encoding {value!r}", b"Transfer-Encoding: " + value + b"\r\n", b"0\r\n\r\n" + smuggled, refused(400, 501), section="9112 6.1")
    yield case("the coding twice", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n" + smuggled, refused(400, 501), section="9112 6.1")
    yield case("a space before the coding's colon", b"Transfer-Encoding : chunked\r\n", b"0\r\n\r\n" + smuggled, refused(400), section="9112 5.1")
    yield case("the coding in capitals", b"Transfer-Encoding: CHUNKED\r\n", b"0\r\n\r\n", lambda r: None if r.answers and r.answers[0].status not in (400, 501) else "refused", section="9112 7")


def chunks(path):
    smuggled = b"GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"

    def case(name, body, judge, level="MUST"):
        # With GET, so that no path refuses it for its method before the chunks are read.
        head = b"GET " + path.encode() + b" HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        return Case("9112 7.1", name, [head, body], judge, level, silence=0.6)

    for name, body in [
        ("chunks", b"3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n"), ("no data", b"0\r\n\r\n"),
        ("a size in capitals with zeros", b"00A\r\n0123456789\r\n000\r\n\r\n"),
        ("extensions", b"3;a;b=c;d=\"e f\"\r\nabc\r\n0;z\r\n\r\n"), ("space before an extension", b"3 ;a=b\r\nabc\r\n0\r\n\r\n"),
        ("trailers", b"3\r\nabc\r\n0\r\nT: v\r\nU: w\r\n\r\n"),
    ]:
        yield case(f"{name}, and a request behind them", body + b"GET " + path.encode() + b" HTTP/1.1\r\nHost: a\r\n\r\n", taken(2))
    for name, body in [
        ("no size", b"\r\nabc\r\n"), ("a size that is no number", b"x\r\nabc\r\n"), ("a size with a sign", b"+3\r\nabc\r\n"),
        ("a negative size", b"-3\r\nabc\r\n"), ("a size with 0x", b"0x3\r\nabc\r\n"), ("a space before the size", b" 3\r\nabc\r\n"),
        ("a size that overflows", b"10000000000000003\r\nabc\r\n"), ("a size that is huge", b"ffffffff\r\nabc\r\n"),
        ("more data than the size", b"3\r\nabcd\r\n"), ("no line end behind the data", b"3\r\nabc3\r\nabc\r\n"),
        ("a bare line feed behind the size", b"3\nabc\r\n"), ("a bare line feed behind the data", b"3\r\nabc\n"),
        ("a bare carriage return in an extension", b"3;x\ry\r\nabc\r\n"), ("a NUL in an extension", b"3;\x00\r\nabc\r\n"),
        ("a space behind the size", b"3 \r\nabc\r\n"),
        ("a NUL in a trailer", b"0\r\nT: \x00\r\n\r\n"), ("a trailer without a colon", b"0\r\nT\r\n\r\n"),
        ("a folded trailer", b"0\r\nT: v\r\n w\r\n\r\n"), ("a request for a trailer", b"0\r\n" + smuggled),
    ]:
        yield case(name, body + b"0\r\n\r\n" + smuggled, refused(400, 413))
    yield case("endless extensions", b"1;" + b"x" * 200_000, refused(400, 413, 431), "SHOULD")
    yield case("endless trailers", b"0\r\n" + b"T: v\r\n" * 30_000, refused(400, 413, 431), "SHOULD")


def connection(path):
    p = path.encode()
    get = b"GET " + p + b" HTTP/1.1\r\nHost: a\r\n"

    def case(section, name, pieces, judge, level="MUST", **more):
        return Case(section, name, pieces, judge, level, **more)

    yield case("9112 9.3", "HTTP/1.1 stays open", [get + b"\r\n"], both(taken(), kept_open), "SHOULD")
    yield case("9112 9.3", "HTTP/1.0 closes", [b"GET " + p + b" HTTP/1.0\r\nHost: a\r\n\r\n"], both(taken(), closed))
    yield case("9112 9.3", "HTTP/1.0 stays open when asked", [b"GET " + p + b" HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"], both(taken(), kept_open), "SHOULD")
    for value in [b"close", b"Close", b"keep-alive, close", b"x,close", b" close "]:
        yield case("9112 9.6", f"Connection: {value.decode()}", [get + b"Connection: " + value + b"\r\n\r\n"], both(taken(), closed, has_field("connection", lambda v: "close" in v.lower())))
    for count in (2, 20, 200):
        yield case("9112 9.3.2", f"{count} pipelined requests", [(get + b"\r\n") * count], taken(count))
    yield case("9112 9.3.2", "nothing behind Connection: close", [get + b"Connection: close\r\n\r\n" + get + b"\r\n"], both(taken(1), closed))
    yield case("9112 9.3.2", "answers in the order of their requests", [(get + b"\r\nGET /no/such/path HTTP/1.1\r\nHost: a\r\n\r\n") * 20], statuses(*[200, 404] * 20))
    length = get + b"Content-Length: 10\r\n"
    yield case("9112 8", "a body that is cut off is not processed", [length + b"\r\nabc"], not_processed, half_close=True)
    yield case("9112 8", "chunks that are cut off are not processed", [get + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc"], not_processed, half_close=True)
    yield case("9112 8", "chunks without their end are not processed", [get + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"], not_processed, half_close=True)
    yield case("9112 9.3.2", "a body between two requests", [length + b"\r\n0123456789" + get + b"\r\n"], taken(2))
    yield case("9110 10.1.1", "a client that waits for 100-continue is answered", [length + b"Expect: 100-continue\r\n\r\n"], lambda r: None if r.answers and r.answers[0].status in (100, 200, 413, 417) else "no answer")
    yield case("9112 9.6", "the answer arrives though more was sent behind Connection: close", [get + b"Connection: close\r\n\r\n" + b"x" * 100_000], both(status(200), closed))
    yield case("9112 2.1", "a request byte by byte", [bytes([byte]) for byte in get + b"\r\n"], taken())
    yield case("9112 9.6", "half closed and still answered", [get + b"\r\n"], both(taken(), closed), "SHOULD", half_close=True)
    yield case("9112 8", "half a head is not answered as a request", [get], lambda r: None if not r.answers or r.answers[0].status in (400, 408) else "answered", half_close=True)
    yield case("9110 7.8", "Upgrade is ignored", [get + b"Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n"], both(taken(), status(200)))
    yield case("9110 10.1.1", "an unknown expectation", [get + b"Expect: 200-ok\r\n\r\n"], status(200, 417), "SHOULD")
    yield case("9110 10.1.1", "100-continue on HTTP/1.0 is ignored", [b"GET " + p + b" HTTP/1.0\r\nHost: a\r\nExpect: 100-continue\r\n\r\n"], both(taken(), lambda r: "sent 100" if any(a.status == 100 for a in r.answers) else None))


def answers(path):
    p = path.encode()

    def case(section, name, method, judge, level="MUST", lines=b"", target=p):
        return Case(section, name, [method.encode() + b" " + target + b" HTTP/1.1\r\nHost: a\r\n" + lines + b"\r\n"], judge, level, [method])

    date = lambda value: len(value) == 29 and value.endswith(" GMT") and value[3:5] == ", "
    yield case("9110 6.6.1", "Date is an IMF-fixdate", "GET", has_field("date", date))
    yield case("9110 8.6", "a length or chunks", "GET", lambda r: None if r.answers and (r.answers[0].field("content-length") or r.answers[0].field("transfer-encoding")) else "neither")
    yield case("9110 9.3.2", "HEAD has no body", "HEAD", lambda r: None if r.answers and r.raw.endswith(b"\r\n\r\n") else "there is a body")
    yield case("9110 9.3.2", "HEAD has the length of GET", "HEAD", has_field("content-length", lambda v: int(v) > 0), "SHOULD")
    yield case("9110 9.3.7", "OPTIONS is answered", "OPTIONS", status(200, 204, 405), "SHOULD")
    yield case("9110 15.5.6", "405 has Allow", "DELETE", both(status(405, 501), lambda r: None if r.answers[0].status == 501 or r.answers[0].field("allow") else "no Allow"))
    yield case("9110 9.3.8", "TRACE is not reflected", "TRACE", lambda r: None if r.answers and r.answers[0].status != 200 else "reflected", lines=b"X-Secret: s\r\n")
    yield case("9110 9.3.6", "CONNECT makes no tunnel", "CONNECT", lambda r: None if not r.answers or r.answers[0].status != 200 else "tunnel", target=b"a:80")
    yield case("9110 15.5.5", "an unknown path", "GET", status(404), target=b"/no/such/path/at/all")
    for name, target in [("a broken escape", b"/%zz"), ("half an escape", b"/%4"), ("an escaped NUL", b"/%00"), ("dots beyond the root", b"/../../etc/passwd"), ("escaped dots beyond the root", b"/%2e%2e/%2e%2e/etc/passwd")]:
        yield case("3986 2.1", name, "GET", status(400, 404), "SHOULD", target=target)
    yield case("9112 4", "the status line has its parts", "GET", lambda r: None if r.raw.startswith(b"HTTP/1.1 ") and r.raw[9:12].isdigit() and r.raw[12:13] == b" " else "it has not")


def all_cases(path):
    good = b"GET " + path.encode() + b" HTTP/1.1\r\nHost: a\r\n\r\n"
    for group in (request_line, host, fields, framing, chunks, connection, answers):
        for case in group(path):
            # Whatever follows a refusal must not be answered.
            if hasattr(case.judge, "is_refusal"):
                case.pieces = [*case.pieces, good]
            yield case
