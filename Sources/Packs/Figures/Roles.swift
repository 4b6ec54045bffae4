import Domain

/// What each number of a sentence is: a value, the value before it, that of another area, or a target.
struct Roles {
    enum Role: Sendable {
        case value
        case previous(of: Int)
        case comparator(of: Int, Area)
        case aside
    }

    let tokens: [Token]
    let sentence: Range<Int>
    let quantities: [Quantity]
    let periods: [FoundPeriod]
    let areas: AreaFinder
    private(set) var roles: [Role]

    init(
        _ tokens: [Token], _ sentence: Range<Int>, _ quantities: [Quantity], _ periods: [FoundPeriod],
        _ areas: AreaFinder
    ) {
        self.tokens = tokens
        self.sentence = sentence
        self.quantities = quantities
        self.periods = periods
        self.areas = areas
        roles = Array(repeating: .value, count: quantities.count)
        for index in quantities.indices { roles[index] = role(of: index) }
    }

    private func key(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].key : "" }

    private func role(of index: Int) -> Role {
        if isTarget(index) { return .aside }
        if let later = pairedLater(index) { return .previous(of: later) }
        let main = lastMain(before: index)
        if isPlanned(index) { return .aside }
        if let main, !isOfLastYear(index), let area = comparedArea(index, main) {
            return .comparator(of: main, area)
        }
        if let main, isPreviousOf(main, index) {
            // A second earlier value has no place of its own.
            let isSecond = roles.prefix(index).contains {
                if case .previous(of: main) = $0 { true } else { false }
            }
            return isSecond ? .aside : .previous(of: main)
        }
        if isStep(index) { return .aside }
        if let main, let area = comparedArea(index, main) { return .comparator(of: main, area) }
        return .value
    }

    private func lastMain(before index: Int) -> Int? {
        guard index > 0 else { return nil }
        var place = index - 1
        while place >= 0 {
            if case .value = roles[place], quantities[place].isComparable(with: quantities[index]) {
                return place
            }
            place -= 1
        }
        return nil
    }

    /// The words before a number, back to the one before it or to a bracket, without what makes it inexact.
    private func cue(_ index: Int, _ count: Int) -> [String] {
        let start = quantities[index].range.lowerBound
        let floor =
            index > 0 ? max(sentence.lowerBound, quantities[index - 1].range.upperBound) : sentence.lowerBound
        return tokens[max(floor, start - count)..<start].map(\.key)
    }

    /// "from 410 last year to 438": this is the value before a later one.
    private func pairedLater(_ index: Int) -> Int? {
        guard index + 1 < quantities.count else { return nil }
        let later = index + 1
        guard quantities[later].isComparable(with: quantities[index]) else { return nil }
        let isFrom = isBehindFrom(index)
        let between = cue(later, 14)
        let tail = between.suffix(5)
        let rising = ["rising", "falling", "increasing", "decreasing", "reducing", "dropping", "up", "down"]
        guard let to = tail.lastIndex(of: "to"),
            tail[tail.index(after: to)...].allSatisfy({
                [
                    "just", "over", "under", "approximately", "around", "about", "an", "a", "average", "of",
                    "nearly", "almost",
                ].contains($0)
            })
        else { return nil }
        if isFrom { return later }
        // Without "from": "82% up to 88%".
        return to > tail.startIndex && rising.contains(tail[tail.index(before: to)]) && between.count <= 10
            ? later : nil
    }

    /// "from 410", "from an average of 30%", but not "missing from 12 homes".
    private func isBehindFrom(_ index: Int) -> Bool {
        let words = cue(index, 6)
        guard let from = words.lastIndex(of: "from") else { return false }
        let between = words[(from + 1)...]
        let isClose = between.allSatisfy {
            ["an", "a", "the", "average", "of", "just", "over", "under", "approximately", "around", "about"]
                .contains($0)
        }
        return isClose && !(from > 0 && ["missing", "apart", "aside"].contains(words[from - 1]))
    }

    private func isOfLastYear(_ index: Int) -> Bool {
        let words = segment(index)
        return words.contains("last") && words.contains("year")
            || words.contains("previous") && words.contains("year")
            || words.contains("previously")
            || words.contains("year") && (words.contains("before") || words.contains("earlier"))
    }

    private func isPreviousOf(_ main: Int, _ index: Int) -> Bool {
        let quantity = quantities[index]
        let words = segment(index)
        let isLastYear = isOfLastYear(index)
        if let own = attached(to: index), own.meaning == .lastYear,
            own.period == nil || own.text.hasPrefix("same")
        {
            return true
        }
        if isLastYear,
            isInBracket(quantity.range.lowerBound) || words.contains("compared") || words.contains("from")
                || words.contains("was") || words.contains("were")
        {
            return true
        }
        // "34% from 49%", "this is an increase from 32%"
        if isBehindFrom(index), main == index - 1 || isLastYear { return true }
        guard
            words.contains("compared") || words.contains("comparison") || words.contains("against")
                || isInBracket(quantity.range.lowerBound)
        else { return false }
        // "compared to 68% in 2016/17"
        guard let own = attached(to: index), let end = own.period?.end else { return false }
        guard let other = attached(to: main)?.period ?? earlier(than: index, but: own)?.period else {
            return words.contains("compared") || isInBracket(quantity.range.lowerBound)
        }
        return end < other.end
    }

    /// The period that stands directly behind or before a number.
    func attached(to index: Int) -> FoundPeriod? {
        let range = quantities[index].range
        let limit =
            index + 1 < quantities.count ? quantities[index + 1].range.lowerBound : sentence.upperBound
        let behind = periods.first { found in
            guard found.isUsable || found.meaning == .lastYear, found.range.lowerBound >= range.upperBound,
                found.range.upperBound <= limit
            else { return false }
            let between = tokens[range.upperBound..<found.range.lowerBound]
            // "(Q1: 15.8%)": the time stands in front of a value of its own.
            let isOfNext =
                index + 1 < quantities.count && limit - found.range.upperBound <= 1
                && between.contains { $0.key == "(" }
            if isOfNext { return false }
            // "up 18% on 2021/22": the time it is held against.
            if between.last?.key == "on", found.period?.kind != .asAt { return false }
            return between.count <= 5
                && between.allSatisfy {
                    [
                        "in", "at", "for", "during", "(", ",", "by", "of", "as", "the", "on", "cases",
                        "weeks", "months", "end", "a", "day", "week", "each", "per",
                    ].contains($0.key)
                }
        }
        if let behind { return behind }
        let floor = index > 0 ? quantities[index - 1].range.upperBound : sentence.lowerBound
        return periods.last { found in
            guard found.isUsable || found.meaning == .lastYear, found.range.upperBound <= range.lowerBound,
                found.range.lowerBound >= floor
            else { return false }
            let between = tokens[found.range.upperBound..<range.lowerBound]
            return between.count <= 3
                && between.allSatisfy {
                    ["at", "was", "were", "of", "to", ":", "is", "(", "-", "–", "average"].contains($0.key)
                }
        }
    }

    /// The first period of the sentence in front of a number.
    private func earlier(than index: Int, but own: FoundPeriod) -> FoundPeriod? {
        periods.first {
            $0.isUsable && $0.range != own.range && $0.range.upperBound <= quantities[index].range.lowerBound
        }
    }

    /// The words around a number in its bracket or clause.
    private func segment(_ index: Int) -> [String] {
        let range = quantities[index].range
        let floor =
            index > 0 ? max(sentence.lowerBound, quantities[index - 1].range.upperBound) : sentence.lowerBound
        let ceiling =
            index + 1 < quantities.count ? quantities[index + 1].range.lowerBound : sentence.upperBound
        var start = range.lowerBound
        while start > floor, !["(", ";"].contains(tokens[start - 1].key),
            !(tokens[start - 1].key == "," && isInBracket(range.lowerBound))
        { start -= 1 }
        var end = range.upperBound
        while end < ceiling, ![")", ",", ";", "."].contains(tokens[end].key), end < range.upperBound + 6 {
            end += 1
        }
        return tokens[max(start, range.lowerBound - 10)..<end].map(\.key)
    }

    func isInBracket(_ place: Int) -> Bool {
        var index = place - 1
        while index >= sentence.lowerBound {
            if tokens[index].key == ")" { return false }
            if tokens[index].key == "(" { return true }
            index -= 1
        }
        return false
    }

    private static let comparing: Set<String> = [
        "than", "compared", "against", "average", "versus", "comparison", "whilst", "rate", "with", "figure",
        "above", "below",
        "neighbours", "nationally", "whereas", "while", "average", "averages",
    ]

    /// The other area that a number belongs to, when it is set beside a value of this one.
    private func comparedArea(_ index: Int, _ main: Int) -> Area? {
        let start = quantities[index].range.lowerBound
        let floor = quantities[index - 1].range.upperBound
        let window = max(floor, start - 12)
        let hasComparison =
            tokens[quantities[main].range.upperBound..<start].contains { Self.comparing.contains($0.key) }
            || isInBracket(start)
        guard hasComparison else { return nil }
        // "43.7 nationally and 47.0 for statistical neighbours"
        let limit =
            index + 1 < quantities.count ? quantities[index + 1].range.lowerBound : sentence.upperBound
        for place in quantities[index].range.upperBound..<min(limit, quantities[index].range.upperBound + 4) {
            if let area = areas.named(at: place)?.area { return area }
            if !["for", "in", "among", "across", "(", "the", "per", "10000"].contains(tokens[place].key) {
                break
            }
        }
        for place in stride(from: start - 1, through: window, by: -1) {
            if let area = areas.named(at: place)?.area { return area }
        }
        // "compared to 54% and 56% respectively at national level"
        if tokens[window..<start].contains(where: { $0.key == "compared" }) || isComparator(index - 1) {
            let tail =
                quantities[index].range
                .upperBound..<min(sentence.upperBound, quantities[index].range.upperBound + 10)
            let isFollowed = tail.contains { areas.named(at: $0) != nil }
            if isFollowed, !tail.contains(where: { tokens[$0].key == "than" }) {
                return tail.lazy.compactMap { areas.named(at: $0)?.area }.first
            }
        }
        return nil
    }

    private func isComparator(_ index: Int) -> Bool {
        if index >= 0, case .comparator = roles[index] { return true }
        return false
    }

    /// "fell by 23 to 402": the step on the way to the value.
    private func isStep(_ index: Int) -> Bool {
        guard index + 1 < quantities.count, quantities[index].measure == .count, cue(index, 3).contains("by")
        else { return false }
        let between = tokens[quantities[index].range.upperBound..<quantities[index + 1].range.lowerBound].map(
            \.key)
        return quantities[index + 1].measure == .count && between.count <= 2 && between.contains("to")
    }

    /// "we expect to open 3 homes", "will provide 20 places".
    private func isPlanned(_ index: Int) -> Bool {
        let start = quantities[index].range.lowerBound
        let words = tokens[max(sentence.lowerBound, start - 18)..<start].map(\.key)
        // What is forecast is a value of its own kind.
        let isForecast = tokens[sentence].contains {
            ["projected", "projections", "forecast", "forecasts", "estimated"].contains($0.key)
        }
        guard !isForecast else { return false }
        if words.contains("will") || isProposed(index) { return true }
        return zip(words, words.dropFirst()).contains {
            [
                "expect", "expects", "plan", "plans", "planned", "aim", "aims", "intend", "intends", "hope",
                "hopes", "propose", "proposes",
            ].contains($0) && $1 == "to"
        }
    }

    /// "Recommended that an additional £40,000 be made available".
    private func isProposed(_ index: Int) -> Bool {
        let head = tokens[sentence].prefix(4).map(\.key)
        guard head.contains(where: { ["resolved", "recommended", "that"].contains($0) }) else { return false }
        let end = quantities[index].range.upperBound
        return tokens[end..<min(sentence.upperBound, end + 8)].contains { $0.key == "be" }
    }

    private func isTarget(_ index: Int) -> Bool {
        let before = tokens[
            max(
                sentence.lowerBound, quantities[index].range.lowerBound - 7)..<quantities[index].range
                .lowerBound
        ].map(\.key)
        let after = tokens[
            quantities[index].range
                .upperBound..<min(sentence.upperBound, quantities[index].range.upperBound + 2)
        ].map(\.key)
        if after.first == "target" { return true }
        if before.suffix(5).contains(where: { $0 == "target" || $0 == "targets" }) { return true }
        return before.contains {
            ["requires", "required", "should", "aims", "aim", "aiming", "must", "ambition"].contains($0)
        }
            && before.suffix(4).contains { ["be", "to", "of", "is"].contains($0) }
    }
}
