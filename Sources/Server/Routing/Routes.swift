import Domain

/// The whole URL space.
///
/// ```
/// /                                  a page for people
/// /openapi.json  /docs               the reference, for programs and for people
/// /health  /ready                    alive; able to answer
/// /v1                                the index of collections
/// /v1/search                         full text
/// /v1/imports                        read and make
/// /v1/imports/{id}/undo              take one back
/// /v1/changes                        the change feed
/// /v1/changes/stream                 the same as server-sent events
/// /v1/{collection}                   list and make
/// /v1/{collection}/{id or key}       read and change
/// /v1/{collection}/{id}/transitions  move the state (meetings, reports, actions, recommendations, minutes)
/// /v1/{collection}/{id}/history      what happened to it
/// /v1/{collection}/{id}/{members}    the records that belong to it
/// /v1/{collection}.csv  …/{members}.csv  the same lists in another format: .json .ndjson .csv .ics .atom
/// ```
enum Routes {
    /// Where a path leads, or nil when it leads nowhere.
    ///
    /// A slash at the end says nothing more.
    static func endpoint(_ given: [String]) -> Endpoint? {
        let path = given.count > 1 && given.last == "" ? given.dropLast() : given
        switch path.count {
        case 0: return .home
        case 1:
            switch path[0] {
            case "": return .home
            case "health": return .health
            case "ready": return .ready
            case "openapi.json": return .openAPI
            case "docs": return .docs
            case "v1": return .index
            default: return nil
            }
        default: break
        }
        guard path[0] == "v1" else { return nil }
        switch (path[1], path.count) {
        case ("search", 2): return .search
        case ("imports", 2): return .imports
        case ("changes", 2): return .changes
        case ("changes", 3) where path[2] == "stream": return .changeStream
        case ("", 2): return .index
        default: break
        }
        if path.count == 2 {
            let (name, format) = Format.split(path[1])
            guard let resource = Resource.named(name) else { return nil }
            return isGiven(resource, as: format) ? .collection(resource, format) : nil
        }
        guard let resource = Resource.named(path[1]) else { return nil }
        switch path.count {
        case 3: return .record(resource, key: path[2])
        case 4: return below(resource, key: path[2], path[3])
        default: return nil
        }
    }

    private static func below(_ resource: Resource, key: String, _ name: String) -> Endpoint? {
        if name == "undo", resource.path.text == "imports" { return .undo(key: key) }
        if name == "history", resource.path.text == "imports" { return nil }
        if name == "transitions", StateMachine.of(resource) != nil { return .transitions(resource, key: key) }
        if name == "history" { return .history(resource, key: key) }
        let (plain, format) = Format.split(name)
        guard let member = members(of: resource).first(where: { $0.path == plain }),
            isGiven(member.resource, as: format)
        else { return nil }
        return .members(member.resource, of: resource, key: key, parent: member.parent, format)
    }

    private static func isGiven(_ resource: Resource, as format: Format?) -> Bool {
        format.map(resource.formats.contains) ?? true
    }

    /// The collections found under a record, with the column that says whose they are.
    static func members(of resource: Resource) -> [(path: String, resource: Resource, parent: StaticString)] {
        resource.expansions.compactMap { expansion in
            Resource.named(expansion.collection.text).map { (memberPath(expansion), $0, expansion.parent) }
        }
    }

    /// `agendaItems` is `agenda-items` in a path; `pages` stays what it is.
    private static func memberPath(_ expansion: Expansion) -> String {
        expansion.name.text.reduce(into: "") { path, character in
            path += character.isUppercase ? "-\(character.lowercased())" : "\(character)"
        }
    }

    /// Every path, with `{id}` in the place of a record, as the reference shows them.
    ///
    /// Exports of what belongs to a record are left out: they are many, and like those of the collections.
    static var all: [[String]] {
        let service = [[""], ["docs"], ["openapi.json"], ["health"], ["ready"], ["v1"]]
        let named = ["search", "changes", "changes/stream"].map { "v1/\($0)" }
        let records = Resource.all.flatMap { resource -> [String] in
            let below =
                members(of: resource).flatMap { forms($0.path, $0.resource.formats.filter(\.isToSubscribe)) }
                + ["transitions", "history", "undo"]
            return forms(resource.path.text, Array(resource.formats.dropFirst())).map { "v1/\($0)" } + [
                "v1/\(resource.path)/{id}"
            ]
                + below.map { "v1/\(resource.path)/{id}/\($0)" }
        }
        let paths = (named + records).map { $0.split(separator: "/").map(String.init) }
        return service + paths.filter { endpoint($0) != nil }
    }

    /// A list by its name alone, and with the suffix of each format.
    private static func forms(_ name: String, _ formats: [Format]) -> [String] {
        [name] + formats.map { "\(name).\($0.suffix)" }
    }

    /// The nearest path that exists, for someone who mistyped one.
    static func suggestion(for path: [String]) -> String? {
        let collections = Resource.all.map(\.path.text) + ["search", "changes"]
        if path.count >= 2, path[0] == "v1" {
            guard let resource = Resource.named(path[1]) else {
                return nearestName(to: path[1], in: collections).map { "/v1/\($0)" }
            }
            let below =
                members(of: resource).map(\.path) + ["history"]
                + (StateMachine.of(resource) == nil ? [] : ["transitions"])
            guard path.count >= 4 else { return nil }
            return nearestName(to: path[3], in: below).map { "/v1/\(path[1])/\(path[2])/\($0)" }
        }
        return path.first.flatMap { nearestName(to: $0, in: collections) }.map { "/v1/\($0)" }
    }
}

extension StateMachine {
    /// The states a resource's records move through, if they have any.
    static func of(_ resource: Resource) -> StateMachine? {
        switch resource.path.text {
        case "meetings": .meeting
        case "reports": .report
        case "actions": .action
        case "recommendations": .recommendation
        case "minutes": .minutes
        default: nil
        }
    }
}
