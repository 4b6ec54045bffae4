internal import Locking

/// How many connections there are: in all, from each address, and on each loop.
///
/// Loops count their connections here when they begin and end, under the lock; never on the way of a request.
final class ConnectionCounts: Sendable {
    enum Verdict: Equatable {
        /// For the loop that has the fewest.
        case welcome(loop: Int)
        /// It is told so and closed.
        case tooMany(loop: Int)
        /// There are too many even to tell them.
        case full
    }

    private struct Counts {
        var all = 0
        var byNetwork: [UInt64: Int] = [:]
        var byLoop: [Int]
    }

    /// So many more than are welcome of one address can be told why they are not.
    private static let toldCountPerAddress = 16

    private let counts: Lock<Counts>
    private let limits: HTTPLimits

    init(limits: HTTPLimits, loopCount: Int) {
        self.limits = limits
        counts = Lock(Counts(byLoop: [Int](repeating: 0, count: loopCount)))
    }

    /// Counts a connection in, unless there are far too many.
    ///
    /// - Parameters:
    ///   - loop: the one that accepted it, which keeps it unless another has fewer.
    ///   - isFixed: whether it must keep it in any case.
    func begin(_ address: PeerAddress, on loop: Int, isFixed: Bool) -> Verdict {
        counts.withLock { counts in
            let own = counts.byNetwork[address.network, default: 0]
            let isTooManyOfAddress = own >= limits.connectionCountPerAddress
            let toldCount = max(1, min(64, limits.connectionCount / 8))
            guard counts.all < limits.connectionCount + toldCount,
                own < limits.connectionCountPerAddress + Self.toldCountPerAddress
            else { return .full }
            let isTooMany = isTooManyOfAddress || counts.all >= limits.connectionCount
            var emptiest = loop
            for other in counts.byLoop.indices
            where !isFixed && counts.byLoop[other] < counts.byLoop[emptiest] {
                emptiest = other
            }
            counts.all += 1
            counts.byNetwork[address.network] = own + 1
            counts.byLoop[emptiest] += 1
            return isTooMany ? .tooMany(loop: emptiest) : .welcome(loop: emptiest)
        }
    }

    func end(_ address: PeerAddress, on loop: Int) {
        counts.withLock { counts in
            counts.all -= 1
            counts.byLoop[loop] -= 1
            let own = counts.byNetwork[address.network, default: 1] - 1
            counts.byNetwork[address.network] = own > 0 ? own : nil
        }
    }
}
