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
    private let running = Lock<[Mailbox]>([])
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
        let state = SharedState(
            listener: try Listener(host: configuration.host, port: configuration.port), limits: limits)
        shared.withLock { $0 = state }
        for number in 0..<configuration.loopCount {
            guard let mailbox = Mailbox(), startLoop(number, mailbox, state) else {
                stop(grace: .zero) {}
                throw .failed("an event loop could not be made")
            }
            running.withLock { $0.append(mailbox) }
        }
        return state.listener.port
    }

    /// Stops accepting, lets requests under way finish for as long as the grace lasts, and calls `completion` on a
    /// queue of the system when all loops have ended. A second call ends them at once.
    package func stop(grace: Duration, completion: @escaping @Sendable () -> Void) {
        let isFirst = shared.withLock { $0 }?.stop.request(grace: grace) ?? true
        for mailbox in running.withLock({ $0 }) { mailbox.wake() }
        if isFirst { loopsDone.notify(queue: .global(), execute: completion) }
    }

    private func startLoop(_ number: Int, _ mailbox: Mailbox, _ state: SharedState) -> Bool {
        let configuration = configuration
        let makeHandler = makeHandler
        let isMade = Lock(false)
        let begun = DispatchSemaphore(value: 0)
        // A queue of its own: a loop never gives its thread back while it runs.
        let queue = DispatchQueue(label: "http.loop-\(number)")
        queue.async(group: loopsDone) {
            guard let handler = makeHandler(),
                let loop = EventLoop(
                    number: number, configuration: configuration, handler: handler, mailbox: mailbox,
                    shared: state)
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

extension HTTPConfiguration {
    /// Cores this process may use.
    package static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
