import Testing

@testable import JSON

/// What the writer puts between and around values, what it escapes, and what it stops at.
@Suite("Output of JSON")
struct JSONOutputTests {
    private func text(pretty: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(pretty: pretty)
        body(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private func quoted(_ text: String) -> String { self.text { $0.write(text) } }

    @Test(
        "commas stand between neighbours only, compact and pretty",
        arguments: [
            ([], "[]", "[]"), ([1], "[1]", "[\n  1\n]"), ([1, 2], "[1,2]", "[\n  1,\n  2\n]"),
            ([[], [:]], "[[],{}]", "[\n  [],\n  {}\n]"), ([[], 1], "[[],1]", "[\n  [],\n  1\n]"),
            (["a": 1], #"{"a":1}"#, "{\n  \"a\": 1\n}"),
            (
                ["a": [:], "b": [nil]], #"{"a":{},"b":[null]}"#,
                "{\n  \"a\": {},\n  \"b\": [\n    null\n  ]\n}"
            ),
            (
                [["a": [true]], "x"], #"[{"a":[true]},"x"]"#,
                "[\n  {\n    \"a\": [\n      true\n    ]\n  },\n  \"x\"\n]"
            ),
            ("x", #""x""#, #""x""#), (nil, "null", "null"), (false, "false", "false"),
        ] as [(JSONValue, String, String)])
    func commas(value: JSONValue, compact: String, pretty: String) throws {
        #expect(String(decoding: value.encoded(), as: UTF8.self) == compact)
        #expect(String(decoding: value.encoded(pretty: true), as: UTF8.self) == pretty)
        #expect(value.description == pretty)
        #expect(try JSONReader.read(value.encoded(pretty: true)) == value)
    }

    @Test("of all characters below U+0080 the control characters, the mark and the backslash are escaped")
    func escapes() {
        let short: [UInt8: String] = [
            0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: "\\\"", 0x5C: "\\\\",
        ]
        for byte in UInt8(0)...0x7F {
            let plain = String(Character(Unicode.Scalar(byte)))
            let hex = String(byte, radix: 16)
            let long = byte < 0x20 ? "\\u" + String(repeating: "0", count: 4 - hex.count) + hex : plain
            #expect(Array(quoted(plain).utf8) == Array("\"\(short[byte] ?? long)\"".utf8))
        }
    }

    @Test(
        "everything else leaves as it is, and a name is escaped like a value",
        arguments: [
            "é", "e\u{301}", "\u{7F}", "\u{2028}\u{2029}", "\u{FEFF}", "\u{FFFD}", "😀", "</script>", "/", "",
        ])
    func unescaped(plain: String) {
        #expect(Array(quoted(plain).utf8) == Array("\"\(plain)\"".utf8))
        let object = text {
            $0.beginObject()
            $0.key(plain + "\"\n")
            $0.writeNull()
            $0.endObject()
        }
        #expect(Array(object.utf8) == Array("{\"\(plain)\\\"\\n\":null}".utf8))
    }

    @Test(
        "bytes that are not UTF-8 are repaired, the rest and its escapes stay",
        arguments: [
            ([0xFF], "\u{FFFD}"), ([0x22, 0xC3], "\\\"\u{FFFD}"), ([0xC3, 0x0A], "\u{FFFD}\\n"),
            ([0x61, 0x80, 0x62, 0xFE, 0x63], "a\u{FFFD}b\u{FFFD}c"), ([0xC3, 0xA9, 0xFF], "é\u{FFFD}"),
            ([0xC3, 0xA9, 0x22], "é\\\""), ([], ""),
        ] as [([UInt8], String)])
    func repaired(bytes: [UInt8], inner: String) throws {
        let json = text { $0.write(utf8: bytes.span) }
        #expect(json == "\"\(inner)\"")
        #expect(throws: Never.self) { try JSONReader.read(Array(json.utf8)) }
    }

    @Test(
        "numbers leave with the text they came with",
        arguments: ["0", "-0", "34.0", "34.00", "1e5", "1E+05", "-0.0e-0", "123456789012345678901234567890"])
    func numbers(number: String) {
        #expect(text { $0.writeNumber(number) } == number)
        #expect(text { $0.writeNumber(utf8: number.utf8.span) } == number)
        #expect(text { $0.writeRaw(number) } == number)
    }

    @Test("integers are written digit by digit", arguments: 0...18)
    func integers(zeroCount: Int) {
        let power = (0..<zeroCount).reduce(Int64(1)) { product, _ in product * 10 }
        for number in [power, power - 1, -power, 1 - power, .max - power + 1, .min + power - 1] {
            #expect(text { $0.write(number) } == String(number))
        }
    }

    @Test("a buffer is written behind what it holds and comes back with it")
    func reused() {
        var buffer = Array("data: ".utf8)
        for number in [Int64(1), 2] {
            var writer = JSONWriter(reusing: buffer)
            writer.beginArray()
            writer.write(number)
            writer.endArray()
            buffer = writer.finish()
        }
        #expect(String(decoding: buffer, as: UTF8.self) == "data: [1][2]")
    }

    @Test("raw values take their place among others")
    func raw() {
        let json = text {
            $0.beginArray()
            $0.writeRaw(#"{"a":1}"#)
            $0.writeRaw(utf8: "[2]".utf8.span)
            $0.beginObject()
            $0.key("b")
            $0.writeRaw("3")
            $0.key("c")
            $0.write("x")
            $0.endObject()
            $0.endArray()
        }
        #expect(json == #"[{"a":1},[2],{"b":3,"c":"x"}]"#)
    }

    @Test("mixed nesting of 128 levels closes in the right order")
    func deepest() throws {
        var value: JSONValue = nil
        for level in 0..<JSONWriter.maximumDepth {
            if level.isMultiple(of: 3) { value = ["a": value] } else { value = [value, 1] }
        }
        var limits = JSONReader.Limits()
        limits.depth = JSONWriter.maximumDepth
        #expect(try JSONReader.read(value.encoded(), limits: limits) == value)
        #expect(try JSONReader.read(value.encoded(pretty: true), limits: limits) == value)
    }
}
