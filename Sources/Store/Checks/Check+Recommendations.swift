extension Check {
    /// What panels asked for and what the executive answered (migrations/0011_meeting_record.sql).
    static let recommendations = [
        Check(
            "recommendation-states", "Recommendations are in a state that their state machine does not have",
            sql: """
                SELECT id FROM recommendations WHERE state NOT IN (
                    SELECT from_state FROM state_transitions WHERE machine = 'recommendation'
                    UNION SELECT to_state FROM state_transitions WHERE machine = 'recommendation')
                """),
        Check(
            "recommendation-refs",
            "Recommendations of a panel share a reference in one year, or name no such year",
            sql: """
                SELECT 'recommendations ' || group_concat(id, ' and ') FROM recommendations
                GROUP BY panel_id, municipal_year, ref HAVING count(*) > 1
                UNION ALL SELECT 'recommendation ' || id FROM recommendations
                WHERE municipal_year NOT GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]'
                    OR substr(municipal_year, 6) <> substr(CAST(substr(municipal_year, 1, 4) AS INTEGER) + 1, 3)
                """),
        Check(
            "recommendation-meetings",
            "Recommendations lack the meeting that agreed them, or it is one of another panel or of other business",
            sql: """
                SELECT record.id FROM recommendations AS record
                LEFT JOIN meetings ON meetings.id = record.meeting_id
                LEFT JOIN agenda_items AS item ON item.id = record.agenda_item_id
                LEFT JOIN decisions ON decisions.id = record.decision_id
                WHERE (record.meeting_id IS NULL AND (record.state <> 'drafted' OR record.agenda_item_id IS NOT NULL))
                    OR (meetings.panel_id <> record.panel_id AND meetings.kind <> 'joint')
                    OR (item.id IS NOT NULL AND item.meeting_id IS NOT record.meeting_id)
                    OR (decisions.id IS NOT NULL AND decisions.meeting_id IS NOT record.meeting_id)
                """),
        Check(
            "recommendation-days", "Recommendations were sent or received before they were agreed or sent",
            sql: """
                SELECT record.id FROM recommendations AS record
                LEFT JOIN meetings ON meetings.id = record.meeting_id
                WHERE record.received_on < record.notice_sent_on OR record.received_on < meetings.starts_on
                    OR record.notice_sent_on < meetings.starts_on
                """),
        Check(
            "recommendations-followed", "Recommendations take up again what was not rejected",
            sql: """
                SELECT id FROM recommendations AS record WHERE follows_id IS NOT NULL AND (follows_id = id
                    OR (SELECT state FROM recommendations WHERE id = record.follows_id)
                        NOT IN ('responded', 'closed_rejected')
                    OR NOT EXISTS (
                        SELECT 1 FROM responses WHERE recommendation_id = record.follows_id AND outcome = 'rejected'))
                """),
        Check(
            "recommendations-answered", "Recommendations went on without the response that they went on from",
            sql: """
                SELECT id FROM recommendations AS record
                WHERE state IN ('responded', 'monitoring', 'achieved', 'stopped', 'closed_rejected') AND NOT EXISTS (
                    SELECT 1 FROM responses WHERE recommendation_id = record.id
                        AND (record.state <> 'closed_rejected' OR outcome = 'rejected'))
                """),
        Check(
            "responses-sent", "Responses are to recommendations that were not sent, or were withdrawn",
            sql: """
                SELECT responses.id FROM responses
                JOIN recommendations ON recommendations.id = responses.recommendation_id
                WHERE state IN ('drafted', 'agreed', 'withdrawn')
                """),
        Check(
            "response-reasons", "Responses that do not accept have no reasons",
            sql: "SELECT id FROM responses WHERE outcome <> 'accepted' AND reasons IS NULL"),
        Check(
            "response-days",
            "Responses were decided before the receipt, published before that, or twice on a day",
            sql: """
                SELECT record.id FROM responses AS record
                JOIN recommendations ON recommendations.id = record.recommendation_id
                WHERE decided_on < received_on OR published_on < decided_on OR EXISTS (
                    SELECT 1 FROM responses AS other WHERE other.recommendation_id = record.recommendation_id
                        AND other.decided_on = record.decided_on AND other.id <> record.id)
                """),
    ]
}
