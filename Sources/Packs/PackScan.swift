import Domain

/// Reads a whole pack: front, agenda, papers, pages, values.
struct PackScan {
    private(set) var reading: PackReading

    init(_ text: PackText) throws(PackError) {
        let lines = text.lines
        let council = Council.find(in: lines)
        let listed = AgendaReader(lines)
        // A list with pages is the agenda of a pack, whatever minutes the pack holds.
        let isMinutes = !listed.items.contains { $0.pages != nil } && MinutesReader.isMinutes(lines)
        let printed = MeetingFinder(lines: lines).find()
        let meeting = printed ?? (isMinutes ? MeetingFinder(lines: lines).derived() : nil)
        let agenda = isMinutes ? AgendaReader([]) : listed
        let splitter = PaperSplitter(
            lines: lines, items: agenda.items, meeting: meeting, agendaEnd: agenda.endLine)
        reading = PackReading(pages: PageMap(text, spans: splitter.spans), text: text)
        reading.council = council
        reading.meeting = meeting
        if printed == nil, meeting != nil {
            reading.dayBasis = "participation_deadline"
            reading.unread.append(
                (
                    nil,
                    Unread(
                        line: 1, kind: .structure,
                        what:
                            "the day of the meeting is not printed; it is the working day after the deadline for participation"
                    )
                ))
        }
        if let meeting, meeting.panel.isEmpty {
            reading.unread.append(
                (
                    nil,
                    Unread(
                        line: 1, kind: .structure,
                        what: "no panel is named; the document cannot be imported without one")
                ))
        }
        if meeting == nil {
            reading.panelName = MeetingFinder(lines: lines).panelAlone()
            reading.unread.append(
                (
                    nil,
                    Unread(
                        line: 1, kind: .structure,
                        what: "no day of a meeting is printed; the document cannot be imported without one")
                ))
        } else if meeting?.minute == nil {
            reading.unread.append(
                (
                    nil,
                    Unread(
                        line: meeting?.line ?? 1, kind: .structure,
                        what: "no time of the meeting is printed; it stands as 00:00")
                ))
        }
        reading.items = agenda.items
        // An agenda as web sites show it, before there are minutes.
        if agenda.items.count < 2, !isMinutes, MinutesBlocks.isWebList(lines) {
            reading.items = MinutesBlocks(lines).items
        }
        reading.papers = splitter.papers
        reading.covers = splitter.covers
        reading.unread += splitter.unread.map { (nil, $0) }
        reading.withheld = ChildNames.lines(lines)
        for line in reading.withheld.sorted() {
            reading.unread.append(
                (
                    nil,
                    Unread(
                        line: line, kind: .withheld,
                        what: "a line that may name a child; its words are kept back")
                ))
        }
        reading.participation = Participation.find(in: lines, meeting)
        if let meeting { reading.seats = SeatReader.read(lines, from: meeting.line) }
        reading.mentions = Mentions.find(in: lines, meetingDay: meeting?.day)
        if isMinutes { readMinutes() }
        readPapers()
        reading.actions += ActionReader.read(reading)
    }

    /// Minutes are one paper, and records of their own.
    private mutating func readMinutes() {
        let lines = reading.text.lines
        // A page about one topic can hold the minutes of several meetings; a document is about one.
        let meetings = lines.filter { $0.text.hasPrefix("Meeting: ") }
        let end = meetings.count > 1 ? meetings[1].number - 1 : lines.count
        if meetings.count > 1 {
            reading.unread.append(
                (
                    "minutes",
                    Unread(
                        line: end + 1, kind: .structure,
                        what: "the minutes of another meeting on the same page")
                ))
        }
        let minutes = MinutesReader.read(Array(lines[..<end]), seats: reading.seats)
        reading.isMinutes = true
        reading.minutes = withPossibleVotes(minutes.facts)
        reading.items = minutes.facts.items
        reading.actions = minutes.actions
        if !minutes.isNumbered, !minutes.facts.items.isEmpty {
            reading.unread.append(
                (
                    "minutes",
                    Unread(
                        line: minutes.facts.items[0].line, kind: .structure,
                        what: "the items have no printed numbers; they are counted")
                ))
        }
        for (position, number) in minutes.facts.order.enumerated() where reading.taken[number] == nil {
            reading.taken[number] = position + 1
        }
        reading.taken = reading.taken.filter { taken in reading.items.contains { $0.number == taken.key } }
        reading.papers = [
            Paper(
                ref: "minutes", item: nil, parent: nil, kind: .minutes, label: nil,
                title: "Minutes, \(reading.meeting?.day.description ?? "undated")", lines: 1...end)
        ]
        for index in reading.actions.indices { reading.actions[index].paper = "minutes" }
    }

