import Domain
import Store
import Testing

/// Where a rule stands in the domain and in the database, both must say the same: what passes the one and not the
/// other reaches the client as a fault instead of an explanation.
@Suite("Domain and database agree")
struct AgreementTests {
    private static let edges = [
        "2015-02-28", "2015-03-01", "2016-02-28", "2016-02-29", "2016-03-01", "2016-12-31", "2017-01-01",
        "2017-01-31", "2017-02-27", "2017-02-28", "2017-03-01", "2017-03-31", "2017-04-01", "2017-04-30",
        "2017-06-30", "2017-07-01", "2017-08-31", "2017-09-01", "2017-12-31", "2018-03-31", "2018-08-31",
    ]

    @Test("every kind of period has one shape", arguments: PeriodKind.allCases)
    func periods(kind: PeriodKind) throws {
        let connection = try TestDatabase().connection
        for first in Self.edges {
            for last in Self.edges {
                let start = try #require(CalendarDate(first))
                let end = try #require(CalendarDate(last))
                let isDomain = (try? Period(kind: kind, start: start, end: end)) != nil
                #expect(
                    try isStored(kind, first, last, on: connection) == isDomain, "\(kind) \(first) \(last)")
            }
        }
    }

    private func isStored(
        _ kind: PeriodKind, _ start: String, _ end: String, on connection: Connection
    ) throws -> Bool {
        try connection.execute("SAVEPOINT one")
        defer { try? connection.execute("ROLLBACK TO one; RELEASE one") }
        do throws(StoreError) {
            try connection.run(
                """
                INSERT INTO observations (indicator_id, area_id, dimension, period_kind, period_start, period_end, value,
                    value_state, publication_state, revision, created_at, updated_at, origin)
                VALUES (2, 1, 'probe', ?, ?, ?, '1', 'actual', 'final', 1, 't', 't', 'import')
                """, [.text(kind.rawValue), .text(start), .text(end)])
            return true
        } catch {
            guard case .constraint(let violation) = error else { throw error }
            #expect(["period_shape", "period_dates"].contains(violation.name))
            return false
        }
    }

    @Test("every day of the calendar's edges is a day in both", arguments: [1800, 1900, 2000, 2016, 2200])
    func days(year: Int) throws {
        let connection = try TestDatabase().connection
        for month in 0...13 {
            for day in 0...32 {
                let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
                let stored = try connection.integer(
                    "SELECT date(?, '+0 days') IS ?", [.text(text), .text(text)])
                #expect((CalendarDate(text) != nil) == (stored == 1), "\(text)")
            }
        }
    }

    @Test(
        "units bound the same values",
        arguments: [Unit.percent, .count, .visits, .rank, .percentChange, .gbp],
        ["0", "-1", "0.5", "1.0", "100", "100.0", "100.01", "-0.1", "1"])
    func units(unit: Unit, value: String) throws {
        let connection = try TestDatabase().connection
        let decimal = try #require(ExactDecimal(value))
        var isStored = true
        do throws(StoreError) {
            try connection.run(
                """
                INSERT INTO figures (report_id, name, unit, value, value_text, value_state, confidence, created_at,
                    updated_at, origin) VALUES (1, 'M', ?, ?, 'x', 'actual', 'high', 't', 't', 'import')
                """, [.text(unit.rawValue), .text(value)])
        } catch {
            isStored = false
        }
        #expect(isStored == (unit.problem(with: decimal, at: "") == nil))
    }

    @Test("only decimals are stored as values", arguments: ["-", "1.2.3", "1-2", "1.", "--1", "01"])
    func decimals(text: String) throws {
        #expect(ExactDecimal(text) == nil)
        let connection = try TestDatabase().connection
        #expect(throws: StoreError.self) {
            try connection.run("UPDATE observations SET value = ? WHERE id = 2", [.text(text)])
        }
    }

    @Test(
        "a municipal year is the same in both",
        arguments: [
            "2018-19", "1999-00", "2099-00", "2018-20", "2018-18", "2018-9", "2018-190", "2018/19", "0999-00",
            "3000-01", "18-19", "2018-1x", "2018-19 ", "２018-19", "",
        ])
    func municipalYears(text: String) throws {
        var problems = Problems()
        RecommendationDraft(panel: .key("p"), municipalYear: text, ref: "1", text: "T", addressee: "A")
            .check(&problems)
        var isStored = true
        let connection = try TestDatabase().connection
        do throws(StoreError) {
            try connection.run(
                "UPDATE recommendations SET municipal_year = ? WHERE id = 2", [.text(text)])
        } catch {
            isStored = false
        }
        #expect(isStored == !problems.hasErrors)
    }

    @Test(
        "both know the same words",
        arguments: [
            ("panels", "kind", PanelKind.names), ("seats", "kind", SeatKind.names),
            ("meetings", "mode", MeetingMode.names),
            ("meetings", "kind", MeetingKind.names), ("meetings", "state", StateMachine.meeting.states),
            ("reports", "kind", ReportKind.names), ("reports", "state", StateMachine.report.states),
            ("reports", "licence", Licence.names), ("reports", "access", Access.names),
            ("reports", "background_papers", BackgroundPapers.names),
            ("report_pages", "text_kind", PageTextKind.names),
            ("areas", "kind", AreaKind.names), ("indicators", "unit", Unit.names),
            ("indicators", "polarity", Polarity.names),
            ("observations", "value_state", ValueState.names),
            ("observations", "publication_state", PublicationState.names), ("figures", "unit", Unit.names),
            ("figures", "value_state", ValueState.names), ("figures", "approximate", Approximation.names),
            ("figures", "confidence", Confidence.names), ("figures", "period_basis", PeriodBasis.names),
            ("actions", "kind", ActionKind.names), ("actions", "due_kind", DueKind.names),
            ("actions", "state", StateMachine.action.states),
            ("attendance", "role", AttendanceRole.names), ("attendance", "status", AttendanceStatus.names),
            ("attendance", "mode", AttendanceMode.names),
            ("declarations", "kind", DeclarationKind.names), ("decisions", "kind", DecisionKind.names),
            ("decisions", "casting_vote", CastingVote.names),
            ("recommendations", "state", StateMachine.recommendation.states),
            ("recommendations", "progress_judgement", ProgressJudgement.names),
            ("responses", "outcome", ResponseOutcome.names), ("named_votes", "vote", Vote.names),
            ("minutes", "state", StateMachine.minutes.states),
            ("targets", "tolerance_kind", ToleranceKind.names),
            ("targets", "local_or_national", LocalOrNational.names),
            ("declarations", "interest_type", InterestType.names),
        ])
    func vocabularies(table: String, column: String, words: [String]) throws {
        let sql = try #require(
            try TestDatabase(filled: false).connection.text(
                "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", [.text(table)]))
        let opening = try #require(sql.firstRange(of: "CHECK (\(column) IN ("))
        let list = sql[opening.upperBound...].prefix { $0 != ")" }
        let stored = list.split(separator: ",").map { $0.filter { !"' \n".contains($0) } }
        #expect(Set(stored) == Set(words))
    }
}
