import Testing

@testable import JSON

/// Why and where texts are refused, and what a text may cost.
@Suite("Errors of JSON")
struct JSONErrorTests {
    private func error(_ bytes: [UInt8], _ limits: JSONReader.Limits = .init()) -> JSONReaderError? {
        do throws(JSONReaderError) {
            _ = try JSONReader.read(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    private func error(_ text: String, _ limits: JSONReader.Limits = .init()) -> JSONReaderError? {
        error(Array(text.utf8), limits)
    }

    @Test(
        "a text cut at any byte is refused at its end, and known as cut",
        arguments: [
            #"{"a":[1,-2.5e+3,true,false,null,{"b":[]},{}],"cdefghijklmnop":"qrstuvwxyz"}"#,
            #"["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"]"#, #"[[[["a",{"a":{"b":{"c":-0.0E-10}}}]]]]"#,
            "{ \"a\" : [ 1 , 2 ] , \"b\" : null }", #""a string alone""#, "true", "null", "false", "[]", "{}",
        ])
    func truncation(text: String) {
        let bytes = Array(text.utf8)
        #expect(error(bytes) == nil)
        for count in 0..<bytes.count {
            let found = error(Array(bytes[..<count]))
            #expect(found?.isTruncation == true)
            // A cut literal is pointed at from its first letter.
            let place = found?.reason == .endsInsideLiteral ? bytes[..<count].wordStart : count
            #expect(found?.byteOffset == place)
        }
    }

    @Test("a text cut inside a character is refused too")
    func cutCharacter() {
        let bytes = Array("[\"é€😀\"]".utf8)
        for count in 0..<bytes.count { #expect(error(Array(bytes[..<count])) != nil) }
    }

    @Test(
        "what is wrong in the middle of a text is no cut-off text",
        arguments: [
            "[1 2]", "{\"a\" 1}", "nulx", "[01]", "\"\\x\"", "1 2", "\u{FEFF}1", "{\"a\":1,\"a\":1}", "//",
        ])
    func notCut(text: String) {
        #expect(error(text)?.isTruncation == false)
    }

    @Test(
        "the place is the byte, the line and the column of what is wrong",
        arguments: [
            ("", 0, 1, 1), ("x", 0, 1, 1), ("  x", 2, 1, 3), ("\n\nx", 2, 3, 1), ("\r\n\r\nx", 4, 3, 1),
            ("\r\rx", 2, 3, 1), ("\r\n\rx", 3, 3, 1), ("[1,\n 2,\n x]", 9, 3, 2), ("[\"é\",x]", 6, 1, 6),
            ("[\"€😀\",x]", 11, 1, 7), ("[\"e\u{301}\" x]", 7, 1, 7), ("[1,\t]", 4, 1, 5),
            ("{\"a\":1,}", 7, 1, 8),
            ("{\"a\":1,\n\"a\":2}", 8, 2, 1), ("[\"ab\\x\"]", 4, 1, 5), ("\"\\u12x4\"", 5, 1, 6),
            ("[\"\\ud83d\"]", 2, 1, 3), ("01", 0, 1, 1), ("-x", 1, 1, 2), ("1 x", 2, 1, 3), ("[1", 2, 1, 3),
        ])
    func places(text: String, byteOffset: Int, line: Int, column: Int) {
        let found = error(text)
        #expect(found?.byteOffset == byteOffset)
        #expect(found?.line == line)
        #expect(found?.column == column)
    }

    @Test(
        "each reason is the one that helps",
        arguments: [
            (" \n", .empty), ("[1,", .endsInsideArray), ("{\"a\":", .endsBeforeValue),
            ("{\"a\"", .endsInsideObject),
            ("{\"a\":1,", .endsInsideObject), ("[1", .endsInsideArray), ("-", .endsInsideNumber),
            ("1e+", .endsInsideNumber), ("tru", .endsInsideLiteral), ("\"\\", .endsInsideString),
            ("[:]", .valueExpected), ("[,1]", .valueExpected), ("{\"a\":}", .valueExpected),
            ("'a'", .valueExpected),
            ("[1;2]", .commaOrArrayEndExpected), ("[1}", .commaOrArrayEndExpected),
            ("{\"a\":1]", .commaOrObjectEndExpected), ("{\"a\":1 \"b\":2}", .commaOrObjectEndExpected),
            ("{,}", .nameExpected), ("{1:2}", .nameExpected), ("{'a':1}", .nameExpected),
            ("{\"a\":1,,}", .nameExpected), ("{\"a\",1}", .colonExpected), ("{\"a\"=1}", .colonExpected),
            ("[1,]", .trailingComma), ("{\"a\":1 , }", .trailingComma), ("/* */1", .comment),
            ("[1//\n]", .comment),
            ("{/**/}", .comment), ("1 /", .comment), ("NULL", .unknownLiteral), ("truex", .unknownLiteral),
            ("undefined", .unknownLiteral), ("-01", .leadingZero), ("[00]", .leadingZero),
            ("1.x", .digitExpected),
            ("-e", .digitExpected), ("1ex", .digitExpected), ("\"a\nb\"", .controlCharacter),
            ("\"\\ude00", .loneSurrogate), ("\"\\ud83d", .endsInsideString), ("[]]", .textAfterValue),
            ("null null", .textAfterValue), ("{}x", .textAfterValue),
        ] as [(String, JSONReaderError.Reason)])
    func reasons(text: String, reason: JSONReaderError.Reason) {
        #expect(error(text)?.reason == reason)
        #expect(error(text)?.description.hasPrefix("Line ") == true)
        #expect(reason.sentence.hasSuffix("."))
    }

    @Test(
        "one name twice is refused however it is spelled, at its second place, in the same object only",
        arguments: [
            (#"{"a":1,"a":1}"#, 7), (#"{"a":1,"\u0061":2}"#, 7), (#"{"\ud83d\ude00":1,"😀":2}"#, 18),
            (#"{"":1,"":2}"#, 6), (#"[{"b":{"a":1,"c":2,"a":3}}]"#, 19), (#"{"a":1,"A":2}"#, nil),
            (#"{"a":{"a":{"a":1}}}"#, nil), (#"[{"a":1},{"a":1}]"#, nil), (#"{"a":1,"a ":1,"":1}"#, nil),
        ])
    func duplicates(text: String, byteOffset: Int?) {
        #expect(error(text)?.byteOffset == byteOffset)
        if byteOffset != nil {
            guard case .duplicateName = error(text)?.reason else {
                Issue.record("\(text) was refused for something else.")
                return
            }
        }
    }

    @Test("a byte order mark is refused before a value and is text in a string")
    func byteOrderMark() {
        #expect(error("\u{FEFF}{}")?.reason == .byteOrderMark)
        #expect(error("\u{FEFF}")?.reason == .byteOrderMark)
        #expect(error("\"\u{FEFF}\"") == nil)
        #expect(error("{}\u{FEFF}")?.reason == .textAfterValue)
        // UTF-16, either way round, has a mark that is not UTF-8.
        #expect(error([0xFF, 0xFE, 0x31, 0x00])?.reason == .invalidUTF8)
        #expect(error([0xFE, 0xFF, 0x00, 0x31])?.reason == .invalidUTF8)
    }

    @Test(
        "a hundred thousand levels are refused at the first too deep, closed or not",
        arguments: [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]"), (" [ ", " ] ")])
    func depth(open: String, close: String) {
        let levels = 100_000
        let opened = String(repeating: open, count: levels)
        for text in [opened, opened + "1" + String(repeating: close, count: levels)] {
            var limits = JSONReader.Limits()
            limits.byteCount = text.utf8.count
            #expect(error(text, limits)?.reason == .tooDeep(limit: 64))
        }
    }

    @Test("closed containers do not count as depth")
    func siblings() {
        let text = "[" + Array(repeating: "[[],{}]", count: 1_000).joined(separator: ",") + "]"
        var limits = JSONReader.Limits()
        limits.depth = 3
        #expect(error(text, limits) == nil)
        limits.depth = 2
        #expect(error(text, limits)?.byteOffset == 2)
    }

    @Test("each limit lets its last through and refuses the next")
    func limits() {
        var limits = JSONReader.Limits()
        limits.byteCount = 5
        #expect(error("[1,2]", limits) == nil)
        #expect(error("[1,2] ", limits)?.reason == .tooLong(byteLimit: 5))
        limits = .init()
        limits.valueCount = 4
        #expect(error("[1,[2]]", limits) == nil)
        #expect(error("[1,[2,3]]", limits)?.reason == .tooManyValues(limit: 4))
        #expect(error(#"{"a":1,"b":{"c":2}}"#, limits) == nil)
        limits = .init()
        limits.memberCount = 1
        #expect(error(#"[{"a":1},{"b":{"c":1}}]"#, limits) == nil)
        #expect(error(#"{"a":1,"b":2}"#, limits)?.reason == .tooManyMembers(limit: 1))
    }
}

extension ArraySlice<UInt8> {
    /// Where the run of letters at the end begins.
    fileprivate var wordStart: Int {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        return lastIndex { !letters.contains($0) }.map { $0 + 1 } ?? startIndex
    }
}
