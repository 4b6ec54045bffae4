import Domain
import Store

extension Resource {
    static let areas = Resource(
        path: "areas", noun: "area",
        about: "A place or a group of places that values are measured in.",
        table: "areas", source: "areas AS record", key: "record.code",
        fields: [
            .text("code", "record.code").always.filtered(.text("record.code")).sorted().writable,
            .text("name", "record.name").always.filtered(.text("record.name")).sorted().writable,
            .text("kind", "record.kind").always.filtered(.choice("record.kind", AreaKind.names)).writable,
            .text("owner", "record.owner").filtered(.text("record.owner")).sorted().writable,
            .integer("modelYear", "record.model_year").filtered(.integer("record.model_year")).sorted()
                .writable,
        ],
        order: [Query.Order("record.name")],
        writing: Writing(
            AreaDraft.self,
            example: """
                {"code":"wychavon","name":"Wychavon","kind":"district"}
                """))

    static let indicators = Resource(
        path: "indicators", noun: "indicator",
        about: "Something that is measured again and again, with its unit and whether high or low is good.",
        table: "indicators", source: "indicators AS record",
        key: "record.code",
        fields: [
            .text("code", "record.code").always.filtered(.text("record.code")).sorted().writable,
            .text("name", "record.name").always.filtered(.text("record.name")).sorted().writable,
            .text("topic", "record.topic").filtered(.text("record.topic")).sorted().writable,
            .text("definition", "record.definition").filtered(.text("record.definition")).writable,
            .text("unit", "record.unit").always.filtered(.choice("record.unit", Unit.names)).writable,
            .text("polarity", "record.polarity").always.filtered(.choice("record.polarity", Polarity.names))
                .writable,
            .integer("decimals", "record.decimals").always.writable,
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
        writing: Writing(
            IndicatorDraft.self,
            example: """
                {"code":"care-leavers-with-a-plan","name":"Care leavers with a pathway plan","unit":"percent","polarity":"high_is_good","decimals":1}
                """))

    static let observations = Resource(
        path: "observations", noun: "observation",
        about: "The accepted value of an indicator for an area and a period, with its revisions.",
        table: "observations",
        source: """
            observations AS record JOIN indicators AS indicator ON indicator.id = record.indicator_id
            JOIN areas AS area ON area.id = record.area_id
            LEFT JOIN indicator_versions AS version ON version.indicator_id = record.indicator_id
                AND record.period_end BETWEEN version.valid_from AND coalesce(version.valid_to, '9999-12-31')
            """,
        fields: [
            .reference("indicator", to: "indicators", id: "record.indicator_id", label: "indicator.name")
                .always
                .filtered(.reference(id: "record.indicator_id", key: "indicator.code")).writable,
            // The definition that is valid on the last day of the period.
            .reference(
                "indicatorVersion", to: "indicator-versions", id: "version.id",
                label: "'since ' || version.valid_from"
            )
            .filtered(.reference(id: "version.id", key: nil)),
            .reference("area", to: "areas", id: "record.area_id", label: "area.name").always
                .filtered(.reference(id: "record.area_id", key: "area.code")).writable,
            .text("dimension", "record.dimension").filtered(.text("record.dimension")).writable,
            .object(
                "period",
                [
                    .text("kind", "record.period_kind", as: .choice(PeriodKind.names)).always,
                    .text("start", "record.period_start", as: .day).always,
                    .text("end", "record.period_end", as: .day).always,
                ]
            ).always.filtered(
                by: .period(
                    kind: "record.period_kind", start: "record.period_start", end: "record.period_end")
            )
            .sorted(by: "record.period_end").writable,
            .decimal("value", "record.value").filtered(.decimal("CAST(record.value AS REAL)")).writable,
            .text("unit", "indicator.unit").filtered(.choice("indicator.unit", Unit.names)),
            .text("valueState", "record.value_state").always.filtered(
                .choice("record.value_state", ValueState.names)
            ).writable,
            .decimal("numerator", "record.numerator").writable,
            .decimal("denominator", "record.denominator").writable,
            .text("publicationState", "record.publication_state").always
                .filtered(.choice("record.publication_state", PublicationState.names)).writable,
            .integer("revision", "record.revision").always.filtered(.integer("record.revision")).sorted(),
            .text("reason", "record.reason").writable,
        ],
        order: [Query.Order("record.indicator_id"), Query.Order("record.period_end", descending: true)],
        writing: Writing(
            ObservationDraft.self,
            example: """
                {"indicator":"looked-after-children","area":"worcestershire","value":798,
                "period":{"kind":"as_at","start":"2018-03-31","end":"2018-03-31"}}
                """))
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
