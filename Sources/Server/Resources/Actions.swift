import Domain
import Store

extension Resource {
    static let actions = Resource(
        path: "actions", noun: "action",
        about: "What somebody was asked to do, by whom and by when, with each change of its state.",
        table: "actions",
        source: """
            actions AS record JOIN panels AS panel ON panel.id = record.panel_id
            LEFT JOIN meetings AS meeting ON meeting.id = record.meeting_id
            LEFT JOIN agenda_items AS item ON item.id = record.agenda_item_id
            LEFT JOIN reports AS report ON report.id = record.report_id
            """,
        fields: [
            .reference("panel", to: "panels", id: "record.panel_id", label: "panel.name").always
                .filtered(.reference(id: "record.panel_id", key: "panel.slug")).writable,
            .reference("meeting", to: "meetings", id: "record.meeting_id", label: "meeting.starts_at_local")
                .filtered(.reference(id: "record.meeting_id", key: nil)).writable,
            .reference("item", to: "agenda-items", id: "record.agenda_item_id", label: "item.title")
                .filtered(.reference(id: "record.agenda_item_id", key: "item.printed_number")).writable,
            .reference("report", to: "reports", id: "record.report_id", label: "report.title")
                .filtered(.reference(id: "record.report_id", key: nil)).writable,
            .text("minuteNumber", "record.minute_number").filtered(.text("record.minute_number")).writable,
            .text("kind", "record.kind").always.filtered(.choice("record.kind", ActionKind.names)).writable,
            .text("text", "record.text").always.filtered(.text("record.text")).writable,
            .text("ownerRole", "record.owner_role").filtered(.text("record.owner_role")).sorted().writable,
            .text("dueKind", "record.due_kind").filtered(.choice("record.due_kind", DueKind.names)).writable,
            .text("dueOn", "record.due_on").filtered(.day("record.due_on")).sorted().writable,
            .text("dueText", "record.due_text").writable,
            .text("state", "record.state").always.filtered(
                .choice("record.state", StateMachine.action.states)
            )
            .sorted(),
            .text("stateReason", "record.state_reason"),
            .integer("page", "record.page").filtered(.integer("record.page")),
            .integer("pageFrom", "record.page_from").filtered(.integer("record.page_from")).writable,
            .integer("pageTo", "record.page_to").filtered(.integer("record.page_to")).writable,
            .integer("line", "record.line").writable,
            .text("quote", "record.quote").writable,
            .children("events", of: "record.id", events),
        ],
        order: [Query.Order("record.due_on IS NULL"), Query.Order("record.due_on")],
        publicCondition: .fixed("record.report_id IS NULL OR report.access = 'public'"),
        writing: Writing(
            ActionDraft.self,
            example: """
                {"panel":"children-and-families","kind":"information_request","text":"Send the Panel the placement costs by quarter",
                "ownerRole":"Director of Children, Families and Communities","dueOn":"2018-11-02"}
                """),
        feed: FeedEntry(
            title: "record.text",
            summary: """
                record.kind || ', ' || record.state || coalesce(', ' || record.owner_role, '')
                || coalesce(', due ' || record.due_on, '') || '. ' || panel.name
                """,
            published: "record.created_at"))

    /// Every change of state, oldest first.
    private static let events = Children(
        source: "action_events AS child", parent: "child.action_id", order: "child.id",
        fields: [
            .text("from", "child.from_state", as: .choice(StateMachine.action.states)).always,
            .text("to", "child.to_state", as: .choice(StateMachine.action.states)).always,
            .text("note", "child.note"),
            .text("occurredAt", "child.occurred_at", as: .moment).always,
        ])
}
