import Testing

@testable import HTTP

/// Answers byte for byte (RFC 9112, sections 4, 6 and 7.1).
@Suite("Answers, byte for byte")
struct ResponseWriterTests {
    private func written(
        _ code: UInt16 = 200, body: String = "", _ connection: ResponseWriter.Connection = .keep,
        isHead: Bool = false, framing: ResponseWriter.Framing = .whole,
        fields: [(HeaderName, HeaderValue)] = []
    ) -> String {
        var response = Response()
        response.status = Status(code)
        response.body = Array(body.utf8)
        for (name, value) in fields { response.set(name, value) }
        // What is in the buffer already stays there.
        var output = Array("before|".utf8)
        ResponseWriter.append(
            response, to: &output, date: Array("date: D\r\n".utf8), connection: connection, isHead: isHead,
            framing: framing)
        return String(decoding: output, as: UTF8.self)
    }

    @Test("200 with a body")
    func ok() {
        #expect(
            written(body: "{\"a\":1}", fields: [(.contentType, "application/json"), (.etag, "\"x\"")])
                == "before|HTTP/1.1 200 OK\r\ndate: D\r\ncontent-length: 7\r\n"
                + "content-type: application/json\r\netag: \"x\"\r\n\r\n{\"a\":1}")
    }

    @Test("200 without a body says that its length is 0")
    func empty() {
        #expect(written() == "before|HTTP/1.1 200 OK\r\ndate: D\r\ncontent-length: 0\r\n\r\n")
    }

    @Test("the length counts bytes", arguments: [("é€", 5), (String(repeating: "x", count: 10_203), 10_203)])
    func length(body: String, count: Int) {
        #expect(
            written(body: body)
                == "before|HTTP/1.1 200 OK\r\ndate: D\r\ncontent-length: \(count)\r\n\r\n\(body)")
    }

    @Test("204 and 304 have no body and no length", arguments: [(204, "No Content"), (304, "Not Modified")])
    func bodiless(code: UInt16, reason: String) {
        let expected = "before|HTTP/1.1 \(code) \(reason)\r\ndate: D\r\netag: \"x\"\r\n\r\n"
        #expect(written(code, fields: [(.etag, "\"x\"")]) == expected)
        #expect(written(code, body: "lost", fields: [(.etag, "\"x\"")]) == expected)
        #expect(written(code, isHead: true, fields: [(.etag, "\"x\"")]) == expected)
    }

    @Test("HEAD has the fields of GET, its length and no body")
    func head() {
        #expect(
            written(404, body: "four", isHead: true)
                == "before|HTTP/1.1 404 Not Found\r\ndate: D\r\ncontent-length: 4\r\n\r\n")
    }

    @Test("the end of the connection is announced")
    func close() {
        #expect(
            written(201, body: "x", .close)
                == "before|HTTP/1.1 201 Created\r\ndate: D\r\ncontent-length: 1\r\nconnection: close\r\n\r\nx"
        )
    }

    @Test("a connection of HTTP/1.0 that stays says so")
    func keepOld() {
        #expect(
            written(body: "x", .keepOld)
                == "before|HTTP/1.1 200 OK\r\ndate: D\r\ncontent-length: 1\r\nconnection: keep-alive\r\n\r\nx"
        )
    }

    @Test("a streamed answer has no length, and its body comes later")
    func streamed() {
        #expect(
            written(framing: .chunked)
                == "before|HTTP/1.1 200 OK\r\ndate: D\r\ntransfer-encoding: chunked\r\n\r\n")
        #expect(
            written(200, .close, framing: .untilClose)
                == "before|HTTP/1.1 200 OK\r\ndate: D\r\nconnection: close\r\n\r\n")
    }

    @Test(
        "a chunk has its size in hexadecimal, and an empty one is not written",
        arguments: [(0, ""), (1, "1"), (9, "9"), (10, "a"), (16, "10"), (255, "ff"), (65_536, "10000")])
    func chunks(count: Int, size: String) {
        var output: [UInt8] = []
        let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: count)
        ResponseWriter.append(chunk: chunk, to: &output)
        let expected = count == 0 ? "" : "\(size)\r\n\(String(repeating: "x", count: count))\r\n"
        #expect(String(decoding: output, as: UTF8.self) == expected)
    }

    @Test("the last chunk and the permission to go on")
    func constants() {
        var output: [UInt8] = []
        ResponseWriter.appendContinue(to: &output)
        ResponseWriter.appendLastChunk(to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "HTTP/1.1 100 Continue\r\n\r\n0\r\n\r\n")
    }

    @Test("an unusual status has its three digits and some words", arguments: [UInt16(299), 418, 599])
    func unusual(code: UInt16) {
        #expect(written(code).hasPrefix("before|HTTP/1.1 \(code) Status\r\n"))
    }

    @Test(
        "every refusal has a status with words of its own",
        arguments: [
            RequestError.badField, .tooSlow, .bodyTooLarge(limit: 1), .targetTooLong(limit: 1),
            .expectationFailed,
            .headTooLarge(limit: 1), .tooManyFields(limit: 1), .unknownMethod, .stopping, .unsupportedVersion,
        ])
    func reasons(error: RequestError) {
        #expect(!written(error.status.code).hasPrefix("before|HTTP/1.1 \(error.status.code) Status"))
    }

    @Test("no value holds a line end or another control character")
    func injection() {
        for scalar in (0..<0x20).map({ Unicode.Scalar(UInt8($0)) }) + ["\u{7F}"] where scalar != "\t" {
            for text in ["\(scalar)", "a\(scalar)", "\(scalar)a", "a\(scalar)b"] {
                #expect(HeaderValue(text) == nil, "with the character \(scalar.value)")
            }
        }
        #expect(HeaderValue(String("a\r\nset-cookie: b")) == nil)
    }

    @Test("other text is carried as it is", arguments: ["", "a", "a b\tc", "\"é€\"", "!~:;,=", " a "])
    func values(text: String) throws {
        let value = try #require(HeaderValue(text))
        #expect(written(fields: [(.etag, value)]).hasSuffix("\r\netag: \(text)\r\n\r\n"))
    }

    @Test("a field that is set again stands once, in its first place")
    func replacement() {
        let text = written(fields: [(.etag, "1"), (.vary, "x"), (.etag, "2")])
        #expect(text.hasSuffix("content-length: 0\r\netag: 2\r\nvary: x\r\n\r\n"))
    }

    @Test("a response that is used again has nothing of before")
    func reset() {
        var response = Response()
        response.status = .created
        response.body = [1]
        response.set(.etag, "1")
        response.reset()
        #expect(response.status == .ok && response.body.isEmpty && response.fields.isEmpty)
    }
}
