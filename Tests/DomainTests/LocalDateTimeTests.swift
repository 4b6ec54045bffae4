import Testing

@testable import Domain

@Suite("Local times and folded names")
struct LocalDateTimeTests {
    @Test(
        "a date and time without an offset are read",
        arguments: [
            ("2018-09-14T14:00", 50_400), ("2018-09-14T14:00:30", 50_430), ("2018-09-14t00:00", 0),
            ("2018-09-14 23:59:59", 86_399),
        ])
    func read(text: String, second: Int) {
        #expect(LocalDateTime(text)?.date == CalendarDate("2018-09-14"))
        #expect(LocalDateTime(text)?.secondOfDay == second)
    }

    @Test(
        "anything else is no local time",
        arguments: [
            "", "2018-09-14", "2018-09-14T", "2018-09-14T14", "2018-09-14T14:0", "2018-09-14T24:00",
            "2018-09-14T14:60", "2018-09-14T14:00:60", "2018-09-14T14:00:0", "2018-09-14T14:00Z",
            "2018-02-29T14:00", "2018-09-14X14:00", "2018-09-14T14:00 ", "2018-09-14T1４:00",
            "2018-09-14T-1:00",
        ])
    func refused(text: String) {
        #expect(LocalDateTime(text) == nil)
    }

    @Test(
        "a moment before 1970 and one with an offset that crosses midnight keep their day",
        arguments: [
            (Int64(-1), 0, "1969-12-31T23:59:59+00:00"), (-86_400, 0, "1969-12-31T00:00:00+00:00"),
            (-86_401, 0, "1969-12-30T23:59:59+00:00"), (84_600, 60, "1970-01-02T00:30:00+01:00"),
            (0, -1, "1969-12-31T23:59:00-00:01"),
        ])
    func crossing(seconds: Int64, offset: Int, printed: String) {
        let moment = OffsetDateTime(Instant(seconds: seconds), offsetMinutes: offset)
        #expect(moment.description == printed)
        #expect(moment.instant.seconds == seconds)
        #expect(OffsetDateTime(printed) == moment)
    }

    @Test("equivalent spellings of a letter have one key")
    func equivalentSpellings() {
        #expect(foldedKey("\u{451}") == foldedKey("\u{435}\u{308}"))
        #expect(containsLookAlikes("\u{451}") == containsLookAlikes("\u{435}\u{308}"))
    }

    @Test(
        "twelve months that begin on a leap day end on 28 February",
        arguments: [("2016-02-29", "2017-02-28", true), ("2016-02-29", "2017-02-27", false)])
    func leapDay(first: String, last: String, isRight: Bool) throws {
        let start = try #require(CalendarDate(first))
        let end = try #require(CalendarDate(last))
        let period = try? Period(kind: .rollingTwelveMonths, start: start, end: end)
        #expect((period != nil) == isRight)
    }
}
