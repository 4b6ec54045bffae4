/// The name of a header field: a lower-case token, so that it can never carry anything but a name.
package struct HeaderName: Equatable, Sendable {
    let text: StaticString

    /// Takes a literal of the program; one that is not a lower-case token is a programming error.
    package init(_ literal: StaticString) {
        let isName = literal.withUTF8Buffer { bytes in
            unsafe !bytes.isEmpty && bytes.allSatisfy { Token.isTokenByte($0) && !(65...90).contains($0) }
        }
        precondition(isName, "A header name is a lower-case token.")
        text = literal
    }

    package static func == (one: HeaderName, other: HeaderName) -> Bool {
        one.text.withUTF8Buffer { bytes in
            other.text.withUTF8Buffer { otherBytes in
                unsafe bytes.count == otherBytes.count && bytes.elementsEqual(otherBytes)
            }
        }
    }

    package static let accessControlAllowHeaders = HeaderName("access-control-allow-headers")
    package static let accessControlAllowMethods = HeaderName("access-control-allow-methods")
    package static let accessControlAllowOrigin = HeaderName("access-control-allow-origin")
    package static let accessControlExposeHeaders = HeaderName("access-control-expose-headers")
    package static let accessControlMaxAge = HeaderName("access-control-max-age")
    package static let allow = HeaderName("allow")
    package static let cacheControl = HeaderName("cache-control")
    package static let contentDisposition = HeaderName("content-disposition")
    package static let contentEncoding = HeaderName("content-encoding")
    package static let contentSecurityPolicy = HeaderName("content-security-policy")
    package static let contentType = HeaderName("content-type")
    package static let etag = HeaderName("etag")
    package static let lastModified = HeaderName("last-modified")
    package static let link = HeaderName("link")
    package static let location = HeaderName("location")
    package static let preferenceApplied = HeaderName("preference-applied")
    package static let retryAfter = HeaderName("retry-after")
    package static let serverTiming = HeaderName("server-timing")
    package static let vary = HeaderName("vary")
    package static let wwwAuthenticate = HeaderName("www-authenticate")
}

/// The value of a header field. No value holds CR, LF or NUL, so none can end its line early: injection of fields
/// is impossible by construction (RFC 9110, section 5.5).
package struct HeaderValue: Sendable, ExpressibleByStringLiteral {
    /// Literals stay what they are, because making a `String` of one costs more than sending it.
    private enum Storage: Sendable {
        case literal(StaticString)
        case text(String)
    }

    private let storage: Storage

    /// Nil when the text cannot stand in a field.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy(Token.isValueByte) else { return nil }
        storage = .text(text)
    }

    package init(stringLiteral literal: StaticString) {
        let isValue = literal.withUTF8Buffer { bytes in unsafe bytes.allSatisfy(Token.isValueByte) }
        precondition(isValue, "A header value holds no control characters.")
        storage = .literal(literal)
    }

    func append(to output: inout [UInt8]) {
        switch storage {
        case .literal(let literal): literal.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
        case .text(let text): output.append(contentsOf: text.utf8)
        }
    }
}
