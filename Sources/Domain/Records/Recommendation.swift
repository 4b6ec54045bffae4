/// How far a recommendation was carried out, in the panel's own view.
package enum ProgressJudgement: String, CaseIterable, Sendable {
    case achieved
    case notFullyObstacle = "not_fully_obstacle"
    case notFullyAcceptable = "not_fully_acceptable_continue"
    case notFullyUnacceptable = "not_fully_unacceptable_continue"
    case stopMonitoring = "stop_monitoring"
    case notForReview = "not_for_review"
}

/// What a client may say about what a panel asks of the executive or a partner. Its state moves by transitions only.
package struct RecommendationDraft: Equatable, Sendable {
    package var panel: Reference<PanelDraft>
    /// The meeting that agreed it; a draft may lack one.
    package var meeting: Reference<MeetingDraft>?
    package var item: Reference<AgendaItemDraft>?
    package var decision: Reference<DecisionDraft>?
    /// The rejected recommendation that this one takes up again.
    package var follows: Reference<RecommendationDraft>?
    /// From one annual meeting in May to the next: "2018-19".
    package var municipalYear: String
    /// Its number among the panel's of that year.
    package var ref: String
    package var text: String
    package var addressee: String
    package var noticeSentOn: CalendarDate?
    /// When the executive had both the report and the notice; the two months begin with it.
    package var receivedOn: CalendarDate?
    package var progressJudgement: ProgressJudgement?

    package init(
        panel: Reference<PanelDraft>, meeting: Reference<MeetingDraft>? = nil,
        item: Reference<AgendaItemDraft>? = nil, decision: Reference<DecisionDraft>? = nil,
        follows: Reference<RecommendationDraft>? = nil, municipalYear: String, ref: String, text: String,
        addressee: String, noticeSentOn: CalendarDate? = nil, receivedOn: CalendarDate? = nil,
        progressJudgement: ProgressJudgement? = nil
    ) {
        self.panel = panel
        self.meeting = meeting
        self.item = item
        self.decision = decision
        self.follows = follows
        self.municipalYear = municipalYear
        self.ref = ref
        self.text = text
        self.addressee = addressee
        self.noticeSentOn = noticeSentOn
        self.receivedOn = receivedOn
        self.progressJudgement = progressJudgement
    }

    package func check(_ problems: inout Problems) {
        if !Self.isMunicipalYear(municipalYear) {
            problems.add(
                "/municipalYear", "municipal_year_shape",
                "municipalYear is two years in a row such as 2018-19; \"\(municipalYear)\" is not.")
        }
        if item != nil, meeting == nil {
            problems.add("/meeting", "item_needs_meeting", "Say which meeting the agenda item belongs to.")
        }
        if decision != nil, meeting == nil {
            problems.add("/meeting", "decision_of_other_meeting", "Say at which meeting it was decided.")
        }
        if let noticeSentOn, let receivedOn, receivedOn < noticeSentOn {
            problems.add(
                "/receivedOn", "received_before_notice",
                "The notice of \(noticeSentOn) cannot have been received on \(receivedOn).")
        }
    }

    private static func isMunicipalYear(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy(digits.contains) }),
            let first = Int(String(Substring(parts[0]))), let last = Int(String(Substring(parts[1])))
        else { return false }
        return (1000...2999).contains(first) && last == (first + 1) % 100
    }
}
