import Foundation
import Testing

/// What the sample must hold, and that its rules find a spoilt copy.
@Suite struct SampleTests {
    let sample: Sample

    init() throws { sample = try Sample.load() }

    @Test("the sample obeys every rule of its own")
    func ownRules() {
        #expect(SampleRules(sample: sample).problems == [])
    }

    @Test("the panel, its seats and the meeting are those of the agenda")
    func panelAndMeeting() {
        #expect(sample.format == "scrutiny-pack-1")
        #expect(sample.panel.slug == "children-and-families")
        #expect(sample.panel.coversEducation)
        #expect(sample.seats.filter(\.isChair).map(\.person) == ["Mrs F M Oborski"])
        #expect(sample.seats.filter(\.isViceChair).map(\.person) == ["Mrs J A Potter"])
        #expect(sample.people.count == 10)
        let meeting = sample.meeting
        #expect(meeting.startsAt == "2018-09-14T14:00:00+01:00")
        #expect(meeting.venue == "County Hall, Worcester")
        #expect(meeting.agendaPublishedOn == "2018-09-06")
        #expect(meeting.participationDeadline == "2018-09-13T09:00:00+01:00")
    }

    @Test("the eight items have the pages of the agenda, and item 3 is only its title")
    func items() {
        #expect(sample.agendaItems.map(\.position) == Array(1...8))
        #expect(sample.agendaItems.map(\.pageFrom) == [nil, nil, nil, nil, 1, 39, 49, 59])
        #expect(sample.agendaItems.map(\.pageTo) == [nil, nil, nil, nil, 38, 48, 58, 64])
        #expect(sample.agendaItems[2].title == "Public Participation")
        #expect(sample.agendaItems[2].instruction != nil)
    }

    @Test("the covering reports say what they say about background papers")
    func backgroundPapers() {
        let covering = sample.reports.filter { $0.parent == nil }
        #expect(covering.map(\.backgroundPapers) == ["none", "listed", "none", "listed"])
    }

    @Test("looked after children keep four statements apart, and placements are none of them")
    func lookedAfterChildren() throws {
        let figures = sample.figures.filter { $0.indicator == "looked-after-children" }
        #expect(figures.contains { $0.line == 391 && $0.value == 764 && $0.period?.start == "2017-03-31" })
        let current = try #require(figures.first { $0.line == 391 && $0.value == 798 })
        #expect(current.period?.start == "2018-03-31")
        #expect(current.previous?.value == 764)
        let claimed = try #require(figures.first { $0.line == 387 })
        #expect(claimed.value == 798 && claimed.period?.start == "2017-03-31")
        #expect(claimed.flags == ["period_conflict"])
        let march = try #require(figures.first { $0.value == 795 })
        #expect(march.period?.kind == "as_at" && march.period?.start == "2018-03-23")
        #expect(!figures.contains { $0.value == 788 })
        #expect(sample.figures.contains { $0.indicator == "placements" && $0.value == 788 })
    }

