import Store
import Testing

/// Ways round the triggers that keep what was published or printed as it was.
@Suite("What is frozen stays so")
struct FrozenTests {
    @Test(
        "no detour changes what is frozen",
        arguments: [
            "UPDATE report_pages SET report_id = 2 WHERE report_id = 1",
            "INSERT INTO report_pages (report_id, page_from, page_to, text_kind, text, created_at, updated_at, origin) "
                + "VALUES (2, 3, 3, 'full', 'more', 't', 't', 'import')",
            "INSERT OR REPLACE INTO report_pages (id, report_id, page_from, page_to, text_kind, text, created_at, "
                + "updated_at, origin) VALUES (2, 1, 9, 9, 'full', 'stolen', 't', 't', 'import')",
            "INSERT OR REPLACE INTO action_events (id, action_id, from_state, to_state, actor, occurred_at) "
                + "VALUES (1, 1, 'x', 'y', 'z', 't')",
            "INSERT OR REPLACE INTO observations (id, indicator_id, area_id, period_kind, period_start, period_end, value, "
                + "value_state, publication_state, revision, created_at, updated_at, origin) VALUES (1, 2, 1, 'as_at', "
                + "'2019-03-31', '2019-03-31', '9', 'actual', 'final', 1, 't', 't', 'import')",
            "DELETE FROM observations WHERE id = 1",
            "UPDATE reports SET state = 'superseded', title = 'Other' WHERE id = 2",
            "UPDATE reports SET published_at = 't' WHERE id = 2",
        ])
    func detours(sql: String) throws {
        try TestDatabase.attack("published_is_frozen", sql)
    }
}
