import HTTP

/// `GET /docs`: the reference for people, made from the OpenAPI document.
enum DocsPage {
    static func write(to response: inout Response) {
        response.body.append(contentsOf: page.utf8)
        response.set(.contentType, "text/html; charset=utf-8")
        response.set(.cacheControl, "public, max-age=300")
    }

    private static let page = "<!doctype html>"
}
