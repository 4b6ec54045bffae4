import JSON

/// What can be done next with a record that was made.
enum Links {
    static func of(_ resource: Resource) -> JSONObject {
        var links: JSONObject = ["read": link("get", resource)]
        guard resource.writing != nil else { return links }
        links["change"] = link("patch", resource, withTag: true)
        links["replace"] = link("put", resource, withTag: true)
        links["remove"] = link("delete", resource, withTag: true)
        return links
    }

    private static func link(_ verb: String, _ resource: Resource, withTag: Bool = false) -> JSONValue {
        var parameters: JSONObject = ["path.id": "$response.body#/id"]
        if withTag { parameters["header.If-Match"] = "$response.header.ETag" }
        return [
            "operationId": .string("\(verb)-v1-\(resource.path)-id"), "parameters": .object(parameters),
        ]
    }
}
