package import Domain

extension DeclarationDraft: RecordDraft {
    package static let table: StaticString = "declarations"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("meeting_id", try resolver.meeting(meeting, at: "/meeting")),
            ColumnValue("agenda_item_id", try resolver.item(item, at: "/item")),
            ColumnValue("kind", .text(kind.rawValue)),
            ColumnValue("person_id", try resolver.person(person, at: "/person")),
            ColumnValue("political_group", .optional(politicalGroup)),
            ColumnValue("interest_type", .optional(interestType?.rawValue)),
            ColumnValue("nature", .optional(nature)),
            ColumnValue("is_sensitive", .flag(isSensitive)),
            ColumnValue("effect", .optional(effect)),
            ColumnValue("withdrew", .optional(withdrew)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            """
            SELECT id FROM declarations WHERE meeting_id = ? AND agenda_item_id IS ? AND kind = ? AND person_id IS ?
                AND political_group IS ? ORDER BY id LIMIT 1
            """,
            [
                columns.value("meeting_id"), columns.value("agenda_item_id"), columns.value("kind"),
                columns.value("person_id"), columns.value("political_group"),
            ])
    }
}
