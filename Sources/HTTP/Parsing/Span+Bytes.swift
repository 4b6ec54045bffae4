/// Searching and comparing bytes, always inside the bounds.
extension Span<UInt8> {
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    func all(_ range: Range<Int>, _ isRight: (UInt8) -> Bool) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            guard isRight(self[index]) else { return false }
            index += 1
        }
        return true
    }

    /// Whether the bytes are the literal, letter case aside; the literal is in lower case.
    func equals(_ range: Range<Int>, _ literal: StaticString) -> Bool {
        guard range.count == literal.utf8CodeUnitCount else { return false }
        return literal.withUTF8Buffer { bytes in
            for offset in 0..<range.count {
                let byte = self[range.lowerBound + offset]
                let lower = (65...90).contains(byte) ? byte | 0x20 : byte
                if unsafe lower != bytes[offset] { return false }
            }
            return true
        }
    }

    /// Whether the bytes begin with the literal, letter case aside; the literal is in lower case.
    func begins(_ range: Range<Int>, _ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        return range.count >= count && equals(range.lowerBound..<range.lowerBound + count, literal)
    }

    /// Whether the bytes are the literal, letter case and all.
    func isExactly(_ range: Range<Int>, _ literal: StaticString) -> Bool {
        guard range.count == literal.utf8CodeUnitCount else { return false }
        return literal.withUTF8Buffer { bytes in
            for offset in 0..<range.count where unsafe self[range.lowerBound + offset] != bytes[offset] {
                return false
            }
            return true
        }
    }

    /// The range without spaces and tabs at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
        while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }

    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    func text(_ range: Range<Int>) -> String {
        // The span keeps its storage alive for the call, and the text is a copy.
        unsafe extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
