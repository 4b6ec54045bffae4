import Domain

/// The area that a value of a sentence belongs to.
struct AreaFinder {
    let tokens: [Token]
    /// The council's own area.
    let own: Area
    private let ownKey: String

    init(tokens: [Token], own: Area) {
        self.tokens = tokens
        self.own = own
        ownKey = own.name.lowercased()
    }

    private static let regions = [
        "north east", "north west", "yorkshire and the humber", "east midlands", "west midlands",
        "east of england", "london",
        "south east", "south west",
    ].map { $0.split(separator: " ").map(String.init) }

    /// Another area that a token names, if it does.
    func named(at index: Int) -> (area: Area, end: Int)? {
        let token = tokens[index]
        guard token.kind == .word else { return nil }
        func next(_ distance: Int) -> String {
            index + distance < tokens.count ? tokens[index + distance].key : ""
        }
        switch token.key {
        case "nationally", "national", "england", "england's":
            // "the National Probation Service", "NHS England" and "national data" are names and no areas of a value.
            if token.key == "national", token.isCapitalised, index > 0 { return nil }
            if token.key == "england", index > 0,
                ["nhs", "health", "church", "bank", "east", "of", "sport"].contains(tokens[index - 1].key)
            {
                return nil
            }
            return (.england, index + 1)
        case "statistical" where next(1).hasPrefix("neighbour"): return (.neighbours, index + 2)
        case "stat" where next(1).hasPrefix("neigh") || (next(1) == "." && next(2).hasPrefix("neigh")):
            return (.neighbours, index + 2)
        case "nearest" where next(1).hasPrefix("neighbour"): return (.neighbours, index + 2)
        case "similar" where ["councils", "authorities", "areas"].contains(next(1)),
            "comparator" where ["councils", "authorities", "group"].contains(next(1)),
            "family" where next(1) == "group":
            return (.neighbours, index + 2)
        case "uk" where token.text == "UK": return (.unitedKingdom, index + 1)
        case "sn" where token.text == "SN": return (.neighbours, index + 1)
        case "neighbours" where index > 0 && tokens[index - 1].key != "statistical":
            return (.neighbours, index + 1)
        default: return region(at: index)
        }
    }

    private func region(at index: Int) -> (area: Area, end: Int)? {
        guard tokens[index].isCapitalised else { return nil }
        for words in Self.regions where words[0] == tokens[index].key {
            guard index + words.count <= tokens.count,
                zip(words, tokens[index...]).allSatisfy({ $0 == $1.key }),
                words.joined(separator: " ") != ownKey
            else { continue }
            let end = index + words.count
            // "in the West Midlands", not "West Midlands Police".
            let after = end < tokens.count ? tokens[end] : nil
            let isName = after.map { $0.kind == .word && $0.isCapitalised } ?? false
            if isName { return nil }
            let name = words.map { ["and", "the", "of"].contains($0) ? $0 : $0.capitalisedFirst }
                .joined(separator: " ")
            return (Area(name, .region), end)
        }
        return nil
    }

    /// The area that stands before a value in its own clause.
    func before(_ place: Int, from start: Int) -> Area? {
        var index = place - 1
        var found: Area?
        while index >= start {
            if let area = named(at: index)?.area {
                found = area
                break
            }
            if tokens[index].key.hasPrefix(ownKey),
                tokens[index].key == ownKey || tokens[index].key == ownKey + "'s"
            {
                return own
            }
            if isOtherCouncils(index) { return .england }
            index -= 1
        }
        return found
    }

    /// "some local authorities", "six authorities": councils elsewhere.
    private func isOtherCouncils(_ index: Int) -> Bool {
        guard tokens[index].key == "authorities" || tokens[index].key == "councils", index > 0 else {
            return false
        }
        let first = tokens[index - 1].key == "local" ? index - 2 : index - 1
        guard first >= 0 else { return false }
        let key = tokens[first].key
        return ["some", "many", "most", "several", "other"].contains(key) || NumberWords.value(key) != nil
            || tokens[first].isNumber
    }

    /// "in the West Midlands" behind a value, or the place of one of several areas: "in one area of Leeds City".
    func after(_ place: Int, to end: Int) -> Area? {
        var index = place
        while index + 1 < end, index < place + 14 {
            if tokens[index].isNumber || tokens[index].key == "." { break }
            if tokens[index].key == "in" {
                if let part = partOfPlace(index + 1, to: end) { return part }
                let next = tokens[index + 1].key == "the" ? index + 2 : index + 1
                if next < end, let region = region(at: next) { return region.area }
            }
            index += 1
        }
        return nil
    }

    private func partOfPlace(_ index: Int, to end: Int) -> Area? {
        if tokens[index].key == "another" {
            let after = index + 1 < end ? tokens[index + 1] : nil
            let isAlone = after == nil || after?.kind == .sign || ["area", "ward"].contains(after?.key ?? "")
            return isAlone ? Area("\(own.name) (another area, not named)", .place) : nil
        }
        guard tokens[index].key == "one", index + 3 < end,
            ["area", "ward", "district", "neighbourhood"].contains(tokens[index + 1].key),
            tokens[index + 2].key == "of"
        else { return nil }
        var words: [String] = []
        var place = index + 3
        while place < end, tokens[place].isCapitalised, tokens[place].kind == .word {
            words.append(tokens[place].text)
            place += 1
        }
        return words.isEmpty
            ? nil : Area("\(words.joined(separator: " ")) (one \(tokens[index + 1].key))", .place)
    }
}

extension StringProtocol {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
