import JSON
import Store

/// A page of the change feed as it goes to the client.
struct ChangePage: Sendable {
    let changes: [Change]
    /// What to give as `since` next time.
    let next: Int64
    let limit: Int
    /// Whether there is nothing behind it yet.
    let isAtEnd: Bool
    private let audience: Audience

    /// Reads the page that was asked for.
    init(_ parameters: ChangesParameters, from reader: Reader) throws(StoreError) {
        let stretch = try reader.changes(
            after: parameters.since, in: parameters.types,
            visible: Resource.visibleChanges(parameters.audience),
            limit: parameters.limit)
        changes = stretch.changes
        limit = parameters.limit
        next = stretch.end
        isAtEnd = stretch.isComplete
        audience = parameters.audience
    }

    /// Whether there is nothing to tell, now.
    var isEmpty: Bool { changes.isEmpty && isAtEnd }

    func body(pretty: Bool) -> [UInt8] {
        var json = JSONWriter(pretty: pretty)
        json.beginObject()
        json.key("data")
        json.beginArray()
        for change in changes { json.write(change, .named, for: audience) }
        json.endArray()
        json.key("page")
        json.beginObject()
        json.key("limit")
        json.write(Int64(limit))
        json.key("nextSince")
        json.write(next)
        json.endObject()
        json.endObject()
        return json.finish()
    }
}
