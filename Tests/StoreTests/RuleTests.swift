import Domain
import Store
import Testing

/// The rules between records, and the first states of new ones, each attacked through raw SQL.
@Suite("Rules between records")
struct RuleTests {
    private static let report =
        "INSERT INTO reports (meeting_id, parent_id, kind, title, state, background_papers, licence, access, page_from, "
        + "page_to, created_at, updated_at, origin) VALUES "
    private static let action =
        "INSERT INTO actions (panel_id, meeting_id, report_id, kind, text, state, owner_role, due_kind, created_at, "
        + "updated_at, origin) VALUES "
    private static let figure =
        "INSERT INTO figures (report_id, page, page_from, page_to, name, unit, value_state, confidence, created_at, "
        + "updated_at, origin) VALUES "
    private static let tail = ", 't', 't', 'officer')"
    private static let appendix =
        "\(report)(1, 1, 'appendix', 'A', 'received', 'none', 'unknown', 'public', 5, 9\(tail);"
    private static let batch =
        "INSERT INTO imports (received_at, caller, body_sha256, state, source_system, source_ref, created_count, "
        + "updated_count, unchanged_count, skipped_count, result_rows, warnings) "
        + "VALUES ('t', 'c', printf('%064d', 0), 'validated', 's', 'r', 0, 0, 0, 0, '[]', '[]');"
    private static let planned =
        "UPDATE reports SET kind = 'agenda_front_sheet' WHERE id = 1; UPDATE meetings SET venue = 'V' WHERE id = 1; "

    static let attacks: [(rule: String, sql: String)] = [
        // First states
        (
            "invalid_transition",
            "INSERT INTO meetings (panel_id, starts_at, starts_at_local, starts_on, mode, kind, state, created_at, updated_at,"
                + " origin) VALUES (1, '2019-09-14T13:00:00Z', '2019-09-14T14:00:00+01:00', '2019-09-14', 'hybrid', "
                + "'ordinary', 'published'\(tail)"
        ),
        (
            "invalid_transition",
            "\(report)(1, NULL, 'report', 'A', 'published', 'none', 'unknown', 'public', 5, 9\(tail)"
        ),
        ("invalid_transition", "\(action)(1, 1, NULL, 'letter', 'T', 'closed', 'O', 'none'\(tail)"),
        (
            "invalid_transition",
            "INSERT INTO recommendations (panel_id, municipal_year, ref, text, addressee, state, created_at, updated_at, "
                + "origin) VALUES (1, '2018-19', '9', 'T', 'C', 'agreed'\(tail)"
        ),
        // Reasons
        ("needs_reason", "UPDATE meetings SET state = 'cancelled' WHERE id = 1"),
        ("needs_reason", "UPDATE actions SET state = 'transferred' WHERE id = 2"),
        (
            "needs_reason",
            "\(report)(1, NULL, 'report', 'A', 'to_follow', 'none', 'unknown', 'public', 5, 9\(tail); "
                + "UPDATE reports SET state = 'cancelled' WHERE id = 3"
        ),
        // Imports, values, glossaries
        (
            "invalid_transition",
            "INSERT INTO imports (received_at, caller, body_sha256, state, source_system, source_ref, created_count, "
                + "updated_count, unchanged_count, skipped_count, result_rows, warnings) "
                + "VALUES ('t', 'c', printf('%064d', 0), 'applied', 's', 'r', 0, 0, 0, 0, '[]', '[]')"
        ),
        ("invalid_transition", "\(batch) UPDATE imports SET state = 'rolled_back'"),
        ("published_is_frozen", "\(batch) UPDATE imports SET caller = 'somebody else'"),
        ("published_is_frozen", "\(batch) DELETE FROM imports"),
        (
            "invalid_transition",
            "UPDATE observations SET publication_state = 'revised', reason = 'R' WHERE id = 2"
        ),
        (
            "published_is_frozen",
            "UPDATE reports SET state = 'published' WHERE id = 1; UPDATE terms SET meaning = 'M'"
        ),
        ("published_is_frozen", "UPDATE reports SET state = 'published' WHERE id = 1; DELETE FROM terms"),
        ("published_is_frozen", "UPDATE terms SET report_id = 2"),
        (
            "published_is_frozen",
            "INSERT INTO terms (report_id, term, folded_term, has_look_alikes, meaning, created_at, updated_at, origin) "
                + "VALUES (2, 'T', 't', 0, 'M'\(tail)"
        ),
        // What a meeting needs
        ("venue_missing", "UPDATE meetings SET state = 'published' WHERE id = 1"),
        ("agenda_missing", "UPDATE meetings SET venue = 'V', state = 'published' WHERE id = 1"),
        (
            "presiding_person_missing",
            planned
                + "UPDATE meetings SET state = 'published' WHERE id = 1; UPDATE meetings SET state = 'held' WHERE id = 1"
        ),
        // Appendices
        (
            "parent_of_other_meeting",
            "\(report)(2, 1, 'appendix', 'A', 'received', 'none', 'unknown', 'public', 5, 9\(tail)"
        ),
        (
            "parent_of_other_meeting",
            "\(appendix) UPDATE reports SET meeting_id = 2, agenda_item_id = NULL WHERE id = 3"
        ),
        (
            "parent_of_other_meeting",
            "\(appendix) UPDATE reports SET meeting_id = 2, agenda_item_id = NULL WHERE id = 1"
        ),
        ("parent_in_circle", "UPDATE reports SET parent_id = 1 WHERE id = 1"),
        ("parent_in_circle", "\(appendix) UPDATE reports SET parent_id = 3 WHERE id = 1"),
        // Actions
        ("meeting_of_other_panel", "\(action)(2, 1, NULL, 'letter', 'T', 'open', 'O', 'none'\(tail)"),
        ("meeting_of_other_panel", "UPDATE actions SET meeting_id = 2 WHERE id = 2"),
        ("report_of_other_panel", "\(action)(2, NULL, 1, 'letter', 'T', 'open', 'O', 'none'\(tail)"),
        ("report_of_other_panel", "UPDATE actions SET panel_id = 2, report_id = 1 WHERE id = 2"),
        (
            "meeting_of_other_panel",
            "UPDATE actions SET panel_id = 2, meeting_id = 2 WHERE id = 2; UPDATE meetings SET panel_id = 1, "
                + "starts_at = '2019-09-14T13:00:00Z', starts_at_local = '2019-09-14T14:00:00+01:00', "
                + "starts_on = '2019-09-14' WHERE id = 2"
        ),
        // Figures
        (
            "page_outside_report",
            "\(appendix) \(figure)(3, 10, 10, 10, 'M', 'count', 'not_extracted', 'high'\(tail)"
        ),
        (
            "page_outside_report",
            "\(appendix) \(figure)(3, NULL, 4, 6, 'M', 'count', 'not_extracted', 'high'\(tail)"
        ),
        (
            "page_outside_report",
            "\(appendix) \(figure)(3, 9, 9, 9, 'M', 'count', 'not_extracted', 'high'\(tail); "
                + "UPDATE reports SET page_to = 8 WHERE id = 3"
        ),
    ]

