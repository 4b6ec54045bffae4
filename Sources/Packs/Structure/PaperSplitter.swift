import Domain

/// Divides the text behind the agenda into the papers of the items.
struct PaperSplitter {
    let lines: [TextLine]
    let items: [ItemFacts]
    let meeting: MeetingFacts?
    let agendaEnd: Int
    private(set) var papers: [Paper] = []
    private(set) var covers: [CoverFacts] = []
    private(set) var spans: [ItemSpan] = []
    private(set) var unread: [Unread] = []

    init(lines: [TextLine], items: [ItemFacts], meeting: MeetingFacts?, agendaEnd: Int) {
        self.lines = lines
        self.items = items
        self.meeting = meeting
        self.agendaEnd = agendaEnd
        run()
    }

    private mutating func run() {
        let starts = starts()
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1].line - 1 : lines.count
            split(items[start.item], from: start.line, body: start.body, to: end)
        }
        for (index, item) in items.enumerated()
        where item.pages != nil && !starts.contains(where: { $0.item == index }) {
            unread.append(
                Unread(
                    line: item.line, kind: .structure,
                    what: "the papers of item \(item.number) were not found in the text"))
        }
    }

    private struct Start {
        let item: Int
        let line: Int
        let body: Int
    }

    /// The first line of each item's papers: its title again, with the panel or "Agenda Item 5" above it.
    private func starts() -> [Start] {
        var found: [Start] = []
        var next = agendaEnd
        for (index, item) in items.enumerated() {
            let below = lines[min(next, lines.count)...]
            let key = Titles.key(item.title)
            guard
                let line = Strength.allCases.lazy.compactMap({ strength in
                    below.first { isStart($0, of: item, key, strength) }
                }).first
            else { continue }
            let opening = opening(above: line.number, floor: next)
            found.append(Start(item: index, line: opening, body: line.number + 1))
            next = line.number
        }
        return found
    }

    /// How sure it is that a line with an item's title opens its papers: the panel or its day stands close above, or
    /// it is all capitals, or only the title is the same.
    private enum Strength: CaseIterable { case headed, capitals, titled }

    private func isStart(_ line: TextLine, of item: ItemFacts, _ key: [String], _ strength: Strength) -> Bool
    {
        guard !line.isBlank, line.text.utf8.count < 200 else { return false }
        let lower = line.text.lowercased()
        let number = item.number.lowercased()
        if strength == .headed {
            let marks = [
                "agenda item \(number)", "agenda item no. \(number)", "agenda item no \(number)",
                "item \(number)", "item no. \(number)", "item no \(number)", "agenda item: \(number)",
            ]
            if marks.contains(lower) { return true }
            // "Scrutiny Board    Agenda Item 3": the last cell of the page's head.
            if let cells = line.cells, cells.count <= 3, let last = cells.last?.lowercased().trimmed,
                marks.contains(last)
            {
                return true
            }
        }
        guard line.cells == nil || line.cells?.count ?? 0 <= 2,
            hasFirstWord(line.text, key) || line.text.utf8.prefix(20).contains(58),
            Titles.areSame(Titles.key(line.text), key) || titled(line.text, item)
        else { return false }
        switch strength {
        case .headed: return lines[max(0, line.number - 7)..<(line.number - 1)].contains { isHeader($0.text) }
        case .capitals: return line.text == line.text.uppercased() && line.text.utf8.count > 8
        case .titled: return item.pages != nil
        }
    }

    /// A quick look before the words are compared: the first letter, behind a number or an article.
    private func hasFirstWord(_ text: String, _ key: [String]) -> Bool {
        guard let wanted = key.first?.utf8.first,
            let first = text.utf8.first(where: { ($0 | 32) >= 97 && ($0 | 32) <= 122 })
        else { return false }
        let letter = first | 32
        // "The ..." and "A ..." count as nothing; a key can begin with digits.
        return letter == wanted || letter == 116 || letter == 97 || wanted < 97
    }

    /// "Report title: ..." and "Subject: ...".
    private func titled(_ text: String, _ item: ItemFacts) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        let label = text[..<colon].lowercased()
        return ["title", "report title", "subject", "title of report"].contains(label)
            && Titles.areSame(String(text[text.index(after: colon)...]), item.title)
    }

    private func isHeader(_ text: String) -> Bool {
        guard let meeting, text.utf8.count < 160 else { return false }
        let lower = text.lowercased()
        return lower.hasPrefix(meeting.panel.lowercased()) || lower.hasPrefix("agenda item")
            || (MeetingFinder.day(in: text)?.day == meeting.day && text.utf8.count < 60)
    }

    private func opening(above line: Int, floor: Int) -> Int {
        var first = line
        for number in stride(from: line - 1, to: max(floor, line - 8), by: -1) {
            let other = lines[number - 1]
            if isHeader(other.text) { first = number }
            if !other.isBlank && !isHeader(other.text) { break }
        }
        return first
    }

    private mutating func split(_ item: ItemFacts, from start: Int, body: Int, to end: Int) {
        let ref = "item-\(Slug.code(of: item.number))"
        let cover = CoverReader.read(lines[min(body - 1, end - 1)..<end], ref: ref + "-report")
        var listed = cover.appendices.filter { !$0.isToFollow }
        var parts: [(appendix: CoverFacts.Appendix?, lines: ClosedRange<Int>)] = []
        var open = start
        var current: CoverFacts.Appendix?
        let coverEnd = min(max(cover.end, body), end)
        func close(at line: Int) {
            if line >= open { parts.append((current, open...line)) }
            open = line + 1
        }
        if let first = lines[coverEnd..<end].first(where: {
            !$0.isBlank && PageMarker.page(of: $0.text) == nil && !PageMarker.isBlankPage($0.text)
        }) {
            close(at: first.number - 1)
            current = listed.isEmpty ? nil : listed.removeFirst()
            var isSigned = false
            for line in lines[first.number..<end] where !line.isBlank {
                let isNext = listed.first.map { startsAppendix(line, $0, isSigned: isSigned) } ?? false
                if isNext {
                    close(at: line.number - 1)
                    current = listed.removeFirst()
                    isSigned = false
                } else if isSigned, !isSignature(line) {
                    if !listed.isEmpty {
                        close(at: line.number - 1)
                        current = listed.removeFirst()
                    }
                    isSigned = false
                }
                if line.text.lowercased().hasPrefix("yours sincerely")
                    || line.text.lowercased().hasPrefix("yours faithfully")
                {
                    isSigned = true
                }
            }
        }
        close(at: end)
        append(item, ref, cover, parts)
        for missing in listed {
            unread.append(
                Unread(
                    line: missing.line, kind: .reference,
                    what: "\(missing.label) is named and does not stand in the pack under its name"))
        }
    }

    private func isSignature(_ line: TextLine) -> Bool {
        line.text.utf8.count < 80
            && (Posts.isPost(line.text) || People.isName(line.text) || line.text.contains("@")
                || line.text.lowercased().hasPrefix("yours"))
    }

    private func startsAppendix(_ line: TextLine, _ appendix: CoverFacts.Appendix, isSigned: Bool) -> Bool {
        let text = line.text
        guard text.utf8.count < 160 else { return false }
        let lower = text.lowercased()
        if lower == appendix.label.lowercased() { return true }
        if Titles.areSame(text, appendix.title) { return true }
        return CoverReader.appendix(text, line.number).map {
            $0.label == appendix.label && Titles.areSame($0.title, appendix.title)
        } ?? false
    }

    private mutating func append(
        _ item: ItemFacts, _ ref: String, _ cover: CoverFacts,
        _ parts: [(appendix: CoverFacts.Appendix?, lines: ClosedRange<Int>)]
    ) {
        spans.append(
            ItemSpan(
                lines: parts[0].lines.lowerBound...(parts[parts.count - 1].lines.upperBound),
                pages: item.pages, parts: parts.map(\.lines)))
        var facts = cover
        facts.paper = ref + "-report"
        covers.append(facts)
        for (index, part) in parts.enumerated() {
            if index == 0 {
                papers.append(
                    Paper(
                        ref: ref + "-report", item: item.number, parent: nil,
                        kind: isMinutes(item) ? .minutes : .report, label: nil, title: item.title,
                        lines: part.lines, background: cover.background, authorRole: cover.authorRole))
                continue
            }
            let isLetter = lines[(part.lines.lowerBound - 1)..<part.lines.upperBound].prefix(40).contains {
                $0.text.hasPrefix("Dear ")
            }
            let label = part.appendix?.label
            let title =
                part.appendix?.title ?? firstHeading(part.lines)
                ?? "Paper \(index + 1) of item \(item.number)"
            papers.append(
                Paper(
                    ref: label.map { "\(ref)-\(Slug.code(of: $0))" } ?? "\(ref)-paper-\(index + 1)",
                    item: item.number, parent: ref + "-report", kind: isLetter ? .letter : .appendix,
                    label: label, title: title, lines: part.lines))
        }
        for appendix in cover.appendices where appendix.isToFollow {
            papers.append(
                Paper(
                    ref: "\(ref)-\(Slug.code(of: appendix.label))", item: item.number,
                    parent: ref + "-report", kind: .appendix, label: appendix.label, title: appendix.title,
                    isToFollow: true))
        }
    }

    private func isMinutes(_ item: ItemFacts) -> Bool {
        let lower = item.title.lowercased()
        return lower.hasPrefix("minutes") || lower.contains("minutes of the")
    }

    private func firstHeading(_ range: ClosedRange<Int>) -> String? {
        lines[(range.lowerBound - 1)..<range.upperBound].first {
            !$0.isBlank && $0.cells == nil && $0.text.utf8.count < 160
        }?.text
    }
}
