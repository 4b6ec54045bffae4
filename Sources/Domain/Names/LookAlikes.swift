/// Letters of other scripts that look like Latin ones, as they come out of scanned and retyped papers: Cyrillic
/// and Greek capitals and small letters (Unicode Technical Standard 39, confusables, those of whole words).
private let lookAlikes: [Unicode.Scalar: Character] = [
    "А": "A", "В": "B", "Е": "E", "Ѕ": "S", "І": "I", "Ј": "J", "К": "K", "М": "M", "Н": "H", "О": "O",
    "Р": "P",
    "С": "C", "Т": "T", "У": "Y", "Х": "X", "а": "a", "е": "e", "ѕ": "s", "і": "i", "ј": "j", "о": "o",
    "р": "p",
    "с": "c", "у": "y", "х": "x", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K",
    "Μ": "M",
    "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o", "ν": "v",
]

/// The key under which a name is looked up: look-alike letters as Latin ones, small, with single spaces.
///
/// The printed form is kept beside it; this is only for finding.
package func foldedKey(_ text: String) -> String {
    var key = ""
    var isAfterSpace = true
    for character in text {
        if character.isWhitespace {
            if !isAfterSpace { key.append(" ") }
            isAfterSpace = true
        } else {
            let letter = latin(character) ?? character
            key += letter.lowercased()
            isAfterSpace = false
        }
    }
    if key.last == " " { key.removeLast() }
    return key
}

/// Whether the text holds letters that look Latin and are not.
package func containsLookAlikes(_ text: String) -> Bool {
    text.contains { latin($0) != nil }
}

/// The Latin letter that looks like it; one with an accent of its own (ё, composed or not) is no look-alike.
private func latin(_ character: Character) -> Character? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return nil }
    return lookAlikes[first]
}
