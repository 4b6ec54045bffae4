import Foundation
import JSON

/// One numeric statement as a key or a document has it.
struct Statement {
    let line: Int
    let value: Double?
    let text: String
    let unit: String
    let start: String?
    let end: String?
    let area: String
    let page: Int?
    let name: String
    let previous: Double?

    /// The figures of an import document.
    static func ofDocument(_ document: JSONValue) -> [Statement] {
        guard case .array(let figures)? = document["figures"], case .array(let areas)? = document["areas"]
        else { return [] }
        let names = Dictionary(areas.map { ($0["code"].text ?? "", $0["name"].text ?? "") }) { first, _ in
            first
        }
        return figures.map { figure in
            Statement(
                line: figure["line"].text.flatMap { Int($0) } ?? 0,
                value: figure["value"].text.flatMap { Double($0) },
                text: figure["valueText"].text ?? "", unit: figure["unit"].text ?? "",
                start: figure["period"]?["start"].text,
                end: figure["period"]?["end"].text, area: names[figure["area"].text ?? ""] ?? "",
                page: figure["page"].text.flatMap { Int($0) },
                name: figure["name"].text ?? "",
                previous: figure["previous"]?["value"].text.flatMap { Double($0) })
        }
    }

    static func ofPractice(_ file: URL) throws -> [Statement] {
        guard case .array(let rows)? = try JSONReader.read([UInt8](Data(contentsOf: file)))["observations"]
        else { return [] }
        return rows.map { row in
            Statement(
                line: row["line"].text.flatMap { Int($0) } ?? 0,
                value: row["value"].text.flatMap { Double($0) }, text: row["value_text"].text ?? "",
                unit: row["unit"].text ?? "", start: row["period"]?["start"].text,
                end: row["period"]?["end"].text, area: row["area"].text ?? "",
                page: row["page"].text.flatMap { Int($0) }, name: row["name"].text ?? "",
                previous: row["previous"]?["value"].text.flatMap { Double($0) })
        }
    }
}

/// How many expected statements were found, and which fields of them are right.
struct Score: CustomStringConvertible {
    private(set) var found = 0
    private(set) var right = 0
    private(set) var fields: [String: Int] = [:]
    private(set) var previous = (right: 0, of: 0)
    private(set) var wrong: [String] = []
    let count: Int

    init(found figures: [Statement], expected: [Statement]) {
        count = expected.count
        var used = Set<Int>()
        for statement in expected {
            let candidates = figures.indices.filter {
                !used.contains($0) && figures[$0].line == statement.line
                    && Self.isSame(figures[$0].value, statement.value)
            }
            guard
                let best = candidates.max(by: {
                    Self.matches(figures[$0], statement).count < Self.matches(figures[$1], statement).count
                })
            else {
                wrong.append(
                    "not found: line \(statement.line) \(statement.text) \(statement.unit) (\(statement.name))"
                )
                continue
            }
            used.insert(best)
            self.found += 1
            let matches = Self.matches(figures[best], statement)
            for field in matches { fields[field, default: 0] += 1 }
            if let before = statement.previous {
                previous.of += 1
                if Self.isSame(figures[best].previous, before) { previous.right += 1 }
            }
            if matches.count == 4 {
                right += 1
            } else {
                let missing = ["unit", "period", "area", "page"].filter { !matches.contains($0) }
                wrong.append(
                    "wrong \(missing.joined(separator: ", ")): line \(statement.line) \(statement.text) (\(statement.name)) read as \(figures[best].unit) \(figures[best].start ?? "-")..\(figures[best].end ?? "-") \(figures[best].area)"
                )
            }
        }
    }

    private static func isSame(_ left: Double?, _ right: Double?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return abs(left - right) < 0.06
    }

    private static func matches(_ figure: Statement, _ statement: Statement) -> [String] {
        var fields: [String] = []
        if figure.unit == statement.unit { fields.append("unit") }
        if figure.start == statement.start, figure.end == statement.end { fields.append("period") }
        if figure.area == statement.area { fields.append("area") }
        if figure.page == statement.page { fields.append("page") }
        return fields
    }

    var description: String {
        let each = ["unit", "period", "area", "page"].map { "\($0) \(fields[$0] ?? 0)" }.joined(
            separator: ", ")
        return
            "\(count) statements, \(found) found, \(right) right in all; \(each); value before \(previous.right) of \(previous.of)"
    }

    var report: String { ([description] + wrong).joined(separator: "\n") }
}
