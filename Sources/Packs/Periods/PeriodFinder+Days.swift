import Domain

/// Days, months, spans and words such as "this year".
extension PeriodFinder {
    /// A day, or days of one month: "8-9 May 2017", "11 and 12 July 2018", "31/07/2018".
    func days(at index: Int) -> FoundPeriod? {
        guard let first = self[index]?.integer, (1...31).contains(first),
            self[index]?.text.utf8.count ?? 0 <= 2
        else { return nil }
        if let numeric = numericDay(first, at: index) { return numeric }
        var next = afterOrdinal(index)
        var last = first
        let joiner = self[next]?.key
        if joiner == "and" || joiner == "to" || joiner == "&" || isDash(next),
            let second = self[next + 1]?.integer,
            (1...31).contains(second)
        {
            last = second
            next = afterOrdinal(next + 1)
        }
        if self[next]?.key == "of" { next += 1 }
        guard let token = self[next], let month = Calendar.month(token) else { return nil }
        var end = next + 1
        if self[end]?.key == ",", self[end + 1]?.isYear == true { end += 1 }
        if let year = self[end], year.isYear, let number = year.integer {
            let day = CalendarDate(year: number, month: month, day: last)
            var found = make(index..<end + 1, Calendar.day(day), day == nil ? .aside : .printed)
            if last > first { found.from = CalendarDate(year: number, month: month, day: first) }
            return found
        }
        return make(index..<next + 1, nil, .aside)
    }

    private func numericDay(_ day: Int, at index: Int) -> FoundPeriod? {
        guard let sign = self[index + 1], sign.key == "/" || sign.key == ".", sign.isJoined,
            let month = self[index + 2]?.integer, let sign2 = self[index + 3], sign2.key == sign.key,
            sign2.isJoined,
            let year = self[index + 4], year.isJoined, let number = year.integer
        else { return nil }
        let whole = year.isYear ? number : Calendar.year(twoDigits: number, near: context.knownYear)
        guard let date = CalendarDate(year: whole, month: month, day: day) else { return nil }
        return make(index..<index + 5, Calendar.day(date))
    }

    private func afterOrdinal(_ index: Int) -> Int {
        guard let suffix = self[index + 1], suffix.isJoined, ["st", "nd", "rd", "th"].contains(suffix.key)
        else {
            return index + 1
        }
        return index + 2
    }

    /// "July 2017", "April 17", "September - December 2017", "February and March".
    func months(at index: Int) -> FoundPeriod? {
        guard let token = self[index], let first = Calendar.month(token) else { return nil }
        var next = index + 1
        var firstYear = yearOfMonth(at: &next)
        var last = first
        let joiner = self[next]?.key
        if joiner == "to" || joiner == "and" || isDash(next),
            let second = self[next + 1].flatMap(Calendar.month)
        {
            var after = next + 2
            let secondYear = yearOfMonth(at: &after)
            // Two months with a year each are two periods, unless they run from one to the other.
            if firstYear == nil || joiner == "to" || isDash(next) {
                last = second
                next = after
                let to = secondYear ?? firstYear
                let from = firstYear ?? to.map { first <= second ? $0 : $0 - 1 }
                guard let from, let to else {
                    return make(index..<next, Calendar.months((first, 2000), (last, 2000)), .yearless)
                }
                return make(index..<next, Calendar.months((first, from), (last, to)))
            }
        }
        if firstYear == nil, self[next]?.isYear == true, self[next]?.key != nil,
            let year = self[next]?.integer
        {
            firstYear = year
            next += 1
        }
        guard let firstYear else {
            let month = Calendar.month(first, 2000)
            return make(
                index..<next, isEnd(before: index) ? month.flatMap { Calendar.day($0.end) } : month, .yearless
            )
        }
        let isSince =
            index > 0 && ["since", "from", "until", "before", "after"].contains(tokens[index - 1].key)
        let month = Calendar.month(first, firstYear)
        if isEnd(before: index), let end = month?.end { return make(index..<next, Calendar.day(end)) }
        return make(index..<next, month, isSince && tokens[index - 1].key != "from" ? .aside : .printed)
    }

