import HTTP
import JSON

/// Reading the body of a request.
enum Body {
    /// What a client may call a JSON body. `curl -d` says it sends a form; if it is JSON, it is taken.
    private static let types = [
        "application/json", "application/merge-patch+json", "application/x-www-form-urlencoded",
    ]

    static func requireJSON(_ request: Request) throws(Problem) {
        guard let type = request.header("content-type") else { return }
        let parts = type.split(separator: ";").map { String($0).trimmingWhitespace.lowercased() }
        guard let name = parts.first, types.contains(name),
            parts.dropFirst().allSatisfy({
                !$0.hasPrefix("charset=") || $0 == "charset=utf-8" || $0 == "charset=\"utf-8\""
            })
        else {
            throw .mediaType("application/json in UTF-8")
        }
    }

    /// The body as one JSON object.
    static func object(_ request: Request) throws(Problem) -> JSONObject {
        let body = request.body
        if body.isEmpty { throw .malformed("body_missing", "Send a JSON object as the body.") }
        var limits = JSONReader.Limits()
        limits.byteCount = body.count
        let value: JSONValue
        do throws(JSONReaderError) {
            value = try JSONReader.read(body, limits: limits)
        } catch {
            throw .unreadable(error)
        }
        guard case .object(let object) = value else {
            throw .malformed("body_not_an_object", "The body is a JSON object, not \(value.kindName).")
        }
        return object
    }
}
