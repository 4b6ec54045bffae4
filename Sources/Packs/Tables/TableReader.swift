import Domain

/// What surrounds a table.
struct TableSetting: Sendable {
    /// The nearest lines of text above it, the nearest last.
    var captions: [String]
    var topic: String?
    var context: PeriodContext
    var area: Area

    /// For the head of the table: quarters without a year are those of the year that the captions or the report name.
    var headContext: PeriodContext {
        var head = context
        let named = captions.reversed().lazy.flatMap { caption in
            PeriodFinder.find(in: Tokenizer.tokens(of: caption), self.context)
        }.first { $0.isUsable && $0.period?.kind == .financialYear }?.period
        let own = context.own?.period
        if let year = named ?? (own.map { [.financialYear, .quarter].contains($0.kind) } == true ? own : nil)
        {
            head.quarterYear = Calendar.financialYear(of: year.start)
        }
        return head
    }
}

/// Reads the values of a table by the position of their columns.
struct TableReader {
    let table: Table
    let shape: TableShape
    let setting: TableSetting
    private(set) var figures: [Figure] = []
    private(set) var unread: [Unread] = []
    private let isTorn: Bool
    private let captionPeriod: StatedPeriod?
    private let isMoney: Bool
    private let isFootfall: Bool
    /// Noughts that a caption takes off: "£000s".
    private let noughts: Int

    /// Nil when the table says too little of itself; the reason then stands in `refusal`.
    static func read(_ found: Table, _ setting: TableSetting) -> (
        figures: [Figure], unread: [Unread], period: StatedPeriod?
    ) {
        let line = found.rows[0].line
        if let debris = Debris.reason(found) {
            return ([], [Unread(line: line, kind: .chart, what: debris)], nil)
        }
        let isTorn = TornLabels.isTorn(found)
        var table = found
        if isTorn {
            for index in table.rows.indices {
                let joined = TornLabels.joined(table.rows[index].cell(0), table.rows[index].cell(1))
                table.rows[index].cells = [joined.label] + table.rows[index].cells.dropFirst(2)
            }
        }
        guard let shape = TableShape(table, context: setting.headContext) else {
            let hasNumbers = table.rows.contains {
                $0.cells.contains { if case .number = CellValue($0) { true } else { false } }
            }
            return (
                [],
                hasNumbers
                    ? [
                        Unread(
                            line: line, kind: .table,
                            what: "a table without a header that says what its numbers are")
                    ] : [], nil
            )
        }
        var reader = TableReader(table, shape, setting, isTorn: isTorn, torn: found)
        reader.run()
        return (reader.figures, reader.unread, reader.basePeriod)
    }

    private let torn: Table
    private var entries: [TotalCheck.Entry] = []
    private var isPercentRow = false

    private init(_ table: Table, _ shape: TableShape, _ setting: TableSetting, isTorn: Bool, torn: Table) {
        self.table = table
        self.shape = shape
        self.setting = setting
        self.isTorn = isTorn
        self.torn = torn
        let found = setting.captions.reversed().lazy.compactMap { caption -> FoundPeriod? in
            let periods = PeriodFinder.find(in: Tokenizer.tokens(of: caption), setting.context).filter {
                $0.isUsable && $0.meaning != .lastYear
            }
            // Where the words name several times, the columns must say which is theirs.
            let kinds = Set(periods.compactMap(\.period))
            return kinds.count == 1 ? periods.first : nil
        }.first
        captionPeriod = found?.stated()
        let words = setting.captions.joined(separator: " ").lowercased()
        let all =
            words + " " + shape.columns.map { $0.title.lowercased() }.joined(separator: " ") + " "
            + (setting.topic ?? "").lowercased()
        noughts =
            all.contains("£000") || all.contains("£'000") || all.contains("£k")
            ? 3 : all.contains("£m") || all.contains("£ million") ? 6 : 0
        isFootfall = words.contains("footfall")
        // A sentence about pounds says nothing of the table below it.
        let caption = setting.captions.last.flatMap { $0.hasSuffix(".") ? nil : $0 } ?? ""
        isMoney = ["financial statement", "budget", "expenditure", "£"].contains {
            (setting.topic ?? "").lowercased().contains($0) || caption.lowercased().contains($0)
        }
    }

    /// The period of values whose column and row say nothing of it.
    private var basePeriod: StatedPeriod? {
        captionPeriod
            ?? setting.context.own.map { StatedPeriod(period: $0.period, text: $0.text, basis: .inferred) }
    }

