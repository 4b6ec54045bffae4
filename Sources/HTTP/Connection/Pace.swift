/// Tells a stream from a trickle: in each window of time a fair share of bytes must move.
///
/// An average since the beginning would let a client that was fast at first stand still for hours.
struct Pace {
    private var start: Milliseconds
    private var countAtStart = 0

    init(from start: Milliseconds) { self.start = start }

    /// Begins a new window.
    mutating func restart(at now: Milliseconds, count: Int) {
        start = now
        countAtStart = count
    }

    /// Whether the window is over and fewer bytes than `rate` a second have moved in it; if not, the next one begins
    /// when it is over.
    ///
    /// - Parameter count: all bytes that have moved so far.
    mutating func isTooSlow(count: Int, at now: Milliseconds, window: Milliseconds, rate: Int) -> Bool {
        let elapsed = now - start
        guard elapsed > window else { return false }
        guard Int64(count - countAtStart) * 1_000 >= elapsed * Int64(rate) else { return true }
        restart(at: now, count: count)
        return false
    }
}
