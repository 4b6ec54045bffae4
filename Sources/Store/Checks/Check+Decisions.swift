extension Check {
    /// What was decided and who voted how (migrations 0011 and 0012).
    static let decisions = [
        Check(
            "education-decisions",
            "Agenda items are decided to be education matters or none by nobody, or somebody decided nothing",
            sql:
                "SELECT id FROM agenda_items WHERE (education_matter IS NULL) <> (education_decided_by IS NULL)"
        ),
        Check(
            "decision-votes",
            "Decisions have half a count of votes, a casting vote without a tie, or a mover who is the seconder",
            sql: """
                SELECT id FROM decisions WHERE (votes_for IS NULL) <> (votes_against IS NULL)
                    OR (votes_abstain IS NOT NULL AND votes_for IS NULL) OR mover_id = seconder_id
                    OR min(coalesce(votes_for, 0), coalesce(votes_against, 0), coalesce(votes_abstain, 0)) < 0
                    OR (casting_vote IS NOT NULL AND (votes_for IS NULL OR votes_for <> votes_against))
                """),
        Check(
            "decision-voters", "Decisions count more votes than members who were present and may vote",
            sql: """
                SELECT decisions.id FROM decisions JOIN meeting_voters USING (meeting_id)
                WHERE votes_for + votes_against + coalesce(votes_abstain, 0) > meeting_voters.count
                """),
        Check(
            "named-votes", "Votes were recorded by officers for persons who may not vote on the item",
            sql: "SELECT named_vote_id FROM barred_votes ORDER BY 1"),
        Check(
            "named-vote-counts", "Decisions have more named votes of a kind than were counted",
            sql: "SELECT decision_id FROM excess_named_votes"),
        Check(
            "named-once", "Votes of one person on one decision are recorded twice",
            sql: """
                SELECT 'votes ' || group_concat(id, ' and ') FROM named_votes
                GROUP BY decision_id, person_id HAVING count(*) > 1
                """),
    ]
}
