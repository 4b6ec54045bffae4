import Domain
import JSON

/// The words of a paper by page; a line that may name a child is left out.
struct PageTexts {
    let reading: PackReading
    private static let limit = 190_000

    func value(of paper: Paper) -> JSONValue {
        guard let lines = paper.lines else { return .null }
        var order: [String] = []
        var texts: [String: (range: PageRange?, document: Int?, text: String)] = [:]
        for number in lines {
            let line = reading.text.lines[number - 1]
            guard !line.isBlank else { continue }
            let range = reading.pages[number]
            let key = range.map { "\($0.from)-\($0.to)" } ?? ""
            if texts[key] == nil {
                order.append(key)
                texts[key] = (range, reading.pages.documentPage(of: number), "")
            }
            if PageMarker.page(of: line.text) != nil || PageMarker.isBlankPage(line.text) { continue }
            guard let size = texts[key]?.text.utf8.count, size < Self.limit else { continue }
            texts[key]?.text += printed(line) + "\n"
        }
        let values = order.compactMap { key -> JSONValue? in
            guard let entry = texts[key], !entry.text.isEmpty else { return nil }
            return [
                "pageFrom": .integer(entry.range?.from), "pageTo": .integer(entry.range?.to),
                "documentPage": .integer(entry.document),
                "textKind": "full", "text": .string(entry.text),
            ]
        }
        return values.isEmpty ? .null : .array(values)
    }

    private func printed(_ line: TextLine) -> String {
        if reading.withheld.contains(line.number) { return "[This line is withheld: it may name a child.]" }
        let text =
            line.cells.map { $0.joined(separator: "\t") } ?? (line.isBullet ? "- " + line.text : line.text)
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 || $0 == "\t" }))
    }
}
