import Foundation
import Store
import TestSupport
import Testing

/// `scrutiny retention` beside a running server, and what the API says afterwards.
@Suite("Retention command")
struct RetentionCommandTests {
    private let server: RunningServer

    init() throws { server = try RunningServer() }

    private func retention(_ arguments: String...) throws -> Command {
        try Command.run(Checkout.program, ["retention", "--database", server.database] + arguments)
    }

    /// Closes actions of the sample as if it had happened on 14 September 2018.
    private func close(_ condition: String) throws {
        let connection = try Connection(path: server.database, mode: .readWrite)
        var sql =
            "UPDATE actions SET owner_role = 'Clerk', due_kind = 'none', due_on = NULL WHERE \(condition);"
        let states = ["proposed", "open", "in_progress", "reported_done", "closed"]
        for (from, to) in zip(states, states.dropFirst()) {
            sql += """
                UPDATE actions SET state = '\(to)', version = version + 1 WHERE \(condition);
                INSERT INTO action_events (action_id, from_state, to_state, note, actor, occurred_at)
                    SELECT id, '\(from)', '\(to)', 'N', 'c', '2018-09-14T13:00:00Z' FROM actions WHERE \(condition);
                """
        }
        try connection.execute(sql)
    }

    /// Dates every import back, past the trigger that forbids it.
    private static func ageImports(in database: String) throws {
        let connection = try Connection(path: database, mode: .readWrite)
        let trigger = try connection.text("SELECT sql FROM sqlite_schema WHERE name = 'imports_update'") ?? ""
        try connection.execute(
            "DROP TRIGGER imports_update; UPDATE imports SET received_at = '2018-09-14T13:00:00Z'; \(trigger)"
        )
    }

    private func integer(_ sql: String) throws -> Int64 {
        try Connection(path: server.database, mode: .readOnly).integer(sql) ?? -1
    }

    private func isSound() throws -> Bool {
        try Command.scrutiny("check", "--database", server.database).status == 0
    }