    @Test("raw SQL cannot break it", arguments: attacks)
    func attack(rule: String, sql: String) throws { try TestDatabase.attack(rule, sql) }

    @Test(
        "what the rules allow goes through",
        arguments: [
            planned + "UPDATE meetings SET state = 'published' WHERE id = 1; "
                + "UPDATE meetings SET presiding_person_id = 1, state = 'held' WHERE id = 1",
            "\(batch) UPDATE imports SET state = 'applied', result_rows = '[1]'; UPDATE imports SET state = 'rolled_back'",
            "UPDATE meetings SET state = 'cancelled', state_reason = 'R' WHERE id = 1",
            "UPDATE actions SET state = 'transferred', state_reason = 'R' WHERE id = 2",
            "\(appendix) \(figure)(3, 5, 5, 5, 'M', 'count', 'not_extracted', 'high'\(tail); "
                + "UPDATE reports SET page_from = 1, page_to = 20 WHERE id = 3",
            "\(action)(1, 1, 1, 'letter', 'T', 'open', 'O', 'none'\(tail)",
        ])
    func allowed(sql: String) throws { try TestDatabase().connection.execute(sql) }

    @Test(
        "new records begin in the states of the domain",
        arguments: [
            StateMachine.meeting, .report, .action, .recommendation, .minutes, .importBatch, .observation,
        ])
    func initialStates(machine: StateMachine) throws {
        var states: Set<String> = []
        try TestDatabase().connection.run(
            "SELECT state FROM initial_states WHERE machine = ?", [.text(machine.name)]
        ) { row in states.insert(row.text(0) ?? "") }
        #expect(states == Set(machine.initialStates))
        #expect(states.isSubset(of: machine.states))
    }
}
