import Domain
import Store

extension Resource {
    static let figures = Resource(
        path: "figures", noun: "figure",
        about: "A value that one report printed on one page, as it was printed.",
        table: "figures",
        source: """
            figures AS record JOIN reports AS report ON report.id = record.report_id
            JOIN meetings AS meeting ON meeting.id = report.meeting_id
            JOIN panels AS panel ON panel.id = meeting.panel_id
            LEFT JOIN indicators AS indicator ON indicator.id = record.indicator_id
            LEFT JOIN areas AS area ON area.id = record.area_id
            LEFT JOIN indicator_versions AS version ON version.indicator_id = record.indicator_id
                AND record.period_end BETWEEN version.valid_from AND coalesce(version.valid_to, '9999-12-31')
            """,
        fields: [
            .reference("report", to: "reports", id: "record.report_id", label: "report.title").always
                .filtered(.reference(id: "record.report_id", key: nil))
                .filtered(by: [
                    Filter("meeting", .reference(id: "report.meeting_id", key: nil)),
                    Filter("panel", .reference(id: "meeting.panel_id", key: "panel.slug")),
                    Filter("meetingOn", .day("meeting.starts_on")),
                ]),
            .integer("page", "record.page").filtered(.integer("record.page")),
            .integer("pageFrom", "record.page_from").filtered(.integer("record.page_from")).sorted(),
            .integer("pageTo", "record.page_to").filtered(.integer("record.page_to")),
            .integer("line", "record.line").filtered(.integer("record.line")).sorted(),
            .reference("indicator", to: "indicators", id: "record.indicator_id", label: "indicator.name")
                .filtered(.reference(id: "record.indicator_id", key: "indicator.code")).writable,
            .reference(
                "indicatorVersion", to: "indicator-versions", id: "version.id",
                label: "'since ' || version.valid_from"
            )
            .filtered(.reference(id: "version.id", key: nil)),
            .text("name", "record.name").always.filtered(.text("record.name")).sorted(),
            .text("topic", "record.topic").filtered(.text("record.topic")).sorted(),
            .reference("area", to: "areas", id: "record.area_id", label: "area.name")
                .filtered(.reference(id: "record.area_id", key: "area.code")),
            .text("dimension", "record.dimension").filtered(.text("record.dimension")).sorted(),
            .text("valueText", "record.value_text").filtered(.text("record.value_text")),
            .decimal("value", "record.value").filtered(.decimal("CAST(record.value AS REAL)"))
                .sorted(by: "CAST(record.value AS REAL)"),
            .text("unit", "record.unit").always.filtered(.choice("record.unit", Unit.names)),
            .text("valueState", "record.value_state").always.filtered(
                .choice("record.value_state", ValueState.names)),
            .text("approximate", "record.approximate").filtered(
                .choice("record.approximate", Approximation.names)),
            .period(
                "record.period_kind", "record.period_start", "record.period_end", "record.period_text",
                "record.period_basis"
            )
            .filtered(
                by: .period(
                    kind: "record.period_kind", start: "record.period_start", end: "record.period_end")
            )
            .sorted(by: "record.period_end"),
            .object(
                "previous",
                [
                    .decimal("value", "record.previous_value"),
                    .text("valueText", "record.previous_value_text"),
                    .period(
                        "record.previous_period_kind", "record.previous_period_start",
                        "record.previous_period_end",
                        "record.previous_period_text", "record.previous_period_basis"),
                ]),
            .children("comparators", of: "record.id", comparators),
            .text("statedDirection", "record.stated_direction"),
            .text("quote", "record.quote"),
            .json("flags", "record.flags", .list(of: .choice(FigureDraft.knownFlags))).always.filtered(by: [
                Filter("flag", .member("record.flags", FigureDraft.knownFlags))
            ]),
            .text("note", "record.note"),
            .text("confidence", "record.confidence").always.filtered(
                .choice("record.confidence", Confidence.names)),
        ],
        order: [Query.Order("record.report_id"), Query.Order("record.line")],
        publicCondition: .fixed("report.access = 'public'"),
        // What was printed is never changed; only the indicator it is a value of can be set later.
        writing: Writing(
            FigureLinkDraft.self, makesAndRemoves: false,
            example: """
                {"indicator":"looked-after-children"}
                """))

    private static let comparators = Children(
        source: "figure_comparators AS child JOIN areas AS area ON area.id = child.area_id",
        parent: "child.figure_id", order: "child.position",
        fields: [
            .reference("area", to: "areas", id: "child.area_id", label: "area.name").always,
            .decimal("value", "child.value").always,
            .text("valueText", "child.value_text").always,
            .period(
                "child.period_kind", "child.period_start", "child.period_end", "child.period_text",
                "child.period_basis"),
        ])
}

extension Field {
    /// A period with how it was printed; null when the statement has none.
    fileprivate static func period(
        _ kind: StaticString, _ start: StaticString, _ end: StaticString, _ text: StaticString,
        _ basis: StaticString
    ) -> Field {
        .object(
            "period",
            [
                .text("kind", kind, as: .choice(PeriodKind.names)).always,
                .text("start", start, as: .day).always, .text("end", end, as: .day).always,
                .text("text", text), .text("basis", basis, as: .choice(PeriodBasis.names)),
            ])
    }
}
