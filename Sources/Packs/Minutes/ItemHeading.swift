/// A line that begins an item: its number, its title, and the text that may run in behind a dash.
struct ItemHeading {
    let item: ItemFacts
    let minuteNumber: String?
    let order: Int
    let rest: String?

    init?(_ line: TextLine, after last: Int) {
        guard !line.isBlank, !line.isBullet else { return nil }
        let cells = line.cells?.map(\.trimmed).filter { !$0.isEmpty }
        if let count = cells?.count, count > 3 || count == 0 { return nil }
        let text = cells.map { $0.joined(separator: " ") } ?? line.text
        guard let space = text.firstIndex(of: " ") else { return nil }
        var head = String(text[..<space])
        var body = String(text[space...]).trimmed
        // "Minute 45", "Item 3:".
        if ["minute", "item", "min"].contains(head.lowercased()), let next = body.firstIndex(of: " ") {
            head = String(body[..<next])
            body = String(body[next...]).trimmed
        }
        // "OSC 24 APOLOGIES"
        if (2...5).contains(head.count), head.allSatisfy({ $0.isASCII && $0.isUppercase }),
            let next = body.firstIndex(of: " "), body[..<next].allSatisfy({ $0.isASCII && $0.isNumber })
        {
            head += " " + body[..<next]
            body = String(body[next...]).trimmed
        }
        while let mark = head.last, ".:)".contains(mark) { head.removeLast() }
        guard let order = Self.order(head), order > last, last == 0 || order - last <= 4 else { return nil }
        // "222 (29) TITLE": a second number.
        if body.first == "(", let close = body.firstIndex(of: ")"),
            body[body.index(after: body.startIndex)..<close].allSatisfy({ $0.isASCII && $0.isNumber })
        {
            body = String(body[body.index(after: close)...]).trimmed
        }
        while let first = body.first, "-–: ".contains(first) { body = String(body.dropFirst()) }
        guard body.first?.isUppercase == true else { return nil }
        var rest: String?
        if let run = Self.runIn(body) {
            body = run.title
            rest = run.text
        }
        let title = ItemTitle(body)
        let parts = AgendaReader.titleAndInstruction(title.text)
        guard body.utf8.count <= 200, title.isTitle || rest != nil,
            parts.title.split(separator: " ").count <= 24
        else { return nil }
        // A paragraph number such as 48.1 stands inside an item.
        let isLettered = head.first?.isLetter == true
        guard !head.contains(".") || isLettered else { return nil }
        self.order = order
        self.rest = rest
        let isMinuteNumber = head.contains("/") || isLettered || order > 40 || title.agendaNumber != nil
        minuteNumber = isMinuteNumber ? head : nil
        item = ItemFacts(
            number: title.agendaNumber ?? String(head.prefix(18)), title: parts.title,
            instruction: parts.instruction, pages: nil, line: line.number)
    }

    /// A title in capitals with the text behind a dash.
    private static func runIn(_ body: String) -> (title: String, text: String)? {
        for dash in [" – ", " - ", " — "] {
            guard let place = body.firstRange(of: dash) else { continue }
            let title = String(body[..<place.lowerBound]).trimmed
            let text = String(body[place.upperBound...]).trimmed
            let letters = title.filter(\.isLetter)
            guard letters.count >= 5, letters.allSatisfy(\.isUppercase), text.contains(where: \.isLowercase),
                text.hasSuffix(".") || text.utf8.count > 60
            else { continue }
            return (title, text)
        }
        return nil
    }

    /// `320`, `65/08`, `33A`, `2024/12`, `OS.84`: the running part.
    static func order(_ head: String) -> Int? {
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
            guard let mark = head.firstIndex(where: { $0 == "/" || $0 == "." || $0 == " " }),
                head[..<mark].allSatisfy(\.isUppercase)
            else { return nil }
            digits = head[head.index(after: mark)...].prefix { $0.isASCII && $0.isNumber }
        }
        return digits.isEmpty ? nil : Int(digits)
    }
}

/// The title of an item without what a web site hangs on it.
struct ItemTitle {
    let text: String
    /// "(Agenda item 6)": the number on the agenda, where the minutes count on their own.
    let agendaNumber: String?
    /// A file stood beside it.
    let hasDocument: Bool

    init(_ printed: String) {
        var body = printed
        var hasDocument = false
        for mark in [" pdf icon PDF ", " PDF "] {
            guard let place = body.firstRange(of: mark) else { continue }
            let rest = body[place.upperBound...]
            let size = rest.split(separator: " ").prefix(2).map(String.init)
            guard size.count == 2, ["KB", "MB"].contains(size[1].prefix(2).uppercased()) else { continue }
            let after = rest.dropFirst(size[0].count + 1 + 2)
            body = String(body[..<place.lowerBound]) + String(after)
            hasDocument = true
        }
        var number: String?
        if let place = body.lowercased().firstRange(of: "(agenda item ") {
            let start = body.lowercased().distance(from: body.lowercased().startIndex, to: place.lowerBound)
            let inside = body.dropFirst(start + 13).prefix { $0 != ")" }
            if AgendaReader.isItemNumber(String(inside)) {
                number = String(inside)
                body =
                    String(body.prefix(start)) + body.dropFirst(start + 13 + inside.count).drop { $0 == ")" }
            }
        }
        text = body.trimmed
        agendaNumber = number
        self.hasDocument = hasDocument
    }

    /// No sentence, no label, no name of a file.
    var isTitle: Bool {
        guard let last = text.last, !".;,:|".contains(last) || text.hasSuffix("etc."),
            text.first?.isUppercase == true || text.first?.isNumber == true, text.utf8.count <= 220
        else { return false }
        let lower = " " + text.lowercased() + " "
        let isSentence = [
            " was ", " were ", " had ", " would ", " noted ", " asked ", " thanked ", " agreed that ",
            " received from ",
        ].contains { lower.contains($0) }
        return !isSentence && !lower.hasPrefix(" resolved") && !lower.hasPrefix(" contact")
            && !lower.hasPrefix(" venue")
    }

    /// A word that a web site sets over its parts.
    var isLabel: Bool {
        [
            "minutes:", "minutes", "decision", "additional documents", "media", "items", "venue", "resolved",
            "supporting documents",
        ].contains(text.lowercased())
    }

    var isShort: Bool { text.split(separator: " ").count <= 16 && !text.lowercased().hasPrefix("to ") }

    /// Business that every panel has.
    var isKnown: Bool {
        let lower = text.lowercased()
        return text.utf8.count < 110
            && [
                "apologies", "declaration", "public participation", "confirmation of the minutes",
                "minutes of", "minutes", "work programme", "urgent", "exclusion of the p", "public question",
                "matters arising", "substitut",
            ].contains { lower.hasPrefix($0) }
    }
}
