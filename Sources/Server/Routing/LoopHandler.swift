import Domain
import HTTP
import JSON
import Logging
import Store

/// Answers the requests of one loop: finds the endpoint, the caller and the answer.
///
/// Confined to its loop with the loop's own reader. Reads answer at once; writes go to the writer and are
/// answered from there through the request's ticket.
final class LoopHandler: RequestHandler {
    let services: Services
    let reader: Reader

    let wantsRecords: Bool
    private var tokens = TokenMemory()
    /// The request under hand, as the log names it.
    private var requestID: RequestID?
    /// Whose body is read, and the second in which the token was looked at.
    private var admitted: (request: RequestID, caller: Caller, second: Int64)?

    init(services: Services, reader: Reader) {
        self.services = services
        self.reader = reader
        wantsRecords = services.logger.logLevel <= .info
    }

    func batchBegins() {}

    /// Decides before a body is read whether it is worth reading.
    func admit(_ request: Request, _ response: inout Response) -> BodyAdmission {
        do throws(Problem) {
            return .read(limit: try byteLimit(for: request))
        } catch {
            refuse(error, request, &response)
            return .refuse
        }
    }

    func handle(_ request: Request, _ response: inout Response) -> Handling {
        requestID = request.id
        do throws(Problem) {
            let handling = try answer(request, &response)
            services.settings.crossOrigin.allow(on: &response, for: request.header("origin"))
            return handling
        } catch {
            refuse(error, request, &response)
            return .answered
        }
    }

    private func refuse(_ problem: Problem, _ request: Request, _ response: inout Response) {
        // Nothing that an answer had set already may stand on a refusal.
        response = Response()
        problem.write(to: &response, of: request)
        services.settings.crossOrigin.allow(on: &response, for: request.header("origin"))
    }

    func refuse(_ error: RequestError, _ request: RefusedRequest?, _ response: inout Response) {
        Problem(refusing: error).write(to: &response, requestID: request?.id)
        services.settings.crossOrigin.allow(on: &response, for: nil)
    }

    func finished(_ record: AccessRecord) { AccessLog.write(record, to: services.logger) }

    private func answer(_ request: Request, _ response: inout Response) throws(Problem) -> Handling {
        let path = request.path
        guard let endpoint = Routes.endpoint(path) else {
            throw .pathUnknown("/" + path.joined(separator: "/"), suggestion: Routes.suggestion(for: path))
        }
        if request.method == .options {
            // `OPTIONS *` asks about the server as a whole (RFC 9110, section 9.3.7).
            if path.isEmpty { return answerForAll(&response) }
            response.status = .noContent
            response.setData(.allow, endpoint.allow)
            services.settings.crossOrigin.allow(onPreflight: &response)
            return .answered
        }
        guard endpoint.takes(request.method) else { throw .methodNotAllowed(allow: endpoint.allow) }
        let caller = try caller(of: request)
        switch (request.method, endpoint) {
        case (.post, .undo(let key)): return try undoImport(key, by: caller, request)
        case (.post, .imports): return try postImport(by: caller, request, &response)
        case (.post, .collection(let resource, _)): return try create(resource, by: caller, request)
        case (.post, .transitions(let resource, let key)):
            return try transition(resource, key, by: caller, request)
        case (.put, .record(let resource, let key)):
            return try put(resource, key, by: caller, request)
        case (.patch, .record(let resource, let key)):
            return try change(resource, key, by: caller, request)
        case (.delete, .record(let resource, let key)):
            return try delete(resource, key, by: caller, request)
        case (_, .changeStream): return try streamChanges(for: caller, request, &response)
        case (_, .changes): return try listChanges(for: caller, request, &response)
        default: return try read(endpoint, for: caller, request, &response)
        }
    }

