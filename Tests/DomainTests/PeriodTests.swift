import Testing

@testable import Domain

/// Which days make a period of which kind, and the sentence for those that do not.
@Suite("Periods")
struct PeriodTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private func exists(_ kind: PeriodKind, _ start: CalendarDate, _ end: CalendarDate) -> Bool {
        (try? Period(kind: kind, start: start, end: end)) != nil
    }

    @Test(
        "days that have the shape of the kind make a period",
        arguments: [
            (.month, "2018-01-01", "2018-01-31"), (.month, "2018-02-01", "2018-02-28"),
            (.month, "2016-02-01", "2016-02-29"), (.month, "2018-12-01", "2018-12-31"),
            (.quarter, "2018-01-01", "2018-03-31"), (.quarter, "2016-01-01", "2016-03-31"),
            (.quarter, "2018-07-01", "2018-09-30"), (.quarter, "2018-10-01", "2018-12-31"),
            (.financialYear, "2015-04-01", "2016-03-31"), (.academicYear, "2015-09-01", "2016-08-31"),
            (.calendarYear, "2016-01-01", "2016-12-31"), (.calendarYear, "2017-01-01", "2017-12-31"),
            (.rollingTwelveMonths, "2017-09-01", "2018-08-31"),
            (.rollingTwelveMonths, "2017-09-14", "2018-09-13"),
            (.rollingTwelveMonths, "2015-03-01", "2016-02-29"),
            (.rollingTwelveMonths, "2016-03-01", "2017-02-28"),
            (.rollingTwelveMonths, "2016-02-29", "2017-02-28"), (.asAt, "2016-02-29", "2016-02-29"),
            (.ytd, "2018-04-01", "2018-04-01"), (.ytd, "2018-04-01", "2019-03-31"),
            (.custom, "1800-01-01", "2200-12-31"), (.custom, "2018-09-14", "2018-09-14"),
        ] as [(PeriodKind, String, String)])
    func right(kind: PeriodKind, start: String, end: String) throws {
        let period = try Period(kind: kind, start: day(start), end: day(end))
        #expect(period.kind == kind)
        #expect("\(period.start) \(period.end)" == "\(start) \(end)")
    }

    @Test(
        "a day more or less at either end is no longer the period, where the kind has a shape",
        arguments: [
            (.month, "2018-06-01", "2018-06-30"), (.month, "2016-02-01", "2016-02-29"),
            (.quarter, "2018-04-01", "2018-06-30"), (.financialYear, "2017-04-01", "2018-03-31"),
            (.academicYear, "2017-09-01", "2018-08-31"), (.calendarYear, "2016-01-01", "2016-12-31"),
            (.rollingTwelveMonths, "2017-08-01", "2018-07-31"), (.asAt, "2018-03-31", "2018-03-31"),
        ] as [(PeriodKind, String, String)])
    func off(kind: PeriodKind, start: String, end: String) throws {
        let first = try day(start)
        let last = try day(end)
        #expect(exists(kind, first, last))
        for (early, late) in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
            #expect(!exists(kind, first.addingDays(early), last.addingDays(late)))
        }
        #expect(exists(.custom, first.addingDays(-1), last))
    }

    @Test(
        "the right length from the wrong day is not the period",
        arguments: [
            (.month, "2018-06-15", "2018-07-14"), (.month, "2018-06-01", "2018-07-31"),
            (.quarter, "2018-02-01", "2018-04-30"), (.quarter, "2018-03-01", "2018-05-31"),
            (.quarter, "2018-05-01", "2018-07-31"), (.quarter, "2018-12-01", "2019-02-28"),
            (.quarter, "2018-04-01", "2018-04-30"), (.quarter, "2018-01-01", "2018-12-31"),
            (.financialYear, "2017-01-01", "2017-12-31"), (.financialYear, "2017-04-01", "2019-03-31"),
            (.financialYear, "2017-04-06", "2018-04-05"), (.academicYear, "2017-08-01", "2018-07-31"),
            (.academicYear, "2017-09-01", "2019-08-31"), (.calendarYear, "2017-04-01", "2018-03-31"),
            (.calendarYear, "2016-01-01", "2017-12-31"), (.rollingTwelveMonths, "2017-08-01", "2019-07-31"),
            (.rollingTwelveMonths, "2017-08-01", "2017-08-01"), (.asAt, "2018-03-01", "2018-03-31"),
        ] as [(PeriodKind, String, String)])
    func wrong(kind: PeriodKind, start: String, end: String) throws {
        #expect(!exists(kind, try day(start), try day(end)))
    }

    @Test("of all months only four begin a quarter", arguments: 1...12)
    func quarters(month: Int) throws {
        let start = try #require(CalendarDate(year: 2018, month: month, day: 1))
        let end = start.addingMonths(3).addingDays(-1)
        #expect(exists(.quarter, start, end) == [1, 4, 7, 10].contains(month))
    }

    @Test("no period of any kind runs backwards", arguments: PeriodKind.allCases)
    func backwards(kind: PeriodKind) throws {
        let start = try day("2018-09-14")
        let end = try day("2018-09-13")
        do throws(PeriodProblem) {
            _ = try Period(kind: kind, start: start, end: end)
            Issue.record("\(kind) runs backwards.")
        } catch {
            #expect(error.message == "The period ends on 2018-09-13, before it starts on 2018-09-14.")
        }
    }

    @Test(
        "the sentence names the days that were given",
        arguments: PeriodKind.allCases.filter { $0 != .ytd && $0 != .custom })
    func message(kind: PeriodKind) throws {
        let start = try day("2018-09-14")
        let end = try day("2018-10-02")
        do throws(PeriodProblem) {
            _ = try Period(kind: kind, start: start, end: end)
            Issue.record("\(kind) from 14 September to 2 October went through.")
        } catch {
            #expect(error.message.contains("2018-09-14") && error.message.contains("2018-10-02"))
            #expect(error.message.hasSuffix("."))
        }
    }

    @Test("the words of the kinds are those of the wire and the database")
    func words() {
        #expect(
            PeriodKind.names == [
                "month", "quarter", "ytd", "financial_year", "academic_year", "calendar_year", "as_at",
                "rolling_12m", "custom",
            ])
    }
}
