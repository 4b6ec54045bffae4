import Domain
import Store

extension Resource {
    static let areas = Resource(
        path: "areas", noun: "area", table: "areas", source: "areas AS record", key: "record.code",
        fields: [
            .text("code", "record.code").filtered(.text("record.code")).sorted().writable,
            .text("name", "record.name").filtered(.text("record.name")).sorted().writable,
            .text("kind", "record.kind").filtered(.choice("record.kind", AreaKind.names)).writable,
            .text("owner", "record.owner").filtered(.text("record.owner")).sorted().writable,
            .integer("modelYear", "record.model_year").filtered(.integer("record.model_year")).sorted()
                .writable,
        ],
        order: [Query.Order("record.name")],
        writing: Writing(AreaDraft.self))

    static let indicators = Resource(
        path: "indicators", noun: "indicator", table: "indicators", source: "indicators AS record",
        key: "record.code",
        fields: [
            .text("code", "record.code").filtered(.text("record.code")).sorted().writable,
            .text("name", "record.name").filtered(.text("record.name")).sorted().writable,
            .text("topic", "record.topic").filtered(.text("record.topic")).sorted().writable,
            .text("definition", "record.definition").filtered(.text("record.definition")).writable,
            .text("unit", "record.unit").filtered(.choice("record.unit", Unit.names)).writable,
            .text("polarity", "record.polarity").filtered(.choice("record.polarity", Polarity.names))
                .writable,
            .integer("decimals", "record.decimals").writable,
            .text("officialSource", "record.official_source").filtered(.text("record.official_source"))
                .writable,
        ],
        order: [Query.Order("record.code")],
        expansions: [
            Expansion(name: "versions", collection: "indicator-versions", parent: "record.indicator_id"),
            Expansion(name: "targets", collection: "targets", parent: "version.indicator_id"),
            Expansion(name: "figures", collection: "figures", parent: "record.indicator_id"),
            Expansion(name: "observations", collection: "observations", parent: "record.indicator_id"),
        ],
        writing: Writing(IndicatorDraft.self))

    static let observations = Resource(
        path: "observations", noun: "observation", table: "observations",
        source: """
            observations AS record JOIN indicators AS indicator ON indicator.id = record.indicator_id
            JOIN areas AS area ON area.id = record.area_id
            LEFT JOIN indicator_versions AS version ON version.indicator_id = record.indicator_id
                AND record.period_end BETWEEN version.valid_from AND coalesce(version.valid_to, '9999-12-31')
            """,
        fields: [
            .reference("indicator", to: "indicators", id: "record.indicator_id", label: "indicator.name")
                .filtered(.reference(id: "record.indicator_id", key: "indicator.code")).writable,
            // The definition that is valid on the last day of the period.
            .reference(
                "indicatorVersion", to: "indicator-versions", id: "version.id",
                label: "'since ' || version.valid_from"
            )
            .filtered(.reference(id: "version.id", key: nil)),
            .reference("area", to: "areas", id: "record.area_id", label: "area.name")
                .filtered(.reference(id: "record.area_id", key: "area.code")).writable,
            .text("dimension", "record.dimension").filtered(.text("record.dimension")).writable,
            .object(
                "period",
                [
                    .text("kind", "record.period_kind"),
                    .text("start", "record.period_start"),
                    .text("end", "record.period_end"),
                ]
            ).filtered(
                by: .period(
                    kind: "record.period_kind", start: "record.period_start", end: "record.period_end")
            )
            .sorted(by: "record.period_end").writable,
            .decimal("value", "record.value").filtered(.decimal("CAST(record.value AS REAL)")).writable,
            .text("unit", "indicator.unit").filtered(.choice("indicator.unit", Unit.names)),
            .text("valueState", "record.value_state").filtered(
                .choice("record.value_state", ValueState.names)
            ).writable,
            .decimal("numerator", "record.numerator").writable,
            .decimal("denominator", "record.denominator").writable,
            .text("publicationState", "record.publication_state")
                .filtered(.choice("record.publication_state", PublicationState.names)).writable,
            .integer("revision", "record.revision").filtered(.integer("record.revision")).sorted(),
            .text("reason", "record.reason").writable,
        ],
        order: [Query.Order("record.indicator_id"), Query.Order("record.period_end", descending: true)],
        writing: Writing(ObservationDraft.self))
}

extension [Filter] {
    /// A period as a whole, and its parts under names of their own.
    static func period(kind: StaticString, start: StaticString, end: StaticString) -> [Filter] {
        [
            Filter("period", .period(kind: kind, start: start, end: end)),
            Filter("periodKind", .choice(kind, PeriodKind.names)),
            Filter("periodStart", .day(start)),
            Filter("periodEnd", .day(end)),
        ]
    }
}
