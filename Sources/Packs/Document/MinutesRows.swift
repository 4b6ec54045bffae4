import Domain
import JSON

/// Attendance, declarations and decisions as rows of the document.
struct MinutesRows {
    let facts: MinutesFacts
    private let items: Set<String>

    init(_ facts: MinutesFacts) {
        self.facts = facts
        items = Set(facts.items.map(\.number))
    }

    /// Everybody whom a row names.
    var people: [String] {
        let attenders = facts.attenders.flatMap { [$0.name, $0.substituteFor] }
        return
            (attenders + facts.declarations.map(\.name) + facts.decisions.flatMap { [$0.mover, $0.seconder] })
            .compactMap(\.self)
    }

    var executives: Set<String> {
        Set(facts.attenders.filter { $0.role == .executiveMember }.compactMap(\.name))
    }

    var attendance: [JSONValue] {
        facts.attenders.filter { $0.name != nil || $0.post != nil }.map {
            [
                "person": .text($0.name), "role": .string($0.role.rawValue), "post": .text($0.post),
                "status": .string($0.status.rawValue),
                "substituteFor": .text($0.substituteFor),
            ]
        }
    }

    var declarations: [JSONValue] {
        facts.declarations.filter { $0.kind == .whip ? $0.name != nil || $0.group != nil : $0.name != nil }
            .map { entry in
                let item = entry.item.flatMap { items.contains($0) ? $0 : nil }
                if entry.kind == .whip {
                    return [
                        "kind": "whip", "person": .text(entry.name), "politicalGroup": .text(entry.group),
                        "item": .text(item), "nature": .text(entry.nature),
                    ]
                }
                return [
                    "kind": "interest", "person": .text(entry.name), "item": .text(item),
                    "interestType": .string(entry.type.rawValue), "nature": .text(entry.nature),
                    "withdrew": entry.withdrew ? true : .null,
                ]
            }
    }

    var decisions: [JSONValue] {
        facts.decisions.map { entry in
            let isSelfSeconded = entry.mover == entry.seconder
            return [
                "item": .string(entry.item), "minuteNumber": .text(entry.minuteNumber),
                "kind": .string(entry.kind.rawValue), "text": .string(entry.text),
                "mover": .text(entry.mover), "seconder": .text(isSelfSeconded ? nil : entry.seconder),
                "votesFor": .integer(entry.votes?.yes),
                "votesAgainst": .integer(entry.votes?.no), "votesAbstain": .integer(entry.votes?.abstain),
            ]
        }
    }
}
