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

    /// Asks a query whose text is made already, at this moment only.
    package func read(
        _ query: PreparedQuery, _ values: [SQLValue], each row: (borrowing Row) throws(StoreError) -> Void
    ) throws(StoreError) {
        precondition(moment == nil, "A prepared query asks for what is recorded now.")
        try connection.within(limit) { () throws(StoreError) in
            try connection.run(query.sql, values, each: row)
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
