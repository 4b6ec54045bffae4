internal import Locking

/// Tells the commits of this process from those of others, so that what only others change can be kept in memory.
///
/// Other processes are the commands: they make and revoke tokens, change settings and remove what retention lets go.
package final class CommitTrail: Sendable {
    private struct State {
        /// The last commit that is known to be this process's own, or to have been seen by it.
        var known: CommitMark?
        /// How many times others were found to have committed meanwhile.
        var foreignCount: UInt64 = 0
    }

    private let state = Lock(State())

    package init() {}

    /// The point up to which others' commits are known of: two equal ones have none between them.
    ///
    /// Nil when somebody committed whom the writer has not met yet.
    package func foreignCount(at mark: CommitMark) -> UInt64? {
        state.withLock { $0.known == mark ? $0.foreignCount : nil }
    }

    /// The same for what is read next: at least so many were there before.
    package var foreignCount: UInt64 { state.withLock { $0.foreignCount } }

    /// The writer has the lock and finds this commit to be the last one.
    func begin(_ mark: CommitMark?) {
        state.withLock { state in
            if mark == nil || state.known != mark { state.foreignCount += 1 }
        }
    }

    /// The writer has committed, and this was its own.
    func commit(_ mark: CommitMark?) { state.withLock { $0.known = mark } }
}
