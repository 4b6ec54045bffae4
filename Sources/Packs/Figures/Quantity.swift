import Domain

/// A number of a sentence that may be a value, with what it measures.
struct Quantity: Sendable {
    enum Measure: Sendable, Equatable {
        case percent, count, money, moneyPerWeek, rate, perMonth, weeks, months, score, rank, visits
    }

    /// Places of its tokens, sign and unit included.
    var range: Range<Int>
    var value: ExactDecimal
    /// As printed.
    var text: String
    var measure: Measure
    var approximation: Approximation?
    /// Printed as words.
    var isWord = false
    /// The whole of which it is a part: 12 in "5 out of 12".
    var outOf: String?
    /// It says by how much something rose or fell.
    var isChange = false

    var unit: Unit {
        switch measure {
        case .percent: isChange ? .percentChange : .percent
        case .count: .count
        case .money: .gbp
        case .moneyPerWeek: .gbpPerWeek
        case .rate: .ratePer10000
        case .perMonth: .perMonth
        case .weeks: .weeks
        case .months: .months
        case .score: .indexScore
        case .rank: .rank
        case .visits: .visits
        }
    }

    /// Whether two values can be a value and the one before it.
    func isComparable(with other: Quantity) -> Bool {
        measure == other.measure && isChange == other.isChange
    }
}

extension ExactDecimal {
    /// The printed number, with noughts for "thousand" or "million".
    static func printed(_ digits: String, noughts: Int = 0) -> ExactDecimal? {
        let parts = digits.split(separator: ".", maxSplits: 1)
        var whole = parts.first.map(String.init) ?? "0"
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        for _ in 0..<noughts {
            whole.append(fraction.isEmpty ? "0" : fraction.removeFirst())
        }
        let isNegative = digits.hasPrefix("-")
        let magnitude = whole.drop { $0 == "0" || $0 == "-" }
        let text =
            (isNegative ? "-" : "") + (magnitude.isEmpty ? "0" : magnitude)
            + (fraction.isEmpty ? "" : "." + fraction)
        return ExactDecimal(text == "-0" ? "0" : text)
    }

    var negated: ExactDecimal {
        let text = description
        return ExactDecimal(text.hasPrefix("-") ? String(text.dropFirst()) : "-" + text) ?? self
    }
}
