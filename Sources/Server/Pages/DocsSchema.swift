import JSON

/// A schema in a few words: "text or null", "one of: a, b".
struct DocsSchema {
    let words: String

    init(_ schema: JSONValue?) { words = Self.words(schema ?? .null) }

    private static func words(_ schema: JSONValue) -> String {
        if case .string(let reference)? = schema["$ref"] {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            return name.escapedForHTML
        }
        if case .array(let choices)? = schema["anyOf"] {
            return choices.map(words).joined(separator: " or ")
        }
        if case .array(let choices)? = schema["enum"] {
            return "one of: " + choices.map(choice).joined(separator: ", ")
        }
        if case .array(let types)? = schema["type"] {
            return types.map { type in words(merged(schema, type)) }.joined(separator: " or ")
        }
        switch schema["type"] {
        case "string": return bounded("text", schema, "maxLength", "of at most", "characters")
        case "integer": return range(schema)
        case "number": return "number"
        case "boolean": return "true or false"
        case "array": return "list of: " + words(schema["items"] ?? .null)
        case "null": return "null"
        case "object":
            let names = DocsSection.members(schema["properties"]).map(\.name.escapedForHTML)
            return names.isEmpty ? "object" : "object of " + names.joined(separator: ", ")
        default: return "anything"
        }
    }

    private static func choice(_ value: JSONValue) -> String {
        if case .string(let text) = value { "<code>\(text.escapedForHTML)</code>" } else { "null" }
    }

    private static func bounded(
        _ noun: String, _ schema: JSONValue, _ name: String, _ before: String, _ after: String
    ) -> String {
        guard case .number(let limit)? = schema[name] else { return noun }
        return "\(noun) \(before) \(limit.text) \(after)"
    }

    private static func range(_ schema: JSONValue) -> String {
        guard case .number(let low)? = schema["minimum"], case .number(let high)? = schema["maximum"],
            high.text.count < 12
        else { return "whole number" }
        return "whole number from \(low.text) to \(high.text)"
    }

    private static func merged(_ schema: JSONValue, _ type: JSONValue) -> JSONValue {
        guard case .object(var object) = schema else { return schema }
        object["type"] = type
        return .object(object)
    }
}
