/// What a client may say about one line of a meeting's business.
package struct AgendaItemDraft: Equatable, Sendable {
    package var meeting: Reference<MeetingDraft>
    /// Text, as printed: "5", "4(ii)", "33A".
    package var printedNumber: String
    package var position: Int
    package var takenPosition: Int?
    package var title: String
    package var instruction: String?
    package var pages: PageRange?
    /// Whether it is a question of education functions; nil while nobody has decided.
    package var educationMatter: Bool?
    /// The post that decided so.
    package var educationDecidedBy: String?

    package init(
        meeting: Reference<MeetingDraft>, printedNumber: String, position: Int, takenPosition: Int? = nil,
        title: String,
        instruction: String? = nil, pages: PageRange? = nil, educationMatter: Bool? = nil,
        educationDecidedBy: String? = nil
    ) {
        self.meeting = meeting
        self.printedNumber = printedNumber
        self.position = position
        self.takenPosition = takenPosition
        self.title = title
        self.instruction = instruction
        self.pages = pages
        self.educationMatter = educationMatter
        self.educationDecidedBy = educationDecidedBy
    }

    package func check(_ problems: inout Problems) {
        if educationMatter != nil, educationDecidedBy == nil {
            problems.add(
                "/educationDecidedBy", "education_needs_decider",
                "Say who decided whether the item is an education matter: the post, such as Monitoring Officer."
            )
        }
        if educationMatter == nil, educationDecidedBy != nil {
            problems.add(
                "/educationMatter", "education_needs_decider",
                "Say what was decided: true, false, or leave educationDecidedBy out.")
        }
    }
}

/// Pages of a pack, first and last.
package struct PageRange: Equatable, Sendable {
    package let from: Int
    package let to: Int

    /// Nil when the pages run backwards or begin before page 1.
    package init?(from: Int, to: Int) {
        guard from >= 1, from <= to else { return nil }
        self.from = from
        self.to = to
    }

    package init(page: Int) {
        precondition(page >= 1, "Pages count from 1.")
        from = page
        to = page
    }

    /// The page itself when it is certain, otherwise nil.
    package var page: Int? { from == to ? from : nil }
}
