import Store
import Testing

/// Keyset paging with the orders that the lists really use, and with rows that come in between.
@Suite("Paging")
struct PagingTests {
    let database: TestDatabase
    let reader: Reader

    init() throws {
        database = try TestDatabase()
        reader = try Reader(path: database.path)
        for number in 0..<12 {
            let due = number.isMultiple(of: 3) ? "'none', NULL" : "'date', '2019-01-0\(1 + number % 4)'"
            try database.connection.execute(
                """
                INSERT INTO actions (panel_id, kind, text, state, owner_role, due_kind, due_on, created_at, updated_at, origin)
                VALUES (1, 'letter', 'A\(number)', 'proposed', 'Clerk', \(due), 't', 't', 'import')
                """)
        }
    }

    private func whole(_ query: Query) throws -> [Int64] {
        var ids: [Int64] = []
        try reader.read(query) { row in ids.append(row.integer(row.columnCount - 1)) }
        return ids
    }

    /// Reads page after page; `between` runs after each, and no list of this suite needs more than 20.
    private func paged(_ query: Query, size: Int, between: (Int) throws -> Void = { _ in }) throws -> [Int64]
    {
        var query = query
        query.limit = size
        var ids: [Int64] = []
        for page in 0..<20 {
            var last: [SQLValue] = []
            var count = 0
            try reader.read(query) { row in
                ids.append(row.integer(row.columnCount - 1))
                last = query.order.indices.map { row.value(query.columns.count + $0) }
                count += 1
            }
            guard count == size else { return ids }
            try between(page)
            query.after = last
        }
        Issue.record("The pages never end: \(ids)")
        return ids
    }

    @Test("actions by their due day, undated last, come once each", arguments: 1...7)
    func undatedLast(size: Int) throws {
        let query = Query(
            columns: ["record.text"], from: "actions AS record",
            order: [
                Query.Order("record.due_on IS NULL"), Query.Order("record.due_on"), Query.Order("record.id"),
            ])
        #expect(try paged(query, size: size) == whole(query))
    }

    @Test(
        "several keys in different directions come once each", arguments: [false, true], [false, true])
    func mixedDirections(first: Bool, second: Bool) throws {
        let query = Query(
            columns: [], from: "actions AS record",
            order: [
                Query.Order("record.due_on", descending: first),
                Query.Order("record.due_kind", descending: second), Query.Order("record.id"),
            ])
        for size in [1, 4, 13] { #expect(try paged(query, size: size) == whole(query)) }
    }

    @Test(
        "rows added before and behind the page neither skip nor repeat the others", arguments: [false, true])
    func insertsBetween(descending: Bool) throws {
        let query = Query(
            columns: [], from: "actions AS record",
            order: [Query.Order("record.due_on", descending: descending), Query.Order("record.id")])
        let before = try whole(query)
        let ids = try paged(query, size: 3) { page in
            guard page < 3 else { return }
            try database.connection.execute(
                """
                INSERT INTO actions (panel_id, kind, text, state, owner_role, due_kind, due_on, created_at, updated_at, origin)
                VALUES (1, 'letter', 'first', 'proposed', 'C', 'date', '2001-01-01', 't', 't', 'import'),
                    (1, 'letter', 'last', 'proposed', 'C', 'date', '2099-01-01', 't', 't', 'import'),
                    (1, 'letter', 'undated', 'proposed', 'C', 'none', NULL, 't', 't', 'import')
                """)
        }
        #expect(Set(ids).count == ids.count)
        #expect(ids.filter(before.contains) == before)
    }

    @Test("a count leaves the page out of account")
    func counting() throws {
        var query = Query(
            columns: [], from: "actions AS record",
            conditions: [.compare("record.due_on", .isNull, [.integer(0)])], order: [Query.Order("record.id")]
        )
        query.limit = 2
        query.after = [.integer(3)]
        #expect(try reader.count(query) == 8)
    }
}
