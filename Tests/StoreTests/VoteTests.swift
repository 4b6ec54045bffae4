import Domain
import Store
import Testing

/// Who may vote on what, derived and held by the database itself.
@Suite("Votes")
struct VoteTests {
    private static let intoVotes =
        "INSERT INTO named_votes (decision_id, person_id, vote, created_at, updated_at, origin) VALUES "
    private static let tail = ", 't', 't', 'officer')"
    /// Person 3 comes to meeting 1, in a seat of the kind.
    private static func member(_ kind: String, _ role: String = "coopted", _ more: String = "") -> String {
        """
        UPDATE people SET is_executive_member = 0; UPDATE decisions SET votes_for = NULL, votes_against = NULL;
        INSERT INTO seats (panel_id, position, kind, person_id, created_at, updated_at, origin)
            VALUES (1, 3, '\(kind)', 3, 't', 't', 'import');
        INSERT INTO attendance (meeting_id, person_id, role, status, created_at, updated_at, origin)
            VALUES (1, 3, '\(role)', 'present', 't', 't', 'import'); \(more);
        """
    }
    private static func education(_ matter: Int) -> String {
        "UPDATE agenda_items SET education_matter = \(matter), education_decided_by = 'Proper officer' WHERE id = 1"
    }

    static let cases: [(kind: String, more: String, answer: String)] = [
        ("councillor", "", "yes"), ("voting_coopted", "", "yes"), ("nonvoting_coopted", "", "no"),
        ("church_rep_cofe", "", "undetermined"), ("church_rep_rc", education(1), "yes"),
        ("church_rep_other", education(0), "no"), ("parent_governor_rep", education(1), "yes"),
        ("parent_governor_rep", education(0), "no"), ("councillor", education(0), "yes"),
        ("nonvoting_coopted", education(1), "no"),
        ("councillor", "UPDATE attendance SET status = 'absent' WHERE person_id = 3", "no"),
        ("councillor", "UPDATE attendance SET status = 'apologies' WHERE person_id = 3", "no"),
        (
            "councillor", "UPDATE attendance SET status = 'not_recorded' WHERE person_id = 3",
            "undetermined"
        ),
        ("councillor", "DELETE FROM attendance WHERE person_id = 3", "undetermined"),
        ("councillor", "UPDATE attendance SET role = 'other_member' WHERE person_id = 3", "no"),
        ("councillor", "UPDATE attendance SET role = 'executive_member' WHERE person_id = 3", "no"),
        ("councillor", "UPDATE attendance SET role = 'witness' WHERE person_id = 3", "no"),
        ("councillor", "UPDATE attendance SET item_from_id = 2 WHERE person_id = 3", "no"),
        ("councillor", "UPDATE attendance SET item_to_id = 1 WHERE person_id = 3", "yes"),
        // Item 6 was taken first, and then the person came.
        (
            "councillor",
            "UPDATE agenda_items SET taken_position = 7 - position; "
                + "UPDATE attendance SET item_from_id = 2 WHERE person_id = 3",
            "yes"
        ),
        // The seat had ended by then, and another is not known.
        ("voting_coopted", "UPDATE seats SET held_to = '2018-09-13' WHERE person_id = 3", "undetermined"),
        // A witness on this item has no vote on it in any other part; on another item that is no matter.
        ("councillor", witness(1), "no"), ("councillor", witness(2), "yes"),
        // From 7 May 2021 present means there (R16); remote meetings were lawful from 4 April 2020.
        ("councillor", remote("2018-09-14"), "no"), ("councillor", remote("2020-04-03"), "no"),
        ("councillor", remote("2020-04-04"), "yes"), ("councillor", remote("2020-07-17"), "yes"),
        ("councillor", remote("2021-05-06"), "yes"), ("councillor", remote("2021-05-07"), "no"),
        ("councillor", "UPDATE meetings SET mode = 'hybrid'", "yes"),
    ]

