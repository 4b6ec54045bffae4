import Domain

/// The council whose pack it is, and its area.
struct Council: Sendable {
    let name: String
    let area: Area

    private static let kinds: [(words: [String], kind: AreaKind)] = [
        (["county"], .county), (["city"], .district), (["borough"], .district), (["district"], .district),
        (["metropolitan", "borough"], .district), (["metropolitan", "district"], .district),
        (["county", "borough"], .district),
        ([], .other),
    ]

    private static let cues = [
        "Council", "COUNCIL", "Borough of", "BOROUGH OF", "Combined Authority", "COMBINED AUTHORITY",
    ]

    /// The council that the text names most; the first one where two are named as often.
    static func find(in lines: [TextLine]) -> Council? {
        var counts: [String: Int] = [:]
        var order: [String] = []
        var filled = 0
        for line in lines {
            if !line.isBlank { filled += 1 }
            guard cues.contains(where: { line.raw.contains($0) }) else { continue }
            let tokens = Tokenizer.tokens(of: line.text)
            for index in tokens.indices {
                guard let name = name(endingAt: index, in: tokens) ?? boroughOf(at: index, in: tokens) else {
                    continue
                }
                // What stands at the head of the pack is its council, most of all as a line of its own.
                let isAlone = filled <= 3 && name.utf8.count + 6 >= line.text.utf8.count
                let weight = isAlone ? 12 : line.number <= 60 ? 3 : 1
                if counts[name] == nil { order.append(name) }
                counts[name, default: 0] += weight
            }
        }
        let best = order.max {
            (counts[$0] ?? 0, order.firstIndex(of: $1) ?? 0) < (
                counts[$1] ?? 0, order.firstIndex(of: $0) ?? 0
            )
        }
        if let best { return Council(name: best, area: area(of: best)) }
        return mailed(lines)
    }

    /// "Kent County Council", "Stoke-on-Trent City Council", "Brighton & Hove City Council".
    private static func name(endingAt index: Int, in tokens: [Token]) -> String? {
        let isCombined =
            tokens[index].key == "authority" && index > 0 && tokens[index - 1].key == "combined"
        guard tokens[index].key == "council" || isCombined, tokens[index].isCapitalised else { return nil }
        var start = index
        var words: [String] = []
        while start > 0, words.count < 6 {
            let before = tokens[start - 1]
            guard before.kind == .word,
                before.isCapitalised || ["and", "of", "upon", "on", "the"].contains(before.key)
            else { break }
            start -= 1
            words.insert(before.text, at: 0)
        }
        while let first = words.first,
            ["and", "of", "on", "the", "upon"].contains(first.lowercased())
                || leading.contains(first.lowercased())
        { words.removeFirst() }
        guard words.count >= 1,
            !["county", "city", "borough", "district", "full", "parish", "town"].contains(
                words[0].lowercased()) || words.count > 2,
            !words.contains(where: { notPlaces.contains($0.lowercased()) })
        else { return nil }
        let kind = words.last?.lowercased() ?? ""
        let hasKind = ["county", "city", "borough", "district", "metropolitan", "combined"].contains(kind)
        guard hasKind || words.count <= 3, words != ["Combined"], words != ["COMBINED"] else { return nil }
        return titled(words + [tokens[index].text])
    }

    private static let leading: Set<String> = [
        "in", "by", "from", "at", "with", "for", "to", "that", "a", "agenda", "members", "between", "minutes",
        "all",
    ]
    private static let notPlaces: Set<String> = [
        "full", "research", "arts", "wholly-owned", "owned", "school", "youth", "parish", "town", "privy",
        "general", "the", "medical", "cabinet",
        "meeting", "committee", "leader", "our", "this", "board", "nursing", "annual", "health", "social",
    ]

    /// "London Borough of Harrow".
    private static func boroughOf(at index: Int, in tokens: [Token]) -> String? {
        guard tokens[index].key == "borough", tokens[index].isCapitalised, index > 0,
            ["london", "royal"].contains(tokens[index - 1].key),
            index + 2 < tokens.count, tokens[index + 1].key == "of", tokens[index + 2].isCapitalised
        else { return nil }
        var words = [tokens[index - 1].text, tokens[index].text, "of"]
        var place = index + 2
        while place < tokens.count, tokens[place].kind == .word, words.count < 7,
            tokens[place].isCapitalised || (tokens[place].key == "and" && isCapitalised(place + 1, tokens)),
            !["council", "agenda", "minutes"].contains(tokens[place].key)
        {
            words.append(tokens[place].text)
            place += 1
        }
        return titled(words)
    }

    private static func isCapitalised(_ place: Int, _ tokens: [Token]) -> Bool {
        place < tokens.count && tokens[place].kind == .word && tokens[place].isCapitalised
    }

    /// Words in capitals become names; small words between them stay small.
    private static func titled(_ words: [String]) -> String {
        words.enumerated().map { place, word in
            let lower = word.lowercased()
            guard word.utf8.count > 1, word == word.uppercased() else { return word }
            return place > 0 && ["of", "and", "the", "upon", "on"].contains(lower)
                ? lower : lower.capitalisedFirst
        }.joined(separator: " ")
    }

    private static func area(of name: String) -> Area {
        var words = name.split(separator: " ").map(String.init)
        if words.last?.lowercased() == "council" { words.removeLast() }
        if words.suffix(2).map({ $0.lowercased() }) == ["combined", "authority"] { words.removeLast(2) }
        // "City of York", "Council of ..."
        if words.count > 2, ["city", "county"].contains(words[0].lowercased()), words[1].lowercased() == "of"
        {
            words.removeFirst(2)
        }
        let kind: AreaKind =
            words.last.map {
                $0.lowercased() == "county"
                    ? .county
                    : ["city", "borough", "district", "metropolitan"].contains($0.lowercased())
                        ? .district : .other
            } ?? .other
        while let last = words.last,
            ["county", "city", "borough", "district", "metropolitan"].contains(last.lowercased()),
            words.count > 1
        { words.removeLast() }
        if let of = words.firstIndex(where: { $0.lowercased() == "of" }), of <= 2,
            words[0].lowercased() == "london" || words[0].lowercased() == "royal"
        {
            words = Array(words[(of + 1)...])
        }
        return Area(words.joined(separator: " "), name.lowercased().contains("borough of") ? .district : kind)
    }

    /// From the domain of the addresses: "scrutiny@anytown.gov.uk".
    private static func mailed(_ lines: [TextLine]) -> Council? {
        for line in lines where line.raw.contains(".gov.uk") {
            let tokens = Tokenizer.tokens(of: line.text)
            for index in tokens.indices
            where tokens[index].key == "gov" && index >= 2 && tokens[index - 1].key == "." {
                let place = tokens[index - 2].text.lowercased()
                guard tokens[index - 2].kind == .word,
                    !["www", "publishing", "service", "democracy"].contains(place)
                else { continue }
                return Council(
                    name: place.capitalisedFirst + " Council", area: Area(place.capitalisedFirst, .other))
            }
        }
        return nil
    }
}
