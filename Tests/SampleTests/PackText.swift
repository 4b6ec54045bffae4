import Foundation

/// The lines of the pack's text with what is certain about their pages.
///
///     Page 2 Page 8       the report's own page, then the pack's page
///     Page | 4 Page 10    the same with a bar
///     Page 56             the pack's page alone
///
/// A marker is a footer: it closes its page, so a line stands on the page of the next marker below it.
/// Where a marker is missing, the lines between two others stand on a range of pages.
struct PackText {
    let lines: [String]
    private let markers: [(line: Int, page: Int)]
    private let items: [(line: Int, number: String, pages: ClosedRange<Int>)]
    private let blankPages: [Int]

    /// Gaps of two pages that the text itself divides: the last line of the first page, found by hand.
    /// 241 ends the contents list, 477 and 923 are the footnotes that end a page.
    private static let pageEnds = [241: 9, 477: 19, 923: 34]
    /// A footnote that is printed after the marker of its page.
    private static let strayFootnotes = [612: 23]

    init(text: String, items: [Sample.AgendaItem]) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        self.lines = lines
        let printed = lines.enumerated().compactMap { index, line in
            PackText.markedPage(line).map { (line: index + 1, page: $0) }
        }
        let divided = PackText.pageEnds.map { (line: $0.key, page: $0.value) }
        markers = (printed + divided).sorted { $0.line < $1.line }
        let heading = "CHILDREN AND FAMILIES OVERVIEW AND SCRUTINY PANEL 14 SEPTEMBER 2018"
        let starts = lines.indices.filter { lines[$0] == heading }.map { $0 + 1 }
        let ranges = items.compactMap { item -> (String, ClosedRange<Int>)? in
            guard let from = item.pageFrom, let to = item.pageTo else { return nil }
            return (item.printedNumber, from...to)
        }
        self.items = zip(starts, ranges).map { (line: $0, number: $1.0, pages: $1.1) }
        blankPages = lines.indices.filter { lines[$0] == "This page is intentionally left blank" }
            .map { $0 + 1 }
    }

    static func load(for sample: Sample) throws -> PackText {
        try PackText(text: String(contentsOf: Checkout.textFile, encoding: .utf8), items: sample.agendaItems)
    }

    /// The line with its bold markers off and its white space folded.
    subscript(line: Int) -> String {
        lines.indices.contains(line - 1) ? PackText.folded(lines[line - 1]) : ""
    }

    /// The number of the item in whose papers the line stands.
    func item(ofLine line: Int) -> String? {
        items.last { $0.line <= line }?.number
    }

    /// The pages on which the line can stand; one page where it is certain.
    func pages(ofLine line: Int) -> ClosedRange<Int>? {
        guard let item = items.last(where: { $0.line <= line }) else { return nil }
        if let page = PackText.strayFootnotes[line] { return page...page }
        let end = items.first { $0.line > line }?.line ?? Int.max
        // A blank last page holds nothing of what stands before it.
        let isBlankAhead = blankPages.contains { $0 > line && $0 < end }
        let above = markers.last { $0.line < line && $0.line > item.line }
        let below = markers.first { $0.line >= line && $0.line < end }
        let lower = above.map { $0.page + 1 } ?? item.pages.lowerBound
        let upper = below?.page ?? (item.pages.upperBound - (isBlankAhead ? 1 : 0))
        return lower <= upper ? lower...upper : nil
    }

    static func folded(_ text: String) -> String {
        text.replacingOccurrences(of: "**", with: "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    private static func markedPage(_ line: String) -> Int? {
        let words = line.split(separator: " ").filter { $0 != "|" }
        switch words.count {
        case 2 where words[0] == "Page": return Int(words[1])
        case 4 where words[0] == "Page" && words[2] == "Page" && Int(words[1]) != nil: return Int(words[3])
        default: return nil
        }
    }
}
