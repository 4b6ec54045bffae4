/// What kind of paper it is. Domain term: paper; the collection is called reports.
package enum ReportKind: String, CaseIterable, Sendable {
    case agendaFrontSheet = "agenda_front_sheet"
    case report, appendix, minutes, supplement, presentation, letter, recording
}

package enum BackgroundPapers: String, CaseIterable, Sendable {
    case listed, none
    case notStated = "not_stated"
}

package enum Licence: String, CaseIterable, Sendable {
    case openGovernment = "OGL-3.0"
    case crown = "crown_ogl"
    case thirdParty = "third_party"
    case unknown
}

/// Who may see a paper (Local Government Act 1972, section 100A and Schedule 12A Part 1).
package enum Access: Equatable, Sendable {
    case `public`
    /// May be withheld after a public interest test; paragraphs 1 to 7.
    case exempt(paragraphs: [Int], publicInterestStatement: String)
    /// Must be withheld: given by government on terms, or disclosure is barred.
    case confidential(reason: String)

    package var name: String {
        switch self {
        case .public: "public"
        case .exempt: "exempt"
        case .confidential: "confidential"
        }
    }

    package static let names = ["public", "exempt", "confidential"]
}

/// What a client may say about a paper of any kind. Its state moves by transitions only.
package struct ReportDraft: Equatable, Sendable {
    package var meeting: Reference<MeetingDraft>
    package var item: Reference<AgendaItemDraft>?
    /// The covering report of an appendix.
    package var parent: Reference<ReportDraft>?
    package var kind: ReportKind
    package var label: String?
    package var title: String
    package var authorRole: String?
    /// Promised on the agenda and not there yet.
    package var isToFollow: Bool
    package var expectedOn: CalendarDate?
    package var pages: PageRange?
    package var backgroundPapers: BackgroundPapers
    package var licence: Licence
    package var access: Access

    package init(
        meeting: Reference<MeetingDraft>, item: Reference<AgendaItemDraft>? = nil,
        parent: Reference<ReportDraft>? = nil, kind: ReportKind,
        label: String? = nil, title: String, authorRole: String? = nil, isToFollow: Bool = false,
        expectedOn: CalendarDate? = nil, pages: PageRange? = nil,
        backgroundPapers: BackgroundPapers = .notStated,
        licence: Licence = .unknown, access: Access = .public
    ) {
        self.meeting = meeting
        self.item = item
        self.parent = parent
        self.kind = kind
        self.label = label
        self.title = title
        self.authorRole = authorRole
        self.isToFollow = isToFollow
        self.expectedOn = expectedOn
        self.pages = pages
        self.backgroundPapers = backgroundPapers
        self.licence = licence
        self.access = access
    }

    package func check(_ problems: inout Problems) {
        if isToFollow, pages != nil {
            problems.add(
                "/pages", "to_follow_has_no_pages",
                "A paper that is to follow has no pages in the pack yet. Leave the pages out or say that it was received."
            )
        }
        if case .exempt(let paragraphs, let statement) = access {
            if paragraphs.isEmpty || statement.isEmpty {
                problems.add(
                    "/exemptParagraphs", "exempt_reason_missing",
                    "Give the Schedule 12A paragraph and why withholding outweighs disclosure.")
            }
            for paragraph in paragraphs where !(1...7).contains(paragraph) {
                problems.add(
                    "/exemptParagraphs", "exempt_paragraph_unknown",
                    "Paragraphs of Schedule 12A run from 1 to 7; \(paragraph) is not one of them.")
            }
        }
    }
}

/// How the text of a page was taken.
package enum PageTextKind: String, CaseIterable, Sendable {
    /// The words of the page.
    case full
    /// What the page says, in other words.
    case summary
    /// Something announced whose content is gone: a chart, a picture, a list.
    case lost
}

/// The text of one page of a report, or of the pages among which it lies.
package struct ReportPageDraft: Equatable, Sendable {
    package var report: Reference<ReportDraft>
    package var pages: PageRange?
    package var documentPage: Int?
    package var line: Int?
    package var textKind: PageTextKind
    package var text: String

    package init(
        report: Reference<ReportDraft>, pages: PageRange?, documentPage: Int? = nil, line: Int? = nil,
        textKind: PageTextKind,
        text: String
    ) {
        self.report = report
        self.pages = pages
        self.documentPage = documentPage
        self.line = line
        self.textKind = textKind
        self.text = text
    }
}
