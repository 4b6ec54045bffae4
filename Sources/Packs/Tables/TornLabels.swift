/// Puts labels together that a table cuts over its first two cells: `Hous` and `sing`, `Repay me` and `nts`.
enum TornLabels {
    private static let shortWords: Set<String> = [
        "of", "to", "in", "on", "at", "by", "or", "an", "a", "no", "is", "as", "up", "it", "we", "&", "/",
    ]

    /// Whether the second column only carries on what the first one begins.
    static func isTorn(_ table: Table) -> Bool {
        let seconds = table.rows.map { $0.cell(1).trimmed }.filter { !$0.isEmpty }
        guard table.width >= 3, seconds.count >= 3 else { return false }
        let carriesOn = table.rows.count { row in
            let first = row.cell(0).trimmed
            let second = row.cell(1).trimmed
            guard !second.isEmpty, !first.isEmpty else { return false }
            return second.first?.isLowercase == true || overlap(first, second) > 0
        }
        let isText = seconds.allSatisfy { if case .text = CellValue($0) { true } else { false } }
        return isText && carriesOn * 3 >= seconds.count * 2
    }

    static func joined(_ first: String, _ second: String) -> (label: String, isTorn: Bool) {
        let left = first.trimmed
        let right = second.trimmed
        guard !right.isEmpty else { return (left, false) }
        guard !left.isEmpty else { return (right, false) }
        let shared = overlap(left, right)
        if shared > 0 { return (closed(left) + right.dropFirst(shared), true) }
        guard let next = right.first, next.isLowercase else { return (left + " " + right, true) }
        return (closed(left) + right, true)
    }

    /// How many letters stand at the end of the one and again at the start of the other.
    private static func overlap(_ left: String, _ right: String) -> Int {
        let tail = Array(left.lowercased())
        let head = Array(right.lowercased())
        for length in stride(from: min(4, tail.count, head.count), to: 0, by: -1)
        where tail.suffix(length).elementsEqual(head.prefix(length)) && head[0].isLetter
            && right.first?.isLowercase == true
        {
            return length
        }
        return 0
    }

    /// A blank inside the torn word goes too: `Repay me` before `nts`.
    private static func closed(_ left: String) -> String {
        let words = left.split(separator: " ")
        guard words.count > 1, let last = words.last, last.count <= 2, last.allSatisfy(\.isLowercase),
            !shortWords.contains(String(last))
        else { return left }
        return words.dropLast().joined(separator: " ") + last
    }
}
