import Testing

@testable import Domain

/// The edges of the rules of panels, seats, meetings, reports and actions: the last draft that keeps each.
@Suite("Rules of drafts")
struct DraftRuleTests {
    private func codes(_ check: (inout Problems) -> Void) -> [String] {
        var problems = Problems()
        check(&problems)
        return problems.all.map { "\($0.pointer) \($0.code)" }
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    private func moment(_ text: String) throws -> OffsetDateTime { try #require(OffsetDateTime(text)) }

    @Test(
        "a slug or code begins with a letter and goes on with small letters, digits and hyphens",
        arguments: [
            ("a", true), ("a-1", true), ("a--", true), ("z9", true),
            (String(repeating: "a", count: 100), true),
            (String(repeating: "a", count: 101), false), ("", false), ("1", false), ("-", false),
            ("A", false),
            ("aB", false), ("a_b", false), ("a b", false), ("a/b", false), ("a.b", false), ("a%20", false),
            ("é", false), ("a\u{301}", false), ("\u{430}", false), ("a\n", false), ("a`", false),
            ("a{", false),
        ])
    func slugs(code: String, isRight: Bool) {
        let panel = PanelDraft(slug: code, name: "P", kind: .other, council: "C", coversEducation: true)
        let area = AreaDraft(code: code, name: "A", kind: .county)
        let indicator = IndicatorDraft(code: code, name: "I", unit: .count, polarity: .none)
        #expect(codes { panel.check(&$0) } == (isRight ? [] : ["/slug code_invalid"]))
        #expect(codes { area.check(&$0) } == (isRight ? [] : ["/code code_invalid"]))
        #expect(codes { indicator.check(&$0) } == (isRight ? [] : ["/code code_invalid"]))
    }

    @Test("a panel may be active for one day, from a day, or up to a day")
    func panelDays() throws {
        var panel = PanelDraft(slug: "p", name: "P", kind: .other, council: "C", coversEducation: false)
        for (from, to, found) in [
            (nil, nil, []), ("2018-05-01", nil, []), (nil, "2018-05-01", []),
            ("2018-05-01", "2018-05-01", []),
            ("2018-05-02", "2018-05-01", ["/activeTo range_reversed"]),
        ] as [(String?, String?, [String])] {
            panel.activeFrom = try from.map(day)
            panel.activeTo = try to.map(day)
            #expect(codes { panel.check(&$0) } == found)
        }
    }

    @Test("a seat that somebody holds may have one office, a vacant one none")
    func offices() throws {
        for (person, isChair, isVice, found) in [
            (1, false, false, []), (1, true, false, []), (1, false, true, []),
            (1, true, true, ["/isViceChair one_office_a_seat"]), (nil, false, false, []),
            (nil, true, false, ["/isChair vacant_seat_has_no_office"]),
            (nil, false, true, ["/isViceChair vacant_seat_has_no_office"]),
            (nil, true, true, ["/isChair vacant_seat_has_no_office", "/isViceChair one_office_a_seat"]),
        ] as [(Int64?, Bool, Bool, [String])] {
            let seat = SeatDraft(
                panel: .id(1), position: 1, kind: .councillor,
                person: person.flatMap(Identifier.init).map(Reference.id), isChair: isChair,
                isViceChair: isVice)
            #expect(codes { seat.check(&$0) } == found)
        }
    }

    @Test("a seat may be held for one day and not end before it begins")
    func seatDays() throws {
        var seat = SeatDraft(panel: .id(1), position: 1, kind: .votingCoopted, person: .id(1))
        seat.heldFrom = try day("2018-05-01")
        seat.heldTo = try day("2018-05-01")
        #expect(codes { seat.check(&$0) } == [])
        seat.heldTo = try day("2018-04-30")
        #expect(codes { seat.check(&$0) } == ["/heldTo range_reversed"])
        seat.heldFrom = nil
        #expect(codes { seat.check(&$0) } == [])
    }

    @Test("seats for churches and parent governors exist for education only", arguments: SeatKind.allCases)
    func education(kind: SeatKind) {
        let isForEducation = kind.rawValue.hasPrefix("church_rep") || kind == .parentGovernorRep
        #expect(kind.needsEducation == isForEducation)
    }

    @Test(
        "an agenda may appear on the day of the meeting and a deadline fall on its beginning, wherever the clock"
    )
    func meetingTimes() throws {
        var meeting = MeetingDraft(panel: .id(1), startsAt: try moment("2018-09-14T14:00:00+01:00"))
        meeting.agendaPublishedOn = try day("2018-09-14")
        meeting.participationDeadline = try moment("2018-09-14T13:00:00Z")
        #expect(codes { meeting.check(&$0) } == [])
        meeting.participationDeadline = try moment("2018-09-14T13:00:01Z")
        #expect(codes { meeting.check(&$0) } == ["/participationDeadline deadline_after_meeting"])
        // Later on its own clock, earlier in truth.
        meeting.participationDeadline = try moment("2018-09-14T20:00:00+09:00")
        meeting.agendaPublishedOn = try day("2018-09-15")
        #expect(codes { meeting.check(&$0) } == ["/agendaPublishedOn published_after_meeting"])
    }

    @Test(
        "a webcast has a whole address of the web",
        arguments: [
            ("https://example.org/w", true), ("http://example.org", true), ("", false),
            ("example.org", false),
            ("//example.org", false), ("ftp://example.org", false), ("javascript:alert(1)", false),
            (" https://example.org", false), ("https:/example.org", false),
        ])
    func webcasts(address: String, isRight: Bool) throws {
        let meeting = MeetingDraft(
            panel: .id(1), startsAt: try moment("2018-09-14T14:00:00+01:00"), webcastURL: address)
        #expect(codes { meeting.check(&$0) } == (isRight ? [] : ["/webcastUrl url_invalid"]))
    }

    @Test(
        "an exempt report names paragraphs from 1 to 7 and why they outweigh",
        arguments: [
            ([1], "W", []), ([7], "W", []), ([1, 2, 3, 4, 5, 6, 7], "W", []),
            ([], "W", ["exempt_reason_missing"]), ([3], "", ["exempt_reason_missing"]),
            ([], "", ["exempt_reason_missing"]), ([0], "W", ["exempt_paragraph_unknown"]),
            ([8], "W", ["exempt_paragraph_unknown"]), ([-1], "W", ["exempt_paragraph_unknown"]),
            (
                [0, 3, 8], "",
                ["exempt_reason_missing", "exempt_paragraph_unknown", "exempt_paragraph_unknown"]
            ),
        ])
    func exempt(paragraphs: [Int], statement: String, found: [String]) {
        let report = ReportDraft(
            meeting: .id(1), kind: .report, title: "T",
            access: .exempt(paragraphs: paragraphs, publicInterestStatement: statement))
        #expect(codes { report.check(&$0) } == found.map { "/exemptParagraphs \($0)" })
    }

    @Test("a report with pages is there, and one to follow has none; access has one name a kind")
    func toFollow() {
        var report = ReportDraft(meeting: .id(1), kind: .report, title: "T", pages: PageRange(page: 1))
        #expect(codes { report.check(&$0) } == [])
        report.isToFollow = true
        #expect(codes { report.check(&$0) } == ["/pages to_follow_has_no_pages"])
        report.pages = nil
        report.access = .confidential(reason: "R")
        #expect(codes { report.check(&$0) } == [])
        let kinds: [Access] = [
            .public, .exempt(paragraphs: [1], publicInterestStatement: "W"), report.access,
        ]
        #expect(kinds.map(\.name) == Access.names)
    }

    @Test(
        "an action's day fits the kind of its due time, open or not",
        arguments: [
            (nil, false, []), (.date, true, []), (.namedMeeting, true, []), (.namedMeeting, false, []),
            (.nextMeeting, false, []), (DueKind.none, false, []), (.date, false, ["/dueOn due_date_missing"]),
            (nil, true, ["/dueKind due_kind_mismatch"]), (.nextMeeting, true, ["/dueKind due_kind_mismatch"]),
            (DueKind.none, true, ["/dueKind due_kind_mismatch"]),
        ] as [(DueKind?, Bool, [String])])
    func dueKinds(kind: DueKind?, hasDay: Bool, found: [String]) throws {
        let action = ActionDraft(
            panel: .id(1), kind: .letter, text: "T", ownerRole: "Head of Service", dueKind: kind,
            dueOn: hasDay ? try day("2018-10-31") : nil)
        #expect(codes { action.check(&$0, isOpen: false) } == found)
        let openToo = kind == nil ? ["/dueKind due_kind_missing"] : []
        #expect(codes { action.check(&$0, isOpen: true) } == openToo + found)
    }

    @Test("an open action has an owner, and an agenda item comes with its meeting")
    func owners() {
        var action = ActionDraft(
            panel: .id(1), item: .key("4(ii)"), kind: .visit, text: "T", dueKind: .nextMeeting)
        #expect(codes { action.check(&$0, isOpen: false) } == ["/meeting item_needs_meeting"])
        action.meeting = .id(1)
        #expect(codes { action.check(&$0, isOpen: false) } == [])
        #expect(codes { action.check(&$0, isOpen: true) } == ["/ownerRole owner_missing"])
        action.ownerRole = "Head of Service"
        #expect(codes { action.check(&$0, isOpen: true) } == [])
    }
}
