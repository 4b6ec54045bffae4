@testable import HTTP

/// A request as the parser understood it, in a form that can be compared.
struct ReadRequest: Equatable {
    var method = ""
    var target = ""
    var fields: [String] = []
    var body = ""
    var keepsAlive = true
    var minorVersion = 1
}

/// Reads one request from bytes that arrive in pieces, as a connection does.
struct PiecewiseReader {
    var limits = HTTPLimits()
    var bodyLimit = 1 << 20
    private var input: [UInt8] = []
    private var scanner = HeadScanner()
    private var head = RequestHead()
    private var request: ReadRequest?
    private var decoder: BodyDecoder?
    private var body: [UInt8] = []

    /// What is left behind the request once it is complete.
    private(set) var rest: [UInt8] = []

    init(limits: HTTPLimits = HTTPLimits(), bodyLimit: Int = 1 << 20) {
        self.limits = limits
        self.bodyLimit = bodyLimit
    }

    /// Takes a piece; the request when it is complete.
    mutating func take(_ piece: some Sequence<UInt8>) throws(RequestError) -> ReadRequest? {
        input += piece
        if request == nil {
            let arrived = input
            guard let end = try scanner.end(in: arrived.span, limits: limits) else { return nil }
            let bytes = Array(arrived[..<end])
            try RequestParser(limits: limits).parse(bytes.span, from: scanner.start, into: &head)
            let span = bytes.span
            _ = try RequestTarget(span, head.target)
            request = ReadRequest(
                method: head.method.rawValue, target: span.text(head.target),
                fields: head.fields.map { "\(span.text($0.name)): \(span.text($0.value))" }, body: "",
                keepsAlive: head.keepsAlive, minorVersion: head.minorVersion)
            decoder = try BodyDecoder(
                head.framing, byteLimit: bodyLimit, overheadLimit: limits.chunkOverheadByteCount)
            input.removeFirst(end)
        }
        let arrived = input
        let used = try decoder?.decode(arrived.span, into: &body) ?? 0
        input.removeFirst(used)
        guard decoder?.isDone == true else { return nil }
        rest = input
        request?.body = String(decoding: body, as: UTF8.self)
        return request
    }

    enum Outcome: Equatable {
        case complete(ReadRequest)
        case refused(RequestError)
        case incomplete
    }

    /// Reads the text as a whole and cut in two at every byte; all ways must end alike.
    static func read(
        _ text: String, limits: HTTPLimits = HTTPLimits(), bodyLimit: Int = 1 << 20
    ) -> (outcome: Outcome, differences: [Int]) {
        read(Array(text.utf8), limits: limits, bodyLimit: bodyLimit)
    }

    static func read(
        _ bytes: [UInt8], limits: HTTPLimits = HTTPLimits(), bodyLimit: Int = 1 << 20
    ) -> (outcome: Outcome, differences: [Int]) {
        func outcome(_ pieces: [ArraySlice<UInt8>]) -> Outcome {
            var reader = PiecewiseReader(limits: limits, bodyLimit: bodyLimit)
            for piece in pieces {
                do throws(RequestError) {
                    if let request = try reader.take(piece) { return .complete(request) }
                } catch {
                    return .refused(error)
                }
            }
            return .incomplete
        }
        let whole = outcome([bytes[...]])
        let cuts = bytes.indices.filter { outcome([bytes[..<$0], bytes[$0...]]) != whole }
        return (whole, cuts)
    }
}
