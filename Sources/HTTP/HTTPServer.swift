internal import Dispatch
internal import Glibc
internal import Locking

/// An HTTP/1.1 origin server: some event loops on one listening socket.
///
/// Every loop runs on a queue of its own with a handler of its own; nothing of a request crosses threads except
/// through a ticket.
package final class HTTPServer: Sendable {
    private let configuration: HTTPConfiguration
    private let makeHandler: @Sendable () -> (any RequestHandler)?
    private let shared = Lock<SharedState?>(nil)
    private let loopsDone = DispatchGroup()

    /// - Parameter makeHandler: called once on each loop's own queue; nil when no handler can be made.
    package init(
        configuration: HTTPConfiguration, makeHandler: @escaping @Sendable () -> (any RequestHandler)?
    ) {
        self.configuration = configuration
        self.makeHandler = makeHandler
    }

    /// Begins to accept connections and returns the port, which is the asked-for one unless that was 0.
    package func start() throws(ServerStartError) -> UInt16 {
        var limits = configuration.limits
        limits.connectionCount = min(limits.connectionCount, Self.descriptorLimit() / 9 * 8)
        let listener = try Listener(host: configuration.host, port: configuration.port)
        let mailboxes = (0..<configuration.loopCount).compactMap { _ in Mailbox() }
        let state = SharedState(listener: listener, limits: limits, mailboxes: mailboxes)
        shared.withLock { $0 = state }
        let areMade =
            mailboxes.count == configuration.loopCount
            && mailboxes.indices.allSatisfy { startLoop($0, state) }
        guard areMade else {
            stop(grace: .zero) {}
            throw .failed("an event loop could not be made")
        }
        return state.listener.port
    }

    /// Answers what is new with 503, lets requests under way finish for as long as the grace lasts, and calls `completion` on a
    /// queue of the system when all loops have ended. A second call ends them at once.
    package func stop(grace: Duration, completion: @escaping @Sendable () -> Void) {
        let state = shared.withLock { $0 }
        let isFirst = state?.stop.request(grace: grace) ?? true
        for mailbox in state?.mailboxes ?? [] { mailbox.wake() }
        guard isFirst else { return }
        loopsDone.notify(queue: .global()) {
            // Who still waits to be accepted is let go (shutdown(2) on Linux).
            if let state { shutdown(state.listener.number, Int32(SHUT_RDWR)) }
            completion()
        }
    }

    private func startLoop(_ number: Int, _ state: SharedState) -> Bool {
        let configuration = configuration
        let makeHandler = makeHandler
        let isMade = Lock(false)
        let begun = DispatchSemaphore(value: 0)
        // A queue of its own: a loop never gives its thread back while it runs.
        let queue = DispatchQueue(label: "http.loop-\(number)")
        queue.async(group: loopsDone) {
            guard let handler = makeHandler(),
                let loop = EventLoop(
                    number: number, configuration: configuration, handler: handler, shared: state)
            else {
                begun.signal()
                return
            }
            isMade.withLock { $0 = true }
            begun.signal()
            loop.run()
        }
        begun.wait()
        return isMade.withLock { $0 }
    }

    /// Takes as many descriptors as the system grants this user, and returns how many connections may use: some are
    /// for files, and a ninth is for connections that are only told to go.
    private static func descriptorLimit() -> Int {
        let reserve = 32
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 512 }
        limit.rlim_cur = limit.rlim_max
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return max(reserve, Int(clamping: limit.rlim_cur) - reserve)
    }
}
