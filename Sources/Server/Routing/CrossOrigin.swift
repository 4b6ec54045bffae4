import HTTP

/// Lets pages of other hosts read answers (Fetch Standard, CORS protocol). Every answer says so, refusals and 304 too,
/// because a page could not even see what went wrong otherwise.
struct CrossOrigin: Sendable {
    /// The origins that may read, such as `https://intranet.example`; nil for all of them.
    var origins: [String]?

    /// - Parameter origin: the request's field Origin.
    func allow(on response: inout Response, for origin: String?) {
        if let origins {
            guard let origin, origins.contains(origin) else { return }
            response.setData(.accessControlAllowOrigin, origin)
        } else {
            response.set(.accessControlAllowOrigin, "*")
        }
        response.set(
            .accessControlExposeHeaders,
            "ETag, Last-Modified, Link, Location, Content-Disposition, Retry-After")
    }

    /// The answer to a preflight. Only reading is open to other origins; writing needs a token and a client of one's own.
    func allow(onPreflight response: inout Response) {
        response.set(.accessControlAllowMethods, "GET, HEAD, OPTIONS")
        response.set(.accessControlAllowHeaders, "Accept, Authorization, If-None-Match")
        response.set(.accessControlMaxAge, "86400")
        if origins != nil { response.set(.vary, "Origin") }
    }
}
