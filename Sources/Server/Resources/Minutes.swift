import Domain
import Store

extension Resource {
    /// Drafts are for officers, and so are minutes that a withheld paper holds.
    static let minutes = Resource(
        path: "minutes", noun: "set of minutes",
        about: "The minutes of a meeting, from their draft to the set that was confirmed.",
        table: "minutes",
        source: """
            minutes AS record JOIN meetings AS meeting ON meeting.id = record.meeting_id
            JOIN panels AS panel ON panel.id = meeting.panel_id
            LEFT JOIN reports AS report ON report.id = record.report_id
            LEFT JOIN meetings AS confirming ON confirming.id = record.confirmed_at_meeting_id
            LEFT JOIN meetings AS corrected ON corrected.id = record.meeting_id AND record.corrects_id IS NOT NULL
            """,
        fields: [
            .reference("meeting", to: "meetings", id: "record.meeting_id", label: "meeting.starts_at_local")
                .always
                .filtered(.reference(id: "record.meeting_id", key: nil)).filtered(by: .ofMeeting).writable,
            .text("state", "record.state").always.filtered(
                .choice("record.state", StateMachine.minutes.states)
            )
            .sorted(),
            .text("stateReason", "record.state_reason"),
            .flag("isCurrent", isCurrent).always.filtered(.flag(isCurrent)),
            .reference(
                "corrects", to: "minutes", id: "record.corrects_id", label: "corrected.starts_at_local"
            )
            .filtered(.reference(id: "record.corrects_id", key: nil)).writable,
            .text("text", "record.text").filtered(.text("record.text")).onRecordOnly.writable,
            .reference("report", to: "reports", id: "record.report_id", label: "report.title")
                .filtered(.reference(id: "record.report_id", key: nil)).writable,
            .reference(
                "confirmedAtMeeting", to: "meetings", id: "record.confirmed_at_meeting_id",
                label: "confirming.starts_at_local"
            )
            .filtered(.reference(id: "record.confirmed_at_meeting_id", key: nil)).writable,
            .text("amendments", "record.amendments").filtered(.text("record.amendments")).writable,
            .text("signedOn", "record.signed_on").filtered(.day("record.signed_on")).sorted().writable,
            .text("signedBy", "record.signed_by").filtered(.text("record.signed_by")).writable,
        ],
        order: [Query.Order("meeting.starts_at", descending: true)],
        publicCondition: .fixed(
            "record.state <> 'draft' AND (record.report_id IS NULL OR report.access = 'public')"),
        writing: Writing(
            MinutesDraft.self,
            example: """
                {"meeting":1,"text":"The annual report was noted."}
                """))

    /// One set for each meeting: the last that was confirmed, or the first when none was.
    private static let isCurrent: StaticString = """
        ((record.corrects_id IS NULL OR record.state = 'confirmed') AND NOT EXISTS (
        SELECT 1 FROM minutes AS later WHERE later.corrects_id = record.id AND later.state = 'confirmed'))
        """
}
