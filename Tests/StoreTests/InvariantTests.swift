import Domain
import Store
import Testing

/// The rules that the database itself holds, each attacked through raw SQL.
@Suite("Invariants in the database")
struct InvariantTests {
    private static let observation =
        "INSERT INTO observations (indicator_id, area_id, period_kind, period_start, period_end, value, value_state, "
        + "publication_state, revision, reason, created_at, updated_at, origin) VALUES "
    private static let figure =
        "INSERT INTO figures (report_id, page, page_from, page_to, name, unit, value, value_text, value_state, period_kind, "
        + "period_start, period_end, confidence, created_at, updated_at, origin) VALUES "
    private static let comparator =
        "INSERT INTO figure_comparators (figure_id, position, area_id, value, value_text, period_kind, period_start, "
        + "period_end) VALUES "
    private static let previous =
        "INSERT INTO figures (report_id, name, value_state, confidence, unit, previous_value, previous_value_text, "
        + "previous_period_kind, previous_period_start, previous_period_end, created_at, updated_at, origin) "
        + "VALUES (1, 'M', 'not_extracted', 'high', "
    private static let seat =
        "INSERT INTO seats (panel_id, position, kind, person_id, is_chair, is_vice_chair, created_at, updated_at, origin) VALUES "
    private static let report =
        "INSERT INTO reports (meeting_id, agenda_item_id, kind, title, state, background_papers, licence, access, "
        + "exempt_paragraphs, public_interest_statement, confidential_reason, created_at, updated_at, origin) VALUES "
    private static let tail = ", 't', 't', 'import')"

