import Foundation
import TestSupport
import Testing

/// The change feed, the history of a record, and what was recorded at an earlier moment, on the built program.
@Suite("Changes")
struct ChangeTests {
    private let server: RunningServer
    private let token: String

    init() throws {
        server = try RunningServer(sample: false)
        token = try server.token("write", "import")
    }

    private func makeIndicator(_ code: String) throws -> Answer {
        try server.post(
            "/v1/indicators", #"{"code":"\#(code)","name":"N","unit":"count","polarity":"none"}"#,
            token: token)
    }

    private func rename(_ id: Int, to name: String) throws -> Answer {
        let tag = try #require(try server.curl("/v1/indicators/\(id)", token: token).fields["etag"])
        return try server.curl(
            "/v1/indicators/\(id)", "PATCH", token: token, fields: ["If-Match: \(tag)"],
            body: Data(#"{"name":"\#(name)"}"#.utf8))
    }

    @Test("each write stands in the feed once, with who made it and what it changed")
    func feed() throws {
        #expect(try makeIndicator("first").status == 201)
        #expect(try rename(1, to: "M").status == 200)
        #expect(try rename(1, to: "M").status == 200)
        let page = try server.curl("/v1/changes", token: token)
        #expect(page.data.map { $0.integer("seq") } == [1, 2])
        #expect(page.data.map { $0.text("operation") } == ["created", "updated"])
        #expect(page.data.map { $0.integer("version") } == [1, 2])
        #expect(page.data[1].object("record")?.text("href") == "/v1/indicators/1")
        let changed = try #require(page.data[1].members["changed"] as? [String])
        // Within one second the time stays the same.
        #expect(changed.filter { $0 != "updatedAt" } == ["name", "version"])
        #expect(page.json.object("page")?.integer("nextSince") == 2)
        let actor = try #require(page.data[0].text("actor"))
        #expect(page.data.allSatisfy { $0.text("actor") == actor } && UUID(uuidString: actor) != nil)
        #expect(try server.curl("/v1/changes?since=2", token: token).data.isEmpty)
        #expect(
            try server.curl("/v1/changes?since=1&limit=1", token: token).data.map { $0.integer("seq") } == [2]
        )
    }

    @Test("an import's records stand in the feed with the import and the records they belong to")
    func imported() throws {
        let posted = try Command.scrutiny(
            "import", Checkout.sample.path, "--url", server.url, "--token", token)
        #expect(posted.status == 0)
        let items = try server.curl("/v1/changes?types=agenda-items&limit=500", token: token).data
        #expect(items.count == 8)
        #expect(items.allSatisfy { $0.integer("importId") == 1 })
        #expect(items.allSatisfy { $0.list("parents").first?.text("href") == "/v1/meetings/1" })
        var since = 0
        var seen: [Int] = []
        while true {
            let page = try server.curl("/v1/changes?since=\(since)&limit=400", token: token)
            if page.data.isEmpty { break }
            seen += page.data.compactMap { $0.integer("seq") }
            since = try #require(page.json.object("page")?.integer("nextSince"))
        }
        #expect(seen == Array(1...seen.count))
        #expect(seen.count > 800)
        // The same pack again changes nothing.
        #expect(
            try Command.scrutiny("import", Checkout.sample.path, "--database", server.database).status == 0)
        #expect(try server.curl("/v1/changes?since=\(since)", token: token).data.isEmpty)
    }

