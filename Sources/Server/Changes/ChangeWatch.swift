import Dispatch
import HTTP
import Locking
import Store

/// Answers clients that wait for a change as soon as there is one, and wakes those that follow the feed, whichever
/// process made it.
///
/// Looks at the log a few times a second while somebody waits, on a queue and with a reader of its own, so that no
/// loop stands still for it.
final class ChangeWatch: Sendable {
    /// One client and what it waits for.
    private struct Waiter: Sendable {
        let parameters: ChangesParameters
        let ticket: Ticket
        let end: DispatchTime
        let answer: @Sendable (ChangePage) -> Response
    }

    /// Wakes the stream of one client until it is let go of.
    final class Subscription: Sendable {
        private let watch: ChangeWatch
        private let number: Int

        fileprivate init(_ watch: ChangeWatch, _ number: Int) {
            self.watch = watch
            self.number = number
        }

        deinit { watch.end(number) }
    }

    private struct State {
        var waiters: [Waiter] = []
        var streams: [Int: Ticket] = [:]
        var nextStream = 0
        /// The last change that streams were woken for, and when they were last woken.
        var lastSeen: Int64 = -1
        var lastWake = DispatchTime.now()
        var isLooking = false
        /// Opened at its first use.
        var reader: Reader?
    }

    /// More waiting clients than this are answered at once.
    private static let waiterLimit = 2_000
    private static let pause: DispatchTimeInterval = .milliseconds(200)
    /// Following clients hear something at least this often.
    private static let quietTime: DispatchTimeInterval = .seconds(15)

    private let path: String
    private let queue = DispatchQueue(label: "changes")
    private let state = Lock(State())

    init(path: String) { self.path = path }

    /// Takes a client that would get an empty page now; false when too many wait already.
    func wait(
        for parameters: ChangesParameters, _ ticket: Ticket,
        answer: @escaping @Sendable (ChangePage) -> Response
    ) -> Bool {
        let waiter = Waiter(
            parameters: parameters, ticket: ticket, end: .now() + .seconds(parameters.wait), answer: answer)
        let (isTaken, mustStart) = state.withLock { state in
            guard state.waiters.count < Self.waiterLimit else { return (false, false) }
            state.waiters.append(waiter)
            defer { state.isLooking = true }
            return (true, !state.isLooking)
        }
        if mustStart { queue.async { self.look() } }
        return isTaken
    }

    /// Wakes the stream of this request whenever something has changed; nil when too many follow already.
    func follow(_ ticket: Ticket) -> Subscription? {
        let (number, mustStart) = state.withLock { state -> (Int?, Bool) in
            guard state.streams.count < Self.waiterLimit else { return (nil, false) }
            state.nextStream += 1
            state.streams[state.nextStream] = ticket
            defer { state.isLooking = true }
            return (state.nextStream, !state.isLooking)
        }
        if mustStart { queue.async { self.look() } }
        return number.map { Subscription(self, $0) }
    }

    private func end(_ number: Int) { state.withLock { $0.streams[number] = nil } }

    /// Wakes the streams when there is a change they have not been woken for, or after a long quiet.
    private func wakeStreams() {
        let tickets = state.withLock { state -> [Ticket] in
            guard !state.streams.isEmpty, let last = Self.lastChange(&state, path: path) else { return [] }
            guard last != state.lastSeen || state.lastWake + Self.quietTime <= .now() else { return [] }
            state.lastSeen = last
            state.lastWake = .now()
            return Array(state.streams.values)
        }
        for ticket in tickets { ticket.resume() }
    }

    private static func lastChange(_ state: inout State, path: String) -> Int64? {
        if state.reader == nil { state.reader = try? Reader(path: path) }
        return try? state.reader?.lastChange()
    }

    private func look() {
        wakeStreams()
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            return state.waiters
        }
        let left = waiters.filter { !answer($0) }
        let goesOn = state.withLock { state in
            state.waiters += left
            state.isLooking = !state.waiters.isEmpty || !state.streams.isEmpty
            return state.isLooking
        }
        if goesOn { queue.asyncAfter(deadline: .now() + Self.pause) { self.look() } }
    }

    /// Whether the client has its answer.
    private func answer(_ waiter: Waiter) -> Bool {
        // The reader is used on this queue only, so nobody ever waits for the lock because of it.
        let page = state.withLock { state -> ChangePage? in
            if state.reader == nil { state.reader = try? Reader(path: path) }
            return try? state.reader.map { reader throws(StoreError) in
                try ChangePage(waiter.parameters, from: reader)
            }
        }
        guard let page, !page.isEmpty || waiter.end <= .now() else { return false }
        waiter.ticket.answer(waiter.answer(page))
        return true
    }
}
