package enum MeetingMode: String, CaseIterable, Sendable {
    case inPerson = "in_person"
    case hybrid
    case remote
}

package enum MeetingKind: String, CaseIterable, Sendable { case ordinary, extraordinary, joint }

/// What a meeting was told of party whips as a whole. Nothing said is not the same as none.
package enum WhipAnswer: String, CaseIterable, Sendable {
    case noneDeclared = "none_declared"
    case declared
    case notStated = "not_stated"
}

/// What a client may say about one convened sitting of a panel. Its state moves by transitions only.
package struct MeetingDraft: Equatable, Sendable {
    package var panel: Reference<PanelDraft>
    /// Local time in Britain with the offset of that day.
    package var startsAt: OffsetDateTime
    package var venue: String?
    package var mode: MeetingMode
    package var kind: MeetingKind
    package var agendaPublishedOn: CalendarDate?
    package var participationDeadline: OffsetDateTime?
    package var webcastURL: String?
    package var whipAnswer: WhipAnswer

    package init(
        panel: Reference<PanelDraft>, startsAt: OffsetDateTime, venue: String? = nil,
        mode: MeetingMode = .inPerson,
        kind: MeetingKind = .ordinary, agendaPublishedOn: CalendarDate? = nil,
        participationDeadline: OffsetDateTime? = nil, webcastURL: String? = nil,
        whipAnswer: WhipAnswer = .notStated
    ) {
        self.panel = panel
        self.startsAt = startsAt
        self.venue = venue
        self.mode = mode
        self.kind = kind
        self.agendaPublishedOn = agendaPublishedOn
        self.participationDeadline = participationDeadline
        self.webcastURL = webcastURL
        self.whipAnswer = whipAnswer
    }

    package func check(_ problems: inout Problems) {
        if let agendaPublishedOn, agendaPublishedOn > startsAt.date {
            problems.add(
                "/agendaPublishedOn", "published_after_meeting",
                "The agenda is published before the meeting of \(startsAt.date), not on \(agendaPublishedOn)."
            )
        }
        if let participationDeadline, participationDeadline.instant > startsAt.instant {
            problems.add(
                "/participationDeadline", "deadline_after_meeting",
                "The deadline for public participation is before the meeting begins at \(startsAt).")
        }
        if let webcastURL, !webcastURL.hasPrefix("https://"), !webcastURL.hasPrefix("http://") {
            problems.add(
                "/webcastUrl", "url_invalid", "Give the webcast's whole address, beginning with https://.")
        }
    }
}
