import Store
import Testing

/// The search documents follow their records when those move, so that filters by panel and meeting stay true.
@Suite("Upkeep of the search index")
struct SearchUpkeepTests {
    let database: TestDatabase

    init() throws { database = try TestDatabase() }

    private func place(_ collection: String, _ id: Int64) throws -> String? {
        try database.connection.text(
            """
            SELECT coalesce(panel_id, '-') || ' ' || coalesce(meeting_id, '-') || ' ' || coalesce(report_id, '-')
            FROM search_documents WHERE collection = ? AND record_id = ?
            """, [.text(collection), .integer(id)])
    }

    @Test("an action that moves to another panel is found there")
    func actionMoves() throws {
        try database.connection.execute("UPDATE actions SET panel_id = 2, meeting_id = 2 WHERE id = 1")
        #expect(try place("actions", 1) == "2 2 -")
    }

    @Test("an agenda item that moves to another meeting is found there")
    func itemMoves() throws {
        try database.connection.execute("UPDATE agenda_items SET meeting_id = 2 WHERE id = 2")
        #expect(try place("agenda-items", 2) == "2 2 -")
    }

    @Test("the pages of a report that moves to another meeting are found there")
    func reportMoves() throws {
        try database.connection.execute(
            "UPDATE reports SET agenda_item_id = NULL, meeting_id = 2 WHERE id = 1")
        #expect(try place("report-pages", 1) == "2 2 1")
    }

    @Test("what belongs to a meeting that moves to another panel is found there")
    func meetingMoves() throws {
        try database.connection.execute(
            """
            UPDATE attendance SET seat_id = NULL;
            DELETE FROM responses; DELETE FROM recommendations;
            UPDATE meetings SET panel_id = 2, starts_at = '2018-09-15T13:00:00Z' WHERE id = 1
            """)
        #expect(try place("agenda-items", 1) == "2 1 -")
        #expect(try place("report-pages", 1) == "2 1 1")
    }
}
