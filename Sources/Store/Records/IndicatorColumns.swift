package import Domain

extension AreaDraft: RecordDraft {
    package static let table: StaticString = "areas"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("code", .text(code)), ColumnValue("name", .text(name)),
            ColumnValue("kind", .text(kind.rawValue)), ColumnValue("owner", .optional(owner)),
            ColumnValue("model_year", .optional(modelYear)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer("SELECT id FROM areas WHERE code = ?", [.text(code)])
    }
}

extension IndicatorDraft: RecordDraft {
    package static let table: StaticString = "indicators"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("code", .text(code)),
            ColumnValue("name", .text(name)),
            ColumnValue("topic", .optional(topic)),
            ColumnValue("definition", .optional(definition)),
            ColumnValue("unit", .text(unit.rawValue)),
            ColumnValue("polarity", .text(polarity.rawValue)),
            ColumnValue("decimals", .integer(Int64(decimals))),
            ColumnValue("official_source", .optional(officialSource)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer("SELECT id FROM indicators WHERE code = ?", [.text(code)])
    }
}

extension ObservationDraft: RecordDraft {
    package static let table: StaticString = "observations"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        let indicatorID = try resolver.indicator(indicator, at: "/indicator")
        try checkVersion(of: indicatorID, &resolver)
        return [
            ColumnValue("indicator_id", indicatorID),
            ColumnValue("area_id", try resolver.area(area, at: "/area")),
            ColumnValue("dimension", .optional(dimension)),
            ColumnValue("period_kind", .text(period.kind.rawValue)),
            ColumnValue("period_start", .text(period.start.description)),
            ColumnValue("period_end", .text(period.end.description)),
            ColumnValue("value", .optional(value)),
            ColumnValue("numerator", .optional(numerator)),
            ColumnValue("denominator", .optional(denominator)),
            ColumnValue("value_state", .text(valueState.rawValue)),
            ColumnValue("publication_state", .text(isFinal ? "final" : "provisional")),
            ColumnValue("reason", .optional(reason)),
        ]
    }

    /// The definition follows from the dates; a client that names another one means another value.
    private func checkVersion(
        of indicatorID: SQLValue, _ resolver: inout ReferenceResolver
    ) throws(StoreError) {
        let named = try resolver.indicatorVersion(indicatorVersion, at: "/indicatorVersion")
        guard named != .null, indicatorID != .null else { return }
        let isValid = try resolver.connection.integer(
            """
            SELECT 1 FROM indicator_versions WHERE id = ? AND indicator_id = ?
                AND ? BETWEEN valid_from AND coalesce(valid_to, '9999-12-31')
            """, [named, indicatorID, .text(period.end.description)])
        if isValid == nil {
            resolver.problems.add(
                "/indicatorVersion", "version_not_valid",
                "This definition is not the indicator's on \(period.end), the last day of the period. Leave indicatorVersion out, and the right one is taken."
            )
        }
    }

    /// The first value of a key is revision 1. Another one revises a final value and says why.
    package func initialColumns(
        _ columns: [ColumnValue], by provenance: Provenance, _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> [ColumnValue] {
        guard let last = try latest(columns, on: resolver.connection) else {
            return [ColumnValue("revision", .integer(1))]
        }
        if last.state == "provisional" {
            resolver.problems.add(
                "/period", "observation_exists",
                "Observation \(last.id) holds this value provisionally. Change it with PATCH /v1/observations/\(last.id)."
            )
        } else if reason == nil {
            resolver.problems.add(
                "/reason", "needs_reason",
                "Observation \(last.id) holds a final value for this period. Give the reason and this becomes revision \(last.revision + 1)."
            )
        }
        return [
            ColumnValue("revision", .integer(last.revision + 1)),
            ColumnValue("publication_state", .text("revised")),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try latest(columns, on: connection)?.id
    }

    private func latest(
        _ columns: [ColumnValue], on connection: Connection
    ) throws(StoreError) -> (id: Int64, revision: Int64, state: String)? {
        var found: (id: Int64, revision: Int64, state: String)?
        try connection.run(
            """
            SELECT id, revision, publication_state FROM observations
            WHERE indicator_id = ? AND area_id = ? AND period_kind = ? AND period_start = ? AND period_end = ?
                AND coalesce(dimension, '') = coalesce(?, '') ORDER BY revision DESC LIMIT 1
            """,
            [
                columns.value("indicator_id"), columns.value("area_id"), columns.value("period_kind"),
                columns.value("period_start"), columns.value("period_end"), columns.value("dimension"),
            ]
        ) { row in
            found = (row.integer(0), row.integer(1), row.text(2) ?? "")
        }
        return found
    }
}
