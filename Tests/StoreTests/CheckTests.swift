import Foundation
import Store
import Testing

/// Each check against records that break its rule.
///
/// The tables are replaced by temporary copies, which hold no constraints and no triggers: the records come past the
/// rules as they would in a damaged file.
@Suite("Checks")
struct CheckTests {
    /// The check, how its rule is broken, and the record it must name.
    static let breaches: [(check: String, sql: String, found: [String])] = [
        (
            "one-active-name", "UPDATE panels SET name = 'P'",
            ["panels 1 and 2"]
        ),
        ("change-numbers", "DELETE FROM changes WHERE seq = 2", ["3"]),
        ("change-chain", "UPDATE changes SET before = '{}' WHERE seq = 17", ["17"]),
        ("one-chair", "UPDATE seats SET is_chair = 1", ["panel 1 in seats 1 and 2"]),
        ("one-seat-a-person", "UPDATE seats SET person_id = 1", ["person 1 in seats 1 and 2"]),
        ("seat-offices", "UPDATE seats SET is_vice_chair = 1", ["1", "2"]),
        ("education-seats", "UPDATE panels SET covers_education = 0", ["2"]),
        ("executive-members", "UPDATE people SET is_executive_member = 1", ["1"]),
        (
            "terms-of-office",
            "UPDATE seats SET held_from = '2019-01-01', held_to = '2018-01-01' WHERE id = 2;"
                + "UPDATE panels SET active_from = '2019-01-01', active_to = '2018-01-01' WHERE id = 1",
            ["panel 1", "seat 2"]
        ),
        ("meeting-states", "UPDATE meetings SET state = 'lost'", ["1", "2"]),
        ("meeting-times", "UPDATE meetings SET starts_at = '2018-09-14T14:00:00Z' WHERE id = 1", ["1"]),
        ("meeting-times", "UPDATE meetings SET starts_on = '2018-09-15' WHERE id = 2", ["2"]),
        ("one-meeting-a-moment", "UPDATE meetings SET panel_id = 1", ["meetings 1 and 2"]),
        ("item-places", "UPDATE agenda_items SET position = 5", ["items 1 and 2"]),
        ("item-places", "UPDATE agenda_items SET printed_number = '5'", ["items 1 and 2"]),
        ("item-places", "UPDATE agenda_items SET taken_position = 1", ["items 1 and 2"]),
        ("item-page-ranges", "UPDATE agenda_items SET page_to = NULL WHERE id = 2", ["2"]),
        ("item-page-ranges", "UPDATE agenda_items SET page_to = 1", ["2"]),
        ("item-pages", "UPDATE agenda_items SET page_from = 38 WHERE id = 2", ["items 1 and 2"]),
        ("attendance-names", "UPDATE attendance SET person_id = NULL WHERE id = 1", ["1"]),
        ("attendance-names", "UPDATE attendance SET role = 'public_speaker' WHERE id = 1", ["1"]),
        (
            "attendance-once", "UPDATE attendance SET person_id = 1, role = 'member'", ["attendance 1 and 2"]
        ),
        ("attendance-seats", "UPDATE seats SET panel_id = 2 WHERE id = 1", ["1"]),
        ("attendance-seats", "UPDATE attendance SET role = 'witness'", ["1"]),
        ("attendance-presence", "UPDATE attendance SET mode = 'remote'", ["1"]),
        (
            "attendance-presence",
            "UPDATE attendance SET arrived_at = '2018-09-14T14:00:00+01:00', left_at = '2018-09-14T13:30:00+01:00' WHERE id = 2",
            ["2"]
        ),
        ("substitutes", "UPDATE attendance SET substitute_for_id = NULL", ["2"]),
        ("substitutes", "UPDATE attendance SET substitute_for_id = 2 WHERE id = 2", ["2"]),
        ("substitutes", "UPDATE attendance SET status = 'present'", ["2"]),
        ("substitutes", "UPDATE attendance SET role = 'substitute', substitute_for_id = 3", ["1", "2"]),
        ("declaration-persons", "UPDATE declarations SET person_id = NULL", ["1", "2"]),
        ("declaration-persons", "UPDATE declarations SET withdrew = 1", ["2"]),
        ("declaration-natures", "UPDATE declarations SET origin = 'officer'", ["2"]),
        ("declaration-natures", "UPDATE declarations SET is_sensitive = 1 WHERE id = 1", ["1"]),
        ("declaration-natures", "UPDATE declarations SET nature = 'As recorded.'", ["1"]),
        ("whip-answers", "UPDATE meetings SET whip_answer = 'none_declared'", ["1"]),
        ("education-decisions", "UPDATE agenda_items SET education_matter = 0 WHERE id = 1", ["1"]),
        ("education-decisions", "UPDATE agenda_items SET education_decided_by = 'P' WHERE id = 2", ["2"]),
        ("decision-votes", "UPDATE decisions SET votes_against = NULL", ["1"]),
        ("decision-votes", "UPDATE decisions SET casting_vote = 'for'", ["1"]),
        ("decision-votes", "UPDATE decisions SET seconder_id = 2", ["1"]),
        ("decision-votes", "UPDATE decisions SET votes_abstain = -1", ["1"]),
        ("decision-voters", "UPDATE decisions SET votes_abstain = 1", ["1"]),
        ("named-votes", "UPDATE attendance SET mode = 'remote' WHERE id = 2", ["1"]),
        ("named-votes", "UPDATE named_votes SET person_id = 1", ["1"]),
        ("named-votes", "UPDATE seats SET kind = 'church_rep_rc' WHERE id = 1", ["1"]),
        ("named-vote-counts", "UPDATE named_votes SET vote = 'against'", ["1"]),
        (
            "named-once",
            "INSERT INTO named_votes (id, decision_id, person_id, vote) VALUES (2, 1, 2, 'for')",
            ["votes 1 and 2"]
        ),
        ("recommendation-states", "UPDATE recommendations SET state = 'lost' WHERE id = 2", ["2"]),
        ("recommendation-refs", "UPDATE recommendations SET ref = '1'", ["recommendations 1 and 2"]),
        (
            "recommendation-refs", "UPDATE recommendations SET municipal_year = '2018-20' WHERE id = 2",
            ["recommendation 2"]
        ),
        ("recommendation-meetings", "UPDATE recommendations SET state = 'agreed'", ["2"]),
        ("recommendation-meetings", "UPDATE recommendations SET agenda_item_id = 1", ["2"]),
        ("recommendation-meetings", "UPDATE recommendations SET panel_id = 2", ["1"]),
        ("recommendation-meetings", "UPDATE decisions SET meeting_id = 2", ["1"]),
        ("recommendation-days", "UPDATE recommendations SET received_on = '2018-09-13'", ["1"]),
        ("recommendation-days", "UPDATE recommendations SET notice_sent_on = '2018-09-21'", ["1"]),
        ("recommendations-followed", "UPDATE recommendations SET follows_id = 1 WHERE id = 2", ["2"]),
        ("recommendations-followed", "UPDATE recommendations SET follows_id = 2 WHERE id = 2", ["2"]),
        ("recommendations-answered", "UPDATE recommendations SET state = 'responded'", ["2"]),
        (
            "recommendations-answered", "UPDATE recommendations SET state = 'closed_rejected' WHERE id = 1",
            ["1"]
        ),
        ("responses-sent", "UPDATE recommendations SET state = 'withdrawn'", ["1"]),
        ("response-reasons", "UPDATE responses SET reasons = NULL", ["1"]),
        ("response-days", "UPDATE responses SET decided_on = '2018-09-19'", ["1"]),
        ("response-days", "UPDATE responses SET published_on = '2018-09-30'", ["1"]),
        ("minutes-states", "UPDATE minutes SET state = 'lost'", ["1"]),
        ("minutes-text", "UPDATE minutes SET text = NULL", ["1"]),
        (
            "one-set-of-minutes", "INSERT INTO minutes (id, meeting_id, state) VALUES (2, 1, 'draft')",
            ["minutes 1 and 2"]
        ),
        (
            "minutes-corrected",
            "INSERT INTO minutes (id, meeting_id, corrects_id, state) VALUES (2, 1, 1, 'draft')", ["2"]
        ),
        ("minutes-confirmed", "UPDATE minutes SET state = 'confirmed'", ["1"]),
        ("minutes-confirmed", "UPDATE minutes SET confirmed_at_meeting_id = 2", ["1"]),
        ("closed-meetings", "UPDATE meetings SET state = 'closed' WHERE id = 2", ["2"]),
        ("report-states", "UPDATE reports SET state = 'lost' WHERE id = 2", ["2"]),
        ("report-items", "UPDATE reports SET meeting_id = 2 WHERE id = 1", ["1"]),
        ("exempt-reasons", "UPDATE reports SET access = 'exempt'", ["1", "2"]),
        (
            "exempt-reasons", "UPDATE reports SET access = 'exempt', public_interest_statement = 'W'",
            ["1", "2"]
        ),
        ("exempt-paragraphs", "UPDATE reports SET exempt_paragraphs = '[1,8]' WHERE id = 1", ["1"]),
        ("public-reasons", "UPDATE reports SET public_interest_statement = 'W' WHERE id = 1", ["1"]),
        ("confidential-reasons", "UPDATE reports SET access = 'confidential' WHERE id = 1", ["1"]),
        ("confidential-reasons", "UPDATE reports SET confidential_reason = 'W' WHERE id = 2", ["2"]),
        (
            "report-page-ranges",
            "UPDATE reports SET page_from = 2 WHERE id = 1; UPDATE report_pages SET page_to = 0 WHERE id = 2",
            ["report 1", "report page 2"]
        ),
        ("observation-values", "UPDATE observations SET value = '5x' WHERE id = 2", ["2"]),
        ("observation-units", "UPDATE observations SET value = '100.1' WHERE id = 1", ["1"]),
        ("observation-units", "UPDATE observations SET value = '1.5' WHERE id = 2", ["2"]),
        ("observation-units", "UPDATE observations SET value = '-1' WHERE id = 2", ["2"]),
        ("observation-value-states", "UPDATE observations SET value = NULL WHERE id = 2", ["2"]),
        ("observation-value-states", "UPDATE observations SET value_state = 'suppressed'", ["1", "2"]),
        ("observation-denominators", "UPDATE observations SET denominator = '0' WHERE id = 2", ["2"]),
        ("observation-revisions", "UPDATE observations SET revision = 2 WHERE id = 1", ["observations 1"]),
        (
            "observation-revisions", "INSERT INTO observations SELECT * FROM observations WHERE id = 1",
            ["observations 1 and 1"]
        ),
        ("observation-reasons", "UPDATE observations SET publication_state = 'revised' WHERE id = 1", ["1"]),
        (
            "observation-reasons",
            "UPDATE observations SET publication_state = 'revised', revision = 2 WHERE id = 1", ["1"]
        ),
        ("observation-periods", "UPDATE observations SET period_kind = 'month' WHERE id = 1", ["1"]),
        ("observation-periods", "UPDATE observations SET period_start = '2018-03-32' WHERE id = 1", ["1"]),
        ("observation-periods", "UPDATE observations SET period_kind = 'fortnight' WHERE id = 2", ["2"]),
        ("figure-values", "UPDATE figures SET value = '34.'", ["1"]),
        ("figure-values", "UPDATE figures SET value_text = NULL", ["1"]),
        ("figure-units", "UPDATE figures SET value = '101'", ["1"]),
        ("figure-value-states", "UPDATE figures SET value = NULL", ["1"]),
        ("figure-pages", "UPDATE figures SET page = 3, page_from = 2, page_to = 3", ["1"]),
        ("figure-pages", "UPDATE figures SET page_from = 2", ["1"]),
        ("figure-periods", "UPDATE figures SET period_kind = 'month'", ["1"]),
        (
            "figure-periods",
            "UPDATE figures SET period_kind = 'month', period_start = '2018-03-02', period_end = '2018-03-31'",
            ["1"]
        ),
        (
            "one-definition-a-day", "UPDATE indicator_versions SET valid_to = '2018-04-01' WHERE id = 1",
            ["indicator versions 1 and 2"]
        ),
        (
            "one-definition-a-day", "UPDATE indicator_versions SET valid_from = '2014-04-01' WHERE id = 2",
            ["indicator versions 1 and 2"]
        ),
        ("version-dates", "UPDATE indicator_versions SET valid_to = '2015-03-31' WHERE id = 1", ["1"]),
        ("version-dates", "UPDATE indicator_versions SET valid_from = '2018-02-30' WHERE id = 2", ["2"]),
        ("version-dates", "UPDATE indicator_versions SET valid_to = 'soon' WHERE id = 2", ["2"]),
        ("target-versions", "UPDATE targets SET indicator_version_id = 1", ["1"]),
        ("target-versions", "UPDATE targets SET indicator_version_id = 99", ["1"]),
        ("target-versions", "UPDATE indicator_versions SET valid_to = '2019-03-30' WHERE id = 2", ["1"]),
        ("one-target-a-period", "INSERT INTO targets SELECT * FROM targets", ["targets 1 and 1"]),
        ("target-values", "UPDATE targets SET value = '4x'", ["1"]),
        ("target-values", "UPDATE targets SET tolerance_value = '-1'", ["1"]),
        ("target-tolerances", "UPDATE targets SET tolerance_kind = NULL", ["1"]),
        ("target-units", "UPDATE targets SET value = '101'", ["1"]),
        ("target-units", "UPDATE indicators SET unit = 'rank'; UPDATE targets SET value = '0'", ["1"]),
        ("target-periods", "UPDATE targets SET period_kind = 'month'", ["1"]),
        ("target-periods", "UPDATE targets SET period_end = '2019-03-32'", ["1"]),
        ("area-owners", "UPDATE areas SET model_year = 2018", ["1"]),
        ("action-states", "UPDATE actions SET state = 'lost' WHERE id = 1", ["1"]),
        ("action-owners", "UPDATE actions SET owner_role = NULL", ["2"]),
        ("action-due-dates", "UPDATE actions SET due_kind = 'date' WHERE id = 1", ["1"]),
        ("action-due-dates", "UPDATE actions SET due_on = '2018-01-01' WHERE id = 2", ["2"]),
        ("action-items", "UPDATE actions SET agenda_item_id = 1 WHERE id = 2", ["2"]),
        ("action-pages", "UPDATE actions SET page = 1 WHERE id = 2", ["2"]),
        ("action-steps", "UPDATE action_events SET to_state = 'closed'", ["1"]),
        (
            "action-histories",
            "INSERT INTO action_events SELECT 2, action_id, 'in_progress', 'cancelled', note, actor, occurred_at "
                + "FROM action_events",
            ["2"]
        ),
        ("action-last-steps", "UPDATE actions SET state = 'in_progress' WHERE id = 2", ["2"]),
        ("search-documents", "UPDATE report_pages SET text = 'Other.' WHERE id = 1", ["report-pages 1"]),
        ("search-documents", "DELETE FROM actions WHERE id = 1", ["actions 1"]),
        (
            "search-documents", "DELETE FROM search_documents WHERE collection = 'agenda-items'",
            ["agenda-items 1", "agenda-items 2"]
        ),
        ("search-index", "DELETE FROM search_documents WHERE id = 1", ["1"]),
    ]

