import Domain

extension NamedVoteDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let decision: Reference<DecisionDraft>? = fields.requiredReference("decision")
        let person: Reference<PersonDraft>? = fields.requiredReference("person")
        let vote = fields.requiredChoice("vote", Vote.self)
        guard let decision, let person, let vote else { return nil }
        self.init(decision: decision, person: person, vote: vote)
    }
}
