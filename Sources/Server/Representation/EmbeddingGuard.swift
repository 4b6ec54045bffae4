/// Counts the records embedded in one answer, so that two levels of many do not multiply without end.
struct EmbeddingGuard {
    /// More than this is refused; the embedded collections have lists of their own.
    static let recordLimit = 5_000
    static let byteLimit = 16 << 20

    private(set) var room = recordLimit
    private(set) var isExceeded = false

    /// Counts one record more; false when there is no room for it.
    mutating func take(byteCount: Int) -> Bool {
        if room == 0 || byteCount > Self.byteLimit { isExceeded = true }
        if !isExceeded { room -= 1 }
        return !isExceeded
    }

    /// Refuses an answer that would be incomplete.
    func check() throws(Problem) {
        guard isExceeded else { return }
        throw .parameters([
            ProblemEntry(
                .parameter("expand"), "expand_too_large",
                "The answer would embed more than \(Self.recordLimit) records or \(Self.byteLimit >> 20) MiB. Ask for fewer records with limit or filters, or read the embedded collection by itself."
            )
        ])
    }
}
