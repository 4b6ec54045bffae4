import Domain

/// One paper of an item: the covering report, an appendix, a letter.
struct Paper: Sendable {
    var ref: String
    var item: String?
    var parent: String?
    var kind: ReportKind
    var label: String?
    var title: String
    var isToFollow = false
    var lines: ClosedRange<Int>?
    var pages: PageRange?
    var background = BackgroundPapers.notStated
    var authorRole: String?
    /// The period it is about, from its title or its first words.
    var period: StatedPeriod?
}

/// What a covering report says of itself.
struct CoverFacts: Sendable {
    struct Appendix: Sendable {
        let label: String
        let title: String
        let isToFollow: Bool
        let line: Int
    }

    var paper: String
    var asks: [(line: Int, text: String)] = []
    var appendices: [Appendix] = []
    var contacts: [(line: Int, text: String)] = []
    var background = BackgroundPapers.notStated
    var backgroundPapers: [(line: Int, text: String)] = []
    var authorRole: String?
    /// The last line of the covering report.
    var end = 0
    var numberedParagraphs = 0
}

/// Reads the parts of a covering report by their headings.
struct CoverReader {
    private(set) var facts: CoverFacts
    private enum Part { case text, purpose, supporting, contacts, background }

    static func read(_ lines: ArraySlice<TextLine>, ref: String) -> CoverFacts {
        var reader = CoverReader(facts: CoverFacts(paper: ref))
        reader.run(Array(lines))
        return reader.facts
    }

    private mutating func run(_ lines: [TextLine]) {
        var part = Part.text
        var hasStatement = false
        var sinceBackground = 0
        facts.end = lines.last?.number ?? 0
        for (index, line) in lines.enumerated() {
            if line.isBlank { continue }
            let (text, inline) = Self.splitBold(line)
            if let next = Self.part(text) {
                if part == .background, hasStatement, next == .text {
                    facts.end = line.number - 1
                    return
                }
                part = next
                sinceBackground = 0
                let rest = inline ?? Self.afterColon(text, next) ?? Self.afterReportOf(text, next)
                if let rest, !rest.isEmpty {
                    take(rest, line, part, &hasStatement)
                    // "Report of: Head of Policy" says it all; what follows is the report.
                    if part == .contacts { part = .text }
                }
                continue
            }
            if part == .contacts, !Self.isContact(line) { part = .text }
            switch part {
            case .background:
                sinceBackground += 1
                if hasStatement, endsBackground(line, lines, index) {
                    facts.end = lines[..<index].last { !$0.isBlank }?.number ?? line.number - 1
                    return
                }
                take(line.text, line, part, &hasStatement)
            case .purpose
            where line.cells == nil && Heading(line, nextIsBlank: isBlank(lines, index + 1)) != nil
                && !line.isBullet && Self.number(of: line.text) == nil && line.text.utf8.count < 60
                && line.text.first?.isUppercase == true && !hasAskLead(line.text):
                part = .text
                take(line.text, line, .text, &hasStatement)
            case .supporting where line.text.utf8.count < 60 && !Self.isAppendix(line.text) && !line.isBullet:
                part = .text
            default: take(line.text, line, part, &hasStatement)
            }
            if let inline {
                if let next = Self.part(Self.boldHeading(line) ?? "") {
                    part = next
                    take(inline, line, part, &hasStatement)
                }
            }
        }
    }

    private func hasAskLead(_ text: String) -> Bool { Asks.isLead(text) }
    private func isBlank(_ lines: [TextLine], _ index: Int) -> Bool {
        index >= lines.count || lines[index].isBlank
    }

    /// A heading in bold in the middle of a line begins a part there.
    private static func splitBold(_ line: TextLine) -> (String, String?) {
        guard let heading = boldHeading(line), line.text.utf8.count > heading.utf8.count + 4,
            let place = line.text.range(of: heading), part(heading) != nil
        else { return (line.text, nil) }
        return place.lowerBound == line.text.startIndex
            ? (heading, String(line.text[place.upperBound...]).trimmed)
            : (line.text, String(line.text[place.upperBound...]).trimmed)
    }

    private static func boldHeading(_ line: TextLine) -> String? {
        guard let open = line.raw.range(of: "**"),
            let close = String(line.raw[open.upperBound...]).range(of: "**")
        else { return nil }
        let rest = String(line.raw[open.upperBound...])
        return String(rest[..<close.lowerBound]).trimmed
    }

