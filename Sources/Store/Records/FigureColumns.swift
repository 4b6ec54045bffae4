package import Domain

extension FigureDraft: RecordDraft {
    package static let table: StaticString = "figures"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        let flagList = "[" + flags.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        return [
            ColumnValue("report_id", try resolver.report(report, at: "/report")),
            ColumnValue("indicator_id", try resolver.indicator(indicator, at: "/indicator")),
            ColumnValue("area_id", try resolver.area(area, at: "/area")),
            ColumnValue("page", .optional(pages?.page)),
            ColumnValue("line", .optional(line)),
            ColumnValue("name", .text(name)),
            ColumnValue("topic", .optional(topic)),
            ColumnValue("dimension", .optional(dimension)),
            ColumnValue("unit", .text(unit.rawValue)),
            ColumnValue("value", .optional(value)),
            ColumnValue("value_text", .optional(valueText)),
            ColumnValue("value_state", .text(valueState.rawValue)),
            ColumnValue("approximate", .optional(approximation?.rawValue)),
            ColumnValue("period_kind", .optional(period?.period.kind.rawValue)),
            ColumnValue("period_start", .optional(period?.period.start)),
            ColumnValue("period_end", .optional(period?.period.end)),
            ColumnValue("period_text", .optional(period?.text)),
            ColumnValue("period_basis", .optional(period?.basis.rawValue)),
            ColumnValue("previous_value", .optional(previous?.value)),
            ColumnValue("previous_value_text", .optional(previous?.valueText)),
            ColumnValue("previous_period_kind", .optional(previous?.period?.period.kind.rawValue)),
            ColumnValue("previous_period_start", .optional(previous?.period?.period.start)),
            ColumnValue("previous_period_end", .optional(previous?.period?.period.end)),
            ColumnValue("previous_period_text", .optional(previous?.period?.text)),
            ColumnValue("previous_period_basis", .optional(previous?.period?.basis.rawValue)),
            ColumnValue("stated_direction", .optional(statedDirection)),
            ColumnValue("quote", .optional(quote)),
            ColumnValue("flags", .text(flagList)),
            ColumnValue("note", .optional(note)),
            ColumnValue("confidence", .text(confidence.rawValue)),
        ] + .pages(pages)
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            """
            SELECT id FROM figures WHERE report_id = ? AND coalesce(page_from, 0) = coalesce(?, 0)
                AND coalesce(line, 0) = coalesce(?, 0) AND name = ? AND unit = ?
                AND coalesce(dimension, '') = coalesce(?, '') AND coalesce(period_kind, '') = coalesce(?, '')
                AND coalesce(period_start, '') = coalesce(?, '') AND coalesce(period_end, '') = coalesce(?, '')
                AND coalesce(value_text, '') = coalesce(?, '')
            """,
            [
                columns.value("report_id"), columns.value("page_from"), columns.value("line"),
                columns.value("name"),
                columns.value("unit"), columns.value("dimension"), columns.value("period_kind"),
                columns.value("period_start"), columns.value("period_end"), columns.value("value_text"),
            ])
    }

    package func insertParts(
        of id: Int64, on connection: Connection, _ resolver: inout ReferenceResolver
    ) throws(StoreError) {
        for (index, comparator) in comparators.enumerated() {
            let area = try resolver.area(comparator.area, at: "/comparators/\(index)/area")
            guard area != .null else { continue }
            let period = comparator.printed.period
            try connection.run(
                """
                INSERT INTO figure_comparators (figure_id, position, area_id, value, value_text,
                    period_kind, period_start, period_end, period_text, period_basis)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .integer(id), .integer(Int64(index + 1)), area,
                    .text(comparator.printed.value.description),
                    .text(comparator.printed.valueText), .optional(period?.period.kind.rawValue),
                    .optional(period?.period.start), .optional(period?.period.end), .optional(period?.text),
                    .optional(period?.basis.rawValue),
                ])
        }
    }
}

extension FigureLinkDraft: RecordDraft {
    package static let table: StaticString = "figures"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [ColumnValue("indicator_id", try resolver.indicator(indicator, at: "/indicator"))]
    }

    /// A link says nothing about which figure it belongs to.
    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? { nil }
}
