internal import Domain

/// What someone typed into a search box, as an FTS5 query that cannot be malformed.
///
/// ```
/// typed:  private fostering      every word, in any order
///         "private fostering"    the words side by side
///         foster*                words that begin so
/// ```
///
/// Everything else that FTS5 gives a meaning (AND, NEAR, columns, brackets) is taken as plain text, because each
/// word is quoted (https://www.sqlite.org/fts5.html, section 3).
package struct SearchWords: Sendable {
    package let query: String
    package var isEmpty: Bool { query.isEmpty }

    /// More words than this narrow nothing further.
    private static let wordLimit = 20

    package init(_ text: String) {
        var phrases: [String] = []
        for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            // Odd parts stand between quotation marks.
            if index.isMultiple(of: 2) {
                for word in part.split(whereSeparator: \.isWhitespace) {
                    let isPrefix = word.last == "*"
                    phrases += Self.quoted(Self.tokens(String(word)), isPrefix: isPrefix)
                }
            } else {
                phrases += Self.quoted(Self.tokens(String(part)), isPrefix: false)
            }
        }
        query = phrases.prefix(Self.wordLimit).joined(separator: " ")
    }

    /// The words a tokenizer would see: runs of letters and digits, look-alike letters folded.
    private static func tokens(_ text: String) -> [Substring] {
        foldedKey(text).split { !$0.isLetter && !$0.isNumber }
    }

    private static func quoted(_ tokens: [Substring], isPrefix: Bool) -> [String] {
        guard !tokens.isEmpty else { return [] }
        return ["\"" + tokens.joined(separator: " ") + "\"" + (isPrefix ? "*" : "")]
    }
}