    /// What must fail, and the rule it must fail by: a constraint's name, a trigger's code, or the columns.
    static let attacks: [(rule: String, sql: String)] = [
        // 2.2.1 foreign keys
        ("", "DELETE FROM panels WHERE id = 1"), ("", "DELETE FROM meetings WHERE id = 1"),
        ("", "UPDATE seats SET person_id = 99 WHERE id = 1"),
        ("", "UPDATE reports SET meeting_id = 2 WHERE id = 1"),
        // 2.2.2 chairs and vacant seats
        ("seats.panel_id", seat + "(1, 3, 'councillor', 2, 1, 0" + tail),
        ("vacant_seat_has_no_office", "UPDATE seats SET is_vice_chair = 1 WHERE id = 2"),
        ("seats.panel_id, seats.person_id", seat + "(1, 3, 'councillor', 1, 0, 0" + tail),
        ("seat_needs_education", seat + "(2, 1, 'church_rep_rc', 2, 0, 0" + tail),
        ("seat_needs_education", "UPDATE panels SET covers_education = 0 WHERE id = 1"),
        // 2.2.3 executive members
        ("executive_member_in_seat", seat + "(1, 3, 'councillor', 3, 0, 0" + tail),
        ("executive_member_in_seat", "UPDATE seats SET person_id = 3 WHERE id = 1"),
        ("executive_member_in_seat", "UPDATE people SET is_executive_member = 1 WHERE id = 1"),
        // 2.2.4 and 2.2.5 agenda items
        (
            "agenda_items.meeting_id, agenda_items.position",
            "UPDATE agenda_items SET position = 5 WHERE id = 2"
        ),
        ("item_pages_overlap", "UPDATE agenda_items SET page_from = 38 WHERE id = 2"),
        ("item_page_range", "UPDATE agenda_items SET page_from = 60 WHERE id = 2"),
        ("item_page_range", "UPDATE agenda_items SET page_to = NULL WHERE id = 2"),
        // 2.2.6 exempt and confidential papers
        ("exempt_reason_missing", "UPDATE reports SET access = 'exempt' WHERE id = 1"),
        (
            "exempt_reason_missing",
            report + "(1, 1, 'report', 'E', 'received', 'none', 'unknown', 'exempt', '[1]', NULL, NULL" + tail
        ),
        (
            "exempt_paragraph_unknown",
            report + "(1, 1, 'report', 'E', 'received', 'none', 'unknown', 'exempt', '[8]', 'W', NULL" + tail
        ),
        ("confidential_reason_missing", "UPDATE reports SET access = 'confidential' WHERE id = 1"),
        (
            "exempt_reason_without_exemption",
            "UPDATE reports SET public_interest_statement = 'W' WHERE id = 1"
        ),
        // 2.2.7 what is published or printed is frozen
        ("published_is_frozen", "UPDATE reports SET title = 'T' WHERE id = 2"),
        ("published_is_frozen", "DELETE FROM reports WHERE id = 2"),
        ("published_is_frozen", "UPDATE report_pages SET text = 'T' WHERE report_id = 2"),
        ("published_is_frozen", "DELETE FROM report_pages WHERE report_id = 2"),
        ("published_is_frozen", "UPDATE figures SET value = '35.0' WHERE id = 1"),
        ("published_is_frozen", "DELETE FROM figures WHERE id = 1"),
        ("published_is_frozen", "UPDATE figures SET id = 9, indicator_id = 1"),
        ("published_is_frozen", "UPDATE figures SET indicator_id = 1, note = 'n' WHERE id = 1"),
        ("", "UPDATE figures SET indicator_id = 99 WHERE id = 1"),
        ("published_is_frozen", "UPDATE figure_comparators SET value = '6'"),
        ("published_is_frozen", "DELETE FROM figure_comparators"),
        ("published_is_frozen", "UPDATE action_events SET note = 'n'"),
        ("published_is_frozen", "DELETE FROM action_events"),
        ("published_is_frozen", "UPDATE observations SET value = '35.0' WHERE id = 1"),
        // 2.2.8 values and their states
        ("value_only_when_stated", "UPDATE observations SET value_state = 'suppressed' WHERE id = 2"),
        ("value_only_when_stated", "UPDATE observations SET value = NULL WHERE id = 2"),
        (
            "figure_value_only_when_stated",
            figure + "(1, 1, 1, 1, 'M', 'count', NULL, '-', 'actual', NULL, NULL, NULL, 'high'" + tail
        ),
        (
            "value_only_when_stated",
            observation
                + "(2, 1, 'as_at', '2018-04-30', '2018-04-30', '3', 'rounds_to_zero', 'final', 1, NULL"
                + tail
        ),
        (
            "figure_value_only_when_stated",
            figure + "(1, 1, 1, 1, 'M', 'count', '3', '3', 'suppressed', NULL, NULL, NULL, 'high'" + tail
        ),
        ("figure_comparators.value", comparator + "(1, 2, 1, NULL, '-', NULL, NULL, NULL)"),
        // 2.2.9 units
        (
            "value_outside_unit",
            observation + "(1, 1, 'as_at', '2018-04-30', '2018-04-30', '100.1', 'actual', 'final', 1, NULL"
                + tail
        ),
        (
            "value_outside_unit",
            observation + "(2, 1, 'as_at', '2018-04-30', '2018-04-30', '1.5', 'actual', 'final', 1, NULL"
                + tail
        ),
        ("value_outside_unit", "UPDATE observations SET value = '-1' WHERE id = 2"),
        (
            "figure_value_outside_unit",
            figure + "(1, 1, 1, 1, 'M', 'percent', '101', '101', 'actual', NULL, NULL, NULL, 'high'" + tail
        ),
        (
            "value_outside_unit",
            previous + "'percent', '101', '101', NULL, NULL, NULL" + tail
        ),
        ("value_outside_unit", previous + "'visits', '1.5', '1.5', NULL, NULL, NULL" + tail),
        ("value_outside_unit", previous + "'rank', '0', '0', NULL, NULL, NULL" + tail),
        ("value_outside_unit", comparator + "(1, 2, 1, '-1', '-1', NULL, NULL, NULL)"),
        ("observation_denominator", "UPDATE observations SET denominator = '0' WHERE id = 2"),
        ("observation_value", "UPDATE observations SET value = '5x' WHERE id = 2"),
        ("unit_in_use", "UPDATE indicators SET unit = 'count' WHERE id = 1"),
        // 2.2.10 shapes of periods
        (
            "period_shape",
            observation + "(2, 1, 'month', '2018-03-01', '2018-03-30', '1', 'actual', 'final', 1, NULL" + tail
        ),
        (
            "period_shape",
            observation + "(2, 1, 'quarter', '2018-02-01', '2018-04-30', '1', 'actual', 'final', 1, NULL"
                + tail
        ),
        (
            "period_shape",
            observation
                + "(2, 1, 'financial_year', '2018-01-01', '2018-12-31', '1', 'actual', 'final', 1, NULL"
                + tail
        ),
        (
            "period_shape",
            observation
                + "(2, 1, 'academic_year', '2018-09-01', '2019-07-31', '1', 'actual', 'final', 1, NULL" + tail
        ),
        (
            "period_shape",
            observation + "(2, 1, 'as_at', '2018-03-01', '2018-03-31', '1', 'actual', 'final', 1, NULL" + tail
        ),
        (
            "period_shape",
            observation + "(2, 1, 'rolling_12m', '2018-03-01', '2019-03-01', '1', 'actual', 'final', 1, NULL"
                + tail
        ),
        (
            "period_shape",
            observation + "(2, 1, 'fortnight', '2018-03-01', '2018-03-14', '1', 'actual', 'final', 1, NULL"
                + tail
        ),
        (
            "period_dates",
            observation + "(2, 1, 'custom', '2018-02-30', '2018-03-31', '1', 'actual', 'final', 1, NULL"
                + tail
        ),
        (
            "figure_period",
            figure
                + "(1, 1, 1, 1, 'M', 'count', '1', '1', 'actual', 'month', '2018-03-02', '2018-03-31', 'high'"
                + tail
        ),
        (
            "figure_page_range",
            figure + "(1, 2, 1, 3, 'M', 'count', '1', '1', 'actual', NULL, NULL, NULL, 'high'" + tail
        ),
        (
            "period_shape",
            observation
                + "(2, 1, 'calendar_year', '2018-04-01', '2019-03-31', '1', 'actual', 'final', 1, NULL" + tail
        ),
        ("period_shape", "UPDATE observations SET period_kind = 'month' WHERE id = 2"),
        ("period_dates", "UPDATE observations SET period_start = '2018-04-01' WHERE id = 2"),
        ("period_shape", previous + "'count', '1', '1', 'month', '2018-03-02', '2018-03-31'" + tail),
        ("period_shape", previous + "'count', '1', '1', 'month', '2018-03-01', NULL" + tail),
        (
            "period_shape",
            previous + "'count', '1', '1', 'financial_year', '2018-01-01', '2018-12-31'" + tail
        ),
        ("period_shape", comparator + "(1, 2, 1, '1', '1', 'as_at', '2018-03-01', '2018-03-31')"),
        ("period_shape", comparator + "(1, 2, 1, '1', '1', 'fortnight', '2018-03-01', '2018-03-14')"),
        ("period_shape", comparator + "(1, 2, 1, '1', '1', 'custom', '2018-03-31', '2018-03-01')"),
        // 2.2.11 revisions
        (
            "observation_exists",
            observation + "(2, 1, 'as_at', '2018-03-31', '2018-03-31', '6', 'actual', 'revised', 2, 'W'"
                + tail
        ),
        (
            "invalid_transition",
            "UPDATE observations SET revision = 2, publication_state = 'revised', reason = 'W' WHERE id = 2"
        ),
        (
            "index 'observations_by_revision'",
            "UPDATE observations SET indicator_id = 1 WHERE id = 2"
        ),
        (
            "revision_gap",
            observation + "(1, 1, 'as_at', '2018-03-31', '2018-03-31', '35.0', 'actual', 'revised', 3, 'W'"
                + tail
        ),
        (
            "revision_gap",
            observation + "(1, 1, 'as_at', '2018-03-31', '2018-03-31', '35.0', 'actual', 'final', 1, NULL"
                + tail
        ),
        (
            "revision_needs_reason",
            observation + "(1, 1, 'as_at', '2018-03-31', '2018-03-31', '35.0', 'actual', 'revised', 2, NULL"
                + tail
        ),
        (
            "revised_has_number",
            observation + "(1, 1, 'as_at', '2018-03-31', '2018-03-31', '35.0', 'actual', 'final', 2, 'W'"
                + tail
        ),
        // 2.2.15 actions
        ("open_action_needs_owner", "UPDATE actions SET state = 'open' WHERE id = 1"),
        ("due_date_missing", "UPDATE actions SET due_kind = 'date' WHERE id = 1"),
        ("due_kind_mismatch", "UPDATE actions SET due_kind = 'none', due_on = '2018-01-01' WHERE id = 1"),
        // 2.1 state machines
        ("invalid_transition", "UPDATE meetings SET state = 'closed' WHERE id = 1"),
        ("invalid_transition", "UPDATE reports SET state = 'to_follow' WHERE id = 1"),
        (
            "invalid_transition",
            "UPDATE actions SET state = 'closed', owner_role = 'C', due_kind = 'none' WHERE id = 1"
        ),
        // keys
        ("panel_slug", "UPDATE panels SET slug = '1p' WHERE id = 1"),
        ("indicator_code", "UPDATE indicators SET code = 'A b' WHERE id = 1"),
        ("panels.name", "UPDATE panels SET name = 'Q' WHERE id = 1"),
        (
            "meetings.panel_id, meetings.starts_at",
            "INSERT INTO meetings (panel_id, starts_at, starts_at_local, starts_on, mode, kind, state"
                + ", created_at, updated_at, origin) "
                + "VALUES (1, '2018-09-14T13:00:00Z', '2018-09-14T14:00:00+01:00', '2018-09-14', 'hybrid', 'ordinary', 'planned'"
                + tail
        ),
    ]

