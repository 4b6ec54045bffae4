/// Finds lines that may name a child: by initials, by a first name or by a name that stands for one. Their words are
/// kept out of everything that is handed on.
enum ChildNames {
    private static let subjects: Set<String> = [
        "child", "girl", "boy", "baby", "sibling", "siblings", "pupil", "person", "mother", "father",
        "daughter", "son",
    ]
    private static let cases: Set<String> = ["case", "review", "scr", "pseudonym", "story", "study"]
    private static let verbs: Set<String> = [
        "who", "was", "is", "has", "had", "went", "said", "told", "lives", "lived", "attends", "attended",
        "became",
    ]

    static func lines(_ lines: [TextLine]) -> Set<Int> {
        let known = acronyms(lines)
        var found = Set<Int>()
        for line in lines where line.cells == nil && line.text.utf8.count > 20 {
            let tokens = Tokenizer.tokens(of: line.text)
            if hasInitials(tokens, known) || hasStandIn(tokens) { found.insert(line.number) }
        }
        return found
    }

    /// Capitals that stand on two lines or more, or that a bracket or a list explains, shorten something.
    private static func acronyms(_ lines: [TextLine]) -> Set<String> {
        var counts: [String: Int] = [:]
        var known = Set<String>()
        for line in lines {
            var here = Set<String>()
            let tokens = Tokenizer.tokens(of: line.text)
            for (index, token) in tokens.enumerated() where isCapitals(token) {
                here.insert(token.text)
                let isExplained = index > 0 && tokens[index - 1].key == "(" || line.cells != nil
                if isExplained { known.insert(token.text) }
            }
            for text in here { counts[text, default: 0] += 1 }
        }
        return known.union(counts.filter { $0.value > 1 }.keys)
    }

    private static func isCapitals(_ token: Token) -> Bool {
        token.kind == .word && (2...3).contains(token.text.utf8.count)
            && token.text.utf8.allSatisfy { (65...90).contains($0) }
    }

    /// "In relation to XY who was ...", "Child A", "a young person, XY, ...".
    private static func hasInitials(_ tokens: [Token], _ known: Set<String>) -> Bool {
        for index in tokens.indices {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            if isCapitals(tokens[index]), tokens[index].text.utf8.count == 2,
                !known.contains(tokens[index].text), let next,
                verbs.contains(next.key), tokens.contains(where: { subjects.contains($0.key) })
            {
                return true
            }
            // "Child A", "Baby P": a letter for a name.
            if subjects.contains(tokens[index].key), tokens[index].isCapitalised, let next,
                next.kind == .word, next.text.utf8.count <= 2, isLetterName(next)
            {
                return true
            }
        }
        return false
    }

    private static func isLetterName(_ token: Token) -> Bool {
        token.text.utf8.allSatisfy { (65...90).contains($0) }
            && (token.text.utf8.count == 1 || !["IN", "OF", "OR", "AN", "IS"].contains(token.text))
            && token.text != "I"
    }

    /// One capitalised word in quotation marks where a review of a case is told of.
    private static func hasStandIn(_ tokens: [Token]) -> Bool {
        for index in tokens.indices.dropLast(2) where ["'", "\"", "‘", "“"].contains(tokens[index].key) {
            let name = tokens[index + 1]
            guard name.kind == .word, name.isCapitalised, name.isJoined, name.text != name.text.uppercased(),
                ["'", "\"", "’", "”"].contains(tokens[index + 2].key) || name.text.hasSuffix("'"),
                name.key.allSatisfy({ $0.isLetter })
            else { continue }
            let near = tokens[max(0, index - 14)..<min(tokens.count, index + 8)]
            if near.contains(where: { cases.contains($0.key) }),
                near.contains(where: { ["review", "scr", "pseudonym", "study"].contains($0.key) })
            {
                return true
            }
        }
        return false
    }
}
