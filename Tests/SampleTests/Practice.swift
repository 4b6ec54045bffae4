import Foundation

/// The practice key: statements of the pack that were read by hand.
struct Practice: Decodable {
    let observations: [Observation]

    static func load() throws -> Practice {
        try JSONDecoder().decode(Practice.self, from: Data(contentsOf: Checkout.practiceFile))
    }

    /// The statements that no figure of the sample answers; one figure answers one statement.
    func unanswered(by sample: Sample) -> [String] {
        let areaNames = Dictionary(sample.areas.map { ($0.code, $0.name) }) { first, _ in first }
        var unused = Set(sample.figures.indices)
        let particularFirst = observations.sorted { $0.weight > $1.weight }
        return particularFirst.compactMap { statement in
            let answer = unused.sorted().first {
                statement.isAnswered(by: sample.figures[$0], areaNames: areaNames)
            }
            guard let answer else { return "line \(statement.line): \(statement.name), \(statement.value)" }
            unused.remove(answer)
            return nil
        }
    }

    struct Observation: Decodable {
        let line: Int
        let page: Int?
        let name: String
        let unit: String
        let value: Decimal
        let approx: Bool
        let area: String
        let period: Period
        let previous: Previous?
        let comparators: [Comparator]

        var weight: Int { comparators.count + (previous == nil ? 0 : 1) }

        func isAnswered(by figure: SampleFigure, areaNames: [String: String]) -> Bool {
            guard figure.line == line, figure.value == value, figure.unit == unit, figure.page == page,
                areaNames[figure.area] == area, (figure.approximate != nil) == approx,
                period.isSame(as: figure.period)
            else { return false }
            if let previous {
                guard let printed = figure.previous, printed.value == previous.value,
                    previous.period.isSame(as: printed.period)
                else { return false }
            }
            return comparators.allSatisfy { wanted in
                (figure.comparators ?? []).contains {
                    areaNames[$0.area] == wanted.area && $0.value == wanted.value
                        && (wanted.period?.isSame(as: $0.period) ?? ($0.period == nil))
                }
            }
        }
    }

    struct Previous: Decodable {
        let value: Decimal
        let period: Period
    }

    struct Comparator: Decodable {
        let area: String
        let value: Decimal
        let period: Period?
    }

    struct Period: Decodable {
        let kind: String
        let start: String?
        let end: String?

        /// A `range` is a custom period or a rolling year; a period without days is none or a custom one.
        func isSame(as printed: SamplePeriod?) -> Bool {
            guard let start, let end else {
                return printed == nil || (kind == "projection" && printed?.kind == "custom")
            }
            guard let printed, printed.start == start, printed.end == end else { return false }
            return kind == "range" ? ["custom", "rolling_12m"].contains(printed.kind) : printed.kind == kind
        }
    }
}
