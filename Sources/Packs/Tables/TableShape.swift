import Domain

/// What the rows and columns of a table are: header rows, label column, value columns with unit and period.
struct TableShape: Sendable {
    struct Column: Sendable {
        let index: Int
        let title: String
        let period: FoundPeriod?
        let isPercent: Bool
        /// By how much something rose or fell.
        let isChange: Bool
        let isMoney: Bool
        let isWeekly: Bool
        let isRate: Bool
        let isRank: Bool
        let isTotal: Bool
        /// Another area that the title names.
        let area: Area?
    }

    let headerCount: Int
    /// Nil where the labels are lost.
    let labelColumn: Int?
    /// Where each row says what it is measured in, and of which time it is.
    let unitColumn: Int?
    let periodColumn: Int?
    let columns: [Column]
    let labelTitle: String
    let hasSplitHeader: Bool

    init?(_ table: Table, context: PeriodContext) {
        let values = table.rows.map { $0.cells.map { CellValue($0) } }
        guard let firstData = Self.firstData(table, values, context) else { return nil }
        let (header, cellsOf, isSplit) = Self.header(Array(table.rows[..<firstData]), width: table.width)
        guard header.contains(where: { !$0.isEmpty }) else { return nil }
        headerCount = firstData
        hasSplitHeader = isSplit
        let data = Array(values[firstData...])
        let layout = LabelColumns(header: header, data: data, rows: Array(table.rows[firstData...]))
        labelColumn = layout.label
        labelTitle = layout.label.map { header[$0] } ?? ""
        unitColumn = layout.unit
        periodColumn = layout.period
        columns = header.indices.compactMap { index in
            if layout.isTaken(index) { return nil }
            return Self.column(index, header[index], cellsOf[index], data, context)
        }
        if columns.isEmpty { return nil }
    }

    private static let aims = [
        "target", "aim", "threshold", "tolerance", "trajectory", "benchmark range", "rag", "ambition",
    ]

    /// A column of values, or nil where it holds words, or what is aimed at.
    private static func column(
        _ index: Int, _ title: String, _ headerCells: [String], _ data: [[CellValue]],
        _ context: PeriodContext
    ) -> Column? {
        let cells = data.map { index < $0.count ? $0[index] : .empty }
        let numbers = cells.count { if case .number = $0 { true } else { false } }
        let texts = cells.count { if case .text = $0 { true } else { false } }
        guard numbers > 0, numbers >= texts else { return nil }
        let lower = title.lowercased()
        // What is aimed at is no value; how far a value lies from it neither.
        let words = lower.split { !$0.isLetter }.map(String.init)
        if aims.contains(where: { aim in words.contains { $0.hasPrefix(aim) } }) { return nil }
        let percents = cells.count { if case .number(let cell) = $0 { cell.isPercent } else { false } }
        let isChange = ["change", "variance", "difference", "movement", "+/-"].contains { lower.contains($0) }
        let isPercent = lower.contains("%") || lower.contains("percent") || percents * 2 > numbers
        return Column(
            index: index, title: title, period: ColumnPeriod.of(headerCells, context),
            isPercent: isPercent, isChange: isChange,
            isMoney: lower.contains("£") || lower.contains("cost"),
            isWeekly: lower.contains("week") && (lower.contains("£") || lower.contains("cost")),
            isRate: lower.contains("per 10,000") || lower.contains("per 10 000") || lower.hasPrefix("rate"),
            isRank: words.contains("rank") || words.contains("ranking"),
            isTotal: lower.trimmed == "total" || lower.hasPrefix("total"), area: area(title))
    }

    private static func area(_ title: String) -> Area? {
        let tokens = Tokenizer.tokens(of: title)
        let finder = AreaFinder(tokens: tokens, own: .unknown)
        return tokens.indices.lazy.compactMap { finder.named(at: $0)?.area }.first
    }

    /// The first row with a value. Rows of years and of units above it are headers.
    private static func firstData(_ table: Table, _ values: [[CellValue]], _ context: PeriodContext) -> Int? {
        for (index, row) in values.enumerated() {
            let numbers = row.indices.filter { if case .number = row[$0] { true } else { false } }
            guard !numbers.isEmpty else { continue }
            let cells = table.rows[index].cells
            let isYears = numbers.allSatisfy { place in
                guard let year = Int(cells[place].trimmed) else { return false }
                return (1990...2060).contains(year)
            }
            let isTornYear = index == 0 && mergedYears(cells) != nil
            let hasLabel = !(cells.first?.trimmed.isEmpty ?? true)
            if isTornYear || (isYears && (index == 0 || !hasLabel) && index < 2) { continue }
            if index == 0 { return nil }
            return index
        }
        return nil
    }

    /// A year cut over two cells: `202` and `4`.
    private static func mergedYears(_ cells: [String]) -> [String]? {
        var result = cells
        var found = false
        for index in cells.indices.dropLast() {
            let joined = cells[index].trimmed + cells[index + 1].trimmed
            guard cells[index].trimmed.count < 4, !cells[index].trimmed.isEmpty, let year = Int(joined),
                joined.count == 4, (1990...2060).contains(year)
            else { continue }
            result[index] = joined
            result[index + 1] = ""
            found = true
        }
        return found ? result : nil
    }

    /// The title of each column; a cell over several columns counts for all of them.
    private static func header(_ rows: [Table.Row], width: Int) -> (
        titles: [String], cells: [[String]], isSplit: Bool
    ) {
        var parts = Array(repeating: [String](), count: width)
        var titles = Array(repeating: "", count: width)
        var isSplit = false
        // A row above the last that has more empty cells spans the columns below it.
        for (index, row) in rows.enumerated() {
            var cells = row.cells + Array(repeating: "", count: max(0, width - row.cells.count))
            if let merged = mergedYears(cells) {
                cells = merged
                isSplit = true
            }
            let isSpanning =
                index < rows.count - 1 && cells.dropFirst().contains { !$0.isEmpty }
                && spans(cells, over: rows[index + 1])
            var last = ""
            for column in 0..<width {
                let cell = cells[column].trimmed
                if !cell.isEmpty { last = cell }
                let text = cell.isEmpty && isSpanning && column > 0 ? last : cell
                guard !text.isEmpty else { continue }
                parts[column].append(text)
                titles[column] = titles[column].isEmpty ? text : titles[column] + " " + text
            }
        }
        return (titles, parts, isSplit)
    }

    /// Whether each empty cell has a title of its own in the row below.
    private static func spans(_ cells: [String], over next: Table.Row) -> Bool {
        let empty = cells.indices.dropFirst().filter { cells[$0].trimmed.isEmpty }
        return !empty.isEmpty && empty.allSatisfy { !next.cell($0).trimmed.isEmpty }
            && next.cells.dropFirst().count { !$0.trimmed.isEmpty }
                > cells.dropFirst().count { !$0.trimmed.isEmpty }
    }
}
