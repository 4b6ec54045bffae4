import Domain
import HTTP
import JSON

/// What can be done at one path.
struct PathItem {
    let json: JSONObject

    init(_ endpoint: Endpoint, _ path: [String]) {
        var json = JSONObject()
        for method in endpoint.methods {
            let operation = Operation(method, endpoint, path)
            json[method.rawValue.lowercased()] = .object(operation.json)
        }
        self.json = json
    }
}

extension Endpoint {
    /// The group of the reference it stands in.
    var tag: String {
        switch self {
        case .home, .index, .openAPI, .docs, .health, .ready: "service"
        case .search: "search"
        case .changes, .changeStream: "changes"
        case .imports, .undo: "imports"
        case .collection(let resource, _), .record(let resource, _), .transitions(let resource, _),
            .history(let resource, _), .members(_, of: let resource, _, _, _):
            resource.path.text
        }
    }

    /// Whether a token is needed to read it.
    var isForBearers: Bool {
        switch self {
        case .imports, .undo, .history: true
        case .collection(let resource, _): resource.isWithinParentsOnly || resource.path.text == "imports"
        case .record(let resource, _): resource.path.text == "imports"
        default: false
        }
    }
}
