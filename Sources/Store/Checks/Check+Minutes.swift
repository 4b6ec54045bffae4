extension Check {
    /// Minutes and what rests on them (migrations/0012_votes_and_minutes.sql).
    static let minutes = [
        Check(
            "minutes-states", "Minutes are in a state that their state machine does not have",
            sql: """
                SELECT id FROM minutes WHERE state NOT IN (
                    SELECT from_state FROM state_transitions WHERE machine = 'minutes'
                    UNION SELECT to_state FROM state_transitions WHERE machine = 'minutes')
                """),
        Check(
            "minutes-text", "Minutes have neither a text nor a report that holds them",
            sql: "SELECT id FROM minutes WHERE text IS NULL AND report_id IS NULL"),
        Check(
            "one-set-of-minutes",
            "Meetings have more than one set of minutes, or one set has two corrections",
            sql: """
                SELECT 'minutes ' || group_concat(id, ' and ') FROM minutes
                GROUP BY meeting_id, corrects_id HAVING count(*) > 1
                """),
        Check(
            "minutes-corrected", "Minutes correct what is not confirmed, or the minutes of another meeting",
            sql: """
                SELECT id FROM minutes AS record WHERE corrects_id IS NOT NULL AND (corrects_id = id OR NOT EXISTS (
                    SELECT 1 FROM minutes WHERE id = record.corrects_id AND state = 'confirmed'
                        AND meeting_id = record.meeting_id))
                """),
        Check(
            "minutes-confirmed",
            "Minutes are confirmed at no meeting, or at one that is not later, not held, or of another panel",
            sql: """
                SELECT id FROM misconfirmed_minutes UNION SELECT id FROM minutes
                WHERE (state = 'confirmed' AND confirmed_at_meeting_id IS NULL)
                    OR (state NOT IN ('presented', 'confirmed') AND confirmed_at_meeting_id IS NOT NULL)
                """),
        Check(
            "closed-meetings",
            "Meetings are closed without confirmed minutes or a reason why there never will be",
            sql: """
                SELECT id FROM meetings WHERE state = 'closed' AND state_reason IS NULL AND NOT EXISTS (
                    SELECT 1 FROM minutes WHERE meeting_id = meetings.id AND state = 'confirmed')
                """),
    ]
}
