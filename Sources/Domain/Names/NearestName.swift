/// The known name that a wrong one most likely means, or nil when none is near.
///
/// Spelling decides, not style: `starts_at`, `starts-at` and `StartsAt` all mean `startsAt`. A name of which the
/// wrong one is the beginning counts as near, then the smallest number of mistakes (letters left out, added,
/// changed or swapped), at most one in three letters, rounded up from two. Ties go to the first in order.
package func nearestName(to wrong: String, in known: [String]) -> String? {
    // Nobody mistypes a name of more than 64 letters, and the comparison costs their product.
    guard wrong.utf8.count <= 64 else { return nil }
    let key = plain(wrong)
    guard !key.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for name in known where name.utf8.count <= 64 {
        let other = plain(name)
        var distance = mistakes(key, other)
        if distance > 1, key.count >= 3, other.starts(with: key) { distance = 1 }
        if distance <= max(1, (max(key.count, other.count) + 1) / 3), distance < best?.distance ?? .max {
            best = (name, distance)
        }
    }
    return best?.name
}

/// Letters and digits only, small: what is left of a name without its style.
private func plain(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter {
        $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ")
    }
}

/// Damerau-Levenshtein distance with adjacent swaps (optimal string alignment), three rows at a time.
private func mistakes(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var cost = min(
                last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}
