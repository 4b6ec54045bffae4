/// Gives lines that keep columns by blanks, as `pdftotext -layout` writes them, cells by position.
///
/// In a run of lines, pieces of text with wide gaps between them belong to one column when they stand over each other.
enum LayoutTables {
    private struct Piece {
        let start: Int
        let end: Int
        let text: String
    }

    static func divided(_ lines: [TextLine]) -> [TextLine] {
        var result = lines
        var first = 0
        while first < lines.count {
            guard lines[first].cells == nil, !lines[first].isBlank else {
                first += 1
                continue
            }
            var last = first
            while last + 1 < lines.count, !lines[last + 1].isBlank, lines[last + 1].cells == nil,
                lines[last + 1].sheet == lines[first].sheet
            { last += 1 }
            divide(first...last, &result)
            first = last + 1
        }
        return result
    }

    private static func divide(_ range: ClosedRange<Int>, _ lines: inout [TextLine]) {
        let pieces = range.map { Self.pieces(of: lines[$0].raw) }
        guard pieces.count(where: { $0.count >= 2 }) >= 2 else { return }
        // Spans of columns: pieces that overlap are one; a line of one piece says nothing of columns.
        var spans: [(start: Int, end: Int)] = []
        for piece in pieces.filter({ $0.count >= 2 }).flatMap(\.self).sorted(by: { $0.start < $1.start }) {
            if let last = spans.last, piece.start < last.end {
                spans[spans.count - 1].end = max(last.end, piece.end)
            } else {
                spans.append((piece.start, piece.end))
            }
        }
        guard spans.count >= 2 else { return }
        for (offset, index) in range.enumerated() where pieces[offset].count >= 2 {
            var cells = Array(repeating: "", count: spans.count)
            for piece in pieces[offset] {
                let column = spans.lastIndex { $0.start <= piece.start } ?? 0
                cells[column] += cells[column].isEmpty ? piece.text : " " + piece.text
            }
            lines[index] = TextLine(
                number: lines[index].number, raw: lines[index].raw, sheet: lines[index].sheet, cells: cells)
        }
    }

    private static func pieces(of raw: String) -> [Piece] {
        var found: [Piece] = []
        var text = ""
        var start = 0
        var blanks = 0
        var column = 0
        for character in raw {
            if character == " " || character == "\u{A0}" {
                blanks += 1
            } else {
                if blanks >= 2, !text.isEmpty {
                    found.append(Piece(start: start, end: column - blanks, text: text))
                    text = ""
                }
                if text.isEmpty { start = column } else if blanks > 0 { text += " " }
                text.append(character)
                blanks = 0
            }
            column += 1
        }
        if !text.isEmpty { found.append(Piece(start: start, end: column - blanks, text: text)) }
        // A bullet or a number in front of a paragraph is no column.
        if found.count == 2, found[0].text.utf8.count <= 6, found[1].text.utf8.count > 50 {
            return [
                Piece(start: found[0].start, end: found[1].end, text: found[0].text + " " + found[1].text)
            ]
        }
        return found
    }
}
