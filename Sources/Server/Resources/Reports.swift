import Domain
import Store

extension Resource {
    static let reports = Resource(
        path: "reports", noun: "report",
        about: "A paper of a meeting: report, appendix, front sheet, minutes, letter.",
        table: "reports",
        source: """
            reports AS record JOIN meetings AS meeting ON meeting.id = record.meeting_id
            JOIN panels AS panel ON panel.id = meeting.panel_id
            LEFT JOIN agenda_items AS item ON item.id = record.agenda_item_id
            LEFT JOIN reports AS parent ON parent.id = record.parent_id AND parent.access = 'public'
            """,
        fields: [
            .reference("meeting", to: "meetings", id: "record.meeting_id", label: "meeting.starts_at_local")
                .always
                .filtered(.reference(id: "record.meeting_id", key: nil)).writable,
            .reference("item", to: "agenda-items", id: "record.agenda_item_id", label: "item.title")
                .filtered(.reference(id: "record.agenda_item_id", key: "item.printed_number")).writable,
            .reference("parent", to: "reports", id: "parent.id", label: "parent.title")
                .filtered(.reference(id: "parent.id", key: nil)).writable,
            .text("kind", "record.kind").always.filtered(.choice("record.kind", ReportKind.names)).writable,
            .text("label", "record.label").filtered(.text("record.label")).writable,
            .text("title", "record.title").always.filtered(.text("record.title")).sorted().writable,
            .text("authorRole", "record.author_role").filtered(.text("record.author_role")).writable,
            .text("state", "record.state").always.filtered(
                .choice("record.state", StateMachine.report.states)
            )
            .filtered(by: [
                Filter("panel", .reference(id: "meeting.panel_id", key: "panel.slug")),
                Filter("meetingOn", .day("meeting.starts_on")),
            ]),
            .text("stateReason", "record.state_reason"),
            .text("expectedOn", "record.expected_on").filtered(.day("record.expected_on")).writable,
            .text("publishedAt", "record.published_at", as: .moment).sorted(),
            .integer("pageFrom", "record.page_from").filtered(.integer("record.page_from")).sorted().writable,
            .integer("pageTo", "record.page_to").filtered(.integer("record.page_to")).writable,
            .text("backgroundPapers", "record.background_papers").always
                .filtered(.choice("record.background_papers", BackgroundPapers.names)).writable,
            .text("licence", "record.licence").always.filtered(.choice("record.licence", Licence.names))
                .writable,
            .text("access", "record.access").always.filtered(.choice("record.access", Access.names)).writable,
            .json("exemptParagraphs", "record.exempt_paragraphs", .list(of: .integer(in: 1...7))).always
                .writable,
            .text("publicInterestStatement", "record.public_interest_statement").writable,
            .text("confidentialReason", "record.confidential_reason").writable,
        ],
        order: [Query.Order("record.meeting_id", descending: true), Query.Order("record.page_from")],
        publicCondition: .fixed("record.access = 'public'"),
        expansions: [
            Expansion(name: "pages", collection: "report-pages", parent: "record.report_id"),
            Expansion(name: "figures", collection: "figures", parent: "record.report_id"),
            Expansion(name: "terms", collection: "terms", parent: "record.report_id"),
            Expansion(name: "appendices", collection: "reports", parent: "record.parent_id"),
        ],
        writing: Writing(
            ReportDraft.self,
            example: """
                {"meeting":1,"item":"5","kind":"report","title":"Supplementary report on early help","pageFrom":65,"pageTo":66}
                """),
        feed: FeedEntry(
            title: "record.title",
            summary: """
                coalesce(record.label || ', ', '') || record.kind || ', ' || record.state || '. ' || panel.name
                || ', meeting of ' || meeting.starts_on
                """,
            published: "record.published_at"))

    static let reportPages = Resource(
        path: "report-pages", noun: "report page",
        about: "The text of one page or a run of pages of a report.",
        table: "report_pages",
        source: "report_pages AS record JOIN reports AS report ON report.id = record.report_id",
        fields: [
            .reference("report", to: "reports", id: "record.report_id", label: "report.title").always
                .filtered(.reference(id: "record.report_id", key: nil)),
            .integer("pageFrom", "record.page_from").filtered(.integer("record.page_from")).sorted(),
            .integer("pageTo", "record.page_to").filtered(.integer("record.page_to")),
            .integer("documentPage", "record.document_page").filtered(.integer("record.document_page")),
            .integer("line", "record.line"),
            .text("textKind", "record.text_kind").always.filtered(
                .choice("record.text_kind", PageTextKind.names)),
            .text("text", "record.text").always.filtered(.text("record.text"))
                .filtered(by: [Filter("meeting", .reference(id: "report.meeting_id", key: nil))]),
        ],
        order: [Query.Order("record.report_id"), Query.Order("record.page_from")],
        publicCondition: .fixed("report.access = 'public'"))

    static let terms = Resource(
        path: "terms", noun: "term",
        about: "A term that a report explains in its glossary.",
        table: "terms",
        source: "terms AS record JOIN reports AS report ON report.id = record.report_id",
        fields: [
            .reference("report", to: "reports", id: "record.report_id", label: "report.title").always
                .filtered(.reference(id: "record.report_id", key: nil)),
            .text("term", "record.term").always.filtered(.folded("record.folded_term")).sorted(
                by: "record.folded_term"),
            .text("meaning", "record.meaning").always.filtered(.text("record.meaning")),
            .flag("hasLookAlikes", "record.has_look_alikes").always.filtered(.flag("record.has_look_alikes")),
            .integer("page", "record.page").filtered(.integer("record.page")),
            .integer("line", "record.line"),
        ],
        order: [Query.Order("record.folded_term")],
        publicCondition: .fixed("report.access = 'public'"))
}
