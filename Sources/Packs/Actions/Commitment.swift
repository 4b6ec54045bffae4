import Domain

/// A sentence that says what will be done.
struct Commitment {
    let text: String
    let quote: String?
    let owner: String?
    let due: CalendarDate?
    let dueText: String?

    private static let planned: Set<String> = [
        "planned", "scheduled", "developed", "produced", "drafted", "prepared", "refreshed", "reviewed",
        "established",
    ]
    private static let bodies: Set<String> = [
        "board", "council", "team", "panel", "committee", "group", "cabinet", "partnership", "service",
        "services", "trust", "authority", "police", "officers", "officer",
        "director", "manager", "head", "unit", "partners", "chair", "commissioner", "schools", "providers",
        "ccg", "directorate", "department",
    ]

    init?(
        _ tokens: [Token], _ sentence: Range<Int>, _ line: TextLine, context: PeriodContext,
        meetingDay: CalendarDate?
    ) {
        guard (6...500).contains(sentence.count), let cue = Self.cue(tokens, sentence) else { return nil }
        let bytes = Array(line.text.utf8)
        text = ActionReader.withoutNumber(
            String(
                decoding: bytes[tokens[sentence.lowerBound].start..<tokens[sentence.upperBound - 1].end],
                as: UTF8.self))
        quote = Self.quote(tokens, sentence, cue, bytes)
        owner = Self.owner(tokens, sentence, cue)
        let rest = Array(tokens[cue..<sentence.upperBound])
        let found = Self.dueFound(in: rest, context)
        // A day long gone is no day to do it by.
        if let day = found?.period?.end, meetingDay.map({ day >= $0.addingDays(-60) }) ?? true {
            due = day
            dueText = found.map { String($0.text.prefix(190)) }
        } else {
            due = nil
            dueText = nil
        }
    }

    /// "will continue to ...", "is being developed", "is planned for".
    private static func cue(_ tokens: [Token], _ sentence: Range<Int>) -> Int? {
        for index in sentence.dropLast(2) {
            let next = tokens[index + 1].key
            switch tokens[index].key {
            case "will":
                let start = tokens[sentence.lowerBound].key
                if ["not", "have", "note"].contains(next)
                    || (next == "be"
                        && ["aware", "able", "important", "necessary"].contains(
                            index + 2 < sentence.upperBound ? tokens[index + 2].key : ""))
                {
                    return nil
                }
                let isExpected =
                    start == "it"
                    && tokens[sentence.lowerBound..<index].contains {
                        ["expected", "hoped", "anticipated", "intended", "planned", "proposed"].contains(
                            $0.key)
                    }
                if isExpected { return index }
                if ["if", "where", "when", "as"].contains(start)
                    || tokens[sentence.lowerBound..<index].contains(where: {
                        $0.key == "which" || $0.key == "that" || $0.key == "who" || $0.key == "if"
                    })
                {
                    return nil
                }
                return index
            case "is", "are":
                let last = index + 2 < sentence.upperBound ? tokens[index + 2].key : ""
                if next == "being", planned.contains(last) { return index }
                if next == "planned" || next == "scheduled" { return index }
                if next == "currently", last == "scheduled" || last == "planned" { return index }
                let subject = index > sentence.lowerBound ? tokens[index - 1].key : ""
                if next == "to",
                    ![
                        "aim", "purpose", "duty", "role", "objective", "function", "reason", "focus",
                        "intention",
                    ].contains(subject), !["the", "a", "all", "this"].contains(last),
                    tokens[index].key == "is" || last == "be"
                {
                    return index
                }
                if next == "working", last == "on" || last == "to" { return index }
                if next == "under", last == "development" { return index }
                if next == "in" && last == "the" && index + 4 < sentence.upperBound
                    && tokens[index + 3].key == "process"
                {
                    return index
                }
                // "There is a need to ..."
                if next == "a", last == "need" { return index }
            default: break
            }
        }
        return nil
    }

    /// The body or post in front of what will be done; a person's name is none.
    private static func owner(_ tokens: [Token], _ sentence: Range<Int>, _ cue: Int) -> String? {
        var first = sentence.lowerBound
        while first < cue, tokens[first].isNumber || tokens[first].kind == .sign || tokens[first].key == "the"
        { first += 1 }
        guard cue - first >= 1, cue - first <= 12, tokens[first].isCapitalised else { return nil }
        let words = tokens[first..<cue]
        guard let last = words.last, words.allSatisfy({ $0.kind == .word || $0.key == "," }) else {
            return nil
        }
        let isBody = words.contains { bodies.contains($0.key) }
        let isAcronym = words.count == 1 && last.text == last.text.uppercased() && last.text.utf8.count >= 3
        guard isBody || isAcronym,
            !words.contains(where: { ["of", "in", "about"].contains($0.key) && words.count > 9 })
        else { return nil }
        return String(words.map(\.text).joined(separator: " ").replacing(" ,", with: ",").prefix(190))
    }

    private static func dueFound(in tokens: [Token], _ context: PeriodContext) -> FoundPeriod? {
        PeriodFinder.find(in: tokens, context).first {
            $0.period != nil && $0.meaning != .lastYear && $0.meaning != .thisYear
        }
            ?? bareYear(in: tokens)
    }

    /// "in 2018", "by 2020".
    private static func bareYear(in tokens: [Token]) -> FoundPeriod? {
        guard
            let index = tokens.indices.dropFirst().first(where: {
                tokens[$0].isYear && ["by", "in", "during"].contains(tokens[$0 - 1].key)
            }), let year = tokens[index].integer
        else { return nil }
        return FoundPeriod(
            range: index..<index + 1, period: Calendar.calendarYear(year), meaning: .printed,
            text: tokens[index].text)
    }

    static func due(in tokens: [Token], _ context: PeriodContext) -> CalendarDate? {
        dueFound(in: tokens, context)?.period?.end
    }

    private static func quote(_ tokens: [Token], _ sentence: Range<Int>, _ cue: Int, _ bytes: [UInt8])
        -> String?
    {
        let start = tokens[max(sentence.lowerBound, cue - 4)].start
        let rest = String(decoding: bytes[start..<tokens[sentence.upperBound - 1].end], as: UTF8.self)
        return Quotes.first(twelveWordsOf: rest)
    }
}
