import Domain

/// Divides minutes into items, in each of the shapes in which councils' pages come.
///
/// ```
/// numbered     "65/08 APOLOGIES", "48. HIGHWAYS", and the text below
/// run in       "219 DECLARATIONS OF INTEREST – There were none."
/// number alone "285." on a line, the title on the next
/// rows         "Title To note ... Minutes: text |", a table whose bars are left
/// unnumbered   titles between empty lines, under "No. Item"
/// ```
struct MinutesBlocks {
    struct Block {
        var item: ItemFacts?
        var minuteNumber: String?
        var lines: [TextLine]
    }

    private(set) var blocks: [Block] = [Block(item: nil, minuteNumber: nil, lines: [])]
    /// Whether the items have printed numbers.
    private(set) var isNumbered = true

    var items: [ItemFacts] { blocks.compactMap(\.item) }

    init(_ lines: [TextLine]) {
        if Self.areRows(lines) {
            divideRows(lines)
            isNumbered = false
        } else {
            divideNumbered(lines)
            if items.count < 2, Self.isWebList(lines) {
                blocks = [Block(item: nil, minuteNumber: nil, lines: [])]
                divideTitled(lines)
                isNumbered = false
            }
        }
    }

    /// Whether a page lists items as councils' web sites do.
    static func isWebList(_ lines: [TextLine]) -> Bool {
        lines.prefix(120).contains { line in
            let lower = line.text.lowercased()
            return isListHead(lower) || lower == "agenda item" || lower == "agenda and minutes"
                || lower == "agenda and decisions" || lower == "agenda"
        }
    }

    private static func isListHead(_ lower: String) -> Bool {
        let bare = lower.filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
        return bare == "no item" || bare == "note no item" || bare == "items no item"
    }

    private mutating func begin(_ item: ItemFacts, _ minuteNumber: String?) {
        blocks.append(Block(item: item, minuteNumber: minuteNumber, lines: []))
    }

    private mutating func add(_ line: TextLine) { blocks[blocks.count - 1].lines.append(line) }

    // MARK: numbered

    private mutating func divideNumbered(_ lines: [TextLine]) {
        var last = 0
        var skipTo = 0
        for (index, line) in lines.enumerated() where index >= skipTo {
            if let alone = numberAlone(lines, index, after: last) {
                last = alone.order
                begin(alone.item, alone.minuteNumber)
                skipTo = alone.next
                continue
            }
            if let heading = ItemHeading(line, after: last) {
                last = heading.order
                begin(heading.item, heading.minuteNumber)
                if let rest = heading.rest { add(line.with(rest)) }
            } else {
                add(line)
            }
        }
    }

    /// A number on a line of its own, with the title on the next line that is not empty.
    private func numberAlone(_ lines: [TextLine], _ index: Int, after last: Int) -> (
        item: ItemFacts, minuteNumber: String?, order: Int, next: Int
    )? {
        let text = lines[index].text
        guard lines[index].cells == nil, text.utf8.count <= 9, text.hasSuffix(".") || text.contains("/")
        else { return nil }
        let number = text.hasSuffix(".") ? String(text.dropLast()) : text
        guard let order = ItemHeading.order(number), order > last, last == 0 || order - last <= 4 else {
            return nil
        }
        guard let next = lines[(index + 1)...].prefix(6).firstIndex(where: { !$0.isBlank }) else {
            return nil
        }
        let title = ItemTitle(lines[next].text)
        guard title.text.utf8.count <= 260,
            title.text.first?.isLetter == true || title.text.first?.isNumber == true
        else { return nil }
        let isMinuteNumber = order > 40 || number.contains("/") || title.agendaNumber != nil
        return (
            ItemFacts(
                number: title.agendaNumber ?? number, title: title.text, instruction: nil, pages: nil,
                line: lines[index].number),
            isMinuteNumber ? number : nil, order, next + 1
        )
    }

    // MARK: rows of a table whose bars are left

    private static func areRows(_ lines: [TextLine]) -> Bool {
        let ends = lines.prefix(2_000).count { $0.cells == nil && $0.text.hasSuffix(" |") || $0.text == "|" }
        let starts = lines.prefix(2_000).count {
            $0.text.contains(" Minutes: ") || $0.text.hasSuffix(" Minutes:")
        }
        return ends >= 3 && starts >= 1 || ends >= 2 && starts >= 2
    }

    private mutating func divideRows(_ lines: [TextLine]) {
        var isOpen = false
        var isInList = false
        for line in lines {
            if line.isBlank { continue }
            let lower = line.text.lowercased()
            if !isInList {
                add(line)
                isInList = Self.isListHead(lower) || lower.contains("no. | item")
                continue
            }
            if lower.hasPrefix("---") || line.text.allSatisfy({ "|- ".contains($0) }) {
                isOpen = false
                continue
            }
            let ends = line.text.hasSuffix("|")
            var body = line.text
            while let last = body.last, "| ".contains(last) { body.removeLast() }
            while let first = body.first, "| ".contains(first) { body.removeFirst() }
            if isOpen {
                takeText(body, line)
            } else {
                beginRow(body, line)
            }
            isOpen = !ends
        }
    }

    private mutating func beginRow(_ body: String, _ line: TextLine) {
        let parts =
            body.firstRange(of: "Minutes:").map {
                (String(body[..<$0.lowerBound]).trimmed, String(body[$0.upperBound...]).trimmed)
            } ?? (body, "")
        let title = ItemTitle(parts.0.replacing("Additional documents:", with: "").trimmed)
        let split = AgendaReader.titleAndInstruction(title.text)
        let number = String(items.count + 1)
        begin(
            ItemFacts(
                number: title.agendaNumber ?? number,
                title: String((split.title.isEmpty ? title.text : split.title).prefix(400)),
                instruction: split.instruction.map { String($0.prefix(1_900)) }, pages: nil, line: line.number
            ), nil)
        if !parts.1.isEmpty { add(line.with(parts.1)) }
    }

    private mutating func takeText(_ body: String, _ line: TextLine) {
        // What stands before "Minutes:" in a later line is still the item's instruction.
        if let place = body.firstRange(of: "Minutes:") {
            add(line.with(String(body[place.upperBound...]).trimmed))
        } else {
            add(line.with(body))
        }
    }

    // MARK: titles between empty lines

    private mutating func divideTitled(_ lines: [TextLine]) {
        let head =
            lines.firstIndex { Self.isListHead($0.text.lowercased()) } ?? lines.firstIndex {
                $0.text.lowercased() == "agenda item"
            } ?? 0
        for line in lines[...head] { add(line) }
        var blanks = 2
        for line in lines[(head + 1)...] {
            if line.isBlank {
                blanks += 1
                continue
            }
            let title = ItemTitle(line.text)
            let isTitle =
                !line.isBullet && line.cells == nil && title.isTitle && (title.hasDocument || !title.isLabel)
                && (title.hasDocument || title.isKnown || (blanks >= 2 && title.isShort))
            if isTitle, !(items.isEmpty && title.text.lowercased().hasPrefix("venue")) {
                begin(
                    ItemFacts(
                        number: title.agendaNumber ?? String(items.count + 1), title: title.text,
                        instruction: nil, pages: nil, line: line.number), nil)
            } else {
                add(line)
            }
            blanks = 0
        }
    }
}

extension TextLine {
    /// The same line with other words.
    func with(_ text: String) -> TextLine {
        TextLine(number: number, raw: raw, sheet: sheet, text: text, isBullet: isBullet)
    }
}