    private mutating func run() {
        if shape.labelColumn == nil {
            unread.append(
                Unread(
                    line: table.rows[0].line, kind: .table,
                    what: "the labels of the rows are lost; their values are kept without a name"))
        }
        var group: String?
        for (number, row) in table.rows[shape.headerCount...].enumerated() {
            if row.isEmpty { continue }
            let label = shape.labelColumn.map { row.cell($0).trimmed }
            let values = shape.columns.map { CellValue(row.cell($0.index)) }
            let hasValue = values.contains { if case .number = $0 { true } else { false } }
            if !hasValue {
                // A row that only names what follows it.
                if let label, !label.isEmpty { group = label }
                if values.contains(where: { if case .debris = $0 { true } else { false } }) {
                    unread.append(Unread(line: row.line, kind: .table, what: "several numbers in one cell"))
                }
                continue
            }
            if let label, label.isEmpty {
                unread.append(Unread(line: row.line, kind: .table, what: "a row without a label"))
                continue
            }
            read(row, number: number + 1, label: label, values: values, group: group)
        }
        for place in TotalCheck(entries: entries).mismatches(in: figures) {
            figures[place].flags.append("arithmetic_mismatch")
        }
    }

    private mutating func read(
        _ row: Table.Row, number: Int, label: String?, values: [CellValue], group: String?
    ) {
        let parts = RowLabel(label ?? "")
        var earlier: [String: Figure] = [:]
        let rowPeriod =
            shape.periodColumn.flatMap { periodOfRow(row.cell($0)) } ?? label.flatMap { periodOfRow($0) }
        let tornCells = torn.rows.first { $0.line == row.line }
        let wasTorn = isTorn && tornCells.map { !$0.cell(1).trimmed.isEmpty } == true
        for (column, value) in zip(shape.columns, values) {
            isPercentRow = values.contains {
                if case .number(let cell) = $0 { cell.isPercent } else { false }
            }
            guard
                var figure = figure(
                    row, column, value, parts, number: number, rowPeriod: rowPeriod,
                    isGap: isGap(row, column, parts, values))
            else { continue }
            if label == nil {
                figure.flags.append("unlabelled")
                figure.confidence = .low
            }
            if wasTorn { figure.flags.append("torn_label") }
            if let group, !parts.isTotal { figure.note = "In the group \(group)." }
            // A column of an earlier time gives the value before.
            let series = seriesKey(column)
            if column.period != nil, column.area == nil {
                if let before = earlier[series], let value = before.value, let text = before.text {
                    figure.previous = Beside(value: value, text: text, period: before.period)
                }
                earlier[series] = figure
            }
            if let area = column.area { figure.area = area }
            if case .number = value {
                entries.append(
                    .init(row: number, column: column.index, isTotal: parts.isTotal, place: figures.count))
            }
            figures.append(figure)
            if case .number(let cell) = value, let remark = cell.remark { addRemark(remark, figure, row) }
        }
        if let share = parts.share, !parts.isTotal {
            figures.append(
                Figure(
                    line: row.line, name: "Stated share: \(parts.name)", dimension: parts.name,
                    topic: setting.topic, unit: .percent,
                    value: share.value, text: share.text, area: setting.area, period: basePeriod, quote: nil))
        }
        markSingles(row, parts)
    }

    /// A row about one child or one case, with its cost, may show who it is.
    private mutating func markSingles(_ row: Table.Row, _ parts: RowLabel) {
        let here = figures.indices.filter { figures[$0].line == row.line }
        guard !parts.isTotal,
            here.contains(where: { figures[$0].unit == .count && figures[$0].value?.description == "1" })
        else { return }
        for index in here { figures[index].flags.append("single_child") }
    }

    private func seriesKey(_ column: TableShape.Column) -> String {
        guard let period = column.period else { return column.title }
        return column.title.replacing(period.text, with: "").trimmed
    }

    private func periodOfRow(_ label: String) -> StatedPeriod? {
        let found = PeriodFinder.find(in: Tokenizer.tokens(of: label), setting.context).first {
            $0.isUsable && $0.meaning == .printed
        }
        return found?.stated()
    }

    /// A cell that is empty where all others of its column, or of a total, have a value.
    private func isGap(
        _ row: Table.Row, _ column: TableShape.Column, _ parts: RowLabel, _ values: [CellValue]
    ) -> Bool {
        guard !parts.isTotal, values.contains(where: { if case .number = $0 { true } else { false } }) else {
            return false
        }
        let rows = table.rows[shape.headerCount...].filter { $0.line != row.line && !$0.isEmpty }
        let others = rows.map { CellValue($0.cell(column.index)) }
        let filled = others.count { if case .number = $0 { true } else { false } }
        if column.isTotal { return filled * 2 > rows.count }
        return filled
            == rows.count(where: { row in
                shape.columns.contains {
                    if case .number = CellValue(row.cell($0.index)) { true } else { false }
                }
            })
            && filled > 0
    }

