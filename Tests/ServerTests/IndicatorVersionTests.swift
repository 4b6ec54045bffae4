import Foundation
import TestSupport
import Testing

/// Definitions, targets, areas and the links of figures on the built program.
@Suite("Definitions and targets")
struct IndicatorVersionTests {
    let server: RunningServer
    let clerk: String
    private static let share = "looked-after-children-with-domestic-abuse"

    init() throws {
        server = try RunningServer()
        clerk = try server.token("write")
    }

    private func make(_ collection: String, _ json: String) throws -> Answer {
        try server.post("/v1/\(collection)", json, token: clerk)
    }

    /// Sends a request on the version that the record has now.
    private func send(_ method: String, _ target: String, _ json: String? = nil) throws -> Answer {
        let tag = try #require(try server.curl(target, token: clerk).fields["etag"])
        return try server.curl(
            target, method, token: clerk, fields: ["If-Match: \(tag)"], body: json.map { Data($0.utf8) })
    }

    private func problems(_ answer: Answer) -> [String] {
        answer.errors.map { "\($0.text("pointer") ?? "") \($0.text("code") ?? "")" }
    }

    private func define(_ from: String, _ more: String = "") throws -> Answer {
        try make(
            "indicator-versions",
            #"{"indicator":"\#(Self.share)","definition":"Share of children","validFrom":"\#(from)"\#(more)}"#
        )
    }

    private func observe(_ day: String, _ more: String = "") throws -> Answer {
        try make(
            "observations",
            #"{"indicator":"\#(Self.share)","area":"worcestershire","period":{"kind":"as_at","start":"\#(day)","end":"\#(day)"},"value":34.0,"publicationState":"final"\#(more)}"#
        )
    }

