/// Compares titles as people print them twice.
enum Titles {
    /// Small letters and digits only; `2017-18`, `2017/18` and `2017- 18` alike.
    static func key(_ text: String) -> [String] {
        Tokenizer.tokens(of: text).filter { $0.kind != .sign }.map {
            $0.key.replacing("'", with: "").replacing("-", with: "")
        }
        .filter { !["the", "a", "of", "and"].contains($0) }
    }

    /// A year that a line end cut: `2017- 18`.
    static func withWholeYears(_ title: String) -> String {
        var bytes = Array(title.utf8)
        func isDigit(_ place: Int) -> Bool {
            bytes.indices.contains(place) && (48...57).contains(bytes[place])
        }
        for place in bytes.indices.dropLast().reversed() where bytes[place] == 45 && bytes[place + 1] == 32 {
            if isDigit(place - 1), isDigit(place - 4), isDigit(place + 2), isDigit(place + 3),
                !isDigit(place + 4)
            {
                bytes.remove(at: place + 1)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func areSame(_ left: String, _ right: String) -> Bool { areSame(key(left), key(right)) }

    static func areSame(_ left: [String], _ right: [String]) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return false }
        if left == right { return true }
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        return short.count >= 3 && short.count * 3 >= long.count * 2 && long.starts(with: short)
    }
}
