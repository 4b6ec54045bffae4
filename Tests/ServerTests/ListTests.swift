import Foundation
import TestSupport
import Testing

/// Reading collections.
@Suite("Lists")
struct ListTests {
    let server: RunningServer

    init() throws { server = try RunningServer() }

    @Test("pages of any size give every record once and in order", arguments: [1, 7, 50, 500])
    func paging(limit: Int) throws {
        var seen: [Int] = []
        var target: String? = "/v1/figures?fields=id,value&sort=-value,topic&limit=\(limit)"
        var rounds = 0
        while let next = target, rounds < 450 {
            let answer = try server.curl(next)
            #expect(answer.status == 200)
            seen += answer.data.compactMap { $0.integer("id") }
            target = answer.json.object("links")?.text("next")
            rounds += 1
            // One record a page is slow over all of them; the first pages tell as much.
            if limit == 1, rounds == 40 { break }
        }
        #expect(Set(seen).count == seen.count)
        let whole = try server.curl("/v1/figures?fields=id&sort=-value,topic&limit=500").data.compactMap {
            $0.integer("id")
        }
        #expect(seen == Array(whole.prefix(seen.count)))
        if limit > 1 { #expect(seen.count == whole.count) }
    }

    @Test(
        "a list in its own order ends, though some records have no value to order by",
        arguments: [
            "actions", "reports", "figures", "agenda-items", "terms", "report-pages", "people",
        ])
    func ownOrder(collection: String) throws {
        let all = try server.curl("/v1/\(collection)?count=exact&limit=1").json.object("page")?.integer(
            "count")
        var ids: [Int] = []
        var target: String? = "/v1/\(collection)?fields=id&limit=17"
        while let next = target, ids.count < 1_000 {
            let answer = try server.curl(next)
            ids += answer.data.compactMap { $0.integer("id") }
            target = answer.json.object("links")?.text("next")
        }
        #expect(ids.count == all)
        #expect(Set(ids).count == ids.count)
    }

    @Test("records that are added between two pages are neither skipped nor repeated")
    func pagingWhileInserting() throws {
        let clerk = try server.token("write")
        let first = try server.curl("/v1/indicators?sort=code&limit=20")
        for code in ["aaa-first", "zzz-last"] {
            let draft = "{\"code\":\"\(code)\",\"name\":\"N\",\"unit\":\"count\",\"polarity\":\"none\"}"
            #expect(try server.post("/v1/indicators", draft, token: clerk).status == 201)
        }
        var codes = first.data.compactMap { $0.text("code") }
        var target = first.json.object("links")?.text("next")
        while let next = target {
            let answer = try server.curl(next)
            codes += answer.data.compactMap { $0.text("code") }
            target = answer.json.object("links")?.text("next")
        }
        #expect(Set(codes).count == codes.count)
        #expect(codes.contains("zzz-last") && !codes.contains("aaa-first"))
    }

    @Test(
        "filters narrow by panel, day, state, indicator, area and period",
        arguments: [
            ("/v1/meetings?panel=children-and-families&startsAt__gte=2018-09-01&startsAt__lt=2018-10-01", 1),
            ("/v1/meetings?panel=children-and-families&startsAt__gte=2018-09-15", 0),
            ("/v1/meetings?state=planned,held", 1), ("/v1/meetings?state=held", 0),
            ("/v1/figures?indicator=looked-after-children&area=worcestershire&period=2018-03-23", 1),
            ("/v1/figures?indicator=private-fostering-arrangements&area=england", 0),
            ("/v1/agenda-items?meeting=1&pageFrom__isnull=true", 4), ("/v1/seats?person__isnull=true", 1),
            ("/v1/seats?kind__ne=councillor", 2), ("/v1/people?name__contains=oborski", 1),
            ("/v1/people?sortName__startswith=Mac", 1), ("/v1/reports?kind=appendix,letter", 5),
            ("/v1/figures?flag=unlabelled", 22), ("/v1/agenda-items/?meeting=1", 8),
        ])
    func filters(target: String, count: Int) throws {
        let answer = try server.curl(target)
        #expect(answer.status == 200)
        #expect(answer.data.count == count)
    }

    @Test(
        "what cannot be understood is refused with what would do",
        arguments: [
            ("/v1/meetings?state=hold", "choice_unknown"),
            ("/v1/meetings?startsAt__gte=yesterday", "value_invalid"),
            ("/v1/meetings?limit=0", "limit_invalid"), ("/v1/meetings?limit=501", "limit_invalid"),
            ("/v1/meetings?sort=venue", "name_unknown"), ("/v1/meetings?fields=nam", "name_unknown"),
            ("/v1/meetings?expand=itmes", "name_unknown"), ("/v1/meetings?cursor=zz", "cursor_invalid"),
            ("/v1/meetings?state__like=h", "operator_unknown"), ("/v1/figures?period=soon", "value_invalid"),
            ("/v1/meetings?limit=1&limit=2", "parameter_repeated"),
            ("/v1/search?q=a&q=b", "parameter_repeated"), ("/v1/search?q=a&pretty=2", "choice_unknown"),
            ("/v1/panels?coversEducation=true,banana", "list_too_long"),
            // The keys of a panel's list, put together by hand: of the wrong types, and of the right ones.
            ("/v1/panels?cursor=5b22222c352c2261225d", "cursor_invalid"),
            ("/v1/panels?cursor=5b22222c2261222c315d", "cursor_invalid"),
            ("/v1/meetings/1?colour=red", "parameter_unknown"),
            ("/v1/search", "required"), ("/v1/search?q=%22%22", "query_empty"),
        ])
    func refusals(target: String, code: String) throws {
        let answer = try server.curl(target)
        #expect(answer.status == 400)
        #expect(answer.errors.contains { $0.text("code") == code })
    }

    @Test("every collection refuses an unknown parameter and suggests the nearest")
    func unknownParameterEverywhere() throws {
        let index = try server.curl("/v1").json
        let token = try server.token("admin")
        for collection in index.list("collections") {
            let href = try #require(collection.text("href"))
            let answer = try server.curl("\(href)?limt=5", token: token)
            #expect(answer.status == 400)
            #expect(answer.errors.first?.text("suggestion") == "limit")
        }
    }

    @Test("every link an answer shows leads somewhere")
    func links() throws {
        let token = try server.token("admin")
        var waiting = ["/v1"]
        var seen: Set<String> = []
        while let target = waiting.popLast(), seen.count < 200 {
            guard seen.insert(target).inserted else { continue }
            let answer = try server.curl(
                target.hasPrefix("/v1/search") ? "/v1/search?q=plan" : target, token: token)
            #expect(answer.status == 200)
            let found = answer.text.matches(of: /"(?:href|next)":"(\/v1[^"]*)"/).map { String($0.1) }
            // A few of each kind are as good as all of them.
            waiting += found.prefix(12)
        }
        #expect(seen.count > 25)
    }

