import HTTP
import JSON

extension OpenAPI {
    /// The parameters of every list, each once: `limit` for all of them, `meetings.startsAt__gte` for one collection.
    static let parameters: JSONObject = {
        var parameters = JSONObject()
        for resource in Resource.all {
            for format in resource.formats {
                for word in ListWord.of(resource, in: format) {
                    parameters[name(of: word, resource, format)] =
                        word.parameter(of: resource, in: format).json
                }
            }
            for parameter in resource.filters.flatMap(\.parameters) {
                parameters["\(resource.path).\(parameter.name)"] = parameter.json
            }
        }
        return parameters
    }()

    /// `meetings.sort`; where a word differs by format, `meetings.limit.csv`.
    private static func name(of word: ListWord, _ resource: Resource, _ format: Format) -> String {
        let name = "\(resource.path).\(word.name)"
        let first = word.parameter(of: resource, in: word.formats[0]).json
        return word.parameter(of: resource, in: format).json == first ? name : "\(name).\(format.suffix)"
    }

    static func list(_ resource: Resource, in format: Format) -> [JSONValue] {
        let words = ListWord.of(resource, in: format).map { name(of: $0, resource, format) }
        let filters = resource.filters.flatMap(\.parameters).map { "\(resource.path).\($0.name)" }
        return (words + filters).map(reference)
    }

    static func record(_ resource: Resource) -> [JSONValue] {
        ListWord.of(resource, in: .json).filter(\.isForRecords).map {
            reference(name(of: $0, resource, .json))
        }
    }

    private static func reference(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/parameters/\(name)")]
    }

    /// The record in a path, where there is one. OPTIONS does not look whether it is there.
    static func key(in endpoint: Endpoint, _ method: HTTP.Method) -> [JSONValue] {
        let resource: Resource
        switch endpoint {
        case .record(let own, _), .members(_, of: let own, _, _, _), .transitions(let own, _),
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
    static let ifMatch = ifMatch(isRequired: true)

    static func ifMatch(isRequired: Bool) -> JSONValue {
        let tag = Schema.tagPattern
        return header(
            "If-Match", .text(pattern: "^(\\*|\(tag)(, \(tag))*)$"), isRequired: isRequired,
            "The ETag of the record as it was read.")
    }

    static let ifNoneThere = header(
        "If-None-Match", .choice(["*"]), "Makes the record, and only when there is none under this key.")
    static let prefer = header(
        "Prefer", Schema.text.with("examples", ["return=minimal"]),
        "With return=minimal the answer has no body (RFC 7240); what else stands here is passed over.")
    static let idempotencyKey = header(
        "Idempotency-Key", .text(pattern: "^[!-~]{1,200}$"), isRequired: true,
        "Names this post: the same key and body are answered again, not done again.")
    static let lastEventID = header(
        "Last-Event-ID", .integer(in: 0...Int64.max), "The last change that was received.")
}
