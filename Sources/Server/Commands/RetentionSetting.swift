import Domain

/// A rule and how long it keeps, as `actions=8y`.
struct RetentionSetting {
    struct Refusal: Error {
        let sentence: String
    }

    let rule: RetentionRule
    let period: RetentionPeriod

    init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw Refusal(sentence: "--set is a rule and a period such as actions=8y; \"\(text)\" is not.")
        }
        guard let rule = RetentionRule(rawValue: parts[0]) else {
            let names = RetentionRule.allCases.map(\.rawValue)
            let nearest = nearestName(to: parts[0], in: names).map { " Do you mean \($0)?" } ?? ""
            throw Refusal(
                sentence:
                    "No rule is called \"\(parts[0])\".\(nearest) There are \(names.joined(separator: ", "))."
            )
        }
        guard let period = RetentionPeriod(parts[1]) else {
            throw Refusal(
                sentence:
                    "\"\(parts[1])\" is no period. Give years as 8y, months as 18m, at most 100 years, or permanent."
            )
        }
        if let refusal = rule.refusal(of: period) { throw Refusal(sentence: refusal) }
        self.rule = rule
        self.period = period
    }
}
