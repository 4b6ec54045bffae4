import JSON
import Store

/// A page of the change feed as it goes to the client.
struct ChangePage: Sendable {
    let changes: [Change]
    /// What to give as `since` next time.
    let next: Int64
    let limit: Int

    /// Reads the page that was asked for.
    init(_ parameters: ChangesParameters, from reader: Reader) throws(StoreError) {
        // Read first: what comes meanwhile is behind it and will be in the next page.
        let last = try reader.lastChange()
        changes = try reader.changes(
            after: parameters.since, in: parameters.types, limit: parameters.limit)
        limit = parameters.limit
        let isFull = changes.count == limit
        next = max(parameters.since, isFull ? 0 : last, changes.last?.seq ?? 0)
    }

    func body(pretty: Bool) -> [UInt8] {
        var json = JSONWriter(pretty: pretty)
        json.beginObject()
        json.key("data")
        json.beginArray()
        for change in changes { json.write(change, showsValues: false) }
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
