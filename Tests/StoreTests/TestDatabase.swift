import Domain
import Foundation
import Store
import TestSupport
import Testing

/// A migrated database in a file of its own, with one of everything.
struct TestDatabase {
    let folder: TemporaryFolder
    let path: String
    let connection: Connection

    init(filled: Bool = true) throws {
        folder = try TemporaryFolder()
        path = folder.path("d.sqlite")
        connection = try Connection(path: path, mode: .readWrite)
        _ = try Migrator().migrate(connection)
        if filled { try connection.execute(Self.records + Self.meetingRecord + Self.definitions) }
    }

    /// Panel 1 covers education, panel 2 does not; report 1 is received, 2 published; action 1 proposed, 2 open.
    static let records = """
        INSERT INTO panels (slug, name, kind, council, covers_education, created_at, updated_at, origin) VALUES
            ('p', 'P', 'other', 'C', 1, 't', 't', 'import'), ('q', 'Q', 'other', 'C', 0, 't', 't', 'import');
        INSERT INTO people (name, sort_name, is_executive_member, created_at, updated_at, origin) VALUES
            ('A', 'A', 0, 't', 't', 'import'), ('B', 'B', 0, 't', 't', 'import'), ('X', 'X', 1, 't', 't', 'import');
        INSERT INTO seats (panel_id, position, kind, person_id, is_chair, created_at, updated_at, origin)
            VALUES (1, 1, 'councillor', 1, 1, 't', 't', 'import'), (1, 2, 'parent_governor_rep', NULL, 0, 't', 't', 'import');
        INSERT INTO meetings (panel_id, starts_at, starts_at_local, starts_on, mode, kind, state, created_at, updated_at, origin)
            VALUES (1, '2018-09-14T13:00:00Z', '2018-09-14T14:00:00+01:00', '2018-09-14', 'in_person', 'ordinary', 'planned',
                't', 't', 'import'),
            (2, '2018-09-14T13:00:00Z', '2018-09-14T14:00:00+01:00', '2018-09-14', 'in_person', 'ordinary', 'planned',
                't', 't', 'import');
        INSERT INTO agenda_items (meeting_id, printed_number, position, title, page_from, page_to, created_at, updated_at, origin)
            VALUES (1, '5', 5, 'T', 1, 38, 't', 't', 'import'), (1, '6', 6, 'U', 39, 48, 't', 't', 'import');
        INSERT INTO reports (meeting_id, agenda_item_id, kind, title, state, background_papers, licence, access, created_at,
            updated_at, origin) VALUES
            (1, 1, 'report', 'R', 'received', 'none', 'unknown', 'public', 't', 't', 'import'),
            (1, 1, 'report', 'S', 'received', 'none', 'unknown', 'public', 't', 't', 'import');
        INSERT INTO report_pages (report_id, page_from, page_to, text_kind, text, created_at, updated_at, origin) VALUES
            (1, 1, 1, 'full', 'Children were fostered privately.', 't', 't', 'import'),
            (2, 2, 2, 'full', 'Neglect and thresholds.', 't', 't', 'import');
        INSERT INTO terms (report_id, term, folded_term, has_look_alikes, meaning, created_at, updated_at, origin)
            VALUES (1, 'CIN', 'cin', 0, 'Children in need', 't', 't', 'import');
        UPDATE reports SET state = 'published' WHERE id = 2;
        INSERT INTO areas (code, name, kind, created_at, updated_at, origin) VALUES ('a', 'A', 'county', 't', 't', 'import');
        INSERT INTO indicators (code, name, unit, polarity, created_at, updated_at, origin) VALUES
            ('share', 'Share', 'percent', 'none', 't', 't', 'import'), ('number', 'Number', 'count', 'none', 't', 't', 'import');
        INSERT INTO observations (indicator_id, area_id, period_kind, period_start, period_end, value, value_state,
            publication_state, revision, created_at, updated_at, origin)
            VALUES (1, 1, 'as_at', '2018-03-31', '2018-03-31', '34.0', 'actual', 'final', 1, 't', 't', 'import'),
            (2, 1, 'as_at', '2018-03-31', '2018-03-31', '5', 'actual', 'provisional', 1, 't', 't', 'import');
        INSERT INTO figures (report_id, name, unit, value, value_text, value_state, confidence, created_at, updated_at, origin)
            VALUES (1, 'N', 'percent', '34.0', '34.0', 'actual', 'high', 't', 't', 'import');
        INSERT INTO figure_comparators (figure_id, position, area_id, value, value_text) VALUES (1, 1, 1, '5', '5');
        INSERT INTO actions (panel_id, kind, text, state, created_at, updated_at, origin)
            VALUES (1, 'letter', 'W', 'proposed', 't', 't', 'import');
        INSERT INTO actions (panel_id, kind, text, owner_role, due_kind, state, created_at, updated_at, origin)
            VALUES (1, 'visit', 'V', 'C', 'none', 'open', 't', 't', 'import');
        INSERT INTO action_events (action_id, from_state, to_state, actor, occurred_at)
            VALUES (2, 'proposed', 'open', 'c', 't');
        """

