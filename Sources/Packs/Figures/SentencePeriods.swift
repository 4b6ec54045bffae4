import Domain

/// What a line inherits when its own words do not say when.
struct Inherited: Sendable {
    /// Of the sentence that opens a list.
    var lead: StatedPeriod?
    /// Printed in an earlier sentence of the same line.
    var line: StatedPeriod?
    /// Of the last value of the sentence before in the same line.
    var sentence: StatedPeriod?
    /// Of an earlier sentence of the section.
    var section: StatedPeriod?
    /// Of the table that a footnote stands under.
    var table: StatedPeriod?
    /// Whether the section gives data for the report's year as a whole.
    var isData = false
}

/// Decides the period of each value of a sentence.
struct SentencePeriods {
    let tokens: [Token]
    let sentence: Range<Int>
    let roles: Roles
    let context: PeriodContext
    let inherited: Inherited

    private static let schooling: Set<String> = [
        "reception", "gcse", "pupils", "attainment", "attained", "ks1", "ks2", "ks4", "phonics", "school",
        "curriculum", "a-level",
    ]

    func adjusted(_ found: FoundPeriod) -> StatedPeriod? {
        if found.meaning == .year, let year = found.period?.end.year, isSchooling {
            return Calendar.academicYear(endingIn: year).map {
                StatedPeriod(period: $0, text: found.text, basis: .printed)
            }
        }
        return found.stated()
    }

    /// "achieved a good level of development in 2018": a school's year.
    private var isSchooling: Bool {
        let keys = tokens[sentence].map(\.key)
        return keys.contains("development") && keys.contains("level")
            || keys.contains { Self.schooling.contains($0) }
                && keys.contains {
                    $0.hasPrefix("achiev") || $0.hasPrefix("attain") || $0 == "standard" || $0 == "standards"
                }
    }

    /// The years of "In 2016 and 2017 ... respectively".
    var respective: [StatedPeriod] {
        guard tokens[sentence].contains(where: { $0.key == "respectively" }) else { return [] }
        return roles.periods.filter { $0.meaning == .year && sentence.contains($0.range.lowerBound) }
            .compactMap(adjusted)
    }

    func period(of index: Int, isOwnArea: Bool) -> StatedPeriod? {
        let quantity = roles.quantities[index]
        if let own = roles.attached(to: index),
            own.meaning != .lastYear || own.range.lowerBound <= sentence.lowerBound + 4
        {
            // "Spend to the same date last year was ...": a year before what was told just now.
            if own.period == nil, own.meaning == .lastYear, let before = inherited.sentence?.period.yearBefore
            {
                return StatedPeriod(period: before, text: own.text, basis: .inferred)
            }
            return adjusted(own)
        }
        if isOfUnknownTime(index) { return nil }
        switch inSentence(index) {
        case .one(let found): return stocked(adjusted(found), of: found, quantity)
        case .several: return nil
        case .none: break
        }
        return byDefault(index, quantity, isOwnArea: isOwnArea)
    }

    /// "in autumn 2018", "for 2030/31" right behind a value: a time that no period tells.
    private func isOfUnknownTime(_ index: Int) -> Bool {
        let end = roles.quantities[index].range.upperBound
        let start = roles.quantities[index].range.lowerBound
        return roles.periods.contains { found in
            guard found.period == nil, found.meaning == .aside else { return false }
            let behind = found.range.lowerBound - end
            let before = start - found.range.upperBound
            let isBehind =
                (0...1).contains(behind)
                && (behind == 0 || ["in", "for", "during"].contains(tokens[end].key))
            return isBehind
                || (0...1).contains(before) && found.range.lowerBound > sentence.lowerBound
                    && ["in", "for", "during"].contains(tokens[found.range.lowerBound - 1].key)
        }
    }

    private enum Choice {
        case one(FoundPeriod)
        case several, none
    }

    /// A period of the sentence that belongs to no other number.
    private func inSentence(_ index: Int) -> Choice {
        let attached = roles.quantities.indices.filter { $0 != index }.compactMap {
            roles.attached(to: $0)?.range.lowerBound
        }
        let free = roles.periods.filter { found in
            guard found.isUsable, sentence.contains(found.range.lowerBound),
                !attached.contains(found.range.lowerBound)
            else { return false }
            if found.meaning == .lastYear { return found.range.lowerBound <= sentence.lowerBound + 1 }
            // "since December 2016", "published in 2017", "in the 2018 plan" tell of something else.
            return !isOfPaper(found) && !isReference(found)
        }
        guard !free.isEmpty else { return .none }
        let place = roles.quantities[index].range.lowerBound
        let years = free.filter { $0.meaning == .year }
        if years.count > 1, years.count == free.count,
            zip(years, years.dropFirst()).allSatisfy({ $1.range.lowerBound - $0.range.upperBound <= 1 })
        {
            return .several
        }
        if isSchooling, let year = years.first { return .one(year) }
        if let before = free.last(where: { $0.range.upperBound <= place }) { return .one(before) }
        // Behind the value, only what is joined to it by a preposition; several times are several occasions.
        let behind = free.filter { found in
            let word = found.range.lowerBound > 0 ? tokens[found.range.lowerBound - 1].key : ""
            let own = tokens[found.range.lowerBound].key
            let isEnd =
                word == "of" && found.range.lowerBound > 1 && tokens[found.range.lowerBound - 2].key == "end"
            return isEnd
                || ["in", "during", "for", "at", "by", "on", "throughout", "(", "over", "between"].contains(
                    word)
                || ["in", "during", "between", "this", "12", "for"].contains(own)
        }
        if Set(free.compactMap(\.period)).count > 1, free.count > 1 { return .several }
        return behind.first.map { .one($0) } ?? .none
    }

