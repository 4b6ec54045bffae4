import Locking

/// Remembers which tag an address had at which point of the change log, so that a client that asks again is answered
/// with 304 without a look at the records. Shared by all loops.
///
/// Tags are made of the bytes of an answer, never of the number of the last change: that number also tells of records
/// which the client must not know of.
final class TagMemory: Sendable {
    /// Everything that an answer depends on besides its address and its reader.
    struct Moment: Equatable, Sendable {
        /// The last change in the log.
        let change: Int64
        /// Some records become visible on a day; no day begins within an hour.
        let hour: Int64
    }

    struct Entry: Sendable {
        let moment: Moment
        let tag: EntityTag
        /// Whether the answer is long enough to be compressed.
        let isLong: Bool
        /// When a record was last changed.
        let lastModified: String?
    }

    /// Some megabytes at most.
    private static let entryLimit = 10_000
    private static let keyLimit = 500

    /// Another one for each run of the program.
    let salt = "\(UInt64.random(in: .min ... .max)) \(UInt64.random(in: .min ... .max))"
    private let entries = Lock<[String: Entry]>([:])

    func entry(_ key: String, at moment: Moment) -> Entry? {
        entries.withLock { $0[key].flatMap { $0.moment == moment ? $0 : nil } }
    }

    func keep(_ entry: Entry, _ key: String) {
        guard key.utf8.count <= Self.keyLimit else { return }
        entries.withLock { entries in
            if entries.count >= Self.entryLimit { entries.removeAll() }
            entries[key] = entry
        }
    }
}
