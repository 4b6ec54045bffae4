import Testing

@testable import HTTP

/// Targets decoded once, after they were divided (RFC 3986, sections 2.1, 2.4 and 3.3).
@Suite("Targets")
struct RequestTargetTests {
    /// Decodes the text out of the middle of other bytes, so that reading past its ends would show.
    private func target(_ text: String) throws(RequestError) -> RequestTarget {
        let bytes = Array("41/%2541".utf8) + Array(text.utf8) + Array("41&z=z".utf8)
        return try RequestTarget(bytes.span, 8..<8 + text.utf8.count)
    }

    @Test(
        "a path is divided at its slashes and decoded once",
        arguments: [
            ("/", [""]), ("/a", ["a"]), ("/a/b", ["a", "b"]), ("/a/", ["a", ""]), ("//a", ["", "a"]),
            ("/a//b", ["a", "", "b"]), ("/a%2Fb", ["a/b"]), ("/a%2fb/c", ["a/b", "c"]), ("/%41%62", ["Ab"]),
            ("/%2541", ["%41"]), ("/%25", ["%"]), ("/%252F", ["%2F"]), ("/a+b", ["a+b"]), ("/%2B", ["+"]),
            ("/%C3%A9%E2%82%AC", ["é€"]), ("/%20", [" "]), ("/a%3Fb", ["a?b"]), ("/a%0D%0Ab", ["a\r\nb"]),
            ("/a=b&c;d", ["a=b&c;d"]), ("/...", ["..."]), ("/.a/..b/c.", [".a", "..b", "c."]),
            ("/%5C", ["\\"]),
            ("/?a/b", [""]), ("/a?/..", ["a"]), ("*", []), ("", []),
        ])
    func paths(text: String, path: [String]) throws {
        #expect(try target(text).path == path)
    }

    @Test(
        "a segment that moves about the tree is refused, also in disguise",
        arguments: [
            "/.", "/..", "/./a", "/../a", "/a/..", "/a/../b", "/a/./b", "/%2e", "/%2E%2e", "/.%2e", "/%2E.",
            "/a/%2e%2E/b", "/../", "/..?a",
        ])
    func dotSegments(text: String) {
        #expect(throws: RequestError.badTarget) { try target(text) }
    }

    @Test(
        "a broken escape, a NUL or what is not UTF-8 is refused, in path and query",
        arguments: [
            "%", "%4", "%zz", "%4z", "%z4", "%%41", "%-1", "%+1", "% 1", "%u0041", "%00", "a%00b", "%C3",
            "%A9",
            "%FF", "%C0%AF", "%E0%80%AF", "%ED%A0%80", "%F4%90%80%80", "%C3%", "%C3/%A9",
        ])
    func broken(text: String) {
        #expect(throws: RequestError.badTarget) { try target("/" + text) }
        #expect(throws: RequestError.badTarget) { try target("/a?b=" + text) }
        #expect(throws: RequestError.badTarget) { try target("/a?" + text + "=b") }
        #expect(throws: RequestError.badTarget) { try target("/a?b=c&d" + text) }
    }

    @Test(
        "an escape does not reach over the end of its part",
        arguments: ["/a%4/1", "/a%4?1", "/?a%4=1", "/?a=%4&1"])
    func escapeOverEnd(text: String) {
        #expect(throws: RequestError.badTarget) { try target(text) }
    }

    @Test(
        "a query keeps the order, repeated names and empty ones",
        arguments: [
            ("/", []), ("/?", []), ("/?a=b", ["a=b"]), ("/?a=b&a=c&a=b", ["a=b", "a=c", "a=b"]),
            ("/?b=1&a=2", ["b=1", "a=2"]), ("/?a", ["a="]), ("/?a=", ["a="]), ("/?=b", ["=b"]),
            ("/?=", ["="]),
            ("/?&&a=b&", ["a=b"]), ("/?a=b=c", ["a=b=c"]), ("/?a+b=c+d", ["a b=c d"]), ("/?a=%2B", ["a=+"]),
            ("/?a=%20+", ["a=  "]), ("/?a%3Db=%26", ["a=b=&"]), ("/?a=%2525", ["a=%25"]),
            ("/?a?b=c?", ["a?b=c?"]),
            ("/?a=/../x", ["a=/../x"]), ("/?..=.", ["..=."]), ("/?a;b=c", ["a;b=c"]), ("/?q=%C3%A9", ["q=é"]),
            ("?a=b", ["a=b"]),
        ])
    func queries(text: String, pairs: [String]) throws {
        #expect(try target(text).query.map { "\($0.name)=\($0.value)" } == pairs)
    }

    @Test("the name ends at the first equals sign")
    func equalsSigns() throws {
        let query = try target("/?a=b=c&=&d%3D=e").query
        #expect(query.map(\.name) == ["a", "", "d="])
        #expect(query.map(\.value) == ["b=c", "", "e"])
    }
}
