import HTTP
import JSON

extension OpenAPI {
    /// The parameters of every list, each once: `limit` for all of them, `meetings.startsAt__gte` for one collection.
    static let parameters: JSONObject = {
        var parameters = JSONObject()
        for resource in Resource.all {
            for word in ListWord.of(resource) {
                parameters["\(resource.path).\(word.name)"] = word.parameter(of: resource).json
            }
            for parameter in resource.filters.flatMap(\.parameters) {
                parameters["\(resource.path).\(parameter.name)"] = parameter.json
            }
        }
        return parameters
    }()

    static func list(_ resource: Resource) -> [JSONValue] {
        (ListWord.of(resource).map(\.name) + resource.filters.flatMap(\.parameters).map(\.name)).map {
            reference("\(resource.path).\($0)")
        }
    }

    static func record(_ resource: Resource) -> [JSONValue] {
        ListWord.of(resource).filter(\.isForRecords).map { reference("\(resource.path).\($0.name)") }
    }

    private static func reference(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/parameters/\(name)")]
    }

    /// The record in a path, where there is one. OPTIONS does not look whether it is there.
    static func key(in endpoint: Endpoint, _ method: HTTP.Method) -> [JSONValue] {
        let resource: Resource
        switch endpoint {
        case .record(let own, _), .members(_, of: let own, _, _), .transitions(let own, _),
            .history(let own, _):
            resource = own
        case .undo: resource = .imports
        default: return []
        }
        let hasKey = resource.key != nil
        let schema: Schema = hasKey ? .anyOf([.identifier, .code]) : .identifier
        return [
            [
                "name": "id", "in": "path", "required": true,
                "description": .string("The \(resource.noun), by its id\(hasKey ? " or its key" : "")."),
                "schema": .object((method == .options ? Schema.text.with("minLength", 1) : schema).json),
                "example": 1,
            ]
        ]
    }

    static func header(
        _ name: String, _ schema: Schema, isRequired: Bool = false, _ about: String
    ) -> JSONValue {
        [
            "name": .string(name), "in": "header", "required": .bool(isRequired),
            "description": .string(about), "schema": .object(schema.json),
        ]
    }

    static let ifNoneMatch = header(
        "If-None-Match", .text, "ETags of answers that are at hand; the same one again is 304.")
    static let ifMatch = header(
        "If-Match", .text(pattern: "^(\\*|\"[0-9a-f]+\"(, \"[0-9a-f]+\")*)$"), isRequired: true,
        "The ETag of the record as it was read.")
    static let idempotencyKey = header(
        "Idempotency-Key", .text(pattern: "^[!-~]{1,200}$"), isRequired: true,
        "Names this post: the same key and body are answered again, not done again.")
    static let lastEventID = header(
        "Last-Event-ID", .integer(in: 0...Int64.max), "The last change that was received.")
}
