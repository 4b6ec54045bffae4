internal import Locking

/// How many connections there are, in all and from each address.
///
/// Every loop counts its connections here when they begin and end, under the lock; never on the way of a request.
final class ConnectionCounts: Sendable {
    enum Verdict {
        case welcome
        /// It is told so and closed.
        case tooMany
        /// There are too many even to tell them.
        case full
    }

    private struct Counts {
        var all = 0
        var byNetwork: [UInt64: Int] = [:]
    }

    private let counts = Lock(Counts())
    private let limits: HTTPLimits

    /// So many more than are welcome can be told why they are not.
    private let toldCount: Int

    init(limits: HTTPLimits) {
        self.limits = limits
        toldCount = Self.toldCount(limits.connectionCount)
    }

    static func toldCount(_ connectionCount: Int) -> Int { max(1, min(64, connectionCount / 8)) }

    /// Counts a connection in, unless there are far too many.
    func begin(_ address: PeerAddress) -> Verdict {
        counts.withLock { counts in
            guard counts.all < limits.connectionCount + toldCount else { return .full }
            counts.all += 1
            let own = counts.byNetwork[address.network, default: 0] + 1
            counts.byNetwork[address.network] = own
            let isTooMany = counts.all > limits.connectionCount || own > limits.connectionCountPerAddress
            return isTooMany ? .tooMany : .welcome
        }
    }

    func end(_ address: PeerAddress) {
        counts.withLock { counts in
            counts.all -= 1
            let own = counts.byNetwork[address.network, default: 1] - 1
            counts.byNetwork[address.network] = own > 0 ? own : nil
        }
    }
}
