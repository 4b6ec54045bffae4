/// A line that names what follows it.
struct Heading: Sendable {
    let line: Int
    let text: String
    /// 0 for an appendix or an item, 1 for "4.", 2 for "4.2", 3 for "4.2.1", 4 without a number.
    let level: Int

    init?(_ line: TextLine, nextIsBlank: Bool) {
        guard line.cells == nil, !line.isBullet, !line.text.isEmpty, line.text.utf8.count <= 110 else {
            return nil
        }
        let text = line.text
        guard let last = text.last, !".;,".contains(last), PageMarker.page(of: text) == nil else {
            return nil
        }
        let (number, rest) = Self.number(text)
        guard let first = rest.first, first.isUppercase || first == "'" || first == "\"" else { return nil }
        guard number != nil || nextIsBlank, last != ":" || number != nil || rest.utf8.count < 60 else {
            return nil
        }
        let words = rest.split(separator: " ")
        guard words.count <= 16 else { return nil }
        self.line = line.number
        self.text = rest
        let lower = text.lowercased()
        level = lower.hasPrefix("appendix") || lower.hasPrefix("annex") ? 0 : number.map { min(3, $0) } ?? 4
    }

    /// How deep the number in front of a heading is, and the text behind it.
    static func number(_ text: String) -> (depth: Int?, rest: String) {
        guard let space = text.firstIndex(of: " ") else { return (nil, text) }
        let head = text[..<space]
        guard head.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
            head.utf8.first.map({ (48...57).contains($0) }) == true,
            head.utf8.count <= 8
        else { return (nil, text) }
        let depth = head.split(separator: ".").count
        return (depth, String(text[space...]).trimmed)
    }

    private static let data = [
        "data", "headlines", "performance", "statistics", "key figures", "indicators", "activity",
    ]

    /// Whether what follows gives figures for the period of the report as a whole.
    var isData: Bool {
        let lower = text.lowercased()
        return Self.data.contains { lower.contains($0) } && !lower.contains("qualitative")
    }
}
