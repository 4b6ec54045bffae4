/// What kind of task it is.
package enum ActionKind: String, CaseIterable, Sendable {
    case informationRequest = "information_request"
    case officerAction = "officer_action"
    case reportBack = "report_back"
    case letter, visit
    case workProgrammeAddition = "work_programme_addition"
    case dataRequest = "data_request"
    /// What a report asks the panel to do.
    case panelAsk = "panel_ask"
    /// What an officer or a partner says will be done.
    case commitment
}

package enum DueKind: String, CaseIterable, Sendable {
    case date
    case nextMeeting = "next_meeting"
    case namedMeeting = "named_meeting"
    case none
}

/// What a client may say about a task arising from a panel's work. Its state moves by transitions only.
package struct ActionDraft: Equatable, Sendable {
    package var panel: Reference<PanelDraft>
    package var meeting: Reference<MeetingDraft>?
    package var item: Reference<AgendaItemDraft>?
    package var report: Reference<ReportDraft>?
    package var minuteNumber: String?
    package var kind: ActionKind
    package var text: String
    /// A post, not a person: people leave.
    package var ownerRole: String?
    package var dueKind: DueKind?
    package var dueOn: CalendarDate?
    package var dueText: String?
    package var pages: PageRange?
    package var line: Int?
    package var quote: String?

    package init(
        panel: Reference<PanelDraft>, meeting: Reference<MeetingDraft>? = nil,
        item: Reference<AgendaItemDraft>? = nil, report: Reference<ReportDraft>? = nil,
        minuteNumber: String? = nil, kind: ActionKind, text: String, ownerRole: String? = nil,
        dueKind: DueKind? = nil, dueOn: CalendarDate? = nil, dueText: String? = nil, pages: PageRange? = nil,
        line: Int? = nil, quote: String? = nil
    ) {
        self.panel = panel
        self.meeting = meeting
        self.item = item
        self.report = report
        self.minuteNumber = minuteNumber
        self.kind = kind
        self.text = text
        self.ownerRole = ownerRole
        self.dueKind = dueKind
        self.dueOn = dueOn
        self.dueText = dueText
        self.pages = pages
        self.line = line
        self.quote = quote
    }

    /// An officer's action is open at once, so it needs an owner and a time; an imported one waits as proposed.
    package func check(_ problems: inout Problems, isOpen: Bool) {
        if isOpen, ownerRole == nil {
            problems.add("/ownerRole", "owner_missing", "Say which post owns the action.")
        }
        if isOpen, dueKind == nil {
            problems.add(
                "/dueKind", "due_kind_missing",
                "Say when it is due: date, next_meeting, named_meeting, or none if it has no date.")
        }
        if dueKind == .date, dueOn == nil {
            problems.add("/dueOn", "due_date_missing", "Give the day the action is due.")
        }
        if dueKind != .date, dueKind != .namedMeeting, dueOn != nil {
            problems.add(
                "/dueKind", "due_kind_mismatch",
                "With a day in dueOn, dueKind is \"date\" or \"named_meeting\".")
        }
        if item != nil, meeting == nil {
            problems.add("/meeting", "item_needs_meeting", "Say which meeting the agenda item belongs to.")
        }
    }
}
