import Domain

/// Proposes tasks that the text of the papers names: what the panel is asked, what somebody says will be done, dated
/// steps, projects of a plan, and assurance that is given or missing.
struct ActionReader {
    let reading: PackReading
    private(set) var actions: [ProposedAction] = []
    private var numbers: [String: Int] = [:]

    static func read(_ reading: PackReading) -> [ProposedAction] {
        var reader = ActionReader(reading: reading)
        reader.run()
        return reader.actions
    }

    private mutating func run() {
        for cover in reading.covers { takeAsks(cover) }
        for paper in reading.papers {
            // Tasks of the minutes are read with their items.
            guard let range = paper.lines, paper.kind != .minutes || paper.item != nil else { continue }
            take(paper, Array(reading.text.lines[(range.lowerBound - 1)..<range.upperBound]))
        }
    }

    private mutating func takeAsks(_ cover: CoverFacts) {
        guard let paper = reading.papers.first(where: { $0.ref == cover.paper }),
            let meeting = reading.meeting
        else { return }
        for ask in cover.asks {
            add(paper, ask.line, .panelAsk, ask.text) { action in
                action.ownerRole = String(meeting.panel.prefix(190))
                action.dueKind = .namedMeeting
                action.dueOn = meeting.day
            }
        }
    }

    private mutating func take(_ paper: Paper, _ lines: [TextLine]) {
        let asked = Set((reading.covers.first { $0.paper == paper.ref }?.asks ?? []).map(\.line))
        let isLetter = paper.kind == .letter
        var assurance: ActionKind?
        var isDatedList = false
        var isStepList = false
        let plan = PlanReader.read(lines, people: reading.text)
        let planned = Set(plan.map(\.line))
        for project in plan {
            add(paper, project.line, .officerAction, project.text, ref: "plan-\(project.code.lowercased())") {
                $0.ownerRole = project.owner
            }
        }
        takeTables(paper, lines)
        for (index, line) in lines.enumerated() where !line.isBlank && line.cells == nil {
            if asked.contains(line.number) || planned.contains(line.number)
                || reading.withheld.contains(line.number)
            {
                continue
            }
            if let heading = Heading(line, nextIsBlank: index + 1 >= lines.count || lines[index + 1].isBlank),
                !line.isBullet
            {
                assurance = Self.assurance(heading.text)
                isDatedList = false
                isStepList = Self.isSteps(heading.text)
                continue
            }
            if let kind = assurance, line.isBullet || CoverReader.number(of: line.text) != nil {
                takeAssurance(paper, line, kind)
                continue
            }
            if line.text.hasSuffix(":") { isDatedList = true }
            if line.isBullet, isDatedList, takeDated(paper, line) { continue }
            if isStepList, line.isBullet {
                add(paper, line.number, .commitment, line.text) {
                    $0.quote = Quotes.first(twelveWordsOf: line.text)
                }
                continue
            }
            if !isLetter { takeCommitments(paper, line) }
        }
    }

    private static func assurance(_ heading: String) -> ActionKind? {
        let lower = heading.lowercased()
        guard lower.hasPrefix("assurance"), lower.utf8.count < 60, !lower.hasPrefix("assurance statement")
        else { return nil }
        return lower.contains("not ") || lower.contains("outstanding") || lower.contains("required")
            ? .reportBack : .commitment
    }

    /// Headings whose bullets say what is to be done.
    private static func isSteps(_ heading: String) -> Bool {
        let lower = heading.lowercased()
        return lower.hasPrefix("next steps") || lower.contains("further action") || lower == "actions"
            || lower.hasPrefix("what we will do") || lower.hasPrefix("planned actions")
    }

    private mutating func takeAssurance(_ paper: Paper, _ line: TextLine, _ kind: ActionKind) {
        let text = Self.withoutNumber(line.text)
        let lead = kind == .reportBack ? "Assurance not yet given: " : "Assurance given: "
        add(paper, line.number, kind, lead + text) { $0.quote = Quotes.first(twelveWordsOf: text) }
    }

    static func withoutNumber(_ text: String) -> String {
        guard let space = text.firstIndex(of: " ") else { return text }
        let head = text[..<space]
        let isMarked = head.utf8.count <= 4 && head.last.map { ".)".contains($0) } == true
        let isParagraph =
            head.utf8.count <= 6 && head.contains(".")
            && head.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        return isMarked || isParagraph ? String(text[space...]).trimmed : text
    }

    /// "Visit to the depot 4 May 2021" in a list of steps.
    private mutating func takeDated(_ paper: Paper, _ line: TextLine) -> Bool {
        let tokens = Tokenizer.tokens(of: line.text)
        let days = PeriodFinder.find(in: tokens, PeriodContext(meetingDay: reading.meeting?.day)).filter {
            $0.period?.kind == .asAt
        }
        guard let found = days.last, let day = found.period?.end, found.range.upperBound >= tokens.count - 1,
            found.range.lowerBound >= 2,
            let meeting = reading.meeting?.day, day >= meeting.addingDays(-60), line.text.utf8.count < 160
        else { return false }
        add(paper, line.number, .officerAction, line.text) { action in
            action.dueKind = .date
            action.dueOn = day
            action.dueText = found.text
            action.quote = Quotes.first(twelveWordsOf: line.text)
        }
        return true
    }

    private mutating func takeCommitments(_ paper: Paper, _ line: TextLine) {
        let tokens = Tokenizer.tokens(of: line.text)
        for sentence in Sentences.ranges(of: tokens) {
            guard
                let found = Commitment(
                    tokens, sentence, line, context: PeriodContext(meetingDay: nil, own: paper.period),
                    meetingDay: reading.meeting?.day)
            else { continue }
            add(paper, line.number, .commitment, found.text) { action in
                action.ownerRole = found.owner
                action.quote = found.quote
                if let due = found.due {
                    action.dueKind = .date
                    action.dueOn = due
                    action.dueText = found.dueText
                }
            }
        }
    }

    /// Tables with columns for the task, its owner and its day.
    private mutating func takeTables(_ paper: Paper, _ lines: [TextLine]) {
        for table in Table.find(in: lines[...]) {
            guard let found = ActionTable(table) else { continue }
            for row in found.rows {
                let due = row.due.flatMap {
                    Commitment.due(in: Tokenizer.tokens(of: $0), PeriodContext(meetingDay: nil))
                }
                add(paper, row.line, .officerAction, row.text) { action in
                    action.ownerRole = row.owner
                    action.dueText = row.due.map { String($0.prefix(190)) }
                    if let due {
                        action.dueKind = .date
                        action.dueOn = due
                    }
                }
            }
        }
    }

    private mutating func add(
        _ paper: Paper, _ line: Int, _ kind: ActionKind, _ text: String, ref: String? = nil,
        _ change: (inout ProposedAction) -> Void
    ) {
        let base = ref.map { "\(paper.ref)-\($0)" } ?? "\(paper.ref)-\(kind == .panelAsk ? "ask" : "action")"
        numbers[base, default: 0] += 1
        let number = numbers[base] ?? 1
        let name = ref != nil && number == 1 ? base : "\(base)-\(number)"
        var action = ProposedAction(
            ref: name, item: paper.item, paper: paper.ref, line: line, kind: kind,
            text: String(text.prefix(1_900)))
        change(&action)
        actions.append(action)
    }
}

/// Short quotations.
enum Quotes {
    static func first(twelveWordsOf text: String) -> String? {
        let words = text.split(separator: " ")
        let quote = words.prefix(12).joined(separator: " ")
        return quote.isEmpty || quote.utf8.count > 480 ? nil : quote
    }
}
