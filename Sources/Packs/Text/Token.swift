/// One word, number or sign of a line.
struct Token: Sendable {
    enum Kind: Sendable { case word, number, sign }

    let kind: Kind
    /// As printed.
    let text: String
    /// In small letters; of a number, the digits without commas.
    let key: String
    /// Where it stands among the bytes of the line's text.
    let start: Int
    let end: Int
    /// No blank stands before it.
    let isJoined: Bool

    var isNumber: Bool { kind == .number }
    /// A number without a fraction, if it is small enough to be one of a list, a page or a year.
    var integer: Int? { kind == .number && !key.contains(".") ? Int(key) : nil }
    var isYear: Bool { text.utf8.count == 4 && (integer.map { (1900...2099).contains($0) } ?? false) }
    var isCapitalised: Bool { text.first?.isUppercase == true }

    static func == (token: Token, key: String) -> Bool { token.key == key }
}

/// Divides text into tokens. Only ASCII digits are digits.
///
/// ```
/// number = 1*DIGIT *( "," 3DIGIT ) [ "." 1*DIGIT ]
/// word   = a run of letters and of what holds a word together: ' - & and digits after a letter
/// sign   = anything else that is no blank, one at a time
/// ```
struct Tokenizer {
    private let bytes: [UInt8]
    private var index = 0

    /// The tokens behind the number of a paragraph: `4.`, `3.1`, `(a)`.
    static func tokensOfParagraph(_ text: String) -> [Token] {
        let all = tokens(of: text)
        guard all.count > 3 else { return all }
        if all[0].isNumber, all[1].key == "." || all[1].key == ")", !all[2].isJoined {
            return Array(all[2...])
        }
        if all[0].isNumber, all[0].key.contains("."), !all[1].isJoined,
            all[1].isCapitalised || all[1].key == "-"
        {
            return Array(all[1...])
        }
        // "219 DECLARATIONS OF INTEREST", "221 (28) WORK PROGRAMME": the number of a minute.
        func isCapitals(_ token: Token) -> Bool {
            token.kind == .word && token.text.utf8.count >= 3 && token.text == token.text.uppercased()
        }
        if all[0].integer != nil, isCapitals(all[1]), isCapitals(all[2]) || all[2].text.utf8.count <= 3 {
            return Array(all[1...])
        }
        if all.count > 5, all[0].integer != nil, all[1].key == "(", all[2].isNumber, all[3].key == ")",
            all[4].isCapitalised
        {
            return Array(all[4...])
        }
        if all[0].key == "(", all[1].text.utf8.count <= 4, all[2].key == ")", !all[3].isJoined {
            return Array(all[3...])
        }
        return all
    }

    static func tokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer(bytes: Array(text.utf8))
        return tokenizer.run()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() -> [Token] {
        var tokens: [Token] = []
        while index < bytes.count {
            if bytes[index] == 32 {
                index += 1
                continue
            }
            let start = index
            let isJoined = start > 0 && bytes[start - 1] != 32
            let kind = step()
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            let key =
                switch kind {
                case .number: String(text.filter { $0 != "," })
                case .word: text.lowercased()
                case .sign: text
                }
            tokens.append(
                Token(kind: kind, text: text, key: key, start: start, end: index, isJoined: isJoined))
        }
        return tokens
    }

    private mutating func step() -> Token.Kind {
        let byte = bytes[index]
        if isDigit(byte) {
            takeNumber()
            return .number
        }
        if isLetter(byte) {
            takeWord()
            return .word
        }
        takeScalar()
        return .sign
    }

    private mutating func takeNumber() {
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        while index + 3 < bytes.count, bytes[index] == 44, (1...3).allSatisfy({ isDigit(bytes[index + $0]) }),
            index + 4 >= bytes.count || !isDigit(bytes[index + 4])
        {
            index += 4
        }
        if index + 1 < bytes.count, bytes[index] == 46, isDigit(bytes[index + 1]) {
            // `4.3.1` is a number of a heading; it stays in parts.
            var end = index + 1
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            index = end
        }
    }

    private mutating func takeWord() {
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x80 {
                guard isLetterStart else { break }
                takeScalar()
            } else if isLetter(byte) || isDigit(byte) {
                index += 1
            } else if byte == 39 || byte == 45 || byte == 38, index + 1 < bytes.count,
                isLetter(bytes[index + 1])
            {
                index += 1
            } else {
                break
            }
        }
    }

    /// Letters beyond ASCII keep a word together; signs such as superscripts and dashes do not.
    private var isLetterStart: Bool { (0xC3...0xDF).contains(bytes[index]) }

    private mutating func takeScalar() {
        index += 1
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private func isLetter(_ byte: UInt8) -> Bool {
        (97...122).contains(byte | 32) || (0xC3...0xDF).contains(byte)
    }
}