    @Test("a record that breaks the rule is found and named", arguments: breaches)
    func breach(name: String, sql: String, found: [String]) throws {
        let connection = try TestDatabase().connection
        let check = try #require(Check.all.first { "\($0.name)" == name })
        #expect(Checkup.ask(check, of: connection).description == "\(name): ok")
        var tables: [String] = []
        try connection.run(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"
        ) { row in tables.append(row.text(0) ?? "") }
        for table in tables {
            try connection.execute("CREATE TEMP TABLE \(table) AS SELECT * FROM main.\(table)")
        }
        // What a view reads is found where the view is.
        var views: [String] = []
        try connection.run(
            "SELECT replace(sql, 'CREATE VIEW', 'CREATE TEMP VIEW') FROM main.sqlite_schema WHERE type = 'view'"
        ) {
            row in views.append(row.text(0) ?? "")
        }
        for view in views { try connection.execute(view) }
        try connection.execute(sql)
        let result = Checkup.ask(check, of: connection)
        #expect(result.problems == found)
        #expect(result.description == "\(name): \(check.sentence): \(found.joined(separator: ", "))")
    }

    @Test("every check has a name of its own and is tried on records that break it")
    func everyCheck() {
        let names = Check.all.map { "\($0.name)" }
        #expect(Set(names).count == names.count)
        #expect(Set(names) == Set(Self.breaches.map(\.check)))
    }

