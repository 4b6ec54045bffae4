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
    private let parameters: ChangesParameters
    private var since: Int64
    private let subscription: ChangeWatch.Subscription

    /// - Parameter since: stands before what the parameters say.
    init(
        since: Int64, _ parameters: ChangesParameters, reader: Reader, subscription: ChangeWatch.Subscription
    ) {
        self.since = since
        self.parameters = parameters
        self.reader = reader
        self.subscription = subscription
    }

    func next(into bytes: inout [UInt8]) -> BodyProgress {
        guard
            let stretch = try? reader.changes(
                after: since, in: parameters.types, visible: Resource.visibleChanges(parameters.audience),
                limit: Self.pageLimit)
        else {
            // The client connects again and finds out more.
            return .end
        }
        for change in stretch.changes {
            var json = JSONWriter()
            json.write(change, .named, for: parameters.audience)
            bytes += Array("id: \(change.seq)\nevent: change\ndata: ".utf8)
            bytes += json.finish()
            bytes += Array("\n\n".utf8)
        }
        since = stretch.end
        if !stretch.isComplete { return .more }
        // A comment keeps proxies from closing a quiet connection, and notices a client that is gone.
        if stretch.changes.isEmpty { bytes += Array(": \(since)\n\n".utf8) }
        return .pause
    }
}
