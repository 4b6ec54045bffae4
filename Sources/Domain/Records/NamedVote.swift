/// How one member voted.
package enum Vote: String, CaseIterable, Sendable {
    case `for`, against, abstain
}

/// What a client may say about one vote on a decision. Any member may have their own recorded, so a list of them may be
/// partial (SI 1993/202, Schedule 2, paragraph 1).
package struct NamedVoteDraft: Equatable, Sendable {
    package var decision: Reference<DecisionDraft>
    package var person: Reference<PersonDraft>
    package var vote: Vote

    package init(decision: Reference<DecisionDraft>, person: Reference<PersonDraft>, vote: Vote) {
        self.decision = decision
        self.person = person
        self.vote = vote
    }
}
