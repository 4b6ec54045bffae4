import Testing

@testable import JSON

/// Trees: when two are equal, how members are found and kept, and that nothing is lost on the way round.
@Suite("JSON values")
struct JSONValueTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test(
        "two values are equal when they say the same with the same text",
        arguments: [
            (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, true), (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
            (#"{"a":null}"#, #"{}"#, false), (#"{"a":null}"#, #"{"b":null}"#, false),
            ("[1,2]", "[2,1]", false),
            ("34.0", "34", false), ("1e1", "10", false), ("0", "-0", false), ("1", "\"1\"", false),
            ("null", "false", false), ("[]", "{}", false), (#""\u00e9""#, "\"\u{E9}\"", true),
            ("\"\u{E9}\"", "\"e\u{301}\"", false), ("{\"\u{E9}\":1}", "{\"e\u{301}\":1}", false),
            ("\"\u{212B}\"", "\"\u{C5}\"", false), ("[[{}]]", "[ [ { } ] ]", true),
        ])
    func equality(left: String, right: String, isEqual: Bool) throws {
        let left = try read(left)
        let right = try read(right)
        #expect((left == right) == isEqual)
        #expect((right == left) == isEqual)
    }

    @Test("members are looked up in objects only")
    func members() throws {
        let value = try read(#"{"a":{"b":[1]},"n":null,"":0}"#)
        #expect(value["a"]?["b"] == [1])
        #expect(value["a"]?["b"]?["c"] == .none)
        #expect(value["n"] == .some(.null))
        #expect(value[""] == 0)
        #expect(value["missing"] == .none)
        for other in ["null", "true", "1", "\"a\"", "[1]"] { #expect(try read(other)["a"] == .none) }
    }

    @Test(
        "each kind has its name",
        arguments: [
            ("null", "null"), ("true", "true or false"), ("1", "a number"), ("\"\"", "a string"),
            ("[]", "an array"),
            ("{}", "an object"),
        ])
    func kindNames(text: String, name: String) throws {
        #expect(try read(text).kindName == name)
    }

    @Test("a member keeps its place when it is set again, and goes when it is set to nothing")
    func places() {
        var object: JSONObject = ["a": 1, "b": 2, "c": 3]
        object["b"] = "new"
        object["d"] = .null
        object["a"] = .none
        object["missing"] = .none
        #expect(object.members.map(\.name) == ["b", "c", "d"])
        #expect(object["b"] == "new" && object["d"] == .some(.null))
        #expect(object.place(of: "c") == 1 && object.place(of: "a") == nil)
        let again = object.append("b", 4)
        #expect(!again && object["b"] == "new" && object.count == 3)
        let isNew = object.append("a", 5)
        #expect(isNew && object.place(of: "a") == 3)
    }

    @Test("the index of a large object follows what is added, set and removed")
    func index() {
        var object = JSONObject()
        var model: [(name: String, number: Int64)] = []
        // A fixed row of steps that crosses the size at which the index begins, both ways.
        var state: UInt32 = 1
        for step in 0..<2_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            let name = "n\(state >> 24 & 15)"
            let place = model.firstIndex { $0.name == name }
            if state >> 20 & 3 == 0 {
                object[name] = .none
                if let place { model.remove(at: place) }
            } else {
                object[name] = .number(JSONNumber(Int64(step)))
                if let place { model[place].number = Int64(step) } else { model.append((name, Int64(step))) }
            }
            let isRight =
                object.members.map(\.name) == model.map(\.name)
                && model.allSatisfy { object[$0.name] == .number(JSONNumber($0.number)) }
                && (0..<16).allSatisfy { number in
                    object.place(of: "n\(number)") == model.firstIndex { $0.name == "n\(number)" }
                }
            guard isRight else {
                Issue.record("After step \(step) the object and its model differ.")
                return
            }
        }
        #expect(object.isEmpty == model.isEmpty)
    }

    @Test(
        "a number is an integer when it is written as one and fits",
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1.0", nil), ("1e0", nil),
            ("100000000000000000000", nil),
        ] as [(String, Int64?)])
    func integers(text: String, integer: Int64?) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.int64 == integer)
        #expect(number.description == text)
    }

    @Test("random trees come back from both spellings as they went")
    func roundTrips() throws {
        var generator = TreeGenerator(state: 7)
        for _ in 0..<300 {
            let tree = generator.value(depth: 0)
            let compact = tree.encoded()
            #expect(try JSONReader.read(compact) == tree)
            #expect(try JSONReader.read(compact).encoded() == compact)
            #expect(try JSONReader.read(tree.encoded(pretty: true)).encoded() == compact)
        }
    }
}

/// Trees from a fixed row of numbers, so that a failure comes again.
private struct TreeGenerator {
    var state: UInt64

    private mutating func below(_ bound: UInt64) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % bound)
    }

    private mutating func text() -> String {
        let parts = [
            "a", "\"", "\\", "\n", "\u{0}", "\u{1F}", "é", "e\u{301}", "€", "😀", "\u{7F}", "/", "plain text",
        ]
        return (0..<below(12)).reduce("") { text, _ in text + parts[below(UInt64(parts.count))] }
    }

    mutating func value(depth: Int) -> JSONValue {
        switch below(depth < 5 ? 7 : 5) {
        case 0: return .null
        case 1: return .bool(below(2) == 0)
        case 2: return .number(JSONNumber(Int64(bitPattern: state)))
        case 3:
            return .number(JSONNumber("-\(below(1_000)).\(below(1_000))0E+0\(below(400))") ?? JSONNumber(0))
        case 4: return .string(text())
        case 5: return .array((0..<below(6)).map { _ in value(depth: depth + 1) })
        default:
            var object = JSONObject()
            for _ in 0..<below(14) { object[text()] = value(depth: depth + 1) }
            return .object(object)
        }
    }
}