    @Test(
        "the kind of seat, the matter, the attendance and the day say who may vote",
        arguments: VoteTests.cases)
    func derived(kind: String, more: String, answer: String) throws {
        let connection = try TestDatabase().connection
        let role = kind == "councillor" ? "member" : "coopted"
        try connection.execute(
            "DELETE FROM named_votes; DELETE FROM responses; DELETE FROM recommendations;"
                + Self.member(kind, role, more))
        let found = try connection.text(
            "SELECT may_vote FROM may_vote WHERE agenda_item_id = 1 AND person_id = 3")
        #expect(found == answer)
        let rule = ["no": "vote_not_allowed", "undetermined": "vote_undetermined"][answer]
        do throws(StoreError) {
            try connection.execute(Self.intoVotes + "(1, 3, 'for'" + Self.tail)
            #expect(rule == nil)
        } catch {
            guard case .constraint(let violation) = error else { throw error }
            #expect(violation.name == rule)
        }
        // What old minutes say is kept as it is.
        try connection.execute(
            "DELETE FROM named_votes;" + Self.intoVotes + "(1, 3, 'for', 't', 't', 'import')")
    }

    private static func witness(_ item: Int) -> String {
        "INSERT INTO attendance (meeting_id, person_id, role, status, item_from_id, item_to_id, created_at, updated_at, "
            + "origin) VALUES (1, 3, 'witness', 'present', \(item), \(item), 't', 't', 'import')"
    }
    private static func remote(_ day: String) -> String {
        "UPDATE meetings SET starts_at = '\(day)T13:00:00Z', starts_at_local = '\(day)T14:00:00+01:00', "
            + "starts_on = '\(day)' WHERE id = 1; UPDATE meetings SET mode = 'remote' WHERE id = 1"
    }

