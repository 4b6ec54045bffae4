import Store
import Testing

/// The life of a set of minutes, each rule attacked through raw SQL.
@Suite("Minutes in the database")
struct MinutesTests {
    private static let intoMeetings =
        "INSERT INTO meetings (id, panel_id, starts_at, starts_at_local, starts_on, mode, kind, state, created_at, "
        + "updated_at, origin) VALUES "
    private static func meeting(_ id: Int, panel: Int = 1, _ day: String, _ state: String = "held") -> String
    {
        intoMeetings
            + "(\(id), \(panel), '\(day)T13:00:00Z', '\(day)T14:00:00+01:00', '\(day)', 'in_person', "
            + "'ordinary', '\(state)', 't', 't', 'officer'); "
    }
    private static let later = meeting(3, "2018-11-20")
    private static let presented =
        "UPDATE minutes SET state = 'published_draft'; UPDATE minutes SET state = 'presented'; "
    private static func confirm(at meeting: Int) -> String {
        presented
            + "UPDATE minutes SET state = 'confirmed', confirmed_at_meeting_id = \(meeting) WHERE id = 1; "
    }
    private static let confirmed = later + confirm(at: 3)
    private static let correction =
        "INSERT INTO minutes (id, meeting_id, corrects_id, state, text, created_at, updated_at, origin) "
        + "VALUES (2, 1, 1, 'draft', 'N', 't', 't', 'officer'); "
    private static let correctionPresented =
        "UPDATE minutes SET state = 'published_draft' WHERE id = 2; UPDATE minutes SET state = 'presented' WHERE id = 2; "

    static let attacks: [(rule: String, sql: String)] = [
        // Invariant 7: what is confirmed is frozen.
        ("published_is_frozen", confirmed + "UPDATE minutes SET text = 'Other' WHERE id = 1"),
        ("published_is_frozen", confirmed + "UPDATE minutes SET state = 'draft' WHERE id = 1"),
        ("published_is_frozen", confirmed + "UPDATE minutes SET signed_on = '2018-11-20' WHERE id = 1"),
        ("published_is_frozen", confirmed + "UPDATE minutes SET version = 9 WHERE id = 1"),
        ("published_is_frozen", confirmed + "DELETE FROM minutes WHERE id = 1"),
        ("published_is_frozen", presented + "DELETE FROM minutes WHERE id = 1"),
        (
            "published_is_frozen",
            confirmed
                + "INSERT OR REPLACE INTO minutes (id, meeting_id, state, text, created_at, updated_at, "
                + "origin) VALUES (1, 1, 'draft', 'Stolen', 't', 't', 'import')"
        ),
        // Invariant 12: at a later meeting of the same panel, that was held.
        ("confirmed_later", meeting(3, "2018-07-20") + confirm(at: 3)),
        ("confirmed_later", meeting(3, panel: 2, "2018-11-20") + confirm(at: 3)),
        ("confirmed_later", meeting(3, "2018-11-20", "planned") + confirm(at: 3)),
        ("confirmed_later", meeting(3, "2018-11-20", "cancelled") + confirm(at: 3)),
        ("confirmed_later", confirm(at: 2)),
        ("confirmed_at_itself", confirm(at: 1)),
        ("confirmed_needs_meeting", presented + "UPDATE minutes SET state = 'confirmed'"),
        ("", presented + "UPDATE minutes SET confirmed_at_meeting_id = 99"),
        (
            "confirmed_later",
            confirmed + "UPDATE meetings SET starts_at = '2018-07-20T13:00:00Z', "
                + "starts_at_local = '2018-07-20T14:00:00+01:00', starts_on = '2018-07-20' WHERE id = 3"
        ),
        ("confirmed_later", confirmed + "UPDATE meetings SET panel_id = 2 WHERE id = 3"),
        (
            "confirmed_later",
            "UPDATE panels SET successor_id = 2 WHERE id = 1; " + meeting(3, panel: 2, "2018-11-20")
                + confirm(at: 3) + "UPDATE panels SET successor_id = NULL"
        ),
        ("minutes_not_presented", later + "UPDATE minutes SET confirmed_at_meeting_id = 3"),
        (
            "minutes_not_presented",
            later + presented
                + "UPDATE minutes SET confirmed_at_meeting_id = 3; UPDATE minutes SET state = 'draft'"
        ),
        (
            "minutes_not_presented",
            later
                + "DELETE FROM minutes; INSERT INTO minutes (meeting_id, state, text, confirmed_at_meeting_id, "
                + "created_at, updated_at, origin) VALUES (1, 'draft', 'M', 3, 't', 't', 'import')"
        ),
        // The states.
        ("invalid_transition", "UPDATE minutes SET state = 'presented'"),
        (
            "invalid_transition",
            later + "UPDATE minutes SET state = 'confirmed', confirmed_at_meeting_id = 3"
        ),
        (
            "invalid_transition",
            "INSERT INTO minutes (meeting_id, state, text, created_at, updated_at, origin) "
                + "VALUES (2, 'published_draft', 'M', 't', 't', 'import')"
        ),
        // One set for a meeting, and corrections one after the other.
        (
            "minutes.meeting_id",
            "INSERT INTO minutes (meeting_id, state, text, created_at, updated_at, origin) "
                + "VALUES (1, 'draft', 'M', 't', 't', 'import')"
        ),
        ("corrects_unconfirmed", correction),
        (
            "corrects_unconfirmed",
            confirmed + correction + "UPDATE minutes SET meeting_id = 2 WHERE id = 2"
        ),
        (
            "minutes.corrects_id",
            confirmed + correction
                + "INSERT INTO minutes (meeting_id, corrects_id, state, text, created_at, "
                + "updated_at, origin) VALUES (1, 1, 'draft', 'N', 't', 't', 'officer')"
        ),
        (
            "confirmed_later",
            confirmed + correction + correctionPresented
                + "UPDATE minutes SET state = 'confirmed', confirmed_at_meeting_id = 3 WHERE id = 2"
        ),
        ("minutes_empty", "UPDATE minutes SET text = NULL"),
        // A meeting closes on its minutes.
        ("minutes_unconfirmed", closing),
        ("minutes_unconfirmed", "UPDATE meetings SET state_reason = 'Fire' WHERE id = 1; " + closing),
        (
            "minutes_unconfirmed",
            held + "UPDATE meetings SET state = 'closed', state_reason = 'R' WHERE id = 1; "
                + "UPDATE meetings SET state_reason = NULL WHERE id = 1"
        ),
    ]

