import JSON

extension Resource {
    /// A body that makes a record, or changes one where none are made.
    var inputExample: JSONValue? {
        guard let text = writing?.example.text else { return nil }
        guard let value = try? JSONReader.read(Array(text.utf8)) else {
            preconditionFailure("The example of \(path) is JSON.")
        }
        return value
    }

    /// A record as an answer shows it: what the example of a body says, and for the rest what its schema allows.
    var example: JSONValue {
        var example = JSONObject()
        for field in fields {
            let name = field.name.text
            let schema = field.schema(input: nil)
            let isReference = if case .reference = field.kind { true } else { false }
            let given = isReference ? nil : inputExample?[name]
            example[name] = given ?? Example.value(of: .object(schema.json))
        }
        return .object(example)
    }
}

/// The plainest value that a schema allows.
enum Example {
    static func value(of schema: JSONValue) -> JSONValue {
        if case .string(let reference)? = schema["$ref"] {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            if case .array(let examples)? = Schema.named.first(where: { $0.name == name })?.schema.json[
                "examples"]
            {
                return examples[0]
            }
            guard let resource = Resource.all.first(where: { OpenAPI.referenceName($0.path) == name }) else {
                return [:]
            }
            return ["id": 1, "label": nil, "href": .string("/v1/\(resource.path)/1")]
        }
        if case .array(let words)? = schema["enum"], let first = words.first { return first }
        if case .array(let choices)? = schema["anyOf"], let first = choices.first { return value(of: first) }
        if case .array? = schema["type"] { return nil }
        switch schema["type"] {
        case "integer", "number": return 1
        case "boolean": return true
        case "array": return []
        case "object":
            var object = JSONObject()
            if case .object(let properties)? = schema["properties"] {
                for member in properties.members { object[member.name] = value(of: member.value) }
            }
            return .object(object)
        default: return "text"
        }
    }
}
