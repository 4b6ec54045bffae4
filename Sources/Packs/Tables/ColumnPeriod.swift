import Domain

/// The period that the head of a column names, in one row or put together from several: "2022/23" over "Q1".
enum ColumnPeriod {
    static func of(_ cells: [String], _ context: PeriodContext) -> FoundPeriod? {
        let joined = periods(in: cells.joined(separator: " "), context)
        let usable = joined.filter { $0.isUsable || $0.meaning == .aside }
        // "2022/23" over "April", "2023" over "Jan": the month of that year.
        if let month = joined.first(where: { $0.meaning == .yearless }), let start = month.period?.start,
            month.period?.kind == .month,
            let year = joined.first(where: { $0.period?.kind == .financialYear || bareYear($0) != nil })
        {
            let whole =
                bareYear(year)
                ?? year.period.map { start.month >= 4 ? $0.start.year : $0.end.year }
            if let whole, let period = Calendar.month(start.month, whole) {
                return FoundPeriod(range: month.range, period: period, meaning: .printed, text: month.text)
            }
        }
        let alone = cells.lazy.compactMap { cell in
            periods(in: cell, context).first { $0.isUsable || $0.meaning == .aside }
        }.first
        // A quarter or month is narrower than the year that stands over it.
        let narrow = usable.first { found in
            guard let kind = found.period?.kind else { return false }
            return ![.financialYear, .calendarYear, .academicYear].contains(kind)
        }
        guard let found = narrow ?? usable.first ?? alone else { return nil }
        // "Spent to Dec 2023": up to its last day.
        let tokens = Tokenizer.tokens(of: cells.joined(separator: " "))
        if found.period?.kind == .month, found.range.lowerBound > 0, found.range.upperBound <= tokens.count,
            ["to", "at"].contains(tokens[found.range.lowerBound - 1].key),
            let day = found.period.flatMap({ Calendar.day($0.end) })
        {
            return FoundPeriod(range: found.range, period: day, meaning: found.meaning, text: found.text)
        }
        return named(found, context)
    }

    private static func periods(in text: String, _ context: PeriodContext) -> [FoundPeriod] {
        PeriodFinder.find(in: Tokenizer.tokens(of: text), context)
    }

    private static func bareYear(_ found: FoundPeriod) -> Int? {
        guard let year = Int(found.text), (1900...2099).contains(year) else { return nil }
        return year
    }

    /// A bare year over a column is that year.
    private static func named(_ found: FoundPeriod, _ context: PeriodContext) -> FoundPeriod? {
        if found.isUsable { return found }
        guard let year = bareYear(found) else { return nil }
        return FoundPeriod(
            range: found.range, period: Calendar.calendarYear(year), meaning: .printed, text: found.text)
    }
}
