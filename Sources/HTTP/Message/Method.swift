/// The request methods the server knows (RFC 9110, section 9, and the registry of methods). Any other token is answered with 501.
package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"
    /// Known, but no route offers them.
    case trace = "TRACE"
    case connect = "CONNECT"
    /// A safe request with a body, registered since 2025; a GET says all that is asked here.
    case query = "QUERY"
}
