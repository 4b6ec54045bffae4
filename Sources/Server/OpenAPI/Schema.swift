import JSON

/// A JSON Schema as OpenAPI 3.1 uses it (JSON Schema, draft 2020-12).
///
/// What a field shows, what a body may hold and what a parameter takes are all said with these few words.
struct Schema: Sendable {
    private(set) var json: JSONObject

    init(_ json: JSONObject) { self.json = json }

    static let flag = Schema(["type": "boolean"])
    static let decimal = Schema(["type": "number"])
    static let any = Schema([:])
    static let text = Schema(["type": "string"])

    /// Text that is not blank and not too long.
    static func text(limit: Int) -> Schema {
        Schema([
            "type": "string", "minLength": 1, "maxLength": .number(JSONNumber(Int64(limit))),
            "pattern": "\\S",
        ])
    }

    static func text(pattern: String) -> Schema {
        Schema(["type": "string", "pattern": .string(pattern)])
    }

    static func integer(in range: ClosedRange<Int64>) -> Schema {
        Schema([
            "type": "integer", "minimum": .number(JSONNumber(range.lowerBound)),
            "maximum": .number(JSONNumber(range.upperBound)),
        ])
    }

    static let integer = Schema(["type": "integer"])
    /// The number of a record.
    static let identifier = integer(in: 1...Int64.max)

    static func choice(_ words: [String]) -> Schema {
        Schema(["type": "string", "enum": .array(words.map(JSONValue.string))])
    }

    static func list(of element: Schema, limit: Int? = nil) -> Schema {
        var json: JSONObject = ["type": "array", "items": .object(element.json)]
        if let limit { json["maxItems"] = .number(JSONNumber(Int64(limit))) }
        return Schema(json)
    }

    /// Another schema of the document.
    static func component(_ name: String) -> Schema {
        Schema(["$ref": .string("#/components/schemas/\(name)")])
    }

    static func anyOf(_ schemas: [Schema]) -> Schema {
        Schema(["anyOf": .array(schemas.map { .object($0.json) })])
    }

    /// - Parameter isClosed: whether a member that is not named is refused.
    static func object(
        _ members: [(name: String, schema: Schema)], required: [String], isClosed: Bool = false
    ) -> Schema {
        var properties = JSONObject()
        for member in members { properties[member.name] = .object(member.schema.json) }
        var json: JSONObject = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { json["required"] = .array(required.map(JSONValue.string)) }
        if isClosed { json["additionalProperties"] = false }
        return Schema(json)
    }

    /// The same, or null.
    var orNull: Schema {
        guard case .string(let type)? = json["type"] else { return .anyOf([self, Schema(["type": "null"])]) }
        var json = json
        json["type"] = [.string(type), "null"]
        if case .array(let words)? = json["enum"] { json["enum"] = .array(words + [.null]) }
        return Schema(json)
    }

    func about(_ words: String) -> Schema { with("description", .string(words)) }

    func with(_ name: String, _ value: JSONValue) -> Schema {
        var json = json
        json[name] = value
        return Schema(json)
    }
}
