import HTTP
import JSON

extension OpenAPI {
    /// Fields of an answer that several answers carry.
    static let headers: JSONObject = [
        "ETag": header(Schema.tagPattern, "The strong validator of this answer."),
        "StreamETag": header(
            Schema.tagPattern, isRequired: false,
            "The strong validator of this answer; a long one that shows a part of the collection has none."),
        "Last-Modified": header(".+ GMT", "When the record was last changed."),
        "Content-Disposition": header("attachment; filename=\"[a-z.-]+\"", "A name for the file."),
        "Preference-Applied": header("return=minimal", "What of Prefer was done."),
        "Link": header("<[^>]+>; rel=\"next\"", isRequired: false, "The next page, when there is one."),
        "Location": header("/v1/[a-z-]+/[0-9]+", "Where the new record is."),
        "Cache-Control": header(".+", "What a cache may keep."),
        "Vary": header(".+", "The fields of the request that the answer depends on."),
        "Allow": header("[A-Z]+(, [A-Z]+)*", "The methods that can be used."),
        "Retry-After": header("[0-9]+", "Seconds after which it is worth trying again."),
        "WWW-Authenticate": header("Bearer.*", "How to say who calls."),
    ]

    private static func header(
        _ pattern: String, isRequired: Bool = true, _ about: String
    ) -> JSONValue {
        [
            "description": .string(about), "required": .bool(isRequired),
            "schema": .object(Schema.text(pattern: "^\(pattern)$").json),
        ]
    }

    static func fields(_ names: [String]) -> JSONValue {
        var fields = JSONObject()
        for name in names {
            let field = name == "StreamETag" ? "ETag" : name
            fields[field] = ["$ref": .string("#/components/headers/\(name)")]
        }
        return .object(fields)
    }

    /// Every refusal by its status, with the catalogue's own words as examples.
    static let responses: JSONObject = {
        var responses = JSONObject()
        for (status, problems) in Dictionary(grouping: Problem.samples, by: \.status).sorted(by: {
            $0.key < $1.key
        }) {
            responses["\(status)"] = refusal(status, problems)
        }
        responses["304"] = [
            "description": "The answer at hand is still the present one.",
            "headers": fields(["ETag", "Cache-Control"]),
        ]
        responses["minimal"] = [
            "description": "Done; Prefer asked for no body.",
            "headers": fields(["ETag", "Cache-Control", "Preference-Applied"]),
        ]
        return responses
    }()

    private static func refusal(_ status: UInt16, _ problems: [Problem]) -> JSONValue {
        var examples = JSONObject()
        for problem in problems {
            let body = problem.response(instance: "/v1/meetings", requestID: nil).body
            guard let value = try? JSONReader.read(body) else { continue }
            examples[problem.code] = ["summary": .string(problem.title), "value": value]
        }
        var names: [String] = ["Cache-Control"]
        for (name, label) in [
            ("allow", "Allow"), ("retry-after", "Retry-After"), ("www-authenticate", "WWW-Authenticate"),
        ] where problems.allSatisfy({ $0.fields.contains { "\($0.name)" == name } }) {
            names.append(label)
        }
        return [
            "description": .string(
                "\(Status(status).reason): " + problems.map(\.code).joined(separator: ", ")),
            "headers": fields(names),
            "content": [
                "application/problem+json": [
                    "schema": .object(Schema.component("Problem").json), "examples": .object(examples),
                ]
            ],
        ]
    }

    static func response(_ status: Int) -> JSONValue { response("\(status)") }

    static let minimal = response("minimal")

    private static func response(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/responses/\(name)")]
    }
}
