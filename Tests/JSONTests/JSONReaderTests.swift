import Testing

@testable import JSON

/// RFC 8259: what is one JSON text and what is none.
@Suite("Reading JSON")
struct JSONReaderTests {
    private func read(_ text: String) throws(JSONReaderError) -> JSONValue {
        try JSONReader.read(Array(text.utf8))
    }

    @Test(
        "texts that are JSON come back as they were",
        arguments: [
            "null", "true", "[]", "{}", "\"\"", "0", "-0", "34.0", "1e5", "-1.5E-7", "[1,[2,{\"a\":[]}]]",
            "\"é😀\"",
            "{\"\":1,\"a\":null}", "123456789012345678901234567890.0",
        ])
    func roundTrip(text: String) throws {
        #expect(String(decoding: try read(text).encoded(), as: UTF8.self) == text)
        #expect(try read(" \t\r\n" + text + "\n") == read(text))
    }

    @Test(
        "escapes are read",
        arguments: [
            ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u0041\\u00e9\"", "Aé"),
            ("\"\\ud83d\\uDE00\"", "😀"), ("\"\\u0000\"", "\0"),
        ])
    func escapes(text: String, value: String) throws {
        #expect(try read(text) == .string(value))
    }

    @Test(
        "texts that are not JSON are refused with their reason",
        arguments: [
            ("", JSONReaderError.Reason.empty), ("nul", .endsInsideLiteral), ("[1,]", .trailingComma),
            ("{\"a\":1,}", .trailingComma),
            ("[1 2]", .commaOrArrayEndExpected), ("{\"a\" 1}", .colonExpected), ("{a:1}", .nameExpected),
            ("01", .leadingZero),
            ("1.", .endsInsideNumber), ("1.e5", .digitExpected), ("\"a", .endsInsideString),
            ("[", .endsInsideArray),
            ("{\"a\":1", .endsInsideObject), ("1 2", .textAfterValue), ("// x\n1", .comment),
            ("True", .unknownLiteral),
            ("\"\t\"", .controlCharacter), ("\"\\x\"", .unknownEscape),
            ("\"\\u12g4\"", .invalidUnicodeEscape),
            ("\"\\ud800\"", .loneSurrogate), ("\"\\udc00\\ud800\"", .loneSurrogate),
            ("{\"a\":1,\"a\":2}", .duplicateName("a")),
            ("\u{FEFF}1", .byteOrderMark),
        ])
    func refused(text: String, reason: JSONReaderError.Reason) {
        #expect(throws: JSONReaderError.self) { try read(text) }
        do throws(JSONReaderError) {
            _ = try read(text)
        } catch {
            #expect(error.reason == reason)
            #expect(error.line >= 1 && error.column >= 1)
        }
    }

    @Test(
        "bytes that are not UTF-8 are refused",
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xE2, 0x82, 0x22],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        #expect(throws: JSONReaderError.self) { try JSONReader.read(bytes) }
    }

    @Test("a text cut at any byte is refused, and mostly known as cut")
    func truncation() throws {
        let text = Array(#"{"a":[1,-2.5e3,true,null,"é\u00e9\n"],"b":{"c":{}}}"#.utf8)
        for count in 0..<text.count {
            do throws(JSONReaderError) {
                _ = try JSONReader.read(Array(text[..<count]))
                Issue.record("\(count) bytes were taken for the whole.")
            } catch {
                #expect(error.byteOffset <= count)
                #expect(error.isTruncation || error.reason == .invalidUTF8)
            }
        }
    }

    @Test("a hundred thousand levels are refused and nothing breaks", arguments: ["[", "{\"a\":"])
    func depth(open: String) {
        #expect(throws: JSONReaderError.self) { try read(String(repeating: open, count: 100_000)) }
        #expect(throws: Never.self) {
            try read(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
        }
        #expect(throws: JSONReaderError.self) {
            try read(String(repeating: "[", count: 65) + String(repeating: "]", count: 65))
        }
    }

    @Test("the place of an error is its line and column")
    func place() {
        do throws(JSONReaderError) {
            _ = try read("{\n  \"a\": 1,\n  \"é\": x\n}")
        } catch {
            #expect("\(error)".hasPrefix("Line 3, column 8: "))
        }
    }

    @Test("limits are held")
    func limits() {
        var limits = JSONReader.Limits()
        limits.byteCount = 4
        #expect(throws: JSONReaderError.self) { try JSONReader.read(Array("12345".utf8), limits: limits) }
        limits = JSONReader.Limits()
        limits.valueCount = 3
        #expect(throws: JSONReaderError.self) { try JSONReader.read(Array("[1,2,3]".utf8), limits: limits) }
    }
}
