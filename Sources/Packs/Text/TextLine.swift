/// One line: as it stands in the file, and cleaned for reading.
struct TextLine: Sendable {
    let number: Int
    let raw: String
    /// The page of a file that form feeds divide, from 1.
    let sheet: Int
    /// Without markup, with single spaces. A quotation is a part of this.
    let text: String
    /// The cells of a table row; nil for a line of prose.
    let cells: [String]?
    /// The line began with a bullet.
    let isBullet: Bool
    /// How many blanks stood before the first character.
    let indent: Int

    var isBlank: Bool { text.isEmpty && cells == nil }

    init(number: Int, raw: String, sheet: Int, cells given: [String]? = nil) {
        self.number = number
        self.raw = raw
        self.sheet = sheet
        indent = raw.utf8.prefix { $0 == 32 }.count
        let cells = given ?? Self.cells(of: raw)
        let cleaned = cells.map { $0.joined(separator: " ") } ?? raw
        let (body, isBullet) = Self.withoutBullet(Markup.cleaned(cleaned))
        text = body
        self.isBullet = isBullet
        self.cells = cells.map { $0.map { Markup.cleaned($0) } }
    }

    /// A line whose words were put together from several.
    init(number: Int, raw: String, sheet: Int, text: String, isBullet: Bool) {
        self.number = number
        self.raw = raw
        self.sheet = sheet
        self.text = text
        self.isBullet = isBullet
        cells = nil
        indent = raw.utf8.prefix { $0 == 32 }.count
    }

    /// Tabs or the bars of a Markdown table make cells. Empty cells stay, also at the end.
    private static func cells(of raw: String) -> [String]? {
        if raw.utf8.contains(9) {
            return raw.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        var row = Substring(raw)
        while row.last?.isWhitespace == true { row.removeLast() }
        while row.first?.isWhitespace == true { row.removeFirst() }
        guard row.utf8.first == 124, row.utf8.last == 124, row.utf8.count > 2 else { return nil }
        return row.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map(
            String.init)
    }

    /// Takes bullets off, also doubled ones, and marks of a Markdown heading.
    private static func withoutBullet(_ text: String) -> (String, Bool) {
        var rest = Substring(text)
        var found = false
        while let first = rest.first {
            let after = rest.dropFirst()
            let stands = after.first == " " || after.isEmpty
            if stands, Markup.bullets.contains(first) {
                rest = after.drop { $0 == " " }
                found = true
            } else if first == "#", after.first == " " || after.first == "#" {
                rest = after.drop { $0 == "#" || $0 == " " }
                break
            } else {
                break
            }
        }
        return (String(rest), found)
    }
}
