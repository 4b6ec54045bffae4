import Domain
import HTTP

/// Every refusal the service gives, in one place.
extension Problem {
    static func malformed(_ code: String, _ detail: String) -> Problem {
        Problem(status: 400, code: code, title: "The request cannot be read", detail: detail)
    }

    static func parameters(_ entries: [ProblemEntry]) -> Problem {
        Problem(
            status: 400, code: "parameters_invalid", title: "The query has parameters that cannot be used",
            detail: entries.map(\.message).joined(separator: " "), entries: entries)
    }

    static func invalid(_ problems: [ValidationProblem]) -> Problem {
        let errors = problems.filter { $0.severity == .error }
        return Problem(
            status: 422, code: "invalid_record", title: "The record breaks rules",
            detail: errors.count == 1
                ? errors[0].message : "\(errors.count) things must be mended; errors lists each.",
            entries: errors.map { ProblemEntry($0) })
    }

    static let unauthenticated = Problem(
        status: 401, code: "token_missing", title: "A token is needed",
        detail: "Send a token: Authorization: Bearer TOKEN. \"scrutiny token create\" makes one.",
        fields: [("www-authenticate", "Bearer")])

    static let badToken = Problem(
        status: 401, code: "token_invalid", title: "The token is not valid",
        detail: "The token is unknown, expired or revoked. Ask for a new one.",
        fields: [("www-authenticate", "Bearer error=\"invalid_token\"")])

    static func tooManyBadTokens(_ seconds: Int) -> Problem {
        Problem(
            status: 429, code: "too_many_bad_tokens", title: "Too many tokens were not valid",
            detail:
                "Too many tokens from this address were not valid. Wait \(seconds) seconds, and send a valid one.",
            fields: [("retry-after", "\(seconds)")])
    }

    static func forbidden(needs scope: Scope) -> Problem {
        Problem(
            status: 403, code: "scope_missing", title: "The token may not do this",
            detail: "This needs a token with the scope \"\(scope.rawValue)\".")
    }

    static func pathUnknown(_ path: String, suggestion: String?) -> Problem {
        let hint = suggestion.map { " Did you mean \($0)?" } ?? ""
        return Problem(
            status: 404, code: "path_unknown", title: "There is nothing at this path",
            detail: "\(path) is not a path of this service.\(hint) GET /v1 lists the collections.",
            entries: [])
    }

    static func recordUnknown(_ noun: StaticString, _ key: String) -> Problem {
        Problem(
            status: 404, code: "record_unknown", title: "There is no such record",
            detail: "There is no \(noun) \"\(key)\".")
    }

    static func gone(_ noun: StaticString, _ path: StaticString, _ id: Int64) -> Problem {
        Problem(
            status: 410, code: "record_gone", title: "The record was removed",
            detail: "The \(noun) \(id) was removed. GET /v1/\(path)/\(id)/history shows what it was.")
    }

    static func inUse(_ noun: StaticString) -> Problem {
        .conflict("record_in_use", "Other records refer to this \(noun). Remove or change those first.")
    }

    static func methodNotAllowed(allow: String) -> Problem {
        Problem(
            status: 405, code: "method_not_allowed", title: "The method cannot be used here",
            detail: "This path takes \(allow).", fields: [("allow", allow)])
    }

    static func conflict(_ code: String, _ detail: String, at pointer: String? = nil) -> Problem {
        Problem(
            status: 409, code: code, title: "The record stands against it", detail: detail,
            entries: pointer.map { [ProblemEntry(.pointer($0), code, detail)] } ?? [])
    }

    static func mediaType(_ accepted: String) -> Problem {
        Problem(
            status: 415, code: "media_type_unsupported", title: "The body's type cannot be read",
            detail: "Send the body as \(accepted).")
    }

    static let preconditionRequired = Problem(
        status: 428, code: "if_match_required", title: "The request must say which version it changes",
        detail: "Read the record first and send its ETag as If-Match.")

    static let preconditionFailed = Problem(
        status: 412, code: "stale_version", title: "The record has changed meanwhile",
        detail:
            "The ETag in If-Match is not the record's any more. Read it again and repeat the change on that.")

    static func unavailable(_ detail: String) -> Problem {
        Problem(
            status: 503, code: "unavailable", title: "The service cannot do this now", detail: detail,
            fields: [("retry-after", "5")])
    }

    static let damaged = Problem.unavailable(
        "A part of the database cannot be read. The log holds the cause under the request id given here.")

    static let internalFailure = Problem(
        status: 500, code: "internal_failure", title: "Something went wrong inside the service",
        detail: "The log holds the cause under the request id given here.")

    /// A refusal of the HTTP layer in the same shape as all others.
    init(refusing error: RequestError) {
        self.init(
            status: error.status.code, code: error.code,
            title: error.status.code >= 500
                ? "The server cannot take the request" : "The request cannot be taken",
            detail: error.sentence)
        if error.status.code == 503 { fields = [("retry-after", "5")] }
    }
}
