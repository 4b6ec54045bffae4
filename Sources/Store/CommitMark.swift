internal import CSQLite

/// Which commit was the last one, of this or of any other process.
///
/// Two equal marks say that nothing was committed between the moments when they were taken. Different ones say
/// nothing: the log was folded and begun anew, perhaps.
@safe
package struct CommitMark: Equatable, Sendable {
    private let mark: scrutiny_commit_mark

    fileprivate init(_ mark: scrutiny_commit_mark) { self.mark = mark }

    package static func == (one: CommitMark, other: CommitMark) -> Bool {
        one.mark.words == other.mark.words
    }
}

extension Connection {
    /// The last commit, without a query; nil while one is just being written.
    package var lastCommit: CommitMark? {
        guard let logIndex = unsafe logIndex else { return nil }
        var mark = scrutiny_commit_mark()
        return unsafe scrutiny_read_mark(logIndex, &mark) != 0 ? CommitMark(mark) : nil
    }
}
