import Testing

@testable import JSON

/// Texts at the edges of RFC 8259, the search for escapes byte by byte, and depths at the limit.
@Suite("Edges of JSON")
struct JSONExtremesTests {
    private func read(_ text: String) throws(JSONReaderError) -> JSONValue {
        try JSONReader.read(Array(text.utf8))
    }

    @Test(
        "section by section, what is not in the grammar is refused",
        arguments: [
            " ", "\u{C}1", "\u{A0}1", "\u{2028}1", "'a'", "+1", ".5", "-", "-a", "--1", "0x1", "1e", "1e+",
            "1E-",
            "00", "-01", "0.", "1.5.5", "1_000", "NaN", "Infinity", "-Infinity", "nulll", "nul", "true1",
            "trueFalse",
            "TRUE", "[", "]", "[,1]", "[1,,2]", "[1,]", "[1 ,", "{", "}", "{,}", "{\"a\"}", "{\"a\":}",
            "{\"a\":,}",
            "{\"a\":1,,}", "{1:2}", "{null:1}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "[1}", "{\"a\":1]",
            "\"a\nb\"",
            "\"a\u{0}b\"", "\"\\", "\"\\\"", "\"\\u\"", "\"\\u12\"", "\"\\U0041\"", "\"\\x41\"", "\"\\'\"",
            "\"\\\n\"",
            "\"\\ud83d\"", "\"\\ud83d\\n\"", "\"\\ud83dx\"", "\"\\ud83d\\ud83d\"", "\"\\ude00\"",
            "\"a\" \"b\"", "1,",
            "[]]", "{}{}", "[1]#", "/*1*/1", "1//", "[1/**/]", "{\"a\":1,\"\\u0061\":2}",
        ])
    func refused(text: String) {
        #expect(throws: JSONReaderError.self) { try read(text) }
    }

    @Test(
        "numbers keep their text",
        arguments: [
            "0", "-0", "0.0", "-0.0", "34.0", "34.00", "1E+2", "1e-400", "1e400", "0e0",
            "9223372036854775808",
            "0.1000000000000000055511151231257827",
        ])
    func numbers(text: String) throws {
        #expect(try read(text) == .number(try #require(JSONNumber(text))))
        #expect(String(decoding: try read("[\(text)]").encoded(), as: UTF8.self) == "[\(text)]")
    }

    @Test("integers are those that are written so and fit")
    func integers() {
        #expect(JSONNumber("-9223372036854775808")?.int64 == .min)
        #expect(JSONNumber("9223372036854775808")?.int64 == nil)
        #expect(JSONNumber("34.0")?.int64 == nil)
        #expect(JSONNumber("1e2")?.int64 == nil)
        for text in ["", "1 ", " 1", "1a", "+1", "01"] { #expect(JSONNumber(text) == nil) }
    }

    @Test("two spellings of é are two names")
    func exactNames() throws {
        let object = try read("{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(object["\u{E9}"] == 1)
        #expect(object["e\u{301}"] == 2)
    }

    @Test("names are found and kept apart on both sides of the index", arguments: [1, 8, 9, 10, 200])
    func manyMembers(count: Int) throws {
        let members = (0..<count).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
        let value = try read("{\(members)}")
        for number in 0..<count { #expect(value["n\(number)"] == .number(JSONNumber(Int64(number)))) }
        #expect(value["n\(count)"] == nil)
        #expect(throws: JSONReaderError.self) { try read("{\(members),\"n0\":1}") }
        var object = JSONObject()
        for number in 0..<count { object["n\(number)"] = .null }
        object["n0"] = nil
        #expect(object.count == count - 1)
        #expect(object["n0"] == nil)
        #expect(count == 1 || object["n\(count - 1)"] == .null)
    }

    @Test(
        "every byte that needs an escape is found at every place of a word, and no other is",
        arguments: 0..<17)
    func specials(place: Int) {
        for byte in UInt8.min...UInt8.max {
            for filler in [UInt8(ascii: "x"), 0x7F, 0x80, 0xFF, 0x21, 0x23, 0x5B, 0x5D, 0x20] {
                var bytes = [UInt8](repeating: filler, count: 24)
                bytes[place] = byte
                let isSpecial = byte < 0x20 || byte == 0x22 || byte == 0x5C
                if JSONText.firstSpecial(in: bytes.span, from: 0) != (isSpecial ? place : 24) {
                    Issue.record("byte \(byte) at \(place) among \(filler)")
                }
            }
        }
    }

    @Test(
        "the deepest tree that can be read can be written again", arguments: [("[", "]"), ("{\"a\":", "}")])
    func depth(open: String, close: String) throws {
        var limits = JSONReader.Limits()
        limits.depth = JSONWriter.maximumDepth
        let inner = open == "[" ? "" : "0"
        let text =
            String(repeating: open, count: limits.depth) + inner
            + String(repeating: close, count: limits.depth)
        let value = try JSONReader.read(Array(text.utf8), limits: limits)
        #expect(String(decoding: value.encoded(), as: UTF8.self) == text)
        let deeper = Array((open + text + close).utf8)
        #expect(throws: JSONReaderError.self) { try JSONReader.read(deeper, limits: limits) }
    }

    @Test("a member too many is refused, the last allowed one is not")
    func memberLimit() throws {
        var limits = JSONReader.Limits()
        limits.memberCount = 2
        #expect(throws: Never.self) { try JSONReader.read(Array("{\"a\":1,\"b\":2}".utf8), limits: limits) }
        do throws(JSONReaderError) {
            _ = try JSONReader.read(Array("{\"a\":1,\"b\":2,\"c\":3}".utf8), limits: limits)
            Issue.record("Three members went through.")
        } catch {
            #expect(error.reason == .tooManyMembers(limit: 2))
        }
    }

    @Test(
        "the cases of RFC 7396, appendix A, about arrays and scalars",
        arguments: [
            (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#), (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
            ("{}", #"{"a":null}"#, "{}"), ("null", #"{"a":1}"#, #"{"a":1}"#),
        ])
    func mergePatch(target: String, patch: String, expected: String) throws {
        #expect(JSONValue.mergePatch(try read(target), try read(patch)) == (try read(expected)))
    }

    @Test("a patch keeps the places of the members and puts new ones last")
    func mergeOrder() throws {
        let merged = JSONValue.mergePatch(
            try read(#"{"a":1,"b":2,"c":3}"#), try read(#"{"d":4,"b":null,"a":9}"#))
        #expect(String(decoding: merged.encoded(), as: UTF8.self) == #"{"a":9,"c":3,"d":4}"#)
    }

    @Test("lines of JSON follow each other")
    func lines() {
        var writer = JSONWriter()
        writer.write(true)
        writer.endLine()
        writer.beginArray()
        writer.endArray()
        writer.endLine()
        #expect(String(decoding: writer.finish(), as: UTF8.self) == "true\n[]\n")
    }
}
