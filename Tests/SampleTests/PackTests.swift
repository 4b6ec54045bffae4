import Foundation
import Testing

/// The sample against the pack it was read from, where the pack is at hand.
@Suite(.enabled(if: Checkout.expectsPack, "the pack is not beside this package"))
struct PackTests {
    let sample: Sample
    let rules: PackRules

    init() throws {
        sample = try Sample.load()
        rules = PackRules(sample: sample, text: try PackText.load(for: sample))
    }

    @Test("every quote, value, term and page agrees with the pack's text")
    func packRules() {
        #expect(rules.problems == [])
    }

    @Test("every statement of the practice key has its own figure")
    func practice() throws {
        let practice = try Practice.load()
        #expect(practice.observations.count == 138)
        #expect(practice.unanswered(by: sample) == [])
        #expect(sample.figures.count >= practice.observations.count + 112)
    }

    @Test(
        "a line stands on the page that the next marker closes",
        arguments: [
            (230, 9...9), (250, 10...10), (381, 15...15), (391, 16...16), (460, 19...19), (487, 20...20),
            (612, 23...23), (900, 34...34), (960, 36...36), (1584, 57...57), (125, 1...8), (1479, 49...56),
            (1079, 39...47), (1641, 59...64),
        ])
    func pages(line: Int, pages: ClosedRange<Int>) {
        #expect(rules.text.pages(ofLine: line) == pages)
    }

    @Test(
        "a copy that departs from the pack is found",
        arguments: [
            Damage("a value of another line") { $0.figures[0].valueText = "987654" },
            Damage("a quote that is not printed") { $0.figures[0].quote = "nowhere printed" },
            Damage("a direction that is not printed") { $0.figures[0].statedDirection = "sideways" },
            Damage("a page where none is certain") { $0.figures[0].page = 3 },
            Damage("a Latin letter for a Cyrillic one") { $0.terms[5].term = "CME" },
            Damage("a page without text") { $0.reports[1].pages?.removeLast() },
            Damage("a page text copied from the pack") {
                $0.reports[0].pages?[0].text =
                    "the largest group is asian or asian british and the next largest is children from"
            },
            Damage("a due text that is not printed") { $0.actions[0].dueText = "31 February 2018" },
            Damage("a quoted line about a child") { $0.actions[0].line = 1464 },
        ])
    func damage(_ damage: Damage) {
        var copy = sample
        damage.spoil(&copy)
        #expect(PackRules(sample: copy, text: rules.text).problems != [])
    }

    @Test("a practice statement without its figure is found")
    func missingFigure() throws {
        var copy = sample
        copy.figures.removeAll { $0.line == 946 }
        #expect(try Practice.load().unanswered(by: copy).count == 1)
    }

    @Test("a previous value that departs from the practice key is found")
    func wrongPrevious() throws {
        var copy = sample
        let index = try #require(copy.figures.firstIndex { $0.line == 946 })
        copy.figures[index].previous?.value = 67
        #expect(try Practice.load().unanswered(by: copy).count == 1)
    }
}
