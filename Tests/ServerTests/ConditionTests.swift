import Foundation
import TestSupport
import Testing

/// Conditional requests, compression, caches and other origins.
@Suite("Conditions")
struct ConditionTests {
    let server: RunningServer

    init() throws { server = try RunningServer() }

    @Test("each form of an answer has a tag of its own")
    func tags() throws {
        var tags: [String] = []
        for (target, field) in [
            ("/v1/figures", "A: b"), ("/v1/figures?pretty=1", "A: b"),
            ("/v1/figures", "Accept-Encoding: gzip"),
            ("/v1/figures.csv", "A: b"), ("/v1/figures.csv?bom=1", "A: b"), ("/v1/figures.ndjson", "A: b"),
            ("/v1/figures.csv", "Accept-Encoding: gzip"),
        ] {
            let answer = try server.curl(target, fields: [field])
            let tag = try #require(answer.fields["etag"])
            #expect(tag.hasPrefix("\""))
            tags.append(tag)
            let again = try server.curl(target, fields: [field, "If-None-Match: \"x\", W/\(tag)"])
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            for name in ["etag", "vary", "cache-control", "access-control-allow-origin"] {
                #expect(again.fields[name] == answer.fields[name])
            }
        }
        #expect(Set(tags).count == tags.count)
        #expect(try server.curl("/v1/figures", fields: ["If-None-Match: *"]).status == 304)
    }

    @Test("a 304 does not look at the records")
    func notRead() throws {
        let targets = ["/v1/panels/1", "/v1/panels", "/v1/panels.csv", "/v1/panels/1/reports.atom"]
        let before = try targets.map { try #require(try server.curl($0).fields["etag"]) }
        // A change that the log does not know of: whoever looks at the record sees it.
        let sql = """
            DROP TRIGGER panels_change_update; UPDATE panels SET name = 'Unseen';
            """
        let script = "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2])"
        let run = try Command.run(
            URL(filePath: "/usr/bin/env"), ["python3", "-c", script, server.database, sql])
        try #require(run.status == 0, "\(run.errors)")
        for (target, tag) in zip(targets, before) {
            #expect(try server.curl(target, fields: ["If-None-Match: \(tag)"]).status == 304)
            #expect(try server.curl(target).text.contains("Unseen"))
        }
    }

    @Test("what the public must not know of does not change its tags")
    func hidden() throws {
        let clerk = try server.token("write")
        let targets = ["/v1/reports", "/v1/reports.csv", "/v1/meetings/1?expand=reports", "/v1/panels/1"]
        let before = try targets.map { try server.curl($0).fields["etag"] }
        let draft = """
            {"meeting":1,"kind":"report","title":"Hidden","access":"exempt","exemptParagraphs":[2],
            "publicInterestStatement":"It names a family."}
            """
        #expect(try server.post("/v1/reports", draft, token: clerk).status == 201)
        #expect(try targets.map { try server.curl($0).fields["etag"] } == before)
        for (target, tag) in zip(targets, before) {
            let field = "If-None-Match: \(try #require(tag))"
            #expect(try server.curl(target, fields: [field]).status == 304)
        }
    }

    @Test("If-Match takes a list, a star and any form of the present version")
    func ifMatch() throws {
        let clerk = try server.token("write")
        let old = try #require(try server.curl("/v1/meetings/1?pretty=1").fields["etag"])
        let packed = try server.curl(
            "/v1/meetings/1?expand=reports", fields: ["Accept-Encoding: gzip"])
        #expect(packed.fields["content-encoding"] == "gzip")
        for tags in [old, "\"other\", \(try #require(packed.fields["etag"]))", "*"] {
            let answer = try server.curl(
                "/v1/meetings/1", "PATCH", token: clerk, fields: ["If-Match: \(tags)"], body: Data("{}".utf8))
            #expect(answer.status == 200)
        }
        for tags in ["\"other\"", "W/\(old)", "v1-", ""] {
            let answer = try server.curl(
                "/v1/meetings/1", "PATCH", token: clerk, fields: ["If-Match: \(tags)"], body: Data("{}".utf8))
            #expect(answer.status == (tags.isEmpty ? 428 : 412))
        }
        #expect(try server.curl("/v1/meetings/1", fields: ["If-Match: \"other\""]).status == 412)
        #expect(try server.curl("/v1/meetings/1", fields: ["If-Match: \(old)"]).status == 412)
        #expect(try server.curl("/v1/meetings/1?pretty=1", fields: ["If-Match: \(old)"]).status == 200)
    }

    @Test("a record says when it was last changed, and what caches may keep")
    func caches() throws {
        let answer = try server.curl("/v1/meetings/1")
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let shown = try #require(answer.fields["last-modified"].flatMap(format.date))
        let updated = try #require(answer.json.text("updatedAt"))
        #expect(ISO8601DateFormatter().date(from: updated) == shown)
        #expect(answer.fields["cache-control"] == "public, no-cache")
        let token = try server.token("read:officer")
        #expect(
            try server.curl("/v1/meetings/1", token: token).fields["cache-control"] == "private, no-cache")
        #expect(try server.curl("/v1/meetings/9").fields["cache-control"] == "no-store")
        #expect(try server.curl("/v1/meetings").fields["last-modified"] == nil)
    }

