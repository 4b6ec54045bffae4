import Domain
import Store

extension Resource {
    static let attendance = Resource(
        path: "attendance", noun: "attendance",
        about: "Who was at a meeting, who was away, and who stood in for whom.",
        table: "attendance",
        source: """
            attendance AS record JOIN meetings AS meeting ON meeting.id = record.meeting_id
            JOIN panels AS panel ON panel.id = meeting.panel_id
            LEFT JOIN people AS person ON person.id = record.person_id
            LEFT JOIN seats AS seat ON seat.id = record.seat_id
            LEFT JOIN people AS replaced ON replaced.id = record.substitute_for_id
            LEFT JOIN agenda_items AS start_item ON start_item.id = record.item_from_id
            LEFT JOIN agenda_items AS end_item ON end_item.id = record.item_to_id
            """,
        fields: [
            .reference("meeting", to: "meetings", id: "record.meeting_id", label: "meeting.starts_at_local")
                .always
                .filtered(.reference(id: "record.meeting_id", key: nil))
                .filtered(by: .ofMeeting).writable,
            .reference("person", to: "people", id: "record.person_id", label: "person.name")
                .filtered(.reference(id: "record.person_id", key: "person.name")).writable,
            .reference("seat", to: "seats", id: "record.seat_id", label: "seat.kind")
                .filtered(.reference(id: "record.seat_id", key: nil)).writable,
            .text("role", "record.role").always.filtered(.choice("record.role", AttendanceRole.names))
                .sorted()
                .writable,
            .text("post", "record.post").filtered(.text("record.post")).writable,
            .text("status", "record.status").always.filtered(.choice("record.status", AttendanceStatus.names))
                .sorted().writable,
            .text("mode", "record.mode").filtered(.choice("record.mode", AttendanceMode.names)).writable,
            .reference(
                "substituteFor", to: "people", id: "record.substitute_for_id", label: "replaced.name"
            )
            .filtered(.reference(id: "record.substitute_for_id", key: "replaced.name")).writable,
            .text("arrivedAt", "record.arrived_at").writable,
            .text("leftAt", "record.left_at").writable,
            .reference("itemFrom", to: "agenda-items", id: "record.item_from_id", label: "start_item.title")
                .writable,
            .reference("itemTo", to: "agenda-items", id: "record.item_to_id", label: "end_item.title")
                .writable,
        ],
        order: [Query.Order("record.meeting_id", descending: true)],
        writing: Writing(
            AttendanceDraft.self,
            example: """
                {"meeting":1,"person":1,"role":"member","status":"present"}
                """))
}

extension [Filter] {
    /// By the panel and the day of the meeting that a record belongs to; the source calls them `meeting` and `panel`.
    static let ofMeeting = [
        Filter("panel", .reference(id: "meeting.panel_id", key: "panel.slug")),
        Filter("meetingOn", .day("meeting.starts_on")),
    ]
}
