import Domain
import JSON

/// Writes what was read as an import document, in the format `scrutiny-pack-1`.
struct ImportDocument {
    let reading: PackReading
    /// Whether the words of the pack go in; without them nothing of it is longer than twelve words.
    let withText: Bool

    func value() -> JSONValue {
        let panel = reading.meeting?.panel ?? reading.panelName ?? ""
        let slug = Self.slug(ofPanel: panel)
        let council = reading.council?.name ?? "Council not named"
        let day = reading.meeting?.day.description ?? "undated"
        let figures = FigureRows(reading: reading)
        let executives = minutes?.executives ?? []
        return [
            "format": "scrutiny-pack-1",
            "source": [
                "system": .string(Slug.code(of: council)), "ref": .string("\(slug)/\(day)"),
                "title": .string("\(reading.isMinutes ? "Minutes" : "Agenda pack"), \(panel), \(day)"),
            ],
            "council": ["name": .string(council)],
            "panel": panel.isEmpty
                ? .null
                : [
                    "slug": .string(slug), "name": .string(panel), "kind": .string(Self.kind(ofPanel: panel)),
                    "coversEducation": .bool(reading.seats.contains { $0.kind.needsEducation }),
                ],
            "people": .array(
                people.map {
                    [
                        "name": .string($0), "sortName": .string(People.sortName($0)),
                        "isExecutiveMember": .bool(executives.contains($0)),
                    ]
                }),
            "seats": .array(reading.seats.enumerated().map { seat($1, number: $0 + 1) }),
            "meeting": meeting,
            "agendaItems": .array(reading.items.enumerated().map { item($1, position: $0 + 1) }),
            "reports": .array(reading.papers.map(report)),
            "areas": .array(
                figures.areas.map {
                    ["code": .string($0.code), "name": .string($0.name), "kind": .string($0.kind.rawValue)]
                }),
            "indicators": [],
            "figures": .array(figures.values),
            "actions": .array(reading.actions.map(action)),
            "terms": .array(reading.terms.map(term)),
            "lost": .array(lost),
            "attendance": .array(minutes?.attendance ?? []),
            "declarations": .array(minutes?.declarations ?? []),
            "decisions": .array(minutes?.decisions ?? []),
            "reading": withText ? ReadingNotes(reading: reading).value() : .null,
            "unread": .array(reading.unread.map { unread($0.paper, $0.entry) }),
            "summary": summary(figures.values.count),
        ]
    }

    private var people: [String] {
        var seen = Set<String>()
        let names = reading.seats.compactMap(\.person) + (minutes?.people ?? [])
        return names.filter { seen.insert($0).inserted }
    }

    private var minutes: MinutesRows? { reading.minutes.map(MinutesRows.init) }

    /// "Housing Overview and Scrutiny Panel" is found under `housing`.
    static func slug(ofPanel name: String) -> String {
        var code = Slug.code(of: name)
        for tail in [
            "-overview-and-scrutiny-panel", "-overview-and-scrutiny-committee",
            "-overview-and-scrutiny-board", "-scrutiny-committee", "-scrutiny-panel", "-scrutiny-commission",
            "-scrutiny-board", "-select-committee", "-policy-development-and-scrutiny-committee",
            "-sub-committee", "-committee", "-panel", "-commission", "-board",
        ]
        where code.hasSuffix(tail) && code.utf8.count > tail.utf8.count + 2
            && !code.dropLast(tail.utf8.count).hasSuffix("-and")
        {
            code = String(code.dropLast(tail.count))
            break
        }
        return code
    }

    private static func kind(ofPanel name: String) -> String {
        let lower = name.lowercased()
        if lower.contains("task and finish") || lower.contains("task & finish") {
            return PanelKind.taskAndFinish.rawValue
        }
        if lower.contains("performance board") { return PanelKind.performanceBoard.rawValue }
        return lower.contains("scrutiny") || lower.contains("select committee") || lower.contains("panel")
            ? PanelKind.scrutinyPanel.rawValue : PanelKind.other.rawValue
    }

    private var meeting: JSONValue {
        guard let facts = reading.meeting else { return .null }
        let minute = facts.minute ?? 0
        return [
            "startsAt": .string("\(facts.day)T\(Self.clock(minute))"), "venue": .text(facts.venue),
            "kind": "ordinary", "mode": "in_person",
            "agendaPublishedOn": .text(facts.issued.flatMap { $0 <= facts.day ? $0.description : nil }),
            "participationDeadline": .text(reading.participation?.moment(before: facts)),
        ]
    }

