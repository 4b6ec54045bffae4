import Domain

/// Reads what was declared: nothing, something, or nothing printed.
enum DeclarationReader {
    private static let nones = [
        "there were no", "no declarations", "no interests", "none were", "no member", "no disclosable",
        "there were none",
        "no such", "none declared", "none received", "no whip", "no party whip", "no councillor",
    ]

    static func read(_ lines: [TextLine], title: String, into facts: inout MinutesFacts, seats: [SeatFacts]) {
        let coversWhip = title.contains("whip")
        for line in lines {
            let lower = ActionReader.withoutNumber(line.text).lowercased()
            let isNone =
                ["none", "none.", "nil", "nil."].contains(lower) || nones.contains { lower.hasPrefix($0) }
                || lower.contains("no declarations of interest")
                || lower.contains("no interests were declared")
                || lower.contains("no further declarations") && facts.declarations.isEmpty
            if isNone {
                if facts.interests == .notStated,
                    !lower.contains("whip") || lower.contains("interest") || lower.hasPrefix("none")
                        || lower.hasPrefix("there were none")
                {
                    facts.interests = .none
                }
                if facts.whip == .notStated,
                    lower.contains("whip")
                        || (coversWhip
                            && (lower.hasPrefix("none") || lower.hasPrefix("nil")
                                || lower.hasPrefix("there were none")))
                {
                    facts.whip = .none
                }
                continue
            }
            if lower.contains("whip") { readWhip(line, lower, &facts) }
            if lower.contains("declar") || lower.contains("interest") { readInterest(line, &facts) }
        }
    }

    private static func readWhip(_ line: TextLine, _ lower: String, _ facts: inout MinutesFacts) {
        if lower.contains("no ") && lower.contains("whip") {
            if facts.whip == .notStated { facts.whip = .none }
            return
        }
        guard lower.contains("declared") || lower.contains("under") || lower.contains("subject to") else {
            return
        }
        facts.whip = .declared
        let group = ["Conservative", "Labour", "Liberal Democrat", "Green", "Independent"].first {
            line.text.contains($0)
        }
        facts.declarations.append(
            .init(
                name: group == nil ? subject(line.text) : nil, kind: .whip, group: group, type: .notStated,
                item: item(in: line.text, facts.items), nature: String(line.text.prefix(1_900)),
                withdrew: false,
                line: line.number))
    }

    private static func readInterest(_ line: TextLine, _ facts: inout MinutesFacts) {
        let tokens = Tokenizer.tokens(of: line.text)
        let bytes = Array(line.text.utf8)
        for sentence in Sentences.ranges(of: tokens) {
            let text = String(
                decoding: bytes[tokens[sentence.lowerBound].start..<tokens[sentence.upperBound - 1].end],
                as: UTF8.self)
            let lower = text.lowercased()
            guard lower.contains("declared") || lower.contains("declares") || lower.contains("disclosed"),
                lower.contains("interest"), let name = subject(text)
            else {
                if lower.contains("left the") || lower.contains("withdrew"), !facts.declarations.isEmpty {
                    facts.declarations[facts.declarations.count - 1].withdrew = true
                }
                continue
            }
            facts.interests = .declared
            facts.declarations.append(
                .init(
                    name: name, kind: .interest, group: nil, type: type(lower),
                    item: item(in: text, facts.items),
                    nature: nature(text), withdrew: lower.contains("left the") || lower.contains("withdrew"),
                    line: line.number))
        }
    }

    /// The name in front of "declared".
    private static func subject(_ text: String) -> String? {
        for verb in [" declared", " declares", " disclosed", " stated that", " reported"] {
            guard let place = text.firstRange(of: verb) else { continue }
            let head = String(text[..<place.lowerBound])
            if let entry = People.entry(head) ?? AttendanceReader.surname(head, in: head) {
                return entry.name
            }
            // "The Chair, Councillor T Ives, declared"
            return head.split(separator: ",").reversed().lazy.compactMap { People.entry(String($0))?.name }
                .first
        }
        return nil
    }

    private static func type(_ lower: String) -> InterestType {
        if lower.contains("disclosable pecuniary") || lower.contains(" dpi") { return .dpi }
        if lower.contains("other disclosable") { return .odi }
        if lower.contains("non-registrable") || lower.contains("non registrable") { return .nri }
        if lower.contains("registrable") { return .ori }
        if lower.contains("prejudicial") && !lower.contains("not prejudicial")
            && !lower.contains("non-prejudicial")
        {
            return .prejudicial
        }
        if lower.contains("personal") { return .personal }
        return lower.contains("pecuniary") && !lower.contains("non-pecuniary") ? .dpi : .notStated
    }

    /// The item by its number as printed, else by the number behind the word.
    private static func item(in text: String, _ items: [ItemFacts]) -> String? {
        let words = text.split(whereSeparator: { " ,;()".contains($0) }).map { word in
            var word = String(word)
            while let last = word.last, ".:".contains(last) { word.removeLast() }
            return word
        }
        if let named = items.first(where: { $0.number.contains { !$0.isNumber } && words.contains($0.number) }
        ) {
            return named.number
        }
        let tokens = Tokenizer.tokens(of: text)
        guard
            let place = tokens.indices.dropLast().first(where: {
                ["item", "minute"].contains(tokens[$0].key)
            })
        else { return nil }
        for index in (place + 1)..<min(tokens.count, place + 5)
        where tokens[index].isNumber || NumberWords.value(tokens[index].key) != nil {
            if tokens[index].isNumber, index + 2 < tokens.count, tokens[index + 1].key == "/",
                tokens[index + 2].isNumber
            {
                return tokens[index].text + "/" + tokens[index + 2].text
            }
            return tokens[index].isNumber
                ? tokens[index].text : NumberWords.value(tokens[index].key).map(String.init)
        }
        return nil
    }

    private static func nature(_ text: String) -> String? {
        for cue in [
            " as he", " as she", " as they", " as a ", " as an ", " because ", " due to ", " by virtue",
            " being ",
        ] {
            if let place = text.firstRange(of: cue) {
                return String(text[place.lowerBound...].trimmed.prefix(1_900))
            }
        }
        return nil
    }
}
