import Foundation

/// The rules that the sample obeys by itself; each answers with a sentence for every breach.
struct SampleRules {
    let sample: Sample

    var problems: [String] { counts + references + words + figures + actions + pages }

    var counts: [String] {
        var found: [String] = []
        func expect(_ holds: Bool, _ sentence: String) { if !holds { found.append(sentence) } }
        let seats = sample.seats
        expect(seats.count == 11, "there are \(seats.count) seats, not 11")
        expect(seats.count { $0.kind == "councillor" && $0.person != nil } == 9, "not 9 councillors")
        expect(seats.count { $0.kind == "church_rep_cofe" && $0.person != nil } == 1, "no church seat")
        let vacant = seats.filter { $0.person == nil }
        expect(vacant.map(\.kind) == ["parent_governor_rep"], "the vacancy is not the governor's seat alone")
        expect(seats.count(where: \.isChair) == 1, "not one chairman")
        expect(seats.count(where: \.isViceChair) == 1, "not one vice chairman")
        expect(!seats.contains { $0.isChair && $0.isViceChair }, "one seat holds both chairs")
        expect(sample.agendaItems.count == 8, "not 8 agenda items")
        let covering = sample.reports.filter { $0.parent == nil }
        let appendices = sample.reports.filter { $0.parent != nil }
        expect(covering.count == 4, "not 4 covering reports")
        expect(covering.allSatisfy { $0.kind == "report" }, "a covering report is of another kind")
        expect(appendices.count == 5, "not 5 appendices")
        let toFollow = sample.reports.filter { $0.state == "to_follow" }
        expect(toFollow.map(\.ref) == ["item-8-appendix-1"], "the paper to follow is not item 8's appendix")
        expect(toFollow.allSatisfy { $0.pageFrom == nil && $0.pages == nil }, "a paper to follow has pages")
        expect(sample.figures.count >= 250, "fewer than 250 figures")
        expect(sample.actions.count >= 50, "fewer than 50 actions")
        expect(sample.terms.count == 35, "not 35 terms")
        return found
    }

    var references: [String] {
        var found: [String] = []
        func expectUnique(_ names: [String], _ what: String) {
            let repeated = Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }
            found += repeated.keys.sorted().map { "\(what) \($0) stands twice" }
        }
        func expectKnown(_ names: [String], _ known: [String], _ what: String) {
            let missing = Set(names).subtracting(known).sorted()
            found += missing.map { "\(what) \($0) is not in the sample" }
        }
        let reports = sample.reports.map(\.ref)
        let areas = sample.areas.map(\.code)
        expectUnique(reports, "report")
        expectUnique(areas, "area")
        expectUnique(sample.seats.map(\.ref), "seat")
        expectUnique(sample.people.map(\.name), "person")
        expectUnique(sample.actions.map(\.ref), "action")
        expectUnique(sample.indicators.map(\.code), "indicator")
        expectUnique(sample.agendaItems.map(\.printedNumber), "item")
        expectUnique(sample.terms.map(\.term), "term")
        expectUnique(sample.figures.map(\.identity), "figure")
        expectKnown(sample.seats.compactMap(\.person), sample.people.map(\.name), "person")
        expectKnown(sample.reports.compactMap(\.parent), reports, "report")
        expectKnown(sample.reports.map(\.item), sample.agendaItems.map(\.printedNumber), "item")
        expectKnown(sample.figures.map(\.report), reports, "report")
        expectKnown(sample.actions.map(\.report), reports, "report")
        expectKnown(sample.terms.map(\.report) + sample.lost.map(\.report), reports, "report")
        expectKnown(sample.figures.map(\.area), areas, "area")
        expectKnown(sample.figures.flatMap { $0.comparators ?? [] }.map(\.area), areas, "area")
        expectKnown(sample.figures.compactMap(\.indicator), sample.indicators.map(\.code), "indicator")
        expectKnown(sample.indicators.map(\.code), sample.figures.compactMap(\.indicator), "figure of")
        let itemOfReport = Dictionary(sample.reports.map { ($0.ref, $0.item) }) { first, _ in first }
        for action in sample.actions where itemOfReport[action.report] != action.item {
            found.append("action \(action.ref) names another item than its report")
        }
        for report in sample.reports {
            if let parent = report.parent, itemOfReport[parent] != report.item {
                found.append("\(report.ref) hangs on a report of another item")
            }
        }
        return found
    }

    var words: [String] {
        var found: [String] = []
        func expect(_ words: [String], in known: Set<String>, _ what: String) {
            let unknown = Set(words).subtracting(known).sorted()
            found += unknown.map { "\(what) \($0) is not a word of the format" }
        }
        expect(sample.seats.map(\.kind), in: Vocabulary.seatKinds, "seat kind")
        expect(sample.reports.map(\.kind), in: Vocabulary.reportKinds, "report kind")
        expect(sample.reports.map(\.state), in: ["received", "to_follow"], "report state")
        expect(sample.reports.map(\.backgroundPapers), in: Vocabulary.backgroundPapers, "background papers")
        expect(sample.areas.map(\.kind), in: Vocabulary.areaKinds, "area kind")
        expect(sample.indicators.map(\.unit), in: Vocabulary.units, "unit")
        expect(sample.indicators.map(\.polarity), in: Vocabulary.polarities, "polarity")
        expect(sample.figures.map(\.unit), in: Vocabulary.units, "unit")
        expect(sample.figures.map(\.valueState), in: Vocabulary.valueStates, "value state")
        expect(sample.figures.flatMap(\.flags), in: Vocabulary.flags, "flag")
        expect(sample.figures.compactMap(\.approximate), in: Vocabulary.approximations, "approximate")
        expect(sample.figures.map(\.confidence), in: ["high", "medium", "low"], "confidence")
        expect(sample.actions.map(\.kind), in: Vocabulary.actionKinds, "action kind")
        expect(sample.actions.map(\.dueKind), in: Vocabulary.dueKinds, "due kind")
        let quotes = sample.figures.compactMap(\.quote) + sample.actions.compactMap(\.quote)
        found += quotes.filter { $0.split(separator: " ").count > 12 }.map { "\($0) has over 12 words" }
        found += (quotes + sample.actions.map(\.text)).filter(\.isEmpty).map { _ in "an empty text" }
        return found
    }
}
