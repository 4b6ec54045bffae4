import Testing

@testable import Domain

/// The calendar against a second reckoning that counts days one by one.
@Suite("Calendar")
struct CalendarDateTests {
    private static let ordinaryMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private func dayCount(_ year: Int, _ month: Int) -> Int {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return month == 2 && isLeap ? 29 : Self.ordinaryMonths[month - 1]
    }

    @Test("every day from 1800 to 2200 exists once, in order, and comes back from its number and its text")
    func everyDay() throws {
        // From 1 January 1800 to 1970 there are 170 years, of which 41 are leap years.
        var number = -(170 * 365 + 41)
        var broken: [String] = []
        for year in CalendarDate.years {
            for month in 1...12 {
                for day in 1...dayCount(year, month) {
                    let date = try #require(CalendarDate(year: year, month: month, day: day))
                    let isRight =
                        date.dayNumber == number && CalendarDate(dayNumber: number) == date
                        && CalendarDate(date.description) == date
                    if !isRight { broken.append("\(date) is not day \(number)") }
                    number += 1
                }
            }
        }
        #expect(broken.prefix(5) == [])
        #expect(CalendarDate("2200-12-31")?.dayNumber == number - 1)
        #expect(CalendarDate(dayNumber: number) == nil)
    }

    @Test("the day behind the last of every month does not exist, nor does a day 0")
    func noSuchDay() {
        for year in CalendarDate.years {
            for month in 1...12 {
                #expect(CalendarDate(year: year, month: month, day: dayCount(year, month) + 1) == nil)
                #expect(CalendarDate(year: year, month: month, day: 0) == nil)
            }
        }
    }

    @Test(
        "a year is a leap year by the Gregorian rule",
        arguments: [
            (1800, false), (1804, true), (1896, true), (1900, false), (1904, true), (1999, false),
            (2000, true), (2016, true), (2018, false), (2100, false), (2196, true), (2200, false),
        ])
    func leapYears(year: Int, isLeap: Bool) {
        #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect((CalendarDate("\(year)-02-29") != nil) == isLeap)
    }

    @Test(
        "a number outside the known years is no day",
        arguments: [-62_092, 84_371, -719_468, -719_469, -1_000_000, 1_000_000])
    func outside(number: Int) {
        #expect(CalendarDate(dayNumber: number) == nil)
    }

    @Test(
        "parts out of range make no day",
        arguments: [
            (1799, 12, 31), (2201, 1, 1), (0, 1, 1), (-2018, 1, 1), (2018, 0, 1), (2018, 13, 1),
            (2018, -1, 1), (2018, 1, 32), (2018, 1, -1), (Int.max, 1, 1), (2018, Int.max, 1),
            (2018, 1, Int.min),
        ])
    func parts(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(
        "a text that is not exactly YYYY-MM-DD is no day",
        arguments: [
            "+018-09-14", "-018-09-14", "2018-+9-14", "2018-09--4", "2018-09-1 ", " 2018-09-14",
            "2018-09-14T", "2018-9-014", "20180914", "2018-W37-5", "14-09-2018", "2018-09-14\n",
            "2018\u{2010}09\u{2010}14", "2018-09-1\u{0}", "２018-09-14", "0x18-09-14",
        ])
    func texts(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(
        "months are added in either direction, and the day is cut to the last of the month",
        arguments: [
            ("2018-01-31", 1, "2018-02-28"), ("2016-01-31", 1, "2016-02-29"),
            ("2016-02-29", 12, "2017-02-28"),
            ("2016-02-29", 48, "2020-02-29"), ("2016-02-29", -12, "2015-02-28"),
            ("2018-03-31", -1, "2018-02-28"),
            ("2018-01-01", -1, "2017-12-01"), ("2018-12-31", 1, "2019-01-31"),
            ("2018-12-15", 13, "2020-01-15"),
            ("2018-05-31", 0, "2018-05-31"), ("2018-05-31", 4, "2018-09-30"),
            ("1900-03-31", -1, "1900-02-28"),
        ])
    func months(start: String, count: Int, end: String) {
        #expect(CalendarDate(start)?.addingMonths(count).description == end)
    }

    @Test("a month more or less always gives the month beside it and never a later day of it")
    func everyMonth() throws {
        for year in 1801...2199 {
            for month in 1...12 {
                let last = try #require(
                    CalendarDate(year: year, month: month, day: dayCount(year, month)))
                for step in [-1, 1] {
                    let other = last.addingMonths(step)
                    #expect(other.year * 12 + other.month == year * 12 + month + step)
                    #expect(other.day == min(last.day, dayCount(other.year, other.month)))
                }
            }
        }
    }

    @Test("what would lie outside the known years is held at their edge")
    func edges() throws {
        let day = try #require(CalendarDate("2018-09-14"))
        #expect(day.addingDays(100_000).description == "2200-12-31")
        #expect(day.addingDays(-100_000).description == "1800-01-01")
        #expect(day.addingMonths(12 * 183).description == "2200-12-31")
        #expect(day.addingMonths(-12 * 219).description == "1800-01-01")
        #expect(day.addingMonths(-12 * 4_000).description == "1800-01-01")
        #expect(day.addingDays(0) == day)
    }

    @Test(
        "days are ordered by year, then month, then day",
        arguments: [
            ("2017-12-31", "2018-01-01"), ("2018-01-31", "2018-02-01"), ("2018-09-14", "2018-09-15"),
            ("1999-12-01", "2000-01-31"),
        ])
    func order(early: String, late: String) throws {
        let early = try #require(CalendarDate(early))
        let late = try #require(CalendarDate(late))
        #expect(early < late && !(late < early))
        #expect(early.dayNumber < late.dayNumber)
    }
}