    private func figure(
        _ row: Table.Row, _ column: TableShape.Column, _ value: CellValue, _ parts: RowLabel, number: Int,
        rowPeriod: StatedPeriod?, isGap: Bool
    ) -> Figure? {
        let stated = shape.unitColumn.flatMap { RowUnit(row.cell($0)) }
        let own = column.period.flatMap { found -> StatedPeriod? in
            guard let stated = found.stated() else { return nil }
            // A snapshot under the name of a month is taken at its end.
            if stated.period.kind == .month, parts.isStock, let day = Calendar.day(stated.period.end) {
                return StatedPeriod(period: day, text: stated.text, basis: stated.basis)
            }
            return stated
        }
        let what = seriesKey(column)
        let name: String
        if shape.labelColumn == nil {
            name = "Unlabelled row \(number) of the table"
        } else {
            let subject = [setting.topic, what.isEmpty ? nil : what].compactMap(\.self).joined(
                separator: ": ")
            name =
                column.period != nil && what.isEmpty
                ? parts.name : (subject.isEmpty ? parts.name : "\(subject), \(parts.name)")
        }
        let dimension = [parts.isTotal ? nil : parts.name, what.isEmpty ? nil : what].compactMap(\.self)
            .joined(separator: ", ")
        var figure = Figure(
            line: row.line, name: String(name.prefix(290)),
            dimension: dimension.isEmpty ? nil : String(dimension.prefix(290)),
            topic: setting.topic, unit: .count, value: nil, text: nil, area: setting.area,
            period: own ?? rowPeriod ?? basePeriod, quote: nil)
        switch value {
        case .number(let cell):
            figure.unit = unit(column, cell, parts, stated)
            let noughts = stated == .thousands ? 3 : stated == .millions ? 6 : cell.noughts ?? self.noughts
            figure.value = ExactDecimal.printed(cell.digits, noughts: figure.unit == .gbp ? noughts : 0)
            if figure.unit == .gbp, noughts > 0, cell.noughts == nil {
                figure.note = "Printed in \(noughts == 3 ? "thousands" : "millions") of pounds."
            }
            figure.text = cell.text
            guard let value = figure.value, fits(value, figure.unit) else { return nil }
        case .mark(let mark):
            figure.unit = unit(column, nil, parts, stated)
            figure.text = mark
            figure.state = Self.state(mark)
        case .empty:
            guard isGap else { return nil }
            figure.unit = unit(column, nil, parts, stated)
            figure.state = .notAvailable
        case .text, .debris: return nil
        }
        return figure
    }

    private static func state(_ mark: String) -> ValueState {
        switch mark.lowercased() {
        case "c", "*", "s": .suppressed
        case "z", "n/a", "na": .notApplicable
        case "k", "low": .roundsToZero
        default: mark.hasPrefix("<") ? .suppressed : .notAvailable
        }
    }

    private func fits(_ value: ExactDecimal, _ unit: Unit) -> Bool {
        unit.problem(with: value, at: "") == nil
    }

    private func unit(
        _ column: TableShape.Column, _ cell: CellNumber?, _ parts: RowLabel, _ stated: RowUnit?
    ) -> Unit {
        let isNegative = cell?.digits.hasPrefix("-") == true
        if cell?.isPercent == true || column.isPercent {
            return isNegative || column.isChange ? .percentChange : .percent
        }
        if let stated, let unit = unit(stated, column, parts, isNegative: isNegative) { return unit }
        if (cell == nil && isPercentRow) || (parts.isPercent && !column.isMoney) {
            return isNegative || column.isChange ? .percentChange : .percent
        }
        if column.isWeekly { return .gbpPerWeek }
        if cell?.isMoney == true || column.isMoney || parts.isMoney || isMoney { return .gbp }
        if column.isRank { return .rank }
        if parts.isOtherRate { return .ratio }
        if column.isRate || parts.isRate { return .ratePer10000 }
        if let duration = parts.duration { return duration }
        if isFootfall { return .visits }
        if let digits = cell?.digits, digits.contains(".") || digits.hasPrefix("-") { return .ratio }
        return .count
    }

    /// What the row's own cell says, where it says enough.
    private func unit(_ stated: RowUnit, _ column: TableShape.Column, _ parts: RowLabel, isNegative: Bool)
        -> Unit?
    {
        switch stated {
        case .percent: isNegative || column.isChange ? .percentChange : .percent
        case .count: .count
        case .rate: parts.isOtherRate ? .ratio : parts.isRate ? .ratePer10000 : .ratio
        case .money, .thousands, .millions: .gbp
        case .weeks: .weeks
        case .months: .months
        case .other: .ratio
        }
    }

    /// "(12% rise)" behind a value.
    private mutating func addRemark(_ remark: String, _ figure: Figure, _ row: Table.Row) {
        let tokens = Tokenizer.tokens(of: remark)
        var quantities = QuantityFinder.find(in: tokens, periods: [])
        ChangeMarks.mark(&quantities, in: tokens, 0..<tokens.count)
        guard let change = quantities.first(where: { $0.isChange }) else { return }
        var added = figure
        added.name = "Change: \(figure.name)"
        added.unit = .percentChange
        added.value = change.value
        added.text = change.text
        added.previous = nil
        added.direction = Directions.stated(near: change.range, from: 0, to: tokens.count, in: tokens)
        figures[figures.count - 1].direction = added.direction
        figures.append(added)
    }
}
