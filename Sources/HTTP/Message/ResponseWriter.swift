/// Puts an answer into bytes: status line, Date, framing, fields, body, all in one run so that one send takes it.
///
/// ```
/// status-line = "HTTP/1.1" SP 3DIGIT SP reason CRLF
/// ```
///
/// RFC 9112, section 4. Names and values cannot hold line ends, so no data can add a field.
struct ResponseWriter {
    /// What becomes of the connection behind the answer.
    enum Connection { case keep, keepOld, close }

    /// How the body is framed.
    enum Framing { case whole, chunked, untilClose }

    static func append(
        _ response: Response, to output: inout [UInt8], date: [UInt8], connection: Connection, isHead: Bool,
        framing: Framing = .whole
    ) {
        append(statusLine: response.status, to: &output)
        output.append(contentsOf: date)
        switch framing {
        case .whole where response.status.forbidsBody: break
        case .whole:
            append("content-length: ", to: &output)
            append(response.body.count, to: &output)
            append("\r\n", to: &output)
        case .chunked: append("transfer-encoding: chunked\r\n", to: &output)
        case .untilClose: break
        }
        switch connection {
        case .keep: break
        // HTTP/1.0 closes unless it is told otherwise.
        case .keepOld: append("connection: keep-alive\r\n", to: &output)
        case .close: append("connection: close\r\n", to: &output)
        }
        for (name, value) in response.fields {
            append(name.text, to: &output)
            append(": ", to: &output)
            value.append(to: &output)
            append("\r\n", to: &output)
        }
        append("\r\n", to: &output)
        if framing == .whole, !isHead, !response.status.forbidsBody {
            output.append(contentsOf: response.body)
        }
    }

    static func appendContinue(to output: inout [UInt8]) {
        append("HTTP/1.1 100 Continue\r\n\r\n", to: &output)
    }

    /// One chunk of a streamed body; nothing for an empty piece, which would end it.
    static func append(chunk: [UInt8], to output: inout [UInt8]) {
        guard !chunk.isEmpty else { return }
        output.append(contentsOf: String(chunk.count, radix: 16).utf8)
        append("\r\n", to: &output)
        output.append(contentsOf: chunk)
        append("\r\n", to: &output)
    }

    static func appendLastChunk(to output: inout [UInt8]) { append("0\r\n\r\n", to: &output) }

    private static func append(statusLine status: Status, to output: inout [UInt8]) {
        if status == .ok { return append("HTTP/1.1 200 OK\r\n", to: &output) }
        append("HTTP/1.1 ", to: &output)
        append(Int(status.code), to: &output)
        append(" ", to: &output)
        append(status.reason, to: &output)
        append("\r\n", to: &output)
    }

    private static func append(_ text: StaticString, to output: inout [UInt8]) {
        text.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
    }

    private static func append(_ number: Int, to output: inout [UInt8]) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            output.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
