import Domain

/// On which pages of the pack each line can stand: one page where it is certain, else the first and the last.
///
/// A printed number closes its page, so a line stands on the page of the next number below it. Between two numbers
/// that skip a page, the end of the footnotes or of a contents list is the end of the first. Where form feeds divide
/// the text and no numbers are printed, the sheets are the pages.
struct PageMap: Sendable {
    private var ranges: [ClosedRange<Int>?]
    private var documentOffset: [Int?]

    subscript(line: Int) -> PageRange? {
        guard ranges.indices.contains(line - 1), let range = ranges[line - 1] else { return nil }
        return PageRange(from: range.lowerBound, to: range.upperBound)
    }

    /// The page of the report itself on which a line stands, where its markers tell both.
    func documentPage(of line: Int) -> Int? {
        guard let page = self[line]?.page, documentOffset.indices.contains(line - 1),
            let offset = documentOffset[line - 1], page > offset
        else { return nil }
        return page - offset
    }

    /// - Parameter spans: the lines of each item with papers, with its pages from the agenda.
    init(_ text: PackText, spans: [ItemSpan]) {
        ranges = Array(repeating: nil, count: text.lines.count)
        documentOffset = Array(repeating: nil, count: text.lines.count)
        let marks = text.lines.compactMap(PageMarker.mark)
        if text.hasFormFeeds {
            fillSheets(text, marks)
            return
        }
        let all = spans.isEmpty ? [ItemSpan(lines: 1...text.lines.count, pages: nil, parts: [])] : spans
        for span in all { fill(span, text, marks) }
    }

    /// Form feeds: a sheet's own number, or the sheets counted on from the nearest number.
    private mutating func fillSheets(_ text: PackText, _ marks: [PageMarker.Mark]) {
        var pageOfSheet: [Int: Int] = [:]
        let lines = Dictionary(grouping: text.lines, by: \.sheet)
        for mark in marks { pageOfSheet[text.lines[mark.line - 1].sheet] = mark.page }
        for (sheet, lines) in lines where pageOfSheet[sheet] == nil {
            // A number alone at the foot of the sheet.
            guard let last = lines.last(where: { !$0.isBlank }), let number = Int(last.text),
                last.text.utf8.count <= 3
            else { continue }
            pageOfSheet[sheet] = number
        }
        let offsets = pageOfSheet.map { $0.value - $0.key }
        let shared =
            Dictionary(grouping: offsets, by: { $0 }).max {
                // Of two that are as frequent the smaller one: the same bytes give the same pages in each run.
                ($0.value.count, -$0.key) < ($1.value.count, -$1.key)
            }?.key ?? 0
        for line in text.lines {
            let page = pageOfSheet[line.sheet] ?? line.sheet + shared
            if page >= 1 { ranges[line.number - 1] = page...page }
        }
    }

    private mutating func fill(_ span: ItemSpan, _ text: PackText, _ marks: [PageMarker.Mark]) {
        var here = marks.filter { span.lines.contains($0.line) }
        here = Self.rising(here)
        let offset = Self.offset(here)
        let pages = span.pages
        let blank = span.lines.last { PageMarker.isBlankPage(text.lines[$0 - 1].text) }
        let ends = Self.dividers(here, span, text)
        let borders = (here.map { ($0.line, $0.page) } + ends).sorted { $0.0 < $1.0 }
        let firstDocumentPage = offset.map { $0 + 1 }
        var next = 0
        var above: Int?
        for line in span.lines {
            while next < borders.count, borders[next].0 < line {
                above = borders[next].1
                next += 1
            }
            let below = next < borders.count ? borders[next].1 : nil
            var lower = above.map { $0 + 1 } ?? pages?.from
            var upper = below ?? pages?.to
            if let blank, line < blank, below == nil, let last = pages?.to, blank > (borders.last?.0 ?? 0) {
                upper = last - 1
            }
            if let part = span.parts.firstIndex(where: { $0.contains(line) }), span.parts.count > 1 {
                // Each paper begins on a page of its own.
                if above == nil, let first = pages?.from {
                    lower = part > 0 && firstDocumentPage != nil ? firstDocumentPage : first + part
                }
                if below == nil, let top = upper { upper = top - (span.parts.count - 1 - part) }
                if part == 0, below != nil, let first = firstDocumentPage, let mark = here.first,
                    mark.line > span.parts[0].upperBound
                {
                    upper = first
                }
            }
            if let stray = Self.strayNote(line, text, here) {
                ranges[line - 1] = stray...stray
            } else if let from = lower ?? upper, let to = upper ?? lower, from >= 1, from <= to {
                ranges[line - 1] = from...to
            }
            documentOffset[line - 1] = offset
        }
    }

    /// Numbers that go down do not belong to the pack's pages.
    private static func rising(_ marks: [PageMarker.Mark]) -> [PageMarker.Mark] {
        var kept: [PageMarker.Mark] = []
        for mark in marks where mark.page > (kept.last?.page ?? 0) { kept.append(mark) }
        return kept
    }

