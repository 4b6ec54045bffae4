import Foundation
import TestSupport
import Testing

/// What a client finds by following addresses, and what it is told when it mistypes a parameter.
@Suite("Links and parameters")
struct LinkTests {
    let server: RunningServer

    init() throws { server = try RunningServer() }

    /// Every address that stands in an answer.
    private func links(in value: Any) -> [String] {
        switch value {
        case let object as [String: Any]:
            object.flatMap { name, value in
                if let text = value as? String, text.hasPrefix("/"), name != "self", name != "pointer" {
                    return [text]
                }
                return links(in: value)
            }
        case let list as [Any]: list.flatMap { links(in: $0) }
        default: []
        }
    }

    @Test("a walk over every link from /v1 finds no dead one")
    func walk() throws {
        let officer = try server.token("read:officer", "import")
        var waiting = ["/v1", "/", "/docs"]
        var seen: Set<String> = Set(waiting)
        // A record of each kind is looked into; that all of them are there is asked by their lists.
        var lookedInto: [String: Int] = [:]
        while let target = waiting.popLast() {
            let kind = target.split(separator: "?")[0].split(separator: "/").prefix(2).joined(separator: "/")
            lookedInto[kind, default: 0] += 1
            if lookedInto[kind, default: 0] > 12 { continue }
            // A search says what it looks for.
            let asked = target == "/v1/search" ? "/v1/search?q=report" : target
            let answer = try server.curl(asked, token: officer)
            #expect(answer.status == 200, "\(asked)")
            var found: [String] = []
            if answer.fields["content-type"]?.hasPrefix("application/json") == true {
                found = links(in: try JSONSerialization.jsonObject(with: answer.body))
                // The document names paths with a place for a record in them.
                if target == "/openapi.json" { found = [] }
            } else {
                found = answer.text.matches(of: /href="(\/[^"]*)"/).map { String($0.1) }
            }
            for link in found where seen.insert(link).inserted { waiting.append(link) }
        }
        #expect(seen.count > 200)
        #expect(seen.isSuperset(of: ["/openapi.json", "/docs", "/v1/changes", "/v1/search", "/health"]))
    }

    @Test("every anchor of the reference leads somewhere, and nothing comes from elsewhere")
    func reference() throws {
        let answer = try server.curl("/docs")
        #expect(answer.status == 200)
        let policy = try #require(answer.fields["content-security-policy"])
        #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
        #expect(!policy.contains("unsafe"))
        let text = answer.text
        #expect(!text.contains("<script") && !text.contains("http://") && !text.contains("https://"))
        #expect(text.contains("<html lang=\"en-GB\">"))
        for landmark in ["<header>", "<nav aria-label=", "<main id="] { #expect(text.contains(landmark)) }
        let anchors = text.matches(of: /href="#([^"]+)"/).map { String($0.1) }
        #expect(anchors.count >= 20)
        for anchor in anchors { #expect(text.contains("id=\"\(anchor)\"")) }
        // Headings go down one level at a time.
        let levels = text.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
        #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }

    @Test("every collection that is asked with an unknown parameter says which one was meant")
    func unknownParameters() throws {
        let officer = try server.token("read:officer", "import")
        let collections = try server.curl("/v1").json.list("collections")
        #expect(collections.count >= 19)
        for collection in collections {
            let href = try #require(collection.text("href"))
            let filters = try #require(collection.members["filters"] as? [String])
            for name in filters + ["limit", "expand"] {
                // The last letter twice, as fingers do.
                let wrong = name + name.suffix(1)
                let answer = try server.curl("\(href)?\(wrong)=1", token: officer)
                #expect(answer.status == 400, "\(href) \(wrong)")
                let error = try #require(answer.errors.first)
                #expect(error.text("code") == "parameter_unknown")
                #expect(error.text("parameter") == wrong)
                #expect(error.text("suggestion") == name, "\(href) \(wrong)")
            }
        }
        for (target, name) in [
            ("/v1/search?q=a", "limit"), ("/v1/changes", "since"), ("/v1/panels/1", "fields"),
        ] {
            let mark = target.contains("?") ? "&" : "?"
            let answer = try server.curl("\(target)\(mark)\(name)s=1", token: officer)
            #expect(answer.status == 400)
            #expect(answer.errors.first?.text("suggestion") == name)
        }
    }
}
