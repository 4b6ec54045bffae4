import HTTP
import JSON

/// What an operation answers when it goes well, and which refusals are its own.
struct OperationAnswer {
    private(set) var status = 200
    private(set) var refusals: [Int] = []
    private var description = "What was asked for."
    private var fields: [String] = []
    private var content: [(type: String, schema: Schema)] = []
    private var example: JSONValue?
    private var links: JSONObject?
    private var isOfWrite = false

    init(_ method: HTTP.Method, _ endpoint: Endpoint) {
        switch (method, endpoint) {
        case (.options, _):
            status = 204
            description = "The methods stand in Allow."
            fields = ["Allow"]
        case (.post, .imports):
            made(.imports, refusals: [403, 409, 415, 422])
            description = "Imported, or answered again."
        case (.post, .undo): changed(.imports, refusals: [403, 404, 409, 415])
        case (.post, .collection(let resource, _)): made(resource, refusals: [403, 409, 415, 422])
        case (.post, .transitions(let resource, _)): changed(resource, refusals: [403, 404, 409, 415, 422])
        case (.put, .record(let resource, _)):
            changed(resource, refusals: [403, 404, 409, 410, 412, 415, 422, 428])
        case (.patch, .record(let resource, _)):
            changed(resource, refusals: [403, 404, 409, 412, 415, 422, 428])
        case (.delete, _):
            status = 204
            description = "Removed; its history stays."
            refusals = [403, 404, 409, 410, 412, 415, 422, 428]
        default: read(endpoint)
        }
        if method == .head { content = [] }
    }

    /// What an import that keeps nothing answers.
    static let rehearsed = OperationAnswer()

    private init() {
        description = "With dryRun: what would have been imported."
        give(.component("Rehearsal"), as: Format.json.mediaType, ["Cache-Control"], [])
    }

    private mutating func made(_ resource: Resource, refusals: [Int]) {
        changed(resource, refusals: refusals)
        status = 201
        description = "Made; Location says where it is."
        fields.append("Location")
        links = Links.of(resource)
    }

    private mutating func changed(_ resource: Resource, refusals: [Int]) {
        isOfWrite = true
        description = "The record as it is now."
        let changed = resource.hasProvenance ? ["Last-Modified"] : []
        json(.component(resource.schemaName), ["ETag", "Cache-Control"] + changed, refusals)
    }

    private mutating func read(_ endpoint: Endpoint) {
        let validated = ["ETag", "Cache-Control", "Vary"]
        switch endpoint {
        case .collection(let resource, let format), .members(let resource, _, _, _, let format):
            list(resource, format)
        case .imports: list(.imports, nil)
        case .record(let resource, _):
            let changed = resource.hasProvenance ? ["Last-Modified"] : []
            json(.component(resource.schemaName), validated + changed, [304, 403, 404, 406, 410])
            example = resource.example
        case .history: json(.component("History"), validated, [304, 403, 404, 406])
        case .search: json(.component("SearchHits"), validated + ["Link"], [304, 406])
        case .changes: json(.component("ChangePage"), ["Cache-Control", "Vary"], [403, 406])
        case .changeStream:
            give(.component("ChangeEvent"), as: "text/event-stream", ["Cache-Control", "Vary"], [403])
        case .index: json(.component("Index"), validated, [304, 406])
        case .openAPI: json(Schema(["type": "object"]), validated, [304])
        case .health, .ready: json(.component("Health"), ["Cache-Control"], [])
        case .home, .docs:
            give(.text, as: "text/html", validated, [304])
        case .transitions, .undo: break
        }
        if case .members = endpoint { refusals.append(404) }
    }

    /// A list in the format of the suffix, or in each that Accept can name.
    private mutating func list(_ resource: Resource, _ suffix: Format?) {
        fields = (suffix ?? .json).answerFields + ["Cache-Control", "Vary"]
        refusals = [304, 403] + (suffix == nil ? [406] : [])
        content = (suffix.map { [$0] } ?? resource.formats).map { ($0.mediaType, $0.schema(of: resource)) }
        if (suffix ?? .json) == .json {
            description = "A page of records; with shape=array the records alone."
        }
    }

    private mutating func json(_ schema: Schema, _ fields: [String], _ refusals: [Int]) {
        give(schema, as: Format.json.mediaType, fields, refusals)
    }

    private mutating func give(_ schema: Schema, as type: String, _ fields: [String], _ refusals: [Int]) {
        content = [(type, schema)]
        self.fields = fields
        self.refusals = refusals
    }

    /// Whether the answer to a write comes without its body, as 204, when Prefer says so.
    var canBeMinimal: Bool { isOfWrite && status == 200 }

    var json: JSONValue {
        var json: JSONObject = ["description": .string(description)]
        if !fields.isEmpty { json["headers"] = OpenAPI.fields(fields) }
        if !content.isEmpty {
            var types = JSONObject()
            for (type, schema) in content {
                var media: JSONObject = ["schema": .object(schema.json)]
                if let example { media["example"] = example }
                types[type] = .object(media)
            }
            json["content"] = .object(types)
        }
        if let links { json["links"] = .object(links) }
        return .object(json)
    }
}
