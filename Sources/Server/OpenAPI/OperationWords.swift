import HTTP

/// What an operation is called, for programs and for people.
struct OperationWords {
    let summary: String
    private let verb: String

    init(_ method: HTTP.Method, _ endpoint: Endpoint) {
        verb = method.rawValue.lowercased()
        summary =
            switch (method, endpoint) {
            case (.options, _): "The methods of this path"
            case (.head, _): "The same as GET, without a body"
            case (.post, .imports): "Import a pack"
            case (.post, .undo): "Take an import back, as one step"
            case (.post, .transitions(let resource, _)): "Move \(Self.one(resource)) to another state"
            case (.post, .collection(let resource, _)): "Make \(Self.one(resource))"
            case (.patch, .record(let resource, _)):
                "Change \(Self.one(resource)), by a merge patch (RFC 7396)"
            case (.put, .record(let resource, _)):
                "Replace \(Self.one(resource))"
                    + (resource.keyField == nil
                        ? "" : ", or make one under its \(resource.keyField?.name.text ?? "")")
            case (.delete, .record(let resource, _)): "Remove \(Self.one(resource))"
            case (_, .collection(let resource, let format)): "List \(Self.many(resource))\(Self.form(format))"
            case (_, .imports): "List imports"
            case (_, .record(let resource, _)): "Read \(Self.one(resource))"
            case (_, .members(let resource, of: let owner, _, _, let format)):
                "List \(Self.many(resource)) of \(Self.one(owner))\(Self.form(format))"
            case (_, .history(let resource, _)): "What happened to \(Self.one(resource)); for officers"
            case (_, .home): "A page for people"
            case (_, .docs): "This reference, for people"
            case (_, .openAPI): "This reference, for programs"
            case (_, .index): "Every collection with its link"
            case (_, .health): "Whether the process is alive"
            case (_, .ready): "Whether the service can answer"
            case (_, .search): "Search the texts"
            case (_, .changes): "What changed behind a number"
            case (_, .changeStream): "The changes as server-sent events"
            case (_, .transitions), (_, .undo): ""
            }
    }

    /// The method and the path in one word: `get-v1-panels-id-seats`.
    func id(_ path: [String]) -> String {
        let steps = path.filter { !$0.isEmpty }.map {
            $0.filter { $0 != "{" && $0 != "}" }.replacing(".", with: "-")
        }
        return ([verb] + (steps.isEmpty ? ["home"] : steps)).joined(separator: "-")
    }

    private static func form(_ format: Format?) -> String {
        switch format {
        case nil, .json: ""
        case .ndjson: " as NDJSON"
        case .csv: " as CSV"
        case .calendar: " as a calendar"
        case .feed: " as a feed"
        }
    }

    private static func one(_ resource: Resource) -> String {
        let noun = resource.noun.text
        return ("aeiou".contains(noun.prefix(1)) ? "an " : "a ") + noun
    }

    private static func many(_ resource: Resource) -> String {
        resource.path.text.split(separator: "-").joined(separator: " ")
    }
}
