/// A JSON number with exactly the text it was written with, so `34.0` stays `34.0`.
///
/// ```
/// number = [ "-" ] int [ frac ] [ exp ]
/// int    = "0" / ( digit1-9 *digit )
/// frac   = "." 1*digit
/// exp    = ( "e" / "E" ) [ "-" / "+" ] 1*digit
/// ```
///
/// Two numbers are equal when their texts are: `34.0` and `34` are different figures on paper.
package struct JSONNumber: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Takes a text that follows the grammar above, else nothing.
    package init?(_ text: String) {
        guard Self.isNumber(text.utf8.span) else { return nil }
        self.text = text
    }

    package init(_ value: Int64) {
        text = String(value)
    }

    /// Takes a text that the reader has checked already.
    init(checked text: String) {
        self.text = text
    }

    /// The number as an integer, if it is written as one and fits.
    package var int64: Int64? { Int64(text) }

    package var description: String { text }

    /// Whether the whole text is one JSON number.
    package static func isNumber(_ text: Span<UInt8>) -> Bool {
        var scan = NumberScan()
        return scan.run(over: text, from: 0) == .complete && scan.end == text.count
    }
}

/// Steps over one number and tells how far it got.
struct NumberScan {
    enum Outcome: Equatable {
        case complete
        case leadingZero
        case missingDigits
        case endsInside
    }

    /// The offset behind the last byte that belongs to the number, or of the byte that is wrong.
    private(set) var end = 0

    /// Reads the longest number at an offset; `end` then says where it stopped.
    mutating func run(over text: Span<UInt8>, from start: Int) -> Outcome {
        end = start
        if byte(of: text) == UInt8(ascii: "-") { end += 1 }
        let firstDigit = byte(of: text)
        guard skipDigits(of: text) > 0 else { return failure(in: text) }
        if firstDigit == UInt8(ascii: "0") {
            let digitCount = end - (start + (text[start] == UInt8(ascii: "-") ? 1 : 0))
            guard digitCount == 1 else {
                end -= digitCount
                return .leadingZero
            }
        }
        if byte(of: text) == UInt8(ascii: ".") {
            end += 1
            guard skipDigits(of: text) > 0 else { return failure(in: text) }
        }
        if let mark = byte(of: text), mark | 0x20 == UInt8(ascii: "e") {
            end += 1
            if let sign = byte(of: text), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { end += 1 }
            guard skipDigits(of: text) > 0 else { return failure(in: text) }
        }
        return .complete
    }

    private func failure(in text: Span<UInt8>) -> Outcome {
        end == text.count ? .endsInside : .missingDigits
    }

    private func byte(of text: Span<UInt8>) -> UInt8? {
        end < text.count ? text[end] : nil
    }

    private mutating func skipDigits(of text: Span<UInt8>) -> Int {
        let start = end
        while let digit = byte(of: text), digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") { end += 1 }
        return end - start
    }
}
