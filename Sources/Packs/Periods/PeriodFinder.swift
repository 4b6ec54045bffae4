import Domain

/// Finds what a line says about time, from left to right; each token belongs to one period at most.
///
/// ```
/// financial-year = YYYY ("/" / "-") ( YY / YYYY )  /  YY "/" YY            the second one year on
/// quarter        = ("Q" / "Qtr" ["."] / "Quarter") 1DIGIT [("of" / ",")] [financial-year]
/// day            = 1*2DIGIT ["st"...] [("-" / "and") day-number] month [YYYY]  /  DD ("/" / ".") MM ("/" / ".") YYYY
/// month          = month-name [("-" / "to" / "and") month-name] [ YYYY / YY ]
/// ```
struct PeriodFinder {
    let tokens: [Token]
    let context: PeriodContext
    private var found: [FoundPeriod] = []

    static func find(in tokens: [Token], _ context: PeriodContext) -> [FoundPeriod] {
        var finder = PeriodFinder(tokens: tokens, context: context)
        return finder.run()
    }

    private init(tokens: [Token], context: PeriodContext) {
        self.tokens = tokens
        self.context = context
    }

    private mutating func run() -> [FoundPeriod] {
        var index = 0
        while index < tokens.count {
            if let next = period(at: index), next.range.upperBound > index {
                found.append(next)
                index = next.range.upperBound
            } else {
                index += 1
            }
        }
        return found.map(withYear)
    }

    private func period(at index: Int) -> FoundPeriod? {
        rolling(at: index) ?? quarter(at: index) ?? financialYear(at: index) ?? days(at: index) ?? months(
            at: index)
            ?? span(at: index) ?? relative(at: index) ?? year(at: index)
    }

    func make(_ range: Range<Int>, _ period: Period?, _ meaning: FoundPeriod.Meaning = .printed)
        -> FoundPeriod
    {
        FoundPeriod(range: range, period: period, meaning: meaning, text: printed(range))
    }

    private func printed(_ range: Range<Int>) -> String {
        var text = ""
        for index in range {
            if !tokens[index].isJoined, index > range.lowerBound { text += " " }
            text += tokens[index].text
        }
        return text
    }

