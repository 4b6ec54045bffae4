/// Divides the tokens of a line into sentences.
enum Sentences {
    private static let abbreviations: Set<String> = [
        "no", "e.g", "i.e", "eg", "ie", "qtr", "approx", "mr", "mrs", "ms", "dr", "st", "rev", "cllr",
        "cllrs", "s", "para",
        "etc", "vs", "reg", "nos", "p", "pp", "ref", "inc", "q",
    ]
    /// Marks of footnotes; a sentence may end at one without a full stop.
    private static let marks: Set<String> = ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

    static func ranges(of tokens: [Token]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in tokens.indices where ends(at: index, in: tokens) {
            if index + 1 > start { ranges.append(start..<index + 1) }
            start = index + 1
        }
        if start < tokens.count { ranges.append(start..<tokens.count) }
        return ranges
    }

    private static func ends(at index: Int, in tokens: [Token]) -> Bool {
        let token = tokens[index]
        guard token.kind == .sign else { return false }
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        if marks.contains(token.key) {
            return next.isCapitalised && !next.isJoined && index > 0 && tokens[index - 1].key != "."
        }
        if token.key == "!" || token.key == "?" { return !next.isJoined }
        guard token.key == ".", !next.isJoined else { return false }
        guard next.isCapitalised || next.isNumber || next.kind == .sign || NumberWords.value(next.key) != nil
        else { return false }
        guard index > 0 else { return true }
        let last = tokens[index - 1].key
        if abbreviations.contains(last) { return false }
        // An initial: "J. Smith".
        return !(last.utf8.count == 1 && tokens[index - 1].isCapitalised && tokens[index - 1].kind == .word)
    }
}
