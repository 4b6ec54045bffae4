/// Reads one string of a JSON text whose UTF-8 has been validated.
///
/// ```
/// string  = quotation-mark *char quotation-mark
/// char    = unescaped / "\" ( quotation-mark / "\" / "/" / b / f / n / r / t / u 4hexdigit )
/// ```
///
/// A string without escapes is copied in one go; with escapes, run by run.
struct JSONString {
    struct Failure: Error {
        let reason: JSONReaderError.Reason
        let byteOffset: Int
    }

    /// The opening mark before ``read(_:)``, the offset behind the closing one after it.
    private(set) var cursor: Int

    init(openAt offset: Int) {
        cursor = offset
    }

    mutating func read(_ text: Span<UInt8>) throws(Failure) -> String {
        cursor += 1
        let start = cursor
        cursor = JSONText.firstSpecial(in: text, from: cursor)
        if cursor < text.count && text[cursor] == UInt8(ascii: "\"") {
            let value = Self.plain(text.extracting(start..<cursor))
            cursor += 1
            return value
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(2 * (cursor - start) + 32)  // a guess that spares the first growths
        Self.append(text.extracting(start..<cursor), to: &decoded)
        while true {
            guard cursor < text.count else { throw Failure(reason: .endsInsideString, byteOffset: cursor) }
            switch text[cursor] {
            case UInt8(ascii: "\""):
                cursor += 1
                return String(decoding: decoded, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try readEscape(text, into: &decoded)
            default:
                throw Failure(reason: .controlCharacter, byteOffset: cursor)
            }
            let runStart = cursor
            cursor = JSONText.firstSpecial(in: text, from: cursor)
            Self.append(text.extracting(runStart..<cursor), to: &decoded)
        }
    }

    /// Copies bytes that are known to be whole UTF-8 sequences.
    static func plain(_ run: Span<UInt8>) -> String {
        // The reader validated the whole text, and runs are cut at ASCII bytes only.
        String(copying: unsafe UTF8Span(unchecked: run))
    }

    private static func append(_ run: Span<UInt8>, to bytes: inout [UInt8]) {
        // The span keeps its storage alive for the call, and the array is another allocation.
        unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func readEscape(_ text: Span<UInt8>, into decoded: inout [UInt8]) throws(Failure) {
        let start = cursor
        guard start + 1 < text.count else { throw Failure(reason: .endsInsideString, byteOffset: text.count) }
        cursor += 2
        switch text[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(text[start + 1])
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"): decoded.append(contentsOf: try readScalar(text, from: start).utf8)
        default: throw Failure(reason: .unknownEscape, byteOffset: start)
        }
    }

    /// Reads the digits of `\u`, and a second escape when the first is a high surrogate.
    private mutating func readScalar(_ text: Span<UInt8>, from start: Int) throws(Failure) -> Unicode.Scalar {
        let first = try readUnit(text)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first <= 0xDBFF else { throw Failure(reason: .loneSurrogate, byteOffset: start) }
        for mark in [UInt8(ascii: "\\"), UInt8(ascii: "u")] {
            guard cursor < text.count else { throw Failure(reason: .endsInsideString, byteOffset: cursor) }
            guard text[cursor] == mark else { throw Failure(reason: .loneSurrogate, byteOffset: start) }
            cursor += 1
        }
        let second = UInt32(try readUnit(text))
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (second - 0xDC00))
        else {
            throw Failure(reason: .loneSurrogate, byteOffset: start)
        }
        return scalar
    }

    /// Reads four hexadecimal digits, a UTF-16 code unit.
    private mutating func readUnit(_ text: Span<UInt8>) throws(Failure) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard cursor < text.count else { throw Failure(reason: .endsInsideString, byteOffset: cursor) }
            let digit: UInt8
            switch text[cursor] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = text[cursor] - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = text[cursor] - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = text[cursor] - UInt8(ascii: "A") + 10
            default: throw Failure(reason: .invalidUnicodeEscape, byteOffset: cursor)
            }
            unit = unit << 4 | UInt16(digit)
            cursor += 1
        }
        return unit
    }
}
