internal import Domain

extension Transaction {
    /// Moves a record to another state; for actions the step is added to their history.
    ///
    /// The database holds the state machine too and refuses a step that it does not have.
    package func move(
        _ id: Int64, in table: StaticString, from current: String, to target: String, note: String?,
        actor: String
    ) throws(StoreError) {
        // The moment of publication is set in the same step, because a published paper is frozen from then on.
        let publication = "\(table)" == "reports" && target == "published" ? ", published_at = ?" : ""
        let moment: [SQLValue] = publication.isEmpty ? [] : [.text(timestamp)]
        try connection.run(
            """
            UPDATE \(table) SET state = ?, state_reason = coalesce(?, state_reason), version = version + 1,
                updated_at = ?, origin = 'officer'\(publication) WHERE id = ?
            """,
            [.text(target), .optional(note), .text(timestamp)] + moment + [.integer(id)])
        if "\(table)" == "actions" {
            try connection.run(
                """
                INSERT INTO action_events (action_id, from_state, to_state, note, actor, occurred_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    .integer(id), .text(current), .text(target), .optional(note), .text(actor),
                    .text(timestamp),
                ])
        }
    }
}
