import Domain

/// Until when somebody who wants to speak must say so.
struct Participation: Sendable {
    /// As printed: "no later than 9.00am on the working day before the meeting".
    var text: String
    var line: Int
    var minute: Int?
    /// The day that is printed.
    var printed: CalendarDate?
    /// The day that the rule gives; bank holidays are not known here.
    var computed: CalendarDate?

    func moment(before meeting: MeetingFacts) -> String? {
        guard let day = printed ?? computed, let minute, day <= meeting.day else { return nil }
        return "\(day)T\(ImportDocument.clock(minute))"
    }

    static func find(in lines: [TextLine], _ meeting: MeetingFacts?) -> Participation? {
        guard let meeting else { return nil }
        for line in lines.prefix(500) {
            let lower = line.text.lowercased()
            let isAbout =
                lower.contains("participat") || lower.contains("speak") || lower.contains("question")
                || lower.contains("petition") || lower.contains("statement")
            guard isAbout,
                let cue = ["no later than", "not later than", "by no later", "deadline", " by "].lazy
                    .compactMap({ lower.range(of: $0) }).first
            else { continue }
            let rest = String(lower[cue.upperBound...])
            let tokens = Tokenizer.tokens(
                of: String(line.text.dropFirst(lower.distance(from: lower.startIndex, to: cue.upperBound))))
            guard let time = MeetingFinder.time(in: Array(tokens.prefix(14))) else { continue }
            var found = Participation(
                text: String(
                    line.text.suffix(
                        from: line.text.index(
                            line.text.startIndex,
                            offsetBy: min(
                                line.text.count, lower.distance(from: lower.startIndex, to: cue.lowerBound)))
                    ).prefix(180)), line: line.number, minute: time.minute)
            found.printed = day(in: tokens, meeting)
            if rest.contains("working day before") || rest.contains("day before the meeting") {
                found.computed = workingDays(before: meeting.day, count(rest))
            }
            if found.printed != nil || found.computed != nil { return found }
        }
        return nil
    }

    /// "13 September" takes the meeting's year.
    private static func day(in tokens: [Token], _ meeting: MeetingFacts) -> CalendarDate? {
        for index in tokens.indices.dropLast() {
            guard let day = tokens[index].integer, (1...31).contains(day) else { continue }
            var next = index + 1
            if tokens[next].isJoined, ["st", "nd", "rd", "th"].contains(tokens[next].key) { next += 1 }
            guard next < tokens.count, let month = Calendar.month(tokens[next]) else { continue }
            let year = next + 1 < tokens.count && tokens[next + 1].isYear ? tokens[next + 1].integer : nil
            if let date = CalendarDate(year: year ?? meeting.day.year, month: month, day: day) { return date }
        }
        return nil
    }

    private static func count(_ text: String) -> Int {
        for (word, number) in [
            ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("2 ", 2), ("3 ", 3), ("5 ", 5),
        ] where text.contains(word) && text.contains("working days") { return number }
        return 1
    }

    static func workingDay(after day: CalendarDate) -> CalendarDate {
        var found = day.addingDays(1)
        while [0, 6].contains(((found.dayNumber % 7) + 7 + 4) % 7) { found = found.addingDays(1) }
        return found
    }

    static func workingDays(before day: CalendarDate, _ count: Int) -> CalendarDate {
        var found = day
        var left = count
        while left > 0 {
            found = found.addingDays(-1)
            // Day 0 was a Thursday.
            let weekday = ((found.dayNumber % 7) + 7 + 4) % 7
            if weekday != 0 && weekday != 6 { left -= 1 }
        }
        return found
    }
}
