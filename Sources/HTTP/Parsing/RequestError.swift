/// Why a request cannot be taken. Each case has one status; after any of them the connection is closed.
package enum RequestError: Error, Equatable, Sendable {
    case badRequestLine
    case badTarget
    case badHost
    case schemeUnsupported
    case badField
    case badContentLength
    case badTransferCoding
    case badChunk
    case lengthWithCoding
    case unknownMethod
    case unsupportedVersion
    case unsupportedCoding
    case expectationFailed
    case targetTooLong(limit: Int)
    case headTooLarge(limit: Int)
    case tooManyFields(limit: Int)
    case bodyTooLarge(limit: Int)
    case tooSlow
    case answerTooSlow
    case tooManyConnections
    case stopping

    package var status: Status {
        switch self {
        case .badRequestLine, .badTarget, .badHost, .badField, .badContentLength, .badTransferCoding,
            .badChunk,
            .lengthWithCoding:
            Status(400)
        case .tooSlow: Status(408)
        case .bodyTooLarge: Status(413)
        case .targetTooLong: Status(414)
        case .expectationFailed: Status(417)
        case .schemeUnsupported: Status(421)
        case .headTooLarge, .tooManyFields: Status(431)
        case .unknownMethod, .unsupportedCoding: Status(501)
        case .answerTooSlow, .tooManyConnections, .stopping: Status(503)
        case .unsupportedVersion: Status(505)
        }
    }

    /// Stable, for programs.
    package var code: String {
        switch self {
        case .badRequestLine: "request_line_invalid"
        case .badTarget: "target_invalid"
        case .badHost: "host_invalid"
        case .schemeUnsupported: "scheme_unsupported"
        case .badField: "header_invalid"
        case .badContentLength: "content_length_invalid"
        case .badTransferCoding: "transfer_encoding_invalid"
        case .badChunk: "chunk_invalid"
        case .lengthWithCoding: "length_with_transfer_encoding"
        case .unknownMethod: "method_unknown"
        case .unsupportedVersion: "version_unsupported"
        case .unsupportedCoding: "transfer_coding_unsupported"
        case .expectationFailed: "expectation_unknown"
        case .targetTooLong: "target_too_long"
        case .headTooLarge: "head_too_large"
        case .tooManyFields: "too_many_headers"
        case .bodyTooLarge: "body_too_large"
        case .tooSlow: "request_too_slow"
        case .answerTooSlow: "answer_too_slow"
        case .tooManyConnections: "too_many_connections"
        case .stopping: "stopping"
        }
    }

    /// What is wrong and what to do, for people.
    package var sentence: String {
        switch self {
        case .badRequestLine: "The first line is a method, a path and HTTP/1.1, with one space between them."
        case .badTarget: "The path or query is not a valid, percent-encoded UTF-8 target."
        case .badHost: "Send exactly one valid Host header."
        case .schemeUnsupported: "This connection is not secured, so it serves http, not https."
        case .badField: "A header is not \"name: value\" on one line without control characters."
        case .badContentLength: "Content-Length is one number of digits only."
        case .badTransferCoding: "Transfer-Encoding is \"chunked\" alone, and only in HTTP/1.1."
        case .badChunk: "The chunked body is not framed as RFC 9112, section 7.1, says."
        case .lengthWithCoding: "Send Content-Length or Transfer-Encoding, not both."
        case .unknownMethod:
            "The method is unknown here. Methods are in capitals: GET, HEAD, POST, PATCH, OPTIONS."
        case .unsupportedVersion: "This server speaks HTTP/1.1 and HTTP/1.0."
        case .unsupportedCoding: "The body's transfer coding is not supported. Use chunked."
        case .expectationFailed: "The only expectation this server meets is 100-continue."
        case .targetTooLong(let limit): "The path with its query has at most \(limit) bytes."
        case .headTooLarge(let limit): "The request line and headers together have at most \(limit) bytes."
        case .tooManyFields(let limit): "A request has at most \(limit) headers."
        case .bodyTooLarge(let limit): "The body has at most \(limit) bytes here. Send less at a time."
        case .tooSlow: "The request took too long to arrive. Send it again on a new connection."
        case .answerTooSlow: "The answer took too long. Try again later."
        case .tooManyConnections: "There are too many connections. Close some or try again later."
        case .stopping: "The server is stopping. Try again shortly."
        }
    }
}
