import Foundation
import TestSupport
import Testing

/// What people ask of the real pack, each in one request.
@Suite("Questions about the pack of 14 September 2018")
struct QuestionTests {
    let server: RunningServer

    init() throws { server = try RunningServer() }

    @Test("the meeting comes with its eight items and their pages")
    func meetingWithItems() throws {
        let meeting = try server.curl("/v1/meetings/1?expand=agendaItems").json
        #expect(meeting.text("startsAt") == "2018-09-14T14:00:00+01:00")
        #expect(meeting.text("agendaPublishedOn") == "2018-09-06")
        let items = meeting.list("agendaItems")
        #expect(items.compactMap { $0.text("printedNumber") } == ["1", "2", "3", "4", "5", "6", "7", "8"])
        #expect(items.map { $0.integer("pageFrom") } == [nil, nil, nil, nil, 1, 39, 49, 59])
        #expect(items.map { $0.integer("pageTo") } == [nil, nil, nil, nil, 38, 48, 58, 64])
        #expect(items[2].text("title") == "Public Participation")
    }

    @Test("who chairs, and which seat is vacant, stand in one list")
    func seats() throws {
        let seats = try server.curl("/v1/panels/children-and-families/seats").data
        #expect(seats.count == 11)
        let chairs = seats.filter { $0.flag("isChair") == true }
        #expect(chairs.map { $0.object("person")?.text("label") } == ["Mrs F M Oborski"])
        #expect(chairs.first?.text("displayTitle") == "Chairman")
        let vacant = seats.filter { $0.flag("isVacant") == true }
        #expect(vacant.map { $0.text("kind") } == ["parent_governor_rep"])
        #expect(vacant.first?.isNull("person") == true)
    }

    @Test("every printed value of looked-after children comes with period, page and paper")
    func figureHistory() throws {
        let figures = try server.curl("/v1/indicators/looked-after-children/figures").data
        let printed = figures.map { figure in
            "\(figure.text("valueText") ?? "") \(figure.object("period")?.text("end") ?? "") p\(figure.integer("pageFrom") ?? 0)"
        }
        for expected in ["798 2018-03-31 p16", "764 2017-03-31 p16", "798 2018-03-31 p35"] {
            #expect(printed.contains(expected))
        }
        #expect(printed.contains { $0.hasPrefix("795 2018-03-23") })
        // The sentence that dates the 798 a year early is kept and marked, not silently put right.
        let suspect = figures.filter { $0.integer("line") == 387 }
        #expect(suspect.map { $0.object("period")?.text("end") } == ["2017-03-31"])
        #expect((suspect.first?.members["flags"] as? [String])?.contains("period_conflict") == true)
        #expect(figures.allSatisfy { $0.object("report")?.text("label") != nil })
        // The 788 placements are another measure.
        #expect(!printed.contains { $0.hasPrefix("788") })
    }

    @Test("an agency residential place costs 3,418 pounds a week, on page 57")
    func placementCost() throws {
        let target = "/v1/figures?indicator=placement-cost-per-week&dimension=Agency%20Residential"
        let figures = try server.curl(target).data
        #expect(figures.count == 1)
        #expect(figures.first?.number("value") == 3418)
        #expect(figures.first?.text("valueText") == "3,418")
        #expect(figures.first?.text("unit") == "gbp_per_week")
        #expect(figures.first?.integer("page") == 57)
    }

    @Test("values keep the precision they were printed with")
    func precision() throws {
        let answer = try server.curl("/v1/figures?line=432&fields=value,valueText&limit=500").text
        #expect(answer.contains("\"value\":34.0"))
    }

    @Test("actions due by 31 October 2018 come in order, each with its day")
    func actionsDue() throws {
        let actions = try server.curl("/v1/actions?dueOn__lte=2018-10-31&sort=dueOn&limit=500").data
        let days = actions.compactMap { $0.text("dueOn") }
        #expect(days.count == actions.count)
        #expect(days.count >= 10)
        #expect(days == days.sorted())
        #expect(days.allSatisfy { $0 <= "2018-10-31" })
        #expect(actions.contains { $0.text("kind") == "visit" && $0.text("dueOn") == "2018-10-03" })
        #expect(actions.allSatisfy { $0.text("state") == "proposed" })
    }

    @Test("a search for private fostering finds the pages it stands on")
    func search() throws {
        let hits = try server.curl("/v1/search?q=%22private+fostering%22&collection=report-pages").data
        let pages = Set(hits.compactMap { $0.integer("page") })
        #expect(pages.isSuperset(of: [11, 36]))
        #expect(hits.allSatisfy { $0.text("snippet")?.lowercased().contains("«private fostering»") == true })
        #expect(hits.allSatisfy { $0.object("report") != nil && $0.object("meeting") != nil })
    }

    @Test("a glossary term with look-alike letters is found as people type it")
    func lookAlikes() throws {
        let terms = try server.curl("/v1/terms?term=cme").data
        #expect(terms.map { $0.text("meaning") } == ["Children Missing Education"])
        // The printed form, with its Cyrillic letters, is kept.
        #expect(terms.first?.text("term") == "\u{421}\u{41C}\u{415}")
        #expect(try server.curl("/v1/terms?count=exact&limit=1").json.object("page")?.integer("count") == 35)
    }

    @Test(
        "a wrong filter name is answered with the nearest right one",
        arguments: [
            ("/v1/meetings?panle=1", "panle", "panel"),
            ("/v1/actions?due_on__lte=2018-10-31", "due_on__lte", "dueOn"),
            ("/v1/actions?due_by=2018-10-31", "due_by", "dueOn"),
            ("/v1/actions?dueBy=2018-10-31", "dueBy", "dueOn"),
            ("/v1/figures?indicater=x", "indicater", "indicator"),
            ("/v1/search?pannel=1&q=y", "pannel", "panel"),
        ])
    func wrongFilter(target: String, parameter: String, suggestion: String) throws {
        let answer = try server.curl(target)
        #expect(answer.status == 400)
        #expect(answer.fields["content-type"] == "application/problem+json")
        let error = answer.errors.first { $0.text("parameter") == parameter }
        #expect(error?.text("suggestion") == suggestion)
    }

    @Test("what was announced and is gone is recorded as lost")
    func lostContent() throws {
        let lost = try server.curl("/v1/report-pages?textKind=lost&limit=100").data
        #expect(lost.contains { $0.integer("pageFrom") == 57 })
        #expect(lost.count >= 5)
    }

    @Test("the promised appendix is listed as to follow")
    func toFollow() throws {
        let reports = try server.curl("/v1/reports?state=to_follow").data
        #expect(reports.count == 1)
        #expect(reports.first?.object("item")?.text("label")?.contains("Children's Centre") == true)
        #expect(reports.first?.isNull("pageFrom") == true)
    }
}
