import Domain

extension DeclarationDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let meeting = context.meeting ?? fields.requiredReference("meeting")
        let item: Reference<AgendaItemDraft>? = fields.reference("item")
        let kind = fields.requiredChoice("kind", DeclarationKind.self)
        let person: Reference<PersonDraft>? = fields.reference("person")
        let politicalGroup = fields.text("politicalGroup", limit: 200)
        let interestType = fields.choice("interestType", InterestType.self)
        let nature = fields.text("nature", limit: 2_000)
        let isSensitive = fields.flag("isSensitive")
        let effect = fields.text("effect")
        let withdrew = fields.answer("withdrew")
        guard let meeting, let kind else { return nil }
        self.init(
            meeting: meeting, item: item, kind: kind, person: person, politicalGroup: politicalGroup,
            interestType: interestType, nature: nature, isSensitive: isSensitive, effect: effect,
            withdrew: withdrew)
        check(&fields.problems, byOfficer: context.source != .pack)
    }
}
