/// What kind of stretch of time a value belongs to.
package enum PeriodKind: String, CaseIterable, Sendable {
    case month, quarter, ytd
    case financialYear = "financial_year"
    case academicYear = "academic_year"
    case calendarYear = "calendar_year"
    case asAt = "as_at"
    case rollingTwelveMonths = "rolling_12m"
    case custom
}

/// A stretch of whole days of a known kind. One that exists has the shape of its kind.
///
/// ```
/// month            the 1st to the last day of a month
/// quarter          three months from January, April, July or October
/// financial_year   1 April to 31 March
/// academic_year    1 September to 31 August
/// calendar_year    1 January to 31 December
/// rolling_12m      exactly twelve months
/// as_at            one day
/// ytd, custom      any first day up to any last day
/// ```
package struct Period: Hashable, Sendable {
    package let kind: PeriodKind
    package let start: CalendarDate
    package let end: CalendarDate

    /// Throws the rule that the days break.
    package init(kind: PeriodKind, start: CalendarDate, end: CalendarDate) throws(PeriodProblem) {
        if let problem = Self.problem(kind, start, end) { throw problem }
        self.kind = kind
        self.start = start
        self.end = end
    }

    private static func problem(_ kind: PeriodKind, _ start: CalendarDate, _ end: CalendarDate)
        -> PeriodProblem?
    {
        guard start <= end else {
            return PeriodProblem(message: "The period ends on \(end), before it starts on \(start).")
        }
        func months(_ count: Int) -> Bool { end == start.addingMonths(count).addingDays(-1) }
        // A year after 29 February has no such day: the twelve months end on 28 February, as SQLite reckons too.
        let isLeapDay = (start.month, start.day) == (2, 29)
        let twelveMonths = start.addingMonths(12).addingDays(isLeapDay ? 0 : -1)
        switch kind {
        case .month where start.day != 1 || !months(1):
            return PeriodProblem(
                message: "A month runs from its 1st to its last day, not from \(start) to \(end).")
        case .quarter where start.day != 1 || ![1, 4, 7, 10].contains(start.month) || !months(3):
            return PeriodProblem(
                message:
                    "A quarter is three whole months from January, April, July or October, not \(start) to \(end)."
            )
        case .financialYear where (start.month, start.day) != (4, 1) || !months(12):
            return PeriodProblem(
                message: "A financial year runs from 1 April to 31 March, not from \(start) to \(end).")
        case .academicYear where (start.month, start.day) != (9, 1) || !months(12):
            return PeriodProblem(
                message: "An academic year runs from 1 September to 31 August, not from \(start) to \(end).")
        case .calendarYear where (start.month, start.day) != (1, 1) || !months(12):
            return PeriodProblem(
                message: "A calendar year runs from 1 January to 31 December, not from \(start) to \(end).")
        case .rollingTwelveMonths where end != twelveMonths:
            return PeriodProblem(
                message: "Twelve months from \(start) end on \(twelveMonths), not on \(end).")
        case .asAt where start != end:
            return PeriodProblem(
                message: "A value as at a day starts and ends on that day, not \(start) to \(end).")
        default: return nil
        }
    }
}

/// Why days do not make a period of a kind.
package struct PeriodProblem: Error, Equatable, Sendable {
    package let message: String
}
