package import Domain

extension DecisionDraft: RecordDraft {
    package static let table: StaticString = "decisions"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("meeting_id", try resolver.meeting(meeting, at: "/meeting")),
            ColumnValue("agenda_item_id", try resolver.item(item, at: "/item")),
            ColumnValue("minute_number", .optional(minuteNumber)),
            ColumnValue("kind", .text(kind.rawValue)),
            ColumnValue("text", .text(text)),
            ColumnValue("mover_id", try resolver.person(mover, at: "/mover")),
            ColumnValue("seconder_id", try resolver.person(seconder, at: "/seconder")),
            ColumnValue("votes_for", .optional(votesFor)),
            ColumnValue("votes_against", .optional(votesAgainst)),
            ColumnValue("votes_abstain", .optional(votesAbstain)),
            ColumnValue("casting_vote", .optional(castingVote?.rawValue)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM decisions WHERE agenda_item_id = ? AND kind = ? AND text = ? ORDER BY id LIMIT 1",
            [columns.value("agenda_item_id"), columns.value("kind"), columns.value("text")])
    }
}
