package import Domain

extension RecommendationDraft: RecordDraft {
    package static let table: StaticString = "recommendations"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("panel_id", try resolver.panel(panel, at: "/panel")),
            ColumnValue("meeting_id", try resolver.meeting(meeting, at: "/meeting")),
            ColumnValue("agenda_item_id", try resolver.item(item, at: "/item")),
            ColumnValue("decision_id", try resolver.decision(decision, at: "/decision")),
            ColumnValue("follows_id", try resolver.recommendation(follows, at: "/follows")),
            ColumnValue("municipal_year", .text(municipalYear)),
            ColumnValue("ref", .text(self.ref)),
            ColumnValue("text", .text(text)),
            ColumnValue("addressee", .text(addressee)),
            ColumnValue("notice_sent_on", .optional(noticeSentOn)),
            ColumnValue("received_on", .optional(receivedOn)),
            ColumnValue("progress_judgement", .optional(progressJudgement?.rawValue)),
        ]
    }

    /// A recommendation begins as drafted, whoever enters it.
    package func initialColumns(
        _ columns: [ColumnValue], by provenance: Provenance, _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> [ColumnValue] {
        [ColumnValue("state", .text("drafted"))]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM recommendations WHERE panel_id = ? AND municipal_year = ? AND ref = ?",
            [columns.value("panel_id"), columns.value("municipal_year"), columns.value("ref")])
    }
}
