import Domain

extension MeetingDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let panel = context.panel ?? fields.requiredReference("panel")
        let startsAt = fields.moment("startsAt")
        if startsAt == nil, fields.isAbsent("startsAt") {
            fields.missing("startsAt", "Say when the meeting starts, such as 2018-09-14T14:00.")
        }
        let venue = fields.text("venue", limit: 300)
        let mode = fields.choice("mode", MeetingMode.self)
        let kind = fields.choice("kind", MeetingKind.self)
        let agendaPublishedOn = fields.day("agendaPublishedOn")
        let participationDeadline = fields.moment("participationDeadline")
        let webcastURL = fields.text("webcastUrl", limit: 2_000)
        let whipAnswer = fields.choice("whipAnswer", WhipAnswer.self)
        guard let panel, let startsAt else { return nil }
        self.init(
            panel: panel, startsAt: startsAt, venue: venue, mode: mode ?? .inPerson, kind: kind ?? .ordinary,
            agendaPublishedOn: agendaPublishedOn, participationDeadline: participationDeadline,
            webcastURL: webcastURL, whipAnswer: whipAnswer ?? .notStated)
        check(&fields.problems)
    }
}

extension AgendaItemDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let meeting = context.meeting ?? fields.requiredReference("meeting")
        let printedNumber = fields.requiredText("printedNumber", limit: 20)
        let position = fields.place(context)
        let takenPosition = fields.integer("takenPosition", in: 1...1_000)
        let title = fields.requiredText("title")
        let instruction = fields.text("instruction", limit: 2_000)
        let pages = fields.pages()
        let educationMatter = fields.answer("educationMatter")
        let educationDecidedBy = fields.text("educationDecidedBy", limit: 200)
        guard let meeting, let printedNumber, let position, let title else { return nil }
        self.init(
            meeting: meeting, printedNumber: printedNumber, position: position,
            takenPosition: takenPosition, title: title, instruction: instruction, pages: pages,
            educationMatter: educationMatter, educationDecidedBy: educationDecidedBy)
        check(&fields.problems)
    }
}
