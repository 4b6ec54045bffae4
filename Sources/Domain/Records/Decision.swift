/// What a panel resolved. Domain term: resolution; the collection is called decisions.
package enum DecisionKind: String, CaseIterable, Sendable {
    case noted, agreed, recommended, deferred
    case excludedPublic = "excluded_public"
}

package enum CastingVote: String, CaseIterable, Sendable {
    case `for`, against
}

/// What a client may say about a resolution and the votes on it.
package struct DecisionDraft: Equatable, Sendable {
    package var meeting: Reference<MeetingDraft>
    package var item: Reference<AgendaItemDraft>
    package var minuteNumber: String?
    package var kind: DecisionKind
    package var text: String
    package var mover: Reference<PersonDraft>?
    package var seconder: Reference<PersonDraft>?
    package var votesFor: Int?
    package var votesAgainst: Int?
    package var votesAbstain: Int?
    /// The second vote of the person presiding, when the votes are equal.
    package var castingVote: CastingVote?

    package init(
        meeting: Reference<MeetingDraft>, item: Reference<AgendaItemDraft>, minuteNumber: String? = nil,
        kind: DecisionKind, text: String, mover: Reference<PersonDraft>? = nil,
        seconder: Reference<PersonDraft>? = nil, votesFor: Int? = nil, votesAgainst: Int? = nil,
        votesAbstain: Int? = nil, castingVote: CastingVote? = nil
    ) {
        self.meeting = meeting
        self.item = item
        self.minuteNumber = minuteNumber
        self.kind = kind
        self.text = text
        self.mover = mover
        self.seconder = seconder
        self.votesFor = votesFor
        self.votesAgainst = votesAgainst
        self.votesAbstain = votesAbstain
        self.castingVote = castingVote
    }

    package func check(_ problems: inout Problems) {
        for (name, votes) in [
            ("votesFor", votesFor), ("votesAgainst", votesAgainst), ("votesAbstain", votesAbstain),
        ] where votes ?? 0 < 0 {
            problems.add("/\(name)", "votes_negative", "\(name) is a number of votes, 0 or more.")
        }
        if votesFor == nil, votesAgainst != nil || votesAbstain != nil {
            problems.add("/votesFor", "votes_incomplete", "Give the votes for too, 0 if there were none.")
        }
        if votesAgainst == nil, votesFor != nil || votesAbstain != nil {
            problems.add(
                "/votesAgainst", "votes_incomplete", "Give the votes against too, 0 if there were none.")
        }
        if castingVote != nil, votesFor == nil || votesFor != votesAgainst {
            problems.add(
                "/castingVote", "casting_vote_needs_tie",
                "There is a casting vote only when the votes for and against are equal.")
        }
        if let mover, mover == seconder {
            problems.add("/seconder", "mover_is_seconder", "Nobody seconds their own motion.")
        }
    }
}