    /// The year behind a month, of four digits or of two near the meeting's.
    private func yearOfMonth(at next: inout Int) -> Int? {
        // "Apr-23", as spreadsheets write it.
        if isDash(next), self[next]?.isJoined == true, let year = self[next + 1], year.isJoined,
            year.text.utf8.count == 2, let number = year.integer
        {
            next += 2
            return Calendar.year(twoDigits: number, near: context.knownYear)
        }
        guard let token = self[next], let number = token.integer else { return nil }
        if token.isYear {
            next += 1
            return number
        }
        // "March 18, 2023" and "March 18th" are days.
        let isDay =
            self[next + 1].map { $0.isYear || ($0.isJoined && ["st", "nd", "rd", "th"].contains($0.key)) }
            ?? false
            || self[next + 1]?.key == "," && self[next + 2]?.isYear == true
        guard token.text.utf8.count == 2, !isDay else { return nil }
        let year = Calendar.year(twoDigits: number, near: context.knownYear)
        guard abs(year - context.knownYear) <= 3 else { return nil }
        next += 1
        return year
    }

    /// "at the end of March 2017".
    private func isEnd(before index: Int) -> Bool {
        index >= 2 && tokens[index - 1].key == "of" && tokens[index - 2].key == "end"
    }

    /// "between 2009 and October 2017", "2016 to 2021", "2017-21", "2017 2020".
    func span(at index: Int) -> FoundPeriod? {
        if self[index]?.key == "between", let from = self[index + 1], from.isYear, let year = from.integer,
            self[index + 2]?.key == "and",
            let end = days(at: index + 3) ?? months(at: index + 3) ?? bareYear(at: index + 3),
            let last = end.period?.end
        {
            let start = CalendarDate(year: year, month: 1, day: 1)
            return make(index..<end.range.upperBound, Calendar.period(.custom, start, last))
        }
        guard let from = self[index], from.isYear, let first = from.integer else { return nil }
        var next = index + 1
        if isDash(next) || self[next]?.key == "to" || self[next]?.key == "/" { next += 1 }
        guard let second = self[next], let last = second.integer else { return nil }
        let isShort = second.text.utf8.count == 2 && last > first % 100 && last <= first % 100 + 10
        guard (second.isYear && last > first) || (isShort && next > index + 1) || (isShort && isBareEnd(next))
        else { return nil }
        return make(index..<next + 1, nil, .aside)
    }

    /// After a strategy's two years, whose dash was lost, no counted thing follows.
    private func isBareEnd(_ index: Int) -> Bool {
        guard let after = self[index + 1] else { return true }
        return ["which", "that", "and", "is", "has", "was", ".", ",", ")"].contains(after.key)
    }

    private func bareYear(at index: Int) -> FoundPeriod? {
        guard let token = self[index], token.isYear, let year = token.integer else { return nil }
        return make(index..<index + 1, Calendar.calendarYear(year))
    }

