extension Check {
    /// Panels, people and seats (migrations/0002_panels.sql).
    static let panels = [
        Check(
            "one-active-name", "Panels that are active share a name",
            sql: """
                SELECT 'panels ' || group_concat(id, ' and ') FROM panels WHERE active_to IS NULL
                GROUP BY name HAVING count(*) > 1
                """),
        Check(
            "one-chair", "Panels have more than one chair now",
            sql: """
                SELECT 'panel ' || panel_id || ' in seats ' || group_concat(id, ' and ') FROM seats
                WHERE is_chair = 1 AND held_to IS NULL GROUP BY panel_id HAVING count(*) > 1
                """),
        Check(
            "one-seat-a-person", "People hold more than one seat of a panel now",
            sql: """
                SELECT 'person ' || person_id || ' in seats ' || group_concat(id, ' and ') FROM seats
                WHERE person_id IS NOT NULL AND held_to IS NULL GROUP BY panel_id, person_id HAVING count(*) > 1
                """),
        Check(
            "seat-offices", "Seats have an office although they are vacant, or have two",
            sql: """
                SELECT id FROM seats
                WHERE (person_id IS NULL AND (is_chair = 1 OR is_vice_chair = 1)) OR (is_chair = 1 AND is_vice_chair = 1)
                """),
        Check(
            "education-seats", "Seats for education belong to panels that do not cover it",
            sql: """
                SELECT seats.id FROM seats JOIN panels ON panels.id = seats.panel_id
                WHERE (seats.kind LIKE 'church_rep%' OR seats.kind = 'parent_governor_rep') AND panels.covers_education = 0
                """),
        Check(
            "executive-members", "Seats of scrutiny panels are held by members of the executive",
            sql: """
                SELECT seats.id FROM seats JOIN people ON people.id = seats.person_id
                WHERE people.is_executive_member = 1 AND seats.held_to IS NULL
                """),
        Check(
            "terms-of-office", "Panels or seats end before they begin",
            sql: """
                SELECT 'panel ' || id FROM panels WHERE active_from > active_to
                UNION ALL SELECT 'seat ' || id FROM seats WHERE held_from > held_to
                """),
    ]
}
