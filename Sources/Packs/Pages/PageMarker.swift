/// A line that prints the number of a page.
///
/// ```
/// marker = "Page" ["|"] number [ "of" number ] [ "Page" ["|"] number ]      the last is the pack's
/// ```
enum PageMarker {
    struct Mark: Sendable {
        let line: Int
        /// The page of the pack.
        let page: Int
        /// The page of the report, where both are printed.
        let documentPage: Int?
    }

    static func mark(of line: TextLine) -> Mark? {
        guard line.text.utf8.count <= 40, let numbers = numbers(line.text), let last = numbers.last else {
            return nil
        }
        return Mark(line: line.number, page: last, documentPage: numbers.count == 2 ? numbers[0] : nil)
    }

    static func page(of text: String) -> Int? { text.utf8.count <= 40 ? numbers(text)?.last : nil }

    private static func numbers(_ text: String) -> [Int]? {
        guard text.utf8.first.map({ $0 | 32 == UInt8(ascii: "p") }) == true else { return nil }
        var found: [Int] = []
        var isAfterPage = false
        var words = text.split(whereSeparator: { $0 == " " || $0 == "|" })[...]
        while let word = words.popFirst() {
            if word.lowercased() == "page" {
                isAfterPage = true
            } else if isAfterPage, let number = asciiNumber(word), number >= 1 {
                found.append(number)
                isAfterPage = false
                if words.first == "of", words.count >= 2 { words = words.dropFirst(2) }
            } else {
                return nil
            }
        }
        return found.isEmpty || isAfterPage ? nil : found
    }

    private static func asciiNumber(_ word: Substring) -> Int? {
        word.utf8.count <= 5 && word.utf8.allSatisfy { (48...57).contains($0) } ? Int(word) : nil
    }

    static func isBlankPage(_ text: String) -> Bool {
        text.utf8.count < 80 && text.lowercased().contains("intentionally")
            && text.lowercased().contains("blank")
    }
}
