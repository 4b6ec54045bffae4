import Foundation

extension SampleRules {
    var figures: [String] {
        var found: [String] = []
        let units = Dictionary(sample.indicators.map { ($0.code, $0.unit) }) { first, _ in first }
        for figure in sample.figures {
            func report(_ sentence: String) { found.append("\(figure.place): \(sentence)") }
            let mayHaveValue = ["actual", "low_reliability"].contains(figure.valueState)
            if (figure.value != nil) != mayHaveValue { report("value and value state do not agree") }
            if figure.value != nil && figure.valueText == nil { report("a value without its text") }
            if let problem = textProblem(figure) { report(problem) }
            if let code = figure.indicator, units[code] != figure.unit { report("not the indicator's unit") }
            let values = [figure.value, figure.previous?.value] + (figure.comparators ?? []).map(\.value)
            for value in values.compactMap(\.self) {
                if let problem = unitProblem(value, figure.unit) { report(problem) }
            }
            let periods = [figure.period, figure.previous?.period] + (figure.comparators ?? []).map(\.period)
            for period in periods.compactMap(\.self) {
                if let problem = period.shapeProblem { report(problem) }
                if !["printed", "inferred"].contains(period.basis) { report("basis \(period.basis)") }
            }
            if figure.flags.contains("unlabelled") && figure.indicator != nil {
                report("an unlabelled figure is linked to an indicator")
            }
            if Set(figure.flags).count != figure.flags.count { report("a flag stands twice") }
        }
        return found
    }

    /// A text that is wholly a numeral says the value, but for the sign of a fall printed in words.
    private func textProblem(_ figure: SampleFigure) -> String? {
        guard let text = figure.valueText, let value = figure.value else { return nil }
        let plain = text.filter { !"£%, ".contains($0) }
        guard plain.allSatisfy({ "-.0123456789".contains($0) }), let printed = Decimal(string: plain) else {
            return nil
        }
        let isFall = figure.unit == "percent_change" && value == -printed
        return printed == value || isFall ? nil : "the value is not what the text says"
    }

    private func unitProblem(_ value: Decimal, _ unit: String) -> String? {
        var input = value
        var whole = Decimal()
        NSDecimalRound(&whole, &input, 0, .plain)
        switch unit {
        case "percent": return (0...100).contains(value) ? nil : "percent outside 0 to 100"
        case "count", "visits": return value >= 0 && value == whole ? nil : "\(unit) \(value) is not a number"
        case "rank": return value >= 1 && value == whole ? nil : "rank \(value)"
        case "rate_per_10000", "per_month", "weeks", "months": return value >= 0 ? nil : "\(unit) below zero"
        default: return nil
        }
    }

    var actions: [String] {
        var found: [String] = []
        for action in sample.actions {
            if ["date", "named_meeting"].contains(action.dueKind) && action.dueOn == nil {
                found.append("\(action.ref): no due day")
            }
            if action.dueKind == "none" && action.dueOn != nil { found.append("\(action.ref): a due day") }
            if let day = action.dueOn, SamplePeriod.Day(day) == nil {
                found.append("\(action.ref): \(day) is no day")
            }
            if action.dueOn != nil && action.dueText == nil { found.append("\(action.ref): no due text") }
        }
        return found
    }

    var pages: [String] {
        var found: [String] = []
        var items: [String: ClosedRange<Int>] = [:]
        for item in sample.agendaItems {
            guard let from = item.pageFrom, let to = item.pageTo, from <= to else {
                if item.pageFrom != nil || item.pageTo != nil { found.append("half a range of an item") }
                continue
            }
            items[item.printedNumber] = from...to
        }
        var reports: [String: ClosedRange<Int>] = [:]
        for report in sample.reports {
            guard let from = report.pageFrom, let to = report.pageTo, from <= to else { continue }
            reports[report.ref] = from...to
            if let item = items[report.item], item.contains(from), item.contains(to) { continue }
            found.append("\(report.ref) leaves the pages of its item")
        }
        func isInside(_ report: String, _ from: Int, _ to: Int) -> Bool {
            guard let range = reports[report] else { return false }
            return from <= to && range.contains(from) && range.contains(to)
        }
        func expect(_ report: String, _ page: Int?, _ from: Int, _ to: Int, _ place: String) {
            if !isInside(report, from, to) { found.append("\(place) leaves the pages of \(report)") }
            if let page, from != page || to != page { found.append("\(place) has a page and another range") }
            if page == nil && from == to { found.append("\(place) has a certain range and no page") }
        }
        for figure in sample.figures {
            expect(figure.report, figure.page, figure.pageFrom, figure.pageTo, figure.place)
        }
        for action in sample.actions {
            expect(action.report, action.page, action.pageFrom, action.pageTo, action.ref)
        }
        for lost in sample.lost { expect(lost.report, lost.page, lost.pageFrom, lost.pageTo, lost.what) }
        for term in sample.terms { expect(term.report, term.page, term.page, term.page, term.term) }
        for report in sample.reports where report.state == "received" && (report.pages ?? []).isEmpty {
            found.append("\(report.ref) has no page text")
        }
        for report in sample.reports {
            for page in report.pages ?? [] {
                let place = "the text of \(report.ref), page \(page.pageFrom)"
                if !isInside(report.ref, page.pageFrom, page.pageTo) {
                    found.append("\(place) leaves the pages of its report")
                }
                if page.textKind != "summary" { found.append("\(place) is no summary") }
                if page.text.count > 700 { found.append("\(place) is longer than 700 characters") }
                if page.text.isEmpty { found.append("\(place) is empty") }
            }
        }
        return found
    }
}
