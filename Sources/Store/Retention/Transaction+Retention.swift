package import Domain

extension Transaction {
    /// Removes what may go on a day, at most so many records, and returns them.
    ///
    /// Each removal is noted in `retention_removals`. Deleted records stand in the change log as deleted, and the log
    /// keeps of all their entries who wrote when, but not what.
    package func removeDue(
        on today: CalendarDate, limit: Int, day: (Instant) -> CalendarDate
    ) throws(StoreError) -> [RetentionItem] {
        let items = try Array(connection.due(on: today, day: day).prefix(limit))
        for item in items {
            try signature.extend("retention_rule = ?", [.text(item.rule.rawValue)], connection)
            try connection.run(
                "INSERT INTO retention_removals (at, rule, collection, record_id, kept_until) VALUES (?, ?, ?, ?, ?)",
                [
                    .text(timestamp), .text(item.rule.rawValue), .text(item.collection),
                    .integer(item.recordID), .text("\(item.keptUntil)"),
                ])
            if item.rule == .actions {
                try removeAction(item.recordID)
            } else {
                try connection.run(
                    "UPDATE imports SET result_rows = 'null', warnings = 'null' WHERE id = ?",
                    [.integer(item.recordID)])
            }
        }
        return items
    }

    /// Takes the words of removed records out of the search index too, which otherwise keeps them until it is next
    /// tidied.
    package func tidySearch() throws(StoreError) {
        try connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
    }

    /// Keeps what falls under a rule for another time from now on.
    package func setRetention(_ rule: RetentionRule, to period: RetentionPeriod) throws(StoreError) {
        guard period != rule.standard else {
            return try connection.run("DELETE FROM retention_rules WHERE rule = ?", [.text(rule.rawValue)])
        }
        var months: SQLValue = .null
        if case .months(let count) = period { months = .integer(Int64(count)) }
        try connection.run(
            """
            INSERT INTO retention_rules (rule, months) VALUES (?, ?)
            ON CONFLICT (rule) DO UPDATE SET months = excluded.months
            """, [.text(rule.rawValue), months])
    }

    private func removeAction(_ id: Int64) throws(StoreError) {
        var events: [Int64] = []
        try connection.run("SELECT id FROM action_events WHERE action_id = ?", [.integer(id)]) { row in
            events.append(row.integer(0))
        }
        try connection.run("DELETE FROM action_events WHERE action_id = ?", [.integer(id)])
        try connection.run("DELETE FROM actions WHERE id = ?", [.integer(id)])
        for event in events { try eraseEntries(of: event, in: "action-events") }
        try eraseEntries(of: id, in: "actions")
    }

    /// Leaves of the log's entries of a record who wrote when.
    private func eraseEntries(of id: Int64, in collection: String) throws(StoreError) {
        try connection.run(
            """
            UPDATE changes SET before = iif(before IS NULL, NULL, '{}'), after = iif(after IS NULL, NULL, '{}')
            WHERE collection = ? AND record_id = ?
            """, [.text(collection), .integer(id)])
    }
}
