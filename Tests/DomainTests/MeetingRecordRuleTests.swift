import Testing

@testable import Domain

/// The rules of attendance, declarations, decisions, recommendations and responses, all problems at once.
@Suite("Rules of the record of a meeting")
struct MeetingRecordRuleTests {
    private func codes(_ check: (inout Problems) -> Void) -> [String] {
        var problems = Problems()
        check(&problems)
        return problems.all.map { "\($0.pointer) \($0.code)" }
    }

    @Test("an attender is named unless the post is enough, and a speaker never is")
    func attendanceNames() {
        for role in AttendanceRole.allCases {
            var draft = AttendanceDraft(meeting: .key("m"), person: nil, role: role, status: .absent)
            if role == .substitute { draft.substituteFor = .key("B") }
            let missing = role.isKnownByPost ? ["/post attender_unnamed"] : ["/person attender_unnamed"]
            #expect(codes { draft.check(&$0) } == (role == .publicSpeaker ? [] : missing))
            draft.post = "Director"
            let isEnough = role.isKnownByPost || role == .publicSpeaker
            #expect(codes { draft.check(&$0) } == (isEnough ? [] : missing))
            draft.person = .key("A")
            #expect(
                codes { draft.check(&$0) } == (role == .publicSpeaker ? ["/person speaker_is_unnamed"] : []))
        }
    }

    @Test("an attendance gives all its problems")
    func attendance() throws {
        let moment = try #require(OffsetDateTime("2018-09-14T14:00:00+01:00"))
        let earlier = try #require(OffsetDateTime("2018-09-14T12:59:59Z"))
        let draft = AttendanceDraft(
            meeting: .key("m"), person: .key("A"), seat: .key("1"), role: .witness, status: .apologies,
            mode: .remote, substituteFor: .key("A"), arrivedAt: moment, leftAt: earlier, itemFrom: .key("5"),
            itemTo: .key("6"))
        #expect(
            codes { draft.check(&$0) } == [
                "/role substitute_needs_member", "/substituteFor substitute_for_self",
                "/seat only_members_have_seats", "/mode only_present_attend",
                "/arrivedAt only_present_attend", "/leftAt only_present_attend",
                "/itemFrom only_present_attend", "/itemTo only_present_attend", "/leftAt attendance_range",
            ])
        var substitute = AttendanceDraft(
            meeting: .key("m"), person: .key("A"), role: .substitute, status: .present, arrivedAt: moment,
            leftAt: moment)
        #expect(codes { substitute.check(&$0) } == ["/substituteFor substitute_needs_member"])
        substitute.substituteFor = .key("B")
        #expect(codes { substitute.check(&$0) } == [])
    }

    @Test("an interest is a person's, a whip a person's or a group's")
    func declarationKinds() {
        let interest = DeclarationDraft(
            meeting: .key("m"), kind: .interest, politicalGroup: "G", nature: "N", isSensitive: true)
        #expect(
            codes { interest.check(&$0, byOfficer: false) } == [
                "/person interest_needs_person", "/interestType interest_needs_person",
                "/politicalGroup interest_needs_person", "/nature sensitive_has_no_nature",
            ])
        let whip = DeclarationDraft(
            meeting: .key("m"), kind: .whip, interestType: .dpi, isSensitive: true, withdrew: false)
        #expect(
            codes { whip.check(&$0, byOfficer: false) } == [
                "/politicalGroup whip_needs_person_or_group", "/interestType whip_is_no_interest",
                "/isSensitive whip_is_no_interest", "/withdrew whip_is_no_interest",
            ])
    }

    @Test("an officer's declaration has an item, and a nature unless it is sensitive")
    func declarationNature() {
        var draft = DeclarationDraft(
            meeting: .key("m"), kind: .interest, person: .key("A"), interestType: .dpi)
        #expect(codes { draft.check(&$0, byOfficer: false) } == [])
        #expect(
            codes { draft.check(&$0, byOfficer: true) } == [
                "/item declaration_needs_item", "/nature declaration_needs_nature",
            ])
        draft.item = .key("5")
        for (nature, isEnough) in [
            ("as recorded", false), ("As Recorded. ", false), ("as registered", false), (".", true),
            ("as recorded in the register: a lease", true),
        ] {
            draft.nature = nature
            #expect(
                codes { draft.check(&$0, byOfficer: true) }
                    == (isEnough ? [] : ["/nature declaration_needs_nature"]), "\(nature)")
        }
        draft.nature = nil
        draft.isSensitive = true
        #expect(codes { draft.check(&$0, byOfficer: true) } == [])
    }

    @Test("votes are whole or absent, and a casting vote breaks a tie")
    func votes() {
        var draft = DecisionDraft(meeting: .key("m"), item: .key("5"), kind: .agreed, text: "T")
        for (votesFor, against, abstain, casting, found) in [
            (nil, nil, nil, nil, []), (4, 4, nil, .for, []), (0, 0, 0, nil, []), (5, 4, 0, nil, []),
            (5, 4, 0, .against, ["/castingVote casting_vote_needs_tie"]),
            (nil, nil, nil, .for, ["/castingVote casting_vote_needs_tie"]),
            (4, nil, nil, nil, ["/votesAgainst votes_incomplete"]),
            (nil, 4, nil, nil, ["/votesFor votes_incomplete"]),
            (nil, nil, 1, nil, ["/votesFor votes_incomplete", "/votesAgainst votes_incomplete"]),
            (
                -1, -1, -1, nil,
                [
                    "/votesFor votes_negative", "/votesAgainst votes_negative",
                    "/votesAbstain votes_negative",
                ]
            ),
        ] as [(Int?, Int?, Int?, CastingVote?, [String])] {
            draft.votesFor = votesFor
            draft.votesAgainst = against
            draft.votesAbstain = abstain
            draft.castingVote = casting
            #expect(codes { draft.check(&$0) } == found)
        }
        draft = DecisionDraft(
            meeting: .key("m"), item: .key("5"), kind: .agreed, text: "T", mover: .key("A"),
            seconder: .key("A"))
        #expect(codes { draft.check(&$0) } == ["/seconder mover_is_seconder"])
    }

    @Test("a recommendation gives all its problems")
    func recommendations() throws {
        var draft = RecommendationDraft(
            panel: .key("p"), item: .key("5"), decision: .key("1"), municipalYear: "2018-20", ref: "1",
            text: "T", addressee: "C", noticeSentOn: CalendarDate("2018-09-20"),
            receivedOn: CalendarDate("2018-09-19"))
        #expect(
            codes { draft.check(&$0) } == [
                "/municipalYear municipal_year_shape", "/meeting item_needs_meeting",
                "/meeting decision_of_other_meeting", "/receivedOn received_before_notice",
            ])
        draft.meeting = .key("m")
        draft.municipalYear = "1999-00"
        draft.receivedOn = draft.noticeSentOn
        #expect(codes { draft.check(&$0) } == [])
    }

    @Test("every answer but acceptance has reasons", arguments: ResponseOutcome.allCases)
    func responses(outcome: ResponseOutcome) throws {
        let day = try #require(CalendarDate("2018-10-01"))
        var draft = ResponseDraft(
            recommendation: .key("1"), outcome: outcome, decidedBy: "Cabinet", decidedOn: day,
            publishedOn: CalendarDate("2018-09-30"))
        let missing = outcome == .accepted ? [] : ["/reasons response_needs_reasons"]
        #expect(codes { draft.check(&$0) } == missing + ["/publishedOn published_before_decided"])
        draft.reasons = "R"
        draft.publishedOn = day
        #expect(codes { draft.check(&$0) } == [])
    }

    @Test("an education matter is decided by somebody, one way or the other", arguments: [true, false])
    func education(matter: Bool) {
        var draft = AgendaItemDraft(meeting: .key("m"), printedNumber: "5", position: 1, title: "T")
        #expect(codes { draft.check(&$0) } == [])
        draft.educationMatter = matter
        #expect(codes { draft.check(&$0) } == ["/educationDecidedBy education_needs_decider"])
        draft.educationDecidedBy = "Monitoring Officer"
        #expect(codes { draft.check(&$0) } == [])
        draft.educationMatter = nil
        #expect(codes { draft.check(&$0) } == ["/educationMatter education_needs_decider"])
    }

    @Test("minutes say something, and another meeting confirms them")
    func minutes() {
        var draft = MinutesDraft(meeting: .id(1), confirmedAtMeeting: .id(1))
        #expect(
            codes { draft.check(&$0) } == ["/text minutes_empty", "/confirmedAtMeeting confirmed_at_itself"])
        draft.confirmedAtMeeting = .id(2)
        draft.report = .id(1)
        #expect(codes { draft.check(&$0) } == [])
    }

    @Test("no panel takes over from itself")
    func successor() {
        var draft = PanelDraft(slug: "p", name: "P", kind: .other, council: "C", coversEducation: false)
        draft.successor = .key("p")
        #expect(codes { draft.check(&$0) } == ["/successor panel_succeeds_itself"])
        draft.successor = .key("q")
        #expect(codes { draft.check(&$0) } == [])
    }
}
