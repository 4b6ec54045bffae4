/// Whether a value is told of as past, or as it is now.
enum Tense {
    case past, present

    private static let pastVerbs: Set<String> = [
        "was", "were", "had", "did", "became", "rose", "fell", "met", "held", "took", "saw", "gave", "found",
        "went", "made",
        "led", "began", "stood", "sent", "ran", "grew", "spent", "won", "came", "got",
    ]
    private static let presentVerbs: Set<String> = [
        "is", "are", "has", "have", "does", "do", "represent", "represents", "shows", "show", "indicates",
        "relate", "relates",
        "access", "remain", "remains", "takes", "gives", "makes", "means", "continue", "continues", "stands",
        "includes", "reflects", "suggests", "suggest", "provides", "brings", "serves", "employs", "receive",
        "live", "lives", "can", "will",
    ]
    private static let now: Set<String> = [
        "current", "currently", "average", "presently", "projected", "projections",
    ]

    /// The tense of the finite verb nearest before a value, else of the first after it.
    static func near(_ place: Int, in sentence: Range<Int>, of tokens: [Token]) -> Tense? {
        var index = place - 1
        while index >= max(sentence.lowerBound, place - 30) {
            if let tense = tense(of: index, in: tokens) { return tense }
            index -= 1
        }
        for index in place..<sentence.upperBound {
            if let tense = tense(of: index, in: tokens) { return tense }
        }
        return nil
    }

    private static func tense(of index: Int, in tokens: [Token]) -> Tense? {
        let token = tokens[index]
        guard token.kind == .word else { return nil }
        let before = index > 0 ? tokens[index - 1].key : ""
        if pastVerbs.contains(token.key) {
            return ["have", "has", "been", "be"].contains(before) ? nil : .past
        }
        if presentVerbs.contains(token.key) { return .present }
        guard token.key.hasSuffix("ed"), token.key.utf8.count > 4, !token.isCapitalised else { return nil }
        // A participle: "has increased", "as reported", "released by", "the agreed plan".
        let isPart = [
            "has", "have", "been", "being", "be", "is", "are", "as", "a", "the", "and", "of", "to", ",",
        ].contains(before)
        let after = index + 1 < tokens.count ? tokens[index + 1].key : ""
        return isPart || after == "by" ? nil : .past
    }

    /// "currently", "at the time of writing", "to date".
    static func isNow(_ sentence: Range<Int>, of tokens: [Token], isCount: Bool) -> Bool {
        for index in sentence {
            let key = tokens[index].key
            if now.contains(key) {
                if key == "average" && (index == 0 || tokens[index - 1].key != "on") { continue }
                return true
            }
            if key == "now" && isCount { return true }
            let next = index + 1 < sentence.upperBound ? tokens[index + 1].key : ""
            if key == "to" && next == "date" || key == "at" && next == "present"
                || key == "so" && next == "far"
            {
                return true
            }
            if key == "time" && next == "of" && index + 2 < sentence.upperBound
                && tokens[index + 2].key == "writing"
            {
                return true
            }
        }
        return false
    }
}
