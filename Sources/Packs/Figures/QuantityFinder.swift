import Domain

/// Finds the numbers of a line that can be values. What is a date, an age, a limit of time, the number of a section,
/// of a telephone or of a page is left out.
struct QuantityFinder {
    let tokens: [Token]
    /// Tokens that belong to a period, an address or a name.
    let taken: [Bool]
    private(set) var found: [Quantity] = []
    /// Places of tokens that a quantity or an excluded number has used.
    var used: [Bool]

    static func find(in tokens: [Token], periods: [FoundPeriod]) -> [Quantity] {
        var taken = Addresses.mark(tokens)
        for period in periods { for index in period.range { taken[index] = true } }
        var finder = QuantityFinder(tokens: tokens, taken: taken)
        return finder.run()
    }

    private static let sizes = ["k": 3, "thousand": 3, "m": 6, "million": 6, "mn": 6, "bn": 9, "billion": 9]

    private init(tokens: [Token], taken: [Bool]) {
        self.tokens = tokens
        self.taken = taken
        used = taken
    }

    subscript(index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }
    func key(_ index: Int) -> String { self[index]?.key ?? "" }

    private mutating func run() -> [Quantity] {
        var index = 0
        while index < tokens.count {
            guard !used[index] else {
                index += 1
                continue
            }
            let next: Quantity? =
                switch tokens[index].kind {
                case .sign: tokens[index].key == "£" ? money(at: index) : nil
                case .number: number(at: index)
                case .word: words(at: index)
                }
            if var quantity = next {
                for place in quantity.range { used[place] = true }
                if let side = NumberWords.approximation(before: quantity.range.lowerBound, in: tokens) {
                    quantity.approximation = side.side
                }
                found.append(quantity)
                index = max(index + 1, quantity.range.upperBound)
            } else {
                index += 1
            }
        }
        return found
    }

    func printed(_ range: Range<Int>) -> String {
        var text = ""
        for index in range {
            if !tokens[index].isJoined, index > range.lowerBound { text += " " }
            text += tokens[index].text
        }
        return text
    }

    func make(_ range: Range<Int>, _ digits: String, _ measure: Quantity.Measure, noughts: Int = 0)
        -> Quantity?
    {
        ExactDecimal.printed(digits, noughts: noughts).map {
            Quantity(range: range, value: $0, text: printed(range), measure: measure)
        }
    }

    /// `£40,000`, `£1.2m`, `£900 per week`.
    private func money(at index: Int) -> Quantity? {
        guard let number = self[index + 1], number.isNumber, number.isJoined, !taken[index + 1] else {
            return nil
        }
        var end = index + 2
        var noughts = 0
        if let found = Self.sizes[key(end)] {
            noughts = found
            end += 1
        }
        let isWeekly = ["per", "a", "each", "/"].contains(key(end)) && key(end + 1) == "week"
        let isNegative = index > 0 && tokens[index - 1].key == "-" && tokens[index].isJoined
        return make(
            (isNegative ? index - 1 : index)..<end, (isNegative ? "-" : "") + number.key,
            isWeekly ? .moneyPerWeek : .money,
            noughts: noughts)
    }

    /// Numbers in digits.
    private mutating func number(at index: Int) -> Quantity? {
        if let percent = percent(at: index) { return percent }
        if let chance = chance(at: index) { return chance }
        if let rate = rate(at: index) { return rate }
        if let end = NumberContext.excludedEnd(at: index, in: tokens) {
            for place in index..<end { used[place] = true }
            return durationValue(at: index)
        }
        if let part = partOfWhole(at: index) { return part }
        if let month = perMonth(at: index) { return month }
        if let noughts = Self.sizes[key(index + 1)], key(index + 1).utf8.count > 2 {
            return make(index..<index + 2, tokens[index].key, .count, noughts: noughts)
        }
        return make(index..<index + 1, tokens[index].key, .count)
    }

    private func percent(at index: Int) -> Quantity? {
        var end = index + 1
        guard key(end) == "%" || key(end) == "percent" || (key(end) == "per" && key(end + 1) == "cent") else {
            return nil
        }
        // `10-15%` is a band, and no value.
        if index >= 2, NumberContext.isDash(tokens[index - 1]), tokens[index - 1].isJoined,
            tokens[index - 2].isNumber
        {
            return nil
        }
        end += key(end) == "per" ? 2 : 1
        return make(index..<end, tokens[index].key, .percent)
    }

