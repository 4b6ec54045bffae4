import Domain
import JSON

/// What was read beside the records of the format: how the meeting can be joined, contacts, laws, links, inspections, and
/// what the minutes say of declarations and of the order of business. The import takes note of none of it.
struct ReadingNotes {
    let reading: PackReading

    func value() -> JSONValue {
        .object([
            ("dayBasis", .text(reading.dayBasis)), ("participation", participation),
            ("covers", .array(reading.covers.map(cover))),
            ("minutes", minutes),
            (
                "legislation",
                .array(reading.mentions.laws.map { ["name": .string($0.name), "line": .integer($0.line)] })
            ),
            (
                "links",
                .array(
                    reading.mentions.links.map {
                        [
                            "address": .string($0.address), "line": .integer($0.line),
                            "whole": .bool($0.isWhole),
                        ]
                    })
            ),
            (
                "crossReferences",
                .array(reading.mentions.parts.map { ["text": .string($0.text), "line": .integer($0.line)] })
            ),
            (
                "inspections",
                .array(
                    reading.mentions.inspections.filter { !reading.withheld.contains($0.line) }.map(
                        inspection))
            ),
        ])
    }

    private var participation: JSONValue {
        guard let found = reading.participation else { return .null }
        return [
            "line": .integer(found.line), "text": .string(found.text),
            "time": .text(found.minute.map(ImportDocument.clock)),
            "printed": .text(found.printed?.description), "computed": .text(found.computed?.description),
        ]
    }

    private func cover(_ cover: CoverFacts) -> JSONValue {
        func lines(_ entries: [(line: Int, text: String)]) -> JSONValue {
            .array(entries.map { ["line": .integer($0.line), "text": .string($0.text)] })
        }
        return [
            "report": .string(cover.paper), "asks": lines(cover.asks), "contacts": lines(cover.contacts),
            "numberedParagraphs": .integer(cover.numberedParagraphs),
            "supportingInformation": .array(
                cover.appendices.map {
                    [
                        "label": .string($0.label), "title": .string($0.title),
                        "toFollow": .bool($0.isToFollow), "line": .integer($0.line),
                    ]
                }),
            "backgroundPapers": .string(cover.background.rawValue),
            "listedPapers": lines(cover.backgroundPapers),
        ]
    }

    private var minutes: JSONValue {
        guard let facts = reading.minutes else { return .null }
        return [
            "interests": .string(facts.interests.rawValue), "whip": .string(facts.whip.rawValue),
            "orderTaken": .array(facts.order.map { .string($0) }),
            "confirmed": .array(
                facts.confirmed.map {
                    [
                        "day": .text($0.day?.description), "line": .integer($0.line),
                        "text": .string(String($0.text.prefix(400))),
                    ]
                }),
        ]
    }

    private func inspection(_ found: Mentions.Inspection) -> JSONValue {
        func period(_ period: Period?) -> JSONValue {
            .period(period.map { StatedPeriod(period: $0, text: nil, basis: .printed) })
        }
        return [
            "line": .integer(found.line), "text": .string(found.text),
            "visited": .array(found.visited.map { period($0) }), "judged": period(found.judged),
            "published": period(found.published), "letterDated": period(found.letterDated),
        ]
    }
}
