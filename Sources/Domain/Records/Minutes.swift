/// What a client may say about the minutes of a meeting. Their state moves by transitions only.
package struct MinutesDraft: Equatable, Sendable {
    package var meeting: Reference<MeetingDraft>
    /// The confirmed set that this one corrects.
    package var corrects: Reference<MinutesDraft>?
    package var text: String?
    /// The paper that holds them.
    package var report: Reference<ReportDraft>?
    /// The later meeting that confirmed them; they were presented before.
    package var confirmedAtMeeting: Reference<MeetingDraft>?
    /// As made when they were confirmed.
    package var amendments: String?
    package var signedOn: CalendarDate?
    /// The post, or the name as printed.
    package var signedBy: String?

    package init(
        meeting: Reference<MeetingDraft>, corrects: Reference<MinutesDraft>? = nil, text: String? = nil,
        report: Reference<ReportDraft>? = nil, confirmedAtMeeting: Reference<MeetingDraft>? = nil,
        amendments: String? = nil, signedOn: CalendarDate? = nil, signedBy: String? = nil
    ) {
        self.meeting = meeting
        self.corrects = corrects
        self.text = text
        self.report = report
        self.confirmedAtMeeting = confirmedAtMeeting
        self.amendments = amendments
        self.signedOn = signedOn
        self.signedBy = signedBy
    }

    package func check(_ problems: inout Problems) {
        if text == nil, report == nil {
            problems.add(
                "/text", "minutes_empty", "Give the text of the minutes or the report that holds them.")
        }
        if meeting == confirmedAtMeeting {
            problems.add(
                "/confirmedAtMeeting", "confirmed_at_itself", "No meeting confirms its own minutes.")
        }
    }
}
