/// Whether a small number written as a word counts events or people of the report, or only happens to stand there.
enum WordCount {
    private static let events: Set<String> = [
        "held", "met", "undertaken", "taken", "given", "found", "made", "begun", "won", "been", "recruitment",
        "appointment", "shown", "sent", "brought", "took", "were", "was", "put", "did", "built",
    ]
    private static let pointers: Set<String> = [
        "the", "these", "those", "last", "next", "first", "following", "final", "previous", "other", "past",
        "same",
        "into", "every", "other", "least",
    ]

    static func isStatement(at index: Int, in tokens: [Token]) -> Bool {
        let before = index > 0 ? tokens[index - 1].key : ""
        if pointers.contains(before) { return false }
        if index > 0, tokens[index].isJoined, before != "(" { return false }
        let isOne = tokens[index].key == "one"
        if isOne { return isSubject(at: index, in: tokens) }
        if before == "all", index + 1 < tokens.count, ["were", "was", "had"].contains(tokens[index + 1].key) {
            return true
        }
        let isHead = index == 0 || (tokens[index - 1].key == "." && !tokens[index].isJoined)
        if isHead, index + 1 < tokens.count, ["are", "were", "have", "had"].contains(tokens[index + 1].key) {
            return true
        }
        guard let noun = noun(after: index, in: tokens) else { return false }
        if index > 1, tokens[index - 1].key == "been", ["have", "has", "had"].contains(tokens[index - 2].key)
        {
            return true
        }
        let near = tokens[max(0, index - 10)..<min(tokens.count, noun + 12)]
        return near.contains { isEvent($0) }
    }

    private static func isEvent(_ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        return events.contains(token.key)
            || (token.key.hasSuffix("ed") && token.key.utf8.count > 4 && !token.isCapitalised)
    }

    /// The counted noun within the next words of the same phrase.
    private static func noun(after index: Int, in tokens: [Token]) -> Int? {
        var place = index + 1
        while place < tokens.count, place <= index + 9, tokens[place].kind == .word {
            if CountedNouns.isTime(tokens[place].key) { return nil }
            if CountedNouns.isPlural(tokens[place].key) { return place }
            let isName =
                tokens[place].key == "and" && place + 1 < tokens.count && tokens[place - 1].isCapitalised
                && tokens[place + 1].isCapitalised
            let isWhole =
                tokens[place].key == "of" && place == index + 1 && place + 2 < tokens.count
                && tokens[place + 1].key == "the"
            if isName || isWhole {
                place += isWhole ? 2 : 1
                continue
            }
            if ["of", "and", "or", "to", "in", "on", "at", "for", "with", "is", "was", "were", "are"]
                .contains(tokens[place].key)
            {
                return nil
            }
            place += 1
        }
        return nil
    }

    /// "One building ... did close", "one review has been completed": the one is the subject of what happened.
    private static func isSubject(at index: Int, in tokens: [Token]) -> Bool {
        var place = index + 1
        var depth = 0
        var words = 0
        while place < tokens.count, words <= 14 {
            let token = tokens[place]
            if token.key == "(" { depth += 1 }
            if token.key == ")" { depth -= 1 }
            if depth == 0, token.kind == .word {
                if ["has", "had", "was", "did"].contains(token.key) { return words >= 1 }
                if [
                    "of", "in", "to", "year", "or", "and", "another", "such", "particular", "that", "which",
                    "who", "for", "at",
                ].contains(token.key) {
                    return false
                }
                words += 1
            }
            if depth == 0, [",", ".", ";", ":"].contains(token.key) { return false }
            place += 1
        }
        return false
    }
}
