extension Check {
    /// Actions and their histories (migrations/0006_actions.sql).
    static let actions = [
        Check(
            "action-panels", "Actions belong to another panel than their meeting or their report",
            sql: """
                SELECT actions.id FROM actions LEFT JOIN meetings ON meetings.id = actions.meeting_id
                LEFT JOIN reports ON reports.id = actions.report_id
                LEFT JOIN meetings AS printed ON printed.id = reports.meeting_id
                WHERE meetings.panel_id <> actions.panel_id OR printed.panel_id <> actions.panel_id
                """),
        Check(
            "action-states", "Actions are in a state that their state machine does not have",
            sql: """
                SELECT id FROM actions WHERE state NOT IN (
                    SELECT from_state FROM state_transitions WHERE machine = 'action'
                    UNION SELECT to_state FROM state_transitions WHERE machine = 'action')
                """),
        Check(
            "action-owners", "Actions were accepted without an owner or without saying when they are due",
            sql: """
                SELECT id FROM actions WHERE state NOT IN ('proposed', 'dismissed')
                    AND (owner_role IS NULL OR due_kind IS NULL)
                """),
        Check(
            "action-due-dates", "Actions lack the date they are due on, or have one that their kind does not",
            sql: """
                SELECT id FROM actions WHERE (due_kind = 'date' AND due_on IS NULL)
                    OR (due_on IS NOT NULL AND due_kind IS NOT 'date' AND due_kind IS NOT 'named_meeting')
                """),
        Check(
            "action-items",
            "Actions belong to an agenda item of another meeting, or to one without a meeting",
            sql: """
                SELECT actions.id FROM actions JOIN agenda_items ON agenda_items.id = actions.agenda_item_id
                WHERE agenda_items.meeting_id IS NOT actions.meeting_id
                """),
        Check(
            "action-pages",
            "Actions have half a page range, one that ends before it begins, or a page outside it",
            sql: """
                SELECT id FROM actions WHERE (page_from IS NULL) <> (page_to IS NULL) OR page_from > page_to
                    OR (page IS NOT NULL AND (page IS NOT page_from OR page IS NOT page_to))
                """),
        Check(
            "action-steps", "Steps in the history of an action are none of the state machine",
            sql: """
                SELECT id FROM action_events AS event WHERE NOT EXISTS (
                    SELECT 1 FROM state_transitions WHERE machine = 'action' AND from_state = event.from_state
                        AND to_state = event.to_state)
                """),
        Check(
            "action-histories", "Steps in the history of an action do not begin where the last one ended",
            sql: """
                SELECT id FROM (SELECT id, from_state,
                    lag(to_state) OVER (PARTITION BY action_id ORDER BY id) AS last_state FROM action_events)
                WHERE from_state <> last_state
                """),
        Check(
            "action-last-steps", "Actions are in another state than the one their history ends in",
            sql: """
                SELECT actions.id FROM actions JOIN action_events AS event ON event.id = (
                    SELECT max(id) FROM action_events WHERE action_id = actions.id)
                WHERE event.to_state <> actions.state
                """),
    ]
}