    private func chance(at index: Int) -> Quantity? {
        guard let part = tokens[index].integer ?? NumberWords.value(tokens[index].key),
            key(index + 1) == "in",
            let whole = self[index + 2]?.integer ?? self[index + 2].flatMap({ NumberWords.value($0.key) }),
            !taken[index + 2], part <= 9, let percent = NumberWords.chance(part, in: whole)
        else { return nil }
        return make(index..<index + 3, percent, .percent)
    }

    /// `41.5 per 10,000`.
    private func rate(at index: Int) -> Quantity? {
        guard key(index + 1) == "per", key(index + 2) == "10000" else { return nil }
        return make(index..<index + 1, tokens[index].key, .rate)
    }

    private func perMonth(at index: Int) -> Quantity? {
        var next = index + 1
        if self[next]?.kind == .word, key(next) != "per", key(next) != "a", key(next) != "each" { next += 1 }
        guard key(next) == "per" || key(next) == "a" || key(next) == "each", key(next + 1) == "month" else {
            return nil
        }
        return make(index..<index + 1, tokens[index].key, .perMonth)
    }

    /// `5 out of 12`, `4/6`, `17 of 24`.
    private mutating func partOfWhole(at index: Int) -> Quantity? {
        var next = index + 1
        if key(next) == "/" {
            guard let whole = self[next + 1], whole.isNumber, whole.isJoined, tokens[next].isJoined,
                let part = tokens[index].integer, let all = whole.integer, part <= all,
                self[next + 2]?.kind == .word
            else { return nil }
            used[next + 1] = true
            var quantity = make(index..<next + 2, tokens[index].key, .count)
            quantity?.outOf = whole.text
            return quantity
        }
        if key(next) == "out" { next += 1 }
        guard key(next) == "of" else { return nil }
        if key(next + 1) == "the" { next += 1 }
        guard let whole = self[next + 1], let all = whole.integer, let part = tokens[index].integer,
            part <= all,
            !whole.isYear
        else { return nil }
        used[next + 1] = true
        var quantity = make(index..<index + 1, tokens[index].key, .count)
        quantity?.outOf = whole.text
        return quantity
    }

    /// Weeks and months are values where something is measured in them, and limits everywhere else.
    private func durationValue(at index: Int) -> Quantity? {
        let unit = key(index + 1)
        let measure: Quantity.Measure
        switch unit {
        case "week", "weeks": measure = .weeks
        case "month", "months", "mths": measure = .months
        default: return nil
        }
        let before = tokens[..<index].suffix(16).map(\.key)
        let isMeasured = before.contains {
            ["waiting", "wait", "waits", "average", "averaging", "averaged", "duration", "mean", "median"]
                .contains($0)
        }
        let cue = index > 0 ? tokens[index - 1].key : ""
        guard isMeasured,
            [
                "to", "from", "of", "at", "is", "was", "averaged", "averaging", "took", "(", "approximately",
                "around",
            ].contains(cue)
        else { return nil }
        return make(index..<index + 1, tokens[index].key, measure)
    }

    /// Shares and small numbers written as words.
    private mutating func words(at index: Int) -> Quantity? {
        if let share = NumberWords.share(at: index, in: tokens) {
            // `one quarter (26%)` says the same twice; the digits are exact.
            let end = index + share.count
            if key(end) == "(", self[end + 1]?.isNumber == true, key(end + 2) == "%" {
                for place in index..<end { used[place] = true }
                return nil
            }
            let isChange =
                index > 0 && tokens[index - 1].key == "by"
                && tokens[..<index].suffix(8).contains { Directions.isChange($0) }
            let isOfSomething =
                isChange
                || ["of", "to", "the", "had", "have", "were", "are", "who", "relate"].contains(
                    key(end))
            guard isOfSomething else { return nil }
            var quantity = make(index..<end, share.percent, .percent)
            quantity?.isWord = true
            if quantity?.approximation == nil { quantity?.approximation = .about }
            return quantity
        }
        guard let value = NumberWords.value(tokens[index].key) else { return nil }
        if let chance = chance(at: index) {
            guard key(index + 3) != "the" else { return nil }
            return chance
        }
        if let end = NumberContext.excludedEnd(at: index, in: tokens) {
            for place in index..<end { used[place] = true }
            return nil
        }
        guard WordCount.isStatement(at: index, in: tokens) else { return nil }
        var quantity = make(index..<index + 1, "\(value)", .count)
        // "nine of the fourteen boards"
        if key(index + 1) == "of", key(index + 2) == "the", let whole = NumberWords.value(key(index + 3)),
            whole > value
        {
            quantity?.outOf = self[index + 3]?.text
            used[index + 3] = true
        }
        quantity?.isWord = true
        return quantity
    }
}
