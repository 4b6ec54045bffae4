import Crypto
import HTTP

/// A page for people: one HTML text without scripts, with a style of its own that the policy names by its hash.
struct Page: Sendable {
    fileprivate let body: FixedBody
    fileprivate let policy: HeaderValue

    /// - Parameter body: what stands in `<body>`.
    init(title: String, style: String, body: String) {
        let html = """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>\(style)</style>
            </head>
            <body>
            \(body)
            </body>
            </html>

            """
        self.body = FixedBody(Array(html.utf8))
        let hash = base64(Array(SHA256.hash(data: Array(style.utf8))))
        let words =
            "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        guard let policy = HeaderValue(words) else { preconditionFailure("A policy is plain ASCII.") }
        self.policy = policy
    }
}

extension LoopHandler {
    func show(_ page: Page, _ request: Request, _ response: inout Response) throws(Problem) {
        try give(page.body, as: "text/html; charset=utf-8", request, &response)
        response.set(.contentSecurityPolicy, page.policy)
    }
}

extension String {
    /// The text between tags or in an attribute.
    var escapedForHTML: String {
        reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
    }
}

/// RFC 4648, section 4.
private func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for place in 0..<4 {
            text.append(place <= group.count ? letters[number >> (18 - 6 * place) & 63] : "=")
        }
    }
    return text
}
