import JSON
import Packs
import Testing

/// Spoilt copies of the fixtures, the same ones in each run: whatever the bytes are, the reader answers.
@Suite("Spoilt packs")
struct FuzzTests {
    private struct Dice {
        var state: UInt64

        mutating func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, count)))
        }
    }

    private static let pieces = [
        "(", ")", "%", "£", "1", "2017/18", "last year", "from", "to", "\t", "\n", "|", ".", ",", "one",
        "No ", "per 10,000", "<", "**", "^{*}", "Act 2004",
        "/", "'", "and", "Page 5", "\u{C}", "- ", "Q1", "England", "in 4", "Appendix 1", "é", "²", "Total",
        "RESOLVED",
    ]

    @Test("eighty spoilt copies of each fixture are read or refused", arguments: FixtureTests.names)
    func spoilt(name: String) throws {
        var dice = Dice(state: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        let original = try FixtureTests.bytes(name)
        for _ in 0..<80 {
            let bytes = spoil(original, &dice)
            guard let result = try? PackDocument.read(bytes) else { continue }
            // What was read can be written, and reads again as JSON.
            var limits = JSONReader.Limits()
            limits.byteCount = 1 << 24
            let encoded = result.document.encoded()
            #expect(throws: Never.self) { try JSONReader.read(encoded, limits: limits) }
        }
    }

    private func spoil(_ original: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var lines = original.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
        for _ in 0...dice.roll(12) {
            let line = dice.roll(lines.count)
            switch dice.roll(7) {
            case 0: lines[line] = []
            case 1: lines.swapAt(line, dice.roll(lines.count))
            case 2:
                lines[line].insert(
                    contentsOf: Array(Self.pieces[dice.roll(Self.pieces.count)].utf8),
                    at: dice.roll(lines[line].count + 1))
            case 3: lines[line] = Array(lines[line].prefix(dice.roll(lines[line].count)))
            case 4: lines[line] = Array(lines[line].dropFirst(dice.roll(lines[line].count)))
            case 5 where !lines[line].isEmpty:
                lines[line][dice.roll(lines[line].count)] = UInt8(dice.roll(256))
            default: lines.insert(lines[dice.roll(lines.count)], at: line)
            }
        }
        if dice.roll(4) == 0 { lines = Array(lines.prefix(1 + dice.roll(lines.count))) }
        return Array(lines.joined(separator: [10]))
    }
}
