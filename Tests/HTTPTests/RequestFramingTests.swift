import Testing

@testable import HTTP

/// Where a body ends, and what bounds a head: RFC 9112, section 6, and the limits of this server.
@Suite("Framing of requests")
struct RequestFramingTests {
    private func request(_ fields: String, body: String = "", version: String = "1.1")
        -> PiecewiseReader.Outcome
    {
        EveryCut.outcome(of: "POST /x HTTP/\(version)\r\nHost: a\r\n\(fields)\r\n\r\n\(body)")
    }

    @Test(
        "one length of digits is taken, also when it is said twice",
        arguments: [
            "Content-Length: 3", "content-length:3", "CONTENT-LENGTH: \t3 ", "Content-Length: 003",
            "Content-Length: 3\r\nContent-Length: 3", "Content-Length: 3\r\nX: y\r\nContent-Length: 03",
        ])
    func lengths(fields: String) {
        #expect(request(fields, body: "abcd").request?.body == "abc")
        #expect(request(fields, body: "ab") == .incomplete)
    }

    @Test(
        "a length of another form is refused",
        arguments: [
            "+3", "-3", "-0", "3 3", "3,3", "3, 3", "3,", ",3", "0x3", "3.0", "3e0", "", " ", "\"3\"", "a",
            "3a",
            "9223372036854775807", "9223372036854775808", "18446744073709551619", "99999999999999999999999",
            "0000000000000000003", "3\tx", "\u{663}",
        ])
    func badLengths(length: String) {
        #expect(request("Content-Length: \(length)", body: "abc").error == .badContentLength)
    }

    @Test("a second, different Content-Length is refused", arguments: ["4", "30", "0", "", "-3"])
    func secondLength(length: String) {
        let fields = "Content-Length: 3\r\nContent-Length: \(length)"
        #expect(request(fields, body: "abcd").error == .badContentLength)
    }

