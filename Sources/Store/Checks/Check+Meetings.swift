extension Check {
    /// Meetings and their business (migrations/0003_meetings.sql).
    static let meetings = [
        Check(
            "meeting-states", "Meetings are in a state that their state machine does not have",
            sql: """
                SELECT id FROM meetings WHERE state NOT IN (
                    SELECT from_state FROM state_transitions WHERE machine = 'meeting'
                    UNION SELECT to_state FROM state_transitions WHERE machine = 'meeting')
                """),
        Check(
            "meeting-times",
            "Meetings begin at moments that differ between UTC and London, or on another day",
            sql: """
                SELECT id FROM meetings
                WHERE starts_at IS NOT strftime('%Y-%m-%dT%H:%M:%SZ', starts_at_local)
                    OR starts_on IS NOT substr(starts_at_local, 1, 10)
                """),
        Check(
            "one-meeting-a-moment", "Meetings of one panel begin at the same moment",
            sql: """
                SELECT 'meetings ' || group_concat(id, ' and ') FROM meetings
                GROUP BY panel_id, starts_at HAVING count(*) > 1
                """),
        Check(
            "item-places", "Agenda items of one meeting share a number or a place",
            sql: """
                SELECT 'items ' || item.id || ' and ' || other.id FROM agenda_items AS item
                JOIN agenda_items AS other ON other.meeting_id = item.meeting_id AND other.id > item.id
                WHERE other.position = item.position OR other.taken_position = item.taken_position
                    OR other.printed_number = item.printed_number
                """),
        Check(
            "item-page-ranges", "Agenda items have half a page range, or one that ends before it begins",
            sql: """
                SELECT id FROM agenda_items WHERE (page_from IS NULL) <> (page_to IS NULL) OR page_from > page_to
                """),
        Check(
            "item-pages", "Agenda items of one pack share a page",
            sql: """
                SELECT 'items ' || item.id || ' and ' || other.id FROM agenda_items AS item
                JOIN agenda_items AS other ON other.meeting_id = item.meeting_id AND other.id > item.id
                WHERE other.page_from <= item.page_to AND other.page_to >= item.page_from
                """),
    ]
}
