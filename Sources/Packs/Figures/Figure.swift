import Domain

/// A value printed beside another: of the time before, or of another area.
struct Beside: Sendable {
    var value: ExactDecimal
    var text: String
    var period: StatedPeriod?
    /// The area of a comparator.
    var area: Area?
}

/// One value that the pack prints, with its place.
struct Figure: Sendable {
    var line: Int
    var name: String
    var dimension: String?
    var topic: String?
    var unit: Unit
    var value: ExactDecimal?
    var text: String?
    var state: ValueState = .actual
    var approximation: Approximation?
    var area: Area
    var period: StatedPeriod?
    var previous: Beside?
    var comparators: [Beside] = []
    var direction: String?
    var quote: String?
    var flags: [String] = []
    var note: String?
    var confidence: Confidence = .high
}

/// A place or group that values are measured in.
struct Area: Hashable, Sendable {
    let code: String
    let name: String
    let kind: AreaKind

    init(_ name: String, _ kind: AreaKind) {
        self.name = name
        self.kind = kind
        code = Slug.code(of: name)
    }

    static let england = Area("England", .country)
    static let unitedKingdom = Area("United Kingdom", .country)
    static let neighbours = Area("Statistical neighbours", .neighbourGroup)
    static let unknown = Area("Area not stated", .other)
}

/// Codes and slugs made from names: `children-and-families`.
enum Slug {
    static func code(of name: String) -> String {
        var code = ""
        for byte in name.lowercased().utf8 {
            switch byte {
            case 97...122, 48...57: code.unicodeScalars.append(Unicode.Scalar(byte))
            case 39, 0x80...: break
            case 38: code += code.hasSuffix("-") || code.isEmpty ? "and-" : "-and-"
            default: if !code.hasSuffix("-"), !code.isEmpty { code += "-" }
            }
        }
        while code.hasSuffix("-") { code.removeLast() }
        if code.utf8.count > 90 { code = String(code.prefix(90)) }
        while code.hasSuffix("-") { code.removeLast() }
        return code.isEmpty ? "unnamed" : code
    }
}
