/// One request, lent to the handler for the length of a call. It belongs to its loop, which fills it again for the
/// next request: keep nothing of it but the ticket and what was copied out.
package final class Request {
    /// The bytes of the head, from the request line to the empty line.
    var bytes: [UInt8] = []
    var head = RequestHead()
    var decodedTarget: RequestTarget?

    /// The whole body, decoded; empty when there is none.
    package internal(set) var body: [UInt8] = []
    package internal(set) var remoteAddress = ""
    package internal(set) var id = RequestID(loop: 0, number: 0)
    /// Lets another thread answer this request later.
    package internal(set) var ticket: Ticket

    init(ticket: Ticket) { self.ticket = ticket }

    /// Ready for the next request, keeping the buffers.
    func begin(_ id: RequestID, from address: String) {
        self.id = id
        remoteAddress = address
        decodedTarget = nil
        if !body.isEmpty { body.removeAll(keepingCapacity: true) }
    }

    /// Keeps a copy of the bytes of a complete head and reads it.
    ///
    /// A target that has escapes or dots is decoded at once, so that a bad one is refused before anybody looks at it.
    func read(
        _ arrived: Span<UInt8>, from start: Int, with parser: RequestParser
    ) throws(RequestError) {
        var bytes = moved(&self.bytes, leaving: [])
        bytes.removeAll(keepingCapacity: true)
        // The span keeps its storage alive for the call, and the copy is another allocation.
        unsafe arrived.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        self.bytes = bytes
        var head = moved(&self.head, leaving: RequestHead())
        defer { self.head = head }
        let span = bytes.span
        try parser.parse(span, from: start, into: &head)
        for index in head.target where span[index] == UInt8(ascii: "%") || span[index] == UInt8(ascii: ".") {
            decodedTarget = try RequestTarget(span, head.target)
            return
        }
    }

    package var method: Method { head.method }
    package var hasBody: Bool { head.framing != .none }

    /// The segments of the path, percent-decoded; `/v1/panels/` has `v1`, `panels` and an empty one.
    package var path: [String] { target.path }

    /// The parameters of the query in their order, percent-decoded; names may repeat.
    package var query: [(name: String, value: String)] { target.query }

    /// Lends path and query as they were sent: the key of anything that is kept by target.
    package func withRawTarget<Answer>(_ body: (Span<UInt8>) -> Answer) -> Answer {
        let bytes = bytes
        return body(bytes.span.extracting(head.target))
    }

    /// The value of a field by its lower-case name; fields of one name are joined with a comma and a space.
    package func header(_ name: StaticString) -> String? {
        var joined: String?
        let bytes = bytes
        let span = bytes.span
        for field in head.fields where span.equals(field.name, name) {
            let value = span.text(field.value)
            joined = joined.map { $0 + ", " + value } ?? value
        }
        return joined
    }

    /// Path and query as they were sent; a checked target is visible ASCII.
    package var targetText: String { String(decoding: bytes[head.target], as: UTF8.self) }

    private var target: RequestTarget {
        if let decodedTarget { return decodedTarget }
        // Targets with escapes were decoded when they were checked; the others cannot fail.
        let bytes = bytes
        guard let target = try? RequestTarget(bytes.span, head.target) else {
            preconditionFailure("A target is checked before its request is lent.")
        }
        decodedTarget = target
        return target
    }
}

/// What can still be said of a request that was refused by the HTTP layer.
package struct RefusedRequest: Sendable {
    package let id: RequestID
}

/// Names one request in answers and log lines; unique while the process runs.
package struct RequestID: Hashable, Sendable, CustomStringConvertible {
    let loop: Int
    let number: UInt64

    package var description: String { "\(loop)-\(number)" }
}
