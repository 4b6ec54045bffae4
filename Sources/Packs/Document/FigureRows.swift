import Domain
import JSON

/// The figures as rows of the document, with the areas that they name.
struct FigureRows {
    private(set) var values: [JSONValue] = []
    private(set) var areas: [Area] = []
    private var seen = Set<String>()

    init(reading: PackReading) {
        if let own = reading.council?.area { areas.append(own) }
        for (paper, figure) in reading.figures where fits(figure) {
            let row = row(paper, figure, reading.pages[figure.line])
            // The same value of the same name twice in one line is one statement.
            let key =
                "\(figure.line)|\(figure.name)|\(figure.dimension ?? "")|\(figure.unit.rawValue)|\(figure.text ?? "")|\(figure.period.map { "\($0.period.start)\($0.period.end)" } ?? "")"
            guard seen.insert(key).inserted else { continue }
            note(figure.area)
            for comparator in figure.comparators { if let area = comparator.area { note(area) } }
            values.append(row)
        }
    }

    /// Only what the store takes: a percent up to 100, a whole count.
    private func fits(_ figure: Figure) -> Bool {
        guard let value = figure.value else { return figure.state != .actual }
        return figure.unit.problem(with: value, at: "") == nil && figure.text?.isEmpty == false
    }

    private mutating func note(_ area: Area) {
        if area == .unknown { return }
        if !areas.contains(where: { $0.code == area.code }) { areas.append(area) }
    }

    private func row(_ paper: String, _ figure: Figure, _ pages: PageRange?) -> JSONValue {
        let previous = figure.previous.flatMap {
            figure.unit.problem(with: $0.value, at: "") == nil ? $0 : nil
        }
        let comparators = figure.comparators.filter { figure.unit.problem(with: $0.value, at: "") == nil }
        return .object(
            [("report", .string(paper))] + JSONValue.pages(pages) + [
                ("line", .integer(figure.line)), ("indicator", .null), ("name", .string(figure.name)),
                ("topic", .text(figure.topic)),
                ("area", figure.area == .unknown ? .null : .string(figure.area.code)),
                ("dimension", .text(figure.dimension)),
                ("valueText", .text(figure.text)),
                ("value", .decimal(figure.value)), ("valueState", .string(figure.state.rawValue)),
                ("approximate", .text(figure.approximation?.rawValue)),
                ("unit", .string(figure.unit.rawValue)), ("period", .period(figure.period)),
                ("previous", previous.map(beside) ?? .null),
                ("comparators", comparators.isEmpty ? .null : .array(comparators.map(comparator))),
                ("statedDirection", .text(figure.direction)),
                ("quote", .text(figure.quote)), ("flags", .array(figure.flags.map { .string($0) })),
                ("note", .text(figure.note)),
                ("confidence", .string(figure.confidence.rawValue)),
            ])
    }

    private func beside(_ value: Beside) -> JSONValue {
        ["value": .decimal(value.value), "valueText": .string(value.text), "period": .period(value.period)]
    }

    private func comparator(_ value: Beside) -> JSONValue {
        [
            "area": .string(value.area?.code ?? ""), "value": .decimal(value.value),
            "valueText": .string(value.text), "period": .period(value.period),
        ]
    }
}
