/// Takes a body out of the bytes behind a head, as they arrive, up to a limit.
///
/// ```
/// chunked-body = *( size [ extensions ] CRLF data CRLF ) 1*"0" [ extensions ] CRLF *( trailer CRLF ) CRLF
/// size         = 1*8HEXDIG
/// ```
///
/// RFC 9112, section 7.1. Extensions and trailers are passed over within a limit and dropped.
struct BodyDecoder {
    private enum Phase: Equatable {
        case length(remaining: Int)
        case size(digits: Int, value: Int)
        /// White space before an extension (RFC 9112, section 7.1.1).
        case extensionSpace(size: Int)
        case extensions(size: Int)
        /// The size was followed by a carriage return.
        case sizeEnd(size: Int)
        case data(remaining: Int)
        case dataReturn
        case dataEnd
        /// Behind the last chunk: at the start of a line, inside a name or a value, or behind a carriage return.
        case trailerStart
        case trailerName
        case trailer
        case trailerEnd(isLast: Bool)
        case done
    }

    private var phase: Phase
    private let byteLimit: Int
    private let overheadLimit: Int
    private var overhead = 0

    /// - Parameter byteLimit: the most the decoded body may have; a longer announced length is refused at once.
    init(_ framing: RequestHead.Framing, byteLimit: Int, overheadLimit: Int) throws(RequestError) {
        self.byteLimit = byteLimit
        self.overheadLimit = overheadLimit
        switch framing {
        case .none: phase = .done
        case .length(let count):
            guard count <= byteLimit else { throw .bodyTooLarge(limit: byteLimit) }
            phase = .length(remaining: count)
        case .chunked: phase = .size(digits: 0, value: 0)
        }
    }

    var isDone: Bool { phase == .done }

    /// Appends what the bytes hold of the body and returns how many of them belong to it.
    mutating func decode(_ bytes: Span<UInt8>, into body: inout [UInt8]) throws(RequestError) -> Int {
        var index = 0
        while index < bytes.count, phase != .done {
            switch phase {
            case .length(let remaining):
                let taken = take(bytes, index, remaining, into: &body)
                index += taken
                phase = taken == remaining ? .done : .length(remaining: remaining - taken)
            case .data(let remaining):
                let taken = take(bytes, index, remaining, into: &body)
                index += taken
                phase = taken == remaining ? .dataReturn : .data(remaining: remaining - taken)
            default:
                try step(bytes[index], bodyByteCount: body.count)
                index += 1
            }
        }
        return index
    }

    private func take(_ bytes: Span<UInt8>, _ start: Int, _ remaining: Int, into body: inout [UInt8]) -> Int {
        let count = min(remaining, bytes.count - start)
        let part = bytes.extracting(start..<start + count)
        // The span keeps its storage alive for the call, and the body is another allocation.
        unsafe part.withUnsafeBufferPointer { unsafe body.append(contentsOf: $0) }
        return count
    }

    /// One byte of the framing.
    private mutating func step(_ byte: UInt8, bodyByteCount: Int) throws(RequestError) {
        switch phase {
        case .size(let digits, let value):
            if let digit = Self.hexadecimal(byte) {
                // Eight digits hold any size a limit allows and cannot overflow.
                guard digits < 8 else { throw .badChunk }
                phase = .size(digits: digits + 1, value: value << 4 | digit)
                return
            }
            guard digits > 0 else { throw .badChunk }
            switch byte {
            case UInt8(ascii: "\r"): phase = .sizeEnd(size: value)
            case UInt8(ascii: ";"): phase = .extensions(size: value)
            case UInt8(ascii: " "), UInt8(ascii: "\t"): phase = .extensionSpace(size: value)
            default: throw .badChunk
            }
        case .extensionSpace(let size):
            try countOverhead()
            switch byte {
            case UInt8(ascii: ";"): phase = .extensions(size: size)
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            default: throw .badChunk
            }
        case .extensions(let size):
            try countOverhead()
            if byte == UInt8(ascii: "\r") {
                phase = .sizeEnd(size: size)
            } else if !Token.isValueByte(byte) {
                throw .badChunk
            }
        case .sizeEnd(let size):
            guard byte == UInt8(ascii: "\n") else { throw .badChunk }
            guard size <= byteLimit - bodyByteCount else { throw .bodyTooLarge(limit: byteLimit) }
            phase = size == 0 ? .trailerStart : .data(remaining: size)
        case .dataReturn:
            guard byte == UInt8(ascii: "\r") else { throw .badChunk }
            phase = .dataEnd
        case .dataEnd:
            guard byte == UInt8(ascii: "\n") else { throw .badChunk }
            phase = .size(digits: 0, value: 0)
        case .trailerStart where byte == UInt8(ascii: "\r"):
            phase = .trailerEnd(isLast: true)
        case .trailerStart:
            try countOverhead()
            guard Token.isTokenByte(byte) else { throw .badChunk }
            phase = .trailerName
        case .trailerName:
            try countOverhead()
            guard Token.isTokenByte(byte) || byte == UInt8(ascii: ":") else { throw .badChunk }
            if byte == UInt8(ascii: ":") { phase = .trailer }
        case .trailer:
            try countOverhead()
            if byte == UInt8(ascii: "\r") {
                phase = .trailerEnd(isLast: false)
            } else if !Token.isValueByte(byte) {
                throw .badChunk
            }
        case .trailerEnd(let isLast):
            guard byte == UInt8(ascii: "\n") else { throw .badChunk }
            phase = isLast ? .done : .trailerStart
        case .length, .data, .done: break
        }
    }

    private mutating func countOverhead() throws(RequestError) {
        overhead += 1
        guard overhead <= overheadLimit else { throw .badChunk }
    }

    private static func hexadecimal(_ byte: UInt8) -> Int? {
        switch byte {
        case 48...57: Int(byte - 48)
        case 65...70: Int(byte - 55)
        case 97...102: Int(byte - 87)
        default: nil
        }
    }
}
