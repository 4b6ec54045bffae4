/// One entry of the change log.
package struct Change: Sendable {
    /// Counts every change without a gap, in the order of the commits.
    package let seq: Int64
    package let at: String
    package let actor: String
    package let importID: Int64?
    /// `created`, `updated` or `deleted`.
    package let operation: String
    /// As in paths: `agenda-items`.
    package let collection: String
    package let recordID: Int64
    /// The record's version behind the change; nil for parts that have none.
    package let version: Int64?
    /// The records that it belongs to, by collection: a JSON object.
    package let parents: String
    /// The whole row by column, as JSON objects; nil where there was or is none.
    package let before: String?
    package let after: String?
    /// The retention rule that removed the record; its entries hold nothing any more.
    package let retentionRule: String?

    fileprivate init(_ row: borrowing Row) {
        seq = row.integer(0)
        at = row.text(1) ?? ""
        actor = row.text(2) ?? ""
        importID = row.optionalInteger(3)
        operation = row.text(4) ?? ""
        collection = row.text(5) ?? ""
        recordID = row.integer(6)
        version = row.optionalInteger(7)
        parents = row.text(8) ?? "{}"
        before = row.text(9)
        after = row.text(10)
        retentionRule = row.text(11)
    }

    fileprivate static let columns = """
        seq, at, actor, import_id, operation, collection, record_id, version, parents, before, after,
        (SELECT rule FROM retention_removals AS removal
        WHERE removal.collection = changes.collection AND removal.record_id = changes.record_id)
        """
}

/// What was found in a stretch of the log.
package struct ChangeStretch: Sendable {
    /// So many entries are looked at for one page, however few of them are wanted.
    static let length: Int64 = 10_000

    package let changes: [Change]
    /// Everything up to this number was looked at.
    package let end: Int64
    /// The last number there was.
    package let last: Int64

    package var isComplete: Bool { end >= last }
}

extension Reader {
    /// The number of the last change; 0 when there is none.
    package func lastChange() throws(StoreError) -> Int64 {
        try connection.integer("SELECT max(seq) FROM changes") ?? 0
    }

    /// Changes behind a number, in order, out of a stretch of the log that is read in one go.
    ///
    /// - Parameter collections: only those of these collections; nil for all.
    /// - Parameter visible: which entries of `changes` the caller may see; nil for all.
    package func changes(
        after seq: Int64, in collections: [String]?, visible: Condition?, limit: Int
    ) throws(StoreError) -> ChangeStretch {
        // Read first: what comes meanwhile is behind it and will be in the next stretch.
        let last = try lastChange()
        // Nothing is behind the last one, however large the number.
        let end = seq >= last ? seq : min(last, seq + ChangeStretch.length)
        var conditions: [Condition] = [
            .fixed("changes.seq > ? AND changes.seq <= ?", [.integer(seq), .integer(end)])
        ]
        if let collections {
            conditions.append(.compare("changes.collection", .oneOf, collections.map(SQLValue.text)))
        }
        if let visible { conditions.append(visible) }
        let all = Condition.all(conditions)
        var found: [Change] = []
        try connection.within(self.limit) { () throws(StoreError) in
            try connection.run(
                "SELECT \(Change.columns) FROM changes WHERE \(all.sql) ORDER BY seq LIMIT ?",
                all.values + [.integer(Int64(limit))]
            ) { row in found.append(Change(row)) }
        }
        let isFull = found.count == limit
        return ChangeStretch(changes: found, end: isFull ? found.last?.seq ?? end : end, last: last)
    }

    /// Whether a record was there once and was removed.
    package func isGone(_ id: Int64, from collection: String) throws(StoreError) -> Bool {
        try connection.text(
            "SELECT operation FROM changes WHERE collection = ? AND record_id = ? ORDER BY seq DESC LIMIT 1",
            [.text(collection), .integer(id)]) == "deleted"
    }

    /// Everything that happened to one record, oldest first.
    package func history(
        of id: Int64, in collection: String, limit: Int
    ) throws(StoreError) -> [Change] {
        var found: [Change] = []
        try connection.within(self.limit) { () throws(StoreError) in
            try connection.run(
                """
                SELECT \(Change.columns) FROM changes WHERE collection = ? AND record_id = ? ORDER BY seq LIMIT ?
                """, [.text(collection), .integer(id), .integer(Int64(limit))]
            ) { row in found.append(Change(row)) }
        }
        return found
    }
}
