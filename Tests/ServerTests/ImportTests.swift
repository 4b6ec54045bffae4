import Foundation
import TestSupport
import Testing

/// Posting packs: the nightly job's side of the service.
@Suite("Imports")
struct ImportTests {
    let server: RunningServer
    let token: String
    let sample: Data

    init() throws {
        server = try RunningServer(sample: false)
        token = try server.token("import")
        sample = try Data(contentsOf: Checkout.sample)
    }

    private func post(_ body: Data, key: String, _ query: String = "") throws -> Answer {
        try server.curl(
            "/v1/imports\(query)", "POST", token: token, fields: ["Idempotency-Key: \(key)"], body: body)
    }

    /// How many records each collection has.
    private func counts() throws -> [Int?] {
        try [
            "panels", "seats", "meetings", "agenda-items", "reports", "report-pages", "figures", "actions",
            "terms",
        ]
        .map { try server.curl("/v1/\($0)?count=exact&limit=1").json.object("page")?.integer("count") }
    }

    @Test("the sample goes in whole, and the same again changes nothing")
    func twice() throws {
        let first = try post(sample, key: "first")
        #expect(first.status == 201)
        #expect(first.fields["location"] == "/v1/imports/1")
        let rows = first.json.list("rows")
        #expect(rows.allSatisfy { $0.text("outcome") == "created" && $0.integer("id") != nil })
        let before = try counts()
        #expect(before[0] == 1 && before[1] == 11 && before[3] == 8 && before[4] == 9 && before[8] == 35)
        #expect((before[6] ?? 0) >= 150)
        #expect((before[7] ?? 0) >= 40)
        let figures = try server.curl("/v1/figures?limit=500").body

        let second = try post(sample, key: "second")
        #expect(second.status == 201)
        #expect(second.json.object("totals")?.integer("unchanged") == rows.count)
        #expect(second.json.object("totals")?.integer("created") == 0)
        #expect(second.json.object("totals")?.integer("updated") == 0)
        #expect(try counts() == before)
        #expect(try server.curl("/v1/figures?limit=500").body == figures)
        #expect(try server.curl("/v1/meetings/1").json.integer("version") == 1)
    }

    @Test("the same key and body are answered again; the same key with another body is refused")
    func replay() throws {
        let first = try post(sample, key: "night")
        let again = try post(sample, key: "night")
        #expect(again.status == 201)
        #expect(again.body == first.body)
        let other = try post(Data("{\"format\":\"scrutiny-pack-1\"}".utf8), key: "night")
        #expect(other.status == 422)
        var changed = try #require(String(data: sample, encoding: .utf8))
        changed = changed.replacing("County Hall, Worcester", with: "Shire Hall, Worcester")
        let reused = try post(Data(changed.utf8), key: "night")
        #expect(reused.status == 422)
        #expect(reused.json.text("code") == "idempotency_key_reused")
        #expect(try server.curl("/v1/meetings/1").json.text("venue") == "County Hall, Worcester")
    }

    @Test("a dry run says what would happen and keeps nothing")
    func dryRun() throws {
        let answer = try post(sample, key: "try", "?dryRun=true")
        #expect(answer.status == 200)
        #expect(answer.json.flag("dryRun") == true)
        #expect(answer.json.isNull("id"))
        #expect((answer.json.object("totals")?.integer("created") ?? 0) > 500)
        #expect(try counts().allSatisfy { $0 == 0 })
        // The key is still free.
        #expect(try post(sample, key: "try").status == 201)
    }

