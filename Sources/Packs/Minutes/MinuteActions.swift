import Domain

/// Finds tasks in the words of the minutes: those under "ACTION", and those that hide in "it was agreed that".
enum MinuteActions {
    private static let cues = [
        "it was agreed that", "would be provided", "would be circulated", "would be sent", "would provide",
        "would circulate", "undertook to", "agreed to provide", "agreed to circulate", "agreed to bring",
        "agreed to report",
        "asked that", "requested that", "requested a", "requested further", "asked for", "asked to be",
        "be asked to", "it would be helpful", "would be helpful", "to be brought back", "be brought to",
        "would report back", "report back to", "promised to", "would write to", "be written to",
        "be added to the work programme", "be invited to", "would arrange", "would be arranged",
        "would share", "would be shared", "would ensure",
    ]

    static func read(_ line: TextLine, isResolved: Bool) -> [ProposedAction] {
        if let labelled = labelled(line) { return [labelled] }
        guard line.cells == nil else { return [] }
        let tokens = Tokenizer.tokens(of: line.text)
        let bytes = Array(line.text.utf8)
        return Sentences.ranges(of: tokens).compactMap { sentence in
            let text = String(
                decoding: bytes[tokens[sentence.lowerBound].start..<tokens[sentence.upperBound - 1].end],
                as: UTF8.self)
            let lower = text.lowercased()
            let hasCue = cues.contains { lower.contains($0) }
            let isTask =
                isResolved
                && [
                    "write to", "provide", "circulate", "report back", "work programme", "be requested",
                    "bring", "invite",
                ].contains { lower.contains($0) } && !lower.contains("be noted")
            guard hasCue || isTask, text.utf8.count > 20, !lower.hasPrefix("if "),
                !lower.contains("will be asked to")
            else { return nil }
            return make(ActionReader.withoutNumber(text), line.number)
        }
    }

    /// A label with nothing behind it but a post.
    static func ownerAlone(_ text: String) -> String? {
        let lower = text.lowercased()
        guard
            let label = ["action by", "action for", "action", "actions"].first(where: { lower.hasPrefix($0) })
        else { return nil }
        var rest = String(text.dropFirst(label.count)).trimmed
        guard let mark = rest.first, ":-–".contains(mark) || label != "action" && label != "actions" else {
            return nil
        }
        while let first = rest.first, ":-– ".contains(first) { rest = String(rest.dropFirst()) }
        while rest.hasSuffix(".") { rest = String(rest.dropLast()) }
        let isPlain = ![" to ", " will ", " would ", ";"].contains { rest.contains($0) }
        return Posts.isPost(rest) && isPlain && rest.split(separator: " ").count <= 8 ? rest : nil
    }

    /// "ACTION: Head of Housing to circulate the figures", "Action - Jane Smith".
    private static func labelled(_ line: TextLine) -> ProposedAction? {
        let lower = line.text.lowercased()
        guard
            let label = ["action point", "actions", "action required", "action by", "action"].first(where: {
                lower.hasPrefix($0)
            })
        else { return nil }
        var rest = String(line.text.dropFirst(label.count)).trimmed
        guard let mark = rest.first, ":-–".contains(mark) || mark.isNumber else { return nil }
        while let first = rest.first, ":-–0123456789. ".contains(first) { rest = String(rest.dropFirst()) }
        guard rest.utf8.count > 2 else { return nil }
        // A name alone is the owner of what stands above; a post may be kept, a name not.
        if People.isName(rest) {
            guard Posts.isPost(rest) else { return nil }
        }
        return make(rest, line.number)
    }

    private static func make(_ text: String, _ line: Int) -> ProposedAction {
        let lower = text.lowercased()
        var action = ProposedAction(ref: "", line: line, kind: kind(lower), text: String(text.prefix(1_900)))
        action.ownerRole = owner(text)
        action.quote = Quotes.first(twelveWordsOf: text)
        if lower.contains("next meeting") || lower.contains("next panel meeting") {
            action.dueKind = .nextMeeting
            action.dueText = "next meeting"
        } else if let day = Commitment.due(in: Tokenizer.tokens(of: text), PeriodContext(meetingDay: nil)),
            lower.contains(" by ") || lower.contains(" in ") || lower.contains(" on ")
        {
            action.dueKind = .date
            action.dueOn = day
        }
        if action.dueText == nil, let within = within(lower) { action.dueText = within }
        return action
    }

    /// "within four weeks", as printed.
    private static func within(_ lower: String) -> String? {
        guard let place = lower.firstRange(of: "within ") else { return nil }
        let words = lower[place.lowerBound...].split(separator: " ").prefix(4).map(String.init)
        guard let unit = words.firstIndex(where: { CountedNouns.isTime($0.filter(\.isLetter)) }), unit >= 2
        else {
            return nil
        }
        return words[...unit].joined(separator: " ").filter { $0.isLetter || $0.isNumber || $0 == " " }
    }

    private static func kind(_ lower: String) -> ActionKind {
        if lower.contains("work programme") || lower.contains("work plan") { return .workProgrammeAddition }
        if lower.contains("write to") || lower.contains("letter") { return .letter }
        if lower.contains("visit") { return .visit }
        if lower.contains("report back") || lower.contains("brought back") || lower.contains("update to")
            || lower.contains("be brought to") || lower.contains("further report")
            || lower.contains("return to the")
        {
            return .reportBack
        }
        if ["data", "figures", "statistics", "breakdown", "percentage"].contains(where: { lower.contains($0) }
        ) {
            return .dataRequest
        }
        if lower.contains("information") || lower.contains("asked for") || lower.contains("request")
            || lower.contains("briefing") || lower.contains("helpful")
        {
            return .informationRequest
        }
        return .officerAction
    }

    /// The words between the first cue and the next.
    private static func after(_ place: Range<String.Index>, in text: String) -> String {
        let rest = String(text[place.upperBound...])
        guard let next = rest.firstRange(of: " would ") ?? rest.firstRange(of: " to ") else { return "" }
        var head = String(rest[..<next.lowerBound])
        for lead in ["that the ", "that ", "the "] where head.hasPrefix(lead) {
            head = String(head.dropFirst(lead.count))
        }
        return head
    }

    /// A post in front of "to", "would" or "agreed", or in brackets at the end.
    private static func owner(_ text: String) -> String? {
        if text.hasSuffix(")") || text.hasSuffix(")."), let open = text.lastIndex(of: "(") {
            let inside = text[text.index(after: open)...].filter { !").".contains($0) }
            if Posts.isPost(String(inside)), String(inside).utf8.count < 100 { return String(inside) }
        }
        let cues = [" to ", " would ", " agreed ", " undertook ", " will ", " promised "]
        if let place = cues.compactMap({ text.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
        {
            var head = String(text[..<place.lowerBound])
            let leads = [
                "It was agreed that the ", "It was agreed that ", "That the ", "that the ", "That ", "The ",
                "the ",
            ]
            for lead in leads where head.hasPrefix(lead) { head = String(head.dropFirst(lead.count)) }
            if ["It was", "it was", ""].contains(head.trimmed) { head = after(place, in: text) }
            if Posts.isPost(head), head.utf8.count < 120, head.split(separator: " ").count <= 12,
                !head.contains(" asked ")
            {
                return head
            }
        }
        return nil
    }
}
