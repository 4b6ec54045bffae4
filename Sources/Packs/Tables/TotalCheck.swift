import Domain

/// Holds the totals of a table against its rows.
///
/// A total of counts or pounds is the sum of the rows since the total before it; one of unit costs is their mean, weighted by
/// the counts beside them. What does not fit is kept and marked.
struct TotalCheck {
    struct Entry {
        let row: Int
        let column: Int
        let isTotal: Bool
        /// Its place among the figures.
        let place: Int
    }

    let entries: [Entry]

    /// The places of totals that do not fit.
    func mismatches(in figures: [Figure]) -> [Int] {
        var found: [Int] = []
        for total in entries where total.isTotal {
            let start = entries.last { $0.isTotal && $0.row < total.row }?.row ?? -1
            let rows = entries.filter {
                $0.column == total.column && $0.row > start && $0.row < total.row && !$0.isTotal
            }
            guard rows.count >= 2, let printed = number(figures[total.place].value) else { continue }
            let values = rows.map { number(figures[$0.place].value) }
            guard values.allSatisfy({ $0 != nil }) else { continue }
            switch figures[total.place].unit {
            case .count, .visits, .gbp:
                let sum = values.compactMap(\.self).reduce(0, +)
                if !isClose(sum, printed, within: 0.5) { found.append(total.place) }
            case .gbpPerWeek:
                if let mean = weighted(rows, figures), !isClose(mean, printed, within: max(1, mean / 100)) {
                    found.append(total.place)
                }
            default: break
            }
        }
        return found
    }

    private func weighted(_ rows: [Entry], _ figures: [Figure]) -> Double? {
        var sum = 0.0
        var weight = 0.0
        for row in rows {
            guard let count = entries.first(where: { $0.row == row.row && figures[$0.place].unit == .count }),
                let number = number(figures[count.place].value),
                let cost = self.number(figures[row.place].value)
            else { return nil }
            sum += number * cost
            weight += number
        }
        return weight > 0 ? sum / weight : nil
    }

    private func number(_ value: ExactDecimal?) -> Double? { value.flatMap { Double($0.description) } }

    private func isClose(_ left: Double, _ right: Double, within band: Double) -> Bool {
        (left - right).magnitude <= band
    }
}
