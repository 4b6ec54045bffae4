internal import Synchronization

/// What all loops of a server share: the listening socket, how to reach each other, the counts of connections and
/// the wish to stop.
final class SharedState: Sendable {
    let listener: Listener
    let counts: ConnectionCounts
    let stop = StopFlag()
    /// One for each loop, by its number.
    let mailboxes: [Mailbox]

    init(listener: consuming Listener, limits: HTTPLimits, mailboxes: [Mailbox]) {
        self.listener = listener
        self.mailboxes = mailboxes
        counts = ConnectionCounts(limits: limits, loopCount: mailboxes.count)
    }
}

/// The wish to stop: set by whoever stops the server, read by every loop on each turn.
final class StopFlag: Sendable {
    /// Milliseconds of grace; negative while nobody wants to stop.
    private let milliseconds = Atomic<Int64>(-1)
    private let endNow = Atomic<Bool>(false)

    /// How long requests under way may still take, once the server is to stop.
    var grace: Milliseconds? {
        let value = milliseconds.load(ordering: .acquiring)
        return value < 0 ? nil : value
    }

    var wantsEndNow: Bool { endNow.load(ordering: .acquiring) }

    /// The first call asks for an orderly end; any further one for an end at once.
    /// - Returns: whether this was the first.
    func request(grace: Duration) -> Bool {
        let isFirst = milliseconds.compareExchange(
            expected: -1, desired: max(0, grace.inMilliseconds), ordering: .acquiringAndReleasing
        ).exchanged
        if !isFirst { endNow.store(true, ordering: .releasing) }
        return isFirst
    }
}
