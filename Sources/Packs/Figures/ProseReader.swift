import Domain

/// Reads the values out of lines of prose, one line at a time, with what one line hands to the next.
struct ProseReader {
    let council: Area
    /// Unknown numbers that stand where a value could, for the list of what was not read.
    private(set) var unread: [Unread] = []
    var context = PeriodContext()
    var inherited = Inherited()

    private static let lineLimit = 20_000
    private static let sentenceLimit = 500

    init(council: Area) { self.council = council }

    /// The values of a line; `inherited` then holds what the next line may take from it.
    mutating func figures(of line: TextLine, topic: String?) -> [Figure] {
        // No paragraph is so long; noise is.
        guard line.text.utf8.count <= Self.lineLimit else {
            unread.append(
                Unread(
                    line: line.number, kind: .structure,
                    what: "a line of \(line.text.utf8.count) characters, too long to be a paragraph"))
            return []
        }
        let tokens = Tokenizer.tokensOfParagraph(line.text)
        let periods = PeriodFinder.find(in: tokens, context)
        let all = QuantityFinder.find(in: tokens, periods: periods)
        guard
            !all.isEmpty || !periods.isEmpty
                || tokens.contains(where: { $0.text == "No" || $0.text == "There" })
        else {
            keepLead(line, nil)
            return []
        }
        var figures: [Figure] = []
        var lead: StatedPeriod?
        inherited.line = nil
        inherited.sentence = nil
        for sentence in Sentences.ranges(of: tokens) where sentence.count <= Self.sentenceLimit {
            let here = periods.filter { sentence.contains($0.range.lowerBound) }
            noteSection(here)
            var quantities = all.filter { sentence.contains($0.range.lowerBound) }
            ChangeMarks.mark(&quantities, in: tokens, sentence)
            quantities = Measures.settled(quantities, in: tokens, sentence)
            quantities = accepted(quantities, tokens, sentence, line)
            let areas = AreaFinder(tokens: tokens, own: council)
            let roles = Roles(tokens, sentence, quantities, here, areas)
            var reader = SentenceReader(
                line: line, tokens: tokens, sentence: sentence, roles: roles, context: context,
                inherited: inherited, topic: topic)
            let read = reader.figures()
            figures += read
            inherited.sentence = read.last?.period ?? inherited.sentence
            lead = read.last?.period ?? here.last { $0.isUsable && $0.meaning != .lastYear }?.stated() ?? lead
            if let printed = read.first?.period, printed.basis == .printed, printed.period == context.thisYear
            {
                inherited.line = printed
            }
            if let period = read.first?.period, period.period.kind == .financialYear,
                period.period == context.thisYear
            {
                inherited.section = period
            }
        }
        keepLead(line, lead ?? (context.own.map { _ in inherited.section } ?? nil))
        return figures
    }

    /// A sentence that ends in a colon or a comma hands its period to the list below it.
    private mutating func keepLead(_ line: TextLine, _ period: StatedPeriod?) {
        let opens = line.text.hasSuffix(":") || (line.text.hasSuffix(",") && !line.isBullet)
        if opens {
            inherited.lead = period
        } else if !line.isBullet, inherited.lead != nil, !startsLikeItem(line.text) {
            inherited.lead = nil
        }
    }

    /// Items of a list whose bullets are lost begin with a number or a small letter.
    private func startsLikeItem(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return true }
        return (48...57).contains(first.value) || (97...122).contains(first.value)
            || !first.properties.isAlphabetic
    }

    private mutating func noteSection(_ periods: [FoundPeriod]) {
        for found in periods where found.meaning == .thisYear || found.meaning == .printed {
            if let stated = found.stated(), stated.period.kind == .financialYear, context.own != nil,
                stated.period == context.thisYear
            {
                inherited.section = stated
            }
        }
    }

    private mutating func accepted(
        _ quantities: [Quantity], _ tokens: [Token], _ sentence: Range<Int>, _ line: TextLine
    ) -> [Quantity] {
        let rules = CountRules(tokens: tokens, sentence: sentence)
        var kept: [Quantity] = []
        for quantity in quantities {
            let isAfterCount = kept.contains { $0.measure == quantity.measure }
            if quantity.measure != .count || rules.isCount(quantity, isAfterCount: isAfterCount) {
                kept.append(quantity)
            } else if quantity.value.description.utf8.count > 1 || !quantity.isWord {
                unread.append(
                    Unread(
                        line: line.number, kind: .number,
                        what: "the number \(quantity.text), of which nothing says what it counts"))
            }
        }
        return kept
    }
}
