import Foundation

/// The rules that tie the sample to the pack's text; each answers with a sentence for every breach.
struct PackRules {
    let sample: Sample
    let text: PackText

    var problems: [String] { evidence + terms + pages + coverage + privacy }

    /// Everything that is quoted stands literally in its line.
    var evidence: [String] {
        var found: [String] = []
        func expect(_ quoted: String?, _ line: Int, _ place: String) {
            guard let quoted, !text[line].contains(PackText.folded(quoted)) else { return }
            found.append("\(place): line \(line) does not print \(quoted)")
        }
        for figure in sample.figures {
            expect(figure.quote, figure.line, figure.place)
            expect(figure.valueText, figure.line, figure.place)
            expect(figure.previous?.valueText, figure.line, figure.place)
            for comparator in figure.comparators ?? [] {
                expect(comparator.valueText, figure.line, figure.place)
            }
            if let direction = figure.statedDirection?.lowercased(),
                !text[figure.line].lowercased().contains(direction)
            {
                found.append("\(figure.place): the direction is not printed")
            }
        }
        for action in sample.actions { expect(action.quote, action.line, action.ref) }
        let whole = PackText.folded(text.lines.joined(separator: " "))
        let dueTexts = sample.actions.compactMap(\.dueText)
        let periods = sample.figures.flatMap { [$0.period, $0.previous?.period] }.compactMap(\.self)
        for printed in Set(dueTexts + periods.compactMap(\.text)) where !whole.contains(printed) {
            found.append("the pack does not print \(printed)")
        }
        return found
    }

    /// A term is kept letter by letter, so that look-alike letters of another script stay.
    var terms: [String] {
        sample.terms.compactMap { term in
            let cells = text.lines[term.line - 1].split(separator: "\t").map(String.init)
            let isSame = cells.map { Array($0.utf8) } == [term.term, term.meaning].map { Array($0.utf8) }
            return isSame ? nil : "line \(term.line) does not print \(term.term) and its meaning"
        }
    }

    /// A page is given exactly where the markers make it certain.
    var pages: [String] {
        var found: [String] = []
        let itemOfReport = Dictionary(sample.reports.map { ($0.ref, $0.item) }) { first, _ in first }
        func expect(_ report: String, _ page: Int?, _ from: Int, _ to: Int, _ line: Int, _ place: String) {
            if text.item(ofLine: line) != itemOfReport[report] { found.append("\(place): another item") }
            guard let allowed = text.pages(ofLine: line) else { return found.append("\(place): no page") }
            if allowed.count == 1 && page != allowed.lowerBound {
                found.append("\(place): stands on page \(allowed.lowerBound)")
            }
            if allowed.count > 1 && page != nil { found.append("\(place): the page is not certain") }
            if from > to || !allowed.contains(from) || !allowed.contains(to) {
                found.append("\(place): pages \(from) to \(to) leave \(allowed)")
            }
        }
        for figure in sample.figures {
            expect(figure.report, figure.page, figure.pageFrom, figure.pageTo, figure.line, figure.place)
        }
        for action in sample.actions {
            expect(action.report, action.page, action.pageFrom, action.pageTo, action.line, action.ref)
        }
        for lost in sample.lost {
            expect(lost.report, lost.page, lost.pageFrom, lost.pageTo, lost.line, lost.what)
        }
        for term in sample.terms {
            expect(term.report, term.page, term.page, term.page, term.line, term.term)
        }
        return found
    }

    /// Every page of the substantive items has a text, and none of them copies the pack.
    var coverage: [String] {
        var found: [String] = []
        let texts = sample.reports.flatMap { $0.pages ?? [] }
        for item in sample.agendaItems {
            guard let from = item.pageFrom, let to = item.pageTo, from <= to else { continue }
            for page in from...to where !texts.contains(where: { $0.pageFrom <= page && page <= $0.pageTo }) {
                found.append("page \(page) has no text")
            }
        }
        // Twelve words are the most that may be quoted.
        let printed = Set(runs(of: 13, in: text.lines.joined(separator: " ")))
        for page in texts {
            for run in runs(of: 13, in: page.text) where printed.contains(run) {
                found.append("page \(page.pageFrom) copies: \(run)")
            }
        }
        return found
    }

    /// Lines 736 and 1464 tell of children and are never quoted; the posts' holders stay unnamed.
    var privacy: [String] {
        var found: [String] = []
        let quoted = sample.figures.filter { $0.quote != nil }.map(\.line) + sample.actions.map(\.line)
        found += quoted.filter { [736, 1464].contains($0) }.map { "line \($0) is quoted" }
        let owners = [1222, 1243, 1302].flatMap { text[$0].split(separator: "/") }
            .map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        let pseudonym = text[736].split(separator: "'").dropFirst().first.map { $0.lowercased() }
        let forbidden = Set(owners + [pseudonym].compactMap(\.self))
        if forbidden.count < 4 { found.append("the lines with the names were not found") }
        let figures = sample.figures.flatMap { [$0.name, $0.dimension, $0.quote, $0.note] }.compactMap(\.self)
        let actions = sample.actions.flatMap { [$0.text, $0.ownerRole, $0.quote] }.compactMap(\.self)
        let pages = sample.reports.flatMap { $0.pages ?? [] }.map(\.text)
        for written in figures + actions + pages {
            for name in forbidden where written.lowercased().contains(name) {
                found.append("a person's name stands in: \(written)")
            }
        }
        return found
    }

    private func runs(of length: Int, in text: String) -> [String] {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
        guard words.count >= length else { return [] }
        return (0...(words.count - length)).map { words[$0..<($0 + length)].joined(separator: " ") }
    }
}