    private static func part(_ text: String) -> Part? {
        let (_, rest) = Heading.number(text)
        if text.hasSuffix(":"), text.utf8.count < 90, Asks.isLead(text) { return .purpose }
        var lower = rest.lowercased().trimmed
        if let colon = lower.firstIndex(of: ":"), lower.distance(from: lower.startIndex, to: colon) < 40 {
            lower = String(lower[..<colon])
        }
        guard lower.utf8.count < 60 else { return nil }
        if lower.hasPrefix("purpose of") || lower == "recommendation" || lower == "recommendations"
            || lower == "purpose" || lower.hasPrefix("recommendations to")
            || lower == "what the panel is asked to do"
        {
            return .purpose
        }
        if lower == "supporting information" || lower == "appendices" || lower == "list of appendices"
            || lower == "attachments" || lower == "appendices attached"
        {
            return .supporting
        }
        if lower.hasPrefix("specific contact") || lower.hasPrefix("contact point") || lower == "contact"
            || lower == "contacts" || lower.hasPrefix("county council contact")
            || lower.hasPrefix("contact officer") || lower.hasPrefix("report author")
            || lower.hasPrefix("author") && lower.utf8.count < 20 || lower.hasPrefix("lead officer")
            || lower.hasPrefix("report of") || lower == "report by"
        {
            return .contacts
        }
        if lower.hasPrefix("background paper") || lower.hasPrefix("background document")
            || lower.hasPrefix("list of background papers") || lower == "background information papers"
        {
            return .background
        }
        if [
            "summary", "background", "conclusion", "introduction", "next steps", "executive summary",
            "financial implications", "legal implications", "implications",
        ].contains(lower) {
            return .text
        }
        return nil
    }

    private static func afterColon(_ text: String, _ part: Part) -> String? {
        guard part != .text, let colon = text.firstIndex(of: ":") else { return nil }
        return String(text[text.index(after: colon)...]).trimmed
    }

    /// "Report of the Director of Housing".
    private static func afterReportOf(_ text: String, _ part: Part) -> String? {
        guard part == .contacts, text.lowercased().hasPrefix("report of ") else { return nil }
        return String(text.dropFirst("report of ".utf8.count)).trimmed
    }

    /// A name, a post, a number or an address; a numbered paragraph or a sentence is the report again.
    private static func isContact(_ line: TextLine) -> Bool {
        if line.text.contains("@") || Posts.isPost(line.text) || People.isName(line.text) { return true }
        let lower = line.text.lowercased()
        if ["tel", "email", "e-mail", "phone", "ext", "contact", "name"].contains(where: {
            lower.hasPrefix($0)
        }) {
            return true
        }
        return line.text.utf8.count < 80 && !line.text.hasSuffix(".")
            && Heading.number(line.text).depth == nil
            && !Asks.isLead(line.text)
    }

    private static func isAppendix(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("appendix") || lower.hasPrefix("annex")
    }

    static func number(of text: String) -> Int? {
        guard let dot = text.firstIndex(of: "."), text.distance(from: text.startIndex, to: dot) <= 3 else {
            return nil
        }
        return Int(text[..<dot])
    }

    private mutating func take(_ text: String, _ line: TextLine, _ part: Part, _ hasStatement: inout Bool) {
        switch part {
        case .text:
            if let number = Self.number(of: text), number == facts.numberedParagraphs + 1 {
                facts.numberedParagraphs = number
            }
            if Asks.isAlone(text) {
                facts.asks += Asks.read(text, isBullet: false, isAfterLead: true).map { (line.number, $0) }
            }
        case .purpose:
            if let number = Self.number(of: text), number == facts.numberedParagraphs + 1 {
                facts.numberedParagraphs = number
            }
            facts.asks += Asks.read(
                text, isBullet: line.isBullet, isAfterLead: !facts.asks.isEmpty || Asks.isLead(text)
            ).map { (line.number, $0) }
        case .supporting:
            if let appendix = Self.appendix(text, line.number) { facts.appendices.append(appendix) }
        case .contacts:
            facts.contacts.append((line.number, text))
            if facts.authorRole == nil { facts.authorRole = Posts.post(in: text) }
        case .background:
            hasStatement = true
            let lower = text.lowercased()
            if lower.contains("no background papers") || lower == "none" || lower == "none."
                || lower.hasPrefix("none ") || lower == "nil" || lower == "n/a"
                || lower.hasPrefix("there are no")
            {
                facts.background = .none
            } else if lower.contains("following") && lower.contains("background papers") {
                facts.background = .listed
                if let colon = text.lastIndex(of: ":") {
                    let rest = String(text[text.index(after: colon)...]).trimmed
                    if rest.utf8.count > 5 { facts.backgroundPapers.append((line.number, rest)) }
                }
            } else if facts.background != .none {
                facts.background = .listed
                if !lower.hasPrefix("all agendas and minutes") || facts.backgroundPapers.isEmpty {
                    facts.backgroundPapers.append((line.number, text))
                }
            }
        }
    }

    /// "Appendix 1 - Title", "Appendix 2 Title (to follow)".
    static func appendix(_ text: String, _ line: Int) -> CoverFacts.Appendix? {
        guard isAppendix(text) else { return nil }
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count >= 2 else { return nil }
        var mark = words[1]
        while let last = mark.last, ":.-–".contains(last) { mark.removeLast() }
        guard mark.utf8.count <= 4, mark.first.map({ $0.isNumber || $0.isUppercase }) == true else {
            return nil
        }
        var title = words.count > 2 ? words[2] : ""
        while let first = title.first, " -–:".contains(first) { title.removeFirst() }
        let lower = title.lowercased()
        let isToFollow = lower.contains("to follow")
        if isToFollow, let open = title.lastIndex(of: "("), title[open...].lowercased().contains("to follow")
        {
            title = String(title[..<open]).trimmed
        }
        return CoverFacts.Appendix(
            label: "\(words[0].lowercased().capitalisedFirst) \(mark)",
            title: title.isEmpty ? "\(words[0]) \(mark)" : String(title.prefix(480)), isToFollow: isToFollow,
            line: line)
    }

