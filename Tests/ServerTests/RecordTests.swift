import Foundation
import TestSupport
import Testing

/// Making and changing records.
@Suite("Records")
struct RecordTests {
    let server: RunningServer
    let clerk: String

    init() throws {
        server = try RunningServer()
        clerk = try server.token("write")
    }

    private func patch(_ target: String, _ json: String, tag: String?) throws -> Answer {
        let fields = tag.map { ["If-Match: \($0)"] } ?? []
        return try server.curl(target, "PATCH", token: clerk, fields: fields, body: Data(json.utf8))
    }

    private func tag(_ target: String) throws -> String {
        try #require(try server.curl(target, token: clerk).fields["etag"])
    }

    @Test(
        "each of these kinds can be made, read back and changed",
        arguments: [
            (
                "panels", #"{"slug":"corporate","name":"Corporate","kind":"other","council":"Test"}"#,
                #"{"name":"Corporate Board"}"#,
                "name", "Corporate Board"
            ),
            (
                "meetings", #"{"panel":"children-and-families","startsAt":"2026-01-14T14:00"}"#,
                #"{"venue":"Hall"}"#, "venue",
                "Hall"
            ),
            (
                "reports", #"{"meeting":1,"item":"5","kind":"supplement","title":"Late paper"}"#,
                #"{"label":"Appendix 9"}"#,
                "label", "Appendix 9"
            ),
            (
                "indicators", #"{"code":"new-measure","name":"New","unit":"count","polarity":"none"}"#,
                #"{"topic":"T"}"#, "topic",
                "T"
            ),
            (
                "observations",
                #"{"indicator":"looked-after-children","area":"england","period":{"kind":"month","start":"2018-06-01","end":"2018-06-30"},"value":5}"#,
                #"{"reason":"R"}"#, "reason", "R"
            ),
            (
                "actions",
                #"{"panel":"children-and-families","kind":"letter","text":"Write","ownerRole":"Chairman","dueKind":"none"}"#,
                #"{"ownerRole":"Clerk"}"#, "ownerRole", "Clerk"
            ),
            ("people", #"{"name":"A New"}"#, #"{"sortName":"New, A"}"#, "sortName", "New, A"),
            (
                "seats", #"{"panel":"children-and-families","position":20,"kind":"voting_coopted"}"#,
                #"{"displayTitle":"Co-opted member","heldFrom":"2018-05-01"}"#, "displayTitle",
                "Co-opted member"
            ),
            (
                "agenda-items",
                #"{"meeting":1,"printedNumber":"99","position":99,"title":"Urgent business"}"#,
                #"{"instruction":"To consider"}"#, "instruction", "To consider"
            ),
            (
                "minutes", #"{"meeting":1,"text":"Present: all."}"#, #"{"signedBy":"Chairman"}"#, "signedBy",
                "Chairman"
            ),
        ])
    func makeAndChange(collection: String, draft: String, patch change: String, field: String, value: String)
        throws
    {
        let made = try server.post("/v1/\(collection)", draft, token: clerk)
        #expect(made.status == 201)
        let location = try #require(made.fields["location"])
        #expect(try server.curl(location, token: clerk).body == made.body)
        #expect(made.json.object("source")?.text("origin") == "officer")
        let changed = try patch(location, change, tag: made.fields["etag"])
        #expect(changed.status == 200)
        #expect(changed.json.text(field) == value)
        #expect(changed.json.integer("version") == 2)
        // The same change again changes nothing.
        let same = try patch(location, change, tag: changed.fields["etag"])
        #expect(same.json.integer("version") == 2)
        #expect(same.fields["etag"] == changed.fields["etag"])
    }

    @Test("a change needs If-Match, and a stale one is refused")
    func ifMatch() throws {
        #expect(try patch("/v1/meetings/1", #"{"venue":"A"}"#, tag: nil).status == 428)
        let old = try tag("/v1/meetings/1")
        #expect(try patch("/v1/meetings/1", #"{"venue":"A"}"#, tag: old).status == 200)
        #expect(try patch("/v1/meetings/1", #"{"venue":"B"}"#, tag: old).status == 412)
        #expect(try server.curl("/v1/meetings/1").json.text("venue") == "A")
    }

    @Test("a record that the client has already is answered with 304")
    func notModified() throws {
        let answer = try server.curl("/v1/meetings/1")
        let tag = try #require(answer.fields["etag"])
        let again = try server.curl("/v1/meetings/1", fields: ["If-None-Match: \(tag)"])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        #expect(again.fields["etag"] == tag)
        #expect(try server.curl("/v1/meetings/1", fields: ["If-None-Match: \"other\""]).status == 200)
    }

    @Test("all problems of a record come at once, with pointers and the nearest right word")
    func problems() throws {
        let answer = try server.post(
            "/v1/panels", #"{"slug":"x","nam":"y","kind":"scrutny_panel","coversEducation":1}"#, token: clerk)
        #expect(answer.status == 422)
        let pointers = answer.errors.compactMap { $0.text("pointer") }
        #expect(Set(pointers) == ["/name", "/council", "/kind", "/nam", "/coversEducation"])
        #expect(answer.errors.first { $0.text("pointer") == "/kind" }?.text("suggestion") == "scrutiny_panel")
        #expect(answer.errors.first { $0.text("pointer") == "/nam" }?.text("suggestion") == "name")
    }

    @Test("two meetings of one panel cannot begin at the same moment")
    func duplicate() throws {
        let answer = try server.post(
            "/v1/meetings", #"{"panel":"children-and-families","startsAt":"2018-09-14T14:00"}"#, token: clerk)
        #expect(answer.status == 409)
        #expect(answer.json.text("code") == "already_exists")
    }

    @Test("local times follow the clocks of London, summer and winter")
    func localTimes() throws {
        for (given, shown) in [
            ("2026-07-14T14:00", "2026-07-14T14:00:00+01:00"),
            ("2026-01-14T14:00", "2026-01-14T14:00:00+00:00"),
            ("2026-03-29T02:30:00Z", "2026-03-29T03:30:00+01:00"),
        ] {
            let answer = try server.post(
                "/v1/meetings", "{\"panel\":1,\"startsAt\":\"\(given)\"}", token: clerk)
            #expect(answer.json.text("startsAt") == shown)
        }
    }

    @Test("states move only along their machine, and a step that needs a reason gets one")
    func transitions() throws {
        let path = "/v1/actions/1/transitions"
        let refused = try server.post(path, #"{"to":"closed"}"#, token: clerk)
        #expect(refused.status == 409)
        #expect(refused.errors.first?.members["allowed"] as? [String] == ["open", "dismissed"])
        #expect(
            try server.post("/v1/meetings/1/transitions", #"{"to":"cancelled"}"#, token: clerk).status == 422)
        let cancelled = try server.post(
            "/v1/meetings/1/transitions", #"{"to":"cancelled","note":"Snow"}"#, token: clerk)
        #expect(cancelled.json.text("state") == "cancelled")
        #expect(cancelled.json.text("stateReason") == "Snow")
        let dismissed = try server.post(path, #"{"to":"dismissed"}"#, token: clerk)
        #expect(dismissed.json.list("events").map { $0.text("to") } == ["dismissed"])
    }

    @Test("a published report is frozen")
    func published() throws {
        let tag = try #require(
            try server.post("/v1/reports/1/transitions", #"{"to":"published"}"#, token: clerk).fields["etag"])
        let answer = try patch("/v1/reports/1", #"{"title":"Other"}"#, tag: tag)
        #expect(answer.status == 409)
        #expect(answer.json.text("code") == "published_is_frozen")
    }

    @Test("a final value is revised by a new observation with a reason")
    func revision() throws {
        let key =
            #""indicator":"looked-after-children","area":"worcestershire","period":{"kind":"as_at","start":"2018-03-31","end":"2018-03-31"}"#
        let first = try server.post(
            "/v1/observations", "{\(key),\"value\":798,\"publicationState\":\"final\"}", token: clerk)
        #expect(first.json.integer("revision") == 1)
        #expect(try server.post("/v1/observations", "{\(key),\"value\":799}", token: clerk).status == 422)
        let second = try server.post(
            "/v1/observations", "{\(key),\"value\":799,\"reason\":\"Recount\"}", token: clerk)
        #expect(second.json.integer("revision") == 2)
        #expect(second.json.text("publicationState") == "revised")
        let half = try server.post(
            "/v1/observations",
            #"{"indicator":"looked-after-children","area":"england","period":{"kind":"month","start":"2018-06-01","end":"2018-06-30"},"value":1.5}"#,
            token: clerk)
        #expect(half.status == 422)
        #expect(half.errors.first?.text("code") == "value_outside_unit")
    }

    @Test("papers that are not public are invisible without the right token, also in search")
    func exempt() throws {
        let tag = try tag("/v1/reports/5")
        let body =
            #"{"access":"exempt","exemptParagraphs":[1],"publicInterestStatement":"It names children."}"#
        #expect(try patch("/v1/reports/5", body, tag: tag).status == 200)
        #expect(try server.curl("/v1/reports/5").status == 404)
        #expect(try server.curl("/v1/reports/5", token: clerk).status == 200)
        #expect(try server.curl("/v1/figures?report=5").data.isEmpty)
        #expect(try server.curl("/v1/terms").data.isEmpty)
        #expect(try server.curl("/v1/report-pages?report=5").data.isEmpty)
        #expect(try server.curl("/v1/reports/5/figures").status == 404)
        #expect(try server.curl("/v1/actions?report=5").data.isEmpty)
        let hits = try server.curl("/v1/search?q=fostering&limit=100").data
        #expect(!hits.isEmpty)
        #expect(hits.allSatisfy { $0.object("report")?.integer("id") != 5 })
    }

    @Test("the children of a hidden paper do not betray it")
    func hiddenParent() throws {
        let parent = "/v1/reports/1"
        #expect(try server.curl("/v1/reports?parent=1").data.map { $0.integer("id") } == [5])
        let body = #"{"access":"confidential","confidentialReason":"Given on terms."}"#
        #expect(try patch(parent, body, tag: try tag(parent)).status == 200)
        #expect(
            try server.curl("/v1/reports?parent=1").body.count
                == server.curl("/v1/reports?parent=9").body.count)
        #expect(try server.curl("/v1/reports?parent=1").data.isEmpty)
        let children = try server.curl("/v1/reports?parent__isnull=false").data
        #expect(!children.isEmpty)
        #expect(children.allSatisfy { $0.integer("id") != 5 && !$0.isNull("parent") })
    }

    @Test("without a token nothing is written; with a wrong one nothing is read")
    func tokens() throws {
        #expect(try server.curl("/v1/panels", "POST", body: Data("{}".utf8)).status == 401)
        #expect(
            try server.curl("/v1/panels", token: "scr_1_\(String(repeating: "0", count: 64))").status == 401)
        #expect(try server.curl("/v1/panels", token: "nonsense").status == 401)
        #expect(
            try server.curl("/v1/panels", "POST", token: try server.token("import"), body: Data("{}".utf8))
                .status == 403)
    }
}
