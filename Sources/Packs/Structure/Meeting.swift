import Domain

/// The sitting that the pack or the minutes are of.
struct MeetingFacts: Sendable {
    var panel: String
    var day: CalendarDate
    /// Minutes after midnight; nil where no time is printed.
    var minute: Int?
    var venue: String?
    var issued: CalendarDate?
    /// Lines 1 to this one are the front.
    var line: Int
}

/// Finds panel, day, time and place on the first lines.
struct MeetingFinder {
    let lines: [TextLine]
    private static let bodies = [
        "panel", "committee", "board", "commission", "forum", "sub-committee", "cabinet", "group", "council",
    ]
    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed",
        "thu", "fri",
    ]

    func find() -> MeetingFacts? {
        let head = lines.prefix(160).filter { !$0.isBlank }
        guard
            let dated = head.lazy.compactMap({ line in Self.day(in: line.text).map { (line, $0) } }).first(
                where: { line, found in
                    found.hasWeekday || found.hasTime || Self.isDateLine(line.text)
                })
                ?? head.prefix(40).lazy.compactMap({ line in Self.day(in: line.text).map { (line, $0) } })
                .first
        else { return nil }
        let (line, found) = dated
        guard let panel = panel(near: line, head) else { return nil }
        var facts = MeetingFacts(
            panel: panel, day: found.day, minute: found.minute, venue: nil, issued: nil, line: line.number)
        let place = head.firstIndex { $0.number == line.number } ?? 0
        let around = head[max(0, place - 6)..<min(head.count, place + 12)]
        if facts.minute == nil {
            facts.minute =
                around.lazy.compactMap {
                    Self.isTimeLine($0.text) ? Self.minute(in: Tokenizer.tokens(of: $0.text)) : nil
                }.first
        }
        facts.venue =
            Self.labelled(["venue", "location", "place"], around) ?? venue(behind: found, line)
            ?? Self.heldAt(line.text) ?? Self.placeBelow(line, around)
        facts.venue = facts.venue.map(Self.withoutArticle)
        facts.issued = issued()
        return facts
    }

    private static func isDateLine(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("date") || lower.contains("held on") || lower.contains("meeting of")
            || lower.hasPrefix("minutes")
    }

    private static func isTimeLine(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("time")
            || (lower.utf8.count < 40 && (lower.contains("am") || lower.contains("pm")))
    }

    struct FoundDay {
        let day: CalendarDate
        let minute: Int?
        let end: Int
        let hasWeekday: Bool
        let hasTime: Bool
    }

    /// The first whole day printed in a line.
    static func day(in text: String) -> FoundDay? {
        guard text.utf8.count < 300 else { return nil }
        let tokens = Tokenizer.tokens(of: text)
        let periods = PeriodFinder.find(in: tokens, PeriodContext())
        guard let found = periods.first(where: { $0.period?.kind == .asAt && $0.range.count >= 3 }),
            let day = found.period?.start
        else { return nil }
        let hasWeekday = tokens[..<found.range.lowerBound].suffix(3).contains { weekdays.contains($0.key) }
        let time = minute(in: tokens)
        return FoundDay(
            day: day, minute: time, end: tokens[found.range.upperBound - 1].end, hasWeekday: hasWeekday,
            hasTime: time != nil)
    }

    /// `2.00 pm`, `10:30am`, `14:00`, `10 am`, noon.
    static func minute(in tokens: [Token]) -> Int? { time(in: tokens)?.minute }

    static func time(in tokens: [Token]) -> (minute: Int, end: Int)? {
        for index in tokens.indices {
            if tokens[index].key == "noon" || tokens[index].key == "midday" { return (720, index + 1) }
            guard tokens[index].isNumber else { continue }
            var hour: Int?
            var minutes = 0
            var next = index + 1
            let parts = tokens[index].key.split(separator: ".")
            if parts.count == 2, parts[1].utf8.count == 2, let first = Int(parts[0]),
                let second = Int(parts[1])
            {
                hour = first
                minutes = second
            } else if next + 1 < tokens.count, tokens[next].key == ":", tokens[next].isJoined,
                let first = tokens[index].integer, let second = tokens[next + 1].integer
            {
                hour = first
                minutes = second
                next += 2
            } else if let whole = tokens[index].integer, whole <= 12 {
                hour = whole
            }
            guard let hour, hour <= 23, minutes <= 59 else { continue }
            let mark = next < tokens.count ? tokens[next].key : ""
            let letter =
                next + 2 < tokens.count && tokens[next + 1].key == "." ? mark + tokens[next + 2].key : mark
            let isColon = next == index + 3
            switch letter {
            case "pm", "p.m", "p": return ((hour % 12 + 12) * 60 + minutes, next + 1)
            case "am", "a.m", "a": return ((hour % 12) * 60 + minutes, next + 1)
            case "hours", "hrs": return (hour * 60 + minutes, next + 1)
            default: if isColon { return (hour * 60 + minutes, next) }
            }
        }
        return nil
    }

    /// The name of the body that stands nearest above the day, else nearest below.
    private func panel(near line: TextLine, _ head: [TextLine]) -> String? {
        let place = head.firstIndex { $0.number == line.number } ?? 0
        if let inside = Self.name(in: line.text) { return inside }
        let above = head[..<place].reversed().prefix(12)
        let below = head[(place + 1)...].prefix(8)
        return above.lazy.compactMap { Self.name(in: $0.text) }.first
            ?? below.lazy.compactMap { Self.name(in: $0.text) }.first
    }

    /// Takes "Minutes of a meeting of the" and the day off the name of a body.
    static func name(in text: String) -> String? {
        guard text.utf8.count <= 260 else { return nil }
        var body = text
        for cut in [" held ", " - monday", " - tuesday", " - wednesday", " - thursday", " - friday", " – "] {
            guard let place = body.lowercased().range(of: cut) else { continue }
            let head = String(
                body.prefix(
                    body.lowercased().distance(from: body.lowercased().startIndex, to: place.lowerBound)))
            if cut != " – " || isName(head) { body = head }
        }
        let lower = body.lowercased()
        for lead in [
            "agendas, meetings and minutes", "agenda and draft minutes", "agenda and minutes",
            "agenda and decisions", "draft minutes",
            "minutes of a meeting of the", "minutes of the meeting of the", "minutes of the",
            "minutes of a meeting of", "meeting of the", "meeting of", "meeting:", "committee:", "agenda for",
            "agenda of the", "agenda", "minutes", "notice of",
        ] where lower.hasPrefix(lead) {
            body = String(body.dropFirst(lead.count))
            break
        }
        while let first = body.first, " -–:,".contains(first) { body.removeFirst() }
        // "14/07/2016 - Growth Scrutiny Commission (Item 9)"
        if let first = body.first, first.isNumber, let dash = body.range(of: " - "),
            day(in: String(body[..<dash.lowerBound])) != nil
        {
            body = String(body[dash.upperBound...])
        }
        if let item = body.lowercased().range(of: " (item ") {
            body = String(
                body.prefix(
                    body.lowercased().distance(from: body.lowercased().startIndex, to: item.lowerBound)))
        }
        if day(in: body) != nil {
            let bytes = Array(body.utf8)
            let tokens = Tokenizer.tokens(of: body)
            if let cut = tokens.firstIndex(where: { weekdays.contains($0.key) || $0.isNumber }) {
                body = String(decoding: bytes[..<tokens[cut].start], as: UTF8.self)
            }
        }
        while body.lowercased().hasSuffix(" on ") || body.lowercased().hasSuffix(" on") {
            body = String(body.dropLast(3)).trimmed
        }
        while let last = body.last, " -–:,(".contains(last) { body.removeLast() }
        if body.lowercased().hasPrefix("the ") { body = String(body.dropFirst(4)) }
        return isName(body) ? titled(body) : nil
    }

    private static func isName(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ").map { $0.filter { $0.isLetter || $0 == "-" } }
        guard (2...14).contains(words.count), text.first?.isUppercase == true, !text.hasSuffix(".") else {
            return false
        }
        guard let place = words.lastIndex(where: { bodies.contains($0) }) else { return false }
        if words[place] == "council", words.count <= 4,
            words.contains(where: { ["county", "city", "borough", "district"].contains($0) })
        {
            return false
        }
        return place >= words.count - 3 || words.first == "committee"
    }

    /// Capitals throughout become a title; small words stay small.
    static func titled(_ text: String) -> String {
        guard text == text.uppercased() else { return text }
        let small: Set<String> = ["and", "of", "the", "for", "in", "on", "to", "with", "a", "at"]
        return text.split(separator: " ").enumerated().map { index, word in
            let lower = word.lowercased()
            if index > 0, small.contains(lower) { return lower }
            return lower.split(separator: "-", omittingEmptySubsequences: false).map(\.capitalisedFirst)
                .joined(separator: "-")
        }.joined(separator: " ")
    }

    /// The body that is named first, where no day is printed.
    func panelAlone() -> String? {
        lines.filter { !$0.isBlank }.prefix(30).lazy.compactMap { Self.name(in: $0.text) }.first
    }

    /// The day from the deadline for participation: the working day after it, in the year of the days that the minutes
    /// name. Only where the text says that the deadline is the working day before the meeting.
    func derived() -> MeetingFacts? {
        // A page without the panel's name can still tell the day.
        let panel = panelAlone() ?? ""
        guard
            let line = lines.prefix(600).first(where: {
                $0.text.lowercased().contains("working day before the meeting")
            })
        else { return nil }
        let tokens = Tokenizer.tokens(of: line.text)
        var known: CalendarDate?
        for other in lines.prefix(600)
        where known == nil && other.text.lowercased().contains("minutes of the meeting") {
            known = Self.day(in: other.text)?.day
        }
        for index in tokens.indices.dropLast() {
            guard let day = tokens[index].integer, (1...31).contains(day),
                let month = Calendar.month(tokens[index + 1])
            else { continue }
            let printed =
                index + 2 < tokens.count && tokens[index + 2].isYear ? tokens[index + 2].integer : nil
            guard let year = printed ?? known?.year,
                var deadline = CalendarDate(year: year, month: month, day: day)
            else { return nil }
            // The minutes that are confirmed are of an earlier day.
            if printed == nil, let known, deadline < known { deadline = deadline.addingMonths(12) }
            var facts = MeetingFacts(
                panel: panel, day: Participation.workingDay(after: deadline), minute: nil, venue: nil,
                issued: nil, line: line.number)
            facts.venue = Self.labelled(["venue", "location"], ArraySlice(lines.prefix(60)))
            return facts
        }
        return nil
    }

    private static func labelled(_ labels: [String], _ lines: ArraySlice<TextLine>) -> String? {
        for line in lines {
            guard let colon = line.text.firstIndex(of: ":"),
                labels.contains(line.text[..<colon].lowercased().trimmed)
            else { continue }
            var value = String(line.text[line.text.index(after: colon)...]).trimmed
            if value.isEmpty, let next = lines.first(where: { $0.number > line.number && !$0.isBlank }) {
                value = next.text
            }
            if let map = value.range(of: ". View directions") ?? value.range(of: " View directions") {
                value = String(value[..<map.lowerBound])
            }
            if !value.isEmpty { return String(value.prefix(290)) }
        }
        return nil
    }

    private func venue(behind found: FoundDay, _ line: TextLine) -> String? {
        let tokens = Tokenizer.tokens(of: line.text)
        let end = Self.time(in: tokens).map { tokens[min($0.end, tokens.count) - 1].end } ?? found.end
        var rest = String(decoding: Array(line.text.utf8)[max(end, found.end)...], as: UTF8.self)
        while let first = rest.first, " ,-–.:".contains(first) { rest.removeFirst() }
        for lead in ["at the ", "at ", "in the ", "in "] where rest.lowercased().hasPrefix(lead) {
            rest = String(rest.dropFirst(lead.count))
            break
        }
        // The body itself is no place.
        if Self.name(in: rest) != nil { return nil }
        return rest.utf8.count >= 4 && rest.first?.isUppercase == true ? String(rest.prefix(290)) : nil
    }

    private static let rooms: Set<String> = [
        "hall", "chamber", "chambers", "room", "suite", "offices", "office", "house", "centre", "building",
        "guildhall", "library", "theatre", "virtual", "online", "teams", "zoom", "remote", "civic",
    ]

    /// A line right under the day that names a room or a building.
    private static func placeBelow(_ line: TextLine, _ lines: ArraySlice<TextLine>) -> String? {
        for other in lines where other.number > line.number && other.number <= line.number + 4 {
            guard other.text.utf8.count <= 160, other.text.first?.isUppercase == true,
                name(in: other.text) == nil
            else { continue }
            let words = other.text.lowercased().split { !$0.isLetter }.map(String.init)
            let isPlace = words.contains { rooms.contains($0) }
            if isPlace, !other.text.contains("@"), !words.contains("councillor"), !words.contains("members") {
                return String(other.text.prefix(290))
            }
        }
        return nil
    }

    private static func withoutArticle(_ place: String) -> String {
        place.hasPrefix("the ") ? String(place.dropFirst(4)).capitalisedFirst : place
    }

    private static func heldAt(_ text: String) -> String? {
        let lower = text.lowercased()
        guard let at = lower.range(of: "held at ") ?? lower.range(of: "held in "),
            let on = lower[at.upperBound...].range(of: " on ")
        else { return nil }
        let start = lower.distance(from: lower.startIndex, to: at.upperBound)
        let place = titled(
            String(text.dropFirst(start).prefix(lower.distance(from: at.upperBound, to: on.lowerBound)))
                .trimmed)
        return place.isEmpty ? nil : String(place.prefix(290))
    }

    private func issued() -> CalendarDate? {
        for line in lines.prefix(400) {
            let lower = line.text.lowercased()
            guard lower.utf8.count < 200, !lower.contains("minutes"),
                lower.hasPrefix("published:") || lower.hasPrefix("issued:")
                    || [
                        "date of issue", "issued on", "publication date", "date published", "published on",
                        "despatched", "dispatched", "date of publication", "issue date", "agenda published",
                        "date of despatch", "published:", "despatched:",
                    ].contains(where: { lower.contains($0) })
            else { continue }
            if let day = Self.day(in: line.text)?.day { return day }
        }
        return nil
    }
}

extension Substring {
    func range(of part: String) -> Range<String.Index>? { firstRange(of: part) }
}
