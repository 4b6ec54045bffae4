import Domain

/// Makes figures of the values of one sentence.
struct SentenceReader {
    let line: TextLine
    let tokens: [Token]
    let sentence: Range<Int>
    let roles: Roles
    let context: PeriodContext
    let inherited: Inherited
    let topic: String?
    private var lastPair: (value: StatedPeriod?, previous: StatedPeriod?)?

    init(
        line: TextLine, tokens: [Token], sentence: Range<Int>, roles: Roles, context: PeriodContext,
        inherited: Inherited,
        topic: String?
    ) {
        self.line = line
        self.tokens = tokens
        self.sentence = sentence
        self.roles = roles
        self.context = context
        self.inherited = inherited
        self.topic = topic
    }

    mutating func figures() -> [Figure] {
        let periods = SentencePeriods(
            tokens: tokens, sentence: sentence, roles: roles, context: context, inherited: inherited)
        let names = FigureNames(line: line, tokens: tokens, sentence: sentence, quantities: roles.quantities)
        var figures: [Figure] = []
        for (index, quantity) in roles.quantities.enumerated() {
            guard case .value = roles.roles[index] else { continue }
            let area = self.area(of: index)
            var period = periods.period(
                of: index, isOwnArea: area.kind == roles.areas.own.kind || area.kind == .place)
            let (previous, comparators) = beside(index, &period, periods)
            if period == nil, quantity.measure == .count, let first = figures.first, first.unit == .count,
                isPart(index), !isNow(index)
            {
                period = first.period
            }
            var figure = Figure(
                line: line.number, name: names.name(of: index, behind: anchor(of: index)),
                dimension: names.dimension(of: index), topic: topic,
                unit: quantity.unit, value: quantity.value, text: quantity.text,
                approximation: quantity.approximation, area: area,
                period: period, previous: previous, comparators: comparators,
                direction: Directions.stated(
                    near: quantity.range, from: directionFloor(index), to: sentence.upperBound, in: tokens),
                quote: names.quote(of: index))
            if figure.period == nil, isSaidOfSame(index), let before = figures.last?.period {
                figure.period = before.asInferred
            }
            // "18,000 residents (14%)": what is undated stays so in its bracket.
            if isBracketed(index), roles.periods.isEmpty, let last = figures.last {
                figure.period = last.period
            }
            if isPart(index), let first = figures.first, first.unit == figure.unit, first.unit == .count {
                figure.period = first.period
            }
            if let whole = quantity.outOf, !whole.isEmpty {
                figure.note = "Printed as \(quantity.text) of \(whole)."
            }
            if quantity.isWord || figure.period?.basis == .inferred { figure.confidence = .medium }
            figures += respective(figure, index, periods)
        }
        markParts(&figures)
        return figures
    }

    /// "90, with 40 on ..., 30 on ..., 10 on ... and 5 on ...": three parts or more that are not the whole.
    private func markParts(_ figures: inout [Figure]) {
        let parts = figures.indices.dropFirst().filter {
            figures[$0].unit == .count && figures[$0].period == figures[0].period
        }
        guard parts.count >= 3, parts.count == figures.count - 1, figures[0].unit == .count,
            figures[0].comparators.isEmpty,
            let whole = figures[0].value.flatMap({ Int($0.description) })
        else { return }
        let sum = parts.compactMap { figures[$0].value.flatMap { Int($0.description) } }.reduce(0, +)
        // Far from the whole, they are other things than its parts.
        if sum != whole, sum * 10 >= whole * 8, sum * 10 <= whole * 12 {
            figures[0].flags.append("arithmetic_mismatch")
        }
    }

    /// The first number of a pair: the name stands in front of it.
    private func anchor(of index: Int) -> Int {
        if index > 0, case .previous(of: index) = roles.roles[index - 1] { return index - 1 }
        return index
    }

    private func isNow(_ index: Int) -> Bool { Tense.isNow(sentence, of: tokens, isCount: true) }

    /// A direction belongs to the values behind it, up to the next clause.
    private func directionFloor(_ index: Int) -> Int {
        var place = index - 1
        while place >= 0 {
            if case .value = roles.roles[place] { return roles.quantities[place].range.upperBound }
            place -= 1
        }
        return sentence.lowerBound
    }

    /// "40 being on ..., 30 on ...": parts of the count before them.
    private func isPart(_ index: Int) -> Bool {
        let place = roles.quantities[index].range
        guard index > 0, place.upperBound < sentence.upperBound else { return false }
        let before = tokens[place.lowerBound - 1].key
        if ["which", "whom"].contains(before) { return true }
        return ["with", "and", ",", "("].contains(before)
            && [
                "being", "on", "of", "in", "boys", "girls", "males", "females", "red", "amber", "green",
            ].contains(tokens[place.upperBound].key)
    }

