import Testing

@testable import JSON

@Suite("Writing JSON")
struct JSONWriterTests {
    private func written(pretty: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(pretty: pretty)
        body(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private func write(_ json: inout JSONWriter) {
        json.beginObject()
        json.key("a")
        json.beginArray()
        json.write(-1)
        json.writeNull()
        json.write(true)
        json.beginObject()
        json.endObject()
        json.endArray()
        json.key("b\"")
        json.writeNumber("34.0")
        json.endObject()
    }

    @Test("commas and nesting are looked after")
    func nesting() {
        #expect(written { write(&$0) } == #"{"a":[-1,null,true,{}],"b\"":34.0}"#)
        #expect(written(pretty: true) { write(&$0) }.contains("\n  \"a\": [\n    -1,"))
    }

    @Test("what must be escaped is, wherever it stands", arguments: 0..<20)
    func escapes(offset: Int) throws {
        let text =
            String(repeating: "x", count: offset) + "\"\\\n\u{1}é\u{2028}" + String(repeating: "y", count: 9)
        let json = written { $0.write(text) }
        #expect(!json.utf8.contains { $0 < 0x20 })
        #expect(try JSONReader.read(Array(json.utf8)) == .string(text))
    }

    @Test("bytes that are not UTF-8 never leave")
    func repaired() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62]
        #expect(written { $0.write(utf8: bytes.span) } == "\"a\u{FFFD}b\"")
    }

    @Test("integers of every size", arguments: [0, -1, 9, 10, Int64.max, Int64.min])
    func integers(number: Int64) {
        #expect(written { $0.write(number) } == "\(number)")
    }

    @Test(
        "a merge patch does what RFC 7396 shows",
        arguments: [
            (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
            (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
            (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
            (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
            (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
            (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#), (#"{"a":"foo"}"#, "null", "null"),
            (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
            ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
            ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        ])
    func mergePatch(target: String, patch: String, expected: String) throws {
        let merged = JSONValue.mergePatch(
            try JSONReader.read(Array(target.utf8)), try JSONReader.read(Array(patch.utf8)))
        #expect(merged == (try JSONReader.read(Array(expected.utf8))))
    }
}
