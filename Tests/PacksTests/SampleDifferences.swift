import JSON

/// What differs between a reading and the hand-made sample: records that only one has, and fields that differ. Names,
/// topics and the words of actions are an editor's, and are not compared.
struct SampleDifferences {
    private(set) var lines: [String] = []

    init(_ found: JSONValue, _ sample: JSONValue) {
        compare(
            "panel", [found["panel"] ?? .null], [sample["panel"] ?? .null], by: { _ in "panel" },
            fields: ["slug", "name", "kind", "coversEducation"])
        compare(
            "meeting", [found["meeting"] ?? .null], [sample["meeting"] ?? .null], by: { _ in "meeting" },
            fields: ["venue", "kind", "mode", "agendaPublishedOn"])
        compare("person", found, sample, "people", by: { $0["name"].text ?? "" }, fields: ["sortName"])
        compare(
            "seat", found, sample, "seats", by: { $0["ref"].text ?? "" },
            fields: ["kind", "person", "isChair", "isViceChair", "limit"])
        compare(
            "item", found, sample, "agendaItems", by: { $0["printedNumber"].text ?? "" },
            fields: ["title", "pageFrom", "pageTo"])
        compare(
            "report", found, sample, "reports", by: { $0["ref"].text ?? "" },
            fields: ["kind", "label", "title", "state", "pageFrom", "pageTo", "backgroundPapers", "parent"])
        compare(
            "term", found, sample, "terms", by: { $0["term"].text ?? "" },
            fields: ["meaning", "page", "line"])
        compareFigures(found, sample)
        compareLines("action", found, sample, "actions")
        compareLines("lost", found, sample, "lost")
    }

    private static func rows(_ document: JSONValue, _ name: String) -> [JSONValue] {
        if case .array(let rows)? = document[name] { rows } else { [] }
    }

    private mutating func compare(
        _ what: String, _ found: JSONValue, _ sample: JSONValue, _ list: String,
        by key: (JSONValue) -> String, fields: [String]
    ) {
        compare(what, Self.rows(found, list), Self.rows(sample, list), by: key, fields: fields)
    }

    private mutating func compare(
        _ what: String, _ found: [JSONValue], _ sample: [JSONValue], by key: (JSONValue) -> String,
        fields: [String]
    ) {
        let read = Dictionary(found.map { (key($0), $0) }) { first, _ in first }
        for row in sample {
            guard let other = read[key(row)] else {
                lines.append("\(what) \(key(row)): not read")
                continue
            }
            for field in fields where row[field].text != other[field].text {
                lines.append(
                    "\(what) \(key(row)): \(field) is read as \(other[field].text ?? "nothing"), by hand \(row[field].text ?? "nothing")"
                )
            }
        }
        let known = Set(sample.map(key))
        for row in found where !known.contains(key(row)) { lines.append("\(what) \(key(row)): only read") }
    }

    /// Figures are found again by line, value and unit.
    private mutating func compareFigures(_ found: JSONValue, _ sample: JSONValue) {
        let read = Facts.differences(
            Self.rows(found, "figures").map(Facts.figure), Self.rows(sample, "figures").map(Facts.figure))
        lines += read.split(separator: "\n").map {
            $0.hasPrefix("missing: ") ? "by hand: \($0.dropFirst(9))" : "read: \($0.dropFirst(6))"
        }
        .sorted { Self.place($0) < Self.place($1) }
    }

    private static func place(_ line: String) -> String {
        let number = line.split(separator: " ").first { Int($0) != nil }.flatMap { Int($0) } ?? 0
        return String(100_000 + number) + line
    }

    /// Lines on which only one of the two has something.
    private mutating func compareLines(
        _ what: String, _ found: JSONValue, _ sample: JSONValue, _ list: String
    ) {
        let read = Set(Self.rows(found, list).compactMap { $0["line"].text.flatMap { Int($0) } })
        let hand = Set(Self.rows(sample, list).compactMap { $0["line"].text.flatMap { Int($0) } })
        lines += hand.subtracting(read).sorted().map { "\(what) of line \($0): not read" }
        lines += read.subtracting(hand).sorted().map { "\(what) of line \($0): only read" }
    }
}
