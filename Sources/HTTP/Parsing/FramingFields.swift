/// Content-Length and Transfer-Encoding together decide where a body ends (RFC 9112, section 6).
struct FramingFields {
    private var length: Int?
    private var isChunked = false
    private var hasCoding = false

    /// Digits only, no list, no sign; the same number again is the same field sent twice and still refused when it
    /// differs (RFC 9110, section 8.6).
    mutating func readLength(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(RequestError) {
        // 18 digits cannot overflow 64 bits.
        guard (1...18).contains(value.count) else { throw .badContentLength }
        var number = 0
        for index in value {
            guard (48...57).contains(bytes[index]) else { throw .badContentLength }
            number = number * 10 + Int(bytes[index] - 48)
        }
        if let length, length != number { throw .badContentLength }
        length = number
    }

    /// Only `chunked`, once and alone, in any case of letters (RFC 9112, section 7).
    mutating func readCoding(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(RequestError) {
        guard !hasCoding else { throw .badTransferCoding }
        hasCoding = true
        guard !value.isEmpty else { throw .badTransferCoding }
        guard bytes.equals(value, "chunked") else {
            // A coding that exists is not supported; anything else is a disguise.
            throw ["gzip", "deflate", "compress", "identity"].contains { bytes.equals(value, $0) }
                ? .unsupportedCoding : .badTransferCoding
        }
        isChunked = true
    }

    func framing(minorVersion: Int) throws(RequestError) -> RequestHead.Framing {
        if hasCoding, minorVersion == 0 { throw .badTransferCoding }
        if hasCoding, length != nil { throw .lengthWithCoding }
        if isChunked { return .chunked }
        return length.map { $0 == 0 ? .none : .length($0) } ?? .none
    }
}

/// The options of a Connection field that matter here (RFC 9110, section 7.6.1).
struct ConnectionOptions {
    private(set) var close = false
    private(set) var keepAlive = false

    mutating func read(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        var start = value.lowerBound
        for index in value.lowerBound...value.upperBound
        where index == value.upperBound || bytes[index] == UInt8(ascii: ",") {
            let option = bytes.trimmed(start..<index)
            if bytes.equals(option, "close") { close = true }
            if bytes.equals(option, "keep-alive") { keepAlive = true }
            start = index + 1
        }
    }
}