    /// More votes than members who are listed as present: then either is incomplete, and the votes stay in the words only.
    private mutating func withPossibleVotes(_ facts: MinutesFacts) -> MinutesFacts {
        var facts = facts
        let voters = facts.attenders.count {
            $0.status == .present && [.member, .substitute, .coopted].contains($0.role) && $0.name != nil
        }
        for index in facts.decisions.indices {
            guard let votes = facts.decisions[index].votes,
                votes.yes + votes.no + (votes.abstain ?? 0) > voters
            else { continue }
            facts.decisions[index].votes = nil
            reading.unread.append(
                (
                    "minutes",
                    Unread(
                        line: facts.decisions[index].line, kind: .structure,
                        what: "more votes than members who are listed as present")
                ))
        }
        return facts
    }

    private mutating func readPapers() {
        let lines = reading.text.lines
        for index in reading.papers.indices {
            guard let range = reading.papers[index].lines else { continue }
            let slice = lines[(range.lowerBound - 1)..<range.upperBound]
            reading.papers[index].pages = pages(of: range)
            reading.papers[index].period = ReportPeriod.of(reading.papers[index], slice, reading.meeting?.day)
            let cover = reading.covers.first { $0.paper == reading.papers[index].ref }
            var skipped = Set<Int>()
            for ask in cover?.asks ?? [] { skipped.insert(ask.line) }
            for contact in cover?.contacts ?? [] { skipped.insert(contact.line) }
            for paper in cover?.backgroundPapers ?? [] { skipped.insert(paper.line) }
            for appendix in cover?.appendices ?? [] { skipped.insert(appendix.line) }
            let reader = PaperReader(
                reading.papers[index], lines: slice, council: reading.council?.area ?? .unknown,
                meetingDay: reading.meeting?.day, skipped: skipped, withheld: reading.withheld)
            let ref = reading.papers[index].ref
            reading.figures += reader.figures.map { (ref, $0) }
            // Empty lines divide the items of stored minutes, and nothing is lost between them.
            let lost = reading.isMinutes ? [] : LostContent.find(in: slice, text: reading.text)
            let charted = Set(reader.unread.map(\.line))
            reading.unread += (reader.unread + lost.filter { !charted.contains($0.line) }).sorted {
                $0.line < $1.line
            }.map { (ref, $0) }
            reading.terms += reader.terms.map { (ref, $0.line, $0.term, $0.meaning) }
        }
        reading.figures = FigureFlags.marked(reading.figures, reading.papers, lines)
        for term in reading.terms where FigureFlags.isMixed(term.term) {
            reading.unread.append(
                (
                    term.paper,
                    Unread(
                        line: term.line, kind: .structure,
                        what: "\(term.term) holds letters of another script that look Latin")
                ))
        }
    }

    private func pages(of range: ClosedRange<Int>) -> PageRange? {
        let all = range.compactMap { reading.pages[$0] }
        guard let from = all.map(\.from).min(), let to = all.map(\.to).max() else { return nil }
        return PageRange(from: from, to: to)
    }
}

/// The period that a paper is about.
enum ReportPeriod {
    static func of(_ paper: Paper, _ lines: ArraySlice<TextLine>, _ meetingDay: CalendarDate?)
        -> StatedPeriod?
    {
        let context = PeriodContext(meetingDay: meetingDay)
        if let titled = first(in: paper.title, context) { return titled }
        let early = lines.filter { !$0.isBlank && $0.cells == nil }.prefix(8)
        for line in early
        where line.text.lowercased().contains("data") || line.text.lowercased().contains("report")
            || line.text.lowercased().contains("quarter")
        {
            let tokens = Tokenizer.tokens(of: line.text)
            let found = PeriodFinder.find(in: tokens, context).filter {
                $0.isUsable && $0.meaning == .printed
            }
            // Only a year or quarter named once: "the data set for 2018/19 Q1".
            let wide = found.filter { [.financialYear, .quarter, .academicYear].contains($0.period?.kind) }
            if Set(wide.compactMap(\.period)).count == 1, let only = wide.first?.stated(),
                isAbout(tokens, wide[0].range.lowerBound)
            {
                return only
            }
        }
        return nil
    }

    private static func first(in title: String, _ context: PeriodContext) -> StatedPeriod? {
        let tokens = Tokenizer.tokens(of: title)
        let lower = title.lowercased()
        // A plan or strategy is for years to come, and no period of values.
        if lower.contains("plan") || lower.contains("strategy") { return nil }
        return PeriodFinder.find(in: tokens, context).first { $0.isUsable && $0.period?.kind != .asAt }?
            .stated()
    }

    private static func isAbout(_ tokens: [Token], _ place: Int) -> Bool {
        tokens[max(0, place - 8)..<place].contains {
            ["data", "report", "performance", "set", "quarter", "figures", "information"].contains($0.key)
        }
    }
}
