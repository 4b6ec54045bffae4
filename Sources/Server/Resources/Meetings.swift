import Domain
import Store

extension Resource {
    static let meetings = Resource(
        path: "meetings", noun: "meeting",
        about: "A meeting of a panel.",
        table: "meetings",
        source: """
            meetings AS record JOIN panels AS panel ON panel.id = record.panel_id
            LEFT JOIN people AS presiding ON presiding.id = record.presiding_person_id
            """,
        fields: [
            .reference("panel", to: "panels", id: "record.panel_id", label: "panel.name").always
                .filtered(.reference(id: "record.panel_id", key: "panel.slug")).writable,
            .text("startsAt", "record.starts_at_local").always
                .filtered(.moment(utc: "record.starts_at", day: "record.starts_on")).sorted(
                    by: "record.starts_at"
                ).writable,
            .text("venue", "record.venue").filtered(.text("record.venue")).writable,
            .text("mode", "record.mode").always.filtered(.choice("record.mode", MeetingMode.names)).writable,
            .text("kind", "record.kind").always.filtered(.choice("record.kind", MeetingKind.names)).writable,
            .text("state", "record.state").always.filtered(
                .choice("record.state", StateMachine.meeting.states)),
            .text("stateReason", "record.state_reason"),
            .text("agendaPublishedOn", "record.agenda_published_on").filtered(
                .day("record.agenda_published_on")
            )
            .sorted().writable,
            .text("participationDeadline", "record.participation_deadline").writable,
            .text("webcastUrl", "record.webcast_url").writable,
            .reference(
                "presidingPerson", to: "people", id: "record.presiding_person_id", label: "presiding.name"
            )
            .filtered(.reference(id: "record.presiding_person_id", key: nil)).writable,
            .text("whipAnswer", "coalesce(record.whip_answer, 'not_stated')")
                .filtered(.choice("coalesce(record.whip_answer, 'not_stated')", WhipAnswer.names)).writable,
        ],
        order: [Query.Order("record.starts_at", descending: true)],
        expansions: [
            Expansion(name: "agendaItems", collection: "agenda-items", parent: "record.meeting_id"),
            Expansion(name: "reports", collection: "reports", parent: "record.meeting_id"),
            Expansion(name: "actions", collection: "actions", parent: "record.meeting_id"),
            Expansion(name: "attendance", collection: "attendance", parent: "record.meeting_id"),
            Expansion(name: "declarations", collection: "declarations", parent: "record.meeting_id"),
            Expansion(name: "decisions", collection: "decisions", parent: "record.meeting_id"),
            Expansion(name: "recommendations", collection: "recommendations", parent: "record.meeting_id"),
            Expansion(name: "minutes", collection: "minutes", parent: "record.meeting_id"),
            Expansion(
                name: "minutesConfirmed", collection: "minutes", parent: "record.confirmed_at_meeting_id"),
        ],
        writing: Writing(
            MeetingDraft.self,
            example: """
                {"panel":"children-and-families","startsAt":"2018-11-21T10:00","venue":"County Hall, Worcester"}
                """),
        calendar: CalendarEntry(
            start: "record.starts_at", summary: "panel.name", location: "record.venue", state: "record.state",
            description: """
                record.kind || coalesce(', ' || record.mode, '') || ', ' || record.state
                || coalesce(': ' || record.state_reason, '') || coalesce(char(10) || record.webcast_url, '')
                """))

    static let agendaItems = Resource(
        path: "agenda-items", noun: "agenda item",
        about: "One item of the agenda of a meeting, as printed.",
        table: "agenda_items",
        source: """
            agenda_items AS record JOIN meetings AS meeting ON meeting.id = record.meeting_id
            JOIN panels AS panel ON panel.id = meeting.panel_id
            """,
        fields: [
            .reference("meeting", to: "meetings", id: "record.meeting_id", label: "meeting.starts_at_local")
                .always
                .filtered(.reference(id: "record.meeting_id", key: nil)).writable,
            .text("printedNumber", "record.printed_number").always.filtered(.text("record.printed_number"))
                .writable,
            .integer("position", "record.position").always.filtered(.integer("record.position")).sorted()
                .writable,
            .integer("takenPosition", "record.taken_position").filtered(.integer("record.taken_position"))
                .sorted().writable,
            .text("title", "record.title").always.filtered(.text("record.title"))
                .filtered(by: [Filter("panel", .reference(id: "meeting.panel_id", key: "panel.slug"))])
                .writable,
            .text("instruction", "record.instruction").writable,
            .integer("pageFrom", "record.page_from").filtered(.integer("record.page_from")).writable,
            .integer("pageTo", "record.page_to").filtered(.integer("record.page_to")).writable,
            .flag("educationMatter", "record.education_matter").filtered(.flag("record.education_matter"))
                .filtered(by: [Filter("educationUndecided", .absence("record.education_matter"))]).writable,
            .text("educationDecidedBy", "record.education_decided_by")
                .filtered(.text("record.education_decided_by")).writable,
        ],
        order: [Query.Order("record.meeting_id"), Query.Order("record.position")],
        expansions: [
            Expansion(name: "reports", collection: "reports", parent: "record.agenda_item_id"),
            Expansion(name: "actions", collection: "actions", parent: "record.agenda_item_id"),
            Expansion(name: "declarations", collection: "declarations", parent: "record.agenda_item_id"),
            Expansion(name: "decisions", collection: "decisions", parent: "record.agenda_item_id"),
            Expansion(
                name: "recommendations", collection: "recommendations", parent: "record.agenda_item_id"),
        ],
        writing: Writing(
            AgendaItemDraft.self,
            example: """
                {"meeting":1,"printedNumber":"9","position":9,"title":"Work programme"}
                """))
}
