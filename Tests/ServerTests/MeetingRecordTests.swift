import Foundation
import TestSupport
import Testing

/// The record of a meeting on the built program: made, read, changed, filtered, and refused with every problem.
@Suite("The record of a meeting")
struct MeetingRecordTests {
    let server: RunningServer
    let clerk: String

    init() throws {
        server = try RunningServer()
        clerk = try server.token("write")
    }

    private func make(_ collection: String, _ json: String) throws -> Answer {
        try server.post("/v1/\(collection)", json, token: clerk)
    }

    /// Changes a record on the version it has now.
    private func patch(_ target: String, _ json: String) throws -> Answer {
        let tag = try #require(try server.curl(target, token: clerk).fields["etag"])
        return try server.curl(
            target, "PATCH", token: clerk, fields: ["If-Match: \(tag)"], body: Data(json.utf8))
    }

    private func person(_ index: Int) throws -> String {
        let people = try server.curl("/v1/people").data
        return try #require(people[index].text("name"))
    }

    private func problems(_ answer: Answer) -> [String] {
        answer.errors.map { "\($0.text("pointer") ?? "") \($0.text("code") ?? "")" }
    }

    @Test("attendance")
    func attendance() throws {
        let (absent, substitute) = (try person(0), try person(1))
        let away = try make(
            "attendance",
            #"{"meeting":1,"person":"\#(absent)","role":"member","status":"apologies"}"#)
        #expect(away.status == 201)
        let made = try make(
            "attendance",
            #"{"meeting":1,"person":"\#(substitute)","role":"substitute","status":"present","substituteFor":"\#(absent)","itemFrom":"5"}"#
        )
        #expect(made.status == 201)
        #expect(made.json.object("substituteFor")?.text("label") == absent)
        let location = try #require(made.fields["location"])
        #expect(try server.curl(location, token: clerk).body == made.body)
        #expect(try server.curl(location).json.object("itemFrom")?.integer("id") != nil)

        let changed = try patch(location, #"{"mode":"in_person","arrivedAt":"2018-09-14T14:10"}"#)
        #expect(changed.status == 200)
        #expect(changed.json.text("arrivedAt") == "2018-09-14T14:10:00+01:00")
        #expect(changed.json.integer("version") == 2)
        let back = try patch(
            "/v1/attendance/\(away.json.integer("id") ?? 0)", #"{"status":"present"}"#)
        #expect(problems(back) == ["/substituteFor member_is_present"])

        let members = try server.curl("/v1/meetings/1/attendance").data
        #expect(members.map { $0.text("status") } == ["apologies", "present"])
        for (query, count) in [
            ("status=present", 1), ("role=substitute", 1), ("panel=children-and-families", 2),
            ("meetingOn=2018-09-14", 2), ("meetingOn__lt=2018-09-14", 0), ("seat__isnull=false", 0),
        ] {
            #expect(try server.curl("/v1/attendance?\(query)").data.count == count, "\(query)")
        }
        #expect(try server.curl("/v1/attendance?sort=-status").data.first?.text("status") == "present")
        #expect(
            try server.curl("/v1/meetings/1?expand=attendance").json.list("attendance").count == 2)

        let refused = try make(
            "attendance", #"{"meeting":1,"role":"membr","status":"present","substituteFor":"Nobody","x":1}"#)
        #expect(refused.status == 422)
        #expect(Set(problems(refused)) == ["/role choice_unknown", "/x field_unknown"])
        let broken = try make(
            "attendance", #"{"meeting":1,"role":"substitute","status":"absent","mode":"remote"}"#)
        #expect(
            problems(broken) == [
                "/person attender_unnamed", "/substituteFor substitute_needs_member",
                "/mode only_present_attend",
            ])
        #expect(
            try make("attendance", #"{"meeting":1,"role":"officer","post":"Clerk","status":"present"}"#)
                .status == 201)
    }

    @Test("declarations, and who sees them")
    func declarations() throws {
        let member = try person(0)
        let made = try make(
            "declarations",
            #"{"meeting":1,"item":"5","kind":"interest","person":"\#(member)","interestType":"odi","nature":"A governor"}"#
        )
        #expect(made.status == 201)
        let location = try #require(made.fields["location"])
        #expect(try server.curl(location, token: clerk).body == made.body)
        let whip = try make(
            "declarations",
            #"{"meeting":1,"item":"6","kind":"whip","politicalGroup":"Independent","nature":"To support it"}"#
        )
        #expect(whip.status == 201)
        #expect(whip.json.isNull("withdrew"))
        let changed = try patch(location, #"{"withdrew":true,"effect":"Left the room"}"#)
        #expect(changed.status == 200)
        #expect(changed.json.members["withdrew"] as? Bool == true)

        #expect(try server.curl("/v1/meetings/1/declarations").data.count == 2)
        #expect(try server.curl("/v1/meetings/1/declarations?kind=whip").data.count == 1)
        #expect(
            try server.curl("/v1/declarations?panel=1&interestType=odi", token: clerk).data.count == 1)
        // Not across meetings for the public, and by person for nobody.
        #expect(try server.curl("/v1/declarations").status == 401)
        #expect(try server.curl("/v1/declarations?person=1", token: clerk).status == 400)

        #expect(try patch(location, #"{"isSensitive":true,"nature":null}"#).status == 200)
        #expect(try server.curl(location).status == 404)
        #expect(try server.curl(location).fields["etag"] == nil)
        #expect(try server.curl("/v1/meetings/1/declarations?count=exact").data.count == 1)
        #expect(try server.curl("/v1/meetings/1?expand=declarations").json.list("declarations").count == 1)
        #expect(try server.curl(location, token: clerk).status == 200)

        let refused = try make(
            "declarations",
            #"{"meeting":1,"kind":"interest","interestType":"dpi","nature":"As recorded","politicalGroup":"G"}"#
        )
        #expect(
            problems(refused) == [
                "/person interest_needs_person", "/politicalGroup interest_needs_person",
                "/item declaration_needs_item", "/nature declaration_needs_nature",
            ])
        let unknown = try make(
            "declarations",
            #"{"meeting":1,"item":"99","kind":"whip","person":"Nobody","nature":"To support it"}"#)
        #expect(problems(unknown) == ["/item reference_unknown", "/person reference_unknown"])
    }

    @Test("decisions and their votes")
    func decisions() throws {
        let (mover, seconder) = (try person(0), try person(1))
        let made = try make(
            "decisions",
            #"{"meeting":1,"item":"5","kind":"agreed","text":"To ask for figures","mover":"\#(mover)","votesFor":4,"votesAgainst":4,"castingVote":"for"}"#
        )
        #expect(made.status == 201)
        #expect(made.json.object("mover")?.text("label") == mover)
        #expect(made.json.isNull("votesAbstain"))
        let location = try #require(made.fields["location"])
        #expect(try server.curl(location, token: clerk).body == made.body)
        let changed = try patch(
            location, #"{"votesFor":1,"votesAgainst":0,"castingVote":null,"minuteNumber":"320"}"#)
        #expect(changed.json.integer("votesFor") == 1)
        #expect(changed.json.isNull("castingVote"))

        // One member present is recorded: two votes are too many.
        let present = try make(
            "attendance", #"{"meeting":1,"person":"\#(mover)","role":"member","status":"present"}"#)
        #expect(present.status == 201)
        #expect(problems(try patch(location, #"{"votesAgainst":1}"#)) == ["/votesFor votes_exceed_voters"])
        let attender = try #require(present.fields["location"])
        #expect(
            problems(try patch(attender, #"{"status":"absent"}"#)) == ["/votesFor votes_exceed_voters"])

        #expect(
            try make("decisions", #"{"meeting":1,"item":"6","kind":"noted","text":"The report"}"#).status
                == 201)
        #expect(try server.curl("/v1/meetings/1/decisions").data.count == 2)
        for (query, count) in [
            ("kind=noted", 1), ("votesFor__gte=1", 1), ("item=6", 1), ("text__contains=figures", 1),
            ("minuteNumber=320", 1), ("panel=children-and-families", 2), ("meeting=2", 0),
        ] {
            #expect(try server.curl("/v1/decisions?\(query)").data.count == count, "\(query)")
        }
        #expect(try server.curl("/v1/decisions?sort=-kind").data.first?.text("kind") == "noted")
        #expect(
            try server.curl("/v1/meetings/1/agenda-items?expand=decisions").data
                .flatMap { $0.list("decisions") }.count == 2)

        let refused = try make(
            "decisions",
            #"{"meeting":1,"item":"5","kind":"agreed","text":"T","mover":"\#(seconder)","seconder":"\#(seconder)","votesFor":1,"castingVote":"for"}"#
        )
        #expect(
            problems(refused) == [
                "/votesAgainst votes_incomplete", "/castingVote casting_vote_needs_tie",
                "/seconder mover_is_seconder",
            ])
        let negative = try make("decisions", #"{"meeting":1,"votesFor":-1,"kind":"agree"}"#)
        #expect(
            problems(negative) == [
                "/item required", "/kind choice_unknown", "/text required", "/votesFor number_out_of_range",
            ])
    }

    private func recommend(_ ref: String, _ more: String = "") throws -> Answer {
        try make(
            "recommendations",
            #"{"panel":"children-and-families","municipalYear":"2018-19","ref":"\#(ref)","text":"Report each quarter","addressee":"Cabinet"\#(more)}"#
        )
    }

    private func move(_ target: String, to state: String) throws -> Answer {
        try server.post("\(target)/transitions", #"{"to":"\#(state)"}"#, token: clerk)
    }

    @Test("recommendations and their states")
    func recommendations() throws {
        let decision = try make(
            "decisions", #"{"meeting":1,"item":"5","kind":"recommended","text":"To recommend"}"#)
        let decided = decision.json.integer("id") ?? 0
        let made = try recommend("R1", #","meeting":1,"item":"5","decision":\#(decided)"#)
        #expect(made.status == 201)
        #expect(made.json.text("state") == "drafted")
        let location = try #require(made.fields["location"])
        #expect(try server.curl(location, token: clerk).body == made.body)
        // A draft is not public.
        #expect(try server.curl(location).status == 404)
        #expect(try server.curl("/v1/panels/1/recommendations").data.isEmpty)

        let early = try move(location, to: "sent")
        #expect(early.status == 409)
        #expect(early.errors.first?.members["allowed"] as? [String] == ["agreed"])
        #expect(try move(location, to: "agreed").json.text("state") == "agreed")
        #expect(try move(location, to: "sent").json.text("state") == "sent")
        #expect(try server.curl("/v1/panels/children-and-families/recommendations").data.count == 1)
        let named = try patch(location, #"{"state":"agreed"}"#)
        #expect(problems(named) == ["/state field_read_only"])

        #expect(
            problems(try patch(location, #"{"receivedOn":"2018-09-13"}"#)) == ["/receivedOn before_meeting"])
        // Two months beginning with the day of receipt.
        for (received, due) in [
            ("2018-09-14", "2018-11-13"), ("2019-03-01", "2019-04-30"), ("2019-07-31", "2019-09-30"),
            ("2018-12-28", "2019-02-27"), ("2018-12-29", "2019-02-28"), ("2018-12-31", "2019-02-28"),
            ("2023-12-30", "2024-02-29"),
        ] {
            let changed = try patch(location, #"{"receivedOn":"\#(received)"}"#)
            #expect(changed.json.text("responseDueOn") == due, "\(received)")
        }
        for (query, count) in [
            ("state=sent", 1), ("responseDueOn__lt=2024-03-01", 1), ("responseDueOn__lt=2024-02-29", 0),
            ("municipalYear=2018-19", 1), ("addressee=Cabinet", 1), ("meetingOn=2018-09-14", 1),
            ("item=6", 0),
            ("decision=\(decided)", 1), ("follows__isnull=false", 0),
        ] {
            #expect(try server.curl("/v1/recommendations?\(query)").data.count == count, "\(query)")
        }
        #expect(try server.curl("/v1/recommendations?sort=-responseDueOn,ref").status == 200)
        #expect(
            try server.curl("/v1/meetings/1?expand=recommendations").json.list("recommendations").count == 1)

        let again = try recommend("R1")
        #expect(again.status == 409)
        #expect(again.json.text("code") == "already_exists")
        let unrejected = try recommend("R2", #","follows":\#(made.json.integer("id") ?? 0)"#)
        #expect(problems(unrejected) == ["/follows follows_unrejected"])
        let other = try recommend("R2")
        let alone = try move(try #require(other.fields["location"]), to: "agreed")
        #expect(alone.errors.first?.text("code") == "agreed_needs_meeting")
        let refused = try make(
            "recommendations",
            #"{"panel":"children-and-familis","municipalYear":"2018","item":"5","ref":"R3","text":"T","addressee":"C","noticeSentOn":"2018-09-20","receivedOn":"2018-09-19"}"#
        )
        #expect(
            problems(refused) == [
                "/municipalYear municipal_year_shape", "/meeting item_needs_meeting",
                "/receivedOn received_before_notice",
            ])
    }

    @Test("responses, and what they let a recommendation do")
    func responses() throws {
        let target = try #require(try recommend("R1", #","meeting":1"#).fields["location"])
        let id = try server.curl(target, token: clerk).json.integer("id") ?? 0
        let answer =
            #"{"recommendation":\#(id),"outcome":"rejected","reasons":"No money","decidedBy":"Cabinet","decidedOn":"2018-10-18"}"#
        let early = try make("responses", answer)
        #expect(early.status == 409)
        #expect(early.json.text("code") == "recommendation_not_sent")
        #expect(try move(target, to: "agreed").status == 200)
        #expect(try move(target, to: "sent").status == 200)
        #expect(try patch(target, #"{"receivedOn":"2018-09-20"}"#).status == 200)
        #expect(try move(target, to: "responded").json.text("code") == "response_missing")

        let made = try make("responses", answer)
        #expect(made.status == 201)
        #expect(made.json.object("recommendation")?.text("label") == "R1")
        let location = try #require(made.fields["location"])
        #expect(try server.curl(location, token: clerk).body == made.body)
        // The public sees what the executive has published.
        #expect(try server.curl(location).status == 404)
        #expect(try patch(location, #"{"publishedOn":"2199-12-31"}"#).status == 200)
        #expect(try server.curl(location).status == 404)
        let changed = try patch(location, #"{"publishedOn":"2018-10-20","leadOfficerRole":"Director"}"#)
        #expect(changed.json.text("leadOfficerRole") == "Director")
        #expect(try server.curl(location).status == 200)
        #expect(
            problems(try patch(location, #"{"decidedOn":"2018-09-19"}"#)) == [
                "/decidedOn decided_before_received"
            ])
        #expect(problems(try patch(location, #"{"reasons":null}"#)) == ["/reasons response_needs_reasons"])

        #expect(try server.curl("\(target)/responses").data.count == 1)
        for (query, count) in [
            ("outcome=rejected", 1), ("outcome=noted", 0), ("panel=children-and-families", 1),
            ("recommendation=\(id)", 1), ("decidedOn__gte=2018-10-18", 1), ("municipalYear=2018-19", 1),
            ("meeting=1", 1), ("targetOn__isnull=true", 1),
        ] {
            #expect(try server.curl("/v1/responses?\(query)").data.count == count, "\(query)")
        }
        #expect(
            try server.curl("/v1/panels/1/recommendations?expand=responses").data.first?.list("responses")
                .count == 1)
        #expect(try move(target, to: "responded").json.text("state") == "responded")
        #expect(try move(target, to: "closed_rejected").json.text("state") == "closed_rejected")
        let next = try recommend("R2", #","follows":\#(id)"#)
        #expect(next.json.object("follows")?.text("label") == "R1")
        let reworded = try patch(try #require(next.fields["location"]), #"{"text":"Report each month"}"#)
        #expect(reworded.json.object("follows")?.integer("id") == id)

        let refused = try make(
            "responses", #"{"recommendation":99,"outcome":"noted","decidedOn":"2018-02-30","by":"C"}"#)
        #expect(
            problems(refused) == [
                "/decidedBy required", "/decidedOn date_invalid", "/by field_unknown",
            ])
        let broken = try make(
            "responses",
            #"{"recommendation":\#(id),"outcome":"noted","decidedBy":"C","decidedOn":"2018-10-18","publishedOn":"2018-10-17"}"#
        )
        #expect(
            problems(broken) == [
                "/reasons response_needs_reasons", "/publishedOn published_before_decided",
            ])
    }

    @Test(
        "each can be read as it was, and is listed by the index",
        arguments: ["attendance", "declarations", "decisions", "recommendations", "responses"])
    func earlier(collection: String) throws {
        let then = try server.curl("/v1/\(collection)?asOf=2018-01-01", token: clerk)
        #expect(then.status == 200)
        #expect(then.data.isEmpty)
        let index = try server.curl("/v1")
        #expect(String(decoding: index.body, as: UTF8.self).contains("/v1/\(collection)"))
        // Nobody writes without a token.
        #expect(try server.curl("/v1/\(collection)", "POST", body: Data("{}".utf8)).status == 401)
    }
}
