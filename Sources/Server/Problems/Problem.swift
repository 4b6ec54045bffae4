import Domain

/// One refusal, as the client sees it: `application/problem+json` (RFC 9457) with every single problem in `errors`.
struct Problem: Error, Sendable {
    let status: UInt16
    /// Stable and documented; also the end of `type`.
    let code: String
    let title: String
    let detail: String
    var entries: [ProblemEntry] = []
    /// Header fields that belong to this refusal: Allow, WWW-Authenticate, Retry-After.
    var fields: [(name: StaticString, value: String)] = []
}

/// One thing that is wrong, with its place in the body or among the parameters.
struct ProblemEntry: Sendable {
    enum Place: Sendable {
        /// A JSON Pointer (RFC 6901) into the body.
        case pointer(String)
        case parameter(String)
        /// A field of the request's head.
        case header(String)
    }

    let place: Place
    let code: String
    let message: String
    var allowed: [String] = []
    var suggestion: String?

    init(_ place: Place, _ code: String, _ message: String, allowed: [String] = [], suggestion: String? = nil)
    {
        self.place = place
        self.code = code
        self.message = message
        self.allowed = allowed
        self.suggestion = suggestion
    }

    init(_ problem: ValidationProblem) {
        self.init(
            .pointer(problem.pointer), problem.code, problem.message, allowed: problem.allowed,
            suggestion: problem.suggestion)
    }
}
