import Domain
import Foundation
import Store
import TestSupport
import Testing

/// What may go, goes whole and leaves its traces; nothing else can use the way it goes.
@Suite("Retention")
struct RetentionTests {
    private let database: TestDatabase
    private let writer: Writer

    /// Action 2 was closed on 14 September 2018, action 1 was never accepted; import 1 came on the same day.
    init() throws {
        database = try TestDatabase()
        try database.connection.execute(
            """
            INSERT INTO imports (received_at, caller, body_sha256, state, source_system, source_ref, created_count,
                updated_count, unchanged_count, skipped_count, result_rows, warnings)
            VALUES ('2018-09-14T13:00:00Z', 'c', '\(String(repeating: "0", count: 64))', 'validated', 's', 'r', 1, 0, 0, 0,
                '[{"ref":"Quagga"}]', '[]');
            UPDATE imports SET state = 'applied';
            UPDATE actions SET text = 'Write to Zebra', quote = 'Okapi asked', owner_role = 'Clerk' WHERE id = 2;
            \(Self.step("open", "in_progress", "2018-09-01T09:00:00Z"))
            \(Self.step("in_progress", "reported_done", "2018-09-02T09:00:00Z"))
            \(Self.step("reported_done", "closed", "2018-09-14T13:00:00Z"))
            """)
        writer = try Writer(path: database.path, clock: { Instant(seconds: 1_767_323_045) })
    }

    private static func step(_ from: String, _ to: String, _ at: String) -> String {
        """
        UPDATE actions SET state = '\(to)', state_reason = 'R', version = version + 1 WHERE id = 2;
        INSERT INTO action_events (action_id, from_state, to_state, note, actor, occurred_at)
            VALUES (2, '\(from)', '\(to)', 'Giraffe noted', 'c', '\(at)');
        """
    }

    /// An hour before Greenwich, as London is in summer.
    @Sendable private static func day(_ moment: Instant) -> CalendarDate {
        OffsetDateTime(moment, offsetMinutes: 60).date
    }

    private func due(_ day: String) throws -> [String] {
        let today = try #require(CalendarDate(day))
        return try database.connection.due(on: today, day: Self.day).map {
            "\($0.collection) \($0.recordID) since \($0.mayGoFrom)"
        }
    }

    private func remove(_ day: String = "2025-01-01", limit: Int = 100) throws -> Int {
        let today = try #require(CalendarDate(day))
        return try writer.perform(by: "retention") { (transaction) throws(StoreError) in
            .keep(try transaction.removeDue(on: today, limit: limit, day: Self.day).count)
        }
    }

    private func integer(_ sql: String) throws -> Int64 { try database.connection.integer(sql) ?? -1 }

    private func soundness() throws -> [String] {
        try Checkup.run(path: database.path).filter { !$0.isOK }.map(\.description)
    }

    @Test("a record may go on the day behind its last one, and not before")
    func boundaries() throws {
        #expect(try due("2019-09-13") == [])
        #expect(try due("2019-09-14") == ["imports 1 since 2019-09-14"])
        #expect(try due("2024-09-13") == ["imports 1 since 2019-09-14"])
        #expect(try due("2024-09-14") == ["actions 2 since 2024-09-14", "imports 1 since 2019-09-14"])
    }

    @Test("the day of a late evening is the day on the council's clock")
    func lateEvening() throws {
        try database.connection.execute(
            """
            \(Self.step("closed", "open", "2018-09-14T14:00:00Z"))
            \(Self.step("open", "cancelled", "2018-09-14T23:30:00Z"))
            """)
        #expect(try due("2024-09-14").contains { $0.hasPrefix("actions") } == false)
        #expect(try due("2024-09-15").contains("actions 2 since 2024-09-15"))
    }

    @Test("an action that was opened again stays, and so does one that does not say when it was closed")
    func open() throws {
        try database.connection.execute(Self.step("closed", "open", "2018-09-15T13:00:00Z"))
        #expect(try due("2100-01-01") == ["imports 1 since 2019-09-14"])
        try database.connection.execute(
            """
            UPDATE actions SET state = 'dismissed' WHERE id = 1
            """)
        #expect(try due("2100-01-01") == ["imports 1 since 2019-09-14"])
    }

