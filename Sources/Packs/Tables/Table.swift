/// A table: its rows by position, each with the line it stands on.
struct Table: Sendable {
    struct Row: Sendable {
        let line: Int
        var cells: [String]

        func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
        var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
    }

    var rows: [Row]
    var width: Int { rows.map(\.cells.count).max() ?? 0 }

    /// Gathers the tables among lines. One blank line divides a table only where the width changes.
    static func find(in lines: ArraySlice<TextLine>) -> [Table] {
        var tables: [Table] = []
        var open: [Row] = []
        var blanks = 0
        func close() {
            if open.count >= 2 { tables.append(Table(rows: open)) }
            open = []
        }
        for line in lines {
            guard let cells = line.cells, cells.count > 1 else {
                if line.isBlank || PageMarker.page(of: line.text) != nil { blanks += 1 } else { close() }
                if blanks > 1 { close() }
                continue
            }
            if blanks > 0, let last = open.last, last.cells.count != cells.count { close() }
            blanks = 0
            if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }),
                cells.contains(where: { $0.contains("-") }), line.raw.contains("|")
            {
                continue
            }
            open.append(Row(line: line.number, cells: cells))
        }
        close()
        return tables
    }
}

/// What one cell holds.
enum CellValue: Sendable {
    case empty
    case text(String)
    case number(CellNumber)
    /// `*`, `c`, `x`: printed for "withheld" or "there is none".
    case mark(String)
    /// Several numbers in one cell, as pictures leave them.
    case debris
}

struct CellNumber: Sendable {
    /// As printed, without what follows in brackets.
    let text: String
    let digits: String
    let isPercent: Bool
    let isMoney: Bool
    /// "£1.2m", "£450k": how many noughts the letter stands for.
    let noughts: Int?
    /// The words behind it: "(12% rise)".
    let remark: String?
}

extension CellValue {
    private static let marks: Set<String> = [
        "*", "c", "x", "z", "-", "n/a", "na", ":", "u", "..", "–", "k", "low", "not available", "<5", "tbc",
        "s",
    ]

    init(_ cell: String) {
        let text = cell.trimmed
        if text.isEmpty {
            self = .empty
            return
        }
        if Self.marks.contains(text.lowercased())
            || (text.hasPrefix("<") && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber })
        {
            self = .mark(text)
            return
        }
        if let number = Self.number(text) {
            self = .number(number)
        } else {
            self = Self.isDebris(text) ? .debris : .text(text)
        }
    }

    private static func number(_ text: String) -> CellNumber? {
        var body = Substring(text)
        var remark: String?
        // `1204 (12% rise)`; a number in brackets alone is one below nought.
        if let open = body.firstIndex(of: "("), open > body.startIndex, body.hasSuffix(")") {
            remark = String(body[body.index(after: open)..<body.index(before: body.endIndex)])
            body = Substring(String(body[..<open]).trimmed)
        }
        let printed = String(body)
        var isNegative = false
        if body.hasPrefix("("), body.hasSuffix(")") {
            isNegative = true
            body = body.dropFirst().dropLast()
        }
        let isMoney = body.contains("£")
        body = Substring(String(body.filter { $0 != "£" }).trimmed)
        if body.hasSuffix(" %") { body = Substring(String(body.dropLast(2)) + "%") }
        while let first = body.first, "-−–+".contains(first) {
            if first != "+" { isNegative = true }
            body = body.dropFirst()
        }
        let isPercent = body.hasSuffix("%")
        if isPercent { body = body.dropLast() }
        var noughts: Int?
        if isMoney {
            for (mark, count) in [("bn", 9), ("m", 6), ("k", 3)] where body.lowercased().hasSuffix(mark) {
                noughts = count
                body = Substring(String(body.dropLast(mark.count)).trimmed)
                break
            }
        }
        while let last = body.last, "*†rp".contains(last), body.count > 1 { body = body.dropLast() }
        guard let first = body.first, first.isASCII, first.isNumber else { return nil }
        let tokens = Tokenizer.tokens(of: String(body))
        guard tokens.count == 1, tokens[0].isNumber,
            !(body.hasPrefix("0") && body.count > 1 && !body.hasPrefix("0."))
        else { return nil }
        return CellNumber(
            text: printed, digits: (isNegative ? "-" : "") + tokens[0].key, isPercent: isPercent,
            isMoney: isMoney, noughts: noughts, remark: remark)
    }

    /// Several numbers without words between them.
    private static func isDebris(_ text: String) -> Bool {
        let tokens = Tokenizer.tokens(of: text)
        let numbers = tokens.count(where: \.isNumber)
        let words = tokens.count(where: { $0.kind == .word && $0.text.utf8.count > 1 })
        return numbers >= 2 && words == 0 && !text.contains("/")
    }
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmed: String {
        var body = self[...]
        while body.first?.isWhitespace == true { body = body.dropFirst() }
        while body.last?.isWhitespace == true { body = body.dropLast() }
        return String(body)
    }
}
