import Store
import Testing

/// The rules of the record of a meeting that the database itself holds, each attacked through raw SQL.
@Suite("Invariants of the record of a meeting")
struct MeetingRecordTests {
    private static let intoAttendance =
        "INSERT INTO attendance (meeting_id, person_id, seat_id, role, post, status, substitute_for_id, item_from_id, "
        + "created_at, updated_at, origin) VALUES "
    private static let tail = ", 't', 't', 'import')"

    /// What must fail, and the rule it must fail by; without a name, a foreign key.
    static let attendanceAttacks: [(rule: String, sql: String)] = [
        ("attender_unnamed", intoAttendance + "(1, NULL, NULL, 'member', 'P', 'present', NULL, NULL" + tail),
        (
            "attender_unnamed",
            intoAttendance + "(1, NULL, NULL, 'officer', NULL, 'present', NULL, NULL" + tail
        ),
        (
            "speaker_is_unnamed",
            intoAttendance + "(1, 3, NULL, 'public_speaker', 'P', 'present', NULL, NULL" + tail
        ),
        (
            "substitute_needs_member",
            intoAttendance + "(1, 3, NULL, 'substitute', NULL, 'present', NULL, NULL" + tail
        ),
        ("substitute_needs_member", "UPDATE attendance SET role = 'member' WHERE id = 2"),
        ("substitute_for_self", "UPDATE attendance SET substitute_for_id = 2 WHERE id = 2"),
        (
            "attendance.substitute_for_id, attendance.meeting_id",
            intoAttendance + "(1, 3, NULL, 'substitute', NULL, 'present', 1, NULL" + tail
        ),
        (
            "attendance.meeting_id, attendance.person_id, attendance.role",
            intoAttendance + "(1, 1, NULL, 'member', NULL, 'absent', NULL, NULL" + tail
        ),
        ("member_is_present", "UPDATE attendance SET status = 'present' WHERE id = 1"),
        (
            "member_is_present",
            "UPDATE attendance SET role = 'coopted', person_id = 3 WHERE id = 1; "
                + intoAttendance + "(1, 1, NULL, 'member', NULL, 'present', NULL, NULL" + tail
        ),
        (
            "member_is_present",
            "DELETE FROM responses; DELETE FROM recommendations; DELETE FROM named_votes; DELETE FROM decisions; DELETE FROM attendance WHERE id = 2; UPDATE attendance SET status = 'present' WHERE id = 1; "
                + intoAttendance + "(1, 2, NULL, 'substitute', NULL, 'present', 1, NULL" + tail
        ),
        (
            "only_members_have_seats",
            intoAttendance + "(1, 3, 1, 'witness', 'P', 'present', NULL, NULL" + tail
        ),
        ("only_present_attend", "UPDATE attendance SET mode = 'remote' WHERE id = 1"),
        ("only_present_attend", "UPDATE attendance SET item_from_id = 1 WHERE id = 1"),
        (
            "attendance_range",
            "UPDATE attendance SET arrived_at = '2018-09-14T14:00:00+01:00', left_at = '2018-09-14T13:30:00+01:00' WHERE id = 2"
        ),
        ("seat_of_other_panel", intoAttendance + "(2, 1, 1, 'member', NULL, 'present', NULL, NULL" + tail),
        ("seat_of_other_panel", "UPDATE attendance SET meeting_id = 2 WHERE id = 1"),
        ("seat_of_other_panel", "UPDATE seats SET panel_id = 2 WHERE id = 1"),
        (
            "seat_of_other_panel",
            "DELETE FROM responses; DELETE FROM recommendations; UPDATE meetings SET panel_id = 2, starts_at = '2018-09-15T13:00:00Z' WHERE id = 1"
        ),
        ("", "UPDATE attendance SET person_id = 99 WHERE id = 1"), ("", "DELETE FROM people WHERE id = 2"),
        ("", intoAttendance + "(2, 3, NULL, 'other_member', NULL, 'present', NULL, 1" + tail),
    ]

    static let declarationAttacks: [(rule: String, sql: String)] = [
        ("interest_needs_person", "UPDATE declarations SET person_id = NULL WHERE id = 1"),
        ("interest_needs_person", "UPDATE declarations SET interest_type = NULL WHERE id = 1"),
        ("interest_needs_person", "UPDATE declarations SET political_group = 'G' WHERE id = 1"),
        ("whip_needs_person_or_group", "UPDATE declarations SET person_id = NULL WHERE id = 2"),
        ("whip_is_no_interest", "UPDATE declarations SET interest_type = 'dpi' WHERE id = 2"),
        ("whip_is_no_interest", "UPDATE declarations SET is_sensitive = 1 WHERE id = 2"),
        ("whip_is_no_interest", "UPDATE declarations SET withdrew = 0 WHERE id = 2"),
        ("sensitive_has_no_nature", "UPDATE declarations SET is_sensitive = 1 WHERE id = 1"),
        ("declaration_needs_item", "UPDATE declarations SET agenda_item_id = NULL WHERE id = 1"),
        ("declaration_needs_item", "UPDATE declarations SET origin = 'officer', nature = 'N' WHERE id = 2"),
        ("declaration_needs_nature", "UPDATE declarations SET nature = NULL WHERE id = 1"),
        ("declaration_needs_nature", "UPDATE declarations SET nature = 'As recorded.' WHERE id = 1"),
        ("", "UPDATE declarations SET meeting_id = 2 WHERE id = 1"),
        ("", "UPDATE declarations SET person_id = 99 WHERE id = 1"),
    ]

