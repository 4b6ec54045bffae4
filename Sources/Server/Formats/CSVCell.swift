/// One cell of CSV (RFC 4180).
///
/// ```
/// cell    = escaped / plain
/// escaped = DQUOTE *(byte / 2DQUOTE) DQUOTE    where there is a comma, a quotation mark or a line end
/// ```
enum CSVCell {
    /// Appends text that came from outside. Text that a spreadsheet would take for a formula gets an apostrophe in
    /// front (https://owasp.org/www-community/attacks/CSV_Injection); so does text that looks as if it had got one,
    /// so that taking one away always gives back what it was.
    static func append(text: Span<UInt8>, to bytes: inout [UInt8]) {
        let isFormula = looksLikeFormula(text)
        guard needsQuotes(text) else {
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            for index in text.indices { bytes.append(text[index]) }
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for index in text.indices {
            if text[index] == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\"")) }
            bytes.append(text[index])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends a number, a flag or a name of our own, which never needs anything.
    static func append(plain text: String, to bytes: inout [UInt8]) { bytes.append(contentsOf: text.utf8) }

    private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): return true
            default: break
            }
        }
        return false
    }

    /// Whether the first character behind any apostrophes makes a spreadsheet compute.
    private static func looksLikeFormula(_ text: Span<UInt8>) -> Bool {
        var start = 0
        while start < text.count, text[start] == UInt8(ascii: "'") { start += 1 }
        guard start < text.count else { return false }
        switch text[start] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            return true
        // The wide forms of = + - @, which some programs take for the narrow ones.
        case 0xEF where start + 2 < text.count && text[start + 1] == 0xBC:
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[start + 2])
        default: return false
        }
    }
}
