/// Compares titles as people print them twice.
enum Titles {
    /// Small letters and digits only; `2017-18`, `2017/18` and `2017- 18` alike.
    static func key(_ text: String) -> [String] {
        Tokenizer.tokens(of: text).filter { $0.kind != .sign }.map { $0.key.replacing("'", with: "").replacing("-", with: "") }
            .filter { !["the", "a", "of", "and"].contains($0) }
    }

    static func areSame(_ left: String, _ right: String) -> Bool { areSame(key(left), key(right)) }

    static func areSame(_ left: [String], _ right: [String]) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return false }
        if left == right { return true }
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        return short.count >= 3 && short.count * 3 >= long.count * 2 && long.starts(with: short)
    }
}
