package import Domain

/// Reads for one loop: a read-only connection with cached statements, confined to the loop's thread.
///
/// Each query sees the last commit of any process. None may take longer than the limit.
package final class Reader {
    package let connection: Connection
    let limit: Duration
    /// When set, queries read what was recorded then instead of what is recorded now.
    package var moment: Instant?
    private var snapshot: Snapshot?

    /// Opens the database for reading. The schema must be the program's own.
    /// - Parameter limit: the longest a query may hold the loop; two seconds are far beyond any indexed read.
    package init(path: String, limit: Duration = .seconds(2)) throws(StoreError) {
        connection = try Connection(path: path, mode: .readOnly)
        self.limit = limit
        try Migrator().verify(connection)
    }

    /// Reads through a connection that is already open, so that a writer sees its own changes.
    package init(sharing connection: Connection) {
        self.connection = connection
        limit = .seconds(30)
    }

    /// Runs the query and lends each row in order.
    package func read(_ query: Query, each row: (borrowing Row) throws(StoreError) -> Void) throws(StoreError)
    {
        let (sql, values) = try placed((query.sql, query.values))
        try connection.within(limit) { () throws(StoreError) in
            try connection.run(sql, values, each: row)
        }
    }

    /// Runs the query and lends each row in order until one is answered with false.
    package func walk(
        _ query: Query, while row: (borrowing Row) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let (sql, values) = try placed((query.sql, query.values))
        try connection.within(limit) { () throws(StoreError) in
            try connection.walk(sql, values, while: row)
        }
    }

    /// The last of the next `count` ids of a table behind an id; nil behind its end.
    ///
    /// A query that is held between the two looks at so many rows at most, whatever its conditions are.
    package func lastID(of table: StaticString, after id: Int64, next count: Int) throws(StoreError) -> Int64?
    {
        try connection.integer(
            "SELECT max(id) FROM (SELECT id FROM \(table) WHERE id > ? ORDER BY id LIMIT ?)",
            [.integer(id), .integer(Int64(count))])
    }

    /// Asks a query whose text is made already.
    package func read(
        _ query: PreparedQuery, _ values: [SQLValue], each row: (borrowing Row) throws(StoreError) -> Void
    ) throws(StoreError) {
        let (sql, values) = try placed((query.sql, values))
        try connection.within(limit) { () throws(StoreError) in
            try connection.run(sql, values, each: row)
        }
    }

    /// How many rows the query has in all, without its page.
    package func count(_ query: Query) throws(StoreError) -> Int {
        let (sql, values) = try placed(query.counting)
        return try connection.within(limit) { () throws(StoreError) in
            Int(try connection.integer(sql, values) ?? 0)
        }
    }

    /// The query at the moment it is to be asked at.
    private func placed(
        _ query: (sql: String, values: [SQLValue])
    ) throws(StoreError) -> (sql: String, values: [SQLValue]) {
        guard let moment else { return query }
        if snapshot == nil { snapshot = try Snapshot(connection) }
        guard let snapshot else { return query }
        return (snapshot.prefix + query.sql, [.text(moment.description)] + query.values)
    }
}