    static func clock(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    private func seat(_ seat: SeatFacts, number: Int) -> JSONValue {
        [
            "ref": .string("seat-\(number)"), "kind": .string(seat.kind.rawValue),
            "person": .text(seat.person),
            "politicalGroup": .text(seat.group), "isChair": .bool(seat.isChair),
            "isViceChair": .bool(seat.isViceChair && !seat.isChair),
            "displayTitle": .text(seat.title), "from": .null, "to": .null, "limit": .text(seat.limit),
        ]
    }

    private func item(_ item: ItemFacts, position: Int) -> JSONValue {
        [
            "printedNumber": .string(item.number), "position": .integer(position),
            "takenPosition": .integer(reading.taken[item.number]),
            "title": .string(item.title),
            "instruction": .text(withText ? item.instruction : item.instruction.flatMap(Quotes.first)),
            "pageFrom": .integer(item.pages?.from),
            "pageTo": .integer(item.pages?.to),
        ]
    }

    private func report(_ paper: Paper) -> JSONValue {
        [
            "ref": .string(paper.ref), "item": .text(paper.item), "parent": .text(paper.parent),
            "kind": .string(paper.kind.rawValue),
            "label": .text(paper.label), "title": .string(paper.title),
            "state": paper.isToFollow ? "to_follow" : "received",
            "pageFrom": .integer(paper.pages?.from), "pageTo": .integer(paper.pages?.to),
            "backgroundPapers": .string(paper.background.rawValue),
            "author": .text(paper.authorRole),
            "pages": withText ? PageTexts(reading: reading).value(of: paper) : .null,
        ]
    }

    private func action(_ action: ProposedAction) -> JSONValue {
        .object(
            [
                ("ref", .string(action.ref)), ("item", .text(action.item)), ("report", .text(action.paper)),
                ("minuteNumber", .text(action.minuteNumber)), ("kind", .string(action.kind.rawValue)),
                (
                    "text",
                    .string(withText ? action.text : Quotes.first(twelveWordsOf: action.text) ?? action.ref)
                ),
                ("ownerRole", .text(action.ownerRole)), ("dueKind", .string(action.dueKind.rawValue)),
                ("dueOn", .text(action.dueOn?.description)),
                ("dueText", .text(action.dueText)), ("line", .integer(action.line)),
                ("quote", .text(action.quote)),
            ] + JSONValue.pages(reading.pages[action.line]))
    }

    private func term(_ paper: String, _ line: Int, _ term: String, _ meaning: String) -> JSONValue {
        [
            "report": .string(paper), "page": .integer(reading.pages[line]?.page), "line": .integer(line),
            "term": .string(term),
            "meaning": .string(String(meaning.prefix(990))),
        ]
    }

    private var lost: [JSONValue] {
        let kinds: [Unread.Kind] = [.chart, .lost, .table, .reference, .link, .fragment]
        return reading.unread.filter { $0.paper != nil && kinds.contains($0.entry.kind) }.map {
            paper, entry in
            .object(
                [("report", .text(paper))] + JSONValue.pages(reading.pages[entry.line]) + [
                    ("line", .integer(entry.line)), ("what", .string(String(entry.what.prefix(990)))),
                ])
        }
    }

    private func unread(_ paper: String?, _ entry: Unread) -> JSONValue {
        .object(
            [("report", .text(paper))] + JSONValue.pages(reading.pages[entry.line]) + [
                ("line", .integer(entry.line)), ("kind", .string(entry.kind.rawValue)),
                ("what", .string(entry.what)),
            ])
    }

    private func summary(_ figures: Int) -> JSONValue {
        let filled = reading.text.lines.count { !$0.isBlank }
        return [
            "lines": .integer(reading.text.lines.count), "linesWithText": .integer(filled),
            "linesUnread": .integer(Set(reading.unread.map(\.entry.line)).count),
            "linesWithheld": .integer(reading.withheld.count), "items": .integer(reading.items.count),
            "reports": .integer(reading.papers.count),
            "figures": .integer(figures), "actions": .integer(reading.actions.count),
            "terms": .integer(reading.terms.count),
        ]
    }
}
