/// Which columns of a table name its rows: the label, and beside it the unit, the period, a reference.
struct LabelColumns {
    /// Nil where the labels are lost.
    let label: Int?
    let unit: Int?
    let period: Int?
    private let others: Set<Int>

    init(header: [String], data: [[CellValue]], rows: [Table.Row]) {
        func cells(_ index: Int) -> [CellValue] { data.map { index < $0.count ? $0[index] : .empty } }
        func texts(_ index: Int) -> [String] {
            cells(index).compactMap { if case .text(let text) = $0 { text } else { nil } }
        }
        let hasText = !texts(0).isEmpty
        let first = header.first?.lowercased().trimmed ?? ""
        let isMeasure = ["number", "no", "%", "count", "total", "value", "£", "percent", "percentage"]
            .contains(
                first)
        guard hasText || !isMeasure || header.contains(where: \.isEmpty) else {
            label = nil
            unit = nil
            period = nil
            others = []
            return
        }
        let filled = max(1, rows.count { !$0.isEmpty })
        let worded = header.indices.filter { texts($0).count * 2 >= filled }
        let unitColumn = header.indices.first { index in
            Self.isUnitTitle(header[index]) && Self.areUnits(rows.map { $0.cell(index).trimmed })
        }
        let periodColumn = worded.first { Self.isPeriodTitle(header[$0]) }
        var label = 0
        // "Ref | Indicator": codes in front of the names, or a count of the rows.
        if Self.areCodes(rows.map { $0.cell(0).trimmed }, title: first) {
            label =
                worded.first {
                    $0 > 0 && $0 <= 3 && $0 != unitColumn && $0 != periodColumn && Self.areNames(texts($0))
                }
                ?? 0
        }
        self.label = label
        unit = unitColumn == label ? nil : unitColumn
        period = periodColumn == label ? nil : periodColumn
        others = Set(0..<label)
    }

    func isTaken(_ index: Int) -> Bool {
        index == label || index == unit || index == period || others.contains(index)
    }

    private static func isUnitTitle(_ title: String) -> Bool {
        [
            "unit", "units", "measure", "format", "type", "unit of measure", "measured in", "measure type",
            "data type",
        ]
        .contains(title.lowercased().trimmed)
    }

    private static func areUnits(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return filled.count >= 1 && filled.allSatisfy { $0.utf8.count <= 24 && RowUnit($0) != nil }
    }

    private static func isPeriodTitle(_ title: String) -> Bool {
        let lower = title.lowercased()
        return ["period", "as at", "data as", "reporting period", "date", "latest period"].contains {
            lower.hasPrefix($0)
        } || lower.hasSuffix(" period") || lower.hasSuffix(" date")
    }

    /// "CS1", "PI 12", "4.2", "A", or 1, 2, 3 under "No.".
    private static func areCodes(_ cells: [String], title: String) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        guard filled.count >= 2 else { return false }
        let isTitled = [
            "ref", "ref.", "ref no", "ref no.", "reference", "code", "id", "pi", "kpi", "no", "no.", "number",
            "#", "",
            "indicator no", "indicator ref", "measure ref", "pi ref", "kpi ref", "kpi no", "pi no", "item",
        ].contains(title)
        let areShort = filled.allSatisfy { cell in
            cell.utf8.count <= 12 && cell.contains { $0.isASCII && $0.isNumber }
                && !cell.split(whereSeparator: { !$0.isLetter }).contains { word in
                    word.count > 4 || (word.count > 2 && word.dropFirst().allSatisfy(\.isLowercase))
                }
        }
        return areShort && (isTitled || filled.allSatisfy { $0.contains { $0.isLetter } })
    }

    private static func areNames(_ texts: [String]) -> Bool {
        let words = texts.map { $0.split(separator: " ").count }
        return texts.count >= 2 && words.reduce(0, +) * 10 >= texts.count * 15
    }
}

/// What a cell or a label says that its row is measured in.
enum RowUnit {
    case percent, count, rate, money, thousands, millions, weeks, months, other

    init?(_ text: String) {
        switch text.lowercased().trimmed {
        case "%", "percent", "percentage", "per cent", "% (percentage)", "proportion": self = .percent
        case "number", "no", "no.", "num", "count", "#", "volume", "numeric": self = .count
        case "rate", "rate per 10,000", "per 10,000", "rate per 10k": self = .rate
        case "£", "pounds", "gbp", "currency", "money": self = .money
        case "£000", "£000s", "£'000", "£k", "£'000s": self = .thousands
        case "£m", "£ million", "£millions", "£ millions": self = .millions
        case "weeks", "wks": self = .weeks
        case "months", "mths": self = .months
        case "days", "ratio", "score", "hours", "minutes", "years", "rate per 1,000", "rate per 100,000",
            "per 1,000",
            "per 100,000", "index", "average", "mean", "tonnes", "kg":
            self = .other
        default: return nil
        }
    }
}
