import Domain
import JSON

extension ReportDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let meeting = context.meeting ?? fields.requiredReference("meeting")
        let item: Reference<AgendaItemDraft>? = fields.reference("item")
        let parent: Reference<ReportDraft>? = fields.reference("parent")
        let kind = fields.requiredChoice("kind", ReportKind.self)
        let label = fields.text("label", limit: 100)
        let title = fields.requiredText("title")
        let authorRole = fields.text(context.source == .pack ? "author" : "authorRole", limit: 200)
        let isToFollow = fields.choice("state", FirstReportState.self) == .toFollow
        let expectedOn = fields.day("expectedOn")
        let pages = fields.pages()
        let backgroundPapers = fields.choice("backgroundPapers", BackgroundPapers.self)
        let licence = fields.choice("licence", Licence.self)
        let access = Access(&fields)
        guard let meeting, let kind, let title else { return nil }
        self.init(
            meeting: meeting, item: item, parent: parent, kind: kind, label: label, title: title,
            authorRole: authorRole, isToFollow: isToFollow, expectedOn: expectedOn, pages: pages,
            backgroundPapers: backgroundPapers ?? .notStated, licence: licence ?? .unknown, access: access)
        check(&fields.problems)
    }
}

/// The states a report can begin in; all others are reached by transitions.
private enum FirstReportState: String, CaseIterable {
    case toFollow = "to_follow"
    case received
}

extension Access {
    fileprivate init(_ fields: inout FieldReader) {
        let name = fields.text("access") ?? "public"
        fields.describe("access", as: .choice(Access.names))
        let paragraphs = fields.paragraphs()
        let statement = fields.text("publicInterestStatement", limit: 4_000)
        let reason = fields.text("confidentialReason", limit: 4_000)
        if !Access.names.contains(name) { fields.unknownChoice("access", name, allowed: Access.names) }
        switch name {
        case "exempt": self = .exempt(paragraphs: paragraphs, publicInterestStatement: statement ?? "")
        case "confidential":
            if reason == nil {
                fields.problems.add(
                    "/confidentialReason", "confidential_reason_missing",
                    "Say by which rule the paper must be withheld.")
            }
            self = .confidential(reason: reason ?? "")
        default:
            if !paragraphs.isEmpty || statement != nil || reason != nil {
                fields.problems.add(
                    "/access", "access_mismatch",
                    "A public paper has no reason for withholding. Set access to exempt or confidential, or leave the reasons out."
                )
            }
            self = .public
        }
    }
}

extension FieldReader {
    fileprivate mutating func paragraphs() -> [Int] {
        describe("exemptParagraphs", .list(of: .integer(in: 1...7)))
        guard let value = value("exemptParagraphs") else { return [] }
        guard case .array(let elements) = value else {
            problems.add(
                "/exemptParagraphs", "type_wrong", "exemptParagraphs is a list of numbers from 1 to 7.")
            return []
        }
        return elements.enumerated().compactMap { index, element in
            if case .number(let number) = element, let paragraph = number.int64 { return Int(paragraph) }
            problems.add("/exemptParagraphs/\(index)", "type_wrong", "A paragraph is a number from 1 to 7.")
            return nil
        }
    }
}

extension ReportPageDraft {
    /// A page as it stands inside its report in a pack.
    init?(_ fields: inout FieldReader, of report: Reference<ReportDraft>) {
        let pages = fields.pages()
        let documentPage = fields.integer("documentPage", in: 1...100_000)
        let textKind = fields.choice("textKind", PageTextKind.self)
        let text = fields.requiredText("text", limit: 200_000)
        guard let text else { return nil }
        self.init(
            report: report, pages: pages, documentPage: documentPage, textKind: textKind ?? .full, text: text)
    }

    /// Something announced whose content is gone, as a pack lists it.
    init?(lost fields: inout FieldReader) {
        let report: Reference<ReportDraft>? = fields.requiredReference("report")
        let pages = fields.pages()
        let line = fields.integer("line", in: 1...10_000_000)
        let what = fields.requiredText("what", limit: 1_000)
        guard let report, let what else { return nil }
        self.init(report: report, pages: pages, line: line, textKind: .lost, text: what)
    }
}

extension TermDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let report: Reference<ReportDraft>? = fields.requiredReference("report")
        let term = fields.requiredText("term", limit: 200)
        let meaning = fields.requiredText("meaning", limit: 1_000)
        let page = fields.integer("page", in: 1...100_000)
        let line = fields.integer("line", in: 1...10_000_000)
        guard let report, let term, let meaning else { return nil }
        self.init(report: report, term: term, meaning: meaning, page: page, line: line)
    }
}
