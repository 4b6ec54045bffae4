import Domain

extension MinutesDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let meeting = context.meeting ?? fields.requiredReference("meeting")
        let corrects: Reference<MinutesDraft>? = fields.reference("corrects")
        let text = fields.text("text", limit: 500_000)
        let report: Reference<ReportDraft>? = fields.reference("report")
        let confirmedAtMeeting: Reference<MeetingDraft>? = fields.reference("confirmedAtMeeting")
        let amendments = fields.text("amendments", limit: 4_000)
        let signedOn = fields.day("signedOn")
        let signedBy = fields.text("signedBy", limit: 200)
        guard let meeting else { return nil }
        self.init(
            meeting: meeting, corrects: corrects, text: text, report: report,
            confirmedAtMeeting: confirmedAtMeeting, amendments: amendments, signedOn: signedOn,
            signedBy: signedBy)
        check(&fields.problems)
    }
}
