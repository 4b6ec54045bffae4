import Domain

/// Reads the values of one paper: its tables and its prose, section by section.
struct PaperReader {
    let lines: ArraySlice<TextLine>
    let paper: Paper
    let withheld: Set<Int>
    private(set) var figures: [Figure] = []
    private(set) var unread: [Unread] = []
    private(set) var terms: [(line: Int, term: String, meaning: String)] = []
    /// Lines that were taken into something.
    private(set) var used: Set<Int> = []
    private var prose: ProseReader
    private var topic: String?
    private var dataLevel: Int?
    private let context: PeriodContext
    private let skipped: Set<Int>

    init(
        _ paper: Paper, lines: ArraySlice<TextLine>, council: Area, meetingDay: CalendarDate?,
        skipped: Set<Int>, withheld: Set<Int>
    ) {
        self.paper = paper
        self.lines = lines
        self.withheld = withheld
        self.skipped = skipped
        context = PeriodContext(meetingDay: meetingDay, own: paper.period)
        prose = ProseReader(council: council)
        prose.context = context
        run(council)
    }

    private mutating func run(_ council: Area) {
        var tables = Table.find(in: lines)[...]
        let glossary = Glossary.find(in: Array(tables), lines)
        terms = glossary
        var skipUntil = 0
        for (offset, line) in lines.enumerated() {
            if line.number < skipUntil { continue }
            if line.isBlank { continue }
            while let table = tables.first, table.rows[table.rows.count - 1].line < line.number {
                tables = tables.dropFirst()
            }
            if let table = tables.first, table.rows[0].line == line.number {
                tables = tables.dropFirst()
                skipUntil = table.rows[table.rows.count - 1].line + 1
                for row in table.rows { used.insert(row.line) }
                if glossary.contains(where: {
                    $0.line == table.rows[0].line || $0.line == table.rows[table.rows.count - 1].line
                }) {
                    continue
                }
                read(table, council)
                continue
            }
            if line.cells.map({ $0.count > 1 }) == true, ContentsList.isEntry(line) { continue }
            if PageMarker.page(of: line.text) != nil || PageMarker.isBlankPage(line.text)
                || (line.cells == nil && line.text.utf8.count <= 4 && Int(line.text) != nil)
            {
                used.insert(line.number)
                continue
            }
            if skipped.contains(line.number) { continue }
            let isNextBlank =
                lines.index(lines.startIndex, offsetBy: offset + 1, limitedBy: lines.endIndex - 1).map {
                    lines[$0].isBlank
                } ?? true
            if !line.isBullet, let heading = Heading(line, nextIsBlank: isNextBlank) {
                open(heading)
                used.insert(line.number)
                continue
            }
            read(line)
        }
        unread += prose.unread
    }

    private mutating func open(_ heading: Heading) {
        topic = String(heading.text.prefix(190))
        if let level = dataLevel, heading.level <= level { dataLevel = nil }
        if dataLevel == nil, heading.isData { dataLevel = heading.level }
        prose.inherited.isData = dataLevel != nil
        prose.inherited.table = nil
        prose.inherited.section = nil
        if heading.level < 4 { prose.inherited.lead = nil }
    }

    private mutating func read(_ line: TextLine) {
        let isNote = Footnote.isNote(line) || line.text.hasPrefix("*")
        let table = prose.inherited.table
        if !isNote { prose.inherited.table = nil }
        var found = prose.figures(of: line, topic: topic)
        if withheld.contains(line.number) {
            // The value stays, the words of the line do not.
            for index in found.indices {
                found[index].quote = nil
                found[index].name = "A value of a line that is withheld"
                found[index].dimension = nil
                found[index].flags.append("single_child")
            }
        }
        if isNote { prose.inherited.table = table }
        figures += found
        if !found.isEmpty { used.insert(line.number) }
    }

    private mutating func read(_ table: Table, _ council: Area) {
        let heading = lines.before(table.rows[0].line).last { !$0.isBlank }?.text
        if ContentsList.isList(table, heading: heading) { return }
        let near = captions(above: table.rows[0].line)
        let setting = TableSetting(captions: near, topic: topic, context: context, area: council)
        let result = TableReader.read(table, setting)
        figures += result.figures
        unread += result.unread
        prose.inherited.table = result.period
    }
}

extension PaperReader {
    /// The lines right above a table, up to the heading it stands under.
    private func captions(above first: Int) -> [String] {
        var found: [String] = []
        for line in lines.before(first).reversed() where !line.isBlank {
            if line.cells != nil || first - line.number > 8 || PageMarker.page(of: line.text) != nil
                || found.count == 3
            {
                break
            }
            if line.text.utf8.count < 700 { found.insert(line.text, at: 0) }
            if Heading(line, nextIsBlank: true) != nil { break }
        }
        return found
    }
}

/// Lists of abbreviations with what they mean.
enum Glossary {
    static func find(in tables: [Table], _ lines: ArraySlice<TextLine>) -> [(
        line: Int, term: String, meaning: String
    )] {
        tables.flatMap { table -> [(line: Int, term: String, meaning: String)] in
            let rows = table.rows.map { (row: $0, filled: $0.cells.map(\.trimmed).filter { !$0.isEmpty }) }
                .filter { !$0.filled.isEmpty }
            let pairs = rows.filter {
                $0.filled.count == 2 && isTerm($0.filled[0]) && $0.filled[1].split(separator: " ").count >= 2
                    && CellValue($0.filled[1]).isText
            }
            let headed =
                lines.before(table.rows[0].line).last { !$0.isBlank }.map { line in
                    ["glossary", "abbreviation", "acronym", "terms used", "definitions"].contains {
                        line.text.lowercased().contains($0)
                    }
                } ?? false
            guard pairs.count >= (headed ? 2 : 8), pairs.count * 10 >= rows.count * 8 else { return [] }
            return pairs.map { ($0.row.line, $0.filled[0], $0.filled[1]) }
        }
    }

    private static func isTerm(_ text: String) -> Bool {
        text.utf8.count <= 40 && text.split(separator: " ").count <= 4
    }
}

extension CellValue {
    var isText: Bool { if case .text = self { true } else { false } }
}

extension ArraySlice<TextLine> {
    /// The lines of the slice in front of a line; lines stand at the place of their number.
    func before(_ number: Int) -> ArraySlice<TextLine> {
        self[startIndex..<Swift.max(startIndex, Swift.min(endIndex, number - 1))]
    }
}
