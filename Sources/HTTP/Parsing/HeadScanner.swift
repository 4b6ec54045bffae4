/// Finds the end of a head in bytes that arrive piece by piece, and looks at no byte twice.
///
/// ```
/// head = [ CRLF ] request-line CRLF *( field-line CRLF ) CRLF
/// ```
///
/// One empty line before the request line is passed over (RFC 9112, section 2.2). A line feed without a carriage
/// return before it is refused as soon as it is seen, so that nobody waits for an end that two parsers would see
/// at different places.
struct HeadScanner {
    /// Where the request line begins: 0, or 2 behind an empty line.
    private(set) var start = 0
    private var lineStart = 0
    private var scanned = 0
    private var lineCount = 0

    /// The offset behind the head, or nil while it is incomplete.
    mutating func end(in bytes: Span<UInt8>, limits: HTTPLimits) throws(RequestError) -> Int? {
        while scanned < bytes.count {
            guard bytes[scanned] == UInt8(ascii: "\n") else {
                scanned += 1
                continue
            }
            guard scanned > lineStart, bytes[scanned - 1] == UInt8(ascii: "\r") else {
                throw lineCount == 0 ? .badRequestLine : .badField
            }
            let isEmpty = scanned - lineStart == 1
            scanned += 1
            if isEmpty, lineCount > 0 { return try checked(scanned, limits) }
            if isEmpty {
                guard start == 0 else { throw .badRequestLine }
                start = scanned
            } else {
                lineCount += 1
            }
            lineStart = scanned
        }
        // The method, the version and two spaces take less than 32 bytes beside the target.
        if lineCount == 0, bytes.count - start > limits.targetByteCount + 32 {
            throw .targetTooLong(limit: limits.targetByteCount)
        }
        if bytes.count - start > limits.headByteCount { throw .headTooLarge(limit: limits.headByteCount) }
        return nil
    }

    private func checked(_ end: Int, _ limits: HTTPLimits) throws(RequestError) -> Int {
        if end - start > limits.headByteCount { throw .headTooLarge(limit: limits.headByteCount) }
        return end
    }
}