    @Test("raw SQL cannot break a declaration", arguments: MeetingRecordTests.declarationAttacks)
    func declarationHolds(rule: String, sql: String) throws { try TestDatabase.attack(rule, sql) }

    private static let intoDecisions =
        "INSERT INTO decisions (meeting_id, agenda_item_id, kind, text, votes_for, votes_against, votes_abstain, "
        + "casting_vote, created_at, updated_at, origin) VALUES "

    /// One voter is present, and decision 1 counts that vote.
    static let decisionAttacks: [(rule: String, sql: String)] = [
        ("votes_exceed_voters", intoDecisions + "(1, 1, 'agreed', 'T', 1, 1, NULL, NULL" + tail),
        ("votes_exceed_voters", intoDecisions + "(1, 1, 'agreed', 'T', 1, 0, 1, NULL" + tail),
        ("votes_exceed_voters", "UPDATE decisions SET votes_for = 2 WHERE id = 1"),
        ("votes_exceed_voters", "UPDATE attendance SET status = 'absent' WHERE id = 2"),
        (
            "votes_exceed_voters",
            "UPDATE attendance SET role = 'witness', substitute_for_id = NULL WHERE id = 2"
        ),
        ("votes_exceed_voters", "UPDATE attendance SET meeting_id = 2 WHERE id = 2"),
        ("votes_exceed_voters", "DELETE FROM attendance WHERE id = 2"),
        ("votes_incomplete", "UPDATE decisions SET votes_against = NULL WHERE id = 1"),
        ("votes_incomplete", intoDecisions + "(1, 1, 'agreed', 'T', NULL, NULL, 0, NULL" + tail),
        ("votes_for >= 0", "UPDATE decisions SET votes_for = -1 WHERE id = 1"),
        ("votes_against >= 0", "UPDATE decisions SET votes_against = -1 WHERE id = 1"),
        ("votes_abstain >= 0", "UPDATE decisions SET votes_abstain = -1 WHERE id = 1"),
        ("casting_vote_needs_tie", "UPDATE decisions SET casting_vote = 'for' WHERE id = 1"),
        ("casting_vote_needs_tie", intoDecisions + "(1, 1, 'agreed', 'T', NULL, NULL, NULL, 'for'" + tail),
        ("mover_is_seconder", "UPDATE decisions SET seconder_id = 2 WHERE id = 1"),
        (
            "decisions.agenda_item_id",
            intoDecisions + "(1, NULL, 'agreed', 'T', NULL, NULL, NULL, NULL" + tail
        ),
        ("", intoDecisions + "(2, 1, 'agreed', 'T', NULL, NULL, NULL, NULL" + tail),
        ("", "DELETE FROM agenda_items WHERE id = 1"),
    ]

    @Test("raw SQL cannot break a decision", arguments: MeetingRecordTests.decisionAttacks)
    func decisionHolds(rule: String, sql: String) throws { try TestDatabase.attack(rule, sql) }

    private static let intoRecommendations =
        "INSERT INTO recommendations (panel_id, meeting_id, decision_id, municipal_year, ref, text, addressee, state, "
        + "received_on, created_at, updated_at, origin) VALUES "

