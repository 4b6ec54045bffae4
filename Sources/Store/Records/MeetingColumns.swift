package import Domain

extension MeetingDraft: RecordDraft {
    package static let table: StaticString = "meetings"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("panel_id", try resolver.panel(panel, at: "/panel")),
            ColumnValue("starts_at", .text(startsAt.instant.description)),
            ColumnValue("starts_at_local", .text(startsAt.description)),
            ColumnValue("starts_on", .text(startsAt.date.description)),
            ColumnValue("venue", .optional(venue)),
            ColumnValue("mode", .text(mode.rawValue)),
            ColumnValue("kind", .text(kind.rawValue)),
            ColumnValue("agenda_published_on", .optional(agendaPublishedOn)),
            ColumnValue("participation_deadline", .optional(participationDeadline?.description)),
            ColumnValue("webcast_url", .optional(webcastURL)),
            ColumnValue("whip_answer", whipAnswer == .notStated ? .null : .text(whipAnswer.rawValue)),
        ]
    }

    /// A meeting begins as planned, whoever enters it; import never publishes.
    package func initialColumns(
        _ columns: [ColumnValue], by provenance: Provenance, _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> [ColumnValue] {
        [ColumnValue("state", .text("planned"))]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM meetings WHERE panel_id = ? AND starts_at = ?",
            [columns.value("panel_id"), columns.value("starts_at")])
    }
}

extension AgendaItemDraft: RecordDraft {
    package static let table: StaticString = "agenda_items"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("meeting_id", try resolver.meeting(meeting, at: "/meeting")),
            ColumnValue("printed_number", .text(printedNumber)),
            ColumnValue("position", .integer(Int64(position))),
            ColumnValue("taken_position", .optional(takenPosition)),
            ColumnValue("title", .text(title)),
            ColumnValue("instruction", .optional(instruction)),
            ColumnValue("education_matter", .optional(educationMatter)),
            ColumnValue("education_decided_by", .optional(educationDecidedBy)),
        ] + .pages(pages)
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM agenda_items WHERE meeting_id = ? AND printed_number = ?",
            [columns.value("meeting_id"), .text(printedNumber)])
    }
}
