package import Domain

extension ActionDraft: RecordDraft {
    package static let table: StaticString = "actions"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("panel_id", try resolver.panel(panel, at: "/panel")),
            ColumnValue("meeting_id", try resolver.meeting(meeting, at: "/meeting")),
            ColumnValue("agenda_item_id", try resolver.item(item, at: "/item")),
            ColumnValue("report_id", try resolver.report(report, at: "/report")),
            ColumnValue("minute_number", .optional(minuteNumber)),
            ColumnValue("kind", .text(kind.rawValue)),
            ColumnValue("text", .text(text)),
            ColumnValue("owner_role", .optional(ownerRole)),
            ColumnValue("due_kind", .optional(dueKind?.rawValue)),
            ColumnValue("due_on", .optional(dueOn)),
            ColumnValue("due_text", .optional(dueText)),
            ColumnValue("page", .optional(pages?.page)),
            ColumnValue("line", .optional(line)),
            ColumnValue("quote", .optional(quote)),
        ] + .pages(pages)
    }

    /// What an officer enters is open; what an import finds waits as proposed for an officer to accept.
    package func initialColumns(
        _ columns: [ColumnValue], by provenance: Provenance, _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> [ColumnValue] {
        [ColumnValue("state", .text(provenance.origin == .officer ? "open" : "proposed"))]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM actions WHERE meeting_id = ? AND source_ref = ?",
            [columns.value("meeting_id"), .optional(ref)])
    }
}
