import Domain

/// The periods that people mean by a short name in a filter.
///
/// ```
/// 2017-18, 2017/18     the financial year, and the academic year
/// 2018-19-Q1           the first quarter of that financial year
/// 2018-06              the month; up to 2011-12 also the year of that name
/// 2018                 the calendar year
/// 2018-03-31           as at that day
/// ```
enum PeriodName {
    static func periods(_ text: String) -> [Period] {
        if let day = CalendarDate(text) { return made(.asAt, day, day) }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }.map(String.init)
        guard let year = number(parts[0], digits: 4) else { return [] }
        switch parts.count {
        case 1: return year12(.calendarYear, "\(parts[0])-01-01")
        case 2:
            guard let second = number(parts[1], digits: 2) else { return [] }
            var periods: [Period] = []
            if second == (year + 1) % 100 {
                periods +=
                    year12(.financialYear, "\(parts[0])-04-01") + year12(.academicYear, "\(parts[0])-09-01")
            }
            if let first = CalendarDate("\(parts[0])-\(parts[1])-01") {
                periods += made(.month, first, first.addingMonths(1).addingDays(-1))
            }
            return periods
        case 3:
            guard let second = number(parts[1], digits: 2), second == (year + 1) % 100, parts[2].count == 2,
                parts[2].hasPrefix("Q"), let quarter = Int(parts[2].dropFirst()), (1...4).contains(quarter),
                let april = CalendarDate("\(parts[0])-04-01")
            else { return [] }
            let first = april.addingMonths(3 * (quarter - 1))
            return made(.quarter, first, first.addingMonths(3).addingDays(-1))
        default: return []
        }
    }

    private static func year12(_ kind: PeriodKind, _ start: String) -> [Period] {
        guard let first = CalendarDate(start) else { return [] }
        return made(kind, first, first.addingMonths(12).addingDays(-1))
    }

    private static func made(_ kind: PeriodKind, _ start: CalendarDate, _ end: CalendarDate) -> [Period] {
        guard let period = try? Period(kind: kind, start: start, end: end) else { return [] }
        return [period]
    }

    private static func number(_ text: String, digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
