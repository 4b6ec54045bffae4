/// Reads one JSON text, strictly by RFC 8259.
///
/// ```
/// text   = ws value ws
/// value  = object / array / string / number / "true" / "false" / "null"
/// object = "{" ws [ member *( "," member ) ] "}"
/// member = ws string ws ":" ws value ws
/// array  = "[" ws [ value ws *( "," ws value ws ) ] "]"
/// ws     = *( space / tab / LF / CR )
/// ```
///
/// Refused although some readers take it: a byte order mark, invalid UTF-8, comments, trailing commas,
/// leading zeros, lone surrogates, one name twice in an object, anything after the value.
/// The time is linear in the text and the recursion is bounded by the depth limit.
package struct JSONReader {
    /// What a text may cost; a text over a limit is refused where it passes it.
    package struct Limits: Sendable {
        /// Open objects and arrays at a time.
        package var depth = 64  // the deepest document of the service has 8; each level costs stack
        /// Bytes of the text, white space included.
        package var byteCount = 1 << 20  // one record with its texts; a caller with larger bodies says so
        /// Members of one object.
        package var memberCount = 10_000  // records have tens; this leaves room for keyed maps
        /// Values of the whole text: each costs up to 40 bytes more than its text.
        package var valueCount = 1_000_000

        package init() {}
    }

    private let limits: Limits
    private var cursor = 0
    private var depth = 0
    private var valueCount = 0

    /// Reads a whole text.
    package static func read(
        _ text: Span<UInt8>, limits: Limits = Limits()
    ) throws(JSONReaderError) -> JSONValue {
        // A deeper tree could be read but not written again.
        precondition(limits.depth <= JSONWriter.maximumDepth, "The depth limit is above what can be written.")
        if text.count > limits.byteCount {
            throw JSONReaderError(.tooLong(byteLimit: limits.byteCount), at: limits.byteCount, in: text)
        }
        if text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF {
            throw JSONReaderError(.byteOrderMark, at: 0, in: text)
        }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text)
        } catch {
            throw JSONReaderError(.invalidUTF8, at: error.byteOffsets.lowerBound, in: text)
        }
        var reader = JSONReader(limits: limits)
        return try reader.readText(text)
    }

    /// Reads a whole text.
    package static func read(
        _ text: [UInt8], limits: Limits = Limits()
    ) throws(JSONReaderError) -> JSONValue {
        try read(text.span, limits: limits)
    }

    private init(limits: Limits) {
        self.limits = limits
    }

    private mutating func readText(_ text: Span<UInt8>) throws(JSONReaderError) -> JSONValue {
        skipSpace(text)
        if cursor == text.count { throw JSONReaderError(.empty, at: cursor, in: text) }
        let value = try readValue(text)
        skipSpace(text)
        if cursor < text.count { throw failure(.textAfterValue, in: text) }
        return value
    }

    private mutating func readValue(_ text: Span<UInt8>) throws(JSONReaderError) -> JSONValue {
        guard cursor < text.count else { throw failure(.endsBeforeValue, in: text) }
        valueCount += 1
        if valueCount > limits.valueCount {
            throw failure(.tooManyValues(limit: limits.valueCount), in: text)
        }
        switch text[cursor] {
        case UInt8(ascii: "{"): return try readObject(text)
        case UInt8(ascii: "["): return try readArray(text)
        case UInt8(ascii: "\""): return .string(try readString(text))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber(text)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
            return try readLiteral(text)
        default: throw failure(.valueExpected, in: text)
        }
    }

    private mutating func readObject(_ text: Span<UInt8>) throws(JSONReaderError) -> JSONValue {
        try enter(text)
        var object = JSONObject()
        skipSpace(text)
        if take("}", text) {
            depth -= 1
            return .object(object)
        }
        while true {
            guard cursor < text.count else { throw failure(.endsInsideObject, in: text) }
            guard text[cursor] == UInt8(ascii: "\"") else {
                let isTrailing = !object.isEmpty && text[cursor] == UInt8(ascii: "}")
                throw failure(isTrailing ? .trailingComma : .nameExpected, in: text)
            }
            let nameStart = cursor
            let name = try readString(text)
            skipSpace(text)
            guard take(":", text) else {
                throw failure(cursor == text.count ? .endsInsideObject : .colonExpected, in: text)
            }
            skipSpace(text)
            let value = try readValue(text)
            guard object.append(name, value) else {
                throw JSONReaderError(.duplicateName(name), at: nameStart, in: text)
            }
            if object.count > limits.memberCount {
                throw JSONReaderError(.tooManyMembers(limit: limits.memberCount), at: nameStart, in: text)
            }
            skipSpace(text)
            if take("}", text) { break }
            guard take(",", text) else {
                throw failure(cursor == text.count ? .endsInsideObject : .commaOrObjectEndExpected, in: text)
            }
            skipSpace(text)
        }
        depth -= 1
        return .object(object)
    }

    private mutating func readArray(_ text: Span<UInt8>) throws(JSONReaderError) -> JSONValue {
        try enter(text)
        var elements: [JSONValue] = []
        skipSpace(text)
        if take("]", text) {
            depth -= 1
            return .array(elements)
        }
        while true {
            guard cursor < text.count else { throw failure(.endsInsideArray, in: text) }
            if !elements.isEmpty && text[cursor] == UInt8(ascii: "]") {
                throw failure(.trailingComma, in: text)
            }
            elements.append(try readValue(text))
            skipSpace(text)
            if take("]", text) { break }
            guard take(",", text) else {
                throw failure(cursor == text.count ? .endsInsideArray : .commaOrArrayEndExpected, in: text)
            }
            skipSpace(text)
        }
        depth -= 1
        return .array(elements)
    }

    private mutating func readNumber(_ text: Span<UInt8>) throws(JSONReaderError) -> JSONValue {
        let start = cursor
        var scan = NumberScan()
        let outcome = scan.run(over: text, from: start)
        cursor = scan.end
        switch outcome {
        case .complete: return .number(JSONNumber(checked: JSONString.plain(text.extracting(start..<cursor))))
        case .leadingZero: throw failure(.leadingZero, in: text)
        case .missingDigits: throw failure(.digitExpected, in: text)
        case .endsInside: throw failure(.endsInsideNumber, in: text)
        }
    }

    private mutating func readLiteral(_ text: Span<UInt8>) throws(JSONReaderError) -> JSONValue {
        var end = cursor
        // The longest literal has five letters; a sixth already makes it unknown.
        while end < text.count && end - cursor < 6 && text[end] | 0x20 >= UInt8(ascii: "a")
            && text[end] | 0x20 <= UInt8(ascii: "z")
        {
            end += 1
        }
        let word = JSONString.plain(text.extracting(cursor..<end))
        let value: JSONValue
        switch word {
        case "true": value = .bool(true)
        case "false": value = .bool(false)
        case "null": value = .null
        default:
            let isCut = end == text.count && ["true", "false", "null"].contains { $0.hasPrefix(word) }
            throw failure(isCut ? .endsInsideLiteral : .unknownLiteral, in: text)
        }
        cursor = end
        return value
    }

    private mutating func readString(_ text: Span<UInt8>) throws(JSONReaderError) -> String {
        var string = JSONString(openAt: cursor)
        do throws(JSONString.Failure) {
            let value = try string.read(text)
            cursor = string.cursor
            return value
        } catch {
            throw JSONReaderError(error.reason, at: error.byteOffset, in: text)
        }
    }

    private mutating func enter(_ text: Span<UInt8>) throws(JSONReaderError) {
        if depth == limits.depth { throw failure(.tooDeep(limit: limits.depth), in: text) }
        depth += 1
        cursor += 1
    }

    private mutating func skipSpace(_ text: Span<UInt8>) {
        while cursor < text.count {
            switch text[cursor] {
            case 0x20, 0x09, 0x0A, 0x0D: cursor += 1
            default: return
            }
        }
    }

    private mutating func take(_ mark: Unicode.Scalar, _ text: Span<UInt8>) -> Bool {
        guard cursor < text.count, text[cursor] == UInt8(ascii: mark) else { return false }
        cursor += 1
        return true
    }

    /// An error at the cursor; a slash there, outside a string, can only begin a comment.
    private func failure(_ reason: JSONReaderError.Reason, in text: Span<UInt8>) -> JSONReaderError {
        let isComment = cursor < text.count && text[cursor] == UInt8(ascii: "/")
        return JSONReaderError(isComment ? .comment : reason, at: cursor, in: text)
    }
}
