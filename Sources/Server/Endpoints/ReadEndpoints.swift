import Domain
import HTTP
import JSON
import Store

/// Lists and single records.
extension LoopHandler {
    func list(
        _ resource: Resource, for caller: Caller, _ request: Request, _ response: inout Response
    ) throws(Problem) {
        if resource.isWithinParentsOnly { try caller.requireOfficer() }
        let restriction = try restriction(on: resource, for: caller)
        try list(resource, restriction, for: caller, request, &response)
    }

    /// The records that belong to one record; that record must exist for this caller.
    func list(
        members resource: Resource, of owner: Resource, _ key: String, _ parent: StaticString,
        for caller: Caller,
        _ request: Request, _ response: inout Response
    ) throws(Problem) {
        try requireReading(caller)
        guard let id = try id(of: owner, key, for: caller.audience) else {
            throw .recordUnknown(owner.noun, key)
        }
        let own: Condition = .compare(parent, .equal, [.integer(id)])
        try list(resource, [own], for: caller, request, &response)
    }

    private func list(
        _ resource: Resource, _ restriction: [Condition], for caller: Caller, _ request: Request,
        _ response: inout Response
    ) throws(Problem) {
        let parameters = try ListParameters(request.query, of: resource, for: caller.audience)
        try look(at: parameters.moment, for: caller)
        defer { reader.moment = nil }
        var query = parameters.query
        query.conditions += restriction
        let columnCount = query.columns.count
        var count: Int?
        if parameters.wantsCount { count = try stored { () throws(StoreError) in try reader.count(query) } }
        var json = JSONWriter(reusing: response.takeBody(), pretty: parameters.isPretty)
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
                guard written < parameters.limit else {
                    hasMore = true
                    return
                }
                try parameters.representation.write(row, with: reader, to: &json)
                written += 1
                if written == parameters.limit {
                    last = (columnCount..<row.columnCount).map { row.value($0) }
                }
            }
        }
        json.endArray()
        let next = hasMore ? Cursor(order: parameters.orderName, keys: last).text : nil
        let nextTarget = next.map { request.target(withCursor: $0) }
        if !parameters.wantsBareArray {
            json.key("page")
            json.beginObject()
            json.key("limit")
            json.write(Int64(parameters.limit))
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
        if let nextTarget { response.setData(.link, "<\(nextTarget)>; rel=\"next\"") }
        finish(&response, for: caller, request)
    }

    func show(
        _ resource: Resource, _ key: String, for caller: Caller, _ request: Request,
        _ response: inout Response
    ) throws(Problem) {
        var conditions = try restriction(on: resource, for: caller)
        let parameters = try RecordParameters(request.query, of: resource, for: caller.audience)
        try look(at: parameters.moment, for: caller)
        defer { reader.moment = nil }
        conditions.append(identity(of: resource, key))
        var query = parameters.representation.query
        query.conditions += conditions
        var json = JSONWriter(reusing: response.takeBody(), pretty: parameters.isPretty)
        var isFound = false
        try stored { () throws(StoreError) in
            try reader.read(query) { (row) throws(StoreError) in
                isFound = true
                try parameters.representation.write(row, with: reader, to: &json)
            }
        }
        guard isFound else {
            json.writeNull()
            response.body = json.finish()
            throw try missing(resource, key, for: caller)
        }
        response.body = json.finish()
        finish(&response, for: caller, request)
    }

    /// Why there is no such record: officers are told when it was there once, everybody else only that it is not.
    func missing(_ resource: Resource, _ key: String, for caller: Caller) throws(Problem) -> Problem {
        guard caller.audience == .officer, let id = Int64(key) else {
            return .recordUnknown(resource.noun, key)
        }
        let isGone = try stored { () throws(StoreError) in
            try reader.isGone(id, from: resource.path.text)
        }
        return isGone ? .gone(resource.noun, resource.path, id) : .recordUnknown(resource.noun, key)
    }

    /// Turns the reader to an earlier moment. What was open then may be withheld now, so only officers look back.
    private func look(at moment: Instant?, for caller: Caller) throws(Problem) {
        guard let moment else { return }
        try caller.requireOfficer()
        reader.moment = moment
    }

    /// Sets what every JSON answer to a GET carries, and turns it into a 304 when the client has it already.
    func finish(_ response: inout Response, for caller: Caller, _ request: Request) {
        response.set(.contentType, "application/json")
        CrossOrigin.allow(on: &response)
        response.set(.vary, "Authorization")
        if case .anonymous = caller {
            response.set(.cacheControl, "public, no-cache")
        } else {
            response.set(.cacheControl, "private, no-cache")
        }
        let tag = EntityTag.of(response.body)
        response.setData(.etag, tag)
        if let known = request.header("if-none-match"), EntityTag.matches(tag, known, weakly: true) {
            response.status = .notModified
            response.body.removeAll(keepingCapacity: true)
        }
    }

    /// The id of a record the caller may see, by id or key.
    func id(of resource: Resource, _ key: String, for audience: Audience) throws(Problem) -> Int64? {
        var query = resource.query(for: audience)
        query.columns = []
        query.order = [Query.Order("record.id")]
        query.conditions.append(identity(of: resource, key))
        var id: Int64?
        try stored { () throws(StoreError) in
            try reader.read(query) { row in id = row.integer(0) }
        }
        return id
    }

    func identity(of resource: Resource, _ key: String) -> Condition {
        if let id = Int64(key) { return .compare("record.id", .equal, [.integer(id)]) }
        if let column = resource.key { return .compare(column, .equal, [.text(key)]) }
        // Nothing else names such a record.
        return .any([])
    }

    /// What a caller may see of a collection beyond what its audience allows.
    private func restriction(on resource: Resource, for caller: Caller) throws(Problem) -> [Condition] {
        if resource.path.text == "imports" {
            if caller.has(.readOfficer) { return [] }
            try caller.require(.import)
            // An import token sees what it imported itself.
            return [.compare("record.caller", .equal, [.text(caller.name)])]
        }
        try requireReading(caller)
        return []
    }
}