    @Test("a period that is set holds instead, and setting it stands in the change log")
    func periods() throws {
        func set(_ rule: RetentionRule, _ period: RetentionPeriod) throws {
            try writer.perform(by: "clerk") { (transaction) throws(StoreError) in
                .keep(try transaction.setRetention(rule, to: period))
            }
        }
        try set(.actions, .months(12))
        #expect(try due("2019-09-14").contains("actions 2 since 2019-09-14"))
        try set(.actions, .permanent)
        #expect(try due("2200-01-01") == ["imports 1 since 2019-09-14"])
        try set(.actions, .months(72))
        #expect(try due("2024-09-14").contains("actions 2 since 2024-09-14"))
        #expect(
            try integer(
                "SELECT count(*) FROM changes WHERE collection = 'retention-rules' AND actor = 'clerk'") == 3)
        #expect(try integer("SELECT count(*) FROM retention_rules WHERE rule = 'actions'") == 0)
        #expect(try soundness() == [])
    }

    @Test("what is removed is gone with its parts, and the log keeps who and when, but not what")
    func removal() throws {
        let entries = try integer("SELECT max(seq) FROM changes")
        #expect(try remove() == 2)
        #expect(try integer("SELECT count(*) FROM actions") == 1)
        #expect(try integer("SELECT count(*) FROM action_events") == 0)
        #expect(try integer("SELECT count(*) FROM search_documents WHERE text LIKE '%Okapi%'") == 0)
        // Four steps and the action.
        #expect(try integer("SELECT max(seq) FROM changes") == entries + 5)
        #expect(try integer("SELECT count(*) FROM changes") == entries + 5)
        #expect(
            try integer(
                "SELECT count(*) FROM changes WHERE actor = 'retention' AND operation = 'deleted' AND before = '{}'"
            ) == 5)
        for word in ["Zebra", "Okapi", "Giraffe"] {
            #expect(
                try integer(
                    "SELECT count(*) FROM changes WHERE coalesce(before, '') || coalesce(after, '') LIKE '%\(word)%'"
                ) == 0)
        }
        // The versions of the record are still there to be counted.
        #expect(
            try integer(
                "SELECT count(DISTINCT version) FROM changes WHERE collection = 'actions' AND record_id = 2")
                == 4)
        #expect(
            try database.connection.text(
                "SELECT rule || ' ' || kept_until || ' ' || at FROM retention_removals WHERE collection = 'actions'"
            )
                == "actions 2024-09-13 2026-01-02T03:04:05Z")
        #expect(
            try database.connection.text(
                "SELECT result_rows || warnings || created_count || state FROM imports WHERE id = 1")
                == "nullnull1applied")
        #expect(try integer("SELECT count(*) FROM writes") == 0)
        #expect(try soundness() == [])
    }

    @Test("a second run finds nothing and writes nothing")
    func twice() throws {
        #expect(try remove() == 2)
        let entries = try integer("SELECT max(seq) FROM changes")
        #expect(try remove() == 0)
        #expect(try integer("SELECT max(seq) FROM changes") == entries)
        #expect(try integer("SELECT count(*) FROM retention_removals") == 2)
    }

    @Test("a run takes no more at once than it was told")
    func batches() throws {
        #expect(try remove(limit: 1) == 1)
        #expect(try due("2025-01-01") == ["imports 1 since 2019-09-14"])
        #expect(try remove(limit: 1) == 1)
        #expect(try remove(limit: 1) == 0)
    }

    @Test("a removal that fails in the middle leaves everything as it was")
    func failure() throws {
        let day = try #require(CalendarDate("2025-01-01"))
        let entries = try integer("SELECT max(seq) FROM changes")
        #expect(throws: StoreError.self) {
            try writer.perform(by: "retention") { (transaction) throws(StoreError) -> Writer.Decision<Int> in
                _ = try transaction.removeDue(on: day, limit: 100, day: Self.day)
                try transaction.connection.execute("INSERT INTO nowhere VALUES (1)")
                return .keep(1)
            }
        }
        #expect(try integer("SELECT max(seq) FROM changes") == entries)
        #expect(try integer("SELECT count(*) FROM retention_removals") == 0)
        #expect(
            try integer("SELECT count(*) FROM changes WHERE coalesce(before, after) LIKE '%Zebra%'") > 0)
        #expect(try due("2025-01-01").count == 2)
        #expect(try soundness() == [])
    }

    @Test("an earlier moment does not bring it back, and still shows the rest")
    func past() throws {
        let reader = try Reader(path: database.path)
        reader.moment = Instant(seconds: 4_000_000_000)
        func actions() throws -> [Int64] {
            var found: [Int64] = []
            try reader.read(
                Query(columns: ["record.id"], from: "actions AS record", order: [Query.Order("record.id")])
            ) { row in found.append(row.integer(0)) }
            return found
        }
        #expect(try actions() == [1, 2])
        _ = try remove()
        // The last moment before the removal.
        reader.moment = Instant(seconds: 1_767_323_044)
        #expect(try actions() == [])
        reader.moment = Instant(seconds: 4_000_000_000)
        #expect(try actions() == [1])
    }

    @Test("not a word of it is left in the file")
    func words() throws {
        _ = try remove()
        try writer.perform(by: "retention") { (transaction) throws(StoreError) in
            .keep(try transaction.tidySearch())
        }
        writer.close()
        var bytes = try Data(contentsOf: URL(filePath: database.path))
        bytes.append((try? Data(contentsOf: URL(filePath: database.path + "-wal"))) ?? Data())
        for word in ["Zebra", "Okapi", "Giraffe", "Quagga", "zebra", "okapi"] {
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
        }
        // It can be found in the same way while it is there.
        #expect(bytes.range(of: Data("Neglect and thresholds".utf8)) != nil)
        #expect(try integer("SELECT count(*) FROM search_index WHERE search_index MATCH 'neglect'") == 1)
    }

    /// As somebody writes who knows how a removal is announced.
    private static let announced = """
        INSERT INTO writes (id, at, actor, retention_rule) VALUES (1, '2026-01-01T00:00:00Z', 'x', 'actions');

        """
    private static let noted =
        announced + """
            INSERT INTO retention_removals (at, rule, collection, record_id, kept_until)
                VALUES ('2026-01-01T00:00:00Z', 'actions', 'actions', 2, '2024-09-13');

            """

    @Test(
        "nothing else can use the way it goes",
        arguments: [
            ("published_is_frozen", "DELETE FROM action_events WHERE action_id = 2"),
            ("published_is_frozen", announced + "DELETE FROM action_events WHERE action_id = 2"),
            ("published_is_frozen", noted + "UPDATE action_events SET note = 'x'"),
            ("published_is_frozen", noted + "DELETE FROM reports WHERE id = 2"),
            ("published_is_frozen", noted + "DELETE FROM figures"),
            (
                "change_log_is_frozen",
                "UPDATE changes SET before = NULL, after = '{}' WHERE operation = 'created'"
            ),
            (
                "change_log_is_frozen",
                announced + "UPDATE changes SET after = '{}' WHERE operation = 'created'"
            ),
            // The log of another record, of another part, with another text, with another name, and its end.
            (
                "change_log_is_frozen",
                noted + "UPDATE changes SET after = '{}' WHERE collection = 'actions' AND record_id = 1"
            ),
            (
                "change_log_is_frozen",
                noted + "UPDATE changes SET after = '{}' WHERE collection = 'panels' AND record_id = 2"
            ),
            (
                "change_log_is_frozen",
                noted
                    + "UPDATE changes SET after = '{\"id\":2}' WHERE collection = 'actions' AND record_id = 2 AND before IS NULL"
            ),
            (
                "change_log_is_frozen",
                noted
                    + "UPDATE changes SET after = '{}', actor = 'y' WHERE collection = 'actions' AND record_id = 2 AND before IS NULL"
            ),
            (
                "change_log_is_frozen",
                noted
                    + "UPDATE changes SET after = '{}', at = 't' WHERE collection = 'actions' AND record_id = 2 AND before IS NULL"
            ),
            (
                "change_log_is_frozen",
                noted + "DELETE FROM changes WHERE collection = 'actions' AND record_id = 2"
            ),
            ("retention_is_frozen", noted + "UPDATE retention_removals SET rule = 'actions'"),
            ("retention_is_frozen", noted + "DELETE FROM retention_removals"),
            (
                "retention_is_frozen",
                noted + "INSERT OR REPLACE INTO retention_removals SELECT * FROM retention_removals"
            ),
            (
                "retention_is_frozen",
                "INSERT INTO retention_removals (at, rule, collection, record_id, kept_until) "
                    + "VALUES ('2026-01-01T00:00:00Z', 'actions', 'actions', 2, '2024-09-13')"
            ),
            (
                "retention_not_due",
                announced
                    + "INSERT INTO retention_removals (at, rule, collection, record_id, kept_until) "
                    + "VALUES ('2026-01-01T00:00:00Z', 'actions', 'actions', 1, '2024-09-13')"
            ),
            (
                "retention_not_due",
                announced
                    + "INSERT INTO retention_removals (at, rule, collection, record_id, kept_until) "
                    + "VALUES ('2026-01-01T00:00:00Z', 'actions', 'actions', 2, '2199-09-13')"
            ),
            (
                "removal_of_the_rule",
                announced
                    + "INSERT INTO retention_removals (at, rule, collection, record_id, kept_until) "
                    + "VALUES ('2026-01-01T00:00:00Z', 'actions', 'reports', 2, '2024-09-13')"
            ),
            (
                "retention_below_floor",
                "INSERT INTO retention_rules (rule, months) VALUES ('background-papers', 47)"
            ),
            ("retention_is_permanent", "INSERT INTO retention_rules (rule, months) VALUES ('papers', 120)"),
            ("retention_is_permanent", "UPDATE retention_rules SET rule = 'figures'"),
        ])
    func frozen(rule: String, sql: String) throws {
        try database.attack(rule, sql)
    }

    @Test("what was removed once cannot be announced again to change the log of another day")
    func later() throws {
        _ = try remove()
        #expect(throws: StoreError.self) { try database.connection.execute(Self.noted) }
    }
}
