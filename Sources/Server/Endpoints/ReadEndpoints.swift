import Domain
import HTTP
import JSON
import Store

/// Single records, and who may see what.
extension LoopHandler {
    func show(
        _ resource: Resource, _ key: String, for caller: Caller, _ request: Request,
        _ response: inout Response
    ) throws(Problem) {
        var conditions = try restriction(on: resource, for: caller)
        try requireJSONTaken(request)
        var description = Description()
        if resource.isLogged {
            description.place = try tagPlace(request, for: caller)
            if isAnsweredFromMemory(description, for: caller, request, &response) { return }
        }
        let parameters = try RecordParameters(request.query, of: resource, for: caller.audience)
        try look(at: parameters.moment, for: caller)
        defer { reader.moment = nil }
        conditions.append(identity(of: resource, key))
        var query = parameters.representation.query
        let version = query.columns.count
        if resource.hasProvenance { query.columns += ["record.version", "record.updated_at"] }
        query.conditions += conditions
        var json = JSONWriter(reusing: response.takeBody(), pretty: parameters.isPretty)
        var guardian = EmbeddingGuard()
        var isFound = false
        try stored { () throws(StoreError) in
            try reader.read(query) { (row) throws(StoreError) in
                isFound = true
                if resource.hasProvenance {
                    description.version = row.integer(version)
                    description.lastModified = row.text(version + 1)
                }
                try parameters.representation.write(row, with: reader, to: &json, &guardian)
            }
        }
        guard isFound else {
            json.writeNull()
            response.body = json.finish()
            throw try missing(resource, key, for: caller)
        }
        response.body = json.finish()
        try guardian.check()
        try finish(&response, for: caller, request, description)
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
    func look(at moment: Instant?, for caller: Caller) throws(Problem) {
        guard let moment else { return }
        try caller.requireOfficer()
        reader.moment = moment
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
    func restriction(on resource: Resource, for caller: Caller) throws(Problem) -> [Condition] {
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
