import Domain

/// Reads the minutes of a meeting, item by item.
struct MinutesReader {
    private let lines: [TextLine]
    private(set) var facts = MinutesFacts()
    private(set) var actions: [ProposedAction] = []
    private var blocks: [(item: ItemFacts?, minuteNumber: String?, lines: [TextLine])] = [(nil, nil, [])]

    static func read(_ lines: [TextLine], seats: [SeatFacts]) -> MinutesReader {
        var reader = MinutesReader(lines: lines)
        reader.divide()
        reader.facts.attenders = AttendanceReader.read(reader.blocks[0].lines, seats: seats)
        for block in reader.blocks.dropFirst() {
            reader.read(block.item, block.minuteNumber, block.lines, seats: seats)
        }
        return reader
    }

    private init(lines: [TextLine]) { self.lines = lines }

    /// Whether the text is minutes: it says so at its head, and tells who came or what was resolved.
    static func isMinutes(_ lines: [TextLine]) -> Bool {
        let head = lines.filter { !$0.isBlank }.prefix(40)
        let isTitled = head.contains { line in
            let lower = line.text.lowercased()
            return lower.utf8.count < 300
                && (lower.hasPrefix("minutes") || lower.hasPrefix("draft minutes")
                    || lower.hasPrefix("agenda and minutes") || lower.hasPrefix("agenda and draft minutes")
                    || lower.hasPrefix("agenda and decisions") || lower.contains("minutes of a meeting")
                    || lower.contains("minutes of the meeting") || lower.contains("minutes of the"))
        }
        let told = lines.prefix(2_000).contains { line in
            let lower = line.text.lowercased()
            return lower.hasPrefix("present") || lower.hasPrefix("attendance") || lower.hasPrefix("resolved")
                || lower.hasPrefix("members present") || lower.hasPrefix("in attendance")
                || lower.hasPrefix("apologies for absence were") || lower == "minutes:"
        }
        let hasAgendaTable = lines.prefix(600).contains { $0.cells?.first?.lowercased().trimmed == "item no" }
        return isTitled && told && !hasAgendaTable
    }

    /// An item begins with its number and title on a line of their own.
    private mutating func divide() {
        var last = 0
        for (index, line) in lines.enumerated() {
            if let heading = heading(line, index, after: last) {
                last = heading.order
                facts.items.append(heading.item)
                blocks.append((heading.item, heading.minuteNumber, []))
            } else {
                blocks[blocks.count - 1].lines.append(line)
            }
        }
    }

    private func heading(_ line: TextLine, _ index: Int, after last: Int) -> (
        item: ItemFacts, minuteNumber: String?, order: Int
    )? {
        guard !line.isBlank, !line.isBullet else { return nil }
        let cells = line.cells?.map(\.trimmed).filter { !$0.isEmpty }
        if let count = cells?.count, count > 3 || count == 0 { return nil }
        let text = cells.map { $0.joined(separator: " ") } ?? line.text
        guard let space = text.firstIndex(of: " ") else { return nil }
        var head = String(text[..<space])
        var rest = String(text[space...]).trimmed
        // "Minute 45", "Item 3:", "SC/12".
        if ["minute", "item", "min"].contains(head.lowercased()), let next = rest.firstIndex(of: " ") {
            head = String(rest[..<next])
            rest = String(rest[next...]).trimmed
        }
        while let mark = head.last, ".:)".contains(mark) { head.removeLast() }
        while let first = rest.first, "-–: ".contains(first) { rest = String(rest.dropFirst()) }
        guard let order = Self.order(head), order > last, last == 0 || order - last <= 3,
            rest.first?.isUppercase == true, rest.utf8.count <= 160
        else { return nil }
        let parts = AgendaReader.titleAndInstruction(rest)
        guard let end = parts.title.last, !".;,:".contains(end),
            parts.title.split(separator: " ").count <= 20, !Self.isSentence(parts.title)
        else { return nil }
        // A paragraph number such as 48.1 stands inside an item.
        guard !head.contains(".") else { return nil }
        let isMinuteNumber = head.contains("/") || order > 40
        return (
            ItemFacts(
                number: String(head.prefix(18)), title: parts.title, instruction: parts.instruction,
                pages: nil, line: line.number), isMinuteNumber ? head : nil, order
        )
    }

    private static func isSentence(_ text: String) -> Bool {
        let lower = " " + text.lowercased() + " "
        return [
            " was ", " were ", " had ", " that the ", " would ", " noted ", " asked ", " thanked ",
            " agreed that ",
        ].contains { lower.contains($0) }
    }

