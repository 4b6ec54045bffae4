internal import Domain

/// What is known about an import once it has run.
package struct ImportReceipt: Sendable {
    package let id: Int64
    package let bodySha256: String
}

extension Transaction {
    /// The import that this caller made with this key, if there is one.
    package func importReceipt(caller: String, key: String) throws(StoreError) -> ImportReceipt? {
        var found: ImportReceipt?
        try connection.run(
            "SELECT id, body_sha256 FROM imports WHERE caller = ? AND idempotency_key = ?",
            [.text(caller), .text(key)]
        ) { row in
            found = ImportReceipt(id: row.integer(0), bodySha256: row.text(1) ?? "")
        }
        return found
    }

    /// Notes that an import whose document was read and checked has begun, so that its records can name it.
    package func beginImport(
        caller: String, key: String?, bodySha256: String, system: String, ref: String
    ) throws(StoreError) -> Int64 {
        try connection.run(
            """
            INSERT INTO imports (received_at, caller, idempotency_key, body_sha256, state, source_system, source_ref,
                created_count, updated_count, unchanged_count, skipped_count, result_rows, warnings)
            VALUES (?, ?, ?, ?, 'validated', ?, ?, 0, 0, 0, 0, '[]', '[]')
            """,
            [
                .text(timestamp), .text(caller), .optional(key), .text(bodySha256), .text(system),
                .text(ref),
            ])
        let id = connection.lastInsertedID
        try signature.extend("import_id = ?", [.integer(id)], connection)
        return id
    }

    /// Notes how it went.
    /// - Parameters:
    ///   - rows: one JSON object a row of the pack, as text.
    ///   - warnings: JSON problems that failed nothing, as text.
    package func finishImport(
        _ id: Int64, created: Int, updated: Int, unchanged: Int, skipped: Int, rows: String, warnings: String
    ) throws(StoreError) {
        try connection.run(
            """
            UPDATE imports SET state = 'applied', created_count = ?, updated_count = ?, unchanged_count = ?,
                skipped_count = ?, result_rows = ?, warnings = ? WHERE id = ?
            """,
            [
                .integer(Int64(created)), .integer(Int64(updated)), .integer(Int64(unchanged)),
                .integer(Int64(skipped)), .text(rows), .text(warnings), .integer(id),
            ])
    }
}