    @Test("HEAD has the fields of GET, OPTIONS says what is allowed")
    func headAndOptions() throws {
        let get = try server.curl("/v1/meetings/1")
        let head = try server.curl("/v1/meetings/1", "HEAD")
        #expect(head.status == 200)
        for name in ["etag", "content-type", "content-length", "vary", "cache-control"] {
            #expect(head.fields[name] == get.fields[name])
        }
        let options = try server.curl("/v1/meetings", "OPTIONS")
        #expect(options.status == 204)
        #expect(options.fields["allow"] == "GET, HEAD, POST, OPTIONS")
        let refused = try server.curl("/v1/figures", "DELETE")
        #expect(refused.status == 405)
        #expect(refused.fields["allow"] == "GET, HEAD, OPTIONS")
    }

    @Test("expand goes two levels and no further")
    func expand() throws {
        let meeting = try server.curl("/v1/meetings/1?expand=agendaItems.reports,reports").json
        let item = meeting.list("agendaItems").first { $0.text("printedNumber") == "6" }
        #expect(item?.list("reports").count == 3)
        #expect(meeting.list("reports").count == 9)
        #expect(try server.curl("/v1/meetings/1?expand=agendaItems.reports.pages").status == 400)
    }

    @Test("a comma inside a value is written with a backslash")
    func commas() throws {
        let venue = "/v1/meetings?fields=venue&venue"
        #expect(try server.curl("\(venue)=County%20Hall,%20Worcester").data.isEmpty)
        #expect(try server.curl("\(venue)=County%20Hall%5C,%20Worcester").data.count == 1)
        #expect(try server.curl("\(venue)__in=Elsewhere,County%20Hall%5C,%20Worcester").data.count == 1)
        #expect(try server.curl("\(venue)__ne=County%20Hall%5C,%20Worcester").data.isEmpty)
    }

    @Test("a cursor is good for its own list and order only, and not when it was changed")
    func cursors() throws {
        let first = try server.curl("/v1/indicators?limit=2&sort=name")
        let cursor = try #require(first.json.object("page")?.text("next"))
        #expect(try server.curl("/v1/indicators?limit=2&sort=name&cursor=\(cursor)").status == 200)
        let other = cursor.replacing("a", with: "b")
        for target in [
            "/v1/indicators?cursor=\(cursor)", "/v1/areas?sort=name&cursor=\(cursor)",
            "/v1/indicators?sort=name&cursor=\(other)",
            "/v1/indicators?sort=name&cursor=\(cursor.dropLast(2))",
        ] {
            let answer = try server.curl(target)
            #expect(answer.status == 400)
            #expect(answer.errors.first?.text("code") == "cursor_invalid")
        }
    }

    @Test(
        "hostile search words never break the search",
        arguments: [
            "%22", "AND", "NEAR(a%20b)", "title:x", "-x", "*", "a*%20OR", "%27;DROP", "%28%29", "x^2",
            "%E2%80%A6", "caf%C3%A9",
        ])
    func hostileSearch(words: String) throws {
        let answer = try server.curl("/v1/search?q=\(words)")
        #expect(answer.status == 200 || answer.errors.first?.text("code") == "query_empty")
    }

    @Test("a prefix, several words and word forms are found")
    func search() throws {
        #expect(!(try server.curl("/v1/search?q=foster*").data.isEmpty))
        #expect(!(try server.curl("/v1/search?q=safety+signs").data.isEmpty))
        #expect(!(try server.curl("/v1/search?q=threshold").data.isEmpty))
        #expect(try server.curl("/v1/search?q=xylophone").data.isEmpty)
        #expect(!(try server.curl("/v1/search?q=neglect&panel=children-and-families&meeting=1").data.isEmpty))
        let first = try server.curl("/v1/search?q=plan&limit=5")
        let next = try #require(first.json.object("links")?.text("next"))
        let ids = (first.data + (try server.curl(next).data)).map { "\($0.text("href") ?? "")" }
        #expect(Set(ids).count == ids.count && ids.count == 10)
    }
}
