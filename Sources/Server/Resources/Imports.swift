import Store

extension Resource {
    static let imports = Resource(
        path: "imports", noun: "import", table: "imports", source: "imports AS record",
        fields: [
            .text("receivedAt", "record.received_at").filtered(
                .moment(utc: "record.received_at", day: "substr(record.received_at, 1, 10)")
            )
            .sorted(),
            .text("caller", "record.caller").filtered(.text("record.caller")),
            .text("state", "record.state").filtered(
                .choice("record.state", ["received", "validated", "applied", "rejected", "rolled_back"])),
            .object("source", [.text("system", "record.source_system"), .text("ref", "record.source_ref")])
                .filtered(by: [
                    Filter("sourceSystem", .text("record.source_system")),
                    Filter("sourceRef", .text("record.source_ref")),
                ]),
            .text("bodySha256", "record.body_sha256").filtered(.text("record.body_sha256")),
            .object(
                "totals",
                [
                    .integer("created", "record.created_count"),
                    .integer("updated", "record.updated_count"),
                    .integer("unchanged", "record.unchanged_count"),
                    .integer("skipped", "record.skipped_count"),
                ]),
            .json("warnings", "record.warnings").onRecordOnly,
            .json("rows", "record.result_rows").onRecordOnly,
        ],
        order: [Query.Order("record.received_at", descending: true)], hasProvenance: false)
}
