import HTTP

extension Request {
    /// The same target with another cursor.
    func target(withCursor cursor: String) -> String {
        let parts = targetText.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let kept = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { !$0.hasPrefix("cursor=") }
        return parts[0] + "?" + (kept.map(String.init) + ["cursor=\(cursor)"]).joined(separator: "&")
    }
}

extension Response {
    /// Sets a field from data; text that no field can carry is left out.
    mutating func setData(_ name: HeaderName, _ text: String) {
        if let value = HeaderValue(text) { set(name, value) }
    }

    /// Moves the body's buffer out, so that a writer can append to it without a copy.
    mutating func takeBody() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &body)
        return taken
    }
}
