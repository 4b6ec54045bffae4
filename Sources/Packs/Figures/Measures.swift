import Domain

/// Settles what plain numbers of a sentence measure from the words around them.
enum Measures {
    static func settled(_ quantities: [Quantity], in tokens: [Token], _ sentence: Range<Int>) -> [Quantity] {
        var result = quantities
        let keys = tokens[sentence].map(\.key)
        let hasRate = zip(keys, keys.dropFirst()).contains { $0 == "per" && $1 == "10000" }
        // An average may follow in the next sentence.
        let hasScore = tokens.contains { $0.key == "score" || $0.key == "scores" }
        let isMonthly = quantities.contains { $0.measure == .perMonth }
        for index in result.indices where result[index].measure == .count && !result[index].isWord {
            let before = tokens[
                max(sentence.lowerBound, result[index].range.lowerBound - 3)..<result[index].range.lowerBound
            ].map(\.key)
            if before.contains("ranked") || before.contains("rank") {
                result[index].measure = .rank
                result[index].outOf = result[index].outOf ?? ""
            } else if hasRate {
                result[index].measure = .rate
            } else if hasScore, !result[index].value.isWhole {
                result[index].measure = .score
            } else if isMonthly, isBeside(result[index], in: tokens, sentence) {
                result[index].measure = .perMonth
            } else if keys.contains("footfall"), before.last == "of" || before.last == "was" {
                result[index].measure = .visits
            }
        }
        for index in result.indices where result[index].measure == .money {
            let before = tokens[sentence.lowerBound..<result[index].range.lowerBound].suffix(14).map(\.key)
            if before.contains("weekly"),
                before.contains(where: { ["cost", "costs", "fee", "price"].contains($0) })
            {
                result[index].measure = .moneyPerWeek
            }
        }
        return addZero(result, in: tokens, sentence)
    }

    /// "(last year was 80)" after a monthly value.
    private static func isBeside(_ quantity: Quantity, in tokens: [Token], _ sentence: Range<Int>) -> Bool {
        tokens[max(sentence.lowerBound, quantity.range.lowerBound - 6)..<quantity.range.lowerBound].contains {
            $0.key == "year" || $0.key == "from"
        }
    }

    private static let unheld: Set<String> = [
        "issues", "concerns", "comments", "questions", "apologies", "declarations", "interests",
        "implications",
        "changes", "matters", "members", "items", "actions", "plans", "proposals", "objections", "minutes",
    ]

    /// "There were no permanent exclusions".
    private static func thereWereNo(_ quantities: [Quantity], in tokens: [Token], _ sentence: Range<Int>)
        -> [Quantity]?
    {
        let start = sentence.lowerBound
        guard start + 3 < sentence.upperBound, tokens[start].key == "there", tokens[start + 1].key == "were",
            tokens[start + 2].key == "no"
        else { return nil }
        for place in (start + 3)..<min(sentence.upperBound, start + 7) {
            guard tokens[place].kind == .word, !unheld.contains(tokens[place].key) else { return nil }
            guard CountedNouns.isPlural(tokens[place].key) else { continue }
            let text = tokens[(start + 2)...place].map(\.text).joined(separator: " ")
            var zero = Quantity(range: start + 2..<start + 3, value: .zero, text: text, measure: .count)
            zero.isWord = true
            return [zero] + quantities
        }
        return nil
    }

    /// "No complaints were upheld": a count of nought in words.
    private static func addZero(_ quantities: [Quantity], in tokens: [Token], _ sentence: Range<Int>)
        -> [Quantity]
    {
        let start = sentence.lowerBound
        if let none = thereWereNo(quantities, in: tokens, sentence) { return none }
        guard tokens[start].key == "no", start + 2 < sentence.upperBound, tokens[start + 1].kind == .word
        else { return quantities }
        for place in start + 2..<min(sentence.upperBound, start + 6) {
            guard
                tokens[place].key == "were"
                    || (tokens[place].key == "have"
                        && tokens[place + 1 < sentence.upperBound ? place + 1 : place].key == "been")
            else { continue }
            let verbs = tokens[place..<min(sentence.upperBound, place + 4)]
            guard CountedNouns.isPlural(tokens[place - 1].key),
                verbs.contains(where: { $0.key.hasSuffix("ed") || $0.key == "made" || $0.key == "held" })
            else { return quantities }
            let text = tokens[start..<place].map(\.text).joined(separator: " ")
            var zero = Quantity(range: start..<start + 1, value: .zero, text: text, measure: .count)
            zero.isWord = true
            return [zero] + quantities
        }
        return quantities
    }
}
