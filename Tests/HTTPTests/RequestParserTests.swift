import Testing

@testable import HTTP

/// What RFC 9112, sections 2 to 6, takes and refuses, however the bytes are cut.
@Suite("Requests, by section of RFC 9112")
struct RequestParserTests {
    /// A request with this line and a valid Host.
    private func request(line: String) -> PiecewiseReader.Outcome {
        EveryCut.outcome(of: "\(line)\r\nHost: a\r\n\r\n")
    }

    /// A POST with these fields behind a valid Host.
    private func request(fields: String, body: String = "", version: String = "1.1")
        -> PiecewiseReader.Outcome
    {
        EveryCut.outcome(of: "POST /x HTTP/\(version)\r\nHost: a\r\n\(fields)\r\n\r\n\(body)")
    }

    @Test("every known method is taken", arguments: Method.allCases)
    func methods(method: Method) {
        #expect(request(line: "\(method.rawValue) /x HTTP/1.1").request?.method == method.rawValue)
    }

    @Test(
        "other tokens are unknown methods",
        arguments: ["BREW", "get", "Get", "GETS", "PATCHES", "PROPFIND", "G", "G'E~T", "LOCK", "OPTION5"])
    func unknownMethods(method: String) {
        #expect(request(line: "\(method) /x HTTP/1.1").error == .unknownMethod)
    }

    @Test(
        "a request line of another form is refused",
        arguments: [
            "GET", "GET ", "GET /", "GET / ", " GET / HTTP/1.1", "GET  / HTTP/1.1", "GET /  HTTP/1.1",
            "GET / HTTP/1.1 ", "GET\t/ HTTP/1.1", "GET /\tHTTP/1.1", "GET / x HTTP/1.1", "G(T / HTTP/1.1",
            "G\u{E9}T / HTTP/1.1", "\0GET / HTTP/1.1", "GET\r / HTTP/1.1", "GET / HTTP/1.1\r", "GET / ",
            "GET / http/1.1", "GET / HTTP/1.", "GET / HTTP/1", "GET / HTTP/11", "GET / HTTP/1.10",
            "GET / HTTP/01.1", "GET / HTTP/1,1", "GET / HTTP/a.1", "GET / HTTP/1.a", "GET / HTTPS/1.1",
            "GET / FTP/1.1", "GET / HTTP 1.1", " / HTTP/1.1", "\tGET / HTTP/1.1", "GET / \r\nHTTP/1.1",
        ])
    func badRequestLines(line: String) {
        #expect(request(line: line).error == .badRequestLine)
    }

    @Test(
        "bare line feeds and more than one empty line before the request are refused",
        arguments: [
            "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\r\n\r\n",
            "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "G\nET / HTTP/1.1\r\nHost: a\r\n\r\n",
        ])
    func lineEnds(text: String) {
        #expect(EveryCut.outcome(of: text).error == .badRequestLine)
    }

