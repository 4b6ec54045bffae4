import Testing

@testable import HTTP

/// Bodies by length and by chunks (RFC 9112, sections 6.2 and 7.1), whole, cut at every byte, and byte by byte.
@Suite("Bodies")
struct BodyDecoderTests {
    private enum Outcome: Equatable {
        /// Complete, with how many bytes were used.
        case body(String, used: Int)
        case incomplete(String)
        case refused(RequestError)
    }

    private func decode(_ pieces: [ArraySlice<UInt8>], _ framing: RequestHead.Framing, _ limits: (Int, Int))
        -> Outcome
    {
        do throws(RequestError) {
            var decoder = try BodyDecoder(framing, byteLimit: limits.0, overheadLimit: limits.1)
            var body: [UInt8] = []
            var used = 0
            for piece in pieces where !decoder.isDone {
                let bytes = Array(piece)
                used += try decoder.decode(bytes.span, into: &body)
            }
            let text = String(decoding: body, as: UTF8.self)
            return decoder.isDone ? .body(text, used: used) : .incomplete(text)
        } catch {
            return .refused(error)
        }
    }

    /// Decodes in every way to cut the bytes once, and in single bytes, and insists that all end alike.
    private func decode(
        _ text: String, _ framing: RequestHead.Framing = .chunked, byteLimit: Int = 64,
        overheadLimit: Int = 24,
        at location: SourceLocation = #_sourceLocation
    ) -> Outcome {
        let bytes = Array(text.utf8)
        let limits = (byteLimit, overheadLimit)
        let whole = decode([bytes[...]], framing, limits)
        for cut in bytes.indices {
            let parts = decode([bytes[..<cut], bytes[cut...]], framing, limits)
            #expect(parts == whole, "cut at \(cut)", sourceLocation: location)
        }
        let single = decode(bytes.indices.map { bytes[$0...$0] }, framing, limits)
        #expect(single == whole, "byte by byte", sourceLocation: location)
        return whole
    }

    @Test("no body is done before the first byte")
    func none() {
        #expect(decode("GET", .none) == .body("", used: 0))
    }

    @Test(
        "a body by length ends at its length",
        arguments: [("abc", 3), ("abcGET", 3), ("a\r\n", 3), ("\0\0", 1)])
    func lengths(text: String, count: Int) {
        #expect(decode(text, .length(count)) == .body(String(text.prefix(count)), used: count))
    }

    @Test("a carriage return and line feed in a body are two of its bytes")
    func lineEndInBody() {
        #expect(decode("a\r\nb", .length(3)) == .body("a\r\n", used: 3))
        #expect(decode("2\r\n\r\n\r\n0\r\n\r\n") == .body("\r\n", used: 12))
    }

    @Test("a short body by length is not complete")
    func shortLength() {
        #expect(decode("ab", .length(3)) == .incomplete("ab"))
        #expect(decode("", .length(3)) == .incomplete(""))
    }

    @Test("a length above the limit is refused at once, one at the limit is taken")
    func lengthLimit() {
        #expect(decode("", .length(65)) == .refused(.bodyTooLarge(limit: 64)))
        #expect(decode("", .length(Int.max)) == .refused(.bodyTooLarge(limit: 64)))
        let text = String(repeating: "x", count: 64)
        #expect(decode(text, .length(64)) == .body(text, used: 64))
    }

