import Domain

/// Reads the minutes of a meeting, item by item.
struct MinutesReader {
    private(set) var facts = MinutesFacts()
    private(set) var actions: [ProposedAction] = []
    /// Whether the items have printed numbers.
    private(set) var isNumbered = true

    static func read(_ lines: [TextLine], seats: [SeatFacts]) -> MinutesReader {
        var reader = MinutesReader()
        let divided = MinutesBlocks(lines)
        reader.isNumbered = divided.isNumbered
        reader.facts.items = divided.items
        reader.facts.attenders = AttendanceReader.read(divided.blocks[0].lines, seats: seats)
        // The order of business is often told before the first item.
        reader.takeOrder(divided.blocks[0].lines)
        for block in divided.blocks.dropFirst() {
            reader.read(block.item, block.minuteNumber, block.lines, seats: seats)
        }
        if !divided.isNumbered { reader.renumber() }
        return reader
    }

    private init() {}

    private static let titles = [
        "minutes", "draft minutes", "agenda and minutes", "agenda and draft minutes", "agenda and decisions",
        "issue - meetings",
    ]
    private static let tellings = [
        "present", "attendance", "resolved", "members present", "in attendance", "apologies for absence were",
        "apologies were received", "none.",
    ]

    /// Whether the text is minutes: it says so at its head, or tells under several items what was said.
    static func isMinutes(_ lines: [TextLine]) -> Bool {
        let head = lines.filter { !$0.isBlank }.prefix(40).map { $0.text.lowercased() }.filter {
            $0.utf8.count < 300
        }
        let isTitled = head.contains { line in
            titles.contains { line.hasPrefix($0) } || line.contains("agenda and minutes")
                || line.contains("minutes of a meeting") || line.contains("minutes of the meeting of")
        }
        var labels = 0
        var isTold = false
        for line in lines.prefix(4_000) {
            let lower = line.text.lowercased()
            if lower == "minutes:" || lower.contains(" minutes: ") || lower.hasPrefix("minutes: ") {
                labels += 1
            }
            if tellings.contains(where: { lower.hasPrefix($0) }) || lower.contains("correct record")
                || lower.contains("apologies for absence were")
                || lower.contains("there were no declarations")
            {
                isTold = true
            }
        }
        if lines.prefix(600).contains(where: { $0.cells?.first?.lowercased().trimmed == "item no" }) {
            return false
        }
        let isOneItem = labels >= 1 && head.contains("agenda item")
        let isPresent = head.contains { $0.hasPrefix("present") }
        return labels >= 2 || isOneItem || isTitled && labels >= 1 || isTold && (isTitled || isPresent)
    }

    /// Items without printed numbers are counted; where the minutes say in which order numbers of the agenda were
    /// taken, the last items have these.
    private mutating func renumber() {
        let count = facts.items.count
        guard facts.order.count >= 2, facts.order.count <= count, Set(facts.order).count == facts.order.count
        else { return }
        let first = facts.items.prefix(count - facts.order.count).map(\.number)
        guard Set(first).isDisjoint(with: facts.order) else { return }
        var names: [String: String] = [:]
        for (place, number) in facts.order.enumerated() {
            names[facts.items[first.count + place].number] = number
        }
        for index in facts.items.indices {
            facts.items[index].number = names[facts.items[index].number] ?? facts.items[index].number
        }
        for index in facts.decisions.indices {
            facts.decisions[index].item = names[facts.decisions[index].item] ?? facts.decisions[index].item
        }
        for index in actions.indices { actions[index].item = actions[index].item.map { names[$0] ?? $0 } }
    }

    private mutating func read(
        _ item: ItemFacts?, _ minuteNumber: String?, _ lines: [TextLine], seats: [SeatFacts]
    ) {
        guard let item else { return }
        let title = item.title.lowercased()
        let texts = lines.filter { !$0.isBlank && !Self.isLabel($0.text) }
        if title.contains("apolog") || title.contains("attendance") || title.contains("substitut") {
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
        let before = actions.count
        for line in texts {
            // "ACTION: Head of Housing" under a task says who does it.
            if let owner = MinuteActions.ownerAlone(line.text), actions.count > before,
                actions[actions.count - 1].ownerRole == nil || actions[actions.count - 1].ownerRole == owner
            {
                actions[actions.count - 1].ownerRole = owner
                continue
            }
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

    /// "The items were taken in the order 6, 7, 5, 8"; "Items 6 and 7 would be taken first, followed by item 5".
    private mutating func takeOrder(_ texts: [TextLine]) {
        for line in texts where facts.order.isEmpty {
            let tokens = Tokenizer.tokens(of: line.text)
            guard tokens.contains(where: { $0.key == "order" || $0.key == "taken" }),
                tokens.contains(where: { ["items", "agenda", "item", "business"].contains($0.key) })
            else { continue }
            if let followed = Self.followed(tokens) {
                facts.order = followed
            } else if let word = tokens.firstIndex(where: { $0.key == "order" }) {
                var numbers: [String] = []
                for token in tokens[word...] {
                    if token.isNumber {
                        numbers.append(token.text)
                    } else if token.key == ".", !numbers.isEmpty {
                        break
                    }
                }
                if numbers.count >= 2 { facts.order = numbers }
            }
        }
        if facts.order.isEmpty { takeFirst(texts) }
    }

    /// "Items 6 and 7 would be taken first, followed by item 5 and then item 8".
    private static func followed(_ tokens: [Token]) -> [String]? {
        guard let first = tokens.firstIndex(where: { $0.key == "first" }),
            tokens.contains(where: { ["followed", "then", "before"].contains($0.key) }),
            let start = tokens[..<first].lastIndex(where: { $0.key == "items" || $0.key == "item" })
        else { return nil }
        var numbers: [String] = []
        for token in tokens[start...] {
            if token.isNumber {
                numbers.append(token.text)
            } else if token.key == ".", numbers.count >= 2 {
                break
            }
        }
        return numbers.count >= 2 ? numbers : nil
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
