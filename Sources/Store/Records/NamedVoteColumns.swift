package import Domain

extension NamedVoteDraft: RecordDraft {
    package static let table: StaticString = "named_votes"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("decision_id", try resolver.decision(decision, at: "/decision")),
            ColumnValue("person_id", try resolver.person(person, at: "/person")),
            ColumnValue("vote", .text(vote.rawValue)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM named_votes WHERE decision_id = ? AND person_id = ?",
            [columns.value("decision_id"), columns.value("person_id")])
    }
}