    /// A share in a bracket right behind its count.
    private func isBracketed(_ index: Int) -> Bool {
        guard index > 0, roles.quantities[index].measure == .percent,
            roles.quantities[index - 1].measure == .count
        else { return false }
        let place = roles.quantities[index].range
        return tokens[place.lowerBound - 1].key == "(" && place.upperBound < tokens.count
            && tokens[place.upperBound].key == ")"
            && place.lowerBound - roles.quantities[index - 1].range.upperBound <= 4
    }

    /// "£84m, which is 61% of ...", "12 homes (9%)": the same thing in other words.
    private func isSaidOfSame(_ index: Int) -> Bool {
        guard index > 0, !isNow(index) else { return false }
        let between = tokens[
            roles.quantities[index - 1].range.upperBound..<roles.quantities[index].range.lowerBound
        ].map(\.key)
        if between == ["or"] || isBracketed(index) { return true }
        return ["which", "representing", "equivalent", "equating", "budget"].contains { between.contains($0) }
            && between.count <= 9
    }

    private func area(of index: Int) -> Area {
        let range = roles.quantities[index].range
        var start = sentence.lowerBound
        if index > 0 {
            // A comma or an "and" behind the value before it ends that value's clause.
            start = roles.quantities[index - 1].range.upperBound
        }
        if let after = roles.areas.after(range.upperBound, to: limit(index)) { return after }
        if let before = roles.areas.before(range.lowerBound, from: start) { return before }
        if index > 0, start > sentence.lowerBound,
            let first = roles.areas.before(roles.quantities[0].range.lowerBound, from: sentence.lowerBound),
            first == .england,
            !tokens[start..<range.lowerBound].contains(where: { $0.key == roles.areas.own.name.lowercased() }
            ),
            index == 1, isOfSame(index)
        {
            return first
        }
        return roles.areas.own
    }

    /// Two values of one clause about councils elsewhere.
    private func isOfSame(_ index: Int) -> Bool {
        tokens[roles.quantities[index - 1].range.upperBound..<roles.quantities[index].range.lowerBound]
            .contains { $0.key == "closed" || $0.key == "authorities" || $0.key == "of" }
            && tokens[sentence].contains { $0.key == "authorities" || $0.key == "councils" }
    }

    private func limit(_ index: Int) -> Int {
        index + 1 < roles.quantities.count
            ? roles.quantities[index + 1].range.lowerBound : sentence.upperBound
    }

    /// The values that belong to this one.
    private mutating func beside(_ index: Int, _ period: inout StatedPeriod?, _ periods: SentencePeriods) -> (
        Beside?, [Beside]
    ) {
        var previous: Beside?
        var comparators: [Beside] = []
        for (other, role) in roles.roles.enumerated() {
            let quantity = roles.quantities[other]
            switch role {
            case .previous(of: index):
                let own = roles.attached(to: other)
                var stated = own.flatMap { $0.meaning == .lastYear ? nil : periods.adjusted($0) }
                let isPair = other + 1 == index
                if isPair, let pair = lastPair, roles.attached(to: index) == nil {
                    period = pair.value?.asInferred ?? period
                }
                if stated == nil, own == nil, isPair, let pair = lastPair,
                    pair.previous?.period.kind != .financialYear
                {
                    stated = pair.previous?.asInferred
                }
                if isPair, own == nil, let since = sincePeriod { stated = since }
                if stated == nil, let before = period?.period.yearBefore {
                    stated = StatedPeriod(period: before, text: own?.text, basis: .inferred)
                }
                if isPair || own != nil { lastPair = (period, stated) }
                previous = Beside(value: quantity.value, text: quantity.text, period: stated)
            case .comparator(of: index, let area):
                comparators.append(
                    Beside(
                        value: quantity.value, text: quantity.text,
                        period: roles.attached(to: other)?.stated(), area: area))
            default: break
            }
        }
        return (previous, comparators)
    }

    /// "from 41 to 29 since April 2023": when the first of the two was counted.
    private var sincePeriod: StatedPeriod? {
        let found = roles.periods.first {
            $0.period != nil && sentence.contains($0.range.lowerBound)
                && $0.range.lowerBound > sentence.lowerBound
                && tokens[$0.range.lowerBound - 1].key == "since"
        }
        return found?.period.map { StatedPeriod(period: $0, text: found?.text, basis: .printed) }
    }

    /// One value for two years, each with the comparator in its place: two figures.
    private func respective(_ figure: Figure, _ index: Int, _ periods: SentencePeriods) -> [Figure] {
        let years = periods.respective
        guard years.count > 1, figure.comparators.count == years.count else { return [figure] }
        return zip(years, figure.comparators).map { year, comparator in
            var single = figure
            single.period = year
            var beside = comparator
            beside.period = year.asInferred
            single.comparators = [beside]
            return single
        }
    }
}
