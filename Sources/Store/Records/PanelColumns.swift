package import Domain

extension PanelDraft: RecordDraft {
    package static let table: StaticString = "panels"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("slug", .text(slug)),
            ColumnValue("name", .text(name)),
            ColumnValue("kind", .text(kind.rawValue)),
            ColumnValue("council", .text(council)),
            ColumnValue("covers_education", .flag(coversEducation)),
            ColumnValue("active_from", .optional(activeFrom)),
            ColumnValue("active_to", .optional(activeTo)),
            ColumnValue("substitutes_allowed", .optional(substitutesAllowed)),
            ColumnValue("successor_id", try resolver.panel(successor, at: "/successor")),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer("SELECT id FROM panels WHERE slug = ?", [.text(slug)])
    }
}

extension PersonDraft: RecordDraft {
    package static let table: StaticString = "people"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("name", .text(name)),
            ColumnValue("sort_name", .text(sortName)),
            ColumnValue("is_executive_member", .flag(isExecutiveMember)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer("SELECT id FROM people WHERE name = ?", [.text(name)])
    }
}

extension SeatDraft: RecordDraft {
    package static let table: StaticString = "seats"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("panel_id", try resolver.panel(panel, at: "/panel")),
            ColumnValue("position", .integer(Int64(position))),
            ColumnValue("kind", .text(kind.rawValue)),
            ColumnValue("person_id", try resolver.person(person, at: "/person")),
            ColumnValue("political_group", .optional(politicalGroup)),
            ColumnValue("display_title", .optional(displayTitle)),
            ColumnValue("matters", .optional(matters)),
            ColumnValue("is_chair", .flag(isChair)),
            ColumnValue("is_vice_chair", .flag(isViceChair)),
            ColumnValue("held_from", .optional(heldFrom)),
            ColumnValue("held_to", .optional(heldTo)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM seats WHERE panel_id = ? AND source_system = ? AND source_ref = ?",
            [columns.value("panel_id"), .optional(provenance.sourceSystem), .optional(ref)])
    }
}
