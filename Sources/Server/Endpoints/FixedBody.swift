import Gzip
import HTTP

/// A body that stays the same as long as the program runs: hashed and compressed once.
struct FixedBody: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let compressed: [UInt8]?
    fileprivate let tag: EntityTag

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        compressed = Gzip.whole(bytes)
        tag = EntityTag(of: bytes)
    }
}

extension LoopHandler {
    /// Answers with the body, compressed where the client takes that, or with 304.
    func give(
        _ body: FixedBody, as type: HeaderValue, _ request: Request, _ response: inout Response
    ) throws(Problem) {
        describe(Description(type: type, variesByAccept: false), for: .anonymous, &response)
        let takesGzip = AcceptField.takesGzip(request.header("accept-encoding"))
        let compressed = takesGzip ? body.compressed : nil
        if try isSettled(body.tag.text(isCompressed: compressed != nil), request, &response) { return }
        response.body.append(contentsOf: compressed ?? body.bytes)
        if compressed != nil { response.set(.contentEncoding, "gzip") }
    }
}
