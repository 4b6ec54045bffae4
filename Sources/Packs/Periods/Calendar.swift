import Domain

/// Names of months, and the periods of a council's year.
enum Calendar {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// The month that a word names, whole or by its first letters; `may` only with a capital.
    static func month(_ token: Token) -> Int? {
        guard token.kind == .word, token.isCapitalised, token.key.utf8.count >= 3 else { return nil }
        let key = token.key == "sept" ? "september" : token.key
        if let whole = months.firstIndex(of: key) { return whole + 1 }
        guard key.utf8.count == 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(key) }.map { $0 + 1 }
    }

    static func period(_ kind: PeriodKind, _ start: CalendarDate?, _ end: CalendarDate?) -> Period? {
        guard let start, let end else { return nil }
        return try? Period(kind: kind, start: start, end: end)
    }

    static func financialYear(_ year: Int) -> Period? {
        period(
            .financialYear, CalendarDate(year: year, month: 4, day: 1),
            CalendarDate(year: year + 1, month: 3, day: 31))
    }

    static func calendarYear(_ year: Int) -> Period? {
        period(
            .calendarYear, CalendarDate(year: year, month: 1, day: 1),
            CalendarDate(year: year, month: 12, day: 31))
    }

    static func academicYear(endingIn year: Int) -> Period? {
        period(
            .academicYear, CalendarDate(year: year - 1, month: 9, day: 1),
            CalendarDate(year: year, month: 8, day: 31))
    }

    static func month(_ month: Int, _ year: Int) -> Period? {
        let start = CalendarDate(year: year, month: month, day: 1)
        return period(.month, start, start.map { $0.addingMonths(1).addingDays(-1) })
    }

    /// The first to the last of some months, a quarter where they are one.
    static func months(_ from: (month: Int, year: Int), _ to: (month: Int, year: Int)) -> Period? {
        let start = CalendarDate(year: from.year, month: from.month, day: 1)
        let end = CalendarDate(year: to.year, month: to.month, day: 1).map {
            $0.addingMonths(1).addingDays(-1)
        }
        return period(.quarter, start, end) ?? period(.month, start, end) ?? period(.custom, start, end)
    }

    /// A quarter of the financial year that begins in April of `year`.
    static func quarter(_ number: Int, ofFinancialYear year: Int) -> Period? {
        guard (1...4).contains(number), let april = CalendarDate(year: year, month: 4, day: 1) else {
            return nil
        }
        let start = april.addingMonths(3 * (number - 1))
        return period(.quarter, start, start.addingMonths(3).addingDays(-1))
    }

    static func day(_ day: CalendarDate?) -> Period? { period(.asAt, day, day) }

    /// Twelve months up to and with a day.
    static func twelveMonths(endingOn end: CalendarDate) -> Period? {
        period(.rollingTwelveMonths, end.addingDays(1).addingMonths(-12), end)
    }

    /// The year in which the financial year of a day begins.
    static func financialYear(of day: CalendarDate) -> Int { day.month >= 4 ? day.year : day.year - 1 }

    /// The year of two printed digits, near a known one.
    static func year(twoDigits: Int, near known: Int) -> Int {
        let century = known / 100 * 100
        return [century - 100, century, century + 100].map { $0 + twoDigits }
            .min { abs($0 - known) < abs($1 - known) } ?? century + twoDigits
    }
}

extension Period {
    /// The same stretch one year before.
    var yearBefore: Period? {
        let isMonthEnd = end.addingDays(1).day == 1
        let earlierEnd =
            isMonthEnd ? end.addingDays(1).addingMonths(-12).addingDays(-1) : end.addingMonths(-12)
        return Calendar.period(kind, kind == .asAt ? earlierEnd : start.addingMonths(-12), earlierEnd)
    }
}
