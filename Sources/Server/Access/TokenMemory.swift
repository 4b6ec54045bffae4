import Domain
import Store

/// The tokens that a loop has met, for as long as nobody can have revoked them.
///
/// Tokens are changed by commands only, and those are other processes. So what was read of a token stands until
/// another process commits something: the next request after a revocation finds it revoked.
struct TokenMemory {
    private struct Entry {
        let token: Token.Issued?
        /// Others' commits that were known of before it was read.
        let foreignCount: UInt64
        /// The last commit before it was read.
        let mark: CommitMark?
    }

    private static let limit = 1_000

    private var entries: [Int64: Entry] = [:]

    /// The token of this number, or nil when there is none or it is revoked.
    mutating func issued(
        _ number: Int64, on connection: Connection, _ trail: CommitTrail
    ) throws(StoreError) -> Token.Issued? {
        let mark = connection.lastCommit
        if let entry = entries[number], let mark,
            entry.mark == mark || trail.foreignCount(at: mark) == entry.foreignCount
        {
            return entry.token
        }
        let foreignCount = trail.foreignCount
        let token = try Token.issued(number, on: connection)
        if entries.count >= Self.limit { entries.removeAll() }
        entries[number] = Entry(token: token, foreignCount: foreignCount, mark: mark)
        return token
    }
}
