/// Finds percents that say by how much something moved, and gives them their sign.
enum ChangeMarks {
    private static let nouns: Set<String> = [
        "increase", "decrease", "reduction", "drop", "fall", "rise", "growth", "decline", "change", "cut",
        "reductions", "increases",
    ]

    static func mark(_ quantities: inout [Quantity], in tokens: [Token], _ sentence: Range<Int>) {
        for index in quantities.indices where quantities[index].measure == .percent {
            let floor = index > 0 ? quantities[index - 1].range.upperBound : sentence.lowerBound
            guard
                let change = change(
                    of: quantities[index], floor: max(floor, sentence.lowerBound), in: tokens, sentence)
                    ?? bracketed(index, quantities, tokens, sentence)
            else { continue }
            quantities[index].isChange = true
            if Directions.isFall(tokens[change]) || ["below", "fewer", "less"].contains(tokens[change].key) {
                quantities[index].value = quantities[index].value.negated
            }
        }
    }

    /// The place of the word that says it is a change.
    private static func change(of quantity: Quantity, floor: Int, in tokens: [Token], _ sentence: Range<Int>)
        -> Int?
    {
        let after = quantity.range.upperBound
        for place in after..<min(sentence.upperBound, after + 2) where nouns.contains(tokens[place].key) {
            return place
        }
        if let place = comparedWithTime(behind: after, in: tokens, sentence) { return place }
        var start = quantity.range.lowerBound
        if let side = NumberWords.approximation(before: start, in: tokens) { start = side.start }
        if start > floor, ["as"].contains(tokens[start - 1].key) { start -= 1 }
        guard start > floor else { return nil }
        let cue = tokens[start - 1].key
        if cue == "up" || cue == "down" {
            // "making up 20%" is no rise.
            let before = start > 1 ? tokens[start - 2].key : ""
            return ["making", "make", "makes", "made"].contains(before) ? nil : start - 1
        }
        guard cue == "by" || cue == "of" else { return nil }
        for place in stride(from: start - 2, through: max(floor, start - 14), by: -1) {
            if cue == "by" ? Directions.isChange(tokens[place]) : nouns.contains(tokens[place].key) {
                // "an increase in the share of 12%": another noun takes the "of".
                if cue == "of", tokens[start - 2].key == "average" || tokens[start - 2].key == "rate" {
                    return nil
                }
                return place
            }
            if tokens[place].key == "to" && cue == "by" { continue }
        }
        return nil
    }

    /// "12% below 2019/20", "8% more than last year".
    private static func comparedWithTime(behind place: Int, in tokens: [Token], _ sentence: Range<Int>)
        -> Int?
    {
        guard place < sentence.upperBound,
            ["below", "above", "higher", "lower", "fewer", "less", "more", "greater"].contains(
                tokens[place].key)
        else { return nil }
        for next in (place + 1)..<max(place + 1, min(sentence.upperBound, place + 6)) {
            let key = tokens[next].key
            if tokens[next].isYear || key == "year" || key == "quarter" || Calendar.month(tokens[next]) != nil
            {
                return place
            }
            let isSmall = ["than", "the", "in", "at", "last", "previous", "same", "point", "period", "a"]
                .contains(key)
            if !isSmall, next > place + 2 { return nil }
            if [",", ".", ";"].contains(key) || tokens[next].isNumber { return nil }
        }
        return nil
    }

    /// "increase by 1,200 (3.5%)".
    private static func bracketed(
        _ index: Int, _ quantities: [Quantity], _ tokens: [Token], _ sentence: Range<Int>
    ) -> Int? {
        guard index > 0 else { return nil }
        let before = quantities[index - 1]
        guard before.measure == .count, before.range.upperBound + 1 == quantities[index].range.lowerBound,
            tokens[before.range.upperBound].key == "(", before.range.lowerBound > sentence.lowerBound,
            tokens[before.range.lowerBound - 1].key == "by"
        else { return nil }
        return tokens[..<before.range.lowerBound].indices.suffix(10).last { Directions.isChange(tokens[$0]) }
    }
}
