import Domain

extension ActionDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let panel = context.panel ?? fields.requiredReference("panel")
        let meeting = context.meeting ?? fields.reference("meeting")
        let item: Reference<AgendaItemDraft>? = fields.reference("item")
        let report: Reference<ReportDraft>? = fields.reference("report")
        let minuteNumber = fields.text("minuteNumber", limit: 50)
        let kind = fields.requiredChoice("kind", ActionKind.self)
        let text = fields.requiredText("text", limit: 2_000)
        let ownerRole = fields.text("ownerRole", limit: 200)
        let dueKind = fields.choice("dueKind", DueKind.self)
        let dueOn = fields.day("dueOn")
        let dueText = fields.text("dueText", limit: 200)
        let pages = fields.pages()
        let line = fields.integer("line", in: 1...10_000_000)
        let quote = fields.text("quote", limit: 500)
        guard let panel, let kind, let text else { return nil }
        self.init(
            panel: panel, meeting: meeting, item: item, report: report, minuteNumber: minuteNumber,
            kind: kind,
            text: text, ownerRole: ownerRole, dueKind: dueKind ?? (dueOn == nil ? nil : .date), dueOn: dueOn,
            dueText: dueText, pages: pages, line: line, quote: quote)
        check(&fields.problems, isOpen: context.source == .officer)
    }
}
