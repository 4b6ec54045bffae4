import Domain
import Store

extension Resource {
    static let namedVotes = Resource(
        path: "named-votes", noun: "named vote",
        about: "How one member voted on a decision, where the vote was by name.",
        table: "named_votes",
        source: """
            named_votes AS record JOIN decisions AS decision ON decision.id = record.decision_id
            JOIN meetings AS meeting ON meeting.id = decision.meeting_id
            JOIN panels AS panel ON panel.id = meeting.panel_id
            JOIN people AS person ON person.id = record.person_id
            """,
        fields: [
            .reference("decision", to: "decisions", id: "record.decision_id", label: "decision.text").always
                .filtered(.reference(id: "record.decision_id", key: nil)).filtered(by: .ofMeeting)
                .filtered(by: [Filter("meeting", .reference(id: "decision.meeting_id", key: nil))]).writable,
            .reference("person", to: "people", id: "record.person_id", label: "person.name").always
                .filtered(.reference(id: "record.person_id", key: "person.name")).writable,
            .text("vote", "record.vote").always.filtered(.choice("record.vote", Vote.names)).sorted()
                .writable,
        ],
        order: [
            Query.Order("decision.meeting_id", descending: true), Query.Order("record.decision_id"),
            Query.Order("person.sort_name"),
        ],
        writing: Writing(
            NamedVoteDraft.self,
            example: """
                {"decision":1,"person":1,"vote":"for"}
                """))
}
