import HTTP
import JSON
import Store

/// The change feed as server-sent events (HTML Standard, section 9.2): one event for each change, its number as the
/// event's id, so that a client that lost its connection goes on behind the last one it saw.
///
/// Confined to the loop of its connection, with the loop's own reader.
final class ChangeStream: BodySource {
    private static let pageLimit = 100

    private let reader: Reader
    private let types: [String]?
    private var since: Int64
    private let subscription: ChangeWatch.Subscription

    init(since: Int64, types: [String]?, reader: Reader, subscription: ChangeWatch.Subscription) {
        self.since = since
        self.types = types
        self.reader = reader
        self.subscription = subscription
    }

    func next(into bytes: inout [UInt8]) -> BodyProgress {
        guard let last = try? reader.lastChange(),
            let changes = try? reader.changes(after: since, in: types, limit: Self.pageLimit)
        else {
            // The client connects again and finds out more.
            return .end
        }
        for change in changes {
            var json = JSONWriter()
            json.write(change, showsValues: false)
            bytes += Array("id: \(change.seq)\nevent: change\ndata: ".utf8)
            bytes += json.finish()
            bytes += Array("\n\n".utf8)
        }
        let isFull = changes.count == Self.pageLimit
        since = max(since, isFull ? 0 : last, changes.last?.seq ?? 0)
        if isFull { return .more }
        // A comment keeps proxies from closing a quiet connection, and notices a client that is gone.
        if changes.isEmpty { bytes += Array(": \(since)\n\n".utf8) }
        return .pause
    }
}
