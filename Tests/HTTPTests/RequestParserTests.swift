import Testing

@testable import HTTP

/// The grammar of RFC 9112, sections 2 to 6: what is taken and what is refused, whole and cut at every byte.
@Suite("Requests")
struct RequestParserTests {
    @Test(
        "requests that are taken",
        arguments: [
            (
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                ReadRequest(method: "GET", target: "/", fields: ["Host: a"])
            ),
            (
                "\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n",
                ReadRequest(method: "GET", target: "/x", fields: ["Host: a"])
            ),
            (
                "GET http://b:80/p?q HTTP/1.1\r\nhost: a\r\n\r\n",
                ReadRequest(method: "GET", target: "/p?q", fields: ["host: a"])
            ),
            (
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                ReadRequest(method: "OPTIONS", target: "*", fields: ["Host: a"])
            ),
            (
                "GET / HTTP/1.0\r\n\r\n",
                ReadRequest(method: "GET", target: "/", keepsAlive: false, minorVersion: 0)
            ),
            (
                "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n",
                ReadRequest(method: "GET", target: "/", fields: ["Connection: Keep-Alive"], minorVersion: 0)
            ),
            (
                "GET / HTTP/1.9\r\nHost: a\r\n\r\n",
                ReadRequest(method: "GET", target: "/", fields: ["Host: a"])
            ),
            (
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, close\r\n\r\n",
                ReadRequest(
                    method: "GET", target: "/", fields: ["Host: a", "Connection: x, close"], keepsAlive: false
                )
            ),
            (
                "GET / HTTP/1.1\r\nHost:[::1]:8080\r\nX: \t v w \t\r\nEmpty:\r\n\r\n",
                ReadRequest(method: "GET", target: "/", fields: ["Host: [::1]:8080", "X: v w", "Empty: "])
            ),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
                ReadRequest(
                    method: "POST", target: "/", fields: ["Host: a", "Content-Length: 3"], body: "abc")
            ),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
                ReadRequest(
                    method: "POST", target: "/",
                    fields: ["Host: a", "Content-Length: 3", "Content-Length: 3"], body: "abc")
            ),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n3;x=\"y\"\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: v\r\n\r\n",
                ReadRequest(
                    method: "POST", target: "/", fields: ["Host: a", "Transfer-Encoding: Chunked"],
                    body: "abc0123456789")
            ),
        ])
    func taken(text: String, expected: ReadRequest) {
        let (outcome, differences) = PiecewiseReader.read(text)
        #expect(outcome == .complete(expected))
        #expect(differences.isEmpty)
    }

    @Test(
        "requests that are refused",
        arguments: [
            // RFC 9112, section 3: request line
            ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", RequestError.badRequestLine),
            ("GET /\r\n\r\n", .badRequestLine),
            ("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", .badRequestLine),
            (" GET / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
            ("GET / HTTP/1.1\nHost: a\n\n", .badRequestLine),
            ("G@T / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
            ("GET / http/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
            ("GET / HTTP/1.1x\r\nHost: a\r\n\r\n", .badRequestLine),
            ("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
            ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", .unknownMethod),
            ("get / HTTP/1.1\r\nHost: a\r\n\r\n", .unknownMethod),
            ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", .unsupportedVersion),
            ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .unsupportedVersion),
            ("GET / HTTP/0.9\r\n\r\n", .unsupportedVersion),
            // section 3.2: target
            ("GET x HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET /\u{7F} HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET /é HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET /\r HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET http://u@b/ HTTP/1.1\r\nHost: a\r\n\r\n", .badHost),
            ("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET /%2e%2E/x HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET /?a=%ff HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            ("GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", .badTarget),
            // section 3.2: Host
            ("GET / HTTP/1.1\r\n\r\n", .badHost), ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", .badHost),
            ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", .badHost), ("GET / HTTP/1.1\r\nHost:\r\n\r\n", .badHost),
            ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", .badHost),
            ("GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", .badHost),
            // section 5: fields
            ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", .badField),
            ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", .badField),
            ("GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", .badField),
            ("GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", .badField),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", .badField),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n", .badField),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: a\nb\r\n\r\n", .badField),
            ("GET / HTTP/1.1\r\nHost: a\r\nX\u{e9}: b\r\n\r\n", .badField),
            ("GET / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n", .expectationFailed),
            // section 6: framing, and what requests are smuggled with
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", .badContentLength),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc", .badContentLength),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x3\r\n\r\nabc", .badContentLength),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \r\n\r\nabc", .badContentLength),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999999999999999\r\n\r\n", .badContentLength),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                .badContentLength
            ),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                .lengthWithCoding
            ),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                .badTransferCoding
            ),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                .badTransferCoding
            ),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked;x\r\n\r\n0\r\n\r\n",
                .badTransferCoding
            ),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n0\r\n\r\n", .badTransferCoding),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n",
                .unsupportedCoding
            ),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", .unsupportedCoding),
            ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .badTransferCoding),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", .badField),
            // section 7: chunks
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", .badChunk),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n", .badChunk),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n 3\r\nabc\r\n", .badChunk),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n", .badChunk),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\r\n", .badChunk),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n123456789\r\n", .badChunk),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nT: \0\r\n\r\n", .badChunk),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n",
                .bodyTooLarge(limit: 1 << 20)
            ),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", .bodyTooLarge(limit: 1 << 20)),
        ])
    func refused(text: String, expected: RequestError) {
        let (outcome, differences) = PiecewiseReader.read(text)
        #expect(outcome == .refused(expected))
        #expect(differences.isEmpty)
    }

    @Test(
        "half a request is neither taken nor refused",
        arguments: [
            "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
        ])
    func incomplete(text: String) {
        let (outcome, differences) = PiecewiseReader.read(text)
        #expect(outcome == .incomplete)
        #expect(differences.isEmpty)
    }

    @Test("limits of the head are held exactly")
    func limits() {
        var limits = HTTPLimits()
        limits.targetByteCount = 10
        limits.fieldCount = 2
        limits.headByteCount = 200
        func outcome(_ text: String) -> PiecewiseReader.Outcome {
            PiecewiseReader.read(text, limits: limits).outcome
        }
        #expect(
            outcome("GET /234567890 HTTP/1.1\r\nHost: a\r\n\r\n")
                == .complete(
                    ReadRequest(method: "GET", target: "/234567890", fields: ["Host: a"])))
        #expect(outcome("GET /2345678901 HTTP/1.1\r\nHost: a\r\n\r\n") == .refused(.targetTooLong(limit: 10)))
        #expect(outcome("GET /" + String(repeating: "x", count: 50)) == .refused(.targetTooLong(limit: 10)))
        #expect(
            outcome("GET / HTTP/1.1\r\nHost: a\r\nB: c\r\nD: e\r\n\r\n") == .refused(.tooManyFields(limit: 2))
        )
        let long = "GET / HTTP/1.1\r\nHost: a\r\nB: " + String(repeating: "c", count: 300)
        #expect(outcome(long) == .refused(.headTooLarge(limit: 200)))
        #expect(outcome(long + "\r\n\r\n") == .refused(.headTooLarge(limit: 200)))
    }

    @Test("bytes above 127 in values are carried as they are")
    func obsText() {
        let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + [0xE9, 0xFF] + Array("\r\n\r\n".utf8)
        guard case .complete = PiecewiseReader.read(bytes).outcome else {
            Issue.record("The request was not taken.")
            return
        }
    }

    @Test("a target is decoded once, after it was divided")
    func target() throws {
        let text =
            Array("/a%2Fb/%2525//é".utf8.filter { $0 < 128 }) + Array("?q=a+b%2B&q=&=x&flag&e=%C3%A9".utf8)
        let target = try RequestTarget(text.span, 0..<text.count)
        #expect(target.path == ["a/b", "%25", "", ""])
        #expect(target.query.map(\.name) == ["q", "q", "", "flag", "e"])
        #expect(target.query.map(\.value) == ["a b+", "", "x", "", "é"])
    }
}
