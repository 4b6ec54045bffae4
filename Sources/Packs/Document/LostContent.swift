/// Finds what is announced and not there: lists behind a colon, links cut off, orphans of a line, notes without text.
enum LostContent {
    static func find(in lines: ArraySlice<TextLine>, text: PackText) -> [Unread] {
        var found: [Unread] = []
        let all = Array(lines)
        let defined = Set(
            text.lines.lazy.filter { $0.text.hasPrefix("Note ") }.map {
                $0.text.prefix { $0 != ":" && $0 != "." && $0 != "-" }.trimmed
            })
        for (index, line) in all.enumerated() where !line.isBlank {
            if line.raw.contains("<a "), !line.raw.contains("</a>") {
                found.append(Unread(line: line.number, kind: .link, what: "a link that is cut off"))
            }
            if announces(line), let gap = gap(after: index, all), gap >= 2 {
                found.append(
                    Unread(
                        line: line.number, kind: .lost,
                        what:
                            "announced, and nothing follows: \(Quotes.first(twelveWordsOf: line.text) ?? "")")
                )
            }
            if isEmptyHeading(line, all, index) {
                found.append(
                    Unread(
                        line: line.number, kind: .lost, what: "a heading with nothing under it: \(line.text)")
                )
            }
            if isOrphan(line, all, index) {
                found.append(
                    Unread(line: line.number, kind: .fragment, what: "a piece of a line: \(line.text)"))
            }
            for note in notes(in: line.text) where !defined.contains(note) {
                found.append(
                    Unread(line: line.number, kind: .reference, what: "\(note) is referred to and is nowhere")
                )
            }
        }
        return found + emptyStretches(all)
    }

    private static func announces(_ line: TextLine) -> Bool {
        line.cells == nil && line.text.hasSuffix(":") && line.text.utf8.count > 12
    }

    /// How many blank lines follow, when no list, table or sentence comes before the next heading or page number.
    private static func gap(after index: Int, _ lines: [TextLine]) -> Int? {
        var blanks = 0
        for (offset, line) in lines[(index + 1)...].enumerated() {
            if line.isBlank {
                blanks += 1
                continue
            }
            if PageMarker.page(of: line.text) != nil { return max(blanks, 2) }
            let next = index + 2 + offset
            let isHeading =
                Heading(line, nextIsBlank: next >= lines.count || lines[next].isBlank) != nil
                && !line.text.hasPrefix("www")
            return isHeading && Heading.number(line.text).depth != nil && blanks >= 2 ? blanks : nil
        }
        return blanks >= 2 ? blanks : nil
    }

    /// The title of a picture that is gone: three empty lines follow it, and it is not the last of the paper.
    private static func isEmptyHeading(_ line: TextLine, _ lines: [TextLine], _ index: Int) -> Bool {
        guard !line.isBullet, line.cells == nil, index + 4 < lines.count,
            lines[(index + 1)...(index + 3)].allSatisfy(\.isBlank)
        else { return false }
        guard let heading = Heading(line, nextIsBlank: true), Heading.number(line.text).depth == nil,
            heading.text.split(separator: " ").count >= 4
        else { return false }
        let before = index == 0 || lines[index - 1].isBlank
        return before && line.text != line.text.uppercased()
    }

    private static func isOrphan(_ line: TextLine, _ lines: [TextLine], _ index: Int) -> Bool {
        guard line.cells == nil, !line.isBullet, (2...14).contains(line.text.utf8.count),
            line.text.first?.isLowercase == true, !line.text.contains(".")
        else { return false }
        let before = index == 0 || lines[index - 1].isBlank
        let after = index + 1 >= lines.count || lines[index + 1].isBlank
        let last = lines[..<index].last { !$0.isBlank }?.text.last
        return before && after && (last == "." || last == nil || last == ")")
    }

    private static func notes(in text: String) -> [String] {
        guard let star = text.firstRange(of: "*Note") ?? text.firstRange(of: "* Note") else { return [] }
        let rest = text[star.lowerBound...].dropFirst().drop { $0 == " " }
        let digits = rest.dropFirst(4).drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? [] : ["Note \(digits)"]
    }

    /// Many empty lines inside a paper, where a picture stood.
    private static func emptyStretches(_ lines: [TextLine]) -> [Unread] {
        var found: [Unread] = []
        var blanks = 0
        for (index, line) in lines.enumerated() {
            if line.isBlank {
                blanks += 1
                continue
            }
            if blanks >= 12, index > blanks, lines[(index)...].contains(where: { !$0.isBlank }) {
                found.append(
                    Unread(
                        line: line.number - blanks, kind: .lost,
                        what: "\(blanks) empty lines, where a picture may have stood"))
            }
            blanks = 0
        }
        return found
    }
}
