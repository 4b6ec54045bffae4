import JSON

/// What libFuzzer calls with bytes of its own making: they are read as a pack. Reading must neither trap nor run away, must
/// say the same each time, and what it writes must be JSON that reads again.
///
/// `scripts/fuzz` builds it together with the sources of Packs.
@_cdecl("LLVMFuzzerTestOneInput")
public func readPack(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let result = try? PackDocument.read(bytes) else { return 0 }
    let encoded = result.document.encoded()
    require(
        (try? PackDocument.read(bytes).document.encoded()) == encoded, "The same bytes give two documents.")
    var limits = JSONReader.Limits()
    limits.byteCount = 1 << 24
    require((try? JSONReader.read(encoded, limits: limits)) != nil, "The document cannot be read again.")
    return 0
}

private func require(_ condition: Bool, _ message: String) {
    if !condition { fatalError(message) }
}
