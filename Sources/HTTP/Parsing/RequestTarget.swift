/// Path and query of a target, percent-decoded once (RFC 3986, sections 2.1 and 3.3).
///
/// The path is divided at its slashes before it is decoded, so `%2F` stays inside its segment. Refused: a broken
/// escape, `%00`, bytes that are not UTF-8, and the segments `.` and `..`, which clients resolve before they send.
/// In the query `+` is a space; names may repeat and may be empty.
struct RequestTarget {
    let path: [String]
    let query: [(name: String, value: String)]

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(RequestError) {
        let question = bytes.firstIndex(of: UInt8(ascii: "?"), in: range) ?? range.upperBound
        var path: [String] = []
        if range.lowerBound < question, bytes[range.lowerBound] == UInt8(ascii: "/") {
            for segment in Self.split(bytes, range.lowerBound + 1..<question, at: UInt8(ascii: "/")) {
                let name = try Self.decoded(bytes, segment, plusIsSpace: false)
                guard name != ".", name != ".." else { throw .badTarget }
                path.append(name)
            }
        }
        self.path = path
        var query: [(name: String, value: String)] = []
        if question < range.upperBound {
            for pair in Self.split(bytes, question + 1..<range.upperBound, at: UInt8(ascii: "&"))
            where !pair.isEmpty {
                let equals = bytes.firstIndex(of: UInt8(ascii: "="), in: pair) ?? pair.upperBound
                let name = try Self.decoded(bytes, pair.lowerBound..<equals, plusIsSpace: true)
                let value = try Self.decoded(
                    bytes, min(equals + 1, pair.upperBound)..<pair.upperBound, plusIsSpace: true)
                query.append((name, value))
            }
        }
        self.query = query
    }

    private static func split(_ bytes: Span<UInt8>, _ range: Range<Int>, at byte: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        while let next = bytes.firstIndex(of: byte, in: start..<range.upperBound) {
            parts.append(start..<next)
            start = next + 1
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    private static func decoded(
        _ bytes: Span<UInt8>, _ range: Range<Int>, plusIsSpace: Bool
    ) throws(RequestError) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < range.upperBound, let high = hexadecimal(bytes[index + 1]),
                    let low = hexadecimal(bytes[index + 2]), high << 4 | low != 0
                else { throw .badTarget }
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .badTarget }
        return text
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