    @Test("a client that waits is answered as soon as another process has written")
    func waiting() throws {
        let client = try server.client()
        client.send("GET /v1/changes?wait=30 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n")
        #expect(
            try Command.scrutiny("import", Checkout.sample.path, "--database", server.database).status == 0)
        let answer = try #require(client.answer())
        #expect(answer.status == 200)
        #expect(answer.text.contains("\"seq\":1,"))
    }

    @Test("a client that waits for something else is answered at the end, with nothing")
    func waitingInVain() throws {
        let client = try server.client()
        client.send(
            "GET /v1/changes?wait=1&types=meetings HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
        )
        #expect(try makeIndicator("other").status == 201)
        let answer = try #require(client.answer())
        #expect(answer.text.hasPrefix(#"{"data":[],"#))
        #expect(answer.text.contains("\"nextSince\":1"))
    }

    @Test("a client that follows the feed gets each change as an event, and goes on where it was")
    func stream() throws {
        #expect(try makeIndicator("first").status == 201)
        let client = try server.client()
        func follow(_ more: String) {
            client.send(
                "GET /v1/changes/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\(more)\r\n")
        }
        follow("")
        #expect(client.wait(for: "id: 1\nevent: change\ndata: {\"seq\":1,"))
        #expect(try rename(1, to: "M").status == 200)
        #expect(client.wait(for: "id: 2\nevent: change\ndata: {\"seq\":2,"))
        let later = try server.client()
        later.send(
            "GET /v1/changes/stream?types=indicators HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                + "Last-Event-ID: 1\r\n\r\n")
        #expect(later.wait(for: "id: 2\n"))
        #expect(!later.hasReceived("id: 1\n"))
        #expect(server.stop() == 0)
    }

    @Test("the history of a record shows each change, before and after")
    func history() throws {
        #expect(try makeIndicator("first").status == 201)
        #expect(try rename(1, to: "M").status == 200)
        let history = try server.curl("/v1/indicators/first/history", token: token)
        #expect(history.data.count == 2)
        let name = history.data[1].object("changed")?.object("name")
        #expect(name?.text("before") == "N")
        #expect(name?.text("after") == "M")
        #expect(try server.curl("/v1/indicators/9/history", token: token).status == 404)
        #expect(
            try server.curl("/v1/indicators/first/histroy", token: token).json.text("detail")?.contains(
                "/history") == true)
    }

    @Test("a record that was removed is gone, and its history is not")
    func tombstone() throws {
        #expect(try makeIndicator("first").status == 201)
        let tag = try #require(try server.curl("/v1/indicators/1", token: token).fields["etag"])
        func delete(_ target: String, _ fields: [String]) throws -> Answer {
            try server.curl(target, "DELETE", token: token, fields: fields)
        }
        #expect(try delete("/v1/indicators/1", []).status == 428)
        #expect(try delete("/v1/indicators/1", ["If-Match: \"x\""]).status == 412)
        #expect(try server.curl("/v1/indicators/1", "DELETE").status == 401)
        #expect(try delete("/v1/indicators/first", ["If-Match: \(tag)"]).status == 204)
        let gone = try server.curl("/v1/indicators/1", token: token)
        #expect(gone.status == 410)
        #expect(gone.json.text("detail")?.contains("/v1/indicators/1/history") == true)
        #expect(try delete("/v1/indicators/1", ["If-Match: \(tag)"]).status == 410)
        // Who is no officer does not learn that it ever was.
        #expect(try server.curl("/v1/indicators/1").json.text("code") == "record_unknown")
        let history = try server.curl("/v1/indicators/1/history", token: token)
        #expect(history.data.map { $0.text("operation") } == ["created", "deleted"])
        #expect(try server.curl("/v1/changes", token: token).data.last?.text("operation") == "deleted")
        // The number is never used again.
        #expect(try makeIndicator("second").json.integer("id") == 2)
    }

    @Test("what others refer to cannot be removed, nor what is published")
    func inUse() throws {
        let imported = try Command.scrutiny("import", Checkout.sample.path, "--database", server.database)
        #expect(imported.status == 0)
        let tag = try #require(try server.curl("/v1/meetings/1", token: token).fields["etag"])
        let refused = try server.curl("/v1/meetings/1", "DELETE", token: token, fields: ["If-Match: \(tag)"])
        #expect(refused.status == 409)
        #expect(refused.json.text("code") == "record_in_use")
        #expect(try server.curl("/v1/figures/1", "DELETE", token: token).status == 405)
    }

    @Test("asOf shows a record and a list as they were, with their filters and what they embed")
    func asOf() throws {
        let imported = try Command.scrutiny("import", Checkout.sample.path, "--database", server.database)
        #expect(imported.status == 0)
        // Dated back by another program, as if it had been imported last year.
        let database = server.database
        let dated = try Command.run(
            URL(filePath: "/usr/bin/env"),
            [
                "python3", "-c",
                """
                import sqlite3
                c = sqlite3.connect('\(database)')
                t = c.execute("SELECT sql FROM sqlite_schema WHERE name = 'changes_update'").fetchone()[0]
                c.execute("DROP TRIGGER changes_update")
                c.execute("UPDATE changes SET at = '2025-01-01T00:00:00Z'")
                c.execute(t)
                c.commit()
                """,
            ])
        #expect(dated.status == 0, "\(dated.errors)")
        let tag = try #require(try server.curl("/v1/meetings/1", token: token).fields["etag"])
        let changed = try server.curl(
            "/v1/meetings/1", "PATCH", token: token, fields: ["If-Match: \(tag)"],
            body: Data(#"{"venue":"Elsewhere"}"#.utf8))
        #expect(changed.status == 200)
        #expect(try makeIndicator("new-one").status == 201)
        func venue(_ query: String) throws -> String? {
            try server.curl("/v1/meetings/1\(query)", token: token).json.text("venue")
        }
        #expect(try venue("") == "Elsewhere")
        let before = try venue("?asOf=2025-06-01")
        #expect(before != nil && before != "Elsewhere")
        #expect(try venue("?asOf=2025-06-01T12:00:00%2B01:00") == before)
        #expect(try server.curl("/v1/meetings/1?asOf=2024-12-31", token: token).status == 404)
        #expect(try server.curl("/v1/indicators/new-one", token: token).status == 200)
        #expect(try server.curl("/v1/indicators/new-one?asOf=2025-06-01", token: token).status == 404)
        // Everything reads then as it reads now, where nothing has changed.
        for target in [
            "/v1/figures?limit=50&indicator=looked-after-children", "/v1/actions?limit=50&sort=dueOn",
            "/v1/agenda-items?expand=reports&limit=20", "/v1/panels/children-and-families/seats",
            "/v1/people",
        ] {
            let joined = target + (target.contains("?") ? "&" : "?")
            let now = try server.curl(joined + "shape=array", token: token)
            let then = try server.curl(joined + "shape=array&asOf=2025-06-01", token: token)
            #expect(then.status == 200)
            #expect(now.text == then.text, "\(target)")
        }
        #expect(
            try server.curl("/v1/meetings?asOf=yesterday", token: token).errors.first?.text("code")
                == "moment_invalid")
    }

    @Test(
        "what was recorded before is for officers",
        arguments: [
            "/v1/panels/1/history", "/v1/meetings?asOf=2025-01-01",
            "/v1/meetings/1?asOf=2025-01-01",
        ])
    func access(target: String) throws {
        #expect(try server.curl(target).status == 401)
        #expect(try server.curl(target, token: server.token("import")).status == 403)
    }

    @Test("the public's feed has what the public may see now, and not who did it")
    func publicFeed() throws {
        let posted = try Command.scrutiny(
            "import", Checkout.sample.path, "--url", server.url, "--token", token)
        #expect(posted.status == 0)
        let query = "/v1/changes?types=reports,report-pages,figures,terms,actions&limit=500"
        let before = try server.curl(query)
        let report = try #require(before.data.first { $0.object("record")?.text("collection") == "reports" })
        let id = try #require(report.object("record")?.integer("id"))
        #expect(before.data.allSatisfy { $0.members["actor"] == nil && $0.members["importId"] == nil })
        func about(_ page: Answer) -> Int {
            page.data.filter { change in
                change.object("record")?.text("href") == "/v1/reports/\(id)"
                    || change.list("parents").contains { $0.text("href") == "/v1/reports/\(id)" }
            }.count
        }
        #expect(about(before) > 1)
        let tag = try #require(try server.curl("/v1/reports/\(id)", token: token).fields["etag"])
        let withheld = try server.curl(
            "/v1/reports/\(id)", "PATCH", token: token, fields: ["If-Match: \(tag)"],
            body: Data(
                #"{"access":"exempt","exemptParagraphs":[3],"publicInterestStatement":"It names a bidder."}"#
                    .utf8))
        #expect(withheld.status == 200)
        #expect(about(try server.curl(query)) == 0)
        #expect(about(try server.curl(query, token: token)) > 1)
    }

    @Test("a long stretch of a log with nothing to show is passed over, page by page")
    func longLog() throws {
        try server.sqlite(
            """
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10500)
            INSERT INTO areas (code, name, kind, created_at, updated_at, origin)
            SELECT 'a' || n, 'A', 'county', '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 'officer' FROM number
            """)
        #expect(try makeIndicator("last").status == 201)
        let first = try server.curl("/v1/changes?types=indicators&wait=30", token: token)
        #expect(first.data.isEmpty)
        let next = try #require(first.json.object("page")?.integer("nextSince"))
        #expect(next == 10_000)
        #expect(try server.curl("/v1/changes?types=indicators&since=\(next)", token: token).data.count == 1)
    }

    @Test(
        "a parameter that is wrong is told",
        arguments: ["since=-1", "since=x", "wait=31", "limit=0", "typs=meetings", "types=meting"])
    func parameters(query: String) throws {
        let refused = try server.curl("/v1/changes?\(query)", token: token)
        #expect(refused.status == 400)
        #expect(refused.errors.count == 1)
    }
}
