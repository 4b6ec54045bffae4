package import Domain

extension AttendanceDraft: RecordDraft {
    package static let table: StaticString = "attendance"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("meeting_id", try resolver.meeting(meeting, at: "/meeting")),
            ColumnValue("person_id", try resolver.person(person, at: "/person")),
            ColumnValue("seat_id", try resolver.seat(seat, at: "/seat")),
            ColumnValue("role", .text(role.rawValue)),
            ColumnValue("post", .optional(post)),
            ColumnValue("status", .text(status.rawValue)),
            ColumnValue("mode", .optional(mode?.rawValue)),
            ColumnValue("substitute_for_id", try resolver.person(substituteFor, at: "/substituteFor")),
            ColumnValue("arrived_at", .optional(arrivedAt?.description)),
            ColumnValue("left_at", .optional(leftAt?.description)),
            ColumnValue("item_from_id", try resolver.item(itemFrom, at: "/itemFrom")),
            ColumnValue("item_to_id", try resolver.item(itemTo, at: "/itemTo")),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            """
            SELECT id FROM attendance WHERE meeting_id = ? AND role = ? AND person_id IS ?
                AND (person_id IS NOT NULL OR post IS ?) ORDER BY id LIMIT 1
            """,
            [
                columns.value("meeting_id"), columns.value("role"), columns.value("person_id"),
                columns.value("post"),
            ])
    }
}
