import Domain
import HTTP
import JSON
import Store

/// Lists of records, in any of their formats.
extension LoopHandler {
    /// A list that was asked for: its records, and what it is called.
    struct Listing {
        let resource: Resource
        /// What narrows it besides the query of the request.
        var restriction: [Condition] = []
        /// The suffix of the path.
        var suffix: Format?
        /// The record whose members it shows, and its id.
        var owner: (resource: Resource, id: Int64)?
    }

    func list(
        _ resource: Resource, _ suffix: Format?, for caller: Caller, _ request: Request,
        _ response: inout Response
    ) throws(Problem) -> Handling {
        if resource.isWithinParentsOnly { try caller.requireOfficer() }
        let restriction = try restriction(on: resource, for: caller)
        return try give(
            Listing(resource: resource, restriction: restriction, suffix: suffix), for: caller, request,
            &response)
    }

    /// The records that belong to one record; that record must exist for this caller.
    func list(
        members resource: Resource, of owner: Resource, _ key: String, _ parent: StaticString,
        _ suffix: Format?, for caller: Caller, _ request: Request, _ response: inout Response
    ) throws(Problem) -> Handling {
        try requireReading(caller)
        guard let id = try id(of: owner, key, for: caller.audience) else {
            throw .recordUnknown(owner.noun, key)
        }
        let own: Condition = .compare(parent, .equal, [.integer(id)])
        return try give(
            Listing(resource: resource, restriction: [own], suffix: suffix, owner: (owner, id)), for: caller,
            request, &response)
    }

    private func give(
        _ listing: Listing, for caller: Caller, _ request: Request, _ response: inout Response
    ) throws(Problem) -> Handling {
        let formats = listing.resource.formats
        let wish = listing.suffix ?? AcceptField.choose(of: formats, request.header("accept"))
        guard let format = wish else { throw .notAcceptable(formats) }
        var description = Description(type: format.contentType, variesByAccept: listing.suffix == nil)
        if listing.resource.isLogged {
            description.place = try tagPlace(request, for: caller, as: format)
            if isAnsweredFromMemory(description, for: caller, request, &response) { return .answered }
        }
        let parameters = try ListParameters(
            request.query, of: listing.resource, for: caller.audience, as: format)
        try look(at: parameters.moment, for: caller)
        defer { reader.moment = nil }
        switch format {
        case .json: try writePage(of: listing, parameters, request, &response)
        case .calendar: try writeCalendar(of: listing, parameters, &response)
        case .feed: try writeFeed(of: listing, parameters, request, &response)
        case .ndjson, .csv:
            return try export(listing, parameters, description, for: caller, request, &response)
        }
        try finish(&response, for: caller, request, description)
        return .answered
    }

    /// One page of records as JSON.
    private func writePage(
        of listing: Listing, _ parameters: ListParameters, _ request: Request, _ response: inout Response
    ) throws(Problem) {
        var query = parameters.query
        query.conditions += listing.restriction
        let columnCount = query.columns.count
        var count: Int?
        if parameters.wantsCount { count = try stored { () throws(StoreError) in try reader.count(query) } }
        var json = JSONWriter(reusing: response.takeBody(), pretty: parameters.isPretty)
        var guardian = EmbeddingGuard()
        if !parameters.wantsBareArray {
            json.beginObject()
            json.key("data")
        }
        json.beginArray()
        var written = 0
        var last: [SQLValue] = []
        var hasMore = false
        try stored { () throws(StoreError) in
            try reader.read(query) { (row) throws(StoreError) in
                guard written < parameters.pageSize else {
                    hasMore = true
                    return
                }
                try parameters.representation.write(row, with: reader, to: &json, &guardian)
                written += 1
                if written == parameters.pageSize {
                    last = (columnCount..<row.columnCount).map { row.value($0) }
                }
            }
        }
        json.endArray()
        let next =
            hasMore ? Cursor(order: parameters.orderName, of: listing.resource, keys: last).text : nil
        let nextTarget = next.map { request.target(withCursor: $0) }
        if !parameters.wantsBareArray {
            json.key("page")
            json.beginObject()
            json.key("limit")
            json.write(Int64(parameters.pageSize))
            json.key("next")
            json.write(optional: next)
            if let count {
                json.key("count")
                json.write(Int64(count))
            }
            json.endObject()
            json.key("links")
            json.beginObject()
            json.key("self")
            json.write(request.targetText)
            json.key("next")
            json.write(optional: nextTarget)
            json.endObject()
            json.key("warnings")
            json.beginArray()
            json.endArray()
            json.endObject()
        }
        response.body = json.finish()
        try guardian.check()
        if let nextTarget { response.setData(.link, "<\(nextTarget)>; rel=\"next\"") }
    }
}