    @Test("a sound database passes all, also an empty one", arguments: [true, false])
    func sound(filled: Bool) throws {
        let database = try TestDatabase(filled: filled)
        let results = try Checkup.run(path: database.path)
        #expect(results.count == Check.all.count + 4)
        #expect(results.filter { !$0.isOK }.map(\.description) == [])
    }

    @Test("what came past the constraints, the references and the triggers is listed in one run")
    func several() throws {
        let database = try TestDatabase()
        try database.connection.execute(
            """
            PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
            UPDATE actions SET due_kind = 'date' WHERE id = 1;
            UPDATE actions SET due_kind = 'date' WHERE id = 2;
            UPDATE seats SET person_id = 99 WHERE id = 1;
            """)
        let wrong = try Checkup.run(path: database.path).filter { !$0.isOK }.map(\.description)
        #expect(wrong.count == 3)
        #expect(
            wrong.first == "integrity: CHECK constraint failed in actions; CHECK constraint failed in actions"
        )
        #expect(wrong.contains("foreign-keys: seats 1 refers to a record of people that is not there"))
        #expect(wrong.last?.hasSuffix(": 1, 2") == true)
    }

    @Test(
        "a schema that is not the program's is said so, and its rules are not asked",
        arguments: [
            ("DROP TRIGGER meetings_state", "schema: trigger meetings_state is missing"),
            ("DROP INDEX seats_one_current_chair", "schema: index seats_one_current_chair is missing"),
            ("ALTER TABLE areas ADD COLUMN more TEXT", "schema: table areas was changed"),
            (
                "DELETE FROM state_transitions WHERE machine = 'meeting' AND to_state = 'closed'",
                "schema: the step meeting held > closed is missing"
            ),
            (
                "INSERT INTO state_transitions VALUES ('action', 'closed', 'dismissed', 0)",
                "schema: the step action closed > dismissed is not the program's"
            ),
        ])
    func schema(sql: String, line: String) throws {
        let database = try TestDatabase()
        try database.connection.execute(sql)
        let results = try Checkup.run(path: database.path)
        #expect(results.map(\.description) == ["integrity: ok", "foreign-keys: ok", line])
    }
}
