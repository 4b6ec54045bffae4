/// Keys and plain values.
extension JSONWriter {
    /// Writes a member name known when the program was built; it must need no escape.
    @inlinable
    package mutating func key(_ name: StaticString) {
        prepareForKey()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { buffer in
            assert(
                unsafe JSONText.firstSpecial(in: buffer.span, from: 0) == buffer.count,
                "A static key must need no escape.")
            unsafe bytes.append(contentsOf: buffer)
        }
        bytes.append(UInt8(ascii: "\""))
        endKey()
    }

    /// Writes a member name that was put into its quotation marks before.
    @inlinable
    package mutating func key(_ key: JSONKey) {
        prepareForKey()
        bytes.append(contentsOf: key.bytes.span)
        if isPretty { bytes.append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    /// Writes a member name that comes from data.
    package mutating func key(_ name: String) {
        prepareForKey()
        appendQuoted(name.utf8.span)
        endKey()
    }

    @inlinable
    mutating func endKey() {
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    /// Writes a string.
    @inlinable
    package mutating func write(_ text: String) {
        prepareForValue()
        appendQuoted(text.utf8.span)
    }

    /// Writes a string from bytes that should be UTF-8; whatever is not becomes U+FFFD.
    package mutating func write(utf8 text: Span<UInt8>) {
        prepareForValue()
        if (try? UTF8Span(validating: text)) != nil {
            appendQuoted(text)
        } else {
            // Rare, so the copy for the standard library's repair does not matter.
            let repaired = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
            appendQuoted(repaired.utf8.span)
        }
    }

    @inlinable
    package mutating func write(_ flag: Bool) {
        prepareForValue()
        appendStatic(flag ? "true" : "false")
    }

    @inlinable
    package mutating func writeNull() {
        prepareForValue()
        appendStatic("null")
    }

    /// Writes a string that ends in a number, such as an address. The text before it must need no escape.
    package mutating func write(_ text: String, number: Int64) {
        prepareForValue()
        bytes.append(UInt8(ascii: "\""))
        appendRun(text.utf8.span)
        appendDigits(number)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes an integer in decimal.
    package mutating func write(_ number: Int64) {
        prepareForValue()
        appendDigits(number)
    }

    /// Writes a number with the text it is given, such as `34.0`; it must be a JSON number.
    package mutating func writeNumber(_ text: String) {
        writeNumber(utf8: text.utf8.span)
    }

    /// Writes a number with the bytes it is given; they must be a JSON number.
    package mutating func writeNumber(utf8 text: Span<UInt8>) {
        precondition(JSONNumber.isNumber(text), "The text is not a JSON number.")
        prepareForValue()
        appendRun(text)
    }

    /// Copies one JSON value as it is; that it is valid is the caller's promise.
    package mutating func writeRaw(_ text: String) {
        writeRaw(utf8: text.utf8.span)
    }

    /// Copies the bytes of one JSON value as they are; that they are valid is the caller's promise.
    package mutating func writeRaw(utf8 text: Span<UInt8>) {
        prepareForValue()
        appendRun(text)
    }
}

/// How bytes reach the buffer.
extension JSONWriter {
    /// Appends valid UTF-8 in quotation marks, escaping what RFC 8259, section 7, demands.
    @usableFromInline
    mutating func appendQuoted(_ text: Span<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        while true {
            let stop = JSONText.firstSpecial(in: text, from: start)
            if stop > start { appendRun(text.extracting(start..<stop)) }
            if stop == text.count { break }
            appendEscape(text[stop])
            start = stop + 1
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): appendStatic("\\\"")
        case UInt8(ascii: "\\"): appendStatic("\\\\")
        case 0x08: appendStatic("\\b")
        case 0x09: appendStatic("\\t")
        case 0x0A: appendStatic("\\n")
        case 0x0C: appendStatic("\\f")
        case 0x0D: appendStatic("\\r")
        default:
            appendStatic("\\u00")
            appendHexDigit(byte >> 4)
            appendHexDigit(byte & 0x0F)
        }
    }

    mutating func appendDigits(_ number: Int64) {
        // 19 digits of the largest magnitude and a sign.
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var start = digits.count
        var rest = number.magnitude
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest != 0
        if number < 0 {
            start -= 1
            digits[start] = UInt8(ascii: "-")
        }
        appendRun(digits.span.extracting(start..<digits.count))
    }

    mutating func appendHexDigit(_ value: UInt8) {
        bytes.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
    }

    @usableFromInline
    mutating func appendStatic(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func appendRun(_ run: Span<UInt8>) {
        bytes.append(contentsOf: run)
    }
}
