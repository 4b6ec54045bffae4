import JSON
import Store

extension Filter {
    /// The parameters of a list that this filter answers: one for each comparison.
    var parameters: [QueryParameter] {
        comparisons.map { comparison in
            let suffix = comparison == .equal ? "" : "__\(comparison.rawValue)"
            return QueryParameter(
                name.text + suffix, comparison == .isNull ? .flagWord : schema(comparison),
                "\(words(comparison))\(isList(comparison) ? " A comma means any of." : "")")
        }
    }

    private func isList(_ comparison: Condition.Comparison) -> Bool {
        switch kind {
        case .flag, .absence: false
        default: [.equal, .notEqual, .oneOf].contains(comparison)
        }
    }

    private func schema(_ comparison: Condition.Comparison) -> Schema {
        let value = value
        // Any text is a list of texts.
        guard isList(comparison), value.json != Schema.addressText.json else { return value }
        return Schema.list(of: value, limit: FilterReader.valueLimit).with("minItems", 1)
    }

    /// One value.
    private var value: Schema {
        switch kind {
        case .integer: .integer(in: Int64.min...Int64.max)
        case .text, .folded: .addressText
        case .choice(_, let words), .member(_, let words): .choice(words)
        case .flag, .absence: .flagWord
        case .day: .day
        case .moment: .anyOf([.day, .moment, .localTime])
        case .decimal: .printedDecimal
        case .reference(_, let key): key == nil ? .integer(in: Int64.min...Int64.max) : .addressText
        case .period: .period
        }
    }

    private func words(_ comparison: Condition.Comparison) -> String {
        switch comparison {
        case .equal, .oneOf: "\(name) is the value."
        case .notEqual: "\(name) is not the value."
        case .greater: "\(name) is greater or later."
        case .greaterOrEqual: "\(name) is the value, greater or later."
        case .less: "\(name) is less or earlier."
        case .lessOrEqual: "\(name) is the value, less or earlier."
        case .contains: "\(name) contains the text."
        case .startsWith: "\(name) begins with the text."
        case .isNull: "\(name) is not known."
        }
    }
}
