import HTTP

/// What a path leads to.
enum Endpoint: Sendable {
    case home
    case index
    /// The OpenAPI document.
    case openAPI
    /// The reference for people.
    case docs
    case health
    case ready
    case search
    /// All records of a collection, in the format of the suffix if the path has one.
    case collection(Resource, Format?)
    /// The records of a collection that belong to one record of another: `/v1/meetings/7/agenda-items`.
    case members(Resource, of: Resource, key: String, parent: StaticString, Format?)
    case record(Resource, key: String)
    case transitions(Resource, key: String)
    case imports
    /// Takes an import back.
    case undo(key: String)
    /// The change feed.
    case changes
    /// The change feed as events.
    case changeStream
    /// What happened to one record.
    case history(Resource, key: String)

    /// The methods the path takes.
    var methods: [Method] {
        switch self {
        case .home, .index, .openAPI, .docs, .health, .ready, .search, .members, .changes, .changeStream,
            .history:
            [.get, .head, .options]
        case .collection(let resource, let format):
            resource.writing?.makesAndRemoves == true && format == nil
                ? [.get, .head, .post, .options] : [.get, .head, .options]
        case .record(let resource, _):
            switch resource.writing?.makesAndRemoves {
            case nil: [.get, .head, .options]
            case false?: [.get, .head, .patch, .options]
            case true?: [.get, .head, .put, .patch, .delete, .options]
            }
        case .transitions, .undo: [.post, .options]
        case .imports: [.get, .head, .post, .options]
        }
    }

    func takes(_ method: Method) -> Bool { methods.contains(method) }

    /// The methods as the field Allow lists them (RFC 9110, section 10.2.1).
    var allow: String { methods.map(\.rawValue).joined(separator: ", ") }
}