    @Test("gzip comes only where it is wanted and worth it")
    func gzip() throws {
        let plain = try server.curl("/v1/figures?limit=100")
        #expect(plain.fields["content-encoding"] == nil)
        for (field, isPacked) in [
            ("gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("gzip;q=0", false), ("br", false),
            ("*, gzip;q=0", false), ("identity", false),
        ] {
            let answer = try server.curl("/v1/figures?limit=100", fields: ["Accept-Encoding: \(field)"])
            #expect((answer.fields["content-encoding"] == "gzip") == isPacked)
            #expect((answer.body == plain.body) == !isPacked)
        }
        let short = try server.curl("/v1/areas/england", fields: ["Accept-Encoding: gzip"])
        #expect(short.fields["content-encoding"] == nil)
        // curl unpacks it.
        let run = try Command.run(
            URL(filePath: "/usr/bin/curl"),
            ["--silent", "--compressed", "\(server.url)/v1/figures?limit=100"])
        #expect(Data(run.output.utf8) == plain.body)
    }

    @Test("PUT puts a whole record in place, or makes one under its key")
    func put() throws {
        let clerk = try server.token("write")
        func put(_ target: String, _ json: String, _ fields: String...) throws -> Answer {
            try server.curl(target, "PUT", token: clerk, fields: fields, body: Data(json.utf8))
        }
        let draft = #"{"name":"Corporate","kind":"other","council":"C","activeFrom":"2026-01-01"}"#
        let made = try put("/v1/panels/corporate", draft, "If-None-Match: *")
        #expect(made.status == 201)
        #expect(made.json.text("slug") == "corporate")
        #expect(try put("/v1/panels/corporate", draft, "If-None-Match: *").status == 412)
        #expect(try put("/v1/panels/other", #"{"slug":"x","name":"N"}"#, "If-None-Match: *").status == 422)
        #expect(try put("/v1/panels/77", draft, "If-None-Match: *").status == 404)
        #expect(try put("/v1/panels/corporate", draft).status == 428)
        let tag = try #require(made.fields["etag"])
        // As it was read: nothing changes.
        let same = try put("/v1/panels/corporate", made.text, "If-Match: \(tag)")
        #expect(same.json.integer("version") == 1)
        // What is left out is gone.
        let whole = #"{"slug":"corporate","name":"Board","kind":"other","council":"C"}"#
        let changed = try put("/v1/panels/corporate", whole, "If-Match: \(tag)")
        #expect(changed.status == 200)
        #expect(changed.json.text("name") == "Board" && changed.json.isNull("activeFrom"))
        #expect(try put("/v1/panels/corporate", whole, "If-Match: \(tag)").status == 412)
        let readOnly = made.text.replacing("\"version\":1", with: "\"version\":7")
        let refused = try put("/v1/panels/corporate", readOnly, "If-Match: *")
        #expect(refused.status == 422)
        #expect(refused.errors.contains { $0.text("pointer") == "/version" })
    }

    @Test("return=minimal leaves the body out and keeps the fields")
    func minimal() throws {
        let clerk = try server.token("write")
        let draft = #"{"slug":"m","name":"M","kind":"other","council":"C"}"#
        let made = try server.post(
            "/v1/panels", draft, token: clerk, fields: ["Prefer: respond-async, return=minimal"])
        #expect(made.status == 201 && made.body.isEmpty)
        #expect(made.fields["preference-applied"] == "return=minimal")
        let location = try #require(made.fields["location"])
        let tag = try #require(made.fields["etag"])
        let changed = try server.curl(
            location, "PATCH", token: clerk, fields: ["If-Match: \(tag)", "Prefer: return=minimal"],
            body: Data(#"{"name":"N"}"#.utf8))
        #expect(changed.status == 204 && changed.fields["etag"] != tag)
        let wrong = try server.post("/v1/panels", draft, token: clerk, fields: ["Prefer: return=minimal"])
        #expect(wrong.status == 409 && !wrong.body.isEmpty)
    }

    @Test(
        "what a write would ignore is refused",
        arguments: [
            ("POST", "/v1/panels?shape=array", "parameter_unknown"),
            ("PATCH", "/v1/meetings/1?prety=1", "parameter_unknown"),
            ("DELETE", "/v1/meetings/1?force=true", "parameter_unknown"),
            ("POST", "/v1/meetings/1/transitions?to=held", "parameter_unknown"),
            ("POST", "/v1/panels?pretty=1&pretty=1", "parameter_repeated"),
            ("POST", "/v1/imports?dryRun=true&dryRun=true", "parameter_repeated"),
            ("POST", "/v1/imports/1/undo?dryRun=true", "parameter_unknown"),
        ])
    func writeParameters(method: String, target: String, code: String) throws {
        let token = try server.token("admin")
        let answer = try server.curl(
            target, method, token: token, fields: ["If-Match: *", "Idempotency-Key: k"],
            body: Data("{}".utf8))
        #expect(answer.status == 400)
        #expect(answer.errors.first?.text("code") == code)
    }

    @Test("every answer may be read by other origins, or by those that are named")
    func origins() throws {
        for (target, method) in [
            ("/v1", "GET"), ("/v1/nothing", "GET"), ("/v1/panels?x=1", "GET"), ("/health", "GET"),
        ] {
            #expect(try server.curl(target, method).fields["access-control-allow-origin"] == "*")
        }
        let named = try RunningServer(
            sample: false,
            arguments: ["--allow-origin", "https://a.example", "--allow-origin", "https://b.example"])
        for (origin, isAllowed) in [("https://b.example", true), ("https://c.example", false)] {
            let field = "Origin: \(origin)"
            let preflight = try named.curl(
                "/v1/panels", "OPTIONS", fields: [field, "Access-Control-Request-Method: GET"])
            #expect(preflight.status == 204)
            for answer in [
                preflight, try named.curl("/v1/panels", fields: [field]),
                try named.curl("/v1/panels/9", fields: [field]),
            ] {
                #expect(answer.fields["access-control-allow-origin"] == (isAllowed ? origin : nil))
            }
            #expect(try named.curl("/v1/panels").fields["vary"]?.contains("Origin") == true)
        }
    }
}
