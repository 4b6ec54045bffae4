import Foundation
import TestSupport
import Testing

/// Votes by name, minutes and what they rest on, on the built program.
@Suite("Votes and minutes")
struct VotesAndMinutesTests {
    let server: RunningServer
    let clerk: String

    init() throws {
        server = try RunningServer()
        clerk = try server.token("write", "import")
    }

    private func make(_ collection: String, _ json: String) throws -> Answer {
        try server.post("/v1/\(collection)", json, token: clerk)
    }

    private func patch(_ target: String, _ json: String) throws -> Answer {
        let tag = try #require(try server.curl(target, token: clerk).fields["etag"])
        return try server.curl(
            target, "PATCH", token: clerk, fields: ["If-Match: \(tag)"], body: Data(json.utf8))
    }

    private func delete(_ target: String) throws -> Answer {
        let tag = try #require(try server.curl(target, token: clerk).fields["etag"])
        return try server.curl(target, "DELETE", token: clerk, fields: ["If-Match: \(tag)"])
    }

    private func move(_ target: String, to state: String, _ more: String = "") throws -> Answer {
        try server.post("\(target)/transitions", #"{"to":"\#(state)"\#(more)}"#, token: clerk)
    }

    private func problems(_ answer: Answer) -> [String] {
        answer.errors.map { "\($0.text("pointer") ?? "") \($0.text("code") ?? "")" }
    }

    /// The church representative of the sample, present at its meeting.
    private static let representative = "Bryan Allbut"

    @Test("a church representative votes on an education matter, once somebody has decided that it is one")
    func education() throws {
        let present = try make(
            "attendance",
            #"{"meeting":1,"person":"\#(Self.representative)","role":"coopted","status":"present"}"#)
        #expect(present.status == 201)
        let decision = try make(
            "decisions", #"{"meeting":1,"item":"8","kind":"agreed","text":"To visit children's centres"}"#)
        let decided = decision.json.integer("id") ?? 0
        let vote = #"{"decision":\#(decided),"person":"\#(Self.representative)","vote":"for"}"#
        let early = try make("named-votes", vote)
        #expect(problems(early) == ["/person vote_undetermined"])
        #expect(early.json.text("detail")?.contains("Nobody has decided") == true)

        let items = try server.curl("/v1/agenda-items?meeting=1&printedNumber=8").data
        let item = "/v1/agenda-items/\(items.first?.integer("id") ?? 0)"
        #expect(items.first?.isNull("educationMatter") == true)
        #expect(
            problems(try patch(item, #"{"educationMatter":false}"#)) == [
                "/educationDecidedBy education_needs_decider"
            ])
        #expect(
            problems(try patch(item, #"{"educationDecidedBy":"Monitoring Officer"}"#)) == [
                "/educationMatter education_needs_decider"
            ])
        #expect(problems(try patch(item, #"{"educationMatter":"yes"}"#)) == ["/educationMatter type_wrong"])
        let no = try patch(item, #"{"educationMatter":false,"educationDecidedBy":"Monitoring Officer"}"#)
        #expect(no.json.flag("educationMatter") == false)
        #expect(problems(try make("named-votes", vote)) == ["/person vote_not_allowed"])
        #expect(try patch(item, #"{"educationMatter":true}"#).status == 200)
        #expect(try server.curl("/v1/agenda-items?educationMatter=true").data.count == 1)
        let all = try server.curl("/v1/agenda-items").data.count
        #expect(try server.curl("/v1/agenda-items?educationUndecided=true").data.count == all - 1)

        let made = try make("named-votes", vote)
        #expect(made.status == 201)
        let location = try #require(made.fields["location"])
        #expect(try server.curl(location, token: clerk).body == made.body)
        #expect(try make("named-votes", vote).json.text("code") == "already_exists")
        // What the vote rests on stays.
        let again = try patch(item, #"{"educationMatter":false}"#)
        #expect(again.status == 409)
        #expect(again.json.text("code") == "vote_recorded")
        let away = try patch(try #require(present.fields["location"]), #"{"status":"absent"}"#)
        #expect(away.json.text("code") == "vote_recorded")

        #expect(try server.curl("/v1/decisions/\(decided)/named-votes").data.first?.text("vote") == "for")
        #expect(
            try server.curl("/v1/decisions/\(decided)?expand=namedVotes").json.list("namedVotes").count == 1)
        for (query, count) in [
            ("vote=for", 1), ("vote=against", 0), ("meeting=1", 1), ("panel=children-and-families", 1),
            ("decision=\(decided)", 1), ("meetingOn=2018-09-14", 1), ("sort=-vote", 1),
        ] {
            #expect(try server.curl("/v1/named-votes?\(query)").data.count == count, "\(query)")
        }
        #expect(try patch(location, #"{"vote":"abstain"}"#).json.text("vote") == "abstain")
        let counted = try patch(
            "/v1/decisions/\(decided)", #"{"votesFor":1,"votesAgainst":0,"votesAbstain":0}"#)
        #expect(problems(counted) == ["/vote named_votes_exceed_counted"])
        #expect(try delete(location).status == 204)
        #expect(try server.curl(location, token: clerk).status == 410)
        let history = try server.curl("\(location)/history", token: clerk).data
        #expect(history.map { $0.text("operation") } == ["created", "updated", "deleted"])
        let feed = try server.curl("/v1/changes?types=named-votes", token: clerk).data
        #expect(feed.count == 3)
        let refused = try make("named-votes", #"{"decision":99,"person":"Nobody","vote":"for"}"#)
        #expect(problems(refused) == ["/decision reference_unknown", "/person reference_unknown"])
        #expect(
            problems(try make("named-votes", #"{"vote":"aye"}"#)) == [
                "/decision required", "/person required", "/vote choice_unknown",
            ])
    }

    @Test("people, seats and agenda items go again, unless something refers to them")
    func removal() throws {
        for (collection, json) in [
            ("people", #"{"name":"A New"}"#),
            ("seats", #"{"panel":"children-and-families","position":20,"kind":"councillor"}"#),
            ("agenda-items", #"{"meeting":1,"printedNumber":"9","position":9,"title":"Urgent business"}"#),
        ] {
            let location = try #require(try make(collection, json).fields["location"])
            #expect(try delete(location).status == 204)
            #expect(try server.curl(location, token: clerk).status == 410)
        }
        #expect(try delete("/v1/people/1").status == 409)
        let item = try server.curl("/v1/agenda-items?printedNumber=8").data.first?.integer("id") ?? 0
        #expect(try delete("/v1/agenda-items/\(item)").status == 409)
        #expect(
            problems(try make("seats", #"{"kind":"councillor"}"#)) == [
                "/panel required", "/position required",
            ])
        let vacant = try make(
            "seats",
            #"{"panel":"children-and-families","position":20,"kind":"councillor","isChair":true,"limit":"x"}"#
        )
        #expect(problems(vacant) == ["/isChair vacant_seat_has_no_office", "/limit field_unknown"])
        // The seats of the pack read back under their own names.
        let seat = try server.curl("/v1/seats?kind=church_rep_cofe").data.first
        #expect(seat?.text("matters") == "for education matters")
        let changed = try patch("/v1/seats/\(seat?.integer("id") ?? 0)", #"{"heldTo":"2019-05-01"}"#)
        #expect(changed.json.text("heldTo") == "2019-05-01")
        #expect(changed.json.text("matters") == "for education matters")
    }

    @Test("what a meeting was told of whips, and whether substitutes are allowed")
    func rules() throws {
        #expect(try server.curl("/v1/meetings/1").json.text("whipAnswer") == "not_stated")
        #expect(try patch("/v1/meetings/1", #"{"whipAnswer":"none_declared"}"#).status == 200)
        let whip = try make(
            "declarations",
            #"{"meeting":1,"item":"5","kind":"whip","politicalGroup":"G","nature":"To support it"}"#)
        #expect(problems(whip) == ["/whipAnswer whip_answer_conflict"])
        #expect(try patch("/v1/meetings/1", #"{"whipAnswer":"declared"}"#).status == 200)
        #expect(try server.curl("/v1/meetings?whipAnswer=declared").data.count == 1)
        #expect(try patch("/v1/meetings/1", #"{"whipAnswer":null}"#).json.text("whipAnswer") == "not_stated")
        #expect(try server.curl("/v1/meetings?whipAnswer=not_stated").data.count == 1)

        let panel = "/v1/panels/children-and-families"
        #expect(try server.curl(panel).json.isNull("substitutesAllowed"))
        #expect(try patch(panel, #"{"substitutesAllowed":false}"#).json.flag("substitutesAllowed") == false)
        let people = try server.curl("/v1/people").data.compactMap { $0.text("name") }
        let substitute = try make(
            "attendance",
            #"{"meeting":1,"person":"\#(people[1])","role":"substitute","status":"present","substituteFor":"\#(people[0])"}"#
        )
        #expect(problems(substitute) == ["/role substitute_not_allowed"])
        #expect(
            problems(try patch(panel, #"{"successor":"children-and-families"}"#)) == [
                "/successor panel_succeeds_itself"
            ])
        #expect(
            try make(
                "panels",
                #"{"slug":"young-people","name":"Young People","kind":"scrutiny_panel","council":"C"}"#
            ).status == 201)
        #expect(
            try patch(panel, #"{"successor":"young-people"}"#).json.object("successor")?.text("label")
                == "Young People")
    }

    @Test("minutes go from a draft to confirmed at a later meeting, and then are frozen")
    func minutes() throws {
        let made = try make("minutes", #"{"meeting":1,"text":"Present: all."}"#)
        #expect(made.status == 201)
        #expect(made.json.text("state") == "draft")
        let location = try #require(made.fields["location"])
        let id = made.json.integer("id") ?? 0
        #expect(try server.curl(location, token: clerk).body == made.body)
        // Drafts are for officers.
        #expect(try server.curl(location).status == 404)
        #expect(try server.curl("/v1/meetings/1/minutes").data.isEmpty)
        #expect(try make("minutes", #"{"meeting":1,"text":"Others."}"#).json.text("code") == "already_exists")
        #expect(problems(try make("minutes", #"{"meeting":1}"#)) == ["/text minutes_empty"])
        let hasty = try make("minutes", #"{"meeting":1,"corrects":\#(id),"text":"Corrected."}"#)
        #expect(hasty.json.text("code") == "corrects_unconfirmed")
        let jump = try move(location, to: "confirmed")
        #expect(jump.status == 409)
        #expect(jump.errors.first?.members["allowed"] as? [String] == ["published_draft"])

        let next = try make("meetings", #"{"panel":"children-and-families","startsAt":"2018-11-20T14:00"}"#)
        let later = next.json.integer("id") ?? 0
        #expect(try move(location, to: "published_draft").status == 200)
        #expect(try server.curl(location).json.text("text") == "Present: all.")
        #expect(try server.curl("/v1/meetings/1/minutes").data.first?.members["text"] == nil)
        let early = try patch(location, #"{"confirmedAtMeeting":\#(later)}"#)
        #expect(early.json.text("code") == "minutes_not_presented")
        #expect(try move(location, to: "presented").status == 200)
        #expect(
            problems(try move(location, to: "confirmed")) == ["/confirmedAtMeeting confirmed_needs_meeting"])
        #expect(
            problems(try patch(location, #"{"confirmedAtMeeting":1}"#)) == [
                "/confirmedAtMeeting confirmed_at_itself"
            ])
        let signed = try patch(
            location,
            #"{"confirmedAtMeeting":\#(later),"amendments":"A name was added","signedOn":"2018-11-20","signedBy":"Chairman"}"#
        )
        #expect(signed.status == 200)
        // The meeting did not sit yet.
        #expect(problems(try move(location, to: "confirmed")) == ["/confirmedAtMeeting confirmed_later"])
        for target in ["/v1/meetings/\(later)", "/v1/meetings/1"] {
            #expect(try move(target, to: "published").status == 200)
            #expect(try move(target, to: "held").status == 200)
        }
        #expect(problems(try move("/v1/meetings/1", to: "closed")) == ["/note minutes_unconfirmed"])
        #expect(try move(location, to: "confirmed").json.text("state") == "confirmed")
        #expect(try move("/v1/meetings/1", to: "closed").json.text("state") == "closed")
        let lost = try move("/v1/meetings/\(later)", to: "closed", #","note":"The recording was lost""#)
        #expect(lost.json.text("stateReason") == "The recording was lost")

        let frozen = try patch(location, #"{"text":"Other."}"#)
        #expect(frozen.status == 409)
        #expect(frozen.json.text("code") == "published_is_frozen")
        #expect(try delete(location).status == 409)
        #expect(try server.curl("/v1/meetings/\(later)/minutes-confirmed").data.count == 1)

        // A correction is a record of its own, and counts when it is confirmed.
        let correction = try make(
            "minutes", #"{"meeting":1,"corrects":\#(id),"text":"Present: all but one."}"#)
        #expect(correction.status == 201)
        #expect(correction.json.flag("isCurrent") == false)
        #expect(
            try server.curl("/v1/minutes?isCurrent=true", token: clerk).data.map { $0.integer("id") } == [id])
        for (query, count) in [
            ("state=confirmed", 1), ("signedBy=Chairman", 1), ("confirmedAtMeeting=\(later)", 1),
            ("corrects=\(id)", 1),
            ("panel=children-and-families", 2), ("signedOn__gte=2018-11-21", 0), ("text__contains=but", 1),
        ] {
            #expect(try server.curl("/v1/minutes?\(query)", token: clerk).data.count == count, "\(query)")
        }
        #expect(try server.curl("/v1/meetings/1?expand=minutes").json.list("minutes").count == 1)
        let history = try server.curl("\(location)/history", token: clerk).data
        #expect(history.first?.text("operation") == "created")
        #expect(history.count == 5)
        #expect(try server.curl("/v1/minutes?asOf=2018-01-01", token: clerk).data.isEmpty)
    }

    @Test("an import that votes and minutes build on is not undone")
    func undo() throws {
        let server = try RunningServer(sample: false)
        let token = try server.token("import", "write")
        let done = try server.curl(
            "/v1/imports", "POST", token: token, fields: ["Idempotency-Key: first"],
            body: Data(contentsOf: Checkout.sample))
        #expect(done.status == 201)
        let minutes = try server.post("/v1/minutes", #"{"meeting":1,"text":"Present: all."}"#, token: token)
        #expect(minutes.status == 201)
        let undone = try server.curl("/v1/imports/1/undo", "POST", token: token)
        #expect(undone.status == 409)
        #expect(undone.text.contains("minutes"))
        let target = try #require(minutes.fields["location"])
        let tag = try #require(minutes.fields["etag"])
        #expect(try server.curl(target, "DELETE", token: token, fields: ["If-Match: \(tag)"]).status == 204)
        #expect(try server.curl("/v1/imports/1/undo", "POST", token: token).status == 200)
    }

    @Test(
        "each is listed by the index and closed to those without a token",
        arguments: ["named-votes", "minutes"])
    func index(collection: String) throws {
        #expect(try server.curl("/v1").text.contains("/v1/\(collection)"))
        #expect(try server.curl("/v1/\(collection)", "POST", body: Data("{}".utf8)).status == 401)
    }
}
