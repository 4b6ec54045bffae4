import Domain

extension AttendanceDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let meeting = context.meeting ?? fields.requiredReference("meeting")
        let person: Reference<PersonDraft>? = fields.reference("person")
        let seat: Reference<SeatDraft>? = fields.reference("seat")
        let role = fields.requiredChoice("role", AttendanceRole.self)
        let post = fields.text("post", limit: 200)
        let status = fields.requiredChoice("status", AttendanceStatus.self)
        let mode = fields.choice("mode", AttendanceMode.self)
        let substituteFor: Reference<PersonDraft>? = fields.reference("substituteFor")
        let arrivedAt = fields.moment("arrivedAt")
        let leftAt = fields.moment("leftAt")
        let itemFrom: Reference<AgendaItemDraft>? = fields.reference("itemFrom")
        let itemTo: Reference<AgendaItemDraft>? = fields.reference("itemTo")
        guard let meeting, let role, let status else { return nil }
        self.init(
            meeting: meeting, person: person, seat: seat, role: role, post: post, status: status, mode: mode,
            substituteFor: substituteFor, arrivedAt: arrivedAt, leftAt: leftAt, itemFrom: itemFrom,
            itemTo: itemTo)
        check(&fields.problems)
    }
}
