import Domain

extension PanelDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let slug = fields.requiredText("slug", limit: 100)
        fields.describe("slug", as: .code)
        let name = fields.requiredText("name", limit: 200)
        let kind = fields.requiredChoice("kind", PanelKind.self)
        let council = fields.requiredText("council", limit: 200)
        let coversEducation = fields.flag("coversEducation")
        let activeFrom = fields.day("activeFrom")
        let activeTo = fields.day("activeTo")
        let substitutesAllowed = fields.answer("substitutesAllowed")
        let successor: Reference<PanelDraft>? = fields.reference("successor")
        guard let slug, let name, let kind, let council else { return nil }
        self.init(
            slug: slug, name: name, kind: kind, council: council, coversEducation: coversEducation,
            activeFrom: activeFrom, activeTo: activeTo, substitutesAllowed: substitutesAllowed,
            successor: successor)
        check(&fields.problems)
    }
}

extension PersonDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let name = fields.requiredText("name", limit: 200)
        let sortName = fields.text("sortName", limit: 200)
        let isExecutiveMember = fields.flag("isExecutiveMember")
        guard let name else { return nil }
        self.init(name: name, sortName: sortName ?? name, isExecutiveMember: isExecutiveMember)
    }
}

extension SeatDraft: ReadableDraft {
    /// - Note: in a pack the limit and the days are called `limit`, `from` and `to`.
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let isPack = context.source == .pack
        let panel = context.panel ?? fields.requiredReference("panel")
        let position = fields.place(context)
        let kind = fields.requiredChoice("kind", SeatKind.self)
        let person: Reference<PersonDraft>? = fields.reference("person")
        let politicalGroup = fields.text("politicalGroup", limit: 200)
        let displayTitle = fields.text("displayTitle", limit: 200)
        let matters = fields.text(isPack ? "limit" : "matters", limit: 200)
        let isChair = fields.flag("isChair")
        let isViceChair = fields.flag("isViceChair")
        let heldFrom = fields.day(isPack ? "from" : "heldFrom")
        let heldTo = fields.day(isPack ? "to" : "heldTo")
        guard let panel, let position, let kind else { return nil }
        self.init(
            panel: panel, position: position, kind: kind, person: person,
            politicalGroup: politicalGroup, displayTitle: displayTitle, matters: matters, isChair: isChair,
            isViceChair: isViceChair, heldFrom: heldFrom, heldTo: heldTo)
        check(&fields.problems)
    }
}