    @Test("a definition is made, changed, ended and followed by the next")
    func definitions() throws {
        let first = try define("2015-04-01", #","numeratorDef":"Children","comparableWithPrevious":false"#)
        #expect(first.status == 201)
        #expect(first.json.flag("comparableWithPrevious") == false)
        #expect(first.json.isNull("validTo") && first.json.isNull("decimals"))
        let location = try #require(first.fields["location"])
        #expect(try server.curl(location, token: clerk).body == first.body)
        let early = try define("2018-04-01")
        #expect(problems(early) == ["/validFrom versions_overlap"])
        #expect(try send("PATCH", location, #"{"validTo":"2018-03-31"}"#).json.integer("version") == 2)
        let second = try define("2018-04-01", #","comparableWithPrevious":true"#)
        #expect(second.status == 201)

        let versions = try server.curl("/v1/indicators/\(Self.share)/versions").data
        #expect(versions.map { $0.text("validFrom") } == ["2018-04-01", "2015-04-01"])
        #expect(
            try server.curl("/v1/indicators/\(Self.share)?expand=versions").json.list("versions").count == 2)
        for (query, count) in [
            ("indicator=\(Self.share)", 2), ("validTo__isnull=true", 1), ("validFrom__lte=2018-03-31", 1),
            ("comparableWithPrevious=true", 1), ("numeratorDef__contains=child", 1),
        ] {
            #expect(try server.curl("/v1/indicator-versions?\(query)").data.count == count, "\(query)")
        }
        #expect(try server.curl("/v1").text.contains("/v1/indicator-versions"))
        let history = try server.curl("\(location)/history", token: clerk).data
        #expect(history.map { $0.text("operation") } == ["created", "updated"])
        let changes = try server.curl("/v1/changes?types=indicator-versions", token: clerk).data
        #expect(changes.count == 3)
        #expect(changes.first?.list("parents").first?.text("collection") == "indicators")
        #expect(
            try server.curl("/v1/indicator-versions?asOf=2018-09-14", token: clerk).data.isEmpty)

        let wrong = try make(
            "indicator-versions",
            #"{"indicator":"no-such","validFrom":"2018-04-31","comparableWithPrevious":"yes","unit":"count"}"#
        )
        #expect(
            Set(problems(wrong)) == [
                "/definition required", "/validFrom date_invalid", "/comparableWithPrevious type_wrong",
                "/unit field_unknown",
            ])
        #expect(
            problems(try define("2019-04-01", #","validTo":"2019-03-31""#)) == ["/validTo version_range"])
        let moved = try send("PATCH", location, #"{"indicator":"looked-after-children"}"#)
        #expect(problems(moved) == ["/indicator version_stays"])
        #expect(try send("DELETE", location).status == 204)
        #expect(try server.curl(location, token: clerk).status == 410)
    }

    @Test("an observation belongs to the definition that is valid when its period ends")
    func observations() throws {
        let before = try observe("2014-03-31")
        #expect(before.status == 201)
        #expect(before.json.isNull("indicatorVersion"))
        let old = try define("2015-04-01", #","validTo":"2018-03-31""#).json.integer("id") ?? 0
        let new = try define("2018-04-01").json.integer("id") ?? 0
        let last = try observe("2018-03-31")
        #expect(last.json.object("indicatorVersion")?.integer("id") == old)
        #expect(last.json.object("indicatorVersion")?.text("label") == "since 2015-04-01")
        let first = try observe("2018-04-01", #","indicatorVersion":\#(new)"#)
        #expect(first.json.object("indicatorVersion")?.integer("id") == new)

        for (day, version) in [("2018-06-30", old), ("2014-06-30", new)] {
            #expect(
                problems(try observe(day, #","indicatorVersion":\#(version)"#)) == [
                    "/indicatorVersion version_not_valid"
                ])
        }
        #expect(
            problems(try observe("2018-06-30", #","indicatorVersion":99"#)) == [
                "/indicatorVersion reference_unknown"
            ])
        let other = try make(
            "observations",
            #"{"indicator":"looked-after-children","indicatorVersion":\#(new),"area":"england","period":{"kind":"as_at","start":"2018-06-30","end":"2018-06-30"},"value":5}"#
        )
        #expect(problems(other) == ["/indicatorVersion version_not_valid"])
        // A revision stays with the definition of its period; only one value is the first.
        #expect(problems(try observe("2018-03-31")) == ["/reason needs_reason"])
        let revised = try observe("2018-03-31", #","reason":"Recounted""#)
        #expect(revised.json.integer("revision") == 2)
        #expect(revised.json.object("indicatorVersion")?.integer("id") == old)

        #expect(try server.curl("/v1/indicator-versions/\(old)/observations").data.count == 2)
        #expect(try server.curl("/v1/observations?indicatorVersion=\(new)").data.count == 1)
        #expect(try server.curl("/v1/observations?indicatorVersion__isnull=true").data.count == 1)
        // Read from the change log it is the same.
        for query in ["indicatorVersion=\(old)", "indicatorVersion__isnull=true&sort=-period"] {
            #expect(
                try server.curl("/v1/observations?\(query)&asOf=2199-12-31&shape=array", token: clerk).body
                    == server.curl("/v1/observations?\(query)&shape=array", token: clerk).body)
        }
        // What was defined later, or ends earlier, moves with the dates.
        #expect(
            try send("PATCH", "/v1/indicator-versions/\(old)", #"{"validFrom":"2013-04-01"}"#).status == 200)
        #expect(try server.curl("/v1/indicator-versions/\(old)/observations").data.count == 3)
    }

    @Test("a target belongs to one definition")
    func targets() throws {
        let old = try define("2015-04-01", #","validTo":"2018-03-31""#).json.integer("id") ?? 0
        let new = try define("2018-04-01").json.integer("id") ?? 0
        func target(_ version: Int, _ more: String) throws -> Answer {
            try make(
                "targets",
                #"{"indicatorVersion":\#(version),"period":{"kind":"financial_year","start":"2018-04-01","end":"2019-03-31"},"setBy":"Cabinet",\#(more)}"#
            )
        }
        let made = try target(
            new, #""value":80.0,"toleranceValue":"5","toleranceKind":"points","localOrNational":"local""#)
        #expect(made.status == 201)
        #expect(made.text.contains(#""value":80.0,"unit":"percent","toleranceValue":5,"#))
        #expect(made.json.object("indicator")?.text("href") != nil)
        let location = try #require(made.fields["location"])
        #expect(try server.curl(location, token: clerk).body == made.body)
        #expect(try send("PATCH", location, #"{"value":75}"#).json.integer("version") == 2)
        #expect(try target(new, #""value":85,"localOrNational":"national""#).status == 201)
        #expect(try target(new, #""value":90,"localOrNational":"local""#).status == 409)
        #expect(
            problems(try target(old, #""value":80,"localOrNational":"local""#)) == [
                "/period target_outside_version"
            ])
        #expect(
            problems(try send("PATCH", location, #"{"value":101}"#)) == ["/value value_outside_unit"])
        #expect(
            problems(try target(new, #""toleranceKind":"pints","localOrNational":"county""#)) == [
                "/value required", "/toleranceKind choice_unknown", "/localOrNational choice_unknown",
            ])
        #expect(
            problems(try target(99, #""value":80,"localOrNational":"local""#)) == [
                "/indicatorVersion reference_unknown"
            ])
        let ended = try send("PATCH", "/v1/indicator-versions/\(new)", #"{"validTo":"2018-12-31"}"#)
        #expect(ended.status == 409)
        #expect(ended.json.text("code") == "version_has_targets")
        #expect(try send("DELETE", "/v1/indicator-versions/\(new)").status == 409)
        let unit = try send("PATCH", "/v1/indicators/\(Self.share)", #"{"unit":"count"}"#)
        #expect(unit.json.text("code") == "unit_in_use")

        for path in [
            "indicators/\(Self.share)/targets", "indicator-versions/\(new)/targets",
            "targets?indicator=\(Self.share)&period=2018-19",
        ] {
            #expect(try server.curl("/v1/\(path)").data.count == 2, "\(path)")
        }
        #expect(try server.curl("/v1/targets?localOrNational=national").data.first?.number("value") == 85)
        #expect(
            try server.curl("/v1/indicators/\(Self.share)?expand=targets").json.list("targets").count == 2)
        #expect(try server.curl("\(location)/history", token: clerk).data.count == 2)
        #expect(try send("DELETE", location).status == 204)
        #expect(try send("PATCH", "/v1/indicator-versions/\(new)", #"{"definition":"D"}"#).status == 200)
    }

    @Test("areas are made, changed and removed; a neighbour group has an owner and a model year")
    func areas() throws {
        let made = try make(
            "areas",
            #"{"code":"cipfa-2018","name":"Neighbours","kind":"neighbour_group","owner":"CIPFA","modelYear":2018}"#
        )
        #expect(made.status == 201)
        #expect(try server.curl("/v1/areas/cipfa-2018", token: clerk).body == made.body)
        #expect(
            try send("PATCH", "/v1/areas/cipfa-2018", #"{"modelYear":2019}"#).json.integer("modelYear")
                == 2019)
        #expect(try server.curl("/v1/areas?owner=CIPFA&modelYear=2019").data.count == 1)
        // A neighbour group's values are observations like any other's.
        let value = try make(
            "observations",
            #"{"indicator":"\#(Self.share)","area":"cipfa-2018","period":{"kind":"as_at","start":"2018-03-31","end":"2018-03-31"},"value":40}"#
        )
        #expect(value.status == 201)
        let used = try send("DELETE", "/v1/areas/cipfa-2018")
        #expect(used.status == 409)
        #expect(try send("DELETE", try #require(value.fields["location"])).status == 204)
        #expect(try send("DELETE", "/v1/areas/cipfa-2018").status == 204)
        #expect(try server.curl("/v1/areas/cipfa-2018").status == 404)
        #expect(try make("areas", #"{"code":"england","name":"E","kind":"country"}"#).status == 409)
        #expect(
            problems(try make("areas", #"{"code":"x","name":"X","kind":"county","owner":"O"}"#)) == [
                "/owner only_groups_have_owners"
            ])
        let history = try server.curl("/v1/changes?types=areas", token: clerk).data
        #expect(history.suffix(3).map { $0.text("operation") } == ["created", "updated", "deleted"])
    }

    @Test("an import that linked a figure can be undone")
    func undoneLink() throws {
        let figure = try #require(
            try server.curl("/v1/figures?indicator__isnull=true&limit=1").data.first)
        let name = try #require(figure.text("name"))
        let token = try server.token("import")
        var pack = try String(contentsOf: Checkout.sample, encoding: .utf8)
        let row = try #require(pack.split(separator: "\n").first { $0.contains(#""name": "\#(name)""#) })
        pack = pack.replacing(
            row,
            with: row.replacing(#""indicator": null"#, with: #""indicator": "looked-after-children""#))
        let target = "/v1/figures/\(figure.integer("id") ?? 0)"
        let linked = try server.curl(
            "/v1/imports", "POST", token: token, fields: ["Idempotency-Key: k"], body: Data(pack.utf8))
        #expect(linked.status == 201)
        #expect(try server.curl(target).json.object("indicator") != nil)
        let id = linked.json.integer("id") ?? 0
        #expect(try server.curl("/v1/imports/\(id)/undo", "POST", token: token).status == 200)
        #expect(try server.curl(target).json.isNull("indicator"))
    }

    @Test("a printed figure is linked to an indicator, and nothing else of it changes")
    func figures() throws {
        let unlinked = try server.curl("/v1/figures?indicator__isnull=true&valueState=actual&limit=1").data
        let target = "/v1/figures/\(try #require(unlinked.first?.integer("id")))"
        let before = try server.curl(target).json
        #expect(try server.curl(target, "OPTIONS").fields["allow"] == "GET, HEAD, PATCH, OPTIONS")
        #expect(try server.curl("/v1/figures", "OPTIONS").fields["allow"] == "GET, HEAD, OPTIONS")
        let linked = try send("PATCH", target, #"{"indicator":"looked-after-children"}"#)
        #expect(linked.status == 200)
        #expect(linked.json.object("indicator")?.text("label") != nil)
        #expect(linked.json.text("valueText") == before.text("valueText"))
        #expect(linked.json.integer("version") == 2)
        let history = try server.curl("\(target)/history", token: clerk).data
        #expect(history.last?.text("operation") == "updated")
        #expect(history.last?.object("changed")?.members.keys.contains("indicatorId") == true)
        #expect(history.last?.object("changed")?.members.keys.contains("value") == false)
        for name in ["value", "valueText", "name", "area", "period", "confidence"] {
            #expect(
                problems(try send("PATCH", target, #"{"\#(name)":null}"#)) == ["/\(name) field_read_only"])
        }
        #expect(
            problems(try send("PATCH", target, #"{"indicator":"no-such"}"#)) == [
                "/indicator reference_unknown"
            ])
        #expect(try server.curl(target, "PATCH", body: Data("{}".utf8)).status == 401)
        #expect(try server.curl(target, "DELETE", token: clerk).status == 405)
        // The next import leaves the officer's link.
        let again = try server.curl(
            "/v1/imports", "POST", token: try server.token("import"), fields: ["Idempotency-Key: k"],
            body: try Data(contentsOf: Checkout.sample))
        #expect(again.status == 201)
        #expect(try server.curl(target).json.object("indicator")?.integer("id") != nil)
        #expect(try send("PATCH", target, #"{"indicator":null}"#).json.isNull("indicator"))
        // The definition of its day is shown with it.
        let figure = try #require(
            try server.curl("/v1/figures?indicator__isnull=false&periodEnd=2018-03-31&limit=1").data.first)
        let indicator = try #require(figure.object("indicator")?.integer("id"))
        let version = try make(
            "indicator-versions", #"{"indicator":\#(indicator),"definition":"D","validFrom":"2018-03-31"}"#)
        #expect(
            try server.curl("/v1/figures/\(figure.integer("id") ?? 0)").json.object("indicatorVersion")?
                .integer("id") == version.json.integer("id"))
    }
}