    /// How far the pack's numbers are ahead of the report's own.
    private static func offset(_ marks: [PageMarker.Mark]) -> Int? {
        let offsets = marks.compactMap { mark in mark.documentPage.map { mark.page - $0 } }
        guard let first = offsets.first, offsets.allSatisfy({ $0 == first }), first >= 0 else { return nil }
        return first
    }

    /// Between numbers that skip one page: where the first of the two pages ends.
    private static func dividers(_ marks: [PageMarker.Mark], _ span: ItemSpan, _ text: PackText) -> [(
        Int, Int
    )] {
        var found: [(Int, Int)] = []
        for (first, second) in zip(marks, marks.dropFirst()) where second.page == first.page + 2 {
            let between = (first.line + 1)..<second.line
            if let end = endOfNotes(between, text) ?? endOfContents(between, text) {
                found.append((end, first.page + 1))
            }
        }
        return found
    }

    /// The last of a run of footnotes with text below it.
    private static func endOfNotes(_ lines: Range<Int>, _ text: PackText) -> Int? {
        let notes = lines.filter { Footnote.isNote(text.lines[$0 - 1]) }
        guard let last = notes.last,
            (last + 1..<lines.upperBound).contains(where: { !text.lines[$0 - 1].isBlank })
        else { return nil }
        return last
    }

    /// The last row of a contents list with text below it.
    private static func endOfContents(_ lines: Range<Int>, _ text: PackText) -> Int? {
        guard let first = lines.first(where: { !text.lines[$0 - 1].isBlank }),
            ContentsList.isEntry(text.lines[first - 1])
        else { return nil }
        var last = first
        for line in first..<lines.upperBound {
            let entry = text.lines[line - 1]
            if entry.isBlank { continue }
            guard ContentsList.isEntry(entry) else { return last }
            last = line
        }
        return nil
    }

    /// A footnote printed right behind the number of its page.
    private static func strayNote(_ line: Int, _ text: PackText, _ marks: [PageMarker.Mark]) -> Int? {
        guard Footnote.isNote(text.lines[line - 1]), let mark = marks.last(where: { $0.line < line }),
            line - mark.line <= 3
        else { return nil }
        return (mark.line + 1..<line).allSatisfy { text.lines[$0 - 1].isBlank } ? mark.page : nil
    }
}

/// The lines of an item's papers.
struct ItemSpan: Sendable {
    let lines: ClosedRange<Int>
    let pages: PageRange?
    /// The papers in it, each from its first to its last line.
    let parts: [ClosedRange<Int>]
}

/// Notes at the foot of a page.
enum Footnote {
    private static let marks: Set<Character> = ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

    static func isNote(_ line: TextLine) -> Bool {
        guard let first = line.text.first, line.cells == nil else { return false }
        if marks.contains(first) { return true }
        return line.raw.hasPrefix("^{")
            || (line.raw.hasPrefix("* ") && line.text.utf8.count > 60 && !line.isBullet)
    }
}

/// Rows of a contents list.
enum ContentsList {
    /// A table whose only numbers are pages that rise from row to row.
    static func isList(_ table: Table, heading: String?) -> Bool {
        let pages = table.rows.compactMap { row -> Int? in
            let filled = row.cells.map(\.trimmed).filter { !$0.isEmpty }
            guard filled.count >= 2, let page = filled.last.flatMap({ Int($0) }), page < 1_000 else {
                return nil
            }
            return page
        }
        let isHeaded =
            heading.map {
                $0.lowercased().hasPrefix("contents") || $0.lowercased().contains("table of contents")
            } ?? false
        let isRising = zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 }
        let numbered = table.rows.count { row in
            row.cells.map(\.trimmed).first { !$0.isEmpty }.map {
                $0.contains(".") && $0.first?.isNumber == true
            } ?? false
        }
        return isRising && pages.count * 2 >= table.rows.count
            && (isHeaded || (pages.count >= 5 && numbered * 2 > table.rows.count))
    }

    static func isEntry(_ line: TextLine) -> Bool {
        guard let cells = line.cells else { return false }
        let filled = cells.map(\.trimmed).filter { !$0.isEmpty }
        guard let first = filled.first, filled.count <= 5 else { return false }
        let isEmptyEnd = cells.last.map { $0.trimmed.isEmpty } ?? false
        let hasPage = filled.count > 1 && (filled.last.flatMap { Int($0) }.map { $0 < 1_000 } ?? false)
        let hasNumber =
            first.range(of: ".") != nil && first.first.map { $0.isASCII && $0.isNumber } == true
            || first.utf8.count <= 12
        let numbers = filled.count { $0.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == " ") } }
        return (hasPage || isEmptyEnd) && numbers <= 2 && (hasNumber || filled.count <= 2)
    }
}
