/// The strong validator of an answer: a hash of its bytes, so that equal bytes have equal tags in every loop and after
/// every restart (RFC 9110, section 8.8.3).
///
/// ```
/// "9f86d081884c7d65b5e4c2f1a0d3e6b7"        a list
/// "v3-9f86d081884c7d65b5e4c2f1a0d3e6b7"     version 3 of a record
/// "v3-9f86d081884c7d65b5e4c2f1a0d3e6b7-gzip"  the same, compressed
/// ```
struct EntityTag: Equatable, Sendable {
    private let mark: String

    /// - Parameter version: of the record that the bytes show, if it is one.
    init(of bytes: [UInt8], version: Int64? = nil) {
        mark = (version.map { "v\($0)-" } ?? "") + Self.hash(bytes)
    }

    /// The tag as fields carry it.
    func text(isCompressed: Bool = false) -> String { "\"" + mark + (isCompressed ? "-gzip" : "") + "\"" }

    /// Whether a tag is in a list such as `"a", "b"` or `*` (RFC 9110, sections 13.1.1 and 13.1.2).
    ///
    /// `weakly` also takes tags marked `W/`, as If-None-Match allows and If-Match does not.
    static func matches(_ tag: String, _ list: String, weakly: Bool) -> Bool {
        elements(list).contains { $0 == "*" || $0 == tag || (weakly && $0 == "W/" + tag) }
    }

    /// Whether the list names this version of a record, in whatever form it was read: with `pretty`, some of its fields
    /// or compressed. What guards a change is the version, not the form.
    static func names(version: Int64, _ list: String) -> Bool {
        elements(list).contains { $0 == "*" || $0.hasPrefix("\"v\(version)-") }
    }

    private static func elements(_ list: String) -> [String] {
        list.split(separator: ",").map { String($0).trimmingWhitespace }
    }

    /// Two independent 64-bit lanes over eight bytes at a time; not for secrets, only to tell versions apart.
    private static func hash(_ bytes: [UInt8]) -> String {
        var first: UInt64 = 0x9E37_79B9_7F4A_7C15
        var second: UInt64 = UInt64(bytes.count) &* 0xC2B2_AE3D_27D4_EB4F
        let span = bytes.span
        var index = 0
        let raw = span.bytes
        while index + 8 <= span.count {
            let word = UInt64(
                littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
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
        return hex(first) + hex(second)
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
}
