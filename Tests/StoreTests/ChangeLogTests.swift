import Domain
import Foundation
import Store
import TestSupport
import Testing

/// Every change is recorded once, whoever makes it, and the record can be read back from it.
@Suite("The change log")
struct ChangeLogTests {
    /// The tables whose rows are records or parts of records.
    static let recorded = [
        "panels", "people", "seats", "meetings", "agenda_items", "reports", "report_pages", "terms", "areas",
        "indicators", "observations", "figures", "figure_comparators", "actions", "action_events",
        "attendance", "declarations", "decisions", "recommendations", "responses", "named_votes", "minutes",
        "indicator_versions", "targets",
    ]

    private func rows(_ connection: Connection, _ sql: String) throws -> [[String]] {
        var rows: [[String]] = []
        try connection.run(sql) { row in
            rows.append(
                (0..<row.columnCount).map {
                    row.text($0) ?? row.optionalInteger($0).map(String.init) ?? "null"
                })
        }
        return rows
    }

    @Test("every table of records is in the log, and no other but the log's own")
    func coverage() throws {
        let connection = try TestDatabase(filled: false).connection
        let all = try rows(
            connection,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
        ).map { $0[0] }
        let others = [
            "imports", "tokens", "state_transitions", "schema_migrations", "changes", "writes",
            "remote_attendance_windows",
        ]
        #expect(Set(all) == Set(Self.recorded + others))
        for table in Self.recorded {
            for operation in ["insert", "update", "delete"] {
                #expect(
                    try connection.integer(
                        "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = '\(table)_change_\(operation)'"
                    )
                        == 1, "\(table) \(operation)")
            }
        }
    }

    @Test("an entry holds every column of its record", arguments: ChangeLogTests.recorded)
    func columns(table: String) throws {
        let connection = try TestDatabase().connection
        let columns = try rows(connection, "SELECT name FROM pragma_table_info('\(table)') ORDER BY cid").map
        { $0[0] }
        let collection = table.replacingOccurrences(of: "_", with: "-")
        let logged = try rows(
            connection,
            """
            SELECT key FROM json_each((SELECT after FROM changes WHERE collection = '\(collection)' AND record_id = 1
                ORDER BY seq DESC LIMIT 1))
            """
        ).map { $0[0] }
        #expect(logged == columns)
        // What the entry says is what the row holds, value by value.
        for column in columns {
            let stored = try rows(
                connection, "SELECT typeof(\(column)), \(column) FROM \(table) WHERE id = 1")
            let told = try rows(
                connection,
                """
                SELECT CASE json_type(after, '$.\(column)') WHEN 'true' THEN 'integer' ELSE json_type(after, '$.\(column)') END,
                    json_extract(after, '$.\(column)') FROM changes
                WHERE collection = '\(collection)' AND record_id = 1 ORDER BY seq DESC LIMIT 1
                """)
            #expect(stored[0] == told[0], "\(column)")
        }
    }

    @Test("each statement that changes something makes one entry for each record, and another none")
    func entries() throws {
        let connection = try TestDatabase().connection
        let before = try connection.integer("SELECT max(seq) FROM changes") ?? 0
        try connection.execute("UPDATE indicators SET name = 'Portion' WHERE id = 1")
        try connection.execute("UPDATE indicators SET name = 'Portion' WHERE id = 1")
        try connection.execute("UPDATE people SET sort_name = 'Z'")
        try connection.execute("DELETE FROM actions WHERE id = 99")
        let made = try rows(
            connection,
            """
            SELECT seq - \(before), operation, collection, record_id, actor, json_extract(before, '$.name'),
                json_extract(after, '$.name') FROM changes WHERE seq > \(before) ORDER BY seq
            """)
        #expect(
            made == [
                ["1", "updated", "indicators", "1", "another program", "Share", "Portion"],
                ["2", "updated", "people", "1", "another program", "A", "A"],
                ["3", "updated", "people", "2", "another program", "B", "B"],
                ["4", "updated", "people", "3", "another program", "X", "X"],
            ])
    }

    @Test("what is undone leaves no entry and no gap")
    func undone() throws {
        let connection = try TestDatabase().connection
        try connection.execute(
            """
            BEGIN; UPDATE people SET sort_name = 'Y'; SAVEPOINT s; UPDATE people SET sort_name = 'Z';
            ROLLBACK TO s; RELEASE s; UPDATE areas SET name = 'B'; COMMIT;
            BEGIN; UPDATE areas SET name = 'C'; ROLLBACK; UPDATE areas SET name = 'D';
            """)
        let count = try connection.integer("SELECT count(*) FROM changes")
        #expect(try connection.integer("SELECT max(seq) FROM changes") == count)
        #expect(try connection.integer("SELECT min(seq) FROM changes") == 1)
        #expect(
            try rows(
                connection, "SELECT json_extract(after, '$.name') FROM changes ORDER BY seq DESC LIMIT 2")
                == [["D"], ["B"]])
    }

    @Test(
        "no statement changes the log",
        arguments: [
            "UPDATE changes SET actor = 'x' WHERE seq = 1", "DELETE FROM changes WHERE seq = 1",
            "DELETE FROM changes",
            "INSERT OR REPLACE INTO changes SELECT * FROM changes WHERE seq = 1",
            "INSERT INTO changes SELECT seq + 1000, at, actor, import_id, operation, collection, record_id, version, parents, before, after FROM changes WHERE seq = 1",
        ])
    func frozen(sql: String) throws {
        let connection = try TestDatabase().connection
        do throws(StoreError) {
            try connection.execute(sql)
            Issue.record("The statement went through.")
        } catch {
            guard case .constraint(let violation) = error else { throw error }
            #expect(violation.name == "change_log_is_frozen")
        }
    }

    @Test("a job is named with its actor and its time, and leaves its name to nobody")
    func actors() throws {
        let database = try TestDatabase()
        let moment = Instant(seconds: 1_767_323_045)
        let writer = try Writer(path: database.path, clock: { moment })
        let id = try writer.perform(by: "clerk") { (transaction) throws(StoreError) in
            try transaction.connection.execute("UPDATE areas SET name = 'B' WHERE id = 1")
            return .keep(1)
        }
        #expect(id == 1)
        _ = try writer.perform(by: "other") { (transaction) throws(StoreError) in
            try transaction.connection.execute("UPDATE areas SET name = 'C' WHERE id = 1")
            return .discard(1)
        }
        try database.connection.execute("UPDATE areas SET name = 'D' WHERE id = 1")
        let made = try rows(
            database.connection,
            "SELECT actor, json_extract(after, '$.name') FROM changes ORDER BY seq DESC LIMIT 2")
        #expect(made == [["another program", "D"], ["clerk", "B"]])
        #expect(
            try database.connection.text("SELECT at FROM changes WHERE actor = 'clerk'")
                == "2026-01-02T03:04:05Z")
        #expect(try database.connection.integer("SELECT count(*) FROM writes") == 0)
    }

    @Test("records from before there was a log stand in it as made then")
    func baseline() throws {
        let folder = try TestDatabase(filled: false).folder
        let path = folder.path("old.sqlite")
        let connection = try Connection(path: path, mode: .readWrite)
        _ = try Migrator(migrations: Array(Migrator.shipped.prefix(7))).migrate(connection)
        try connection.execute(TestDatabase.records)
        _ = try Migrator().migrate(connection)
        for table in Self.recorded {
            let collection = table.replacingOccurrences(of: "_", with: "-")
            #expect(
                try connection.integer(
                    "SELECT count(*) FROM changes WHERE collection = '\(collection)' AND operation = 'created'"
                )
                    == connection.integer("SELECT count(*) FROM \(table)"), "\(table)")
        }
        #expect(try connection.integer("SELECT max(seq) = count(*) FROM changes") == 1)
    }

    @Test("a check finds what came past the log")
    func pastTheLog() throws {
        let database = try TestDatabase()
        func problems() throws -> [String] {
            try Checkup.run(path: database.path).first { $0.name == "change-log" }?.problems ?? ["not asked"]
        }
        #expect(try problems() == [])
        try database.connection.execute(
            """
            CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_schema
                WHERE name IN ('areas_change_update', 'areas_change_insert', 'terms_change_delete') ORDER BY name;
            DROP TRIGGER areas_change_update; DROP TRIGGER areas_change_insert; DROP TRIGGER terms_change_delete;
            UPDATE areas SET name = 'B'; DELETE FROM terms;
            INSERT INTO areas (code, name, kind, created_at, updated_at, origin) VALUES ('z', 'Z', 'county', 't', 't', 'import');
            """)
        var texts: [String] = []
        try database.connection.run("SELECT sql FROM kept") { row in texts.append(row.text(0) ?? "") }
        for text in texts { try database.connection.execute(text) }
        #expect(try problems() == ["areas 1", "areas 2", "terms 1"])
    }
}
