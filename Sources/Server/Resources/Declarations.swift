import Domain
import Store

extension Resource {
    /// Declarations can tell of a family's circumstances: the public sees them within their meeting, not across
    /// meetings and not by person, and never those that are sensitive.
    static let declarations = Resource(
        path: "declarations", noun: "declaration",
        about: "An interest or a party whip that was declared at a meeting.",
        table: "declarations",
        source: """
            declarations AS record JOIN meetings AS meeting ON meeting.id = record.meeting_id
            JOIN panels AS panel ON panel.id = meeting.panel_id
            LEFT JOIN agenda_items AS item ON item.id = record.agenda_item_id
            LEFT JOIN people AS person ON person.id = record.person_id
            """,
        fields: [
            .reference("meeting", to: "meetings", id: "record.meeting_id", label: "meeting.starts_at_local")
                .always
                .filtered(.reference(id: "record.meeting_id", key: nil)).filtered(by: .ofMeeting).writable,
            .reference("item", to: "agenda-items", id: "record.agenda_item_id", label: "item.title")
                .filtered(.reference(id: "record.agenda_item_id", key: "item.printed_number")).writable,
            .text("kind", "record.kind").always.filtered(.choice("record.kind", DeclarationKind.names))
                .sorted()
                .writable,
            .reference("person", to: "people", id: "record.person_id", label: "person.name").writable,
            .text("politicalGroup", "record.political_group").filtered(.text("record.political_group"))
                .writable,
            .text("interestType", "record.interest_type")
                .filtered(.choice("record.interest_type", InterestType.names)).writable,
            .text("nature", "record.nature").writable,
            .flag("isSensitive", "record.is_sensitive").always.filtered(.flag("record.is_sensitive"))
                .writable,
            .text("effect", "record.effect").writable,
            .flag("withdrew", "record.withdrew").filtered(.flag("record.withdrew")).writable,
        ],
        order: [Query.Order("record.meeting_id", descending: true)],
        publicCondition: .fixed("record.is_sensitive = 0"), isWithinParentsOnly: true,
        writing: Writing(
            DeclarationDraft.self,
            example: """
                {"meeting":1,"item":"6","kind":"whip","politicalGroup":"Independent","nature":"No whip was declared"}
                """))
}
