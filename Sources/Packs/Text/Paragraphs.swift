/// Joins the lines of a paragraph that were cut at the width of a page. The words then stand on its first line, and the
/// lines behind it are blank, so that every line keeps its number.
enum Paragraphs {
    static func joined(_ lines: [TextLine], isLayout: Bool) -> [TextLine] {
        let lengths = lines.filter { !$0.isBlank && $0.cells == nil }.map { $0.text.utf8.count }.sorted()
        guard lengths.count >= 10 else { return lines }
        let width = lengths[lengths.count * 9 / 10]
        // One paragraph a line, as converters to Markdown write, needs no joining.
        let full = lengths.count { $0 * 100 >= width * 80 && $0 * 100 <= width * 110 }
        let isWrapped =
            width >= 50 && width <= 140 && (lengths.last ?? 0) < 220 && full * 100 >= lengths.count * 35
        guard isLayout || isWrapped else { return lines }
        var result = lines
        var open: Int?
        for index in lines.indices {
            let line = lines[index]
            guard !line.isBlank, line.cells == nil, PageMarker.page(of: line.text) == nil else {
                open = nil
                continue
            }
            if let first = open, continues(lines[index - 1], line, width: width) {
                let head = result[first].text
                let isCut = head.hasSuffix("-") && line.text.first?.isLowercase == true
                result[first] = TextLine(
                    number: lines[first].number, raw: lines[first].raw, sheet: lines[first].sheet,
                    text: head + (isCut ? "" : " ") + line.text, isBullet: result[first].isBullet)
                result[index] = TextLine(number: line.number, raw: "", sheet: line.sheet)
            } else {
                open = index
            }
        }
        return result
    }

    private static func continues(_ before: TextLine, _ line: TextLine, width: Int) -> Bool {
        guard !line.isBullet, !startsItem(line.text), before.text.utf8.count * 100 >= width * 62 else {
            return !line.isBullet && line.text.first?.isLowercase == true && !startsItem(line.text)
                && before.text.last.map { !".:;?!".contains($0) } == true
        }
        if before.text.last.map({ ":;".contains($0) }) == true { return false }
        // "Co-opted members: ..." is a line of its own.
        if line.text.first?.isUppercase == true, line.text.prefix(40).contains(": ") { return false }
        return true
    }

    /// `1.`, `4.2`, `(a)`, `a)`.
    private static func startsItem(_ text: String) -> Bool {
        guard let space = text.firstIndex(of: " ") else { return false }
        let head = text[..<space]
        guard head.utf8.count <= 7, let first = head.first, let last = head.last else { return false }
        if first == "(" && last == ")" { return true }
        return (first.isNumber || head.count == 2) && ".)".contains(last)
            || (first.isNumber && head.contains(".") && head.allSatisfy { $0.isNumber || $0 == "." })
    }
}
