/// What a value counts or measures.
package enum Unit: String, CaseIterable, Sendable {
    case count, percent
    case percentChange = "percent_change"
    case ratePer10000 = "rate_per_10000"
    case perMonth = "per_month"
    case weeks, months, gbp
    case gbpPerWeek = "gbp_per_week"
    case visits
    case indexScore = "index_score"
    case rank, ratio

    /// What is wrong with a value of this unit, or nil.
    package func problem(with value: ExactDecimal, at pointer: String) -> ValidationProblem? {
        switch self {
        case .percent where value < .zero || ExactDecimal.hundred < value:
            ValidationProblem(
                pointer: pointer, code: "value_outside_unit",
                message: "A percent lies between 0 and 100; \(value) does not. A change is a percent_change.")
        case .count where value < .zero || !value.isWhole, .visits where value < .zero || !value.isWhole:
            ValidationProblem(
                pointer: pointer, code: "value_outside_unit",
                message: "A count is a whole number and not negative; \(value) is not.")
        case .rank where value <= .zero || !value.isWhole:
            ValidationProblem(
                pointer: pointer, code: "value_outside_unit",
                message: "A rank is a whole number from 1; \(value) is not.")
        default: nil
        }
    }
}

extension ExactDecimal {
    fileprivate static let hundred = ExactDecimal(whole: 100)

    fileprivate init(whole: Int64) {
        guard let decimal = ExactDecimal("\(whole)") else {
            preconditionFailure("A small integer is a decimal.")
        }
        self = decimal
    }
}
