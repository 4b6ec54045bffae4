import Testing

@testable import JSON

/// RFC 8259 rule by rule: the texts beside each border of the grammar, taken or refused.
@Suite("Grammar of JSON")
struct JSONGrammarTests {
    private func read(_ text: String) throws(JSONReaderError) -> JSONValue {
        try JSONReader.read(Array(text.utf8))
    }

    private func reason(_ bytes: [UInt8]) -> JSONReaderError.Reason? {
        do throws(JSONReaderError) {
            _ = try JSONReader.read(bytes)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test(
        "white space may stand around every token and inside none",
        arguments: [
            "{", "}", "[", "]", ":", ",",
        ])
    func space(token: String) throws {
        let text = #"{"a":[1,true],"b":{},"c":[]}"#
        let spaced = text.replacing(token, with: " \t\r\n\(token)\n\r\t ")
        #expect(try read(spaced) == read(text))
        for other in ["\u{B}", "\u{C}", "\u{0}", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{3000}"] {
            #expect(throws: JSONReaderError.self) { try read(text.replacing(token, with: other + token)) }
            #expect(throws: JSONReaderError.self) { try read(text.replacing(token, with: token + other)) }
        }
    }

    @Test(
        "any value may stand alone, with space around it",
        arguments: [
            ("null", .null), (" true", true), ("false\n", false), ("\t\"\"\r\n", ""), ("0", 0), ("-1", -1),
            ("[ ]", []), ("{ }", [:]), ("[\n[\t]\r]", [[]]), ("[null , null]", [nil, nil]),
            (#"{ "a" : { "b" : [ ] } }"#, ["a": ["b": []]]), (#"{"":""}"#, ["": ""]),
        ] as [(String, JSONValue)])
    func values(text: String, value: JSONValue) throws {
        #expect(try read(text) == value)
    }

    @Test(
        "a number follows the grammar to its last digit",
        arguments: [
            ("0", true), ("-0", true), ("9", true), ("10", true), ("0.0", true), ("0.10", true),
            ("-12.34", true),
            ("1e0", true), ("1E0", true), ("1e+0", true), ("1e-0", true), ("1e007", true), ("0e1", true),
            ("1.0E+10", true), ("-0.0e-0", true), ("", false), ("-", false), ("+0", false), ("00", false),
            ("-00", false), ("01", false), ("0.", false), (".0", false), ("-.0", false), ("1.e1", false),
            ("1e", false), ("1e+", false), ("1e-", false), ("1e1.0", false), ("1ee1", false),
            ("1e+-1", false),
            ("1.2.3", false), ("1-", false), ("1+1", false), ("- 1", false), ("1 000", false), ("0x0", false),
            ("0b1", false), ("1f", false), ("1L", false), ("1,5", false), ("١", false), ("１", false),
            ("1\u{0}", false), ("∞", false), ("NaN", false), ("-Infinity", false),
        ])
    func numbers(text: String, isNumber: Bool) {
        #expect((JSONNumber(text) != nil) == isNumber)
        #expect(JSONNumber.isNumber(text.utf8.span) == isNumber)
        let value = try? read(text)
        #expect(value == JSONNumber(text).map { .number($0) })
    }

    @Test("a number of ten thousand digits keeps every one")
    func longNumber() throws {
        let text =
            "-" + String(repeating: "9", count: 5_000) + "." + String(repeating: "0", count: 5_000) + "1"
        #expect(String(decoding: try read(text).encoded(), as: UTF8.self) == text)
    }

    @Test("of all single bytes only the ten digits are a text")
    func singleBytes() {
        for byte in UInt8.min...UInt8.max {
            #expect((reason([byte]) == nil) == (48...57).contains(byte))
        }
    }

    @Test("of all bytes behind a backslash only the eight marks make an escape")
    func escapes() throws {
        let known: [Character: String] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        ]
        for byte in UInt8(0)...0x7F where byte != UInt8(ascii: "u") {
            let text: [UInt8] = [0x22, 0x5C, byte, 0x22]
            if let value = known[Character(Unicode.Scalar(byte))] {
                #expect(try JSONReader.read(text) == .string(value))
            } else {
                #expect(reason(text) == .unknownEscape)
            }
        }
        #expect(reason(Array("\"\\é\"".utf8)) == .unknownEscape)
    }

    @Test("a control character in a string is refused, each one, and DEL and C1 are not")
    func controls() throws {
        for byte in UInt8(0)..<0x20 { #expect(reason([0x22, byte, 0x22]) == .controlCharacter) }
        #expect(try read("\"\u{7F}\u{80}\u{9F}\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{10FFFF}\"") != .string(""))
    }

    @Test("every code unit escape is its character, and a surrogate alone is refused")
    func codeUnits() throws {
        var broken: [String] = []
        for unit in UInt16.min...UInt16.max {
            let hex = String(unit, radix: 16, uppercase: unit.isMultiple(of: 2))
            let text = "\"\\u" + String(repeating: "0", count: 4 - hex.count) + hex + "\""
            if let scalar = Unicode.Scalar(unit) {
                if try read(text) != .string(String(Character(scalar))) { broken.append(text) }
            } else if reason(Array(text.utf8)) != .loneSurrogate {
                broken.append(text)
            }
        }
        #expect(broken.prefix(5) == [])
    }

    @Test(
        "a pair of surrogates is one character, in this order and side by side only",
        arguments: [
            (#""\ud800\udc00""#, "\u{10000}"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\uD83D\ude00""#, "😀"),
            (#""x\ud834\udd1ey""#, "x\u{1D11E}y"), (#""\udc00\ud800""#, nil), (#""\ud83d\ud83d\ude00""#, nil),
            (#""\ud83d \ude00""#, nil), (#""\ud83d\\ude00""#, nil), (#""\ud83d\u0041""#, nil),
            (#""\ud83d\ue000""#, nil), (#""\ud83d""#, nil), (#""\ude00""#, nil), (#""\ud83d\n""#, nil),
        ])
    func pairs(text: String, value: String?) {
        #expect((try? read(text)) == value.map { .string($0) })
        if value == nil { #expect(reason(Array(text.utf8)) == .loneSurrogate) }
    }

    @Test(
        "escapes with fewer than four hexadecimal digits are refused",
        arguments: [
            #""\u""#, #""\u0""#, #""\u00""#, #""\u004""#, #""\u004g""#, #""\u 041""#, #""\u+041""#,
            #""\u-041""#,
            #""\u0x41""#, #""\u{41}""#, #""\ud83d\u""#, #""\ud83d\ude0""#, #""\u００４１""#,
        ])
    func hexadecimal(text: String) {
        #expect(reason(Array(text.utf8)) == .invalidUnicodeEscape)
    }

    @Test(
        "bytes that are not UTF-8 are refused wherever they stand, with the place of the first",
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
            [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        for (before, after) in [
            ("\"", "\""), ("\"long enough to be read by words ", "\""), ("[1,", "]"), (" ", " "),
        ] {
            let text = Array(before.utf8) + bytes + Array(after.utf8)
            do throws(JSONReaderError) {
                _ = try JSONReader.read(text)
                Issue.record("\(bytes) went through.")
            } catch {
                #expect(error.reason == .invalidUTF8)
                #expect(error.byteOffset == before.utf8.count)
            }
        }
    }
}
