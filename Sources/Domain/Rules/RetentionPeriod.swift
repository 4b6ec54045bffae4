/// How long something is kept.
package enum RetentionPeriod: Equatable, Sendable {
    case months(Int)
    case permanent

    /// Longer ones are meant as permanent.
    package static let months = 1...1_200

    /// Reads `6y`, `18m` or `permanent`, and nothing else.
    package init?(_ text: String) {
        if text == "permanent" {
            self = .permanent
            return
        }
        let bytes = Array(text.utf8)
        guard let number = digits(bytes.dropLast()) else { return nil }
        switch bytes.last {
        case UInt8(ascii: "y") where Self.months.contains(number * 12): self = .months(number * 12)
        case UInt8(ascii: "m") where Self.months.contains(number): self = .months(number)
        default: return nil
        }
    }

    /// The last day of a period that begins with a day; nil when it never ends.
    ///
    /// The day before the same day of its last month; where that month has no such day, the last of the month. Six
    /// years beginning with 14 September 2018 end on 13 September 2024, six beginning with 29 February 2024 on
    /// 28 February 2030 (Local Government Act 1972, sections 100C and 100D, count so).
    package func lastDay(from first: CalendarDate) -> CalendarDate? {
        guard case .months(let count) = self else { return nil }
        let same = first.addingMonths(count)
        return same.day == first.day ? same.addingDays(-1) : same
    }

    /// Whether this keeps for at least so many months.
    func covers(_ count: Int) -> Bool {
        switch self {
        case .months(let own): own >= count
        case .permanent: true
        }
    }
}

extension RetentionPeriod: CustomStringConvertible {
    /// `6 years`, `18 months`, `permanent`.
    package var description: String {
        switch self {
        case .permanent: "permanent"
        case .months(12): "1 year"
        case .months(let count) where count.isMultiple(of: 12): "\(count / 12) years"
        case .months(1): "1 month"
        case .months(let count): "\(count) months"
        }
    }
}
