import Domain
import HTTP
import JSON
import Store

/// Making and changing single records. The body is read and checked on the loop; the writer does the rest and
/// answers from its own queue once the commit is on the disk.
extension LoopHandler {
    func create(_ resource: Resource, by caller: Caller, _ request: Request) throws(Problem) -> Handling {
        try caller.require(.write)
        try Body.requireJSON(request)
        guard let writing = resource.writing else { throw .methodNotAllowed(allow: "GET, HEAD, OPTIONS") }
        var fields = FieldReader(try Body.object(request))
        guard let draft = writing.read(&fields, .officer) else { throw .invalid(fields.problems.all) }
        submit(request, by: caller) { (transaction) throws(StoreError) in
            var resolver = ReferenceResolver(transaction.connection)
            switch try transaction.create(draft, by: .officer, &resolver) {
            case .refused(let problems): return .refuse(.invalid(problems))
            case .changed(let id, _), .created(let id):
                var answer = try Self.representation(of: resource, id, in: transaction)
                answer.status = .created
                answer.setData(.location, "/v1/\(resource.path)/\(id)")
                return .keep(answer)
            }
        }
        return .deferred
    }

    /// Changes a record by a merge patch (RFC 7396) on the version that If-Match names.
    func change(_ resource: Resource, _ key: String, by caller: Caller, _ request: Request) throws(Problem)
        -> Handling
    {
        try caller.require(.write)
        try Body.requireJSON(request)
        guard let writing = resource.writing else { throw .methodNotAllowed(allow: "GET, HEAD, OPTIONS") }
        guard let id = try id(of: resource, key, for: caller.audience) else {
            throw .recordUnknown(resource.noun, key)
        }
        guard let tag = request.header("if-match") else { throw .preconditionRequired }
        let patch = try Body.object(request)
        try Self.checkNames(in: patch, of: resource)
        submit(request, by: caller) { (transaction) throws(StoreError) in
            let before = try Self.representation(of: resource, id, in: transaction)
            guard EntityTag.matches(EntityTag.of(before.body), tag, weakly: false) else {
                return .refuse(.preconditionFailed)
            }
            var fields = FieldReader(Self.merged(before.body, patch, resource))
            guard let draft = writing.read(&fields, ReadingContext(source: .change)) else {
                return .refuse(.invalid(fields.problems.all))
            }
            var resolver = ReferenceResolver(transaction.connection)
            if case .refused(let problems) = try transaction.change(id, to: draft, by: .officer, &resolver) {
                return .refuse(.invalid(problems))
            }
            return .keep(try Self.representation(of: resource, id, in: transaction))
        }
        return .deferred
    }

    /// Removes a record at the version that If-Match names. What is published, or what others refer to, stays.
    ///
    /// The change log keeps it: its history can still be read, and an officer who asks for it is told that it is gone.
    func delete(_ resource: Resource, _ key: String, by caller: Caller, _ request: Request) throws(Problem)
        -> Handling
    {
        try caller.require(.write)
        guard let id = try id(of: resource, key, for: caller.audience) else {
            throw try missing(resource, key, for: caller)
        }
        guard let tag = request.header("if-match") else { throw .preconditionRequired }
        submit(request, by: caller) { (transaction) throws(StoreError) in
            let before = try Self.representation(of: resource, id, in: transaction)
            guard EntityTag.matches(EntityTag.of(before.body), tag, weakly: false) else {
                return .refuse(.preconditionFailed)
            }
            do throws(StoreError) {
                try transaction.delete(id, from: resource.table)
            } catch {
                guard case .constraint(let violation) = error, violation.kind == .foreignKey else {
                    throw error
                }
                return .refuse(.inUse(resource.noun))
            }
            var answer = Response()
            answer.status = .noContent
            return .keep(answer)
        }
        return .deferred
    }

    /// Moves a record to another state, if its state machine has that step.
    func transition(
        _ resource: Resource, _ key: String, by caller: Caller, _ request: Request
    ) throws(Problem) -> Handling {
        try caller.require(.write)
        try Body.requireJSON(request)
        guard let machine = StateMachine.of(resource) else { throw .methodNotAllowed(allow: "OPTIONS") }
        guard let id = try id(of: resource, key, for: caller.audience) else {
            throw .recordUnknown(resource.noun, key)
        }
        var fields = FieldReader(try Body.object(request))
        let step = TransitionInput(&fields, of: machine)
        fields.finish()
        guard let step, !fields.problems.hasErrors else { throw .invalid(fields.problems.all) }
        let (target, note) = (step.target, step.note)
        let actor = caller.name
        submit(request, by: caller) { (transaction) throws(StoreError) in
            guard let current = try transaction.state(of: id, in: resource.table) else {
                return .refuse(.internalFailure)
            }
            if let problem = Problem.refusing(machine, resource.noun, from: current, to: target, note: note) {
                return .refuse(problem)
            }
            try transaction.move(id, in: resource.table, from: current, to: target, note: note, actor: actor)
            return .keep(try Self.representation(of: resource, id, in: transaction))
        }
        return .deferred
    }

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
        services.writer.submit(by: caller.name) {
            (transaction) throws(StoreError) -> Writer.Decision<Response> in
            switch try job(transaction) {
            case .keep(let response): return .keep(response)
            case .refuse(let problem):
                return .discard(problem.response(instance: instance, requestID: requestID))
            }
        } completion: { outcome in
            switch outcome {
            case .success(let response): ticket.answer(response)
            case .failure(let error):
                ticket.answer(
                    services.problem(for: error, of: requestID).response(
                        instance: instance, requestID: requestID))
            }
        }
    }

    /// The record as the open transaction sees it, as an officer would read it.
    static func representation(
        of resource: Resource, _ id: Int64, in transaction: Transaction
    ) throws(StoreError) -> Response {
        let representation = Representation(resource, for: .officer)
        let reader = Reader(sharing: transaction.connection)
        var json = JSONWriter()
        try reader.read(resource.wholeRecord, [.integer(id)]) { (row) throws(StoreError) in
            try representation.write(row, with: reader, to: &json)
        }
        var response = Response()
        response.body = json.finish()
        response.set(.contentType, "application/json")
        response.set(.cacheControl, "private, no-cache")
        response.setData(.etag, EntityTag.of(response.body))
        return response
    }

    /// A patch may hold only what a client can set.
    private static func checkNames(in patch: JSONObject, of resource: Resource) throws(Problem) {
        let writable = resource.fields.filter(\.isWritable).map(\.name.text)
        let all = resource.fields.map(\.name.text)
        var problems: [ValidationProblem] = []
        for member in patch.members where !writable.contains(member.name) {
            let isReadOnly = all.contains(member.name)
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

    /// The writable part of the record as it is, with the patch merged in.
    private static func merged(_ body: [UInt8], _ patch: JSONObject, _ resource: Resource) -> JSONObject {
        guard case .object(let whole)? = try? JSONReader.read(body) else {
            preconditionFailure("A representation of ours is a JSON object.")
        }
        var object = JSONObject()
        for field in resource.fields where field.isWritable {
            object[field.name.text] = whole[field.name.text]
        }
        guard case .object(let merged) = JSONValue.mergePatch(.object(object), .object(patch)) else {
            preconditionFailure("An object merged with an object is an object.")
        }
        return merged
    }
}
