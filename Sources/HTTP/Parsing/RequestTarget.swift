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
        var position = range.lowerBound
        // Each segment follows a slash; an asterisk has none.
        while position < question, bytes[position] == UInt8(ascii: "/") {
            let end = bytes.firstIndex(of: UInt8(ascii: "/"), in: position + 1..<question) ?? question
            let name = try Self.decoded(bytes, position + 1..<end, plusIsSpace: false)
            guard name != ".", name != ".." else { throw .badTarget }
            path.append(name)
            position = end
        }
        self.path = path
        var query: [(name: String, value: String)] = []
        position = question + 1
        while position < range.upperBound {
            let end =
                bytes.firstIndex(of: UInt8(ascii: "&"), in: position..<range.upperBound) ?? range.upperBound
            if position < end {
                let equals = bytes.firstIndex(of: UInt8(ascii: "="), in: position..<end) ?? end
                let name = try Self.decoded(bytes, position..<equals, plusIsSpace: true)
                let value = try Self.decoded(bytes, min(equals + 1, end)..<end, plusIsSpace: true)
                query.append((name, value))
            }
            position = end + 1
        }
        self.query = query
    }

    private static func decoded(
        _ bytes: Span<UInt8>, _ range: Range<Int>, plusIsSpace: Bool
    ) throws(RequestError) -> String {
        let isPlain = bytes.all(range) {
            $0 != UInt8(ascii: "%") && !(plusIsSpace && $0 == UInt8(ascii: "+"))
        }
        // A target is visible ASCII, so what has no escapes is the text itself.
        if isPlain { return bytes.text(range) }
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
