import HTTP
import JSON

/// What an operation answers when it goes well, and which refusals are its own.
struct OperationAnswer {
    private(set) var status = 200
    private(set) var refusals: [Int] = []
    private var description = "What was asked for."
    private var fields: [String] = []
    private var type: String?
    private var schema = Schema.any
    private var example: JSONValue?
    private var links: JSONObject?

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
        case (.post, .collection(let resource)): made(resource, refusals: [403, 409, 415, 422])
        case (.post, .transitions(let resource, _)): changed(resource, refusals: [403, 404, 409, 415, 422])
        case (.patch, .record(let resource, _)):
            changed(resource, refusals: [403, 404, 409, 412, 415, 422, 428])
        case (.delete, _):
            status = 204
            description = "Removed; its history stays."
            refusals = [403, 404, 409, 410, 412, 415, 422, 428]
        default: read(endpoint)
        }
        if method == .head { type = nil }
    }

    private mutating func made(_ resource: Resource, refusals: [Int]) {
        changed(resource, refusals: refusals)
        status = 201
        description = "Made; Location says where it is."
        fields.append("Location")
        links = Links.of(resource)
    }

    private mutating func changed(_ resource: Resource, refusals: [Int]) {
        self.refusals = refusals
        description = "The record as it is now."
        fields = ["ETag", "Cache-Control"]
        json(.component(resource.schemaName))
    }

    private mutating func read(_ endpoint: Endpoint) {
        let validated = ["ETag", "Cache-Control", "Vary"]
        switch endpoint {
        case .collection(let resource), .members(let resource, _, _, _): list(resource)
        case .imports: list(.imports)
        case .record(let resource, _):
            json(.component(resource.schemaName), validated, [304, 403, 404, 410])
            example = resource.example
        case .history: json(.component("History"), validated, [304, 403, 404])
        case .search: json(.component("SearchHits"), validated + ["Link"], [304])
        case .changes: json(.component("ChangePage"), ["Cache-Control", "Vary"], [403])
        case .changeStream:
            json(.component("ChangeEvent"), ["Cache-Control", "Vary"], [403])
            type = "text/event-stream"
        case .index: json(.component("Index"), validated, [304])
        case .openAPI: json(Schema(["type": "object"]), validated, [304])
        case .health, .ready: json(.component("Health"), ["Cache-Control"], [])
        case .home, .docs:
            json(.text, ["ETag", "Cache-Control"], [304])
            type = "text/html"
        case .transitions, .undo: break
        }
        if case .members = endpoint { refusals.append(404) }
    }

    private mutating func list(_ resource: Resource) {
        let records = Schema.component(resource.schemaName)
        json(
            .anyOf([.component(resource.schemaName + "List"), .list(of: records)]),
            ["ETag", "Cache-Control", "Vary", "Link"], [304, 403])
        description = "A page of records; with shape=array the records alone."
    }

    private mutating func json(_ schema: Schema, _ fields: [String]? = nil, _ refusals: [Int]? = nil) {
        type = "application/json"
        self.schema = schema
        if let fields { self.fields = fields }
        if let refusals { self.refusals = refusals }
    }

    var json: JSONValue {
        var json: JSONObject = ["description": .string(description)]
        if !fields.isEmpty { json["headers"] = OpenAPI.fields(fields) }
        if let type {
            var media: JSONObject = ["schema": .object(schema.json)]
            if let example { media["example"] = example }
            var content = JSONObject()
            content[type] = .object(media)
            json["content"] = .object(content)
        }
        if let links { json["links"] = .object(links) }
        return .object(json)
    }
}
