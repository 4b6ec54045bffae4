package import Domain

extension IndicatorVersionDraft: RecordDraft {
    package static let table: StaticString = "indicator_versions"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("indicator_id", try resolver.indicator(indicator, at: "/indicator")),
            ColumnValue("definition", .text(definition)),
            ColumnValue("numerator_def", .optional(numeratorDef)),
            ColumnValue("denominator_def", .optional(denominatorDef)),
            ColumnValue("denominator_source", .optional(denominatorSource)),
            ColumnValue("decimals", .optional(decimals)),
            ColumnValue("official_source", .optional(officialSource)),
            ColumnValue("valid_from", .text(validFrom.description)),
            ColumnValue("valid_to", .optional(validTo)),
            ColumnValue("comparable_with_previous", comparableWithPrevious.map { .flag($0) } ?? .null),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM indicator_versions WHERE indicator_id = ? AND valid_from = ?",
            [columns.value("indicator_id"), columns.value("valid_from")])
    }
}

extension TargetDraft: RecordDraft {
    package static let table: StaticString = "targets"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue(
                "indicator_version_id",
                try resolver.indicatorVersion(indicatorVersion, at: "/indicatorVersion")),
            ColumnValue("period_kind", .text(period.kind.rawValue)),
            ColumnValue("period_start", .text(period.start.description)),
            ColumnValue("period_end", .text(period.end.description)),
            ColumnValue("value", .text(value.description)),
            ColumnValue("tolerance_value", .optional(toleranceValue)),
            ColumnValue("tolerance_kind", .optional(toleranceKind?.rawValue)),
            ColumnValue("set_by", .text(setBy)),
            ColumnValue("local_or_national", .text(localOrNational.rawValue)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            """
            SELECT id FROM targets WHERE indicator_version_id = ? AND local_or_national = ? AND period_kind = ?
                AND period_start = ? AND period_end = ?
            """,
            [
                columns.value("indicator_version_id"), columns.value("local_or_national"),
                columns.value("period_kind"), columns.value("period_start"), columns.value("period_end"),
            ])
    }
}