    /// Behind the statement on background papers, the next paper begins with a line that is none of its list.
    private func endsBackground(_ line: TextLine, _ lines: [TextLine], _ index: Int) -> Bool {
        if line.isBullet || line.text.lowercased().hasPrefix("all agendas and minutes")
            || line.text.lowercased().hasPrefix("http")
        {
            return false
        }
        if let last = line.text.last, ".;".contains(last), facts.background == .listed,
            facts.backgroundPapers.isEmpty
        {
            return false
        }
        let gap = (index - 1 >= 0 && lines[index - 1].isBlank)
        return gap
    }
}

/// What a panel is asked to do.
enum Asks {
    private static let leads = [
        "is asked to", "are asked to", "is recommended to", "are recommended to", "is invited to",
        "are invited to", "is requested to", "are requested to", "it is recommended that", "recommended that",
        "is asked that", "asked to:",
    ]

    static func isLead(_ text: String) -> Bool { leads.contains { text.lowercased().contains($0) } }

    /// One sentence that asks the panel outside a section of asks: "The Board is asked to note the report."
    static func isAlone(_ text: String) -> Bool {
        let lower = ActionReader.withoutNumber(text).lowercased()
        guard lower.utf8.count < 400,
            ["the ", "that the ", "members ", "it is recommended"].contains(where: { lower.hasPrefix($0) }),
            let lead = leads.lazy.compactMap({ lower.firstRange(of: $0)?.lowerBound }).first
        else { return false }
        let head = lower[..<lead]
        return head.utf8.count < 60
            && ["panel", "committee", "board", "commission", "forum", "members", "group", "it is"].contains {
                head.contains($0)
            }
    }

    static func read(_ text: String, isBullet: Bool, isAfterLead: Bool) -> [String] {
        let lower = text.lowercased()
        for lead in leads {
            guard let place = lower.range(of: lead) else { continue }
            let offset = lower.distance(from: lower.startIndex, to: place.upperBound)
            var rest = String(text.dropFirst(offset)).trimmed
            while let first = rest.first, ":-".contains(first) { rest = String(rest.dropFirst()).trimmed }
            return rest.utf8.count > 8 ? [clean(rest)] : []
        }
        let body = clean(text)
        let starts = body.split(separator: " ").first?.lowercased() ?? ""
        let isAsk = verbs.contains(starts) || (body.lowercased().hasPrefix("that ") && body.utf8.count > 10)
        return isAsk || (isBullet && isAfterLead) ? [body] : []
    }

    private static let verbs: Set<String> = [
        "consider", "determine", "agree", "note", "comment", "endorse", "approve", "review", "receive",
        "identify", "recommend", "scrutinise", "discuss", "support", "make", "decide", "provide", "request",
        "delegate", "confirm",
    ]

    /// Without a number or letter in front and a joining word behind.
    private static func clean(_ text: String) -> String {
        var body = text.trimmed
        if let space = body.firstIndex(of: " ") {
            let head = body[..<space]
            if head.utf8.count <= 5, head.contains(where: { ".)".contains($0) }),
                head.first.map({ $0.isNumber || $0.isLetter || $0 == "(" }) == true
            {
                body = String(body[space...]).trimmed
            }
        }
        for tail in [", and", "; and", " and", ",", ";", "."] where body.hasSuffix(tail) {
            body = String(body.dropLast(tail.count))
            break
        }
        return body.trimmed
    }
}

/// Names of posts in a line with people: "Jane Smith, Overview and Scrutiny Officer".
enum Posts {
    private static let words = [
        "officer", "officers", "director", "manager", "head", "lead", "chief", "cabinet member",
        "commissioner", "adviser", "advisor", "auditor", "chair", "inspector", "leader", "co-ordinator",
        "coordinator", "consultant", "solicitor", "accountant", "executive member", "portfolio holder",
        "partner",
    ]

    static func post(in text: String) -> String? {
        var head = text
        for cut in [" 0", " Tel", " tel", " Email", " email", " E-mail", " (0", "("] {
            if let place = head.range(of: cut) { head = String(head[..<place.lowerBound]) }
        }
        let parts = head.split(separator: ",").map { String($0).trimmed }
        guard let place = parts.firstIndex(where: { isPost($0) && !People.isName($0) || isPost($0) }) else {
            return nil
        }
        let post = parts[place...].joined(separator: ", ")
        if let dash = post.range(of: " - "), isPost(String(post[dash.upperBound...])) {
            return String(String(post[dash.upperBound...]).trimmed.prefix(190))
        }
        return String(post.prefix(190))
    }

    static func isPost(_ text: String) -> Bool {
        let lower = text.lowercased()
        return text.utf8.count < 160
            && words.contains { word in
                lower.split(whereSeparator: { " ,/()".contains($0) }).contains { $0 == word[...] }
                    || (word.contains(" ") && lower.contains(word))
            }
    }
}