    /// `320`, `65/08`, `33A`, `2024/12`: the running part.
    private static func order(_ head: String) -> Int? {
        guard head.utf8.count <= 9, let first = head.first, first.isASCII else { return nil }
        let digits: Substring
        if first.isNumber {
            digits = head.prefix { $0.isASCII && $0.isNumber }
            let tail = head.dropFirst(digits.count)
            guard
                tail.isEmpty || (tail.count == 1 && tail.first?.isUppercase == true)
                    || (tail.first == "/" && tail.dropFirst().allSatisfy { $0.isASCII && $0.isNumber })
            else { return nil }
        } else {
            guard let stroke = head.firstIndex(of: "/"), head[..<stroke].allSatisfy(\.isLetter) else {
                return nil
            }
            digits = head[head.index(after: stroke)...].prefix { $0.isASCII && $0.isNumber }
        }
        return digits.isEmpty ? nil : Int(digits)
    }

    private mutating func read(
        _ item: ItemFacts?, _ minuteNumber: String?, _ lines: [TextLine], seats: [SeatFacts]
    ) {
        guard let item else { return }
        let title = item.title.lowercased()
        let texts = lines.filter { !$0.isBlank && !Self.isLabel($0.text) }
        if title.contains("apolog") || title.contains("attendance") || title.contains("named substitut") {
            AttendanceReader.addApologies(texts, to: &facts.attenders, seats: seats)
        }
        if title.contains("declaration") || title.contains("interest") || title.contains("whip") {
            DeclarationReader.read(texts, title: title, into: &facts, seats: seats)
        }
        if title.contains("minutes") || title.contains("record of") { takeConfirmed(texts) }
        takeOrder(texts)
        var decisions = ResolutionReader(item: item.number, minuteNumber: minuteNumber)
        for line in texts { decisions.read(line) }
        facts.decisions += decisions.found
        for line in texts {
            for task in MinuteActions.read(line, isResolved: decisions.lines.contains(line.number)) {
                var action = task
                action.item = item.number
                action.minuteNumber = minuteNumber
                action.ref = "item-\(Slug.code(of: item.number))-minute-\(actions.count + 1)"
                actions.append(action)
            }
        }
    }

    static func isLabel(_ text: String) -> Bool {
        let lower = text.lowercased()
        return [
            "minutes:", "minutes", "decision:", "additional documents:",
            "view the full minutes text for item", "documents:", "media",
        ].contains(lower) || lower.hasPrefix("view the")
    }

    /// "The minutes of the meeting held on 13 July 2018 were agreed as a correct record".
    private mutating func takeConfirmed(_ texts: [TextLine]) {
        for line in texts {
            let lower = line.text.lowercased()
            guard lower.contains("minutes"),
                lower.contains("agreed") || lower.contains("confirmed") || lower.contains("approved")
                    || lower.contains("signed") || lower.contains("correct record"), !lower.contains("not ")
            else { continue }
            let tokens = Tokenizer.tokens(of: line.text)
            let days = PeriodFinder.find(in: tokens, PeriodContext()).filter { $0.period?.kind == .asAt }
                .compactMap { $0.period?.start }
            if days.isEmpty { facts.confirmed.append((nil, line.number, line.text)) }
            for day in days { facts.confirmed.append((day, line.number, line.text)) }
        }
    }

    /// "The items were taken in the order 6, 7, 5, 8."
    private mutating func takeOrder(_ texts: [TextLine]) {
        for line in texts {
            let tokens = Tokenizer.tokens(of: line.text)
            guard facts.order.isEmpty, let word = tokens.firstIndex(where: { $0.key == "order" }),
                tokens.contains(where: {
                    $0.key == "items" || $0.key == "agenda" || $0.key == "item" || $0.key == "business"
                })
            else { continue }
            var numbers: [String] = []
            for token in tokens[word...] {
                if token.isNumber {
                    numbers.append(token.text)
                } else if token.key == "." && !numbers.isEmpty {
                    break
                }
            }
            if numbers.count >= 2 { facts.order = numbers }
        }
        if facts.order.isEmpty { takeFirst(texts) }
    }

    /// "It was agreed to take item 7 before item 5".
    private mutating func takeFirst(_ texts: [TextLine]) {
        for line in texts {
            let lower = line.text.lowercased()
            guard lower.contains("take ") || lower.contains("taken "), lower.contains("item"),
                lower.contains(" before ") || lower.contains(" first")
            else { continue }
            let tokens = Tokenizer.tokens(of: line.text)
            let numbers = tokens.indices.filter {
                tokens[$0].isNumber && $0 > 0 && ["item", "items", "and"].contains(tokens[$0 - 1].key)
            }.map { tokens[$0].text }
            if let before = tokens.firstIndex(where: { $0.key == "before" }), numbers.count == 2,
                tokens.firstIndex(where: { $0.text == numbers[0] }).map({ $0 < before }) == true
            {
                facts.order = numbers
            }
        }
    }
}
