import HTTP

/// Lets pages of other intranet hosts read public answers (Fetch Standard, CORS protocol).
enum CrossOrigin {
    static func allow(on response: inout Response) {
        response.set(.accessControlAllowOrigin, "*")
        response.set(.accessControlExposeHeaders, "ETag, Link, Location, Retry-After")
    }

    /// The answer to a preflight. Only reading is open to other origins; writing needs a token and a client of one's own.
    static func allow(on response: inout Response, preflightFor endpoint: Endpoint) {
        allow(on: &response)
        response.set(.accessControlAllowMethods, "GET, HEAD, OPTIONS")
        response.set(.accessControlAllowHeaders, "Accept, Authorization, If-None-Match")
        response.set(.accessControlMaxAge, "86400")
    }
}
