import Domain

/// Numbers and shares that are written as words.
enum NumberWords {
    private static let small: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    ]

    static func value(_ word: String) -> Int? {
        if let plain = small[word] { return plain }
        guard word.utf8.contains(45) else { return nil }
        let parts = word.split(separator: "-").map(String.init)
        guard parts.count == 2, let tens = small[parts[0]], tens >= 20, let ones = small[parts[1]], ones < 10
        else { return nil }
        return tens + ones
    }

    private static let pairs: [String: String] = [
        "one third": "33.3", "a third": "33.3", "two thirds": "66.7", "one quarter": "25",
        "a quarter": "25",
        "three quarters": "75", "one fifth": "20", "a fifth": "20", "two fifths": "40",
        "three fifths": "60",
        "four fifths": "80", "one half": "50", "other quarter": "25", "other third": "33.3",
        "one tenth": "10",
    ]
    private static let joined: [String: String] = [
        "one-third": "33.3", "two-thirds": "66.7", "three-quarters": "75", "one-quarter": "25",
        "one-fifth": "20",
    ]
    /// The words that a share can begin with.
    private static let heads: Set<String> = Set(
        pairs.keys.compactMap { $0.split(separator: " ").first.map(String.init) } + joined.keys + ["half"])

    /// A share such as "one third" or "three quarters" at a place: its percent, and how many words it takes.
    static func share(at index: Int, in tokens: [Token]) -> (percent: String, count: Int)? {
        let first = tokens[index].key
        guard heads.contains(first) else { return nil }
        let second = index + 1 < tokens.count ? tokens[index + 1].key : ""
        let third = index + 2 < tokens.count ? tokens[index + 2].key : ""
        if let percent = pairs["\(first) \(second)"] { return (percent, 2) }
        if let percent = joined[first] { return (percent, 1) }
        // "half of", "half the", but not "half term" or "the first half".
        if first == "half", second == "of" || second == "the" || second == "all" || third == "who" {
            return ("50", 1)
        }
        return nil
    }

    /// "1 in 4" and "one in four": the percent.
    static func chance(_ part: Int, in whole: Int) -> String? {
        guard part >= 1, part < whole, whole <= 100 else { return nil }
        if (part * 100).isMultiple(of: whole) { return "\(part * 100 / whole)" }
        let tenths = (part * 1_000 + whole / 2) / whole
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static let approximate: [String: Approximation] = [
        "approximately": .about, "around": .about, "about": .about, "circa": .about, "roughly": .about,
        "approx": .about,
        "nearly": .under, "almost": .under, "under": .under, "below": .under, "over": .over, "above": .over,
        "estimated": .about, "some": .about, "~": .about,
    ]

    /// Whether the words before a number say that it is not exact, and on which side.
    static func approximation(before index: Int, in tokens: [Token]) -> (side: Approximation, start: Int)? {
        guard index > 0 else { return nil }
        var place = index - 1
        if tokens[place].key == ".", place > 0, tokens[place - 1].key == "approx" { place -= 1 }
        if tokens[place].key == "than", place > 0 {
            if ["more", "greater"].contains(tokens[place - 1].key) { return (.over, place - 1) }
            if ["less", "fewer"].contains(tokens[place - 1].key) { return (.under, place - 1) }
        }
        if tokens[place].key == "of", place > 1, tokens[place - 1].key == "excess" {
            return (.over, place - 2)
        }
        guard let side = approximate[tokens[place].key] else { return nil }
        let isJust = place > 0 && ["just", "well", "slightly"].contains(tokens[place - 1].key)
        return (side, isJust ? place - 1 : place)
    }
}
