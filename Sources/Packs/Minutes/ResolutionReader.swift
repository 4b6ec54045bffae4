import Domain

/// Reads what was resolved on one item.
struct ResolutionReader {
    let item: String
    let minuteNumber: String?
    private(set) var found: [MinutesFacts.Resolution] = []
    private(set) var lines = Set<Int>()
    private var isOpen = false
    private var openKind = DecisionKind.agreed
    private var sinceOpen = 0
    private var listVotes: (yes: Int, no: Int, abstain: Int?)?
    private var mover: String?
    private var seconder: String?

    init(item: String, minuteNumber: String?) {
        self.item = item
        self.minuteNumber = minuteNumber
    }

    private static let leads: [(String, DecisionKind)] = [
        ("resolved that", .agreed), ("resolved to", .agreed), ("resolved", .agreed),
        ("it was resolved", .agreed), ("agreed that", .agreed), ("agreed:", .agreed), ("decision:", .agreed),
        ("decision", .agreed),
        ("recommended that", .recommended), ("recommended:", .recommended), ("recommended", .recommended),
        ("recommendation:", .recommended), ("the panel agreed", .agreed), ("the committee agreed", .agreed),
        ("the board agreed", .agreed), ("the commission agreed", .agreed), ("members agreed", .agreed),
        ("the committee approve", .agreed), ("the panel approve", .agreed), ("the board approve", .agreed),
        ("the committee endorse", .agreed),
        ("it was agreed", .agreed),
    ]

    mutating func read(_ line: TextLine) {
        let lower = line.text.lowercased()
        takeProposers(line.text)
        if let lead = Self.leads.first(where: { lower.hasPrefix($0.0) && Self.endsWord(lower, $0.0) }) {
            var rest = String(line.text.dropFirst(lead.0.count)).trimmed
            while let first = rest.first, ":-–,. ".contains(first) { rest = String(rest.dropFirst()) }
            for word in ["unanimously", "that:", "that -"] where rest.lowercased().hasPrefix(word) {
                rest = String(rest.dropFirst(word.count)).trimmed
            }
            // "RESOLVED (4 votes for, 1 against)" over the list of what was resolved.
            if rest.hasPrefix("("), let close = rest.firstIndex(of: ")"),
                let votes = Self.votes(String(rest[...close]))
            {
                listVotes = votes
                rest = String(rest[rest.index(after: close)...]).trimmed
                while let first = rest.first, ":-–,. ".contains(first) { rest = String(rest.dropFirst()) }
            } else {
                listVotes = nil
            }
            isOpen = rest.utf8.count < 8 || rest.hasSuffix(":")
            openKind = lead.1
            sinceOpen = 0
            // "It was agreed that the officer would ..." is a task, and no resolution.
            if lead.0 == "it was agreed", rest.contains(" would ") { return }
            // "Resolved to RECOMMEND: (to Council)"
            if rest.lowercased().hasPrefix("to recommend"), rest.contains(":") {
                isOpen = true
                openKind = .recommended
                lines.insert(line.number)
                return
            }
            if rest.utf8.count >= 8, !rest.hasSuffix(":") {
                for part in Self.lettered(rest) { add(part, line.number, lead.1) }
            }
            lines.insert(line.number)
            return
        }
        if isOpen {
            sinceOpen += 1
            let isListed =
                line.isBullet || Self.isMarked(line.text) || lower.hasPrefix("that ")
                || (sinceOpen == 1 && line.text.utf8.count < 600)
            if isListed, line.text.hasSuffix(":") {
                // "That the committee:" opens the list.
                lines.insert(line.number)
                return
            }
            if isListed {
                add(ActionReader.withoutNumber(line.text), line.number, openKind)
                lines.insert(line.number)
                return
            }
            isOpen = false
        }
        if lower.contains("deferred to"), lower.contains("was ") || lower.contains("were ") {
            add(line.text, line.number, .deferred)
            lines.insert(line.number)
        } else if Self.isNoting(lower) {
            add(line.text, line.number, .noted)
            lines.insert(line.number)
        }
        takeVotes(line.text)
    }

