/// A period of the sample, with the rule for the shape of its kind.
struct SamplePeriod: Decodable, Equatable {
    var kind: String
    var start: String
    var end: String
    var text: String?
    var basis: String

    /// The sentence that says what is wrong with the shape, or nil.
    var shapeProblem: String? {
        guard let first = Day(start), let last = Day(end) else { return "\(start) or \(end) is no day" }
        guard first <= last else { return "\(start) is after \(end)" }
        let next = last.next
        let months = (next.year - first.year) * 12 + next.month - first.month
        let isWholeMonths = first.day == 1 && next.day == 1
        let fits =
            switch kind {
            case "month": isWholeMonths && months == 1
            case "quarter": isWholeMonths && months == 3 && first.month % 3 == 1
            case "financial_year": isWholeMonths && months == 12 && first.month == 4
            case "academic_year": isWholeMonths && months == 12 && first.month == 9
            case "calendar_year": isWholeMonths && months == 12 && first.month == 1
            case "as_at": first == last
            case "rolling_12m": months == 12 && first.day == next.day
            case "ytd", "custom": true
            default: false
            }
        return fits ? nil : "\(start) to \(end) is not of the kind \(kind)"
    }

    /// A day of the Gregorian calendar.
    struct Day: Comparable {
        let year: Int
        let month: Int
        let day: Int

        init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
                let day = Int(parts[2]), (1...12).contains(month),
                (1...Day.length(of: month, in: year)).contains(day)
            else { return nil }
            self.init(year: year, month: month, day: day)
        }

        init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }

        var next: Day {
            if day < Day.length(of: month, in: year) { return Day(year: year, month: month, day: day + 1) }
            return month < 12
                ? Day(year: year, month: month + 1, day: 1) : Day(year: year + 1, month: 1, day: 1)
        }

        static func < (left: Day, right: Day) -> Bool {
            (left.year, left.month, left.day) < (right.year, right.month, right.day)
        }

        static func length(of month: Int, in year: Int) -> Int {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        }
    }
}
