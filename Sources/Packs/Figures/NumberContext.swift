/// Where a number is a name, a limit, an age or an address, and no value.
enum NumberContext {
    private static let labels: Set<String> = [
        "section", "sections", "s", "s.", "level", "levels", "stage", "table", "figure", "fig", "appendix",
        "page", "pages",
        "paragraph", "paragraphs", "para", "part", "parts", "no", "version", "v", "ref", "option", "phase",
        "tier", "band",
        "grade", "ks", "regulation", "regulations", "reg", "schedule", "chapter", "volume", "item", "minute",
        "minutes",
        "priority", "outcome", "article", "note", "footnote", "room", "floor", "class", "annex", "type",
        "form", "step",
        "objective", "recommendation", "theme", "workstream", "goal", "aim", "clause", "rule", "question",
        "q", "unit",
        "act", "telephone", "tel", "phone", "textphone", "fax", "ext", "extension", "key", "protocol",
        "group", "standard",
    ]
    private static let limits: Set<String> = ["or"]
    private static let beforeAge: Set<String> = ["aged", "age", "ages"]

    static func isDash(_ token: Token) -> Bool { ["-", "–", "—"].contains(token.key) }

    /// Where a number that is no value ends, or nil when it may be one.
    static func excludedEnd(at index: Int, in tokens: [Token]) -> Int? {
        func token(_ place: Int) -> Token? { tokens.indices.contains(place) ? tokens[place] : nil }
        func key(_ place: Int) -> String { token(place)?.key ?? "" }
        let here = tokens[index]
        let next = token(index + 1)
        let before = key(index - 1)
        // The number of a paragraph.
        if index == 0, here.isNumber, next?.key == "." || next?.key == ")" { return 2 }
        // Telephone numbers, codes: a nought in front, or stuck to a letter or a sign of an address.
        if here.isNumber, here.text.utf8.first == 48, here.text.utf8.count > 1, !here.text.contains(".") {
            var end = index + 1
            while token(end)?.isNumber == true || key(end) == "/" { end += 1 }
            return end
        }
        if here.isNumber, here.isJoined, ["/", "_", ":", "=", "@", ".", "#"].contains(before) {
            return index + 1
        }
        if here.isNumber, here.isJoined, token(index - 1)?.kind == .word { return index + 1 }
        // `3+`, `18's`, `1st`, and numbers joined to a word that is no unit of time.
        if let next, next.isJoined {
            if next.key == "+" || next.key == "'" || next.key == ":" { return index + 2 }
            if next.kind == .word { return index + 2 }
            if here.isNumber, isDash(next) || next.key == "/", let after = token(index + 2), after.isJoined,
                after.isNumber || after.kind == .word
            {
                if next.key == "/", after.isNumber { return sectionPair(at: index, in: tokens) }
                return index + 3
            }
        }
        if labels.contains(before) { return listEnd(at: index, in: tokens) }
        if before == ".", ["no", "para", "s", "reg", "fig", "ref", "v"].contains(key(index - 2)) {
            return index + 1
        }
        if before == "number", key(index - 2) != "the", token(index + 1)?.kind != .word { return index + 1 }
        // `aged 0 to 17`, `between the ages of 5 and 11`, `under 18`.
        if tokens[..<index].suffix(4).contains(where: { beforeAge.contains($0.key) }),
            (here.integer ?? 0) <= 110,
            !(next?.key == "%")
        {
            return index + 1
        }
        if isAgeRange(at: index, in: tokens) { return index + 3 }
        // Units of time, with an adjective between: `15 working days`.
        var unit = index + 1
        if ["working", "calendar", "clear", "consecutive", "school", "full", "further", "more"].contains(
            key(unit))
        {
            unit += 1
        }
        if let word = token(unit), word.kind == .word, CountedNouns.isTime(word.key) { return unit + 1 }
        if ["and", "to", "or"].contains(key(index + 1)),
            token(index + 2)?.isNumber == true || NumberWords.value(key(index + 2)) != nil,
            CountedNouns.isTime(key(index + 3))
        {
            return index + 4
        }
        // `five or more`, `5 or fewer`.
        if limits.contains(key(index + 1)),
            ["more", "fewer", "less", "over", "under", "above"].contains(key(index + 2))
        {
            return index + 3
        }
        if ["am", "pm", "a.m", "p.m"].contains(key(index + 1)) { return index + 2 }
        if ["votes", "vote", "abstention", "abstentions", "kb", "mb"].contains(key(index + 1)) {
            return index + 2
        }
        if key(index + 1) == "percentage" && key(index + 2).hasPrefix("point") { return index + 3 }
        if before == "same" || (before == "(" && next?.key == "being") { return index + 1 }
        if ["p", "a"].contains(key(index + 1)), key(index + 2) == ".", key(index + 3) == "m" {
            return index + 4
        }
        // The base of a rate.
        if before == "per" { return index + 1 }
        if next?.key == ":" && token(index + 2)?.isJoined == true { return index + 3 }
        return nil
    }

    /// `Section 17 and 20`, `items 5, 6 and 7`.
    private static func listEnd(at index: Int, in tokens: [Token]) -> Int {
        var end = index + 1
        while end + 1 < tokens.count, ["and", ",", "&", "to", "/", "-", "–", "or"].contains(tokens[end].key),
            tokens[end + 1].isNumber, tokens[end + 1].integer.map({ $0 < 1_000 }) ?? true,
            // A value may follow: "At Key Stage 2, 61% of pupils".
            !(end + 2 < tokens.count
                && (tokens[end + 2].key == "%"
                    || (tokens[end].key == "," && tokens[end + 2].kind == .word
                        && tokens[end + 2].key != "and")))
        {
            end += 2
        }
        return end
    }

    /// `175/157` is a pair of sections; `4/6` may be four of six.
    private static func sectionPair(at index: Int, in tokens: [Token]) -> Int? {
        guard let part = tokens[index].integer, let whole = tokens[index + 2].integer else {
            return index + 3
        }
        let isBefore = index > 0 && labels.contains(tokens[index - 1].key)
        return isBefore || part > whole || whole > 1_000 || (part, whole) == (24, 7) ? index + 3 : nil
    }

    /// `10 to 15 year olds`, `14-17 years`, `0 to 17 year`.
    private static func isAgeRange(at index: Int, in tokens: [Token]) -> Bool {
        guard index + 3 < tokens.count,
            ["to", "and", "until", "-", "–", "or"].contains(tokens[index + 1].key),
            tokens[index + 2].isNumber
        else { return false }
        return CountedNouns.isTime(tokens[index + 3].key)
    }
}
