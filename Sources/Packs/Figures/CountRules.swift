import Domain

/// Which plain numbers are counts: those that stand before what they count, or behind what counts it.
struct CountRules {
    let tokens: [Token]
    let sentence: Range<Int>

    private static let subjects: Set<String> = [
        "number", "numbers", "total", "totals", "count", "volume", "figure", "figures", "lists", "list",
        "caseload", "caseloads",
        "population", "score", "rate", "those", "attendance",
    ]
    private static let links: Set<String> = [
        "to", "at", "from", "was", "were", "is", "are", "of", ":", "reached", "totalled", "by",
    ]

    /// - Parameter isAfterCount: whether a count stands before it in the same sentence, of which it may be a part.
    func isCount(_ quantity: Quantity, isAfterCount: Bool) -> Bool {
        // A rate on another base than 10,000 has no unit here.
        if quantity.measure == .count, hasOtherBase { return false }
        if quantity.isWord || quantity.outOf != nil { return true }
        let start =
            quantity.approximation == nil
            ? quantity.range.lowerBound
            : NumberWords.approximation(before: quantity.range.lowerBound, in: tokens)?.start
                ?? quantity.range.lowerBound
        if quantity.measure == .count, !quantity.value.isWhole { return false }
        if hasNoun(after: quantity.range.upperBound) { return true }
        let before = start > sentence.lowerBound ? tokens[start - 1].key : ""
        let head = tokens[sentence.lowerBound..<start]
        // A first letter that was read wrongly: "Lumber".
        let hasSubject = head.contains {
            Self.subjects.contains($0.key) || ($0.key.hasSuffix("umber") && $0.key.utf8.count <= 7)
        }
        if hasSubject, Self.links.contains(before) { return true }
        if quantity.text.contains(",") { return true }
        let next =
            quantity.range.upperBound < sentence.upperBound ? tokens[quantity.range.upperBound].key : ""
        if isDone(next, before) { return true }
        // "46 a day"
        if ["a", "per", "each"].contains(next), quantity.range.upperBound + 1 < sentence.upperBound,
            CountedNouns.isTime(tokens[quantity.range.upperBound + 1].key)
        {
            return true
        }
        guard isAfterCount else { return false }
        if ["which", "whom"].contains(before) || ["red", "amber", "green"].contains(next) { return true }
        if isOfOtherTime(quantity) { return true }
        if start > sentence.lowerBound + 1, ["to", "with", "from"].contains(before),
            ["compared", "comparison", "down", "up", "against"].contains(tokens[start - 2].key)
        {
            return true
        }
        return ["with", "and", ",", "(", ";", ":"].contains(before)
            && (isShared(quantity)
                || ["being", "on", "in", "of", "were", "are", "who", "under", "at", "from", "still"].contains(
                    next))
            || hasBracketCue(before: start)
    }

    private var hasOtherBase: Bool {
        sentence.dropLast().contains {
            tokens[$0].key == "per" && tokens[$0 + 1].isNumber && (tokens[$0 + 1].integer ?? 0) >= 100
                && tokens[$0 + 1].key != "10000"
        }
    }

    /// "41 (64%)": a count with its share.
    private func isShared(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        return end + 2 < sentence.upperBound && tokens[end].key == "(" && tokens[end + 1].isNumber
            && tokens[end + 2].key == "%"
    }

    /// "with 24 granted by the courts".
    private func isDone(_ next: String, _ before: String) -> Bool {
        let isVerb =
            next.hasSuffix("ed") && next.utf8.count > 4
            || ["went", "left", "came", "took", "fell"].contains(next)
        return ["with", "and", ","].contains(before) && isVerb
    }

    /// "(2020/21: 588)", "(588 in 2020/21)": a bracket with a value and its time.
    private func isOfOtherTime(_ quantity: Quantity) -> Bool {
        var start = quantity.range.lowerBound
        while start > sentence.lowerBound, tokens[start - 1].key != "(" {
            if [")", ",", ";"].contains(tokens[start - 1].key) { return false }
            start -= 1
        }
        guard start > sentence.lowerBound, quantity.range.lowerBound - start <= 7 else { return false }
        var end = quantity.range.upperBound
        while end < sentence.upperBound, ![")", ",", ";"].contains(tokens[end].key) { end += 1 }
        guard end < sentence.upperBound, end - quantity.range.upperBound <= 7 else { return false }
        return (start..<end).contains { place in
            !quantity.range.contains(place)
                && (tokens[place].isYear || tokens[place].key.hasPrefix("quarter")
                    || Calendar.month(tokens[place]) != nil
                    || (tokens[place].kind == .word && tokens[place].text.utf8.count == 2
                        && tokens[place].key.hasPrefix("q")))
        }
    }

    private func hasBracketCue(before start: Int) -> Bool {
        let words = tokens[max(sentence.lowerBound, start - 6)..<start].map(\.key)
        return words.contains("(") && words.contains("year")
            || words.contains("from") && words.suffix(3).contains("from")
    }

    /// A plural noun within the next words of the same phrase.
    private func hasNoun(after place: Int) -> Bool {
        var index = place
        while index < sentence.upperBound, index < place + 7, tokens[index].kind == .word {
            let word = tokens[index].key
            if CountedNouns.isTime(word) { return false }
            if CountedNouns.isPlural(word) { return true }
            if [
                "and", "or", "to", "in", "on", "at", "for", "with", "is", "was", "were", "are", "by", "from",
                "as", "which", "that", "the", "of",
            ].contains(word) {
                return word == "of" && index == place && index + 2 < sentence.upperBound
                    && (["these", "the", "those", "them"].contains(tokens[index + 1].key))
            }
            index += 1
        }
        return false
    }
}