    @Test(
        "a truncated file is refused with its place, and nothing is stored",
        arguments: [1, 1_000, 60_000, 150_000])
    func truncated(count: Int) throws {
        let answer = try post(sample.prefix(count), key: "cut")
        #expect(answer.status == 400)
        #expect(answer.json.text("code") == "body_truncated")
        #expect(answer.json.text("detail")?.contains("Line ") == true)
        #expect(try counts().allSatisfy { $0 == 0 })
        #expect(
            try server.curl("/v1/imports?count=exact", token: token).json.object("page")?.integer("count")
                == 0)
    }

    @Test("the pack of another meeting stands beside the first, each with its own items and papers")
    func secondMeeting() throws {
        #expect(try post(sample, key: "first").status == 201)
        let text = try #require(String(data: sample, encoding: .utf8))
            .replacing("2018-09-14T14:00:00+01:00", with: "2018-11-14T14:00:00+00:00")
            .replacing("children-and-families/2018-09-14", with: "children-and-families/2018-11-14")
        let second = try post(Data(text.utf8), key: "second")
        #expect(second.status == 201)
        let created = second.json.list("rows").filter { $0.text("outcome") == "created" }
        #expect(created.contains { $0.text("collection") == "figures" })
        for meeting in [1, 2] {
            let items = try server.curl("/v1/meetings/\(meeting)/agenda-items?expand=reports").data
            #expect(items.map { $0.text("printedNumber") } == ["1", "2", "3", "4", "5", "6", "7", "8"])
            #expect(items.map { $0.list("reports").count } == [0, 0, 0, 0, 2, 3, 2, 2])
            let actions = try server.curl("/v1/actions?meeting=\(meeting)&count=exact&limit=1").json
            #expect(actions.object("page")?.integer("count") == 125)
        }
    }

    @Test("the pack of another panel may use the same references for its seats")
    func secondPanel() throws {
        #expect(try post(sample, key: "first").status == 201)
        let text = try #require(String(data: sample, encoding: .utf8))
            .replacing("\"slug\": \"children-and-families\"", with: "\"slug\": \"other\"")
            .replacing("\"name\": \"Children and Families Overview", with: "\"name\": \"Other Overview")
            .replacing("\"ref\": \"children-and-families/", with: "\"ref\": \"other/")
        #expect(try post(Data(text.utf8), key: "second").status == 201)
        for panel in ["children-and-families", "other"] {
            #expect(try server.curl("/v1/panels/\(panel)/seats").data.count == 11)
        }
    }

    @Test("every problem of a bad pack is named with its pointer, and nothing is stored")
    func everyProblem() throws {
        var text = try #require(String(data: sample, encoding: .utf8))
        text = text.replacing(
            "\"indicator\": \"looked-after-children\",", with: "\"indicator\": \"looked-after-childen\",")
        text = text.replacing("\"pageFrom\": 39, \"pageTo\": 48", with: "\"pageFrom\": 30, \"pageTo\": 48")
        let answer = try post(Data(text.utf8), key: "bad")
        #expect(answer.status == 422)
        let errors = answer.errors
        let unknown = errors.filter { $0.text("pointer")?.wholeMatch(of: /\/figures\/\d+\/indicator/) != nil }
        #expect(unknown.count >= 5)
        #expect(unknown.allSatisfy { $0.text("code") == "reference_unknown" })
        #expect(unknown.allSatisfy { $0.text("suggestion") == "looked-after-children" })
        #expect(
            errors.contains {
                $0.text("code") == "item_pages_overlap" && $0.text("pointer") == "/agendaItems/5"
            })
        #expect(try counts().allSatisfy { $0 == 0 })
    }

    @Test("unknown fields, wrong types and impossible days are refused where they stand")
    func badFields() throws {
        let text = """
            {"format":"scrutiny-pack-1","source":{"system":"s","ref":"r"},"council":{"name":"C"},
             "panel":{"slug":"p","name":"P","kind":"scrutiny_panel","coversEducation":"yes"},
             "meeting":{"startsAt":"2018-02-30T14:00","venu":"Hall"},
             "areas":[{"code":"Area One","name":"A","kind":"county"}],"reprots":[]}
            """
        let answer = try post(Data(text.utf8), key: "bad")
        #expect(answer.status == 422)
        let found = Dictionary(
            answer.errors.compactMap { error in error.text("pointer").map { ($0, error.text("code") ?? "") }
            },
            uniquingKeysWith: { first, _ in first })
        #expect(found["/panel/coversEducation"] == "type_wrong")
        #expect(found["/meeting/startsAt"] == "time_invalid")
        #expect(found["/meeting/venu"] == "field_unknown")
        #expect(found["/areas/0/code"] == "code_invalid")
        #expect(found["/reprots"] == "field_unknown")
    }

    @Test("a field that an officer set last is left alone and reported")
    func officerOwned() throws {
        #expect(try post(sample, key: "first").status == 201)
        let clerk = try server.token("write")
        let tag = try #require(try server.curl("/v1/meetings/1", token: clerk).fields["etag"])
        let changed = try server.curl(
            "/v1/meetings/1", "PATCH", token: clerk, fields: ["If-Match: \(tag)"],
            body: Data("{\"venue\":\"Guildhall\"}".utf8))
        #expect(changed.status == 200)
        let again = try post(sample, key: "second")
        #expect(again.status == 201)
        #expect(again.json.list("warnings").map { $0.text("code") } == ["officer_owned_field"])
        #expect(again.json.list("warnings").first?.text("pointer") == "/meeting")
        #expect(try server.curl("/v1/meetings/1").json.text("venue") == "Guildhall")
    }

    @Test("the key, a token with the scope and a JSON body are required")
    func requirements() throws {
        #expect(
            try server.curl("/v1/imports", "POST", token: token, body: sample).json.text("code")
                == "idempotency_key_missing")
        #expect(try server.curl("/v1/imports", "POST", body: sample).status == 401)
        let clerk = try server.token("write")
        #expect(try server.curl("/v1/imports", "POST", token: clerk, body: sample).status == 403)
        #expect(try server.curl("/v1/imports").status == 401)
        let mistyped = try server.curl(
            "/v1/imports", "POST", token: token, fields: ["Idempotency-Key: x", "Content-Type: text/plain"])
        #expect(mistyped.status != 201)
        let huge = Data(repeating: UInt8(ascii: " "), count: 9 << 20)
        let refused = try post(huge, key: "huge")
        #expect(refused.status == 413)
    }

    @Test("an import token sees only its own imports")
    func ownImports() throws {
        #expect(try post(sample, key: "mine").status == 201)
        let other = try server.token("import")
        #expect(try server.curl("/v1/imports/1", token: token).status == 200)
        #expect(try server.curl("/v1/imports/1", token: other).status == 404)
        #expect(try server.curl("/v1/imports", token: other).data.isEmpty)
    }
}