    @Test("raw SQL cannot break them", arguments: MinutesTests.attacks)
    func holds(rule: String, sql: String) throws { try TestDatabase.attack(rule, sql) }

    private static let held =
        "UPDATE meetings SET state = 'published' WHERE id = 1; UPDATE meetings SET state = 'held' WHERE id = 1; "
    private static let closing = held + "UPDATE meetings SET state = 'closed' WHERE id = 1"

    static let allowedCases: [String] = [
        confirmed + closing,
        held + "UPDATE meetings SET state = 'closed', state_reason = 'All lost' WHERE id = 1",
        "UPDATE panels SET successor_id = 2 WHERE id = 1; " + meeting(3, panel: 2, "2018-11-20")
            + confirm(at: 3),
        presented
            + "UPDATE minutes SET state = 'draft'; UPDATE minutes SET text = 'Better'; DELETE FROM minutes",
        "UPDATE minutes SET report_id = 1, text = NULL",
        // One meeting confirms several sets (22 March 2018 and 6 March 2019 confirmed two each).
        meeting(4, "2018-10-20") + confirmed
            + "INSERT INTO minutes (id, meeting_id, state, text, created_at, updated_at, origin) "
            + "VALUES (2, 4, 'draft', 'N', 't', 't', 'officer'); " + correctionPresented
            + "UPDATE minutes SET state = 'confirmed', confirmed_at_meeting_id = 3 WHERE id = 2",
        confirmed + meeting(4, "2019-01-20") + correction + correctionPresented
            + "UPDATE minutes SET state = 'confirmed', confirmed_at_meeting_id = 4 WHERE id = 2",
        confirmed + "UPDATE meetings SET starts_at = '2018-11-20T14:00:00Z', "
            + "starts_at_local = '2018-11-20T14:00:00+00:00' WHERE id = 3",
    ]

    @Test("what the rules allow goes through", arguments: MinutesTests.allowedCases)
    func allowed(sql: String) throws { try TestDatabase().connection.execute(sql) }
}
