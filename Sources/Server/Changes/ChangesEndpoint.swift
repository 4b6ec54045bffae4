import Domain
import HTTP
import JSON
import Store

/// The change feed and the history of a record.
///
/// The feed tells everybody what happened to the records they may see now. A history shows what was recorded before,
/// also of what is withheld now, so it is for officers.
extension LoopHandler {
    /// `GET /v1/changes`: what changed since a number, now or as soon as something does.
    func listChanges(
        for caller: Caller, _ request: Request, _ response: inout Response
    ) throws(Problem) -> Handling {
        try requireReading(caller)
        let parameters = try ChangesParameters(request.query, for: caller.audience)
        let page = try stored { () throws(StoreError) in try ChangePage(parameters, from: reader) }
        let isAnswer = !page.isEmpty || parameters.wait == 0 || request.method == .head
        if !isAnswer,
            services.changeWatch.wait(
                for: parameters, request.ticket, answer: { Self.answer($0, parameters) })
        {
            return .deferred
        }
        response = Self.answer(page, parameters)
        return .answered
    }

    /// `GET /v1/changes/stream`: every change behind a number, and every further one as it is made.
    func streamChanges(
        for caller: Caller, _ request: Request, _ response: inout Response
    ) throws(Problem) -> Handling {
        try requireReading(caller)
        let parameters = try ChangesParameters(request.query, for: caller.audience, isStream: true)
        var since = parameters.since
        // What a browser sends when it connects again stands before what the address says.
        if let last = request.header("last-event-id") {
            guard let number = Int64(last), number >= 0 else {
                throw .malformed("last_event_id_invalid", "Last-Event-ID is the number of a change.")
            }
            since = number
        }
        guard let subscription = services.changeWatch.follow(request.ticket) else {
            throw .unavailable("Too many clients follow the changes already.")
        }
        response.set(.contentType, "text/event-stream")
        response.set(.cacheControl, "private, no-store")
        response.set(.vary, "Authorization")
        return .streaming(
            ChangeStream(since: since, parameters, reader: reader, subscription: subscription))
    }

    private static func answer(_ page: ChangePage, _ parameters: ChangesParameters) -> Response {
        var response = Response()
        response.body = page.body(pretty: parameters.isPretty)
        response.set(.contentType, "application/json")
        response.set(.cacheControl, "private, no-store")
        response.set(.vary, "Authorization")
        return response
    }

    /// `GET /v1/{collection}/{id}/history`: every version of a record, also of one that is gone.
    func showHistory(
        _ resource: Resource, _ key: String, for caller: Caller, _ request: Request,
        _ response: inout Response
    ) throws(Problem) {
        try caller.requireOfficer()
        let isPretty = try Self.wantsPretty(request.query)
        let known = Int64(key) == nil ? try id(of: resource, key, for: caller.audience) : Int64(key)
        guard let id = known else { throw .recordUnknown(resource.noun, key) }
        let changes = try stored { () throws(StoreError) in
            try reader.history(of: id, in: resource.path.text, limit: 1_000)
        }
        guard !changes.isEmpty else { throw .recordUnknown(resource.noun, key) }
        var json = JSONWriter(reusing: response.takeBody(), pretty: isPretty)
        json.beginObject()
        json.key("data")
        json.beginArray()
        for change in changes { json.write(change, .shown, for: caller.audience) }
        json.endArray()
        json.endObject()
        response.body = json.finish()
        finish(&response, for: caller, request)
    }

    private static func wantsPretty(_ query: [(name: String, value: String)]) throws(Problem) -> Bool {
        let problems = query.compactMap { parameter -> ProblemEntry? in
            let pretty = QueryParameter.pretty.name
            if parameter.name != pretty {
                return ProblemEntry(
                    .parameter(parameter.name), "parameter_unknown",
                    "A history knows no parameter \"\(parameter.name)\".", allowed: [pretty],
                    suggestion: nearestName(to: parameter.name, in: [pretty]))
            }
            if parameter.value == "1" { return nil }
            return ProblemEntry(
                .parameter(pretty), "choice_unknown", "pretty is 1, or left out.", allowed: ["1"])
        }
        guard problems.isEmpty else { throw .parameters(problems) }
        return !query.isEmpty
    }
}
