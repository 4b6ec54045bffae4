/// The characters of tokens and field values (RFC 9110, sections 5.5 and 5.6.2).
enum Token {
    /// One bit for each byte below 128 that a token may hold.
    private static let low: UInt64 = bits(0..<64)
    private static let high: UInt64 = bits(64..<128)

    @inline(__always)
    static func isTokenByte(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }

    /// Field values: visible characters, spaces, tabs, and bytes above 127, which are carried and never read.
    @inline(__always)
    static func isValueByte(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 0x09 }

    private static func bits(_ range: Range<UInt8>) -> UInt64 {
        let marks = Array("!#$%&'*+-.^_`|~".utf8)
        return range.reduce(0) { bits, byte in
            let isAlphanumeric =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isAlphanumeric || marks.contains(byte) ? bits | 1 << UInt64(byte - range.lowerBound) : bits
        }
    }
}
