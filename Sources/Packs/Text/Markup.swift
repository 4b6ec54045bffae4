/// What is taken off a line before it is read.
enum Markup {
    static let bullets: Set<Character> = [
        "-", "–", "—", "•", "·", "■", "▪", "●", "○", "◦", "*", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{2023}",
    ]

    /// Bold marks, tags and doubled blanks off; special blanks and quotation marks as the plain ones.
    static func cleaned(_ raw: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        let source = Array(raw.utf8)
        var index = 0
        while index < source.count {
            let byte = source[index]
            switch byte {
            case 32, 9, 11:
                if let last = bytes.last, last != 32 { bytes.append(32) }
                index += 1
            case UInt8(ascii: "*") where index + 1 < source.count && source[index + 1] == byte:
                index += 2
                // Bold ran up to the next word and took its blank: `Depot -**Plan**`.
                if bytes.last == 45, bytes.count > 1, bytes[bytes.count - 2] == 32, index < source.count {
                    bytes.append(32)
                }
            case UInt8(ascii: "<"):
                index = skipTag(source, at: index, into: &bytes)
            case UInt8(ascii: "^") where isStar(source, at: index):
                bytes.append(UInt8(ascii: "*"))
                index += 4
            case 0xC2 where index + 1 < source.count && source[index + 1] == 0xA0:
                if let last = bytes.last, last != 32 { bytes.append(32) }
                index += 2
            case 0xC2 where index + 1 < source.count && source[index + 1] == 0xAD:
                index += 2
            case 0xE2 where index + 2 < source.count && source[index + 1] == 0x80:
                index = takeMark(source, at: index, into: &bytes)
            case ..<32: index += 1
            default:
                bytes.append(byte)
                index += 1
            }
        }
        while bytes.last == 32 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `^{*}`, a star set as a footnote mark.
    private static func isStar(_ source: [UInt8], at index: Int) -> Bool {
        index + 3 < source.count && Array(source[index...index + 3]) == Array("^{*}".utf8)
    }

    /// Leaves a tag out; a sign of less stays.
    private static func skipTag(_ source: [UInt8], at index: Int, into bytes: inout [UInt8]) -> Int {
        var cursor = index + 1
        if cursor < source.count, source[cursor] == UInt8(ascii: "/") { cursor += 1 }
        guard cursor < source.count, isLetter(source[cursor]) else {
            bytes.append(source[index])
            return index + 1
        }
        while cursor < source.count, source[cursor] != UInt8(ascii: ">") {
            // A tag that nothing closes is text.
            if source[cursor] == UInt8(ascii: "<") || cursor - index > 300 { break }
            cursor += 1
        }
        guard cursor < source.count, source[cursor] == UInt8(ascii: ">") else {
            bytes.append(source[index])
            return index + 1
        }
        return cursor + 1
    }

    /// Blanks of other widths, and curly quotation marks.
    private static func takeMark(_ source: [UInt8], at index: Int, into bytes: inout [UInt8]) -> Int {
        switch source[index + 2] {
        case 0x80...0x8A, 0xAF:
            if let last = bytes.last, last != 32 { bytes.append(32) }
        case 0x8B...0x8F: break
        case 0x90, 0x91: bytes.append(UInt8(ascii: "-"))
        case 0x98, 0x99: bytes.append(UInt8(ascii: "'"))
        case 0x9C, 0x9D: bytes.append(UInt8(ascii: "\""))
        default: bytes += source[index...index + 2]
        }
        return index + 3
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
}
