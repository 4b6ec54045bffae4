import Store

extension Resource {
    static let imports = Resource(
        path: "imports", noun: "import",
        about: "A pack that was posted, with what became of each of its rows.",
        table: "imports", source: "imports AS record",
        fields: [
            .text("receivedAt", "record.received_at").always.filtered(
                .moment(utc: "record.received_at", day: "substr(record.received_at, 1, 10)")
            )
            .sorted(),
            .text("caller", "record.caller").always.filtered(.text("record.caller")),
            .text("state", "record.state").always.filtered(
                .choice("record.state", ["received", "validated", "applied", "rejected", "rolled_back"])),
            .object(
                "source",
                [.text("system", "record.source_system").always, .text("ref", "record.source_ref").always]
            ).always
                .filtered(by: [
                    Filter("sourceSystem", .text("record.source_system")),
                    Filter("sourceRef", .text("record.source_ref")),
                ]),
            .text("bodySha256", "record.body_sha256").always.filtered(.text("record.body_sha256")),
            .object(
                "totals",
                [
                    .integer("created", "record.created_count").always,
                    .integer("updated", "record.updated_count").always,
                    .integer("unchanged", "record.unchanged_count").always,
                    .integer("skipped", "record.skipped_count").always,
                ]
            ).always,
            .json("warnings", "record.warnings", .list(of: .component(OpenAPI.problemEntry))).onRecordOnly
                .meaning("Null when their time is over."),
            .json("rows", "record.result_rows", .list(of: ImportReport.rowSchema)).onRecordOnly
                .meaning("What became of each row; null when their time is over."),
        ],
        order: [Query.Order("record.received_at", descending: true)], hasProvenance: false)
}
