internal import Glibc

/// The host and port of a Host field or an absolute target: a name, an IPv4 address or an IPv6 address in brackets,
/// and no user information (RFC 3986, section 3.2; RFC 9110, sections 4.2.4 and 7.2).
enum Authority {
    static func isValid(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count <= 300 else { return false }
        var index = first
        if bytes[index] == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]"), in: range),
                isAddress(bytes, index + 1..<close)
            else { return false }
            index = close + 1
        } else {
            while index < range.upperBound, bytes[index] != UInt8(ascii: ":") {
                guard isNameByte(bytes[index]) else { return false }
                index += 1
            }
            guard index > first else { return false }
        }
        guard index < range.upperBound else { return true }
        return bytes[index] == UInt8(ascii: ":") && isPort(bytes, index + 1..<range.upperBound)
    }

    /// An IPv6 address, as the system reads it.
    private static func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // The longest, with an IPv4 address as its end, has 45 characters.
        guard range.count <= 45, bytes.all(range, { $0 != 0 }) else { return false }
        var address = in6_addr()
        return unsafe inet_pton(AF_INET6, bytes.text(range), &address) == 1
    }

    /// Digits that make a number of 16 bits, or none at all, which the grammar allows.
    private static func isPort(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 5, bytes.all(range, { (48...57).contains($0) }) else { return false }
        return range.reduce(0) { $0 * 10 + Int(bytes[$1] - 48) } <= 65_535
    }

    /// Letters, digits and the marks of names that exist. The grammar also has percent-escapes and sub-delimiters,
    /// which no host has.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "~")
    }
}