    /// "(a) That ..., and (b) that ...": one resolution each.
    private static func lettered(_ text: String) -> [String] {
        guard text.hasPrefix("(a)") || text.hasPrefix("(1)") || text.hasPrefix("(i)") else { return [text] }
        let marks =
            text.hasPrefix("(a)")
            ? ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)"]
            : text.hasPrefix("(1)")
                ? ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]
                : ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)"]
        var rest = text
        var parts: [String] = []
        for (index, mark) in marks.enumerated() {
            guard rest.hasPrefix(mark) else { break }
            rest = String(rest.dropFirst(mark.count)).trimmed
            guard index + 1 < marks.count, let next = rest.firstRange(of: " " + marks[index + 1] + " ") else {
                break
            }
            var part = String(rest[..<next.lowerBound]).trimmed
            for tail in [", and", "; and", " and", ",", ";"] where part.hasSuffix(tail) {
                part = String(part.dropLast(tail.count))
                break
            }
            parts.append(part)
            rest = String(rest[next.lowerBound...]).trimmed
        }
        return parts + [rest]
    }

    private static func endsWord(_ text: String, _ lead: String) -> Bool {
        guard lead.last?.isLetter == true else { return true }
        let rest = text.dropFirst(lead.count)
        return rest.first.map { !$0.isLetter } ?? true
    }

    /// `(a)`, `1.`, `(ii)`, `a)`.
    private static func isMarked(_ text: String) -> Bool {
        guard let space = text.firstIndex(of: " ") else { return false }
        let head = text[..<space]
        return head.count <= 5 && head.contains { ".)".contains($0) }
            && (head.first == "(" || head.first?.isLetter == true || head.first?.isNumber == true)
    }

    private static func isNoting(_ lower: String) -> Bool {
        guard lower.utf8.count < 200 else { return false }
        return lower.hasSuffix("was noted.") || lower.hasSuffix("were noted.")
            || lower.hasPrefix("the panel noted the") && lower.utf8.count < 120
            || lower.hasPrefix("the committee noted the") && lower.utf8.count < 120
            || lower.hasPrefix("members noted the report") || lower == "noted." || lower == "noted"
            || lower.hasPrefix("the committee notes the") || lower.hasPrefix("the panel notes the")
            || lower.hasPrefix("the board notes the")
            || lower.hasPrefix("the panel noted their") || lower.hasPrefix("the board noted the")
    }

    private mutating func add(_ text: String, _ line: Int, _ kind: DecisionKind) {
        let body = text.trimmed
        guard body.utf8.count > 3 else { return }
        let lower = body.lowercased()
        var kind = kind
        if lower.contains("exclu") && (lower.contains("public") || lower.contains("press")) {
            kind = .excludedPublic
        } else if lower.contains("deferred") || lower.hasPrefix("defer") || lower.contains("be adjourned") {
            kind = .deferred
        } else if kind == .agreed,
            lower.contains("be recommended") || lower.hasPrefix("to recommend")
                || lower.hasPrefix("recommend") || lower.contains("recommends that")
        {
            kind = .recommended
        } else if kind == .agreed,
            lower.contains("noted") || lower.hasPrefix("note ") || lower.hasPrefix("to note")
                || lower.hasPrefix("that the report be received")
        {
            kind = .noted
        }
        found.append(
            .init(
                item: item, minuteNumber: minuteNumber, kind: kind, text: String(body.prefix(3_900)),
                mover: mover, seconder: seconder, votes: Self.votes(body) ?? listVotes, line: line))
    }

    private mutating func takeProposers(_ text: String) {
        for (cue, isMover) in [("proposed by ", true), ("moved by ", true), ("seconded by ", false)] {
            guard let place = text.lowercased().firstRange(of: cue) else { continue }
            let lower = text.lowercased()
            let rest = String(text.dropFirst(lower.distance(from: lower.startIndex, to: place.upperBound)))
            let head = rest.split(whereSeparator: { ",.;".contains($0) }).first.map(String.init) ?? rest
            let name = (head.firstRange(of: " and ").map { String(head[..<$0.lowerBound]) } ?? head)
            let entry = People.entry(name)?.name
            if isMover { mover = entry ?? mover } else { seconder = entry ?? seconder }
        }
    }

    private mutating func takeVotes(_ text: String) {
        guard !found.isEmpty, found[found.count - 1].votes == nil, let votes = Self.votes(text) else {
            return
        }
        found[found.count - 1].votes = votes
    }

    /// "7 votes for, 2 against and 1 abstention"; "For: 7 Against: 2".
    private static func votes(_ text: String) -> (yes: Int, no: Int, abstain: Int?)? {
        let tokens = Tokenizer.tokens(of: text)
        guard tokens.contains(where: { $0.key == "against" }),
            tokens.contains(where: { $0.key == "for" || $0.key == "favour" })
        else { return nil }
        func near(_ words: Set<String>) -> Int? {
            for index in tokens.indices where words.contains(tokens[index].key) {
                for place in [index - 1, index - 2, index - 3, index + 1, index + 2]
                where tokens.indices.contains(place) {
                    if let number = tokens[place].integer ?? NumberWords.value(tokens[place].key) {
                        return number
                    }
                    if [",", ";", "and"].contains(tokens[place].key), place < index { break }
                }
            }
            return nil
        }
        guard let yes = near(["for", "favour"]), let no = near(["against"]), yes < 200, no < 200 else {
            return nil
        }
        return (yes, no, near(["abstention", "abstentions", "abstained", "abstain"]))
    }
}
