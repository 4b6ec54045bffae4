/// What a path leads to.
enum Endpoint: Sendable {
    case home
    case index
    case health
    case ready
    case search
    case collection(Resource)
    /// The records of a collection that belong to one record of another: `/v1/meetings/7/agenda-items`.
    case members(Resource, of: Resource, key: String, parent: StaticString)
    case record(Resource, key: String)
    case transitions(Resource, key: String)
    case imports

    /// The methods the path takes, as the field Allow lists them.
    var allow: String {
        switch self {
        case .home, .index, .health, .ready, .search, .members: "GET, HEAD, OPTIONS"
        case .collection(let resource):
            resource.writing == nil ? "GET, HEAD, OPTIONS" : "GET, HEAD, POST, OPTIONS"
        case .record(let resource, _):
            resource.writing == nil ? "GET, HEAD, OPTIONS" : "GET, HEAD, PATCH, OPTIONS"
        case .transitions: "POST, OPTIONS"
        case .imports: "GET, HEAD, POST, OPTIONS"
        }
    }
}
