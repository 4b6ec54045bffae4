package import Domain

extension ResponseDraft: RecordDraft {
    package static let table: StaticString = "responses"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue(
                "recommendation_id", try resolver.recommendation(recommendation, at: "/recommendation")),
            ColumnValue("outcome", .text(outcome.rawValue)),
            ColumnValue("reasons", .optional(reasons)),
            ColumnValue("decided_by", .text(decidedBy)),
            ColumnValue("decided_on", .text(decidedOn.description)),
            ColumnValue("lead_officer_role", .optional(leadOfficerRole)),
            ColumnValue("target_on", .optional(targetOn)),
            ColumnValue("published_on", .optional(publishedOn)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM responses WHERE recommendation_id = ? AND decided_on = ?",
            [columns.value("recommendation_id"), columns.value("decided_on")])
    }
}
