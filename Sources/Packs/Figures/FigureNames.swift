/// Names a value by the words of its own clause, and quotes it.
struct FigureNames {
    let line: TextLine
    let tokens: [Token]
    let sentence: Range<Int>
    let quantities: [Quantity]

    private static let trailing: Set<String> = [
        "has", "have", "had", "was", "were", "is", "are", "increased", "reduced", "decreased", "remained",
        "steady", "to", "at",
        "from", "of", "by", "a", "an", "the", "slightly", "significantly", "improved", "and", "with", "just",
        "over", "under",
        "approximately", "around", "about", "nearly", "almost", "been", "stood", "rose", "fell", "only",
        "now", "in", "an", "up",
        "down", "than", "more", "less", "fewer", ",", "(", ":", "-", "–", "there", "increase", "reduction",
        "risen", "fallen",
    ]

    /// The words behind the number, else those before it.
    func name(of index: Int, behind anchor: Int) -> String {
        let after = phrase(after: index)
        var before = phrase(before: anchor)
        if quantities[index].isChange {
            if before.split(separator: " ").count < 2, index > 0 { before = phrase(after: index - 1) }
            return String("Change: \(before.isEmpty ? sentenceText(limit: 14) : before)".prefix(280))
        }
        let isCount = quantities[index].measure == .count && anchor == index
        let chosen =
            isCount
            ? (after.isEmpty ? before : after) : (before.split(separator: " ").count >= 2 ? before : after)
        let name = chosen.isEmpty ? sentenceText(limit: 14) : chosen
        return String(name.capitalisedFirst.prefix(280))
    }

    /// The label right before a share in a list: "Post 40%, Telephone 35%".
    func dimension(of index: Int) -> String? {
        guard isInList(index) else { return nil }
        let label = phrase(before: index)
        return label.isEmpty || label.utf8.count > 80 ? nil : label
    }

    private func isInList(_ index: Int) -> Bool {
        guard quantities.count >= 3, quantities[index].measure == .percent else { return false }
        return quantities.filter { $0.measure == .percent }.count >= 3
            && tokens[sentence].contains { $0.key == ":" || $0.key == "," }
    }

    private func phrase(before index: Int) -> String {
        let end = quantities[index].range.lowerBound
        var start = index > 0 ? quantities[index - 1].range.upperBound : sentence.lowerBound
        if let cut = tokens[start..<end].lastIndex(where: { [":", ";", "(", ")"].contains($0.key) }) {
            start = cut + 1
        }
        if end - start > 18 { start = end - 18 }
        var words = Array(tokens[start..<end])
        while let last = words.last, Self.trailing.contains(last.key) || last.kind == .number {
            words.removeLast()
        }
        while let first = words.first,
            first.kind == .sign || ["and", "with", "of", "in", "the", "which"].contains(first.key)
        { words.removeFirst() }
        return joined(words)
    }

    private func phrase(after index: Int) -> String {
        let start = quantities[index].range.upperBound
        var end = start
        let limit = min(
            index + 1 < quantities.count ? quantities[index + 1].range.lowerBound : sentence.upperBound,
            start + 12)
        while end < limit, ![",", ";", ".", ")", ":"].contains(tokens[end].key),
            !(tokens[end].key == "(" && end > start)
        { end += 1 }
        guard start < end, tokens[start].kind == .word else { return "" }
        var words = Array(tokens[start..<end])
        while let first = words.first, ["of", "the", "these"].contains(first.key) { words.removeFirst() }
        while let last = words.last, Self.trailing.contains(last.key) { words.removeLast() }
        return joined(words)
    }

    private func sentenceText(limit: Int) -> String { joined(Array(tokens[sentence].prefix(limit))) }

    private func joined(_ words: [Token]) -> String {
        var text = ""
        for (index, word) in words.enumerated() {
            if index > 0, !word.isJoined { text += " " }
            text += word.text
        }
        return text
    }

    /// At most twelve words around the number, letter by letter as the line has them.
    func quote(of index: Int) -> String? {
        let range = quantities[index].range
        let bytes = Array(line.text.utf8)
        var start = tokens[range.lowerBound].start
        var end = tokens[min(range.upperBound, tokens.count) - 1].end
        while start > 0, bytes[start - 1] != 32 { start -= 1 }
        while end < bytes.count, bytes[end] != 32 { end += 1 }
        var count = bytes[start..<end].split(separator: 32).count
        var reach = 6
        let floor = tokens[sentence.lowerBound].start
        while count < 12, reach > 0, start > floor {
            start = (bytes[..<(start - 1)].lastIndex(of: 32) ?? -1) + 1
            count += 1
            reach -= 1
        }
        let ceiling = tokens[sentence.upperBound - 1].end
        while count < 12, end < ceiling {
            end = bytes[(end + 1)...].firstIndex(of: 32) ?? bytes.count
            count += 1
        }
        guard count <= 12, end - start <= 480 else { return nil }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
