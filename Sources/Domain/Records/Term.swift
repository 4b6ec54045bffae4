/// One line of a report's glossary: the term as printed, odd letters and all, and what it stands for.
package struct TermDraft: Equatable, Sendable {
    package var report: Reference<ReportDraft>
    package var term: String
    package var meaning: String
    package var page: Int?
    package var line: Int?

    package init(
        report: Reference<ReportDraft>, term: String, meaning: String, page: Int? = nil, line: Int? = nil
    ) {
        self.report = report
        self.term = term
        self.meaning = meaning
        self.page = page
        self.line = line
    }

    /// The form under which the term is looked up: look-alike letters and case do not matter.
    package var foldedTerm: String { foldedKey(term) }
    package var hasLookAlikes: Bool { containsLookAlikes(term) }
}
