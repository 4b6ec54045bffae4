import Foundation
import TestSupport
import Testing

/// Requests that were made up to find what the document does not say.
@Suite("What is sent at the edge of the contract")
struct StrictnessTests {
    let server: RunningServer

    init() throws { server = try RunningServer() }

    @Test(
        "an empty name in a list is refused",
        arguments: ["fields=", "fields=id,,name", "sort=", "sort=,id", "expand=", "expand=seats,"])
    func emptyNames(query: String) throws {
        let answer = try server.curl("/v1/panels?\(query)")
        #expect(answer.status == 400)
        #expect(answer.errors.first?.text("code") == "name_unknown")
        #expect(answer.errors.first?.text("parameter") == query.split(separator: "=").first.map(String.init))
    }

    @Test("so is one among the collections of a search and the types of the change feed")
    func emptyCollections() throws {
        let officer = try server.token("read:officer")
        #expect(try server.curl("/v1/search?q=a&collection=").status == 400)
        #expect(try server.curl("/v1/changes?types=", token: officer).status == 400)
    }

    @Test("the greatest number there is has no change behind it")
    func greatestNumber() throws {
        let answer = try server.curl("/v1/changes?since=\(Int64.max)")
        #expect(answer.status == 200)
        #expect(answer.data.isEmpty)
        #expect(answer.text.contains("\"nextSince\":\(Int64.max)"))
        #expect(try server.curl("/health").status == 200)
    }

    @Test("a filter takes ids and keys in one list")
    func idsAndKeys() throws {
        let both = try server.curl("/v1/figures?indicator=1,looked-after-children&count=exact&limit=1").json
        let first = try server.curl("/v1/figures?indicator=1&count=exact&limit=1").json
        let second = try server.curl("/v1/figures?indicator=looked-after-children&count=exact&limit=1").json
        let count = { (list: JSONObject) in list.object("page")?.integer("count") ?? -1 }
        let id = try server.curl("/v1/indicators/looked-after-children").json.integer("id")
        #expect(count(both) == (id == 1 ? count(first) : count(first) + count(second)))
        let none = try server.curl("/v1/meetings?panel__ne=1,some-other-panel&count=exact").json
        #expect(count(none) == 0)
    }

    @Test("a filter takes days and times in one list")
    func daysAndTimes() throws {
        let found = { (query: String) in try server.curl("/v1/meetings?\(query)").data.count }
        #expect(try found("startsAt=2018-09-13,2018-09-14T14:00") == 1)
        #expect(try found("startsAt=2018-09-14,2018-09-13T14:00") == 1)
        #expect(try found("startsAt__ne=2018-09-13,2018-09-13T14:00") == 1)
        #expect(try found("startsAt__ne=2018-09-13,2018-09-14T14:00") == 0)
        #expect(try server.curl("/v1/meetings?startsAt=2018-09-14,soon").status == 400)
    }

    @Test(
        "pretty is 1 or left out",
        arguments: [
            "/v1/panels?", "/v1/panels/1?", "/v1/search?q=a&", "/v1/changes?", "/v1/panels/1/history?",
        ])
    func pretty(target: String) throws {
        let officer = try server.token("read:officer")
        #expect(try server.curl("\(target)pretty=1", token: officer).status == 200)
        let refused = try server.curl("\(target)pretty=yes", token: officer)
        #expect(refused.status == 400)
        #expect(refused.errors.first?.text("parameter") == "pretty")
    }

    @Test("a state that does not exist is a mistake in the body, with the nearest one")
    func unknownState() throws {
        let clerk = try server.token("write")
        let answer = try server.post("/v1/actions/1/transitions", #"{"to":"opened"}"#, token: clerk)
        #expect(answer.status == 422)
        #expect(answer.errors.first?.text("pointer") == "/to")
        #expect(answer.errors.first?.text("code") == "choice_unknown")
        #expect(answer.errors.first?.text("suggestion") == "open")
        #expect(try server.post("/v1/actions/1/transitions", #"{"to":"closed"}"#, token: clerk).status == 409)
    }

    @Test(
        "every method that is registered and not offered is 405 with Allow",
        arguments: ["QUERY", "TRACE", "PUT"])
    func methods(method: String) throws {
        let answer = try server.curl("/v1/search?q=a", method)
        #expect(answer.status == 405)
        #expect(answer.fields["allow"] == "GET, HEAD, OPTIONS")
    }
}