    @Test("a length above the limit is refused before the body has come")
    func longBody() {
        let head = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: "
        #expect(
            EveryCut.outcome(of: "\(head)5\r\n\r\n", bodyLimit: 4).error == .bodyTooLarge(limit: 4))
        #expect(EveryCut.outcome(of: "\(head)4\r\n\r\nabcd", bodyLimit: 4).request?.body == "abcd")
        // The greatest number that is read as one.
        let greatest = EveryCut.outcome(of: "\(head)999999999999999999\r\n\r\n", bodyLimit: 4)
        #expect(greatest.error == .bodyTooLarge(limit: 4))
    }

    @Test("what stands behind a request belongs to the next one", arguments: ["", "Content-Length: 0\r\n"])
    func noBody(field: String) throws {
        var reader = PiecewiseReader()
        let read = try reader.take("GET / HTTP/1.1\r\nHost: a\r\n\(field)\r\nGET ".utf8)
        #expect(read?.body == "")
        #expect(reader.rest == Array("GET ".utf8))
    }

    @Test(
        "chunked is taken in any case of letters",
        arguments: ["chunked", "Chunked", "CHUNKED", "\tchunked", " chunked\t "])
    func coding(value: String) {
        let read = request("Transfer-Encoding:\(value)", body: "3\r\nabc\r\n0\r\n\r\nGET")
        #expect(read.request?.body == "abc")
    }

    @Test(
        "any coding but chunked alone is refused",
        arguments: [
            "chunked, chunked", "chunked,", ",chunked", "gzip, chunked", "chunked, gzip", "xchunked",
            "chunkedx",
            "x chunked", "chunked;q=1", "chun\tked", "\"chunked\"", "chunked\u{E9}", "", "chunked chunked",
            "br",
        ])
    func badCodings(value: String) {
        #expect(request("Transfer-Encoding: \(value)", body: "0\r\n\r\n").error == .badTransferCoding)
    }

    @Test(
        "a coding that exists is one that is not supported",
        arguments: ["gzip", "Deflate", "compress", "identity"])
    func unsupportedCodings(value: String) {
        #expect(request("Transfer-Encoding: \(value)", body: "0\r\n\r\n").error == .unsupportedCoding)
    }

    @Test(
        "disguises of a coding are refused",
        arguments: [
            ("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", RequestError.badTransferCoding),
            ("Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip", .badTransferCoding),
            ("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", .unsupportedCoding),
            ("Transfer-Encoding : chunked", .badField), ("Transfer-Encoding\t: chunked", .badField),
            (" Transfer-Encoding: chunked", .badField),
            ("Transfer-Encoding: x\r\n chunked", .badTransferCoding),
            ("Transfer-Encoding:\r\n chunked", .badTransferCoding),
            ("Transfer-Encoding: \u{B}chunked", .badField),
            ("X: y\rTransfer-Encoding: chunked", .badField), ("X: y\nTransfer-Encoding: chunked", .badField),
            ("Transfer-Encoding: chunked\r\nContent-Length: 5", .lengthWithCoding),
            ("Content-Length: 5\r\nTransfer-Encoding: chunked", .lengthWithCoding),
            ("Content-Length: 0\r\nTransfer-Encoding: chunked", .lengthWithCoding),
            ("Content-Length: x\r\nTransfer-Encoding: chunked", .badContentLength),
        ])
    func disguises(fields: String, error: RequestError) {
        #expect(request(fields, body: "0\r\n\r\n").error == error)
    }

    @Test(
        "a coding on HTTP/1.0 is refused, with or without a length", arguments: ["", "\r\nContent-Length: 5"])
    func oldCoding(more: String) {
        let read = request("Transfer-Encoding: chunked\(more)", body: "0\r\n\r\n", version: "1.0")
        #expect(read.error == .badTransferCoding)
    }

    @Test("a name that only resembles one of framing means nothing")
    func resemblance() {
        let read = request("Content_Length: 3\r\nTransfer-Encodin: chunked\r\nX-Content-Length: 3")
        #expect(read.request?.body == "")
    }

    @Test(
        "the only expectation that can be met is 100-continue",
        arguments: [
            ("100-continue", nil), ("100-Continue", nil), (" \t100-continue ", nil), ("", .expectationFailed),
            ("200-ok", .expectationFailed), ("100-continue, x", .expectationFailed),
            ("100-continue=1", .expectationFailed),
        ] as [(String, RequestError?)])
    func expectations(value: String, error: RequestError?) {
        #expect(request("Expect: \(value)").error == error)
    }

    @Test("an expectation on HTTP/1.0 is passed over")
    func oldExpectation() {
        #expect(request("Expect: anything", version: "1.0").request?.method == "POST")
    }

    @Test(
        "Connection says whether the connection stays",
        arguments: [
            ("1.1", "X: y", true), ("1.1", "Connection: close", false),
            ("1.1", "Connection: x ,\tClose", false),
            ("1.1", "Connection: closed", true), ("1.1", "Connection: x\r\nConnection: close", false),
            ("1.1", "Connection:", true), ("1.1", "Connection: ,", true), ("1.0", "X: y", false),
            ("1.0", "Connection: keep-alive", true), ("1.0", "Connection: Keep-Alive, close", false),
            ("1.1", "Connection: keep-alive, close", false),
        ])
    func connections(version: String, fields: String, keepsAlive: Bool) {
        #expect(request(fields, version: version).request?.keepsAlive == keepsAlive)
    }

    @Test("the target has exactly as many bytes as it may have")
    func targetLimit() {
        var limits = HTTPLimits()
        limits.targetByteCount = 40
        func read(_ count: Int, _ start: String) -> PiecewiseReader.Outcome {
            let target = start + String(repeating: "x", count: count - start.utf8.count)
            return EveryCut.outcome(of: "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n", limits: limits)
        }
        #expect(read(40, "/").request?.target.utf8.count == 40)
        #expect(read(41, "/").error == .targetTooLong(limit: 40))
        #expect(read(400, "/").error == .targetTooLong(limit: 40))
        #expect(read(40, "http://a/").request?.target.utf8.count == 32)
        #expect(read(41, "http://a/").error == .targetTooLong(limit: 40))
        let endless = "GET /" + String(repeating: "x", count: 100)
        #expect(EveryCut.outcome(of: endless, limits: limits).error == .targetTooLong(limit: 40))
    }

    @Test("the head has exactly as many bytes as it may have, without the empty line before it")
    func headLimit() {
        var limits = HTTPLimits()
        limits.headByteCount = 100
        func read(_ count: Int, before: String = "") -> PiecewiseReader.Outcome {
            let start = "GET / HTTP/1.1\r\nHost: a\r\nX: "
            let padding = String(repeating: "x", count: count - start.utf8.count - 4)
            return EveryCut.outcome(of: "\(before)\(start)\(padding)\r\n\r\n", limits: limits)
        }
        #expect(read(100).request != nil)
        #expect(read(100, before: "\r\n").request != nil)
        #expect(read(101).error == .headTooLarge(limit: 100))
        #expect(read(1_000).error == .headTooLarge(limit: 100))
        let endless = "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 50)
        #expect(EveryCut.outcome(of: endless, limits: limits).error == .headTooLarge(limit: 100))
    }

    @Test(
        "there are exactly as many fields as there may be",
        arguments: [(2, nil), (3, RequestError.tooManyFields(limit: 3))])
    func fieldLimit(more: Int, error: RequestError?) {
        var limits = HTTPLimits()
        limits.fieldCount = 3
        let fields = String(repeating: "X: y\r\n", count: more)
        let read = EveryCut.outcome(of: "GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n", limits: limits)
        #expect(read.error == error)
        #expect((read.request == nil) == (error != nil))
    }

    @Test(
        "half a request is neither taken nor refused",
        arguments: [
            "", "G", "\r", "\r\n", "GET / HTTP/1.1\r", "GET / HTTP/1.1\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n\r",
            "GET / HTTP/1.1\r\nBad field", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab",
        ])
    func halves(text: String) {
        #expect(EveryCut.outcome(of: text) == .incomplete)
    }

    @Test(
        "of two faults the one whose byte comes first is told, however the bytes are cut",
        arguments: [
            (
                "BREW /\(String(repeating: "x", count: 400)) HTTP/1.1\r\nHost: a\r\n\r\n",
                RequestError.targetTooLong(limit: 40)
            ),
            (
                "GET /\(String(repeating: "x", count: 400)) HTTP/2.0\r\nHost: a\r\n\r\n",
                .targetTooLong(limit: 40)
            ),
            ("GET / HTTP/2.0\r\nX: \(String(repeating: "x", count: 400))\r\n\r\n", .headTooLarge(limit: 100)),
            ("GET / HTTP/1.1\r\nX: \(String(repeating: "x", count: 400))\n\r\n", .headTooLarge(limit: 100)),
            ("GET / HTTP/1.1\nX: \(String(repeating: "x", count: 400))\r\n\r\n", .badRequestLine),
        ])
    func firstFault(text: String, error: RequestError) {
        var limits = HTTPLimits()
        limits.targetByteCount = 40
        limits.headByteCount = 100
        #expect(EveryCut.outcome(of: text, limits: limits).error == error)
    }
}
