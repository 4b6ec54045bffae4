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
        let parameters = try PrettyParameter(request.query)
        guard let writing = resource.writing else { throw .methodNotAllowed(allow: "GET, HEAD, OPTIONS") }
        var fields = FieldReader(try Body.object(request))
        guard let draft = writing.read(&fields, .officer) else { throw .invalid(fields.problems.all) }
        submit(request, by: caller) { (transaction) throws(StoreError) in
            try Self.make(draft, of: resource, parameters, in: transaction)
        }
        return .deferred
    }

    private static func make(
        _ draft: any RecordDraft, of resource: Resource, _ parameters: PrettyParameter,
        in transaction: Transaction
    ) throws(StoreError) -> WriteDecision {
        var resolver = ReferenceResolver(transaction.connection)
        switch try transaction.create(draft, by: .officer, &resolver) {
        case .refused(let problems): return .refuse(.invalid(problems))
        case .changed(let id, _), .created(let id):
            var answer = try representation(of: resource, id, parameters, in: transaction)
            answer.status = .created
            answer.setData(.location, "/v1/\(resource.path)/\(id)")
            return .keep(answer)
        }
    }

    /// Changes a record by a merge patch (RFC 7396) on the version that If-Match names.
    func change(_ resource: Resource, _ key: String, by caller: Caller, _ request: Request) throws(Problem)
        -> Handling
    {
        try caller.require(.write)
        try Body.requireJSON(request)
        let parameters = try PrettyParameter(request.query)
        guard let id = try id(of: resource, key, for: caller.audience) else {
            throw .recordUnknown(resource.noun, key)
        }
        guard let tags = request.header("if-match") else { throw .preconditionRequired }
        let patch = try Body.object(request)
        try Self.checkNames(in: patch, of: resource)
        try write(resource, id, tags, parameters, by: caller, request) {
            (before) throws(Problem) in
            Self.merged(before, patch, resource)
        }
        return .deferred
    }

    /// Puts a whole record in place of the one that If-Match names: a field that is left out becomes what it is when
    /// nothing is said. With `If-None-Match: *` it makes a record under the key in the path.
    func put(_ resource: Resource, _ key: String, by caller: Caller, _ request: Request) throws(Problem)
        -> Handling
    {
        try caller.require(.write)
        try Body.requireJSON(request)
        let parameters = try PrettyParameter(request.query)
        let known = try id(of: resource, key, for: caller.audience)
        let body = try Body.object(request)
        if request.header("if-none-match")?.trimmingWhitespace == "*" {
            guard known == nil else { throw .recordExists(resource.noun, key) }
            return try create(resource, under: key, body, parameters, by: caller, request)
        }
        guard let id = known else { throw try missing(resource, key, for: caller) }
        guard let tags = request.header("if-match") else { throw .preconditionRequired }
        try Self.checkNames(in: body, of: resource, allowingReadOnly: true)
        try write(resource, id, tags, parameters, by: caller, request) {
            (before) throws(Problem) in
            try Self.replacing(before, body, resource)
        }
        return .deferred
    }

    /// Makes a record whose key is the last segment of the path.
    private func create(
        _ resource: Resource, under key: String, _ body: JSONObject, _ parameters: PrettyParameter,
        by caller: Caller, _ request: Request
    ) throws(Problem) -> Handling {
        guard let writing = resource.writing, Int64(key) == nil, let field = resource.keyField
        else { throw try missing(resource, key, for: caller) }
        let name = field.name.text
        var object = body
        if object[name] == nil { object[name] = .string(key) }
        guard object[name] == .string(key) else {
            throw .invalid([
                ValidationProblem(
                    pointer: "/\(name)", code: "key_differs",
                    message: "\(name) is the last part of the path, \"\(key)\".")
            ])
        }
        var fields = FieldReader(object)
        guard let draft = writing.read(&fields, .officer) else { throw .invalid(fields.problems.all) }
        submit(request, by: caller) { (transaction) throws(StoreError) in
            try Self.make(draft, of: resource, parameters, in: transaction)
        }
        return .deferred
    }

    /// Brings a record at the version that the tags name to what `whole` makes of it.
    private func write(
        _ resource: Resource, _ id: Int64, _ tags: String, _ parameters: PrettyParameter, by caller: Caller,
        _ request: Request, _ whole: @escaping @Sendable (JSONObject) throws(Problem) -> JSONObject
    ) throws(Problem) {
        guard let writing = resource.writing else { throw .methodNotAllowed(allow: "GET, HEAD, OPTIONS") }
        submit(request, by: caller) { (transaction) throws(StoreError) in
            guard EntityTag.names(version: try Self.version(of: resource, id, in: transaction), tags) else {
                return .refuse(.preconditionFailed)
            }
            let before = try Self.representation(of: resource, id, nil, in: transaction)
            var fields: FieldReader
            do throws(Problem) {
                fields = FieldReader(try whole(Self.object(before.body)))
            } catch {
                return .refuse(error)
            }
            guard let draft = writing.read(&fields, ReadingContext(source: .change)) else {
                return .refuse(.invalid(fields.problems.all))
            }
            var resolver = ReferenceResolver(transaction.connection)
            if case .refused(let problems) = try transaction.change(id, to: draft, by: .officer, &resolver) {
                return .refuse(.invalid(problems))
            }
            return .keep(try Self.representation(of: resource, id, parameters, in: transaction))
        }
    }

    /// Removes a record at the version that If-Match names. What is published, or what others refer to, stays.
    ///
    /// The change log keeps it: its history can still be read, and an officer who asks for it is told that it is gone.
    func delete(_ resource: Resource, _ key: String, by caller: Caller, _ request: Request) throws(Problem)
        -> Handling
    {
        try caller.require(.write)
        _ = try PrettyParameter(request.query)
        guard let id = try id(of: resource, key, for: caller.audience) else {
            throw try missing(resource, key, for: caller)
        }
        guard let tags = request.header("if-match") else { throw .preconditionRequired }
        submit(request, by: caller) { (transaction) throws(StoreError) in
            guard EntityTag.names(version: try Self.version(of: resource, id, in: transaction), tags) else {
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
        let parameters = try PrettyParameter(request.query)
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
            return .keep(try Self.representation(of: resource, id, parameters, in: transaction))
        }
        return .deferred
    }
}