    subscript(index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    func isDash(_ index: Int) -> Bool { self[index].map { ["-", "–", "—"].contains($0.key) } ?? false }

    /// The financial year that begins at a token, and where it ends.
    func yearPair(at index: Int) -> (start: Int, end: Int)? {
        guard let first = self[index], let from = first.integer, let sign = self[index + 1],
            sign.key == "/" || isDash(index + 1), let second = self[index + 2], let to = second.integer,
            sign.key != "/" || (sign.isJoined && second.isJoined)
        else { return nil }
        let isLong = first.isYear
        guard isLong || (first.text.utf8.count == 2 && sign.key == "/" && second.text.utf8.count == 2) else {
            return nil
        }
        let start = isLong ? from : Calendar.year(twoDigits: from, near: context.knownYear)
        // `31/07/2018` is a day.
        if self[index + 3]?.key == "/", self[index + 4]?.isNumber == true, self[index + 4]?.isJoined == true {
            return nil
        }
        let next = start + 1
        let fits =
            to == next || (second.text.utf8.count == 2 && to == next % 100)
            || (second.text.utf8.count == 1 && to == next % 10)
        return fits ? (start, index + 3) : nil
    }

    /// `21-22` behind a quarter.
    private func shortPair(at index: Int) -> (start: Int, end: Int)? {
        guard let first = self[index], let from = first.integer, first.text.utf8.count == 2,
            isDash(index + 1),
            self[index + 1]?.isJoined == true, let second = self[index + 2], second.isJoined,
            let to = second.integer, second.text.utf8.count == 2, to == (from + 1) % 100
        else { return nil }
        return (Calendar.year(twoDigits: from, near: context.knownYear), index + 3)
    }

    private func financialYear(at index: Int) -> FoundPeriod? {
        guard let pair = yearPair(at: index) else { return nil }
        if let own = self[pair.end], let quarter = quarterName(at: pair.end), own.kind == .word {
            return make(index..<quarter.end, Calendar.quarter(quarter.number, ofFinancialYear: pair.start))
        }
        let isSchool =
            index > 0 && tokens[index - 1].key == "year" && index > 1
            && ["academic", "school"].contains(tokens[index - 2].key)
        let isFuture = context.meetingDay.map { pair.start > $0.year } ?? false
        if isFuture { return make(index..<pair.end, nil, .aside) }
        return make(
            index..<pair.end,
            isSchool ? Calendar.academicYear(endingIn: pair.start + 1) : Calendar.financialYear(pair.start))
    }

    /// `Q1`, `Qtr. 1`, `quarter 1`.
    func quarterName(at index: Int) -> (number: Int, end: Int)? {
        guard let token = self[index], token.kind == .word else { return nil }
        let key = token.key
        if key.utf8.count == 2, key.hasPrefix("q"), let number = key.last?.wholeNumberValue,
            (1...4).contains(number)
        {
            return (number, index + 1)
        }
        guard ["q", "qtr", "quarter"].contains(key) else { return nil }
        let next = self[index + 1]?.key == "." ? index + 2 : index + 1
        if let number = self[next]?.integer, (1...4).contains(number) { return (number, next + 1) }
        let words = ["one": 1, "two": 2, "three": 3, "four": 4]
        return self[next].flatMap { words[$0.key] }.map { ($0, next + 1) }
    }

    private func quarter(at index: Int) -> FoundPeriod? {
        guard let name = quarterName(at: index) else { return nil }
        var next = name.end
        if let key = self[next]?.key, key == "of" || key == "," || key == "for" || key == "in" { next += 1 }
        if let pair = yearPair(at: next) ?? shortPair(at: next) {
            return make(index..<pair.end, Calendar.quarter(name.number, ofFinancialYear: pair.start))
        }
        if let year = context.quarterYear, self[next]?.isNumber != true {
            return make(index..<name.end, Calendar.quarter(name.number, ofFinancialYear: year))
        }
        let current = currentFinancialYear
        if self[next]?.key == "this", self[next + 1]?.key == "year", let current {
            return make(index..<next + 2, Calendar.quarter(name.number, ofFinancialYear: current))
        }
        if self[next]?.key == "last", self[next + 1]?.key == "year", let current {
            return make(index..<next + 2, Calendar.quarter(name.number, ofFinancialYear: current - 1))
        }
        // The last such quarter that was over before the meeting.
        guard let day = context.meetingDay else { return make(index..<name.end, nil, .aside) }
        let base = Calendar.financialYear(of: day)
        let period = [base, base - 1].lazy.compactMap { Calendar.quarter(name.number, ofFinancialYear: $0) }
            .first { $0.end < day }
        return make(index..<name.end, period)
    }

    /// The year under way at the meeting, unless the report is about another.
    private var currentFinancialYear: Int? {
        if let own = context.own?.period, own.kind == .quarter || own.kind == .month {
            return Calendar.financialYear(of: own.start)
        }
        return context.meetingDay.map { Calendar.financialYear(of: $0) }
    }

    /// "12 months at 31/07/2018", "year ending March 2019".
    private func rolling(at index: Int) -> FoundPeriod? {
        let start: Int
        if self[index]?.key == "12", self[index + 1]?.key == "months" {
            start = index + 2
        } else if self[index]?.key == "twelve", self[index + 1]?.key == "months" {
            start = index + 2
        } else if self[index]?.key == "year",
            self[index + 1]?.key == "ending" || self[index + 1]?.key == "ended"
                || self[index + 1]?.key == "to"
        {
            start = index + 1
        } else {
            return nil
        }
        var next = start
        while let key = self[next]?.key, ["at", "to", "as", "ending", "ended", "up", "the"].contains(key) {
            next += 1
        }
        guard next > start, let day = days(at: next) ?? months(at: next), let end = day.period?.end else {
            return nil
        }
        return make(index..<day.range.upperBound, Calendar.twelveMonths(endingOn: end))
    }

    /// Months without a year take that of a neighbour in the line, else of the report's year.
    private func withYear(_ period: FoundPeriod) -> FoundPeriod {
        guard period.meaning == .yearless, let start = period.period?.start, let end = period.period?.end
        else { return period }
        let neighbour = found.first {
            $0.meaning == .printed && $0.period != nil && $0.period?.kind != .financialYear
        }
        let year: Int? =
            if let near = neighbour?.period {
                near.start.year
            } else if let own = context.thisYear, own.kind == .financialYear {
                start.month >= 4 ? own.start.year : own.end.year
            } else {
                nil
            }
        guard let year else { return make(period.range, nil, .aside) }
        let shifted =
            period.period?.kind == .asAt
            ? Calendar.month(end.month, year).flatMap { Calendar.day($0.end) }
            : Calendar.months((start.month, year), (end.month, year))
        return FoundPeriod(range: period.range, period: shifted, meaning: .yearless, text: period.text)
    }
}
