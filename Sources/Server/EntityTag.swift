/// The strong validator of a representation: a hash of its bytes, so that equal bytes have equal tags in every
/// loop and after every restart (RFC 9110, section 8.8.3).
enum EntityTag {
    /// Two independent 64-bit lanes over eight bytes at a time; not for secrets, only to tell versions apart.
    static func of(_ bytes: [UInt8]) -> String {
        var first: UInt64 = 0x9E37_79B9_7F4A_7C15
        var second: UInt64 = UInt64(bytes.count) &* 0xC2B2_AE3D_27D4_EB4F
        let span = bytes.span
        var index = 0
        while index + 8 <= span.count {
            var word: UInt64 = 0
            for offset in 0..<8 { word |= UInt64(span[index + offset]) << UInt64(offset * 8) }
            mix(word, &first, &second)
            index += 8
        }
        var tail: UInt64 = 0
        while index < span.count {
            tail = tail << 8 | UInt64(span[index])
            index += 1
        }
        mix(tail, &first, &second)
        mix(UInt64(bytes.count), &first, &second)
        return "\"" + hex(first) + hex(second) + "\""
    }

    private static func mix(_ word: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
        let product = (word ^ first).multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
        first = product.high ^ product.low &+ second
        second = (second ^ word) &* 0xD6E8_FEB8_6659_FD93
        second ^= second >> 32
    }

    private static func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Whether a tag is in a list such as `"a", "b"` or `*` (RFC 9110, sections 13.1.1 and 13.1.2).
    ///
    /// `weakly` also takes tags marked `W/`, as If-None-Match allows and If-Match does not.
    static func matches(_ tag: String, _ list: String, weakly: Bool) -> Bool {
        if list.trimmingWhitespace == "*" { return true }
        return list.split(separator: ",").contains { candidate in
            let candidate = String(candidate).trimmingWhitespace
            return candidate == tag || (weakly && candidate == "W/" + tag)
        }
    }
}
