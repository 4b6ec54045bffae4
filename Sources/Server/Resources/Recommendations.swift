import Domain
import Store

extension Resource {
    /// The public sees a recommendation from the day the panel agreed it.
    static let recommendations = Resource(
        path: "recommendations", noun: "recommendation",
        about: "What a panel recommends to the executive, and what becomes of it.",
        table: "recommendations",
        source: """
            recommendations AS record JOIN panels AS panel ON panel.id = record.panel_id
            LEFT JOIN meetings AS meeting ON meeting.id = record.meeting_id
            LEFT JOIN agenda_items AS item ON item.id = record.agenda_item_id
            LEFT JOIN decisions AS decision ON decision.id = record.decision_id
            LEFT JOIN recommendations AS followed ON followed.id = record.follows_id
            """,
        fields: [
            .reference("panel", to: "panels", id: "record.panel_id", label: "panel.name").always
                .filtered(.reference(id: "record.panel_id", key: "panel.slug")).writable,
            .reference("meeting", to: "meetings", id: "record.meeting_id", label: "meeting.starts_at_local")
                .filtered(.reference(id: "record.meeting_id", key: nil))
                .filtered(by: [Filter("meetingOn", .day("meeting.starts_on"))]).writable,
            .reference("item", to: "agenda-items", id: "record.agenda_item_id", label: "item.title")
                .filtered(.reference(id: "record.agenda_item_id", key: "item.printed_number")).writable,
            .reference("decision", to: "decisions", id: "record.decision_id", label: "decision.text")
                .filtered(.reference(id: "record.decision_id", key: nil)).writable,
            .reference("follows", to: "recommendations", id: "followed.id", label: "followed.ref")
                .filtered(.reference(id: "followed.id", key: nil)).writable,
            .text("municipalYear", "record.municipal_year").always.filtered(.text("record.municipal_year"))
                .sorted()
                .writable,
            .text("ref", "record.ref").always.filtered(.text("record.ref")).sorted().writable,
            .text("text", "record.text").always.filtered(.text("record.text")).writable,
            .text("addressee", "record.addressee").always.filtered(.text("record.addressee")).sorted()
                .writable,
            .text("state", "record.state").always.filtered(
                .choice("record.state", StateMachine.recommendation.states)
            )
            .sorted(),
            .text("stateReason", "record.state_reason"),
            .text("noticeSentOn", "record.notice_sent_on").filtered(.day("record.notice_sent_on")).sorted()
                .writable,
            .text("receivedOn", "record.received_on").filtered(.day("record.received_on")).sorted().writable,
            .text("responseDueOn", responseDueOn).filtered(.day(responseDueOn)).sorted(),
            .text("progressJudgement", "record.progress_judgement")
                .filtered(.choice("record.progress_judgement", ProgressJudgement.names)).writable,
        ],
        order: [
            Query.Order("record.panel_id"), Query.Order("record.municipal_year", descending: true),
            Query.Order("record.ref"),
        ],
        publicCondition: .fixed("record.state <> 'drafted'"),
        expansions: [
            Expansion(name: "responses", collection: "responses", parent: "record.recommendation_id")
        ],
        writing: Writing(
            RecommendationDraft.self,
            example: """
                {"panel":"children-and-families","meeting":1,"municipalYear":"2018-19","ref":"R1",
                "text":"Publish placement costs each quarter","addressee":"Cabinet Member for Children and Families"}
                """))

    /// Two months beginning with the day of receipt (Local Government Act 2000, section 9FE): the same day of the
    /// month two months on, less one day; where there is no such day, the last of that month.
    private static let responseDueOn: StaticString = """
        CASE WHEN substr(date(record.received_on, '+2 months'), 9) = substr(record.received_on, 9)
        THEN date(record.received_on, '+2 months', '-1 day')
        ELSE date(record.received_on, 'start of month', '+3 months', '-1 day') END
        """
}
