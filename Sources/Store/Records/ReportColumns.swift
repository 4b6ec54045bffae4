package import Domain

extension ReportDraft: RecordDraft {
    package static let table: StaticString = "reports"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        var paragraphs = "[]"
        var statement: String?
        var reason: String?
        switch access {
        case .public: break
        case .exempt(let numbers, let publicInterestStatement):
            paragraphs = "[" + numbers.map(String.init).joined(separator: ",") + "]"
            statement = publicInterestStatement
        case .confidential(let given): reason = given
        }
        return [
            ColumnValue("meeting_id", try resolver.meeting(meeting, at: "/meeting")),
            ColumnValue("agenda_item_id", try resolver.item(item, at: "/item")),
            ColumnValue("parent_id", try resolver.report(parent, at: "/parent")),
            ColumnValue("kind", .text(kind.rawValue)),
            ColumnValue("label", .optional(label)),
            ColumnValue("title", .text(title)),
            ColumnValue("author_role", .optional(authorRole)),
            ColumnValue("expected_on", .optional(expectedOn)),
            ColumnValue("background_papers", .text(backgroundPapers.rawValue)),
            ColumnValue("licence", .text(licence.rawValue)),
            ColumnValue("access", .text(access.name)),
            ColumnValue("exempt_paragraphs", .text(paragraphs)),
            ColumnValue("public_interest_statement", .optional(statement)),
            ColumnValue("confidential_reason", .optional(reason)),
        ] + .pages(pages)
    }

    package func initialColumns(
        _ columns: [ColumnValue], by provenance: Provenance, _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> [ColumnValue] {
        [ColumnValue("state", .text(isToFollow ? "to_follow" : "received"))]
    }

    /// A promised paper that has come is received; nothing else is moved by an import.
    package func importedState(from current: String) -> String? {
        current == "to_follow" && !isToFollow ? "received" : nil
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM reports WHERE meeting_id = ? AND source_ref = ?",
            [columns.value("meeting_id"), .optional(ref)])
    }
}

extension ReportPageDraft: RecordDraft {
    package static let table: StaticString = "report_pages"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("report_id", try resolver.report(report, at: "/report")),
            ColumnValue("document_page", .optional(documentPage)),
            ColumnValue("line", .optional(line)),
            ColumnValue("text_kind", .text(textKind.rawValue)),
            ColumnValue("text", .text(text)),
        ] + .pages(pages)
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            """
            SELECT id FROM report_pages WHERE report_id = ? AND coalesce(page_from, 0) = coalesce(?, 0)
                AND coalesce(page_to, 0) = coalesce(?, 0) AND text_kind = ? AND coalesce(line, 0) = coalesce(?, 0)
            """,
            [
                columns.value("report_id"), columns.value("page_from"), columns.value("page_to"),
                columns.value("text_kind"), columns.value("line"),
            ])
    }
}

extension TermDraft: RecordDraft {
    package static let table: StaticString = "terms"

    package func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue] {
        [
            ColumnValue("report_id", try resolver.report(report, at: "/report")),
            ColumnValue("term", .text(term)),
            ColumnValue("folded_term", .text(foldedTerm)),
            ColumnValue("has_look_alikes", .flag(hasLookAlikes)),
            ColumnValue("meaning", .text(meaning)),
            ColumnValue("page", .optional(page)),
            ColumnValue("line", .optional(line)),
        ]
    }

    package func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64? {
        try connection.integer(
            "SELECT id FROM terms WHERE report_id = ? AND term = ?",
            [columns.value("report_id"), .text(term)])
    }
}