    @Test("raw SQL cannot break it", arguments: attacks)
    func attack(rule: String, sql: String) throws {
        try TestDatabase.attack(rule, sql)
    }

    @Test(
        "what the rules allow goes through",
        arguments: [
            "UPDATE figures SET indicator_id = 1 WHERE id = 1",
            "UPDATE figures SET indicator_id = 1, value = value, note = note WHERE id = 1",
            "UPDATE reports SET state = 'withdrawn' WHERE id = 2",
            "UPDATE reports SET access = 'exempt', exempt_paragraphs = '[1,7]', public_interest_statement = 'W' WHERE id = 1",
            "UPDATE actions SET state = 'open', owner_role = 'C', due_kind = 'none' WHERE id = 1",
            "UPDATE observations SET value = '0' WHERE id = 2",
            "UPDATE seats SET held_to = '2019-01-01' WHERE id = 1",
            "UPDATE agenda_items SET page_from = 40 WHERE id = 2",
        ])
    func allowed(sql: String) throws {
        try TestDatabase().connection.execute(sql)
    }

    @Test(
        "the state machines of the domain are those of the database",
        arguments: [
            StateMachine.meeting, .report, .action, .recommendation, .minutes, .importBatch, .observation,
        ])
    func stateMachines(machine: StateMachine) throws {
        var steps: Set<String> = []
        try TestDatabase().connection.run(
            "SELECT from_state, to_state, needs_reason FROM state_transitions WHERE machine = ?",
            [.text(machine.name)]
        ) { row in
            steps.insert("\(row.text(0) ?? "")>\(row.text(1) ?? "")>\(row.integer(2) == 1)")
        }
        #expect(steps == Set(machine.transitions.map { "\($0.from)>\($0.to)>\($0.needsReason)" }))
        #expect(Set(machine.transitions.flatMap { [$0.from, $0.to] }).isSubset(of: machine.states))
    }

    @Test("ids are never used again")
    func idsNotReused() throws {
        let connection = try TestDatabase().connection
        try connection.execute("DELETE FROM people WHERE id = 3")
        try connection.execute(
            "INSERT INTO people (name, sort_name, created_at, updated_at, origin) VALUES ('Y', 'Y', 't', 't', 'import')"
        )
        #expect(connection.lastInsertedID == 4)
    }
}