    @Test("a dry run lists every rule with its source and each record with its day, and changes nothing")
    func dryRun() throws {
        try close("id = 1")
        try Self.ageImports(in: server.database)
        let before = try integer("SELECT max(seq) FROM changes")
        let run = try retention("--dry-run")
        #expect(run.status == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(
            lines.first
                == "papers: permanent. Agendas, public reports and minutes, from the day of the meeting; section 100C of "
                + "the Local Government Act 1972 keeps them open for six years. Never removed.")
        #expect(
            lines.contains {
                $0.hasPrefix("background-papers: 6 years.") && $0.hasSuffix("No records here yet.")
            })
        #expect(lines.contains { $0.hasPrefix("actions: 6 years.") && $0.hasSuffix(" 1 may go.") })
        #expect(lines.contains { $0.hasPrefix("  actions 1 may go since 2024-09-14: ") && $0.count < 130 })
        #expect(lines.contains { $0.hasPrefix("import-logs: 1 year.") && $0.hasSuffix(" 1 may go.") })
        #expect(lines.contains { $0.hasPrefix("  imports 1 may go since 2019-09-14: ") })
        #expect(lines.count == 10)
        #expect(try retention("--dry-run", "--as-of", "2024-09-13").output.contains("  actions 1") == false)
        #expect(try retention("--dry-run", "--as-of", "2024-09-14").output.contains("  actions 1"))
        #expect(try retention("--dry-run", "--as-of", "2199-01-01").output.contains("  actions 1"))
        #expect(try integer("SELECT max(seq) FROM changes") == before)
        #expect(try integer("SELECT count(*) FROM retention_removals") == 0)
        #expect(try server.curl("/v1/actions/1").status == 200)
    }

    @Test("what a record says is one line of the list, whatever it says")
    func labels() throws {
        try close("id = 1")
        try Connection(path: server.database, mode: .readWrite).run(
            "UPDATE actions SET text = ? WHERE id = 1", [.text("Write\r\n to\t\u{1B}[31mall\u{9B} schools")])
        let run = try retention("--dry-run")
        #expect(run.output.contains("  actions 1 may go since 2024-09-14: Write to [31mall schools\n"))
    }

    @Test("a record removed beside the server is gone from every answer of it, and its traces hold nothing")
    func removal() throws {
        try close("id = 1")
        let officer = try server.token("read:officer")
        let one = try server.curl("/v1/actions/1", token: officer)
        let all = try server.curl("/v1/actions?limit=500", token: officer)
        let words = try #require(one.json.text("text"))
        let parts = words.split { !$0.isLetter }.map(String.init)
        let word = try #require(parts.max { $0.count < $1.count })
        let search = "/v1/search?collection=actions&limit=100&q=\(word)"
        let hits = try server.curl(search)
        #expect(hits.text.contains("/v1/actions/1\""))
        let last = try integer("SELECT max(seq) FROM changes")

        let run = try retention("--remove")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output == "actions: 1 removed\nimport-logs: 0 removed\n")

        // Officers are told that it was there, everybody else only that it is not; a tag of before is no answer.
        let tag = try #require(one.fields["etag"])
        #expect(
            try server.curl("/v1/actions/1", token: officer, fields: ["If-None-Match: \(tag)"]).status == 410)
        #expect(try server.curl("/v1/actions/1").status == 404)
        #expect(try server.curl("/v1/actions/1?asOf=2199-01-01", token: officer).status == 410)
        let rest = try server.curl(
            "/v1/actions?limit=500", token: officer, fields: ["If-None-Match: \(all.fields["etag"] ?? "")"])
        #expect(rest.status == 200)
        #expect(rest.data.count == all.data.count - 1)
        #expect(rest.data.allSatisfy { $0.integer("id") != 1 })
        #expect(try server.curl(search).text.contains("/v1/actions/1\"") == false)

        // Who changed it when is still told, and what it held is not.
        let history = try server.curl("/v1/actions/1/history", token: officer)
        #expect(history.status == 200)
        #expect(history.data.count == 7)
        #expect(history.data.first?.text("operation") == "created")
        #expect(history.data.last?.text("operation") == "deleted")
        #expect(history.data.last?.text("actor") == "retention")
        #expect(history.data.last?.integer("version") == 5)
        #expect(history.data.allSatisfy { $0.text("retentionRule") == "actions" })
        #expect(history.data.allSatisfy { $0.object("changed")?.members.isEmpty == true })
        let feed = try server.curl("/v1/changes?since=\(last)", token: officer).data
        #expect(feed.map { $0.integer("seq") } == (1...5).map { Int(last) + $0 })
        #expect(
            feed.map { $0.object("record")?.text("collection") }
                == Array(repeating: "action-events", count: 4) + ["actions"])
        #expect(feed.last?.isNull("retentionRule") == false)

        // The import that brought it is built upon by the removal.
        let undo = try server.curl("/v1/imports/1/undo", "POST", token: server.token("admin"))
        #expect(undo.status == 409)
        #expect(
            undo.errors.contains {
                $0.text("message")?.hasPrefix("/v1/actions/1 was changed or removed") == true
            })
        #expect(try server.curl("/v1/actions/2").status == 200)

        #expect(try retention("--remove").output == "actions: 0 removed\nimport-logs: 0 removed\n")
        #expect(try integer("SELECT max(seq) FROM changes") == last + 5)
        #expect(try isSound())
    }

    @Test("an earlier moment shows a removed record neither alone nor in a list")
    func past() throws {
        try close("id = 1")
        let officer = try server.token("read:officer")
        let moment = "asOf=2199-01-01"
        let count = try server.curl("/v1/actions?limit=500&\(moment)", token: officer).data.count
        #expect(try retention("--remove").status == 0)
        let after = try server.curl("/v1/actions?limit=500&\(moment)", token: officer)
        #expect(after.status == 200)
        #expect(after.data.count == count - 1)
        // Between the import and the removal it was there once.
        let then = try #require(
            try Connection(path: server.database, mode: .readOnly).text(
                "SELECT max(at) FROM changes WHERE actor = 'command line'"))
        #expect(try server.curl("/v1/actions/1?asOf=\(then)", token: officer).status == 410)
        #expect(try server.curl("/v1/actions/2?asOf=\(then)", token: officer).status == 200)
    }

    @Test(
        "what an import reported goes after its time; its totals stay, and it can still be replayed and undone"
    )
    func imports() throws {
        let server = try RunningServer(sample: false)
        let token = try server.token("import")
        let pack = try Data(contentsOf: Checkout.sample)
        func post() throws -> Answer {
            try server.curl("/v1/imports", "POST", token: token, fields: ["Idempotency-Key: k"], body: pack)
        }
        #expect(try post().status == 201)
        let before = try server.curl("/v1/imports/1", token: token)
        #expect(before.json.list("rows").isEmpty == false)
        try Self.ageImports(in: server.database)
        let run = try Command.scrutiny("retention", "--remove", "--database", server.database)
        #expect(run.output == "actions: 0 removed\nimport-logs: 1 removed\n")
        let after = try server.curl(
            "/v1/imports/1", token: token, fields: ["If-None-Match: \(before.fields["etag"] ?? "")"])
        #expect(after.status == 200)
        #expect(after.json.isNull("rows") && after.json.isNull("warnings"))
        let created = after.json.object("totals")?.integer("created")
        #expect(created != nil && created == before.json.object("totals")?.integer("created"))
        #expect(try post().json.integer("id") == 1)
        #expect(try server.curl("/v1/meetings").data.count == 1)
        #expect(try server.curl("/v1/imports/1/undo", "POST", token: token).status == 200)
        #expect(try server.curl("/v1/meetings").data.isEmpty)
        #expect(try Command.scrutiny("check", "--database", server.database).status == 0)
    }

    @Test(
        "a run that is killed leaves whole steps behind it, and the next one does the rest", arguments: 0..<3)
    func killed(round: Int) throws {
        try Connection(path: server.database, mode: .readWrite).execute(
            """
            WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 3000)
            INSERT INTO actions (panel_id, kind, text, state, created_at, updated_at, origin)
            SELECT 1, 'letter', 'Write ' || n, 'proposed', '2018-09-14T13:00:00Z', '2018-09-14T13:00:00Z', 'officer'
            FROM counter;
            UPDATE actions SET state = 'dismissed' WHERE state = 'proposed' AND text LIKE 'Write %';
            """)
        let process = Process()
        process.executableURL = Checkout.program
        process.arguments = ["retention", "--remove", "--database", server.database]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let watch = try Connection(path: server.database, mode: .readOnly)
        while process.isRunning {
            let removed = try watch.integer("SELECT count(*) FROM retention_removals") ?? 0
            if removed >= Int64(round) * 400 + 1 { break }
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let removed = try integer("SELECT count(*) FROM retention_removals")
        #expect(removed.isMultiple(of: 200))
        #expect(
            try integer("SELECT count(*) FROM changes WHERE actor = 'retention' AND before = '{}'") == removed
        )
        #expect(try isSound())
        #expect(try server.curl("/v1/actions/2").status == 200)
        #expect(
            try retention("--remove").output
                == "actions: \(3_000 - removed) removed\nimport-logs: 0 removed\n")
        #expect(try integer("SELECT count(*) FROM retention_removals") == 3_000)
        #expect(try isSound())
    }

    @Test("a removal goes on while clients write to the server")
    func besideWrites() throws {
        try close("id <= 5")
        let writer = try WritingClient(server, token: try server.token("write"))
        _ = try writer.waitForAnswers(more: 5)
        #expect(try retention("--remove").output == "actions: 5 removed\nimport-logs: 0 removed\n")
        _ = try writer.waitForAnswers(more: 5)
        writer.stop()
        #expect(try isSound())
    }

    @Test("a period that is set holds from then on, and officers see it in the feed")
    func setting() throws {
        try close("id = 1")
        let run = try retention("--set", "actions=100y", "background-papers=4y", "import-logs=18m")
        #expect(run.status == 0)
        #expect(run.output == "actions: 100 years\nbackground-papers: 4 years\nimport-logs: 18 months\n")
        let list = try retention("--dry-run").output
        #expect(list.contains("actions: 100 years.") && list.contains("background-papers: 4 years."))
        #expect(try retention("--remove").output == "actions: 0 removed\nimport-logs: 0 removed\n")
        let feed = try server.curl(
            "/v1/changes?types=retention-rules", token: try server.token("read:officer")
        ).data
        #expect(feed.count == 3)
        #expect(feed.first?.text("actor") == "command line")
        #expect(try retention("--set", "actions=6y").status == 0)
        #expect(try retention("--remove").output.hasPrefix("actions: 1 removed\n"))
    }

    @Test("what is asked wrongly is refused whole, in sentences")
    func refusals() throws {
        try close("id = 1")
        let cases: [(arguments: [String], sentences: [String])] = [
            ([], ["Give one of --dry-run, --remove and --set."]),
            (["--dry-run", "--remove"], ["Give one of --dry-run, --remove and --set."]),
            (["--dry-run", "--as-of", "2024-02-30"], ["--as-of is a day such as 2024-09-14"]),
            (
                ["--as-of", "2024-01-01", "--set", "actions=8y"],
                ["A period that is set holds from now on; leave --as-of away."]
            ),
            (["--remove", "--as-of", "2199-01-01"], ["2199-01-01 has not come yet."]),
            (
                [
                    "--set", "papers=5y", "background-papers=47m", "acitons=6y", "actions=6", "actions",
                    "figures=9y",
                ],
                [
                    "section 100C of the Local Government Act 1972", "Set at least 6 years.",
                    "section 100D of the Local Government Act 1972", "Set at least 4 years.",
                    "Do you mean actions?", "\"6\" is no period.", "\"actions\" is not.",
                    "figures are kept permanently",
                ]
            ),
        ]
        for (arguments, sentences) in cases {
            let run = try Command.run(
                Checkout.program, ["retention", "--database", server.database] + arguments)
            #expect(run.status != 0 && run.output.isEmpty, "\(arguments)")
            for sentence in sentences {
                #expect(run.errors.contains(sentence), "\(arguments): \(run.errors)")
            }
        }
        #expect(try integer("SELECT count(*) FROM retention_rules") == 0)
        #expect(try server.curl("/v1/actions/1").status == 200)
        let missing = try Command.scrutiny("retention", "--dry-run", "--database", "/nowhere/d.sqlite")
        #expect(missing.status == 1 && missing.errors.contains("cannot be opened"))
    }
}