    @Test("one empty line before the request is passed over")
    func emptyLine() {
        let read = EveryCut.outcome(of: "\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(read.request == ReadRequest(method: "GET", target: "/x", fields: ["Host: a"]))
    }

    @Test(
        "minor versions above 1 are read as 1.1",
        arguments: [("1.0", 0, false), ("1.1", 1, true), ("1.2", 1, true), ("1.9", 1, true)])
    func versions(version: String, minorVersion: Int, keepsAlive: Bool) {
        let read = request(line: "GET / HTTP/\(version)").request
        #expect(read?.minorVersion == minorVersion)
        #expect(read?.keepsAlive == keepsAlive)
    }

    @Test("other major versions are refused", arguments: ["0.9", "2.0", "3.0", "9.9", "0.0"])
    func majorVersions(version: String) {
        #expect(request(line: "GET / HTTP/\(version)").error == .unsupportedVersion)
    }

    @Test("the preface of HTTP/2 is refused for its version")
    func preface() {
        #expect(EveryCut.outcome(of: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").error == .unsupportedVersion)
    }

    @Test(
        "targets are taken in origin, absolute and asterisk form",
        arguments: [
            ("GET /", "/"), ("GET /a/b?c=d&e", "/a/b?c=d&e"), ("GET //", "//"), ("GET /?", "/?"),
            ("GET /a:b@c!$&'()*+,;=", "/a:b@c!$&'()*+,;="), ("GET http://b/p", "/p"),
            ("GET HTTP://b:80/p?q", "/p?q"), ("GET http://[::1]:8080/p", "/p"),
            ("GET http://b?q=/x", "?q=/x"),
            ("GET http://b/http://c/", "/http://c/"), ("OPTIONS *", "*"),
        ])
    func targets(start: String, target: String) {
        #expect(request(line: "\(start) HTTP/1.1").request?.target == target)
    }

    @Test(
        "other targets are refused",
        arguments: [
            ("GET x", RequestError.badTarget), ("GET *", .badTarget), ("OPTIONS **", .badTarget),
            ("CONNECT a/b", .badHost), ("CONNECT u@a:80", .badHost), ("GET /a#b", .badTarget),
            ("GET /\u{7F}", .badTarget),
            ("GET /\u{E9}", .badTarget), ("GET /\u{1}", .badTarget), ("GET /\0", .badTarget),
            ("GET /a\rb", .badTarget), ("GET ftp://b/", .badTarget), ("GET http:/b", .badTarget),
            ("GET http://", .badHost), ("GET http:///p", .badHost), ("GET http://u@b/", .badHost),
            ("GET http://u:p@b/", .badHost), ("GET https://b/", .schemeUnsupported),
            ("GET HTTPS://", .schemeUnsupported), ("GET http://b:x/", .badHost), ("GET http://?q", .badHost),
            ("GET /%", .badTarget), ("GET /a/../b", .badTarget), ("GET http://b/..", .badTarget),
        ])
    func badTargets(start: String, error: RequestError) {
        #expect(request(line: "\(start) HTTP/1.1").error == error)
    }

    @Test(
        "one Host of this form is taken",
        arguments: [
            "a", "A.example", "127.0.0.1", "127.0.0.1:80", "a:", "a:65535", "[::1]", "[2001:DB8::1.2.3.4]:1",
            "a-b_c~d.e", " a ", "\ta\t",
        ])
    func hosts(host: String) {
        #expect(EveryCut.outcome(of: "GET / HTTP/1.1\r\nHost:\(host)\r\n\r\n").request != nil)
    }

    @Test(
        "another Host is refused",
        arguments: [
            "", "\r\nHost: a", " ", " a b", " a/b", " a?b", " u@a", " a:b", " a:123456", " a:65536", " [1:2]",
            " [::1%25lo]", " [v1.a]", " :80", " [::1",
            " []",
            " [::1]80", " [::g]", " a,b", " a\u{E9}", " a%20b", " [::1]]", " a:80:80", " http://a", " a\\b",
            " \(String(repeating: "a", count: 301))",
        ])
    func badHosts(host: String) {
        let error = EveryCut.outcome(of: "GET / HTTP/1.1\r\nHost:\(host)\r\n\r\n").error
        #expect(error == .badHost)
    }

    @Test("Host is needed once on 1.1, and not on 1.0")
    func hostCount() {
        #expect(EveryCut.outcome(of: "GET / HTTP/1.1\r\n\r\n").error == .badHost)
        #expect(EveryCut.outcome(of: "GET http://a/ HTTP/1.1\r\n\r\n").error == .badHost)
        #expect(EveryCut.outcome(of: "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n").error == .badHost)
        #expect(EveryCut.outcome(of: "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n").error == .badHost)
        #expect(EveryCut.outcome(of: "GET / HTTP/1.0\r\n\r\n").request?.target == "/")
    }

    @Test(
        "fields of this form are taken, without the space around their values",
        arguments: [
            ("X: v", "X: v"), ("X:v", "X: v"), ("X:", "X: "), ("X: \t v w \t ", "X: v w"),
            ("X: a\tb", "X: a\tb"),
            ("!#$%&'*+-.^_`|~09Az: v", "!#$%&'*+-.^_`|~09Az: v"), ("X: a:b", "X: a:b"),
            ("X: \u{E9}\u{20AC}", "X: \u{E9}\u{20AC}"), ("X: \"(a)\"", "X: \"(a)\""),
        ])
    func fields(line: String, field: String) {
        #expect(request(fields: line).request?.fields == ["Host: a", field])
    }

    @Test("bytes above 127 that are not UTF-8 are carried in values")
    func obsoleteText() {
        let start = Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8)
        let read = EveryCut.outcome(of: start + [0x80, 0xE9, 0xFF] + Array("\r\n\r\n".utf8)).request
        #expect(read?.fields.last == "X: \u{FFFD}\u{FFFD}\u{FFFD}")
    }

    @Test(
        "fields of another form are refused",
        arguments: [
            "X : v", "X\t: v", " X: v", "\tX: v", "X: a\r\n folded", "X: a\r\n\tfolded", "X: a\r\n ", ": v",
            "no colon", "X(: v", "X y: v", "X\u{E9}: v", "X\0: v", "X: a\0b", "X: \0", "X: a\rb", "X: \r",
            "\r: v", "X: a\nb", "X: a\n", "X\n: v", "X: \u{7F}", "X: a\u{1}", "X: \u{B}v", "@: v", "\"X\": v",
        ])
    func badFields(line: String) {
        #expect(request(fields: line).error == .badField)
    }
}
