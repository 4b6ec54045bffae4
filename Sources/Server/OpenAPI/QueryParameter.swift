import JSON

/// One parameter of the query of an address, declared where it is read.
struct QueryParameter: Sendable {
    let name: String
    let schema: Schema
    let about: String
    let isRequired: Bool

    init(_ name: String, _ schema: Schema, _ about: String, isRequired: Bool = false) {
        self.name = name
        self.schema = schema
        self.about = about
        self.isRequired = isRequired
    }

    var json: JSONValue {
        var object: JSONObject = [
            "name": .string(name), "in": "query", "description": .string(about),
            "schema": .object(schema.json),
        ]
        if isRequired { object["required"] = true }
        // Lists stand behind one name, with commas between.
        if schema.json["type"] == "array" { object["explode"] = false }
        return .object(object)
    }
}
