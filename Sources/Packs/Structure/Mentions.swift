import Domain

/// What the text points to: laws, addresses, other parts of the pack, inspections with their days.
struct Mentions: Sendable {
    struct Inspection: Sendable {
        let line: Int
        let text: String
        var visited: [Period] = []
        var judged: Period?
        var published: Period?
        var letterDated: Period?
    }

    private(set) var laws: [(name: String, line: Int)] = []
    private(set) var links: [(address: String, line: Int, isWhole: Bool)] = []
    private(set) var parts: [(text: String, line: Int)] = []
    private(set) var inspections: [Inspection] = []

    static func find(in lines: [TextLine], meetingDay: CalendarDate?) -> Mentions {
        var found = Mentions()
        for line in lines where !line.isBlank {
            let tokens = Tokenizer.tokens(of: line.text)
            found.takeLaws(tokens, line.number)
            found.takeLinks(line)
            found.takeParts(tokens, line.number)
            if line.cells == nil {
                found.takeInspections(tokens, line, PeriodContext(meetingDay: meetingDay))
            }
        }
        return found
    }

    /// "Children and Social Work Act 2017", "Access to Information Regulations 2012".
    private mutating func takeLaws(_ tokens: [Token], _ line: Int) {
        for index in tokens.indices
        where ["act", "regulations", "order"].contains(tokens[index].key) && tokens[index].isCapitalised {
            guard index + 1 < tokens.count, tokens[index + 1].isYear else { continue }
            var start = index
            while start > 0,
                tokens[start - 1].isCapitalised && tokens[start - 1].kind == .word
                    || (["and", "of", "to", "for", "in"].contains(tokens[start - 1].key) && start > 1
                        && tokens[start - 2].isCapitalised)
            { start -= 1 }
            while start < index, ["The", "Under", "In", "By"].contains(tokens[start].text) { start += 1 }
            guard start < index else { continue }
            let name = tokens[start...index + 1].map(\.text).joined(separator: " ")
            if laws.last?.name != name || laws.last?.line != line { laws.append((name, line)) }
        }
    }

    private mutating func takeLinks(_ line: TextLine) {
        for word in line.raw.split(whereSeparator: { " \t\"<>()".contains($0) }) {
            let lower = word.lowercased()
            guard
                lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.")
                    || (lower.contains("@") && lower.contains("."))
            else { continue }
            var address = String(word)
            while let last = address.last, ".,;*'".contains(last) { address.removeLast() }
            // A blank inside an address leaves its head with a stroke or a dot at the end.
            let isWhole =
                !address.hasSuffix("/") && address.split(separator: ".").count > 1 && !word.hasSuffix("www.")
            links.append((address, line.number, isWhole))
        }
        if line.text.lowercased().hasSuffix("website here.")
            || line.text.lowercased().hasSuffix("website here")
        {
            links.append(("here", line.number, false))
        }
    }

    private mutating func takeParts(_ tokens: [Token], _ line: Int) {
        for index in tokens.indices.dropLast()
        where ["appendix", "annex", "table", "figure"].contains(tokens[index].key) {
            let next = tokens[index + 1]
            guard next.isNumber || (next.text.utf8.count == 1 && next.isCapitalised) else { continue }
            parts.append(("\(tokens[index].text) \(next.text)", line))
        }
    }

    private mutating func takeInspections(_ tokens: [Token], _ line: TextLine, _ context: PeriodContext) {
        let periods = PeriodFinder.find(in: tokens, context)
        guard !periods.isEmpty else { return }
        let bytes = Array(line.text.utf8)
        for sentence in Sentences.ranges(of: tokens) {
            let keys = tokens[sentence].map(\.key)
            guard
                keys.contains(where: {
                    $0 == "inspection" || $0 == "inspections" || $0 == "inspected" || $0 == "inspectors"
                }) || keys.contains("monitoring") && keys.contains(where: { $0 == "visit" || $0 == "visits" })
                    || keys.contains("peer") && keys.contains("review")
                    || keys.contains("ofsted")
                        && keys.contains(where: { $0 == "visit" || $0 == "published" || $0 == "judged" })
            else { continue }
            let here = periods.filter {
                sentence.contains($0.range.lowerBound) && $0.period != nil
                    && [.asAt, .month].contains($0.period?.kind) && $0.meaning == .printed
            }
            guard !here.isEmpty else { continue }
            let text = String(
                decoding: bytes[tokens[sentence.lowerBound].start..<tokens[sentence.upperBound - 1].end],
                as: UTF8.self)
            var inspection = Inspection(line: line.number, text: String(text.prefix(400)))
            for found in here {
                let before = tokens[
                    max(sentence.lowerBound, found.range.lowerBound - 14)..<found.range.lowerBound
                ].map(\.key)
                let all = found.range.lowerBound == sentence.lowerBound + 1 ? keys[...] : before[...]
                if all.contains(where: { $0.hasPrefix("publish") }) {
                    inspection.published = found.period
                } else if all.contains("judged") {
                    inspection.judged = found.period
                } else if all.contains("dated") {
                    inspection.letterDated = found.period
                } else if let period = found.period {
                    let days = found.from.flatMap { Calendar.period(.custom, $0, period.end) }
                    inspection.visited.append(days ?? period)
                }
            }
            inspections.append(inspection)
        }
    }
}
