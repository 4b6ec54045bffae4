import Domain

/// The label of a row, with what stands in it beside the name.
struct RowLabel: Sendable {
    let name: String
    /// "Fees - 40%": a share of its own.
    let share: (value: ExactDecimal, text: String)?
    let isTotal: Bool
    let isStock: Bool
    let isPercent: Bool
    let isMoney: Bool
    let isRate: Bool
    /// On another base than 10,000, for which there is no unit.
    let isOtherRate: Bool
    /// Weeks or months, where the row measures time.
    let duration: Unit?
    /// "*Note 1": the note it points to.
    let note: String?

    init(_ label: String) {
        var text = label.trimmed
        if let star = text.range(of: "*Note") ?? text.range(of: "* Note") {
            note = String(text[text.index(after: star.lowerBound)...]).trimmed
            text = String(text[..<star.lowerBound]).trimmed
        } else {
            note = nil
            while text.hasSuffix("*") { text = String(text.dropLast()).trimmed }
        }
        let lower = text.lowercased()
        isTotal =
            lower == "all" || lower.hasPrefix("total") || lower.hasPrefix("grand total")
            || lower.hasPrefix("overall") || lower.hasSuffix(" total")
        share = Self.share(text)
        if share != nil, let dash = text.lastIndex(where: { $0 == "-" || $0 == "–" }) {
            text = String(text[..<dash]).trimmed
        }
        // What a term means stands behind it in brackets; the name is enough.
        if text.utf8.count > 120, let open = text.firstIndex(of: "("), open > text.startIndex {
            text = String(text[..<open]).trimmed
        }
        name = String(text.prefix(280))
        isStock =
            lower.contains("looked after") || lower.contains("plan") || lower.contains("open")
            || lower.contains("in care") || lower.contains("caseload")
        isPercent =
            lower.hasPrefix("%") || lower.hasPrefix("percent") || lower.hasSuffix("%") && share == nil
            || lower.contains("(%)") || lower.hasPrefix("proportion of") || lower.contains(" - %")
            || lower.contains("(percentage)") || lower.contains("(percent)")
        isMoney = lower.contains("£")
        isRate = lower.contains("per 10,000") || lower.contains("per 10 000") || lower.contains("per 10k")
        isOtherRate =
            !isRate
            && [
                "per 1,000", "per 100,000", "per 100", "per head", "per fte", "per capita", "per 1000",
                "per 100000",
            ]
            .contains { lower.contains($0) }
        let words = lower.split { !$0.isLetter }.map(String.init)
        let isMeasured = ["average", "mean", "median", "time", "duration", "wait"].contains {
            words.contains($0)
        }
        duration =
            lower.contains("(weeks)") || (isMeasured && words.contains("weeks") && !lower.contains("within"))
            ? .weeks
            : lower.contains("(months)")
                || (isMeasured && words.contains("months") && !lower.contains("within"))
                ? .months : nil
    }

    private static func share(_ text: String) -> (value: ExactDecimal, text: String)? {
        guard text.hasSuffix("%"), let dash = text.lastIndex(where: { $0 == "-" || $0 == "–" }),
            dash > text.startIndex
        else { return nil }
        let printed = String(text[text.index(after: dash)...]).trimmed
        return ExactDecimal(String(printed.dropLast())).map { ($0, printed) }
    }
}

extension String {
    /// The first place of a text in this one.
    func range(of part: String) -> Range<String.Index>? { self.firstRange(of: part) }
}
