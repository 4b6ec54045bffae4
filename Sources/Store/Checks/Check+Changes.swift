extension Check {
    /// The change log in itself (migrations/0008_changes.sql).
    static let changes = [
        Check(
            "change-numbers", "These changes do not follow the one before by number",
            sql: """
                SELECT seq FROM changes AS entry
                WHERE seq <> 1 AND NOT EXISTS (SELECT 1 FROM changes WHERE seq = entry.seq - 1) ORDER BY seq
                """),
        Check(
            "change-chain",
            "These changes begin with another state of their record than the change before them left",
            sql: """
                SELECT seq FROM (SELECT seq, before, operation, lag(after) OVER (
                    PARTITION BY collection, record_id ORDER BY seq) AS earlier FROM changes)
                WHERE before IS NOT earlier AND json_patch('{}', before) IS NOT json_patch('{}', earlier) ORDER BY seq
                """),
    ]
}

extension Connection {
    /// Records that hold something else than their last change says, or that the log knows nothing of, and the other
    /// way round. A column that the table did not have then was null.
    func changeLogProblems() throws(StoreError) -> [String] {
        var found: [String] = []
        for table in try loggedTables() {
            let values = try columns(of: table).map { "'\($0)', record.\($0)" }.joined(separator: ", ")
            let collection = Self.collection(of: table)
            try run(
                """
                WITH last AS (SELECT record_id, after FROM changes WHERE seq IN (
                    SELECT max(seq) FROM changes WHERE collection = ?1 GROUP BY record_id))
                SELECT record.id FROM \(table) AS record LEFT JOIN last ON last.record_id = record.id
                    WHERE json_patch('{}', last.after) IS NOT json_patch('{}', json_object(\(values)))
                UNION SELECT record_id FROM last
                    WHERE after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \(table) WHERE id = record_id)
                """, [.text(collection)]
            ) { row in found.append("\(collection) \(row.integer(0))") }
        }
        return found
    }
}
