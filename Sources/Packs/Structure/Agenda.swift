import Domain

/// One line of business of the agenda.
struct ItemFacts: Sendable {
    var number: String
    var title: String
    var instruction: String?
    var pages: PageRange?
    var line: Int
}

/// Reads the agenda: a table with numbers, titles and pages, or numbered lines with "(Pages 5 - 20)".
struct AgendaReader {
    let lines: [TextLine]
    private(set) var items: [ItemFacts] = []
    /// The last line of the agenda.
    private(set) var endLine = 0

    init(_ lines: [TextLine]) {
        self.lines = lines
        readTable()
        if items.count < 2 { readList() }
    }

    private mutating func readTable() {
        guard
            let header = lines.prefix(600).first(where: { line in
                guard let cells = line.cells else { return false }
                let first = cells[0].lowercased().trimmed
                return ["item no", "item", "item no.", "no", "no.", "agenda item", "item number"].contains(
                    first) && cells.count >= 2
            })
        else { return }
        var blanks = 0
        for line in lines[header.number...] {
            guard let cells = line.cells else {
                if line.isBlank {
                    blanks += 1
                    if blanks > 2, !items.isEmpty { break }
                    continue
                }
                if !items.isEmpty { break }
                continue
            }
            blanks = 0
            let number = cells[0].trimmed.replacing(".", with: "")
            guard Self.isItemNumber(number) else { continue }
            let text = cells.dropFirst().first { !$0.trimmed.isEmpty }?.trimmed ?? ""
            let last = cells.count > 2 ? cells.last?.trimmed ?? "" : ""
            add(number, text, pages: Self.pages(last), line.number)
        }
    }

    private mutating func readList() {
        items = []
        var start = 0
        if let agenda = lines.prefix(400).first(where: {
            let lower = $0.text.lowercased()
            return lower == "agenda" || lower == "a g e n d a" || lower == "items" || lower == "agenda items"
        }) {
            start = agenda.number
        }
        var expected = 1
        var blanks = 0
        for line in lines where line.number > start && line.number < start + 400 {
            if line.isBlank {
                blanks += 1
                continue
            }
            var cells = line.cells.map { $0.map(\.trimmed).filter { !$0.isEmpty } } ?? [line.text]
            let cellPages = cells.count > 1 ? cells.last.flatMap(Self.pages) : nil
            if cellPages != nil { cells.removeLast() }
            let body = cells.joined(separator: " ")
            // The first report begins: "Scrutiny Board    Agenda Item 3".
            if items.count >= 2, isReportHead(body) { break }
            if body.lowercased().hasPrefix("agenda item") { continue }
            guard let item = Self.listItem(body), let whole = Int(item.number.prefix { $0.isNumber }),
                whole == expected || (whole == expected - 1 && item.number.contains("("))
            else {
                // Text under an item instructs those who come.
                if !items.isEmpty, blanks <= 1, items[items.count - 1].line >= line.number - 4 {
                    extend(body, line.number)
                }
                if items.count >= 2, blanks > 8 { break }
                blanks = 0
                continue
            }
            blanks = 0
            add(item.number, item.title, pages: item.pages ?? cellPages, line.number)
            expected = whole + 1
        }
        if items.count < 2 { items = [] }
    }

    /// The head of a report's first page names the item that it is about.
    private func isReportHead(_ text: String) -> Bool {
        guard text.utf8.count < 160, let place = text.lowercased().firstRange(of: "agenda item ") else {
            return false
        }
        let number = text.lowercased()[place.upperBound...].replacing("no.", with: "").trimmed
        return items.contains { $0.number.lowercased() == number }
    }

    private mutating func extend(_ text: String, _ line: Int) {
        let place = items.count - 1
        if let pages = Self.trailingPages(text) {
            if items[place].pages == nil { items[place].pages = pages.pages }
            if !pages.rest.isEmpty, items[place].instruction == nil {
                items[place].instruction = String(pages.rest.prefix(1_900))
            }
        } else if items[place].instruction == nil, text.utf8.count > 12 {
            items[place].instruction = String(text.prefix(1_900))
        } else {
            return
        }
        items[place].line = line
        endLine = max(endLine, line)
    }