    /// Recommendation 1 was sent and received, 2 is a draft without a meeting.
    static let recommendationAttacks: [(rule: String, sql: String)] = [
        (
            "recommendations.panel_id, recommendations.municipal_year, recommendations.ref",
            intoRecommendations + "(1, NULL, NULL, '2018-19', '1', 'T', 'C', 'drafted', NULL" + tail
        ),
        ("municipal_year_shape", "UPDATE recommendations SET municipal_year = '2018-20' WHERE id = 1"),
        ("item_needs_meeting", "UPDATE recommendations SET agenda_item_id = 1 WHERE id = 2"),
        ("agreed_needs_meeting", "UPDATE recommendations SET state = 'agreed' WHERE id = 2"),
        (
            "agreed_needs_meeting",
            "UPDATE recommendations SET meeting_id = NULL, agenda_item_id = NULL, decision_id = NULL WHERE id = 1"
        ),
        ("received_before_notice", "UPDATE recommendations SET notice_sent_on = '2018-09-21' WHERE id = 1"),
        (
            "follows_itself",
            "UPDATE responses SET outcome = 'rejected'; UPDATE recommendations SET state = 'responded' WHERE id = 1; "
                + "UPDATE recommendations SET follows_id = 1 WHERE id = 1"
        ),
        (
            "invalid_transition",
            intoRecommendations + "(1, 1, NULL, '2018-19', '3', 'T', 'C', 'agreed', NULL" + tail
        ),
        ("invalid_transition", "UPDATE recommendations SET state = 'monitoring' WHERE id = 1"),
        ("invalid_transition", "UPDATE recommendations SET state = 'drafted' WHERE id = 1"),
        (
            "meeting_of_other_panel",
            intoRecommendations + "(1, 2, NULL, '2018-19', '3', 'T', 'C', 'drafted', NULL" + tail
        ),
        ("meeting_of_other_panel", "UPDATE recommendations SET panel_id = 2 WHERE id = 1"),
        (
            "meeting_of_other_panel",
            "UPDATE attendance SET seat_id = NULL; "
                + "UPDATE meetings SET panel_id = 2, starts_at = '2018-09-15T13:00:00Z' WHERE id = 1"
        ),
        (
            "decision_of_other_meeting",
            intoRecommendations + "(2, 2, 1, '2018-19', '3', 'T', 'C', 'drafted', NULL" + tail
        ),
        ("decision_of_other_meeting", "UPDATE recommendations SET decision_id = 1 WHERE id = 2"),
        ("decision_of_other_meeting", "UPDATE decisions SET meeting_id = 2 WHERE id = 1"),
        (
            "before_meeting",
            intoRecommendations + "(1, 1, NULL, '2018-19', '3', 'T', 'C', 'drafted', '2018-09-13'" + tail
        ),
        ("before_meeting", "UPDATE recommendations SET notice_sent_on = '2018-09-13' WHERE id = 1"),
        ("before_meeting", "UPDATE recommendations SET received_on = '2018-09-13' WHERE id = 1"),
        (
            "before_meeting",
            "UPDATE meetings SET starts_on = '2018-09-21', starts_at_local = '2018-09-21T14:00:00+01:00' WHERE id = 1"
        ),
        ("", "DELETE FROM named_votes; DELETE FROM decisions WHERE id = 1"),
        ("follows_unrejected", "UPDATE recommendations SET follows_id = 1 WHERE id = 2"),
        ("follows_unrejected", "UPDATE recommendations SET follows_id = 99 WHERE id = 2"),
    ]

    @Test("raw SQL cannot break a recommendation", arguments: MeetingRecordTests.recommendationAttacks)
    func recommendationHolds(rule: String, sql: String) throws { try TestDatabase.attack(rule, sql) }

    private static let intoResponses =
        "INSERT INTO responses (recommendation_id, outcome, reasons, decided_by, decided_on, created_at, updated_at, "
        + "origin) VALUES "
    private static let responded = "UPDATE recommendations SET state = 'responded' WHERE id = 1; "

    /// Response 1 notes recommendation 1, which was received on 20 September 2018.
    static let responseAttacks: [(rule: String, sql: String)] = [
        ("recommendation_not_sent", intoResponses + "(2, 'accepted', NULL, 'C', '2018-10-02'" + tail),
        (
            "recommendation_not_sent",
            "DELETE FROM responses; UPDATE recommendations SET state = 'withdrawn' WHERE id = 1; "
                + intoResponses + "(1, 'accepted', NULL, 'C', '2018-10-02'" + tail
        ),
        ("response_stays", "UPDATE responses SET recommendation_id = 2 WHERE id = 1"),
        ("response_needs_reasons", intoResponses + "(1, 'partly_accepted', NULL, 'C', '2018-10-02'" + tail),
        ("response_needs_reasons", intoResponses + "(1, 'rejected', NULL, 'C', '2018-10-02'" + tail),
        ("response_needs_reasons", intoResponses + "(1, 'deferred', NULL, 'C', '2018-10-02'" + tail),
        ("response_needs_reasons", "UPDATE responses SET reasons = NULL WHERE id = 1"),
        ("published_before_decided", "UPDATE responses SET published_on = '2018-09-30' WHERE id = 1"),
        (
            "responses.recommendation_id, responses.decided_on",
            intoResponses + "(1, 'accepted', NULL, 'C', '2018-10-01'" + tail
        ),
        ("decided_before_received", intoResponses + "(1, 'accepted', NULL, 'C', '2018-09-19'" + tail),
        ("decided_before_received", "UPDATE responses SET decided_on = '2018-09-19' WHERE id = 1"),
        ("decided_before_received", "UPDATE recommendations SET received_on = '2018-10-02' WHERE id = 1"),
        ("recommendation_answered", "UPDATE recommendations SET state = 'withdrawn' WHERE id = 1"),
        (
            "response_missing",
            "DELETE FROM responses; UPDATE recommendations SET state = 'responded' WHERE id = 1"
        ),
        ("response_missing", responded + "DELETE FROM responses WHERE id = 1"),
        (
            "response_not_rejected",
            responded + "UPDATE recommendations SET state = 'closed_rejected' WHERE id = 1"
        ),
        (
            "response_not_rejected",
            responded + "UPDATE responses SET outcome = 'rejected'; "
                + "UPDATE recommendations SET state = 'closed_rejected' WHERE id = 1; "
                + "UPDATE responses SET outcome = 'noted'"
        ),
        (
            "response_not_rejected",
            "UPDATE responses SET outcome = 'rejected'; " + responded
                + "UPDATE recommendations SET follows_id = 1 WHERE id = 2; UPDATE responses SET outcome = 'noted'"
        ),
        ("follows_unrejected", responded + "UPDATE recommendations SET follows_id = 1 WHERE id = 2"),
        (
            "follows_unrejected",
            "UPDATE responses SET outcome = 'rejected'; UPDATE recommendations SET follows_id = 1 WHERE id = 2"
        ),
        (
            "follows_unrejected",
            "INSERT INTO recommendations (panel_id, follows_id, municipal_year, ref, text, addressee, state, created_at, "
                + "updated_at, origin) VALUES (1, 1, '2018-19', '3', 'T', 'C', 'drafted'" + tail
        ),
        ("", "DELETE FROM recommendations WHERE id = 1"),
    ]

