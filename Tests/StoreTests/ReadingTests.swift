import Domain
import Foundation
import Store
import TestSupport
import Testing

/// Queries, pages and the full-text index.
@Suite("Reading")
struct ReadingTests {
    let database: TestDatabase
    let reader: Reader

    init() throws {
        database = try TestDatabase()
        reader = try Reader(path: database.path)
    }

    private func ids(_ query: Query) throws -> [Int64] {
        var ids: [Int64] = []
        try reader.read(query) { row in ids.append(row.integer(row.columnCount - 1)) }
        return ids
    }

    @Test("pages go through nulls and both directions without a gap", arguments: [false, true])
    func paging(descending: Bool) throws {
        for number in 0..<30 {
            let topic = number.isMultiple(of: 3) ? "NULL" : "'t\(number % 4)'"
            try database.connection.execute(
                """
                INSERT INTO indicators (code, name, topic, unit, polarity, created_at, updated_at, origin)
                VALUES ('i\(number)', 'N', \(topic), 'count', 'none', 't', 't', 'import')
                """)
        }
        var query = Query(
            columns: [], from: "indicators AS record",
            order: [Query.Order("record.topic", descending: descending), Query.Order("record.id")])
        let whole = try ids(query)
        #expect(whole.count == 32)
        var paged: [Int64] = []
        query.limit = 5
        while true {
            var last: [SQLValue] = []
            var page: [Int64] = []
            try reader.read(query) { row in
                page.append(row.integer(1))
                last = [row.value(0), row.value(1)]
            }
            paged += page
            guard page.count == 5 else { break }
            query.after = last
        }
        #expect(paged == whole)
    }

    @Test(
        "comparisons find what they say",
        arguments: [
            (Condition.Comparison.equal, [SQLValue.text("share")], [Int64(1)]),
            (.notEqual, [.text("share")], [2]),
            (.oneOf, [.text("share"), .text("number")], [1, 2]), (.contains, [.text("UMB")], [2]),
            (.startsWith, [.text("sh")], [1]), (.startsWith, [.text("%")], []), (.contains, [.text("_")], []),
            (.greater, [.text("number")], [1]), (.lessOrEqual, [.text("number")], [2]),
            (.isNull, [.integer(1)], []),
            (.isNull, [.integer(0)], [1, 2]),
        ])
    func comparisons(comparison: Condition.Comparison, values: [SQLValue], expected: [Int64]) throws {
        let query = Query(
            columns: [], from: "indicators AS record",
            conditions: [.compare("record.code", comparison, values)], order: [Query.Order("record.id")])
        #expect(try ids(query) == expected)
        #expect(try reader.count(query) == expected.count)
    }

    @Test("values from outside never become SQL")
    func injection() throws {
        let hostile = "x' OR 1=1; DROP TABLE panels; --"
        let query = Query(
            columns: [], from: "indicators AS record",
            conditions: [.compare("record.code", .equal, [.text(hostile)])], order: [Query.Order("record.id")]
        )
        #expect(!query.sql.contains("DROP"))
        #expect(try ids(query).isEmpty)
    }

    @Test("a query that takes too long is ended")
    func deadline() throws {
        let impatient = try Reader(path: database.path, limit: .milliseconds(50))
        let query = Query(
            columns: ["count(*)"],
            from:
                "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n) AS record",
            order: [])
        #expect(throws: StoreError.deadlineExceeded) { try impatient.read(query) { _ in } }
        // The connection goes on.
        #expect(try impatient.connection.integer("SELECT 1") == 1)
    }

    @Test("a reader cannot write")
    func readOnly() throws {
        #expect(throws: StoreError.self) { try reader.connection.execute("DELETE FROM action_events") }
    }

    private func titles(_ words: String, isPublic: Bool = true) throws -> [String] {
        var search = Search(words: SearchWords(words), limit: 10, offset: 0)
        search.isPublic = isPublic
        var found: [String] = []
        try reader.search(search) { hit in found.append("\(hit.collection) \(hit.recordID)") }
        return found
    }

    @Test(
        "search finds words, phrases, beginnings and word forms",
        arguments: [
            ("fostering", ["report-pages 1"]), ("\"fostered privately\"", ["report-pages 1"]),
            ("\"privately fostered\"", []),
            ("negl*", ["report-pages 2"]), ("threshold neglect", ["report-pages 2"]),
            ("fostering neglect", []),
        ])
    func search(words: String, expected: [String]) throws {
        #expect(try titles(words) == expected)
    }

    @Test("the index follows every change, and hides what is not public")
    func indexFollows() throws {
        try database.connection.execute("UPDATE report_pages SET text = 'Adoption' WHERE id = 1")
        #expect(try titles("fostering").isEmpty)
        #expect(try titles("adoption") == ["report-pages 1"])
        try database.connection.execute(
            "UPDATE reports SET access = 'confidential', confidential_reason = 'W' WHERE id = 1")
        #expect(try titles("adoption").isEmpty)
        #expect(try titles("adoption", isPublic: false) == ["report-pages 1"])
        try database.connection.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
    }

    @Test(
        "whatever is typed is a question and never an error",
        arguments: [
            "\"", "\"\"", "AND", "a AND", "NEAR(a b)", "title:x", "-a", "*", "a*b", "(", "^a", "\u{0}",
            "'; --", "é…", "((\"",
        ])
    func hostile(words: String) throws {
        let query = SearchWords(words)
        if !query.isEmpty { _ = try titles(words) }
    }
}
