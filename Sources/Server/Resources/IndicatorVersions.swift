import Domain
import Store

extension Resource {
    static let indicatorVersions = Resource(
        path: "indicator-versions", noun: "indicator version",
        about: "What an indicator means, in its own words, from one day to another.",
        table: "indicator_versions",
        source: """
            indicator_versions AS record JOIN indicators AS indicator ON indicator.id = record.indicator_id
            """,
        fields: [
            .reference("indicator", to: "indicators", id: "record.indicator_id", label: "indicator.name")
                .always
                .filtered(.reference(id: "record.indicator_id", key: "indicator.code")).writable,
            .text("definition", "record.definition").always.filtered(.text("record.definition")).writable,
            .text("numeratorDef", "record.numerator_def").filtered(.text("record.numerator_def")).writable,
            .text("denominatorDef", "record.denominator_def").filtered(.text("record.denominator_def"))
                .writable,
            .text("denominatorSource", "record.denominator_source")
                .filtered(.text("record.denominator_source")).writable,
            .integer("decimals", "record.decimals").writable,
            .text("officialSource", "record.official_source").filtered(.text("record.official_source"))
                .writable,
            .text("validFrom", "record.valid_from").always.filtered(.day("record.valid_from")).sorted()
                .writable,
            .text("validTo", "record.valid_to").filtered(.day("record.valid_to")).sorted().writable,
            .flag("comparableWithPrevious", "record.comparable_with_previous")
                .filtered(.flag("record.comparable_with_previous")).writable,
        ],
        order: [Query.Order("record.indicator_id"), Query.Order("record.valid_from", descending: true)],
        expansions: [
            Expansion(name: "targets", collection: "targets", parent: "record.indicator_version_id"),
            Expansion(name: "observations", collection: "observations", parent: "version.id"),
        ],
        writing: Writing(
            IndicatorVersionDraft.self,
            example: """
                {"indicator":"looked-after-children","definition":"Children looked after by the local authority on the last day.",
                "validFrom":"2010-04-01","validTo":"2020-03-31"}
                """))

    static let targets = Resource(
        path: "targets", noun: "target",
        about: "The value that an indicator is to reach in a period, and who set it.",
        table: "targets",
        source: """
            targets AS record JOIN indicator_versions AS version ON version.id = record.indicator_version_id
            JOIN indicators AS indicator ON indicator.id = version.indicator_id
            """,
        fields: [
            .reference("indicator", to: "indicators", id: "version.indicator_id", label: "indicator.name")
                .filtered(.reference(id: "version.indicator_id", key: "indicator.code")),
            .reference(
                "indicatorVersion", to: "indicator-versions", id: "record.indicator_version_id",
                label: "'since ' || version.valid_from"
            ).always
                .filtered(.reference(id: "record.indicator_version_id", key: nil)).writable,
            .object(
                "period",
                [
                    .text("kind", "record.period_kind", as: .choice(PeriodKind.names)).always,
                    .text("start", "record.period_start", as: .day).always,
                    .text("end", "record.period_end", as: .day).always,
                ]
            ).filtered(
                by: .period(
                    kind: "record.period_kind", start: "record.period_start", end: "record.period_end")
            )
            .sorted(by: "record.period_end").writable,
            .decimal("value", "record.value").always.filtered(.decimal("CAST(record.value AS REAL)"))
                .writable,
            .text("unit", "indicator.unit").filtered(.choice("indicator.unit", Unit.names)),
            .decimal("toleranceValue", "record.tolerance_value").writable,
            .text("toleranceKind", "record.tolerance_kind")
                .filtered(.choice("record.tolerance_kind", ToleranceKind.names)).writable,
            .text("setBy", "record.set_by").always.filtered(.text("record.set_by")).sorted().writable,
            .text("localOrNational", "record.local_or_national").always
                .filtered(.choice("record.local_or_national", LocalOrNational.names)).sorted().writable,
        ],
        order: [
            Query.Order("record.indicator_version_id"), Query.Order("record.period_end", descending: true),
        ],
        writing: Writing(
            TargetDraft.self,
            example: """
                {"indicatorVersion":1,"value":750,"setBy":"Cabinet","localOrNational":"local",
                "period":{"kind":"as_at","start":"2019-03-31","end":"2019-03-31"}}
                """))
}
