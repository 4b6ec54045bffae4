import Domain

/// Tells the remnants of a picture from a table.
enum Debris {
    /// Why these rows are no table, or nil.
    static func reason(_ table: Table) -> String? {
        let cells = table.rows.flatMap(\.cells).filter { !$0.trimmed.isEmpty }
        guard !cells.isEmpty else { return "an empty table" }
        let values = cells.map { CellValue($0) }
        let broken = values.count { if case .debris = $0 { true } else { false } }
        let junk = cells.count { isJunk($0) }
        let isFirst = broken > 0 && values.first.map { if case .debris = $0 { true } else { false } } == true
        guard isFirst || (broken + junk) * 4 > cells.count else { return nil }
        return "what is left of a chart: ticks and labels without their values"
    }

    /// Signs without a letter or with digits of another script.
    private static func isJunk(_ cell: String) -> Bool {
        let text = cell.trimmed
        let hasLetters = text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
        let hasDigits = text.unicodeScalars.contains { (48...57).contains($0.value) }
        return (!hasLetters && !hasDigits && text != "-" && text != "*" && text != "%" && text != "£")
            || (text.hasPrefix("-") && text.contains(" ") && !hasLetters)
    }
}
