import Foundation
import JSON
import Packs

/// What a document says, one fact a line, so that two readings can be held against each other by people too.
struct Facts {
    let lines: [String]

    init(_ document: JSONValue) {
        var lines: [String] = []
        func rows(_ name: String) -> [JSONValue] {
            if case .array(let rows)? = document[name] { rows } else { [] }
        }
        lines.append("council \(document["council"]?["name"].text ?? "-")")
        lines.append(
            "panel \(document["panel"]?["slug"].text ?? "-") \(document["panel"]?["kind"].text ?? "-")")
        let meeting = document["meeting"]
        lines.append(
            "meeting \(["startsAt", "venue", "agendaPublishedOn", "participationDeadline"].map { meeting?[$0].text ?? "-" }.joined(separator: " | "))"
        )
        for seat in rows("seats") {
            let office =
                seat["isChair"] == .bool(true)
                ? "chair" : seat["isViceChair"] == .bool(true) ? "vice-chair" : "-"
            lines.append(
                "seat \(seat["kind"].text ?? "-") \(seat["person"].text ?? "vacant") \(office) \(seat["politicalGroup"].text ?? "-")"
            )
        }
        for item in rows("agendaItems") {
            lines.append(
                "item \(item["printedNumber"].text ?? "-") \(item["title"].text ?? "-") \(item["pageFrom"].text ?? "-")-\(item["pageTo"].text ?? "-") taken \(item["takenPosition"].text ?? "-")"
            )
        }
        for report in rows("reports") {
            lines.append(
                "report \(["ref", "kind", "title", "state", "backgroundPapers"].map { report[$0].text ?? "-" }.joined(separator: " | ")) pages \(report["pageFrom"].text ?? "-")-\(report["pageTo"].text ?? "-")"
            )
        }
        lines += rows("figures").map(Self.figure)
        for action in rows("actions") {
            lines.append(
                "action \(action["line"].text ?? "-") \(["kind", "ownerRole", "dueKind", "dueOn", "minuteNumber"].map { action[$0].text ?? "-" }.joined(separator: " | "))"
            )
        }
        for entry in rows("attendance") {
            lines.append(
                "attendance \(["person", "post", "role", "status", "substituteFor"].map { entry[$0].text ?? "-" }.joined(separator: " | "))"
            )
        }
        for entry in rows("declarations") {
            lines.append(
                "declaration \(["kind", "person", "politicalGroup", "item", "interestType"].map { entry[$0].text ?? "-" }.joined(separator: " | "))"
            )
        }
        for entry in rows("decisions") {
            lines.append(
                "decision \(["item", "minuteNumber", "kind", "votesFor", "votesAgainst", "votesAbstain"].map { entry[$0].text ?? "-" }.joined(separator: " | ")) | \((entry["text"].text ?? "").prefix(40))"
            )
        }
        for term in rows("terms") {
            lines.append("term \(term["term"].text ?? "-") = \(term["meaning"].text ?? "-")")
        }
        if let minutes = document["reading"]?["minutes"], minutes != .null {
            lines.append("declared \(minutes["interests"].text ?? "-") whip \(minutes["whip"].text ?? "-")")
            if case .array(let days)? = minutes["confirmed"] {
                for day in days { lines.append("confirmed \(day["day"].text ?? "-")") }
            }
        }
        for entry in rows("unread") {
            lines.append("unread \(entry["line"].text ?? "-") \(entry["kind"].text ?? "-")")
        }
        self.lines = lines
    }

    /// Line, value, unit, period, area, page and what stands beside the value.
    static func figure(_ figure: JSONValue) -> String {
        let period =
            figure["period"].flatMap {
                $0 == .null
                    ? nil : "\($0["kind"].text ?? "-") \($0["start"].text ?? "-")..\($0["end"].text ?? "-")"
            } ?? "undated"
        let page = figure["page"].text ?? "\(figure["pageFrom"].text ?? "-")-\(figure["pageTo"].text ?? "-")"
        var line =
            "figure \(figure["line"].text ?? "-") \(figure["unit"].text ?? "-") \(figure["value"].text ?? figure["valueState"].text ?? "-") \(figure["area"].text ?? "-") \(period) page \(page)"
        if let previous = figure["previous"], previous != .null {
            line +=
                " before \(previous["value"].text ?? "-") \(previous["period"]?["start"].text ?? "undated")"
        }
        if case .array(let comparators)? = figure["comparators"] {
            for comparator in comparators {
                line += " beside \(comparator["area"].text ?? "-") \(comparator["value"].text ?? "-")"
            }
        }
        if let side = figure["approximate"].text { line += " \(side)" }
        return line
    }

    /// What only one of the two says, as one readable text.
    static func differences(_ found: [String], _ expected: [String]) -> String {
        var rest = found
        var missing: [String] = []
        for line in expected {
            if let place = rest.firstIndex(of: line) { rest.remove(at: place) } else { missing.append(line) }
        }
        return (missing.map { "missing: \($0)" } + rest.map { "more: \($0)" }).joined(separator: "\n")
    }
}

extension JSONValue? {
    /// Text, number or truth as text; nil for nothing.
    var text: String? {
        switch self {
        case .string(let text)?: text
        case .number(let number)?: number.text
        case .bool(let flag)?: flag ? "true" : "false"
        default: nil
        }
    }
}