    @Test("raw SQL cannot break a response", arguments: MeetingRecordTests.responseAttacks)
    func responseHolds(rule: String, sql: String) throws { try TestDatabase.attack(rule, sql) }

    @Test("raw SQL cannot break the attendance", arguments: MeetingRecordTests.attendanceAttacks)
    func attendanceHolds(rule: String, sql: String) throws { try TestDatabase.attack(rule, sql) }

    @Test(
        "what the rules allow goes through",
        arguments: [
            intoAttendance + "(1, NULL, NULL, 'public_speaker', NULL, 'present', NULL, NULL" + tail,
            intoAttendance + "(1, NULL, NULL, 'officer', 'Director', 'present', NULL, 2" + tail,
            // Roles can change by item: a member who is a witness for one.
            "DELETE FROM named_votes; " + intoAttendance + "(1, 2, NULL, 'witness', NULL, 'present', NULL, 1"
                + tail,
            "UPDATE attendance SET arrived_at = '2018-09-14T14:00:00+01:00', left_at = '2018-09-14T14:00:00+01:00' WHERE id = 2",
            "DELETE FROM responses; DELETE FROM recommendations; DELETE FROM named_votes; DELETE FROM decisions; DELETE FROM attendance WHERE id = 2; UPDATE attendance SET status = 'present' WHERE id = 1",
            intoDecisions + "(1, 1, 'noted', 'T', NULL, NULL, NULL, NULL" + tail,
            // Nobody's attendance is recorded, so nobody knows how many could vote.
            "DELETE FROM responses; DELETE FROM recommendations; DELETE FROM named_votes; DELETE FROM decisions; DELETE FROM attendance; "
                + intoDecisions + "(1, 1, 'agreed', 'T', 4, 4, 1, 'against'" + tail,
            "UPDATE recommendations SET received_on = '2018-09-14', notice_sent_on = '2018-09-14' WHERE id = 1",
            "DELETE FROM responses; UPDATE recommendations SET state = 'withdrawn' WHERE id = 1",
            "UPDATE recommendations SET state = 'responded' WHERE id = 1",
            "UPDATE responses SET outcome = 'accepted', reasons = NULL, published_on = '2018-10-01' WHERE id = 1",
            "UPDATE recommendations SET state = 'responded' WHERE id = 1; UPDATE responses SET outcome = 'rejected'; "
                + "UPDATE recommendations SET state = 'closed_rejected' WHERE id = 1",
            "UPDATE responses SET decided_on = '2018-09-20' WHERE id = 1",
            "UPDATE recommendations SET municipal_year = '2019-20', ref = '1' WHERE id = 2",
            "UPDATE meetings SET kind = 'joint' WHERE id = 1; UPDATE recommendations SET panel_id = 2 WHERE id = 1",
            "UPDATE declarations SET is_sensitive = 1, nature = NULL WHERE id = 1",
            "UPDATE declarations SET person_id = NULL, political_group = 'G' WHERE id = 2",
            "UPDATE declarations SET agenda_item_id = NULL, nature = 'as recorded', origin = 'import' WHERE id = 1",
        ])
    func allowed(sql: String) throws {
        try TestDatabase().connection.execute(sql)
    }
}
