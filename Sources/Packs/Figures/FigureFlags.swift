import Domain

/// Marks figures that somebody should look at before they are believed.
///
/// ```
/// mixed_script     the line holds letters or digits of another script that look Latin
/// caveat           the line, or a note under its table, says that the numbers are to be used with care
/// period_conflict  a sentence gives a value another time than the table below it does
/// figure_conflict  the same measure, area and time stands in the pack with another value
/// ```
struct FigureFlags {
    private let lines: [TextLine]
    private var figures: [(paper: String, figure: Figure)]
    /// The figures of each line.
    private let places: [Int: [Int]]

    private init(_ figures: [(paper: String, figure: Figure)], _ lines: [TextLine]) {
        self.lines = lines
        self.figures = figures
        places = Dictionary(grouping: figures.indices) { figures[$0].figure.line }
    }

    static func marked(_ figures: [(paper: String, figure: Figure)], _ papers: [Paper], _ lines: [TextLine])
        -> [(paper: String, figure: Figure)]
    {
        var flags = FigureFlags(figures, lines)
        flags.markLines()
        for paper in papers { if let range = paper.lines { flags.markNotes(paper.ref, range) } }
        flags.markPeriods()
        flags.markValues()
        return flags.figures
    }

    private mutating func add(_ flag: String, to index: Int) {
        if !figures[index].figure.flags.contains(flag) { figures[index].figure.flags.append(flag) }
    }

    private func text(of index: Int) -> String { lines[figures[index].figure.line - 1].text }

    // MARK: lines

    private static let cautions = [
        "with caution", "treated with care", "provisional", "not yet validated", "unvalidated",
        "not validated",
        "not comparable", "not directly comparable", "data quality", "subject to change",
        "subject to validation",
        "may be incomplete", "is incomplete", "under-recorded", "small numbers", "unaudited",
        "be interpreted",
    ]

    static func isCaution(_ text: String) -> Bool {
        let lower = text.lowercased()
        return cautions.contains { lower.contains($0) }
    }

    /// Greek, Cyrillic and Arabic signs inside English text.
    static func isMixed(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            (0x370...0x52F).contains($0.value) || (0x600...0x6FF).contains($0.value)
        }
    }

    private mutating func markLines() {
        for index in figures.indices {
            if Self.isMixed(text(of: index)) { add("mixed_script", to: index) }
            if Self.isCaution(text(of: index)) { add("caveat", to: index) }
        }
    }

    // MARK: notes

    /// A note warns of the table above it, or of the whole paper where it says so.
    private mutating func markNotes(_ paper: String, _ range: ClosedRange<Int>) {
        for number in range {
            let line = lines[number - 1]
            guard line.cells == nil, Self.isNote(line), Self.isCaution(line.text) else { continue }
            let lower = line.text.lowercased()
            let isOfAll = ["this report", "all data", "all figures", "this paper"].contains {
                lower.contains($0)
            }
            guard let rows = isOfAll ? range : table(above: number, from: range.lowerBound) else { continue }
            for row in rows {
                for index in places[row] ?? [] where figures[index].paper == paper {
                    add("caveat", to: index)
                }
            }
        }
    }

    private static func isNote(_ line: TextLine) -> Bool {
        let lower = line.text.lowercased()
        return Footnote.isNote(line)
            || ["*", "note", "source", "n.b", "nb", "please note"].contains { lower.hasPrefix($0) }
    }

    /// The rows of the table that ends at most three lines above.
    private func table(above number: Int, from floor: Int) -> ClosedRange<Int>? {
        var last = number - 1
        while last >= max(floor, number - 3), lines[last - 1].cells == nil { last -= 1 }
        guard last >= max(floor, number - 3), last >= 1 else { return nil }
        var first = last
        while first > floor, lines[first - 2].cells != nil { first -= 1 }
        return first...last
    }

    // MARK: contradictions

    /// A sentence close above a table that gives one of its values another time.
    private mutating func markPeriods() {
        for index in figures.indices {
            let figure = figures[index].figure
            guard lines[figure.line - 1].cells == nil, let period = figure.period, period.basis == .printed
            else { continue }
            let below = (1...8).flatMap { places[figure.line + $0] ?? [] }.filter {
                figures[$0].paper == figures[index].paper && figures[$0].figure.unit == figure.unit
                    && lines[figures[$0].figure.line - 1].cells != nil
            }
            let same = below.filter { figures[$0].figure.value == figure.value && figure.value != nil }
            guard !same.isEmpty,
                same.allSatisfy({ figures[$0].figure.period?.period.end != period.period.end }),
                same.allSatisfy({ figures[$0].figure.period?.basis == .printed })
            else { continue }
            add("period_conflict", to: index)
        }
    }

    /// The same words, unit, area and printed time with two values.
    private mutating func markValues() {
        var named: [String: [Int]] = [:]
        for index in figures.indices {
            let figure = figures[index].figure
            guard let period = figure.period, period.basis == .printed, figure.value != nil,
                figure.name.split(separator: " ").count >= 3, !figure.flags.contains("unlabelled"),
                !figure.flags.contains("single_child")
            else { continue }
            let key = [
                figure.name.lowercased(), figure.dimension?.lowercased() ?? "", figure.unit.rawValue,
                figure.area.code, "\(period.period.start) \(period.period.end)",
            ].joined(separator: "|")
            named[key, default: []].append(index)
        }
        for same in named.values
        where Set(same.compactMap { figures[$0].figure.value?.description }).count > 1 {
            let lines = Set(same.map { figures[$0].figure.line })
            guard lines.count > 1 else { continue }
            for index in same { add("figure_conflict", to: index) }
        }
    }
}
