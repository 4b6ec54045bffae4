/// Why and where a text is not acceptable JSON.
package struct JSONReaderError: Error, Equatable, Sendable {
    package let reason: Reason
    /// Bytes before the place, from 0.
    package let byteOffset: Int
    /// Line of the place, from 1; lines end with LF, CR LF or CR.
    package let line: Int
    /// Unicode code points before the place in its line, and one.
    package let column: Int

    /// What is wrong; each case has one plain sentence.
    package enum Reason: Equatable, Sendable {
        case empty
        case byteOrderMark
        case tooLong(byteLimit: Int)
        case invalidUTF8
        case tooDeep(limit: Int)
        case tooManyMembers(limit: Int)
        case tooManyValues(limit: Int)
        case endsBeforeValue
        case endsInsideString
        case endsInsideNumber
        case endsInsideLiteral
        case endsInsideArray
        case endsInsideObject
        case valueExpected
        case commaOrArrayEndExpected
        case commaOrObjectEndExpected
        case nameExpected
        case colonExpected
        case trailingComma
        case comment
        case unknownLiteral
        case leadingZero
        case digitExpected
        case controlCharacter
        case unknownEscape
        case invalidUnicodeEscape
        case loneSurrogate
        case duplicateName(String)
        case textAfterValue
    }

    init(_ reason: Reason, at byteOffset: Int, in text: Span<UInt8>) {
        self.reason = reason
        self.byteOffset = byteOffset
        var line = 1
        var column = 1
        for offset in 0..<min(byteOffset, text.count) {
            let byte = text[offset]
            let isBeforeLineFeed = offset + 1 < text.count && text[offset + 1] == UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isBeforeLineFeed) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                // Bytes 10xxxxxx go on with the code point before them.
                column += 1
            }
        }
        self.line = line
        self.column = column
    }

    /// Whether the text simply stops too early, as a cut-off upload does.
    package var isTruncation: Bool {
        switch reason {
        case .empty, .endsBeforeValue, .endsInsideString, .endsInsideNumber, .endsInsideLiteral,
            .endsInsideArray, .endsInsideObject:
            true
        default: false
        }
    }
}

extension JSONReaderError.Reason {
    /// What is wrong and, where it helps, what to do, in one sentence.
    package var sentence: String {
        switch self {
        case .empty: "The text is empty; one JSON value is needed."
        case .byteOrderMark: "The text starts with a byte order mark; send UTF-8 without one."
        case .tooLong(let limit): "The text is longer than \(limit) bytes."
        case .invalidUTF8: "The text is not valid UTF-8 here; save and send it as UTF-8."
        case .tooDeep(let limit): "Objects and arrays are nested deeper than \(limit) levels."
        case .tooManyMembers(let limit): "One object has more than \(limit) members."
        case .tooManyValues(let limit): "The text holds more than \(limit) values."
        case .endsBeforeValue: "The text ends where a value should follow."
        case .endsInsideString: "The text ends inside a string."
        case .endsInsideNumber: "The text ends inside a number."
        case .endsInsideLiteral: "The text ends inside true, false or null."
        case .endsInsideArray: "The text ends inside an array."
        case .endsInsideObject: "The text ends inside an object."
        case .valueExpected: "A value is expected here: a string, number, object, array, true, false or null."
        case .commaOrArrayEndExpected: "A comma or ] is expected here."
        case .commaOrObjectEndExpected: "A comma or } is expected here."
        case .nameExpected: "A member name in double quotation marks is expected here."
        case .colonExpected: "A colon is expected after the member name."
        case .trailingComma: "Remove the comma before this closing bracket."
        case .comment: "Comments are not allowed in JSON."
        case .unknownLiteral:
            "Only true, false and null, in small letters, may stand without quotation marks."
        case .leadingZero: "A number may not start with a zero that another digit follows."
        case .digitExpected: "A digit is expected in this number."
        case .controlCharacter: "A control character in a string must be escaped, a line break as \\n."
        case .unknownEscape: "This escape is not known; \\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t and \\u are."
        case .invalidUnicodeEscape: "Four hexadecimal digits must follow \\u."
        case .loneSurrogate: "A surrogate escape must come in a pair, high before low."
        case .duplicateName(let name): "The member \"\(name)\" appears twice in one object."
        case .textAfterValue: "Nothing may follow the value."
        }
    }
}

extension JSONReaderError: CustomStringConvertible {
    /// The sentence with its place: "Line 3, column 7: The text ends inside a string."
    package var description: String { "Line \(line), column \(column): \(reason.sentence)" }
}
