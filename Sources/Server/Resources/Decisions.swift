import Domain
import Store

extension Resource {
    static let decisions = Resource(
        path: "decisions", noun: "decision",
        about: "What a meeting resolved on an item, with the votes.",
        table: "decisions",
        source: """
            decisions AS record JOIN meetings AS meeting ON meeting.id = record.meeting_id
            JOIN panels AS panel ON panel.id = meeting.panel_id
            JOIN agenda_items AS item ON item.id = record.agenda_item_id
            LEFT JOIN people AS mover ON mover.id = record.mover_id
            LEFT JOIN people AS seconder ON seconder.id = record.seconder_id
            """,
        fields: [
            .reference("meeting", to: "meetings", id: "record.meeting_id", label: "meeting.starts_at_local")
                .always
                .filtered(.reference(id: "record.meeting_id", key: nil)).filtered(by: .ofMeeting).writable,
            .reference("item", to: "agenda-items", id: "record.agenda_item_id", label: "item.title").always
                .filtered(.reference(id: "record.agenda_item_id", key: "item.printed_number")).writable,
            .text("minuteNumber", "record.minute_number").filtered(.text("record.minute_number")).writable,
            .text("kind", "record.kind").always.filtered(.choice("record.kind", DecisionKind.names)).sorted()
                .writable,
            .text("text", "record.text").always.filtered(.text("record.text")).writable,
            .reference("mover", to: "people", id: "record.mover_id", label: "mover.name")
                .filtered(.reference(id: "record.mover_id", key: "mover.name")).writable,
            .reference("seconder", to: "people", id: "record.seconder_id", label: "seconder.name")
                .filtered(.reference(id: "record.seconder_id", key: "seconder.name")).writable,
            .integer("votesFor", "record.votes_for").filtered(.integer("record.votes_for")).sorted().writable,
            .integer("votesAgainst", "record.votes_against").filtered(.integer("record.votes_against"))
                .sorted().writable,
            .integer("votesAbstain", "record.votes_abstain").filtered(.integer("record.votes_abstain"))
                .writable,
            .text("castingVote", "record.casting_vote")
                .filtered(.choice("record.casting_vote", CastingVote.names)).writable,
        ],
        order: [
            Query.Order("record.meeting_id", descending: true), Query.Order("item.position"),
        ],
        expansions: [
            Expansion(name: "namedVotes", collection: "named-votes", parent: "record.decision_id")
        ],
        writing: Writing(
            DecisionDraft.self,
            example: """
                {"meeting":1,"item":"5","kind":"noted","text":"The annual report was noted.","votesFor":1,"votesAgainst":0}
                """))
}
