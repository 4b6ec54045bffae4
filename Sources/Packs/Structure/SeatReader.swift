import Domain

/// Reads the list of members in front of an agenda.
struct SeatReader {
    private(set) var seats: [SeatFacts] = []
    private var kind = SeatKind.councillor
    private var title: String?
    private var limit: String?
    private var group: String?

    static func read(_ lines: [TextLine], from start: Int) -> [SeatFacts] {
        guard let first = lines.first(where: { $0.number >= start && isHeading($0.text) }) else { return [] }
        var reader = SeatReader()
        let inline = afterColon(first.text)
        if !inline.isEmpty { reader.take(inline, first.number) }
        var blanks = 0
        for line in lines where line.number > first.number && line.number < first.number + 90 {
            if line.isBlank {
                blanks += 1
                if blanks > 6, !reader.seats.isEmpty { break }
                continue
            }
            blanks = 0
            if isEnd(line) { break }
            for cell in (line.cells ?? [line.text]) where !cell.trimmed.isEmpty {
                reader.take(cell.trimmed, line.number)
            }
        }
        return reader.seats
    }

    private static func afterColon(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return "" }
        return String(text[text.index(after: colon)...]).trimmed
    }

    private static func isHeading(_ text: String) -> Bool {
        let lower = text.lowercased()
        return text.utf8.count < 400
            && (lower == "membership" || lower.hasPrefix("membership:") || lower.hasPrefix("membership of")
                || lower == "members" || lower.hasPrefix("members:") || lower == "committee members"
                || lower.hasPrefix("committee members:") || lower.hasPrefix("panel members")
                || lower.hasPrefix("members of the") && lower.utf8.count < 60
                || lower.hasPrefix("board members") || lower.hasPrefix("the members of")
                || lower == "to: members of the committee" || lower.hasPrefix("to: councillors")
                || lower.hasPrefix("committee membership") || lower.hasPrefix("membership "))
    }

    private static func isEnd(_ line: TextLine) -> Bool {
        let lower = line.text.lowercased()
        return lower == "agenda" || lower.hasPrefix("agenda ") && lower.utf8.count < 20
            || lower.hasPrefix("item no") || lower.hasPrefix("item ") || lower.hasPrefix("contact")
            || lower.hasPrefix("quorum") || lower.hasPrefix("substitut") || lower.hasPrefix("date of issue")
            || lower.hasPrefix("for further information") || lower.hasPrefix("1. ")
            || lower.hasPrefix("public document") || lower.hasPrefix("apologies")
    }

    private mutating func take(_ text: String, _ line: Int) {
        if let heading = Self.kind(of: text) {
            kind = heading.kind
            limit = heading.limit
            title = heading.title
            let rest = Self.afterColon(text)
            if !rest.isEmpty { names(rest, line) }
            return
        }
        let bare = text.lowercased().replacing(":", with: "").trimmed
        if bare == "councillors" || bare == "councillor" {
            kind = .councillor
            return
        }
        if let found = Self.groupHeading(text) {
            group = found
            return
        }
        names(text, line)
    }

    private mutating func names(_ text: String, _ line: Int) {
        for part in withNotes(People.divided(text)) {
            let lower = part.lowercased()
            if lower.hasPrefix("vacan") || lower.hasPrefix("(vacan") || lower.contains("vacant seat")
                || lower == "1 vacancy" || lower == "one vacancy"
            {
                // "Vacancy (Roman Catholic Diocese)"
                let note = part.firstIndex(of: "(").map {
                    part[part.index(after: $0)...].filter { $0 != ")" }
                }.map { String($0) }
                let own = note.flatMap(Self.office)
                seats.append(
                    SeatFacts(
                        kind: own ?? kind, person: nil, title: own == nil ? title : note, limit: limit,
                        group: own == nil ? group : nil, line: line))
                continue
            }
            guard let entry = People.entry(part) else { continue }
            var seat = SeatFacts(
                kind: kind, person: entry.name, title: nil, limit: limit, group: group, line: line)
            for note in entry.notes {
                if People.isViceChair(note) {
                    seat.isViceChair = true
                    seat.title = note
                } else if People.isChair(note) {
                    seat.isChair = true
                    seat.title = note
                } else if People.isGroup(note) {
                    seat.group = note
                } else if let office = Self.office(note) {
                    seat.kind = office
                    seat.title = note
                    seat.group = nil
                } else if note.lowercased().hasPrefix("for ") || note.lowercased().contains("education") {
                    seat.limit = note
                } else if kind != .councillor {
                    seat.title = note
                }
            }
            if seats.contains(where: { $0.person == seat.person }) { continue }
            if seat.isChair, seats.contains(where: \.isChair) { seat.isChair = false }
            seats.append(seat)
        }
    }

    /// "Jane Smith, Diocese of Exeter": what stands behind a comma and is no name is a note of the one before it.
    private func withNotes(_ parts: [String]) -> [String] {
        var result: [String] = []
        for part in parts {
            let isNote =
                Self.office(part) != nil || People.isChair(part) || People.isViceChair(part)
                || People.isGroup(part)
            if isNote, let last = result.last, !last.hasSuffix(")") {
                result[result.count - 1] = "\(last) (\(part))"
            } else {
                result.append(part)
            }
        }
        return result
    }

    /// The kind of seat that a church or a school sends somebody to.
    private static func office(_ note: String) -> SeatKind? {
        let lower = note.lowercased()
        if lower.contains("parent governor") || lower.contains("parent-governor") {
            return .parentGovernorRep
        }
        return church(note)
    }

    private static func church(_ note: String) -> SeatKind? {
        let lower = note.lowercased()
        if lower.contains("church of england") || lower == "cofe" || lower == "c of e"
            || lower.contains("anglican") || lower.contains("dioces") && !lower.contains("catholic")
        {
            return .churchRepCofe
        }
        if lower.contains("catholic") { return .churchRepRC }
        return lower.contains("church") ? .churchRepOther : nil
    }

    /// Headings of the places that are not councillors'.
    private static func kind(of text: String) -> (kind: SeatKind, limit: String?, title: String)? {
        let head = text.firstIndex(of: ":").map { String(text[..<$0]) } ?? text
        let lower = head.lowercased()
        guard head.utf8.count < 120,
            lower.contains("co-opt") || lower.contains("coopt") || lower.contains("representative")
                || lower.contains("governor") || lower.contains("church")
        else { return nil }
        // A line about one person or one empty seat is no heading.
        if lower.hasPrefix("vacan") { return nil }
        let parts = People.divided(head)
        if parts.count > 1, People.entry(parts[0]) != nil, office(parts[0]) == nil { return nil }
        if head.contains("(") || head.contains(" - ") || head.contains(" – "), let entry = People.entry(head),
            !entry.name.lowercased().contains("representative")
        {
            return nil
        }
        var limit: String?
        var title = head
        if let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") {
            let inside = String(head[head.index(after: open)..<close]).trimmed
            if inside.lowercased().hasPrefix("for") || inside.lowercased().contains("education") {
                limit = inside
            }
            title = String(head[..<open]).trimmed
        }
        let kind: SeatKind =
            if lower.contains("parent governor") || lower.contains("parent-governor") {
                .parentGovernorRep
            } else if let church = church(lower) {
                church
            } else if lower.contains("non-voting") || lower.contains("non voting")
                || lower.contains("without voting")
            { .nonvotingCoopted } else { .votingCoopted }
        return (kind, limit, title)
    }

    /// "Labour (5)", "Conservative Group:".
    private static func groupHeading(_ text: String) -> String? {
        var body = text.replacing(":", with: "").trimmed
        if let open = body.firstIndex(of: "(") { body = String(body[..<open]).trimmed }
        return body.utf8.count < 40 && People.isGroup(body) ? body.replacing(" Group", with: "").trimmed : nil
    }
}