    /// "this year", "last year", "during the year", "the previous year", "year to date".
    func relative(at index: Int) -> FoundPeriod? {
        guard let token = self[index] else { return nil }
        let next = self[index + 1]?.key
        switch token.key {
        case "same"
        where ["point", "time", "period", "month", "quarter", "date"].contains(next ?? "")
            && ["in", "of"].contains(self[index + 2]?.key ?? "") && self[index + 3]?.isYear == true:
            return make(index..<index + 4, nil, .lastYear)
        case "same"
        where ["point", "time", "period", "month", "quarter", "date"].contains(next ?? "")
            && self[index + 2]?.key == "last" && self[index + 3]?.key == "year":
            return make(index..<index + 4, nil, .lastYear)
        case "year" where next == "to" && self[index + 2]?.key == "date":
            return make(index..<index + 3, yearToDate, .thisYear)
        case "ytd": return make(index..<index + 1, yearToDate, .thisYear)
        case "year" where next == "before" || next == "earlier" || next == "previously",
            "prior" where next == "year":
            return make(index..<index + 2, context.thisYear?.yearBefore, .lastYear)
        case "autumn" where isSeason(index), "spring" where isSeason(index), "summer" where isSeason(index),
            "winter" where isSeason(index):
            return make(index..<index + (self[index + 1]?.isYear == true ? 2 : 3), nil, .aside)
        case "this" where next == "year": return make(index..<index + 2, context.thisYear, .thisYear)
        case "last" where next == "year", "previous" where next == "year":
            // A possessive names a paper: "last year's annual report".
            return make(index..<index + 2, context.thisYear?.yearBefore, .lastYear)
        case "for"
        where next == "the" && self[index + 2]?.key == "year"
            && !["ending", "ended", "to", "of"].contains(self[index + 3]?.key ?? ""):
            return make(index..<index + 3, context.thisYear, .thisYear)
        case "full" where next == "year": return make(index..<index + 2, context.thisYear, .thisYear)
        case "during" where next == "the" && self[index + 2]?.key == "year":
            return make(index..<index + 3, context.thisYear, .thisYear)
        case "in" where next == "the" && self[index + 2]?.key == "year" && self[index + 3]?.key != "to":
            return make(index..<index + 3, context.thisYear, .thisYear)
        case "the"
        where next == "quarter" && ["during", "in", "for"].contains(index > 0 ? tokens[index - 1].key : "")
            && context.own?.period.kind == .quarter,
            "this" where next == "quarter" && context.own?.period.kind == .quarter:
            return make(index..<index + 2, context.own?.period, .thisYear)
        case "end" where next == "of" && self[index + 2]?.key == "the" && self[index + 3]?.key == "year":
            return make(index..<index + 4, context.thisYear.flatMap { Calendar.day($0.end) }, .thisYear)
        case "coming" where next == "year", "next" where next == "year":
            return make(index..<index + 2, nil, .aside)
        default: return nil
        }
    }

    /// "autumn 2018", "spring term 2019": no days of their own.
    private func isSeason(_ index: Int) -> Bool {
        if self[index + 1]?.isYear == true { return true }
        return ["term", ","].contains(self[index + 1]?.key ?? "") && self[index + 2]?.isYear == true
    }

    /// From the first of April to the end of what the report is about.
    private var yearToDate: Period? {
        guard let own = context.own?.period, own.kind == .quarter || own.kind == .month else { return nil }
        return Calendar.period(
            .ytd, CalendarDate(year: Calendar.financialYear(of: own.start), month: 4, day: 1), own.end)
    }

    /// A year by itself: a period after "in" or "during", otherwise the name of something.
    func year(at index: Int) -> FoundPeriod? {
        guard let token = self[index], token.isYear, let year = token.integer, !isCounted(index) else {
            return nil
        }
        let before = index > 0 ? tokens[index - 1].key : ""
        let isPeriod =
            ["in", "during", "for", "throughout"].contains(before)
            || (before == "and" && index > 1 && tokens[index - 2].isYear)
        return make(
            index..<index + 1, isPeriod ? Calendar.calendarYear(year) : nil, isPeriod ? .year : .aside)
    }

    /// "just under 2000 children" counts; "in 2000" does not.
    func isCounted(_ index: Int) -> Bool {
        guard let after = self[index + 1], after.kind == .word else { return false }
        let before = index > 0 ? tokens[index - 1].key : ""
        if ["over", "under", "approximately", "around", "about", "nearly", "almost", "than", "of"].contains(
            before)
        {
            return CountedNouns.isPlural(after.key) || after.key == "more"
        }
        let isTime = ["in", "during", "for", "since", "by", "from", "to", "until", "and", "act", "the"]
            .contains(before)
        return !isTime && Calendar.month(index > 0 ? tokens[index - 1] : after) == nil
            && CountedNouns.isPeople(after.key)
    }
}
