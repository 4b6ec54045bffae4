import Testing

@testable import Domain

@Suite("Days, moments and periods")
struct TimeTests {
    @Test(
        "days are read only as YYYY-MM-DD and only when they exist",
        arguments: [
            ("2018-09-14", true), ("2016-02-29", true), ("2000-02-29", true), ("2018-02-29", false),
            ("1900-02-29", false),
            ("2018-13-01", false), ("2018-00-10", false), ("2018-04-31", false), ("2018-9-14", false),
            ("18-09-14", false),
            ("2018/09/14", false), ("2018-09-14 ", false), ("1799-12-31", false), ("2201-01-01", false),
            ("", false),
            ("٢٠١٨-٠٩-١٤", false),
        ])
    func days(text: String, isDay: Bool) {
        #expect((CalendarDate(text) != nil) == isDay)
        #expect(CalendarDate(text).map(\.description) == (isDay ? text : nil))
    }

    @Test("every day of four centuries has its number and comes back from it")
    func dayNumbers() throws {
        var day = try #require(CalendarDate("1800-01-01"))
        var count = 0
        while day.year < 2200 {
            #expect(CalendarDate(dayNumber: day.dayNumber) == day)
            let next = day.addingDays(1)
            guard next > day, next.dayNumber == day.dayNumber + 1 else {
                Issue.record("After \(day) comes \(next).")
                return
            }
            day = next
            count += 1
        }
        #expect(count == 146_097)
        #expect(CalendarDate("1970-01-01")?.dayNumber == 0)
    }

    @Test(
        "months are added to the same day or the last one",
        arguments: [
            ("2018-12-28", 2, "2019-02-28"), ("2018-12-31", 2, "2019-02-28"), ("2023-12-30", 2, "2024-02-29"),
            ("2018-07-31", 2, "2018-09-30"), ("2018-03-01", -1, "2018-02-01"),
            ("2018-01-15", 12, "2019-01-15"),
        ])
    func months(start: String, count: Int, end: String) {
        #expect(CalendarDate(start)?.addingMonths(count).description == end)
    }

    @Test(
        "moments with an offset are read as RFC 3339 says",
        arguments: [
            ("2018-09-06T23:30:00Z", "2018-09-06T23:30:00Z"),
            ("2018-09-14T14:00:00+01:00", "2018-09-14T13:00:00Z"),
            ("2018-09-14t14:00:00.25z", "2018-09-14T14:00:00Z"),
            ("1969-12-31T23:59:59-00:30", "1970-01-01T00:29:59Z"),
            ("2018-09-14T14:00+01:00", "2018-09-14T13:00:00Z"),
        ])
    func moments(text: String, instant: String) {
        #expect(OffsetDateTime(text)?.instant.description == instant)
    }

    @Test(
        "anything else is no moment",
        arguments: [
            "2018-09-14", "2018-09-14T14:00:00", "2018-09-14T24:00:00Z", "2018-09-14T14:60:00Z",
            "2018-09-14T14:00:60Z",
            "2018-02-30T14:00:00Z", "2018-09-14T14:00:00+1", "2018-09-14T14:00:00+24:00",
            "2018-09-14T14:00:00.Z",
            "2018-09-14T14:00:00ZZ", "", "T", "2018-09-14T14:00:00+01:0",
        ])
    func noMoments(text: String) {
        #expect(OffsetDateTime(text) == nil)
    }

    @Test(
        "periods have the shape of their kind",
        arguments: [
            (PeriodKind.month, "2018-06-01", "2018-06-30", true), (.month, "2018-06-01", "2018-06-29", false),
            (.month, "2018-06-02", "2018-07-01", false), (.quarter, "2018-04-01", "2018-06-30", true),
            (.quarter, "2018-05-01", "2018-07-31", false), (.financialYear, "2017-04-01", "2018-03-31", true),
            (.financialYear, "2017-04-06", "2018-04-05", false),
            (.academicYear, "2017-09-01", "2018-08-31", true),
            (.academicYear, "2017-09-01", "2018-07-31", false),
            (.calendarYear, "2016-01-01", "2016-12-31", true),
            (.calendarYear, "2016-04-01", "2017-03-31", false),
            (.rollingTwelveMonths, "2017-08-01", "2018-07-31", true),
            (.rollingTwelveMonths, "2017-08-01", "2018-08-01", false),
            (.asAt, "2018-03-31", "2018-03-31", true),
            (.asAt, "2018-03-30", "2018-03-31", false), (.ytd, "2018-04-01", "2018-07-31", true),
            (.custom, "2018-04-03", "2018-04-09", true), (.custom, "2018-04-09", "2018-04-03", false),
        ])
    func periods(kind: PeriodKind, start: String, end: String, isRight: Bool) throws {
        let first = try #require(CalendarDate(start))
        let last = try #require(CalendarDate(end))
        #expect(((try? Period(kind: kind, start: first, end: last)) != nil) == isRight)
    }
}