    @Test("a substitute votes as the seat of the member replaced does")
    func substitute() throws {
        let connection = try TestDatabase().connection
        try connection.execute(
            "DELETE FROM named_votes; UPDATE seats SET kind = 'church_rep_rc' WHERE id = 1")
        #expect(
            try connection.text("SELECT reason FROM may_vote WHERE agenda_item_id = 1 AND person_id = 2")
                == "education_undecided")
    }

    /// Person 2 stands in for member 1 in a councillor's seat, and an officer recorded the vote.
    static let attacks: [(rule: String, sql: String)] = [
        ("vote_not_allowed", intoVotes + "(1, 1, 'abstain'" + tail),
        ("vote_undetermined", intoVotes + "(1, 3, 'abstain'" + tail),
        ("vote_not_allowed", "UPDATE named_votes SET person_id = 1"),
        ("named_votes.decision_id, named_votes.person_id", intoVotes + "(1, 2, 'for'" + tail),
        (
            "vote_undetermined",
            "INSERT INTO named_votes (decision_id, person_id, vote, created_at, updated_at, origin) "
                + "VALUES (1, 3, 'abstain', 't', 't', 'import'); UPDATE named_votes SET origin = 'officer'"
        ),
        (
            "vote_undetermined",
            "INSERT OR REPLACE INTO named_votes SELECT 1, 1, 3, 'for', 1, 't', 't', 'officer', "
                + "'[]', NULL, NULL, NULL"
        ),
        ("named_votes_exceed_counted", "UPDATE named_votes SET vote = 'against'"),
        ("named_votes_exceed_counted", "UPDATE decisions SET votes_for = 0, votes_against = 1"),
        ("vote_recorded", free + "UPDATE attendance SET status = 'not_recorded' WHERE id = 2"),
        ("vote_recorded", free + "UPDATE attendance SET status = 'absent' WHERE id = 2"),
        ("vote_recorded", free + "UPDATE attendance SET mode = 'remote' WHERE id = 2"),
        ("vote_recorded", free + "UPDATE attendance SET item_from_id = 2 WHERE id = 2"),
        ("vote_recorded", free + "UPDATE attendance SET person_id = 3 WHERE id = 2"),
        ("vote_recorded", free + "DELETE FROM attendance WHERE id = 2"),
        (
            "vote_recorded",
            "INSERT INTO attendance (meeting_id, person_id, role, status, created_at, updated_at, origin) "
                + "VALUES (1, 2, 'witness', 'present', 't', 't', 'import')"
        ),
        ("vote_recorded", "UPDATE seats SET kind = 'nonvoting_coopted' WHERE id = 1"),
        ("vote_recorded", "UPDATE seats SET kind = 'church_rep_cofe' WHERE id = 1"),
        (
            "vote_recorded",
            education(1) + "; UPDATE seats SET kind = 'church_rep_cofe' WHERE id = 1; "
                + "UPDATE agenda_items SET education_matter = 0 WHERE id = 1"
        ),
        (
            "vote_recorded",
            education(1) + "; UPDATE seats SET kind = 'church_rep_cofe' WHERE id = 1; "
                + "UPDATE agenda_items SET education_matter = NULL, education_decided_by = NULL WHERE id = 1"
        ),
        (
            "vote_recorded",
            education(1) + "; UPDATE seats SET kind = 'church_rep_cofe' WHERE id = 1; "
                + "UPDATE decisions SET agenda_item_id = 2"
        ),
        ("vote_recorded", free + "UPDATE meetings SET mode = 'remote' WHERE id = 1"),
        ("votes_exceed_voters", "UPDATE attendance SET mode = 'remote' WHERE id = 2"),
        ("education_needs_decider", "UPDATE agenda_items SET education_matter = 1 WHERE id = 1"),
        ("education_needs_decider", "UPDATE agenda_items SET education_decided_by = 'P' WHERE id = 1"),
        ("whip_answer_conflict", "UPDATE meetings SET whip_answer = 'none_declared' WHERE id = 1"),
        (
            "whip_answer_conflict",
            "UPDATE meetings SET whip_answer = 'none_declared' WHERE id = 2; "
                + "UPDATE declarations SET meeting_id = 2 WHERE id = 2"
        ),
        (
            "whip_answer_conflict",
            "UPDATE meetings SET whip_answer = 'none_declared' WHERE id = 2; "
                + "INSERT INTO declarations (meeting_id, kind, person_id, is_sensitive, created_at, updated_at, "
                + "origin) VALUES (2, 'whip', 1, 0, 't', 't', 'import')"
        ),
        ("substitute_not_allowed", noSubstitutes + "(1, 2, 'substitute', 'present', 1" + tail),
        (
            "substitute_not_allowed",
            noSubstitutes + "(1, 2, 'member', 'present', NULL" + tail
                + "; UPDATE attendance SET role = 'substitute', substitute_for_id = 1 WHERE person_id = 2"
        ),
        ("panel_succeeds_itself", "UPDATE panels SET successor_id = 1 WHERE id = 1"),
        ("", "DELETE FROM decisions WHERE id = 1"), ("", "DELETE FROM people WHERE id = 2"),
    ]

    @Test(
        "raw SQL cannot record a vote that was not allowed, or take from under one what it rests on",
        arguments: VoteTests.attacks)
    func holds(rule: String, sql: String) throws { try TestDatabase.attack(rule, sql) }

    /// Without a count, so that only the names are in the way.
    private static let free = "UPDATE decisions SET votes_for = NULL, votes_against = NULL; "
    private static let noSubstitutes =
        "DELETE FROM named_votes; UPDATE decisions SET votes_for = NULL, votes_against = NULL; "
        + "DELETE FROM attendance WHERE id = 2; UPDATE panels SET substitutes_allowed = 0; "
        + "INSERT INTO attendance (meeting_id, person_id, role, status, substitute_for_id, created_at, updated_at, "
        + "origin) VALUES "

    static let allowedCases: [String] = [
        noSubstitutes + "(1, 2, 'substitute', 'present', 1, 't', 't', 'import')",
        // The rule of today does not judge a substitute of before, and corrections go on.
        "UPDATE panels SET substitutes_allowed = 0; UPDATE attendance SET mode = 'in_person' WHERE id = 2",
        "UPDATE panels SET substitutes_allowed = 1; UPDATE panels SET successor_id = 2 WHERE id = 1",
        "UPDATE meetings SET whip_answer = 'declared' WHERE id = 1",
        "UPDATE meetings SET whip_answer = 'none_declared' WHERE id = 2",
        "DELETE FROM named_votes; UPDATE seats SET kind = 'nonvoting_coopted' WHERE id = 1",
        // Fewer names than votes.
        "UPDATE decisions SET votes_for = 1, votes_against = 0, votes_abstain = 0; DELETE FROM named_votes",
        free + "UPDATE named_votes SET vote = 'abstain'",
    ]

    @Test("what the rules allow goes through", arguments: VoteTests.allowedCases)
    func allowed(sql: String) throws { try TestDatabase().connection.execute(sql) }
}
