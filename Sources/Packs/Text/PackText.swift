/// The text of a pack as lines with numbers, whatever it was before.
///
/// ```
/// file = [BOM] *( line ( LF / CR LF / CR ) )          UTF-8; a form feed ends a page
/// ```
struct PackText: Sendable {
    let lines: [TextLine]
    /// Whether form feeds divide it, as they do in what `pdftotext` writes.
    let hasFormFeeds: Bool

    /// Longer than any pack seen, and short enough to be read in seconds.
    static let byteLimit = 64 << 20
    /// A line of prose has some thousand characters; one of a million is noise.
    static let lineByteLimit = 200_000

    init(_ bytes: [UInt8]) throws(PackError) {
        guard bytes.count <= Self.byteLimit else { throw .tooLarge(limit: Self.byteLimit) }
        try Self.refuseForeign(bytes)
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var lines: [TextLine] = []
        var start = body.startIndex
        var index = start
        var sheet = 1
        func take(upTo end: Int) throws(PackError) {
            guard end - start <= Self.lineByteLimit else {
                throw .lineTooLong(line: lines.count + 1, limit: Self.lineByteLimit)
            }
            lines.append(
                TextLine(
                    number: lines.count + 1, raw: String(decoding: body[start..<end], as: UTF8.self),
                    sheet: sheet))
        }
        while index < body.endIndex {
            switch body[index] {
            case 10:
                try take(upTo: index)
                start = index + 1
            case 13:
                try take(upTo: index)
                if index + 1 < body.endIndex, body[index + 1] == 10 { index += 1 }
                start = index + 1
            case 12:
                // A form feed stands before the first line of the next page.
                if index > start { try take(upTo: index) }
                sheet += 1
                start = index + 1
            default: break
            }
            index += 1
        }
        if start < body.endIndex { try take(upTo: body.endIndex) }
        guard lines.contains(where: { !$0.text.isEmpty }) else { throw .empty }
        let columned = sheet > 1 ? LayoutTables.divided(lines) : lines
        self.lines = Paragraphs.joined(columned, isLayout: sheet > 1)
        hasFormFeeds = sheet > 1
    }

    private static func refuseForeign(_ bytes: [UInt8]) throws(PackError) {
        if bytes.isEmpty { throw .empty }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw .wrongEncoding("UTF-16", at: 0)
        }
        if let nought = bytes.firstIndex(of: 0) { throw .binary(at: nought) }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw .wrongEncoding("not UTF-8", at: error.byteOffsets.lowerBound)
        }
        let controls = bytes.lazy.filter { $0 < 32 && ![9, 10, 12, 13].contains($0) }.count
        if controls * 100 > bytes.count { throw .binary(at: bytes.firstIndex { $0 < 9 } ?? 0) }
    }
}
