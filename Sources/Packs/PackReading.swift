import Domain

/// Everything that was read out of one file, before it is written as an import document.
struct PackReading: Sendable {
    var council: Council?
    var meeting: MeetingFacts?
    var isMinutes = false
    var seats: [SeatFacts] = []
    var items: [ItemFacts] = []
    var papers: [Paper] = []
    var covers: [CoverFacts] = []
    var figures: [(paper: String, figure: Figure)] = []
    var unread: [(paper: String?, entry: Unread)] = []
    var terms: [(paper: String, line: Int, term: String, meaning: String)] = []
    var actions: [ProposedAction] = []
    var pages: PageMap
    var text: PackText
    var withheld: Set<Int> = []
    /// The panel where no day was found.
    var panelName: String?
    /// How the day of the meeting is known when it is not printed: "participation_deadline".
    var dayBasis: String?
    var participation: Participation?
    var minutes: MinutesFacts?
    var mentions = Mentions()
    /// The order in which items were taken, by printed number.
    var taken: [String: Int] = [:]
}

/// A task that the text proposes; an officer accepts or dismisses it.
struct ProposedAction: Sendable {
    var ref: String
    var item: String?
    var paper: String?
    var line: Int
    var kind: ActionKind
    var text: String
    var ownerRole: String?
    var dueKind: DueKind = .none
    var dueOn: CalendarDate?
    var dueText: String?
    var minuteNumber: String?
    var quote: String?
}
