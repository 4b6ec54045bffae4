import Domain
import HTTP
import JSON
import Store

/// How a write reaches the writer and what is answered about it.
extension LoopHandler {
    /// What a write job decides.
    enum WriteDecision: Sendable {
        case keep(Response)
        case refuse(Problem)
    }

    /// Hands a job to the writer; its answer reaches the client through the request's ticket.
    func submit(
        _ request: Request, by caller: Caller,
        _ job: @escaping @Sendable (Transaction) throws(StoreError) -> WriteDecision
    ) {
        let ticket = request.ticket
        let services = services
        let instance = request.targetText
        let requestID = request.id
        let origin = request.header("origin")
        let isMinimal = Self.prefersMinimal(request)
        @Sendable func answer(_ response: Response) {
            var response = response
            services.settings.crossOrigin.allow(on: &response, for: origin)
            ticket.answer(response)
        }
        services.writer.submit(by: caller.name) {
            (transaction) throws(StoreError) -> Writer.Decision<Response> in
            switch try job(transaction) {
            case .keep(let response): return .keep(isMinimal ? Self.minimal(response) : response)
            case .refuse(let problem):
                return .discard(problem.response(instance: instance, requestID: requestID))
            }
        } completion: { outcome in
            switch outcome {
            case .success(let response): answer(response)
            case .failure(let error):
                answer(
                    services.problem(for: error, of: requestID).response(
                        instance: instance, requestID: requestID))
            }
        }
    }

    /// Whether the client wants to hear no more than that it is done (RFC 7240, section 4.2).
    private static func prefersMinimal(_ request: Request) -> Bool {
        let preferences = (request.header("prefer") ?? "").split(separator: ",").map {
            String($0.split(separator: ";").first ?? "").trimmingWhitespace.lowercased()
        }
        return preferences.contains("return=minimal") || preferences.contains("return=\"minimal\"")
    }

    /// The answer without its body; ETag and Location stay.
    private static func minimal(_ response: Response) -> Response {
        guard !response.body.isEmpty else { return response }
        var minimal = response
        minimal.body = []
        if minimal.status == .ok { minimal.status = .noContent }
        minimal.remove(.contentType)
        minimal.set(.preferenceApplied, "return=minimal")
        return minimal
    }

    /// The record as the open transaction sees it, as an officer would read it.
    static func representation(
        of resource: Resource, _ id: Int64, _ parameters: PrettyParameter?, in transaction: Transaction
    ) throws(StoreError) -> Response {
        let representation = Representation(resource, for: .officer)
        let reader = Reader(sharing: transaction.connection)
        let versionColumn = resource.fields.reduce(0) { $0 + $1.columns.count }
        var json = JSONWriter(pretty: parameters?.isPretty ?? false)
        var guardian = EmbeddingGuard()
        var version: Int64?
        var updated: OffsetDateTime?
        try reader.read(resource.wholeRecord, [.integer(id)]) { (row) throws(StoreError) in
            if resource.hasProvenance {
                version = row.integer(versionColumn)
                updated = row.text(versionColumn + 1).flatMap { OffsetDateTime($0) }
            }
            try representation.write(row, with: reader, to: &json, &guardian)
        }
        var response = Response()
        response.body = json.finish()
        response.set(.contentType, "application/json")
        response.set(.cacheControl, "private, no-cache")
        response.setData(.etag, EntityTag(of: response.body, version: version).text())
        if let updated { response.setData(.lastModified, DateField.text(updated.instant.seconds)) }
        return response
    }

    /// The version of a record that is known to exist when the transaction begins; 0 when it has gone since.
    static func version(
        of resource: Resource, _ id: Int64, in transaction: Transaction
    ) throws(StoreError) -> Int64 {
        try transaction.connection.integer(
            "SELECT version FROM \(resource.table) WHERE id = ?", [.integer(id)]) ?? 0
    }

    /// A patch may hold only what a client can set; a whole record may also hold what it cannot.
    static func checkNames(
        in patch: JSONObject, of resource: Resource, allowingReadOnly: Bool = false
    ) throws(Problem) {
        let writable = resource.fields.filter(\.isWritable).map(\.name.text)
        let all = resource.fields.map(\.name.text)
        var problems: [ValidationProblem] = []
        for member in patch.members where !writable.contains(member.name) {
            let isReadOnly = all.contains(member.name)
            if isReadOnly, allowingReadOnly { continue }
            let isState = member.name == "state" && StateMachine.of(resource) != nil
            let message =
                isState
                ? "The state is moved by POST /v1/\(resource.path)/{id}/transitions."
                : isReadOnly
                    ? "\(member.name) cannot be changed." : "There is no field \"\(member.name)\" here."
            problems.append(
                ValidationProblem(
                    pointer: "/\(member.name.escapedForPointer)",
                    code: isReadOnly ? "field_read_only" : "field_unknown",
                    message: message, allowed: writable,
                    suggestion: isReadOnly ? nil : nearestName(to: member.name, in: writable)))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    static func object(_ body: [UInt8]) -> JSONObject {
        guard case .object(let whole)? = try? JSONReader.read(body) else {
            preconditionFailure("A representation of ours is a JSON object.")
        }
        return whole
    }

    /// The writable part of the record as it is, with the patch merged in.
    static func merged(_ whole: JSONObject, _ patch: JSONObject, _ resource: Resource) -> JSONObject {
        var object = JSONObject()
        for field in resource.fields where field.isWritable {
            object[field.name.text] = whole[field.name.text]
        }
        guard case .object(let merged) = JSONValue.mergePatch(.object(object), .object(patch)) else {
            preconditionFailure("An object merged with an object is an object.")
        }
        return merged
    }

    /// The writable part of a new whole. What nobody can set may stand in it as it was read, and must not differ.
    static func replacing(
        _ whole: JSONObject, _ body: JSONObject, _ resource: Resource
    ) throws(Problem) -> JSONObject {
        var object = JSONObject()
        var problems: [ValidationProblem] = []
        for field in resource.fields {
            let name = field.name.text
            guard let value = body[name] else { continue }
            if field.isWritable {
                object[name] = value
            } else if value != whole[name] {
                problems.append(
                    ValidationProblem(
                        pointer: "/\(name)", code: "field_read_only",
                        message: "\(name) cannot be changed. Leave it out, or send it as it was read."))
            }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return object
    }
}
