import Domain

extension DecisionDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let meeting = context.meeting ?? fields.requiredReference("meeting")
        let item: Reference<AgendaItemDraft>? = fields.requiredReference("item")
        let minuteNumber = fields.text("minuteNumber", limit: 50)
        let kind = fields.requiredChoice("kind", DecisionKind.self)
        let text = fields.requiredText("text", limit: 4_000)
        let mover: Reference<PersonDraft>? = fields.reference("mover")
        let seconder: Reference<PersonDraft>? = fields.reference("seconder")
        let votesFor = fields.integer("votesFor", in: 0...1_000)
        let votesAgainst = fields.integer("votesAgainst", in: 0...1_000)
        let votesAbstain = fields.integer("votesAbstain", in: 0...1_000)
        let castingVote = fields.choice("castingVote", CastingVote.self)
        guard let meeting, let item, let kind, let text else { return nil }
        self.init(
            meeting: meeting, item: item, minuteNumber: minuteNumber, kind: kind, text: text, mover: mover,
            seconder: seconder, votesFor: votesFor, votesAgainst: votesAgainst, votesAbstain: votesAbstain,
            castingVote: castingVote)
        check(&fields.problems)
    }
}
