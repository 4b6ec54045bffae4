import Foundation
import TestSupport
import Testing

/// An import taken back as one step, or refused with what builds on it.
@Suite("Undoing an import")
struct UndoTests {
    private let server: RunningServer
    private let token: String

    init() throws {
        server = try RunningServer(sample: false)
        token = try server.token("import", "write")
        _ = try server.curl(
            "/v1/imports", "POST", token: token, fields: ["Idempotency-Key: first"],
            body: Data(contentsOf: Checkout.sample))
    }

    private func undo(_ id: Int = 1) throws -> Answer {
        try server.curl("/v1/imports/\(id)/undo", "POST", token: token)
    }

    @Test("everything that an import brought goes again, and the feed tells of it")
    func whole() throws {
        let made = try server.curl("/v1/changes?limit=1", token: token).data
        #expect(made.count == 1)
        let undone = try undo()
        #expect(undone.status == 200)
        #expect(undone.json.text("state") == "rolled_back")
        for collection in [
            "panels", "people", "seats", "meetings", "agenda-items", "reports", "report-pages", "terms",
            "areas",
            "indicators", "figures", "actions",
        ] {
            #expect(try server.curl("/v1/\(collection)", token: token).data.isEmpty, "\(collection)")
        }
        #expect(try server.curl("/v1/search?q=fostering").data.isEmpty)
        let history = try server.curl("/v1/meetings/1/history", token: token)
        #expect(history.data.map { $0.text("operation") }.first == "created")
        #expect(history.data.map { $0.text("operation") }.last == "deleted")
        // The log counts on without a gap.
        let check = try Command.run(
            URL(filePath: "/usr/bin/env"),
            [
                "python3", "-c",
                "import sqlite3; print(sqlite3.connect('\(server.database)').execute('SELECT count(*) = max(seq), (SELECT count(*) FROM pragma_foreign_key_check) FROM changes').fetchone())",
            ])
        #expect(check.output == "(1, 0)\n")
        #expect(try undo().status == 409)
        // The pack can come again.
        let again = try server.curl(
            "/v1/imports", "POST", token: token, fields: ["Idempotency-Key: second"],
            body: Data(contentsOf: Checkout.sample))
        #expect(again.status == 201)
        #expect(try server.curl("/v1/meetings", token: token).data.count == 1)
    }

    @Test("an import that changed records gives them their former values back")
    func changes() throws {
        var pack = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: Checkout.sample)) as? [String: Any])
        var meeting = try #require(pack["meeting"] as? [String: Any])
        meeting["venue"] = "Another hall"
        pack["meeting"] = meeting
        let before = try server.curl("/v1/meetings/1", token: token).json
        let second = try server.curl(
            "/v1/imports", "POST", token: token, fields: ["Idempotency-Key: second"],
            body: try JSONSerialization.data(withJSONObject: pack))
        #expect(second.status == 201)
        #expect(second.json.object("totals")?.integer("updated") == 1)
        #expect(try server.curl("/v1/meetings/1", token: token).json.text("venue") == "Another hall")
        // The first one is built upon by the second.
        let refused = try undo(1)
        #expect(refused.status == 409)
        #expect(refused.json.text("detail")?.hasPrefix("1 later changes") == true)
        #expect(refused.errors.first?.text("message")?.contains("/v1/meetings/1 ") == true)
        #expect(try undo(2).status == 200)
        let after = try server.curl("/v1/meetings/1", token: token).json
        #expect(after.text("venue") == before.text("venue"))
        #expect(after.integer("version") == 3)
        #expect(try undo(1).status == 200)
    }

    @Test("a record that somebody made on top of an import keeps it from being undone")
    func builtUpon() throws {
        let made = try server.post(
            "/v1/actions",
            #"{"panel":"children-and-families","kind":"letter","text":"Write","ownerRole":"Clerk","dueKind":"none"}"#,
            token: token)
        #expect(made.status == 201)
        let id = try #require(made.json.integer("id"))
        let refused = try undo()
        #expect(refused.status == 409)
        #expect(refused.errors.count == 1)
        #expect(refused.errors.first?.text("message")?.contains("/v1/actions/\(id) ") == true)
        #expect(try server.curl("/v1/meetings", token: token).data.count == 1)
    }

    @Test("only whoever imported may undo it, and only what was imported can be")
    func access() throws {
        #expect(try server.curl("/v1/imports/1/undo", "POST").status == 401)
        #expect(try server.curl("/v1/imports/1/undo", "POST", token: server.token("import")).status == 404)
        #expect(try server.curl("/v1/imports/1/undo", "POST", token: server.token("write")).status == 403)
        #expect(try undo(9).status == 404)
        #expect(try server.curl("/v1/imports/1/undo", token: token).status == 405)
        #expect(try server.curl("/v1/imports/1/undo", "POST", token: server.token("admin")).status == 200)
    }
}
