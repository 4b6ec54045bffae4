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
    private var hasPassedEmptyLine = false

    /// The offset behind the head, or nil while it is incomplete.
    mutating func end(in bytes: Span<UInt8>, limits: HTTPLimits) throws(RequestError) -> Int? {
        while scanned < bytes.count {
            guard bytes[scanned] == UInt8(ascii: "\n") else {
                scanned += 1
                continue
            }
            try check(scanned + 1 - start, limits)
            guard scanned > lineStart, bytes[scanned - 1] == UInt8(ascii: "\r") else {
                throw lineCount == 0 ? .badRequestLine : .badField
            }
            let isEmpty = scanned - lineStart == 1
            scanned += 1
            if isEmpty, lineCount > 0 { return scanned }
            if isEmpty {
                guard !hasPassedEmptyLine else { throw .badRequestLine }
                hasPassedEmptyLine = true
                start = scanned
            } else {
                lineCount += 1
            }
            lineStart = scanned
        }
        try check(scanned - start, limits)
        return nil
    }

    /// When nothing but an empty line has arrived, how many bytes of it need not be kept; then the head begins at 0.
    mutating func takeEmptyLine(of count: Int) -> Int {
        guard start > 0, start == count else { return 0 }
        (start, lineStart, scanned) = (0, 0, 0)
        return count
    }

    /// Refuses what is too long at the byte that makes it so, wherever the bytes were cut on their way.
    private func check(_ count: Int, _ limits: HTTPLimits) throws(RequestError) {
        // The method, the version, two spaces and the line's end take less than 32 bytes beside the target.
        let lineLimit = lineCount == 0 ? limits.targetByteCount + 32 : .max
        if count > lineLimit, lineLimit <= limits.headByteCount {
            throw .targetTooLong(limit: limits.targetByteCount)
        }
        if count > limits.headByteCount { throw .headTooLarge(limit: limits.headByteCount) }
    }
}
