/// What a head says, as places in its bytes: nothing is copied. Kept by the loop and filled again for each request.
struct RequestHead {
    /// How the end of the body is found (RFC 9112, section 6.3).
    enum Framing: Equatable {
        case none
        case length(Int)
        case chunked
    }

    struct Field {
        let name: Range<Int>
        let value: Range<Int>
    }

    var method: Method = .get
    /// 1 for HTTP/1.1 and later of major version 1, 0 for HTTP/1.0.
    var minorVersion = 1
    /// Path and query; of the absolute form only that part.
    var target = 0..<0
    var fields: [Field] = []
    var framing: Framing = .none
    /// Whether the connection stays open after the answer, as far as the client is concerned.
    var keepsAlive = true
    var expectsContinue = false

    mutating func reset() {
        fields.removeAll(keepingCapacity: true)
        framing = .none
        keepsAlive = true
        expectsContinue = false
    }
}
