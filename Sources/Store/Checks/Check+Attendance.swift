extension Check {
    /// Who was at a meeting and what was declared there (migrations/0011_meeting_record.sql).
    static let attendance = [
        Check(
            "attendance-names", "Attendance names a public speaker, or nobody where somebody is named",
            sql: """
                SELECT id FROM attendance WHERE (role = 'public_speaker' AND person_id IS NOT NULL)
                    OR (person_id IS NULL AND role <> 'public_speaker'
                        AND (role NOT IN ('officer', 'partner', 'witness') OR post IS NULL))
                """),
        Check(
            "attendance-once", "Attendance lists somebody twice in one role of a meeting",
            sql: """
                SELECT 'attendance ' || group_concat(id, ' and ') FROM attendance WHERE person_id IS NOT NULL
                GROUP BY meeting_id, person_id, role HAVING count(*) > 1
                """),
        Check(
            "attendance-seats",
            "Attendance is in a seat of another panel, or by somebody whose role has no seat",
            sql: """
                SELECT attendance.id FROM attendance JOIN seats ON seats.id = attendance.seat_id
                JOIN meetings ON meetings.id = attendance.meeting_id
                WHERE seats.panel_id <> meetings.panel_id OR role NOT IN ('member', 'substitute', 'coopted')
                """),
        Check(
            "attendance-presence",
            "Attendance tells how somebody was there who was not, or that they left before they came",
            sql: """
                SELECT id FROM attendance WHERE (status <> 'present'
                    AND coalesce(mode, arrived_at, left_at, item_from_id, item_to_id) IS NOT NULL)
                    OR julianday(arrived_at) > julianday(left_at)
                """),
        Check(
            "substitutes",
            "Substitutes replace nobody, themselves, a member who is present, or one who has another",
            sql: """
                SELECT id FROM attendance AS line
                WHERE (role = 'substitute') <> (substitute_for_id IS NOT NULL) OR substitute_for_id = person_id
                    OR EXISTS (SELECT 1 FROM attendance AS other WHERE other.meeting_id = line.meeting_id
                        AND other.id <> line.id AND (other.substitute_for_id = line.substitute_for_id
                            OR (other.person_id = line.substitute_for_id AND other.role IN ('member', 'coopted')
                                AND other.status = 'present')))
                """),
        Check(
            "declaration-persons", "Declarations lack the person or group, or say what their kind does not",
            sql: """
                SELECT id FROM declarations WHERE CASE kind
                    WHEN 'interest' THEN person_id IS NULL OR interest_type IS NULL OR political_group IS NOT NULL
                    ELSE coalesce(person_id, political_group) IS NULL OR interest_type IS NOT NULL OR is_sensitive = 1
                        OR withdrew IS NOT NULL END
                """),
        Check(
            "declaration-natures",
            "Declarations tell the nature of a sensitive interest, or an officer left it out",
            sql: """
                SELECT id FROM declarations WHERE (is_sensitive = 1 AND nature IS NOT NULL)
                    OR (origin = 'officer' AND (agenda_item_id IS NULL OR (is_sensitive = 0 AND (nature IS NULL
                        OR rtrim(lower(nature), '. ') IN ('as recorded', 'as registered')))))
                """),
        Check(
            "whip-answers", "Meetings say that no whip was declared, though one was",
            sql: """
                SELECT id FROM meetings WHERE whip_answer = 'none_declared'
                    AND EXISTS (SELECT 1 FROM declarations WHERE meeting_id = meetings.id AND kind = 'whip')
                """),
    ]
}