    /// What later migrations added. Of meeting 1: member 1 sent apologies, person 2 stands in.
    static let meetingRecord = """
        INSERT INTO attendance (meeting_id, person_id, seat_id, role, status, substitute_for_id, created_at, updated_at, origin)
            VALUES (1, 1, 1, 'member', 'apologies', NULL, 't', 't', 'import'),
            (1, 2, NULL, 'substitute', 'present', 1, 't', 't', 'import');
        INSERT INTO declarations (meeting_id, agenda_item_id, kind, person_id, interest_type, nature, is_sensitive, created_at,
            updated_at, origin)
            VALUES (1, 1, 'interest', 1, 'dpi', 'N', 0, 't', 't', 'officer'),
            (1, NULL, 'whip', 1, NULL, NULL, 0, 't', 't', 'import');
        INSERT INTO decisions (meeting_id, agenda_item_id, kind, text, mover_id, votes_for, votes_against, created_at,
            updated_at, origin) VALUES (1, 1, 'agreed', 'T', 2, 1, 0, 't', 't', 'import');
        INSERT INTO recommendations (panel_id, meeting_id, agenda_item_id, decision_id, municipal_year, ref, text, addressee,
            state, created_at, updated_at, origin) VALUES
            (1, 1, 1, 1, '2018-19', '1', 'T', 'Cabinet', 'drafted', 't', 't', 'import'),
            (1, NULL, NULL, NULL, '2018-19', '2', 'U', 'Cabinet', 'drafted', 't', 't', 'import');
        UPDATE recommendations SET state = 'agreed' WHERE id = 1;
        UPDATE recommendations SET state = 'sent', received_on = '2018-09-20' WHERE id = 1;
        INSERT INTO responses (recommendation_id, outcome, reasons, decided_by, decided_on, created_at, updated_at, origin)
            VALUES (1, 'noted', 'R', 'Cabinet', '2018-10-01', 't', 't', 'import');
        INSERT INTO named_votes (decision_id, person_id, vote, created_at, updated_at, origin)
            VALUES (1, 2, 'for', 't', 't', 'officer');
        INSERT INTO minutes (meeting_id, state, text, created_at, updated_at, origin)
            VALUES (1, 'draft', 'M', 't', 't', 'officer');
        INSERT INTO retention_rules (rule, months) VALUES ('contact-details', 24);
        """

    /// Gives a meeting what it needs to be published and held.
    static func ready(_ meeting: Int) -> String {
        """
        INSERT INTO reports (meeting_id, kind, title, state, background_papers, licence, access, created_at, updated_at, origin)
            VALUES (\(meeting), 'agenda_front_sheet', 'Agenda', 'received', 'none', 'unknown', 'public', 't', 't', 'officer');
        UPDATE meetings SET venue = 'V', presiding_person_id = 1 WHERE id = \(meeting);

        """
    }

    /// Runs what must fail, by the rule of that name; without a name, by a foreign key.
    static func attack(_ rule: String, _ sql: String) throws { try TestDatabase().attack(rule, sql) }

    /// The same on what this database holds.
    func attack(_ rule: String, _ sql: String) throws {
        do throws(StoreError) {
            try connection.execute(sql)
            Issue.record("The database let it pass: \(sql)")
        } catch {
            guard case .constraint(let violation) = error else {
                Issue.record("It failed, but by no rule: \(error)")
                return
            }
            #expect(violation.name == rule)
            if rule.isEmpty { #expect(violation.kind == .foreignKey) }
        }
    }

    /// Indicator 1 was defined anew on 1 April 2018; target 1 is of definition 2.
    static let definitions = """
        INSERT INTO indicator_versions (indicator_id, definition, valid_from, valid_to, created_at, updated_at, origin)
            VALUES (1, 'D', '2015-04-01', '2018-03-31', 't', 't', 'officer'),
            (1, 'E', '2018-04-01', NULL, 't', 't', 'officer');
        INSERT INTO targets (indicator_version_id, period_kind, period_start, period_end, value, tolerance_value,
            tolerance_kind, set_by, local_or_national, created_at, updated_at, origin)
            VALUES (2, 'financial_year', '2018-04-01', '2019-03-31', '40.0', '5', 'points', 'Cabinet', 'local', 't', 't',
                'officer');
        """
}
