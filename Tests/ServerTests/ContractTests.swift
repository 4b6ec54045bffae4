import Foundation
import TestSupport
import Testing

/// The OpenAPI document and the reference, held against the running service.
@Suite("The contract")
struct ContractTests {
    let server: RunningServer
    let document: JSONObject

    init() throws {
        server = try RunningServer()
        document = try server.curl("/openapi.json").json
    }

    private var paths: [String: JSONObject] {
        document.object("paths")?.members.compactMapValues { ($0 as? [String: Any]).map(JSONObject.init) }
            ?? [:]
    }

    private func schema(_ name: String) -> JSONObject? {
        document.object("components")?.object("schemas")?.object(name)
    }

    @Test("the document is OpenAPI 3.1, cached by its ETag, and open to all")
    func served() throws {
        #expect(document.text("openapi") == "3.1.0")
        let answer = try server.curl("/openapi.json")
        #expect(answer.fields["content-type"] == "application/json")
        #expect(answer.fields["access-control-allow-origin"] == "*")
        let tag = try #require(answer.fields["etag"])
        let again = try server.curl("/openapi.json", fields: ["If-None-Match: \(tag)"])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        let closed = try RunningServer(sample: false, arguments: ["--anonymous-read", "off"])
        #expect(try closed.curl("/openapi.json").status == 200)
    }

    @Test("each path of the document takes the methods it lists, and no other")
    func methods() throws {
        #expect(paths.count > 80)
        for (path, item) in paths {
            let target = path.replacing("{id}", with: "1")
            let answer = try server.curl(target, "OPTIONS")
            let allowed = answer.fields["allow"]?.components(separatedBy: ", ").map { $0.lowercased() } ?? []
            #expect(Set(allowed) == Set(item.members.keys), "\(path)")
        }
    }

    @Test("each field that a record shows is in its schema, and each that is required is there")
    func fields() throws {
        let officer = try server.token("read:officer")
        for (path, item) in paths where path.hasPrefix("/v1/") && !path.contains("{") {
            guard let name = recordName(item) else { continue }
            let schema = try #require(self.schema(name))
            let known = try #require(schema.object("properties"))
            for record in try server.curl(path, token: officer).data {
                for (field, value) in record.members {
                    let property = try #require(known.object(field), "\(path) \(field)")
                    let types = property.members["type"]
                    if value is NSNull, types is String { Issue.record("\(path) \(field) is null") }
                }
            }
        }
    }

    /// `Meeting`, for a path whose GET lists meetings.
    private func recordName(_ item: JSONObject) -> String? {
        let answer = item.object("get")?.object("responses")?.object("200")?.object("content")
        let reference = answer?.object("application/json")?.object("schema")?.list("anyOf").first?.text(
            "$ref")
        guard let name = reference?.split(separator: "/").last, name.hasSuffix("List") else { return nil }
        return String(name.dropLast(4))
    }

    @Test("each example of a body makes a record")
    func examples() throws {
        let clerk = try server.token("write")
        var made: [String] = []
        for path in [
            "panels", "people", "seats", "meetings", "agenda-items", "reports", "areas", "indicators",
            "indicator-versions", "targets", "observations", "actions", "attendance", "declarations",
            "decisions", "named-votes", "recommendations", "responses", "minutes",
        ] {
            if path == "responses" {
                for state in ["agreed", "sent"] {
                    let target = "/v1/recommendations/1/transitions"
                    #expect(try server.post(target, #"{"to":"\#(state)"}"#, token: clerk).status == 200)
                }
            }
            let media = paths["/v1/\(path)"]?.object("post")?.object("requestBody")?.object("content")
            let example = try #require(media?.object("application/json")?.object("example"))
            let body = try JSONSerialization.data(withJSONObject: example.members)
            let answer = try server.curl("/v1/\(path)", "POST", token: clerk, body: body)
            #expect(answer.status == 201, "\(path): \(answer.text)")
            made.append(path)
        }
        // Every collection that can be written to was tried.
        let writable = paths.filter {
            $0.value.object("post")?.object("requestBody") != nil && !$0.key.contains("{")
        }
        #expect(Set(writable.keys) == Set(made.map { "/v1/\($0)" } + ["/v1/imports"]))
    }

    @Test("what a body must hold is what its reader misses")
    func required() throws {
        let clerk = try server.token("write")
        for (path, item) in paths where !path.contains("{") {
            let media = item.object("post")?.object("requestBody")?.object("content")?.object(
                "application/json")
            guard let name = media?.object("schema")?.text("$ref")?.split(separator: "/").last, name != "Pack"
            else { continue }
            let required = try #require(schema(String(name))?.members["required"] as? [String])
            let missed = try server.post(path, "{}", token: clerk).errors
                .filter { $0.text("code") == "required" }.compactMap { $0.text("pointer") }
            #expect(Set(missed) == Set(required.map { "/\($0)" }), "\(path)")
        }
    }

    @Test("the patterns of days and decimals know what the service knows")
    func patterns() throws {
        let decimal = try Regex(#require(schema("PrintedDecimal")?.text("pattern")))
        let day = try Regex(#require(schema("Day")?.text("pattern")))
        let nines = String(repeating: "9", count: 18)
        for text in [
            "0", "-34.0", nines, "-" + nines.dropLast() + ".9", "0." + nines.dropLast(), nines + "9",
            "0." + nines, "007", ".5", "5.",
        ] {
            let status = try server.curl("/v1/figures?value=\(text)").status
            #expect((text.wholeMatch(of: decimal) != nil) == (status == 200), "\(text)")
        }
        for text in [
            "2020-02-29", "2018-02-29", "1900-02-29", "2000-02-29", "2018-04-31", "1799-12-31",
            "2200-12-31",
        ] {
            let status = try server.curl("/v1/actions?dueOn=\(text)").status
            #expect((text.wholeMatch(of: day) != nil) == (status == 200), "\(text)")
        }
    }

    @Test("each code of the catalogue stands in the document")
    func codes() throws {
        let text = try server.curl("/openapi.json").text
        let folder = Checkout.root.appending(path: "Sources/Server")
        var count = 0
        for file in ["Problems/Problem+Catalogue.swift", "Imports/Problem+Imports.swift"] {
            let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for match in source.matches(of: /code: (?:error[^"]*)?"([a-z_]+)"/) {
                count += 1
                let isThere = text.contains("\"\(match.1)\"")
                #expect(isThere, "\(match.1)")
            }
        }
        #expect(count >= 15)
    }
}
