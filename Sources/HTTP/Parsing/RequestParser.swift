/// Reads a complete head, strictly: whatever two parsers could read differently is refused.
///
/// ```
/// request-line = method SP target SP "HTTP/" DIGIT "." DIGIT
/// target       = "/" *vchar / "http://" authority [ "/" *vchar ] / authority / "*"
/// field-line   = token ":" OWS value OWS        no folding, no space before the colon
/// ```
///
/// RFC 9112, sections 2 to 6. Refused beyond the grammar: more or less than one valid Host on 1.1, two different
/// lengths, a length beside a transfer coding, any transfer coding but `chunked` alone.
struct RequestParser {
    let limits: HTTPLimits

    /// - Parameter start: where the request line begins; the head ends with its empty line at `bytes.count`.
    func parse(_ bytes: Span<UInt8>, from start: Int, into head: inout RequestHead) throws(RequestError) {
        head.reset()
        let lineEnd = Self.lineEnd(bytes, from: start)
        let authority = try parseRequestLine(bytes, start..<lineEnd, &head)
        var connection = ConnectionOptions()
        var framing = FramingFields()
        var hostCount = 0
        var position = lineEnd + 2
        while position < bytes.count - 2 {
            let end = Self.lineEnd(bytes, from: position)
            let field = try Self.field(bytes, position..<end)
            position = end + 2
            guard head.fields.count < limits.fieldCount else {
                throw .tooManyFields(limit: limits.fieldCount)
            }
            head.fields.append(field)
            // The length of the name sorts out most fields without looking at a letter.
            switch field.name.count {
            case 4 where bytes.equals(field.name, "host"):
                hostCount += 1
                guard hostCount == 1, Authority.isValid(bytes, field.value) else { throw .badHost }
            case 6 where bytes.equals(field.name, "expect"):
                guard head.minorVersion >= 1 else { break }
                guard bytes.equals(field.value, "100-continue") else { throw .expectationFailed }
                head.expectsContinue = true
            case 10 where bytes.equals(field.name, "connection"):
                connection.read(bytes, field.value)
            case 14 where bytes.equals(field.name, "content-length"):
                try framing.readLength(bytes, field.value)
            case 17 where bytes.equals(field.name, "transfer-encoding"):
                try framing.readCoding(bytes, field.value)
            default: break
            }
        }
        if hostCount == 0, head.minorVersion >= 1 { throw .badHost }
        if let authority, !Authority.isValid(bytes, authority) { throw .badHost }
        head.framing = try framing.framing(minorVersion: head.minorVersion)
        head.keepsAlive =
            head.minorVersion >= 1 ? !connection.close : connection.keepAlive && !connection.close
    }

    /// The method, target and version; returns the authority of an absolute target, which stands before Host.
    private func parseRequestLine(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ head: inout RequestHead
    ) throws(RequestError) -> Range<Int>? {
        guard let first = bytes.firstIndex(of: UInt8(ascii: " "), in: line),
            let second = bytes.firstIndex(of: UInt8(ascii: " "), in: first + 1..<line.upperBound)
        else { throw .badRequestLine }
        let method = line.lowerBound..<first
        let target = first + 1..<second
        let version = second + 1..<line.upperBound
        guard !method.isEmpty, bytes.all(method, Token.isTokenByte) else { throw .badRequestLine }
        try readVersion(bytes, version, &head)
        guard let known = Self.method(bytes, method) else { throw .unknownMethod }
        head.method = known
        if target.count > limits.targetByteCount { throw .targetTooLong(limit: limits.targetByteCount) }
        // Visible ASCII; a fragment is never sent (RFC 3986, section 3.5).
        guard !target.isEmpty, bytes.all(target, { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw .badTarget
        }
        return try readTarget(bytes, target, &head)
    }

    /// `HTTP/1.x`; a higher minor version is treated as 1.1 (RFC 9110, section 2.5).
    private func readVersion(
        _ bytes: Span<UInt8>, _ version: Range<Int>, _ head: inout RequestHead
    ) throws(RequestError) {
        guard version.count == 8, bytes.isExactly(version.lowerBound..<version.lowerBound + 5, "HTTP/"),
            bytes[version.lowerBound + 6] == UInt8(ascii: "."), Self.isDigit(bytes[version.lowerBound + 5]),
            Self.isDigit(bytes[version.lowerBound + 7])
        else { throw .badRequestLine }
        guard bytes[version.lowerBound + 5] == UInt8(ascii: "1") else { throw .unsupportedVersion }
        head.minorVersion = bytes[version.lowerBound + 7] == UInt8(ascii: "0") ? 0 : 1
    }

    private func readTarget(
        _ bytes: Span<UInt8>, _ target: Range<Int>, _ head: inout RequestHead
    ) throws(RequestError) -> Range<Int>? {
        if bytes[target.lowerBound] == UInt8(ascii: "/") {
            head.target = target
            return nil
        }
        if target.count == 1, bytes[target.lowerBound] == UInt8(ascii: "*"), head.method == .options {
            head.target = target
            return nil
        }
        // Known and offered nowhere: its target is an authority alone (RFC 9110, section 9.3.6).
        if head.method == .connect {
            head.target = target.upperBound..<target.upperBound
            return target
        }
        // A resource of https is served on secured connections only (RFC 9110, section 7.4).
        if bytes.begins(target, "https://") { throw .schemeUnsupported }
        guard bytes.begins(target, "http://") else { throw .badTarget }
        let rest = target.lowerBound + 7..<target.upperBound
        let slash = bytes.firstIndex(of: UInt8(ascii: "/"), in: rest) ?? rest.upperBound
        let question = bytes.firstIndex(of: UInt8(ascii: "?"), in: rest) ?? rest.upperBound
        head.target = min(slash, question)..<rest.upperBound
        return rest.lowerBound..<min(slash, question)
    }

    private static func field(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(RequestError)
        -> RequestHead.Field
    {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: line), colon > line.lowerBound,
            bytes.all(line.lowerBound..<colon, Token.isTokenByte),
            bytes.all(colon + 1..<line.upperBound, Token.isValueByte)
        else { throw .badField }
        return RequestHead.Field(
            name: line.lowerBound..<colon, value: bytes.trimmed(colon + 1..<line.upperBound))
    }

    /// The offset of the CR that ends the line; a bare CR stays inside and is refused with the field.
    private static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index + 1] == UInt8(ascii: "\n") { return index }
            index += 1
        }
        return max(start, bytes.count - 2)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func method(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Method? {
        switch range.count {
        case 3: bytes.isExactly(range, "GET") ? .get : bytes.isExactly(range, "PUT") ? .put : nil
        case 4: bytes.isExactly(range, "HEAD") ? .head : bytes.isExactly(range, "POST") ? .post : nil
        case 5:
            bytes.isExactly(range, "PATCH")
                ? .patch
                : bytes.isExactly(range, "TRACE") ? .trace : bytes.isExactly(range, "QUERY") ? .query : nil
        case 6: bytes.isExactly(range, "DELETE") ? .delete : nil
        case 7:
            bytes.isExactly(range, "OPTIONS") ? .options : bytes.isExactly(range, "CONNECT") ? .connect : nil
        default: nil
        }
    }
}
