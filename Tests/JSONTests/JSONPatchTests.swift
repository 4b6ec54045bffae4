import Testing

@testable import JSON

/// RFC 7396, appendix A, whole, and what the RFC says in words.
@Suite("Merge patches")
struct JSONPatchTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test(
        "each of the fifteen examples gives its result",
        arguments: [
            (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
            (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
            (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
            (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
            (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
            (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
            (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
            (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
            (#"{"a":"foo"}"#, "null", "null"),
            (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
            (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
            (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
            (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        ])
    func appendixA(target: String, patch: String, result: String) throws {
        let merged = JSONValue.mergePatch(try read(target), try read(patch))
        #expect(String(decoding: merged.encoded(), as: UTF8.self) == result)
    }

    @Test("the example of section 3 gives its result, in the order of the target")
    func sectionThree() throws {
        let target = try read(
            #"""
            {"title":"Goodbye!","author":{"givenName":"John","familyName":"Doe"},
             "tags":["example","sample"],"content":"This will be unchanged"}
            """#)
        let patch = try read(
            #"{"title":"Hello!","phoneNumber":"+01-123-456-7890","author":{"familyName":null},"tags":["example"]}"#
        )
        let result =
            #"{"title":"Hello!","author":{"givenName":"John"},"tags":["example"],"#
            + #""content":"This will be unchanged","phoneNumber":"+01-123-456-7890"}"#
        let merged = JSONValue.mergePatch(target, patch)
        #expect(String(decoding: merged.encoded(), as: UTF8.self) == result)
    }

    @Test(
        "an empty patch changes no object and makes one of anything else",
        arguments: [
            (#"{"a":null,"b":[{}]}"#, #"{"a":null,"b":[{}]}"#), ("{}", "{}"), ("[1]", "{}"), ("null", "{}"),
            ("1", "{}"),
        ])
    func empty(target: String, result: String) throws {
        #expect(JSONValue.mergePatch(try read(target), [:]) == (try read(result)))
    }

    @Test("nulls inside an array of a patch stay, and no null of an object does")
    func nulls() throws {
        let patch = try read(#"{"a":[null,{"b":null}],"c":{"d":null,"e":{"f":null,"g":0}}}"#)
        let merged = JSONValue.mergePatch(["c": 1], patch)
        #expect(merged == (try read(#"{"c":{"e":{"g":0}},"a":[null,{"b":null}]}"#)))
    }

    @Test("a patch twice is as good as once, and neither side is changed")
    func idempotent() throws {
        let target = try read(#"{"a":{"b":1,"c":2},"d":[1],"e":null}"#)
        let patch = try read(#"{"a":{"b":null,"x":{"y":null}},"d":null,"f":"g"}"#)
        let once = JSONValue.mergePatch(target, patch)
        #expect(JSONValue.mergePatch(once, patch) == once)
        #expect(target == (try read(#"{"a":{"b":1,"c":2},"d":[1],"e":null}"#)))
    }

    @Test("many removals leave the others, found under their names", arguments: [8, 9, 17, 2_000])
    func removals(count: Int) {
        var target = JSONObject()
        var patch = JSONObject()
        for number in 0..<count {
            target["n\(number)"] = .number(JSONNumber(Int64(number)))
            if !number.isMultiple(of: 3) { patch["n\(number)"] = .null }
        }
        patch["new"] = true
        let merged = JSONValue.mergePatch(.object(target), .object(patch))
        for number in 0..<count {
            let kept: JSONValue? = number.isMultiple(of: 3) ? .number(JSONNumber(Int64(number))) : .none
            #expect(merged["n\(number)"] == kept)
        }
        #expect(merged["new"] == true)
        guard case .object(let object) = merged else {
            Issue.record("The merged value is no object.")
            return
        }
        #expect(object.count == (count + 2) / 3 + 1)
        #expect(object.members.last?.name == "new")
    }
}
