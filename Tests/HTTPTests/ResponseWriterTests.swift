import Testing

@testable import HTTP

@Suite("Answers")
struct ResponseWriterTests {
    private func written(
        _ response: Response, connection: ResponseWriter.Connection = .keep, isHead: Bool = false,
        framing: ResponseWriter.Framing = .whole
    ) -> String {
        var output: [UInt8] = []
        ResponseWriter.append(
            response, to: &output, date: Array("date: D\r\n".utf8), connection: connection, isHead: isHead,
            framing: framing)
        return String(decoding: output, as: UTF8.self)
    }

    private var response: Response {
        var response = Response()
        response.body = Array("{\"a\":1}".utf8)
        response.set(.contentType, "application/json")
        return response
    }

    @Test("an answer is one run of bytes with its length")
    func whole() {
        #expect(
            written(response)
                == "HTTP/1.1 200 OK\r\ndate: D\r\ncontent-length: 7\r\ncontent-type: application/json\r\n\r\n{\"a\":1}"
        )
    }

    @Test("HEAD has the same fields and no body")
    func head() {
        let get = written(response)
        #expect(written(response, isHead: true) == String(get.prefix(get.count - 7)))
    }

    @Test("204 and 304 have neither body nor length", arguments: [Status.noContent, .notModified])
    func bodiless(status: Status) {
        var response = response
        response.status = status
        let text = written(response)
        #expect(!text.contains("content-length"))
        #expect(text.hasSuffix("\r\n\r\n"))
    }

    @Test("closing and old connections say so")
    func connections() {
        #expect(written(response, connection: .close).contains("connection: close\r\n"))
        #expect(written(response, connection: .keepOld).contains("connection: keep-alive\r\n"))
        #expect(!written(response).contains("connection:"))
    }

    @Test("a streamed body comes in chunks that end once")
    func chunks() {
        var output: [UInt8] = []
        ResponseWriter.append(chunk: Array("0123456789abcdefg".utf8), to: &output)
        ResponseWriter.append(chunk: [], to: &output)
        ResponseWriter.appendLastChunk(to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "11\r\n0123456789abcdefg\r\n0\r\n\r\n")
        #expect(written(response, framing: .chunked).contains("transfer-encoding: chunked\r\n"))
    }

    @Test("no value can end its line", arguments: ["a\r\nb", "a\nb", "a\rb", "a\0b", "\u{7F}"])
    func injection(text: String) {
        #expect(HeaderValue(text) == nil)
    }

    @Test("setting a field again replaces it")
    func replace() {
        var response = response
        response.set(.contentType, "text/plain")
        #expect(written(response).contains("content-type: text/plain\r\n"))
        #expect(!written(response).contains("json\r\n"))
    }

    @Test(
        "dates are those of RFC 9110",
        arguments: [
            (Int64(784_111_777), "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (1_536_930_000, "Fri, 14 Sep 2018 13:00:00 GMT"),
            (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
        ])
    func dates(second: Int64, text: String) {
        #expect(DateField.text(second) == text)
    }
}
