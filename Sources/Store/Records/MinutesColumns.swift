package import Domain

extension MinutesDraft: RecordDraft {
    package static let table: StaticString = "minutes"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("meeting_id", try resolver.meeting(meeting, at: "/meeting")),
            ColumnValue("corrects_id", try resolver.minutes(corrects, at: "/corrects")),
            ColumnValue("text", .optional(text)),
            ColumnValue("report_id", try resolver.report(report, at: "/report")),
            ColumnValue(
                "confirmed_at_meeting_id",
                try resolver.otherMeeting(confirmedAtMeeting, at: "/confirmedAtMeeting")),
            ColumnValue("amendments", .optional(amendments)),
            ColumnValue("signed_on", .optional(signedOn)),
            ColumnValue("signed_by", .optional(signedBy)),
        ]
    }

    /// Minutes begin as a draft, whoever enters them; import never publishes.
    package func initialColumns(
        _ columns: [ColumnValue], by provenance: Provenance, _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> [ColumnValue] {
        [ColumnValue("state", .text("draft"))]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM minutes WHERE meeting_id = ? AND corrects_id IS ?",
            [columns.value("meeting_id"), columns.value("corrects_id")])
    }
}
