import Testing

@testable import Domain

/// Each rule of a record broken once; the draft that breaks none is right beside it.
@Suite("Drafts")
struct DraftTests {
    private func problems(_ check: (inout Problems) -> Void) -> [String] {
        var problems = Problems()
        check(&problems)
        return problems.all.map { "\($0.pointer) \($0.code)" }
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    @Test("panels")
    func panels() throws {
        var panel = PanelDraft(slug: "p-1", name: "P", kind: .other, council: "C", coversEducation: false)
        #expect(problems { panel.check(&$0) } == [])
        for slug in ["1p", "P", "a b", "é", "", String(repeating: "a", count: 101), "-a"] {
            panel.slug = slug
            #expect(problems { panel.check(&$0) } == ["/slug code_invalid"])
        }
        panel.slug = "p"
        panel.activeFrom = try day("2018-05-01")
        panel.activeTo = try day("2018-04-01")
        #expect(problems { panel.check(&$0) } == ["/activeTo range_reversed"])
    }

    @Test("seats")
    func seats() throws {
        var seat = SeatDraft(panel: .id(1), position: 1, kind: .councillor, person: nil)
        #expect(problems { seat.check(&$0) } == [])
        seat.isChair = true
        #expect(problems { seat.check(&$0) } == ["/isChair vacant_seat_has_no_office"])
        seat.person = .id(1)
        seat.isViceChair = true
        #expect(problems { seat.check(&$0) } == ["/isViceChair one_office_a_seat"])
        seat.isViceChair = false
        seat.heldFrom = try day("2018-05-01")
        seat.heldTo = try day("2018-04-01")
        #expect(problems { seat.check(&$0) } == ["/heldTo range_reversed"])
    }

    @Test("meetings")
    func meetings() throws {
        let start = try #require(OffsetDateTime("2018-09-14T14:00:00+01:00"))
        var meeting = MeetingDraft(panel: .id(1), startsAt: start, agendaPublishedOn: try day("2018-09-06"))
        #expect(problems { meeting.check(&$0) } == [])
        meeting.agendaPublishedOn = try day("2018-09-15")
        meeting.participationDeadline = OffsetDateTime("2018-09-14T13:30:00Z")
        meeting.webcastURL = "javascript:alert(1)"
        #expect(
            problems { meeting.check(&$0) } == [
                "/agendaPublishedOn published_after_meeting", "/participationDeadline deadline_after_meeting",
                "/webcastUrl url_invalid",
            ])
    }

    @Test("reports")
    func reports() {
        var report = ReportDraft(meeting: .id(1), kind: .appendix, title: "T", isToFollow: true)
        #expect(problems { report.check(&$0) } == [])
        report.pages = PageRange(page: 5)
        #expect(problems { report.check(&$0) } == ["/pages to_follow_has_no_pages"])
        report.pages = nil
        report.access = .exempt(paragraphs: [], publicInterestStatement: "W")
        #expect(problems { report.check(&$0) } == ["/exemptParagraphs exempt_reason_missing"])
        report.access = .exempt(paragraphs: [3, 8], publicInterestStatement: "W")
        #expect(problems { report.check(&$0) } == ["/exemptParagraphs exempt_paragraph_unknown"])
        #expect(PageRange(from: 5, to: 4) == nil)
        #expect(PageRange(from: 0, to: 4) == nil)
        #expect(PageRange(from: 4, to: 4)?.page == 4)
        #expect(PageRange(from: 4, to: 5)?.page == nil)
    }

    @Test("observations and figures")
    func values() throws {
        let period = try Period(kind: .asAt, start: try day("2018-03-31"), end: try day("2018-03-31"))
        var observation = ObservationDraft(
            indicator: .id(1), area: .id(1), period: period, value: try decimal("798"))
        #expect(problems { observation.check(&$0) } == [])
        observation.value = nil
        #expect(problems { observation.check(&$0) } == ["/value value_missing"])
        observation.value = try decimal("5")
        observation.valueState = .suppressed
        observation.denominator = .zero
        #expect(
            problems { observation.check(&$0) } == [
                "/value value_not_allowed", "/denominator denominator_not_positive",
            ])
        var figure = FigureDraft(
            report: .id(1), name: "N", unit: .percent, value: try decimal("34.0"), valueText: "34.0")
        #expect(problems { figure.check(&$0) } == [])
        figure.comparators = [
            Comparator(
                area: .id(1), printed: PrintedValue(value: try decimal("500"), valueText: "500", period: nil))
        ]
        #expect(problems { figure.check(&$0) } == ["/comparators/0/value value_outside_unit"])
        figure.comparators = []
        figure.valueText = nil
        figure.value = try decimal("134")
        figure.flags = ["caveat", "caveet"]
        #expect(
            problems { figure.check(&$0) } == [
                "/valueText value_text_missing", "/value value_outside_unit", "/flags/1 choice_unknown",
            ])
    }

    @Test("actions")
    func actions() throws {
        var action = ActionDraft(panel: .id(1), kind: .letter, text: "T")
        #expect(problems { action.check(&$0, isOpen: false) } == [])
        #expect(
            problems { action.check(&$0, isOpen: true) } == [
                "/ownerRole owner_missing", "/dueKind due_kind_missing",
            ])
        action.dueKind = .date
        #expect(problems { action.check(&$0, isOpen: false) } == ["/dueOn due_date_missing"])
        action.dueKind = DueKind.none
        action.dueOn = try day("2018-10-31")
        action.item = .id(1)
        #expect(
            problems { action.check(&$0, isOpen: false) } == [
                "/dueKind due_kind_mismatch", "/meeting item_needs_meeting",
            ])
    }

    @Test("problems of an inner record carry the way to it")
    func pointers() {
        var inner = Problems()
        inner.add("/value", "c", "m")
        var outer = Problems()
        outer.add(inner, under: "/figures/3")
        #expect(outer.all.map(\.pointer) == ["/figures/3/value"])
        #expect(outer.hasErrors)
    }

    @Test("a state machine says what comes next and what needs a reason")
    func stateMachine() {
        let action = StateMachine.action
        #expect(action.allowed(from: "proposed") == ["open", "dismissed"])
        #expect(action.allowed(from: "dismissed").isEmpty)
        #expect(action.permits(from: "reported_done", to: "closed"))
        #expect(!action.permits(from: "open", to: "closed"))
        #expect(action.needsReason(from: "closed", to: "open"))
        #expect(!action.needsReason(from: "reported_done", to: "open"))
        #expect(StateMachine.report.allowed(from: "to_follow") == ["received", "cancelled"])
    }
}
