internal import Locking

/// How many connections there are, in all and from each address.
///
/// Every loop counts its connections here when they begin and end, under the lock; never on the way of a request.
final class ConnectionCounts: Sendable {
    enum Verdict { case welcome, tooManyInAll, tooManyFromAddress }

    private struct Counts {
        var all = 0
        var byAddress: [String: Int] = [:]
    }

    private let counts = Lock(Counts())
    private let limits: HTTPLimits

    init(limits: HTTPLimits) { self.limits = limits }

    /// Counts a connection in, unless there are too many in all; one too many of an address is counted, because it
    /// is still told so.
    func begin(_ address: String) -> Verdict {
        counts.withLock { counts in
            guard counts.all < limits.connectionCount else { return .tooManyInAll }
            counts.all += 1
            let own = counts.byAddress[address, default: 0] + 1
            counts.byAddress[address] = own
            return own > limits.connectionCountPerAddress ? .tooManyFromAddress : .welcome
        }
    }

    func end(_ address: String) {
        counts.withLock { counts in
            counts.all -= 1
            let own = counts.byAddress[address, default: 1] - 1
            counts.byAddress[address] = own > 0 ? own : nil
        }
    }
}
