import Domain
import HTTP
import JSON

/// One method of one path, as the document describes it.
struct Operation {
    private(set) var json: JSONObject = [:]

    /// Refusals that any request can meet, whatever it asks for.
    private static let everywhere = [400, 401, 405, 408, 413, 414, 417, 421, 429, 431, 500, 501, 503, 505]

    init(_ method: HTTP.Method, _ endpoint: Endpoint, _ path: [String]) {
        let words = OperationWords(method, endpoint)
        json["operationId"] = .string(words.id(path))
        json["summary"] = .string(words.summary)
        json["tags"] = [.string(endpoint.tag)]
        let parameters = OpenAPI.key(in: endpoint, method) + Self.parameters(method, endpoint)
        if !parameters.isEmpty { json["parameters"] = .array(parameters) }
        if let body = Self.body(method, endpoint) { json["requestBody"] = body }
        json["security"] = Self.security(method, endpoint)
        json["responses"] = .object(Self.responses(method, endpoint))
    }

    private static let pretty = PrettyParameter.declared.json

    private static func parameters(_ method: HTTP.Method, _ endpoint: Endpoint) -> [JSONValue] {
        switch (method, endpoint) {
        case (.options, _): []
        case (.post, .imports): [LoopHandler.dryRun.json, OpenAPI.idempotencyKey]
        case (.post, _): [pretty, OpenAPI.prefer]
        case (.put, .record(let resource, _)):
            resource.keyField == nil
                ? [OpenAPI.ifMatch, pretty, OpenAPI.prefer]
                : [OpenAPI.ifMatch(isRequired: false), OpenAPI.ifNoneThere, pretty, OpenAPI.prefer]
        case (.patch, _): [OpenAPI.ifMatch, pretty, OpenAPI.prefer]
        case (.delete, _): [OpenAPI.ifMatch, pretty]
        case (_, .collection(let resource, let format)), (_, .members(let resource, _, _, _, let format)):
            OpenAPI.list(resource, in: format ?? .json) + [OpenAPI.ifNoneMatch]
        case (_, .imports): OpenAPI.list(.imports, in: .json) + [OpenAPI.ifNoneMatch]
        case (_, .record(let resource, _)): OpenAPI.record(resource) + [OpenAPI.ifNoneMatch]
        case (_, .search): SearchParameters.declared.map(\.json) + [OpenAPI.ifNoneMatch]
        case (_, .changes): ChangesParameters.declared.map(\.json)
        case (_, .changeStream): ChangesParameters.declaredForStream.map(\.json) + [OpenAPI.lastEventID]
        case (_, .history): [pretty, OpenAPI.ifNoneMatch]
        case (_, .index), (_, .openAPI), (_, .home), (_, .docs): [OpenAPI.ifNoneMatch]
        default: []
        }
    }

    private static func body(_ method: HTTP.Method, _ endpoint: Endpoint) -> JSONValue? {
        switch (method, endpoint) {
        case (.post, .imports): content("application/json", .component("Pack"), nil)
        case (.post, .collection(let resource, _)):
            content("application/json", .component(resource.schemaName + "Input"), resource.inputExample)
        case (.put, .record(let resource, _)):
            content("application/json", .component(resource.schemaName + "Whole"), resource.inputExample)
        case (.patch, .record(let resource, _)):
            content(
                "application/merge-patch+json", .component(resource.schemaName + "Patch"),
                resource.writing?.makesAndRemoves == false ? resource.inputExample : [:])
        case (.post, .transitions(let resource, _)):
            StateMachine.of(resource).map { machine in
                let first = machine.allowed(from: machine.states[0]).first ?? machine.states[0]
                return content(
                    "application/json", TransitionInput.shape(of: machine).schema,
                    ["to": .string(first)])
            }
        default: nil
        }
    }

    private static func content(_ type: String, _ schema: Schema, _ example: JSONValue?) -> JSONValue {
        var media: JSONObject = ["schema": .object(schema.json)]
        if let example { media["example"] = example }
        // A merge patch may be called plain JSON too.
        let types = type == "application/json" ? [type] : [type, "application/json"]
        var content = JSONObject()
        for type in types { content[type] = .object(media) }
        return ["required": true, "content": .object(content)]
    }

    private static func security(_ method: HTTP.Method, _ endpoint: Endpoint) -> JSONValue {
        let reads: [HTTP.Method] = [.get, .head]
        if method == .options { return [] }
        let bearer: JSONValue = ["bearer": []]
        return reads.contains(method) && !endpoint.isForBearers ? [[:], bearer] : [bearer]
    }

    private static func responses(_ method: HTTP.Method, _ endpoint: Endpoint) -> JSONObject {
        var responses = JSONObject()
        let answer = OperationAnswer(method, endpoint)
        responses["\(answer.status)"] = answer.json
        if case .imports = endpoint, method == .post { responses["200"] = OperationAnswer.rehearsed.json }
        if answer.canBeMinimal { responses["204"] = OpenAPI.minimal }
        if case .record(let resource, _) = endpoint, method == .put, resource.keyField != nil {
            responses["201"] = OperationAnswer(.post, .collection(resource, nil)).json
        }
        for status in (answer.refusals + everywhere).sorted() where method != .head || status != 405 {
            responses["\(status)"] = OpenAPI.response(status)
        }
        return responses
    }
}
