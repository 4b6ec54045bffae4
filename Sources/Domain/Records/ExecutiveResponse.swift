/// What the executive does with a recommendation. Noting one is not accepting it.
package enum ResponseOutcome: String, CaseIterable, Sendable {
    case accepted
    case partlyAccepted = "partly_accepted"
    case rejected, noted, deferred
}

/// What a client may say about the executive's answer to one recommendation.
package struct ResponseDraft: Equatable, Sendable {
    package var recommendation: Reference<RecommendationDraft>
    package var outcome: ResponseOutcome
    /// Required for every outcome but accepted.
    package var reasons: String?
    package var decidedBy: String
    package var decidedOn: CalendarDate
    /// The post that carries it out.
    package var leadOfficerRole: String?
    package var targetOn: CalendarDate?
    package var publishedOn: CalendarDate?

    package init(
        recommendation: Reference<RecommendationDraft>, outcome: ResponseOutcome, reasons: String? = nil,
        decidedBy: String, decidedOn: CalendarDate, leadOfficerRole: String? = nil,
        targetOn: CalendarDate? = nil, publishedOn: CalendarDate? = nil
    ) {
        self.recommendation = recommendation
        self.outcome = outcome
        self.reasons = reasons
        self.decidedBy = decidedBy
        self.decidedOn = decidedOn
        self.leadOfficerRole = leadOfficerRole
        self.targetOn = targetOn
        self.publishedOn = publishedOn
    }

    package func check(_ problems: inout Problems) {
        if outcome != .accepted, reasons == nil {
            problems.add(
                "/reasons", "response_needs_reasons",
                "Give the reasons; only an accepted recommendation needs none.")
        }
        if let publishedOn, publishedOn < decidedOn {
            problems.add(
                "/publishedOn", "published_before_decided",
                "The response of \(decidedOn) cannot have been published on \(publishedOn).")
        }
    }
}