    private func isOfPaper(_ found: FoundPeriod) -> Bool {
        let before =
            found.range.lowerBound > sentence.lowerBound ? tokens[found.range.lowerBound - 1].key : ""
        if ["since", "of", "from", "until", "by", "after", "before", "the"].contains(before),
            found.meaning != .thisYear
        {
            return before != "of" || found.period?.kind == .calendarYear
                ? ["since", "until", "after", "before"].contains(before) : false
        }
        return false
    }

    /// "up 3 points on Quarter 1", "more than in June": the time that the value is held against.
    private func isReference(_ found: FoundPeriod) -> Bool {
        let start = found.range.lowerBound
        guard start > sentence.lowerBound else { return false }
        if tokens[start - 1].key == "on", found.period?.kind != .asAt { return true }
        if ["below", "above"].contains(tokens[start - 1].key) { return true }
        for place in stride(from: start - 1, through: max(sentence.lowerBound, start - 6), by: -1) {
            let token = tokens[place]
            if token.isNumber || token.key == "," || token.key == ")" { return false }
            if ["than", "compared", "comparison", "versus"].contains(token.key) { return true }
        }
        return false
    }

    private func byDefault(_ index: Int, _ quantity: Quantity, isOwnArea: Bool) -> StatedPeriod? {
        let isCount = quantity.measure == .count
        let comparesYears = roles.periods.contains {
            $0.meaning == .lastYear && sentence.contains($0.range.lowerBound)
        }
        // A report on one quarter tells of other times in its words.
        let isYearly =
            context.own.map { [.financialYear, .academicYear, .calendarYear].contains($0.period.kind) }
            ?? false
        let own =
            isYearly
            ? context.thisYear.map { StatedPeriod(period: $0, text: nil, basis: .inferred) }
            : context.own?.asInferred
        // Of another area only what is printed is known.
        guard isOwnArea else { return nil }
        if comparesYears, let own { return stocked(own, of: nil, quantity) }
        // Pounds of a report on a year are those of the year.
        if quantity.measure == .money || quantity.measure == .moneyPerWeek, let own,
            [.financialYear, .quarter].contains(own.period.kind), !comparesYears, inherited.table == nil,
            inherited.lead == nil
        {
            return own
        }
        if Tense.isNow(sentence, of: tokens, isCount: isCount) { return nil }
        if let table = inherited.table { return table.asInferred }
        if let lead = inherited.lead { return stocked(lead.asInferred, of: nil, quantity) }
        let tense = Tense.near(quantity.range.lowerBound, in: sentence, of: tokens)
        if let line = inherited.line, tense == .past || inherited.isData { return line.asInferred }
        if tense == .past {
            let past = inherited.section?.asInferred ?? own
            return stocked(past, of: nil, quantity)
        }
        // A report on one quarter tells of that quarter, whatever its tense; what is counted now may be counted later.
        let isOfQuarter =
            context.own?.period.kind == .quarter && quantity.measure != .count && roles.periods.isEmpty
        return inherited.isData || isOfQuarter ? stocked(own, of: nil, quantity) : nil
    }

    private static let stocks: Set<String> = [
        "open", "looked", "subject", "caseload", "registered", "home", "waiting",
    ]
    private static let flows: Set<String> = [
        "completed", "held", "received", "ended", "ceasing", "starts", "started", "entrants", "new",
        "conferences", "contacts",
        "referrals", "notifications", "closed", "delivered", "recorded", "visits", "made", "incidents",
    ]

    /// A number of things that are there at once is counted on a day: the last of the year.
    private func stocked(_ period: StatedPeriod?, of found: FoundPeriod?, _ quantity: Quantity)
        -> StatedPeriod?
    {
        guard let period, period.basis == .inferred,
            [.financialYear, .quarter, .month].contains(period.period.kind),
            found == nil || found?.meaning == .thisYear,
            quantity.measure == .count || quantity.measure == .rate
        else { return period }
        let first = roles.quantities.first?.range.lowerBound ?? quantity.range.lowerBound
        let head = tokens[sentence.lowerBound..<first].map(\.key)
        let isNumberOf = head.contains { $0 == "rate" || $0.hasSuffix("umber") || $0 == "numbers" }
        let isStock =
            head.contains { Self.stocks.contains($0) }
            || (head.contains("protection") && head.contains { $0.hasPrefix("plan") })
            || (head.contains("in") && head.contains("care") && head.contains("children"))
        guard isNumberOf, isStock, !head.contains(where: { Self.flows.contains($0) }),
            let day = Calendar.day(period.period.end)
        else { return period }
        return StatedPeriod(period: day, text: nil, basis: .inferred)
    }
}

extension StatedPeriod {
    var asInferred: StatedPeriod { StatedPeriod(period: period, text: text, basis: .inferred) }
}
