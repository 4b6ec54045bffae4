/// Reads the fields in which a client says what it would rather have (RFC 9110, sections 12.4.2 and 12.5).
enum AcceptField {
    /// The format that the client likes best, of several that it likes equally the first; nil when it takes none.
    static func choose(of formats: [Format], _ field: String?) -> Format? {
        guard let field, !field.trimmingWhitespace.isEmpty else { return formats.first }
        let ranges = elements(field)
        var best: (format: Format, quality: Double)?
        for format in formats {
            let quality = quality(of: format.mediaType, in: ranges)
            if quality > best?.quality ?? 0 { best = (format, quality) }
        }
        return best?.format
    }

    /// Whether the client takes this media type.
    static func takes(_ mediaType: String, _ field: String?) -> Bool {
        guard let field, !field.trimmingWhitespace.isEmpty else { return true }
        return quality(of: mediaType, in: elements(field)) > 0
    }

    /// Whether the client wants bodies compressed by gzip (RFC 9110, section 12.5.3).
    static func takesGzip(_ field: String?) -> Bool {
        guard let field else { return false }
        let codings = elements(field)
        let gzip =
            codings.first { $0.name == "gzip" || $0.name == "x-gzip" } ?? codings.first { $0.name == "*" }
        return gzip.map { $0.quality > 0 } ?? false
    }

    /// The weight of the most specific range that covers the type.
    private static func quality(of mediaType: String, in ranges: [(name: String, quality: Double)]) -> Double
    {
        let group = mediaType.prefix { $0 != "/" } + "/*"
        for name in [mediaType, String(group), "*/*"] {
            if let range = ranges.first(where: { $0.name == name }) { return range.quality }
        }
        return 0
    }

    /// The names with their weights; parameters other than `q` are passed over.
    private static func elements(_ field: String) -> [(name: String, quality: Double)] {
        field.split(separator: ",").compactMap { element in
            let parts = element.split(separator: ";").map { String($0).trimmingWhitespace.lowercased() }
            guard let name = parts.first, !name.isEmpty else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            return (name, weight.map { min(max(Double($0.dropFirst(2)) ?? 0, 0), 1) } ?? 1)
        }
    }
}
