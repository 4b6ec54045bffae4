/// A decimal number exactly as printed: `34.0` keeps its nought, and no binary fraction comes in between.
///
/// ```
/// decimal = ["-"] ("0" / nonzero *DIGIT) ["." 1*DIGIT]          at most 18 digits in all
/// ```
package struct ExactDecimal: Hashable, Sendable, CustomStringConvertible {
    /// The number without its point: 340 for `34.0`.
    package let digits: Int64
    /// How many of the digits stand behind the point.
    package let scale: Int

    package static let zero = ExactDecimal(digits: 0, scale: 0)

    /// 18 digits fit in 64 bits with room for a comparison.
    package static let digitLimit = 18

    private init(digits: Int64, scale: Int) {
        self.digits = digits
        self.scale = scale
    }

    package init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.count == 1 || whole.first != 48 else {
            return nil
        }
        let fraction = parts.count > 1 ? parts[1] : []
        guard parts.count == 1 || !fraction.isEmpty, whole.count + fraction.count <= Self.digitLimit else {
            return nil
        }
        var digits: Int64 = 0
        for byte in whole + fraction {
            guard (48...57).contains(byte) else { return nil }
            digits = digits * 10 + Int64(byte - 48)
        }
        self.init(digits: isNegative ? -digits : digits, scale: fraction.count)
    }

    package var description: String {
        let text = padded(Int(digits.magnitude), scale + 1)
        let sign = digits < 0 ? "-" : ""
        guard scale > 0 else { return sign + text }
        return sign + text.dropLast(scale) + "." + text.suffix(scale)
    }

    /// Whether there is nothing but noughts behind the point.
    package var isWhole: Bool { digits.isMultiple(of: power(scale)) }
}

extension ExactDecimal: Comparable {
    /// By value; equality also looks at the precision, so `34` and `34.0` are neither equal nor one before the other.
    package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        let whole = (left.digits / power(left.scale), right.digits / power(right.scale))
        if whole.0 != whole.1 { return whole.0 < whole.1 }
        let scale = max(left.scale, right.scale)
        let fraction = (
            left.digits % power(left.scale) * power(scale - left.scale),
            right.digits % power(right.scale) * power(scale - right.scale)
        )
        return fraction.0 < fraction.1
    }
}

private func power(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
}
