/// An answer under construction. Content-Length, Date and Connection are added when it is sent.
///
/// A value without references to a connection, so that another thread can make one and hand it over.
package struct Response: Sendable {
    package var status: Status = .ok
    /// The loop lends its buffer here, which keeps its capacity from one request to the next.
    package var body: [UInt8] = []
    private(set) var fields: [(name: HeaderName, value: HeaderValue)] = []

    package init() {}

    /// Sets a field, in place of any of the same name.
    package mutating func set(_ name: HeaderName, _ value: HeaderValue) {
        if let index = fields.firstIndex(where: { $0.name == name }) {
            fields[index].value = value
        } else {
            fields.append((name, value))
        }
    }

    package mutating func remove(_ name: HeaderName) { fields.removeAll { $0.name == name } }

    /// Ready for the next request, keeping the buffers.
    mutating func reset() {
        status = .ok
        if !body.isEmpty { body.removeAll(keepingCapacity: true) }
        if !fields.isEmpty { fields.removeAll(keepingCapacity: true) }
    }
}

/// A body that is made piece by piece, as fast as the client reads it.
package protocol BodySource: AnyObject {
    /// Appends the next piece and says how it goes on. Called again only when what it gave before is on its way
    /// out, so a slow reader never makes the server hold the whole.
    func next(into bytes: inout [UInt8]) -> BodyProgress
}

/// How a body goes on behind a piece.
package enum BodyProgress: Sendable {
    case more
    /// Nothing for now: the source is asked again when somebody calls `resume` on the request's ticket.
    case pause
    case end
    /// The rest cannot be made: the connection ends without the end of the body, so that the client notices.
    case broken
}
