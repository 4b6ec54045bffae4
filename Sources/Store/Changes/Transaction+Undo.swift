internal import Domain

/// What came of undoing an import.
package enum UndoOutcome: Sendable {
    /// So many records went or are again what they were.
    case undone(recordCount: Int)
    case unknown
    /// It is in another state than applied.
    case notApplied(state: String)
    /// Later changes build on it; nothing was done.
    case blocked([Dependent])

    /// A record that was changed since, or that refers to what the import brought.
    package struct Dependent: Sendable, Equatable {
        package let collection: String
        package let recordID: Int64
        /// The number of its change that stands in the way.
        package let seq: Int64
    }
}

extension Transaction {
    /// Takes back everything an import did, unless something later builds on it.
    ///
    /// Records that it made go, records that it changed get their former values back, under a new version. All of
    /// that stands in the change log like any other write.
    package func undoImport(_ id: Int64) throws(StoreError) -> UndoOutcome {
        guard let state = try connection.text("SELECT state FROM imports WHERE id = ?", [.integer(id)]) else {
            return .unknown
        }
        guard state == "applied" else { return .notApplied(state: state) }
        let dependents = try changedSince(id) + referring(id)
        guard dependents.isEmpty else { return .blocked(dependents) }
        try signature.extend("import_id = ?1, undone_import_id = ?1", [.integer(id)], connection)
        let steps = try steps(of: id)
        for step in steps { try take(back: step) }
        try connection.run("UPDATE imports SET state = 'rolled_back' WHERE id = ?", [.integer(id)])
        return .undone(recordCount: Set(steps.map { "\($0.table) \($0.recordID)" }).count)
    }

    private struct Step {
        let table: String
        let recordID: Int64
        /// The row as it was; nil when there was none.
        let before: String?
    }

    /// What the import did, the last thing first, so that parts go before the whole.
    private func steps(of id: Int64) throws(StoreError) -> [Step] {
        var steps: [Step] = []
        try connection.run(
            """
            SELECT replace(collection, '-', '_'), record_id, before FROM changes WHERE import_id = ? ORDER BY seq DESC
            """, [.integer(id)]
        ) { row in
            steps.append(Step(table: row.text(0) ?? "", recordID: row.integer(1), before: row.text(2)))
        }
        return steps
    }

    private func take(back step: Step) throws(StoreError) {
        guard let before = step.before else {
            try connection.run("DELETE FROM \(step.table) WHERE id = ?", [.integer(step.recordID)])
            return
        }
        // Names of tables and columns come from the schema, never from a value of the log.
        let columns = try connection.columns(of: step.table).filter {
            !["id", "version", "updated_at"].contains($0)
        }
        let values = columns.map { "\($0) = json_extract(?1, '$.\($0)')" }.joined(separator: ", ")
        try connection.run(
            "UPDATE \(step.table) SET \(values), version = version + 1, updated_at = ?2 WHERE id = ?3",
            [.text(before), .text(timestamp), .integer(step.recordID)])
    }

    /// Records of the import that somebody else has changed since; an import that was undone has changed nothing.
    private func changedSince(_ id: Int64) throws(StoreError) -> [UndoOutcome.Dependent] {
        var found: [UndoOutcome.Dependent] = []
        try connection.run(
            """
            SELECT later.collection, later.record_id, max(later.seq) FROM changes AS own
            JOIN changes AS later ON later.collection = own.collection AND later.record_id = own.record_id
                AND later.seq > own.seq AND later.import_id IS NOT own.import_id
            WHERE own.import_id = ? AND NOT EXISTS (
                SELECT 1 FROM imports WHERE id = later.import_id AND state = 'rolled_back')
            GROUP BY 1, 2 ORDER BY 3
            """, [.integer(id)]
        ) { row in
            found.append(.init(collection: row.text(0) ?? "", recordID: row.integer(1), seq: row.integer(2)))
        }
        return found
    }

    /// Records that the import did not make and that refer to one it made.
    private func referring(_ id: Int64) throws(StoreError) -> [UndoOutcome.Dependent] {
        var links: [(table: String, column: String, target: String)] = []
        try connection.run(
            """
            SELECT child.name, link."from", link."table" FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS link
            WHERE child.type = 'table' AND link."to" = 'id'
                AND EXISTS (SELECT 1 FROM sqlite_schema WHERE name = child.name || '_change_insert')
                AND EXISTS (SELECT 1 FROM sqlite_schema WHERE name = link."table" || '_change_insert')
            """
        ) { row in links.append((row.text(0) ?? "", row.text(1) ?? "", row.text(2) ?? "")) }
        var found: [UndoOutcome.Dependent] = []
        for link in links {
            let child = Connection.collection(of: link.table)
            let target = Connection.collection(of: link.target)
            try connection.run(
                """
                SELECT record.id, (SELECT max(seq) FROM changes WHERE collection = ?1 AND record_id = record.id)
                FROM changes AS made JOIN \(link.table) AS record ON record.\(link.column) = made.record_id
                WHERE made.import_id = ?2 AND made.collection = ?3 AND made.operation = 'created' AND NOT EXISTS (
                    SELECT 1 FROM changes WHERE collection = ?1 AND record_id = record.id AND import_id = ?2
                        AND operation = 'created')
                """, [.text(child), .integer(id), .text(target)]
            ) { row in
                let dependent = UndoOutcome.Dependent(
                    collection: child, recordID: row.integer(0), seq: row.integer(1))
                if !found.contains(dependent) { found.append(dependent) }
            }
        }
        return found.sorted { $0.seq < $1.seq }
    }
}