    private func answerForAll(_ response: inout Response) -> Handling {
        response.status = .noContent
        response.set(.allow, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
        return .answered
    }

    private func read(
        _ endpoint: Endpoint, for caller: Caller, _ request: Request, _ response: inout Response
    ) throws(Problem) -> Handling {
        switch endpoint {
        case .home: try show(HomePage.page, request, &response)
        case .docs: try show(DocsPage.page, request, &response)
        case .openAPI: try give(OpenAPI.body, as: "application/json", request, &response)
        case .health: Health.writeAlive(to: &response)
        case .ready: try writeReadiness(to: &response)
        case .index:
            try requireReading(caller)
            try writeIndex(request, &response)
        case .search: try search(for: caller, request, &response)
        case .collection(let resource, let format):
            return try list(resource, format, for: caller, request, &response)
        case .imports: return try list(.imports, nil, for: caller, request, &response)
        case .members(let resource, let owner, let key, let parent, let format):
            return try list(
                members: resource, of: owner, key, parent, format, for: caller, request, &response)
        case .record(let resource, let key): try show(resource, key, for: caller, request, &response)
        case .history(let resource, let key): try showHistory(resource, key, for: caller, request, &response)
        case .changes, .changeStream, .transitions, .undo: throw .methodNotAllowed(allow: endpoint.allow)
        }
        return .answered
    }

    /// Who is calling, by the bearer token if there is one. A token that is not valid is refused, never ignored.
    private func caller(of request: Request) throws(Problem) -> Caller {
        // Most bodies come with their head. For one that came slowly the token is looked at again: it may be revoked.
        if let admitted, admitted.request == request.id, admitted.second == services.clock().seconds {
            return admitted.caller
        }
        guard let field = request.header("authorization") else { return .anonymous }
        guard let caller = try bearer(field) else {
            guard let wait = services.failedTokens.note(request.remoteAddress, at: services.clock().seconds)
            else {
                throw .badToken
            }
            throw .tooManyBadTokens(wait)
        }
        return caller
    }

    private func bearer(_ field: String) throws(Problem) -> Caller? {
        let parts = field.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1).map(Substring.init)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        guard let sent = Token.Sent(String(parts[1])) else { return nil }
        let found = try stored { () throws(StoreError) in
            try tokens.issued(sent.number, on: reader.connection, services.writer.trail)
        }
        guard let issued = found, sent.isValid(as: issued, at: services.clock()) else { return nil }
        return issued.bearer
    }

    /// Reading without a token may be switched off; then it takes one that is made for reading.
    func requireReading(_ caller: Caller) throws(Problem) {
        if services.settings.allowsAnonymousReading || caller.audience == .officer { return }
        try caller.require(.readMember)
    }

    /// A body is read only where it is wanted, by someone who may send it, in a form that is understood.
    private func byteLimit(for request: Request) throws(Problem) -> Int {
        let path = request.path
        guard let endpoint = Routes.endpoint(path) else {
            throw .pathUnknown("/" + path.joined(separator: "/"), suggestion: Routes.suggestion(for: path))
        }
        guard endpoint.takes(request.method) else { throw .methodNotAllowed(allow: endpoint.allow) }
        // A body of a reading request means nothing; a small one is read and dropped.
        if [.get, .head, .options].contains(request.method) { return 4_096 }
        let isImport =
            switch endpoint {
            case .imports, .undo: true
            default: false
            }
        let caller = try caller(of: request)
        try caller.require(isImport ? .import : .write)
        admitted = (request.id, caller, services.clock().seconds)
        try Body.requireJSON(request)
        return isImport ? services.settings.importByteLimit : services.settings.recordByteLimit
    }

    /// Runs something on the store. Its failures become problems; the cause of an unexpected one goes to the log.
    func stored<Answer>(_ body: () throws(StoreError) -> Answer) throws(Problem) -> Answer {
        do throws(StoreError) {
            return try body()
        } catch {
            throw services.problem(for: error, of: requestID)
        }
    }
}

extension Services {
    /// The problem a client sees for a failure of the store, whose cause is written to the log.
    func problem(for error: StoreError, of request: RequestID?) -> Problem {
        let problem = Problem(error)
        if problem.status >= 500 {
            logger.error("store: \(error)", metadata: ["id": "\(request.map { "\($0)" } ?? "-")"])
        }
        return problem
    }
}
