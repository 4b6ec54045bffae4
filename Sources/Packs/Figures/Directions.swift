/// Words that say which way a value moved.
enum Directions {
    private static let falls: Set<String> = [
        "reduced", "reduction", "reducing", "reduce", "decreased", "decrease", "decreasing", "fell", "fall",
        "falling", "fallen",
        "dropped", "drop", "dropping", "declined", "decline", "declining", "down", "lower", "reductions",
        "loss", "cut",
    ]
    private static let rises: Set<String> = [
        "increased", "increase", "increasing", "rose", "rise", "rising", "risen", "grew", "growth", "grown",
        "up", "higher",
        "increases", "gain",
    ]
    private static let others: Set<String> = [
        "improved", "improvement", "improving", "worsened", "deteriorated", "steady", "constant", "stable",
        "unchanged",
        "static",
    ]
    private static let adverbs: Set<String> = [
        "slightly", "significantly", "slight", "significant", "sharply", "substantially", "marginally",
        "considerably",
    ]

    static func isFall(_ token: Token) -> Bool { falls.contains(token.key) }
    static func isChange(_ token: Token) -> Bool { falls.contains(token.key) || rises.contains(token.key) }
    static func isDirection(_ token: Token) -> Bool { isChange(token) || others.contains(token.key) }

    /// The direction word nearest to a value, looking back first, as printed with its adverb.
    static func stated(near range: Range<Int>, from start: Int, to end: Int, in tokens: [Token]) -> String? {
        var index = range.lowerBound - 1
        let first = max(start, range.lowerBound - 24)
        while index >= first {
            if isDirection(tokens[index]),
                !(tokens[index].key == "up" && isUpTo(index, tokens) && !isFromTo(index, tokens))
            {
                return printed(index, in: tokens)
            }
            index -= 1
        }
        for index in range.upperBound..<max(range.upperBound, min(end, range.upperBound + 3))
        where isDirection(tokens[index]) {
            return printed(index, in: tokens)
        }
        return nil
    }

    private static func isUpTo(_ index: Int, _ tokens: [Token]) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].key == "to"
    }

    private static func isFromTo(_ index: Int, _ tokens: [Token]) -> Bool {
        tokens[..<index].suffix(14).contains { $0.key == "from" || $0.key == "%" }
    }

    private static func printed(_ index: Int, in tokens: [Token]) -> String {
        if index + 1 < tokens.count, adverbs.contains(tokens[index + 1].key) {
            return "\(tokens[index].text) \(tokens[index + 1].text)"
        }
        if index > 0, adverbs.contains(tokens[index - 1].key) {
            return "\(tokens[index - 1].text) \(tokens[index].text)"
        }
        return tokens[index].text
    }
}