    @Test("the cost of an agency residential placement stands on page 57")
    func placementCost() throws {
        let figure = try #require(
            sample.figures.first {
                $0.indicator == "placement-cost-per-week" && $0.dimension == "Agency Residential"
            })
        #expect(figure.valueText == "3,418" && figure.value == 3418 && figure.page == 57)
        #expect(figure.unit == "gbp_per_week")
        #expect(figure.note?.contains("Agency Residential *Note 1") == true)
    }

    @Test(
        "the indicators and areas that others rely on are there",
        arguments: [
            "looked-after-children", "looked-after-children-rate", "placement-cost-per-week", "placements",
            "private-fostering-arrangements", "child-protection-plans", "child-protection-plan-rate",
            "children-in-need-plans", "contacts-by-source", "worcestershire", "england",
            "statistical-neighbours",
        ])
    func codes(code: String) {
        #expect(sample.indicators.map(\.code).contains(code) || sample.areas.map(\.code).contains(code))
    }

    @Test("eleven unlabelled rows keep number and percent, linked to nothing")
    func unlabelledRows() {
        let rows = sample.figures.filter { $0.flags.contains("unlabelled") }
        let names = (1...11).map { "Unlabelled row \($0) of the benchmarking table" }
        #expect(rows.count == 22)
        #expect(Set(rows.map(\.name)) == Set(names))
        #expect(rows.filter { $0.unit == "count" }.compactMap(\.value).reduce(0, +) == 4517)
    }

    @Test("a row of one child with its cost is marked")
    func singleChildren() {
        let hillview = sample.figures.filter { $0.dimension == "Hillview Short Breaks" }
        #expect(hillview.count == 2)
        #expect(hillview.allSatisfy { $0.flags.contains("single_child") })
    }

    @Test("an empty cell is not available, and a printed zero is a zero")
    func emptyCells() {
        let bands = sample.figures.filter { $0.line == 1528 }
        #expect(bands.map(\.valueState) == ["actual", "not_available"])
        let units = sample.figures.filter { $0.dimension == "Secure Units" }
        #expect(units.map(\.value) == [0, 0])
    }

    @Test(
        "totals printed in the pack are the sums of their rows",
        arguments: [
            ("placements", "788"), ("placement-ends-by-reason", "280"),
        ])
    func totals(code: String, total: String) {
        let figures = sample.figures.filter { $0.indicator == code }
        #expect(figures.filter { $0.dimension == nil }.map(\.valueText) == [total])
        let rows = figures.filter { $0.dimension != nil }.compactMap(\.value)
        #expect(rows.reduce(0, +) == Decimal(string: total))
    }

    @Test("18 projects of the service improvement plan are actions")
    func projects() {
        let refs = sample.actions.map(\.ref).filter { $0.hasPrefix("service-improvement-plan-") }
        #expect(refs.count == 18)
    }

    @Test(
        "a search of the page texts finds the pages",
        arguments: [
            ("private fostering", [1, 9, 11, 36]), ("signs of safety", [20, 26, 29, 32, 41, 50]),
            ("looked after", [16, 23, 35, 50]), ("footfall", [59]), ("thresholds", [1, 8, 22, 50]),
            ("child sexual exploitation", [1, 8, 19, 20, 24, 50]), ("neglect", [1, 8, 18]),
            ("edge of care", [35, 39, 41, 50]),
        ])
    func search(words: String, pages: [Int]) {
        let texts = sample.reports.flatMap { $0.pages ?? [] }
        let hits = texts.filter { $0.text.lowercased().contains(words) }.map(\.pageFrom)
        #expect(Set(pages).subtracting(hits).isEmpty)
    }

    @Test(
        "a spoilt copy is found",
        arguments: [
            Damage("a repeated figure") { $0.figures.append($0.figures[0]) },
            Damage("an unknown indicator") { $0.figures[0].indicator = "no-such-code" },
            Damage("an unknown area") { $0.figures[0].area = "nowhere" },
            Damage("another unit than the indicator's") { $0.figures[0].unit = "visits" },
            Damage("a percent over 100") { $0.figures[1].value = 101 },
            Damage("half a child") { $0.figures[0].value = 0.5 },
            Damage("a value that is not available") { $0.figures[0].valueState = "not_available" },
            Damage("a month of a year") { $0.figures[0].period?.kind = "month" },
            Damage("a page outside the item") { $0.figures[0].pageTo = 39 },
            Damage("a quote of 13 words") { $0.figures[0].quote = "a b c d e f g h i j k l m" },
            Damage("an unknown flag") { $0.figures[0].flags = ["odd"] },
            Damage("a second chairman") { $0.seats[4].isChair = true },
            Damage("no vacancy") { $0.seats[10].person = $0.people[0].name },
            Damage("a lost term") { $0.terms.removeLast() },
            Damage("an action of another item") { $0.actions[0].item = "8" },
            Damage("a due action without its day") { $0.actions[0].dueOn = nil },
            Damage("a value that is not its text") { $0.figures[0].value = 13 },
            Damage("a page text too long") {
                $0.reports[0].pages?[0].text = String(repeating: "x", count: 701)
            },
        ])
    func damage(_ damage: Damage) {
        var copy = sample
        damage.spoil(&copy)
        #expect(SampleRules(sample: copy).problems != [])
    }
}
