/// What libFuzzer calls with bytes of its own making: they are read as a run of requests, and reading must neither
/// trap nor depend on how the bytes arrive, and nothing that is taken may hold what the server promises to refuse.
///
/// `scripts/fuzz` builds it together with the parser's sources and Tests/HTTPTests/PiecewiseReader.swift. The first
/// byte of an input says where the rest is cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func readRequests(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let cut = Int(start[0]) % bytes.count
    let whole = outcomes(of: [bytes[...]])
    require(
        outcomes(of: [bytes[..<cut], bytes[cut...]]) == whole,
        "Where the bytes are cut changes what they mean.")
    require(outcomes(of: bytes.indices.map { bytes[$0...$0] }) == whole, "Single bytes mean something else.")
    for case .complete(let request) in whole { check(request) }
    return 0
}

/// Small limits, so that inputs of some hundred bytes reach them.
private var limits: HTTPLimits {
    var limits = HTTPLimits()
    limits.headByteCount = 512
    limits.targetByteCount = 100
    limits.fieldCount = 8
    limits.chunkOverheadByteCount = 40
    return limits
}

private let bodyLimit = 300

/// What becomes of the bytes when they arrive in these pieces: requests, and then an error or what is incomplete.
private func outcomes(of pieces: [ArraySlice<UInt8>]) -> [PiecewiseReader.Outcome] {
    var found: [PiecewiseReader.Outcome] = []
    var reader = PiecewiseReader(limits: limits, bodyLimit: bodyLimit)
    for piece in pieces {
        var arrived = Array(piece)
        do throws(RequestError) {
            while let request = try reader.take(arrived) {
                found.append(.complete(request))
                arrived = reader.rest
                reader = PiecewiseReader(limits: limits, bodyLimit: bodyLimit)
            }
        } catch {
            return found + [.refused(error)]
        }
    }
    return found + [.incomplete]
}

/// A request that was taken is written anew in its plainest form; read again it must be the same.
private func check(_ request: ReadRequest) {
    require(request.body.utf8.count <= 3 * bodyLimit, "The body is longer than its limit.")
    require(request.target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "The target is not visible ASCII.")
    let names = request.fields.map { $0.prefix { $0 != ":" }.lowercased() }
    require(names.count { $0 == "host" } == 1 || request.minorVersion == 0, "There is not one Host.")
    let isChunked = names.contains("transfer-encoding")
    require(!isChunked || !names.contains("content-length"), "The body has two lengths.")
    // Bytes above 127 that are no UTF-8 have become U+FFFD, which is longer. The authority of CONNECT is not kept.
    guard !request.fields.contains(where: { $0.contains("\u{FFFD}") }), !isChunked,
        !names.contains("content-length"), request.method != "CONNECT"
    else { return }
    let target =
        request.target.hasPrefix("?") || request.target.isEmpty ? "http://a\(request.target)" : request.target
    let again =
        "\(request.method) \(target) HTTP/1.\(request.minorVersion)\r\n"
        + request.fields.map { $0 + "\r\n" }.joined() + "\r\n"
    guard again.utf8.count <= limits.headByteCount, target.utf8.count <= limits.targetByteCount else {
        return
    }
    var reader = PiecewiseReader(limits: limits, bodyLimit: bodyLimit)
    require((try? reader.take(again.utf8)) == request, "Written anew it is another request.")
}

private func require(_ isTrue: Bool, _ sentence: StaticString) {
    if !isTrue { fatalError("\(sentence)") }
}