    private mutating func add(_ number: String, _ text: String, pages: PageRange?, _ line: Int) {
        var title = text
        var pages = pages
        if let found = Self.trailingPages(title) {
            pages = pages ?? found.pages
            title = found.rest
        }
        let parts = Self.titleAndInstruction(Titles.withWholeYears(title))
        guard !parts.title.isEmpty else { return }
        items.append(
            ItemFacts(
                number: number, title: String(parts.title.prefix(490)),
                instruction: parts.instruction.map { String($0.prefix(1_900)) }, pages: pages, line: line))
        endLine = line
    }

    /// `5`, `4(ii)`, `33A`, `5a`.
    static func isItemNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, (48...57).contains(first), text.utf8.count <= 8 else {
            return false
        }
        let rest = text.drop { $0.isASCII && $0.isNumber }
        return rest.isEmpty || rest.allSatisfy { $0.isLetter || $0 == "(" || $0 == ")" } && rest.count <= 5
    }

    private static func listItem(_ text: String) -> (number: String, title: String, pages: PageRange?)? {
        guard let space = text.firstIndex(of: " ") else { return nil }
        var number = String(text[..<space])
        while let last = number.last, ".:)".contains(last), !number.contains("(") { number.removeLast() }
        guard isItemNumber(number) else { return nil }
        var title = String(text[space...]).trimmed
        guard title.first?.isUppercase == true, title.utf8.count > 3, !title.hasSuffix(":") else {
            return nil
        }
        var pages: PageRange?
        if let found = trailingPages(title) {
            pages = found.pages
            title = found.rest
        }
        return (number, title, pages)
    }

    /// `1 - 38`, `Pages 5 to 20`, `7`.
    static func pages(_ text: String) -> PageRange? {
        let tokens = Tokenizer.tokens(of: text)
        let numbers = tokens.compactMap(\.integer)
        guard !numbers.isEmpty, numbers.count <= 2,
            tokens.allSatisfy({
                $0.isNumber || ["-", "–", "to", "page", "pages", "(", ")", "p", "pp", "."].contains($0.key)
            })
        else { return nil }
        return PageRange(from: numbers[0], to: numbers[numbers.count - 1])
    }

    private static func trailingPages(_ text: String) -> (rest: String, pages: PageRange)? {
        guard let open = text.lastIndex(of: "("), text.hasSuffix(")") else { return nil }
        let inside = String(text[open...])
        guard inside.lowercased().contains("page"), let pages = pages(inside) else { return nil }
        return (String(text[..<open]).trimmed, pages)
    }

    private static let cues = [
        " Members of the public", " Members are", " Members will", " Members to", " To receive",
        " To consider", " To note", " To approve", " To confirm", " To agree", " Any member",
        " The Committee is", " The Panel is", " The Committee will", " This item", " To declare",
        " To provide", " To allow", " To invite", " To elect", " To appoint", " To hear", " To review",
        " To discuss", " To identify", " To inform", " To give", " To scrutinise", " To comment",
        " In accordance", " An opportunity", " To sign",
    ]

    /// A title that runs on into what people should do.
    static func titleAndInstruction(_ text: String) -> (title: String, instruction: String?) {
        let starts = cues.compactMap { text.firstRange(of: $0)?.lowerBound }.filter { $0 > text.startIndex }
        if let first = starts.min() {
            return (String(text[..<first]).trimmed, String(text[first...]).trimmed)
        }
        if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex {
            let inside = text[open...].lowercased()
            if ["previously circulated", "to follow", "attached", "enclosed", "verbal", "circulated"]
                .contains(where: { inside.contains($0) })
            {
                return (String(text[..<open]).trimmed, String(text[open...]))
            }
        }
        return (text.trimmed, nil)
    }
}
