/// Finds the bytes that a JSON string may not hold as they are, eight bytes at a time.
///
/// Those bytes are `"`, `\` and everything below 0x20 (RFC 8259, section 7). Bytes from 0x80 up are
/// parts of UTF-8 sequences and never need an escape, so U+2028 and U+2029 pass as well: they are
/// valid JSON.
///
/// The word tests are exact in their lowest set bit: a borrow can only mark bytes above the first
/// real hit, and only the first hit is used.
@usableFromInline
enum JSONText {
    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The offset of the first byte from `start` on that needs an escape, or the length of the text.
    @inlinable
    static func firstSpecial(in text: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        // The bytes are initialised: the span is one of UInt8.
        let raw = unsafe text.bytes
        while offset + 8 <= text.count {
            // The load is bounds-checked; UInt64 has no invalid bit patterns.
            let loaded = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let marks = specialMarks(in: UInt64(littleEndian: loaded))
            if marks != 0 { return offset + marks.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < text.count {
            if isSpecial(text[offset]) { return offset }
            offset += 1
        }
        return offset
    }

    @inlinable
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// The top bit of each byte that needs an escape; only the lowest set bit may be trusted.
    @inlinable
    static func specialMarks(in word: UInt64) -> UInt64 {
        let control = (word &- ones &* 0x20) & ~word
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let quoteMark = (quote &- ones) & ~quote
        let backslashMark = (backslash &- ones) & ~backslash
        return (control | quoteMark | backslashMark) & highs
    }
}