    @Test(
        "chunks are put together",
        arguments: [
            ("0\r\n\r\n", ""), ("3\r\nabc\r\n0\r\n\r\n", "abc"), ("1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", "abc"),
            ("a\r\n0123456789\r\n0\r\n\r\n", "0123456789"), ("A\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
            ("1F\r\n0123456789012345678901234567890\r\n0\r\n\r\n", "0123456789012345678901234567890"),
            ("00000003\r\nabc\r\n00\r\n\r\n", "abc"), ("3\r\nabc\r\n00000000\r\n\r\n", "abc"),
            ("5\r\n0\r\n\r\n\r\n0\r\n\r\n", "0\r\n\r\n"), ("2\r\né\r\n0\r\n\r\n", "é"),
        ])
    func chunks(text: String, body: String) {
        #expect(decode(text) == .body(body, used: text.utf8.count))
        #expect(decode(text + "GET /") == .body(body, used: text.utf8.count), "the rest is not the body's")
    }

    @Test(
        "extensions are passed over",
        arguments: [
            "3;\r\nabc\r\n0\r\n\r\n", "3;a\r\nabc\r\n0\r\n\r\n", "3;a=b;c=\"d e\"\r\nabc\r\n0\r\n\r\n",
            "3; a\t\r\nabc\r\n0;z\r\n\r\n", "3 \t;a\r\nabc\r\n0 ;z\r\n\r\n", "3;0\r\nabc\r\n0;a=é\r\n\r\n",
        ])
    func extensions(text: String) {
        #expect(decode(text) == .body("abc", used: text.utf8.count))
    }

    @Test(
        "trailers are passed over",
        arguments: [
            "3\r\nabc\r\n0\r\nT: v\r\n\r\n", "3\r\nabc\r\n0\r\nT: v\r\nU: w\r\n\r\n",
            "3\r\nabc\r\n0\r\nt:\r\n\r\n",
        ])
    func trailers(text: String) {
        #expect(decode(text + "GET") == .body("abc", used: text.utf8.count))
    }

    @Test(
        "a trailer that is no field is refused",
        arguments: [
            "0\r\n", "T\r\n", " T: v\r\n", "T : v\r\n", ": v\r\n", "T: v\n", "T: \u{1}\r\n", "T: v\r\n U\r\n",
        ])
    func badTrailers(line: String) {
        #expect(decode("3\r\nabc\r\n0\r\n\(line)\r\n") == .refused(.badChunk))
    }

    @Test("every proper beginning is incomplete, whatever it holds of the body")
    func truncation() {
        let text = "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0;z\r\nT: v\r\n\r\n"
        for count in 0..<text.utf8.count {
            let start = String(decoding: text.utf8.prefix(count), as: UTF8.self)
            guard case .incomplete(let body) = decode(start) else {
                Issue.record("\(count) bytes of it were taken for the whole, or refused.")
                continue
            }
            #expect("abc0123456789".hasPrefix(body))
        }
        #expect(decode(text) == .body("abc0123456789", used: text.utf8.count))
    }

    @Test(
        "a size of another form is refused",
        arguments: [
            "\r\n", "x\r\n", "g\r\n", "-3\r\n", "+3\r\n", " 3\r\n", "\t3\r\n", "0x3\r\n", "3 \r\n",
            "3\t\r\n", "3 \t3;a\r\n",
            "3,3\r\n", "3.0\r\n", ";a\r\n", "\n", "3g\r\n", "\u{FF13}\r\n", "3\0\r\n", "\r3\r\n",
        ])
    func badSizes(text: String) {
        #expect(decode(text) == .refused(.badChunk))
    }

    @Test(
        "a missing or halved line end is refused",
        arguments: [
            "3\nabc\r\n", "3\rabc", "3\r\rabc", "3;a\nabc", "3;a\rb", "3\r\nabc3\r\n", "3\r\nabcd\r\n",
            "3\r\nabc\n0\r\n\r\n", "3\r\nabc\r0\r\n\r\n", "3\r\nabc0\r\n\r\n", "3\r\nab\r\n0\r\n\r\n",
            "3\r\nabc\r\n\r\n0\r\n\r\n", "0\r\n\n", "0\r\n\rT", "0\r\nT: v\n", "0\r\nT: v\r\rT", "0\n\n",
        ])
    func badLineEnds(text: String) {
        #expect(decode(text) == .refused(.badChunk))
    }

    @Test(
        "control characters in extensions and trailers are refused",
        arguments: ["\0", "\u{1}", "\u{B}", "\u{7F}"])
    func controls(character: String) {
        #expect(decode("3;a\(character)\r\n") == .refused(.badChunk))
        #expect(decode("0\r\nT: a\(character)\r\n\r\n") == .refused(.badChunk))
    }

    @Test(
        "a size that overflows is refused",
        arguments: ["000000003", "100000000", "FFFFFFFFFFFFFFFF", "10000000000000003"])
    func overflow(size: String) {
        #expect(decode("\(size)\r\nabc\r\n0\r\n\r\n") == .refused(.badChunk))
    }

    @Test("a chunk above the limit is refused before its data")
    func chunkLimit() {
        let text = String(repeating: "x", count: 64)
        #expect(decode("40\r\n\(text)\r\n0\r\n\r\n") == .body(text, used: 75))
        #expect(decode("41\r\n") == .refused(.bodyTooLarge(limit: 64)))
        #expect(decode("FFFFFFFF\r\n") == .refused(.bodyTooLarge(limit: 64)))
        #expect(decode("40\r\n\(text)\r\n1\r\n") == .refused(.bodyTooLarge(limit: 64)))
        #expect(decode("0\r\n\r\n", byteLimit: 0) == .body("", used: 5))
        #expect(decode("1\r\n", byteLimit: 0) == .refused(.bodyTooLarge(limit: 0)))
    }

    @Test("extensions and trailers together have exactly as many bytes as they may have")
    func overheadLimit() {
        // An extension counts up to its carriage return, and a trailer likewise.
        let text = "0;abc\r\nT: v\r\n\r\n"
        #expect(decode(text, overheadLimit: 9) == .body("", used: text.utf8.count))
        #expect(decode(text, overheadLimit: 8) == .refused(.badChunk))
        let many = String(repeating: "1;abc\r\nx\r\n", count: 7)
        #expect(decode(many) == .refused(.badChunk))
    }
}
