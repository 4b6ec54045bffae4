import Store

/// One thing a list can be narrowed by.
struct Filter: Sendable {
    enum Kind: Sendable {
        case integer(StaticString)
        case text(StaticString)
        /// Text out of a fixed set; anything else is refused with the nearest of them.
        case choice(StaticString, [String])
        /// A word among those of a JSON list.
        case member(StaticString, [String])
        case flag(StaticString)
        /// `YYYY-MM-DD`.
        case day(StaticString)
        /// A day compares with the local day, an instant with the moment in UTC.
        case moment(utc: StaticString, day: StaticString)
        case decimal(StaticString)
        /// Compared by its folded form: letter case and look-alike letters do not matter.
        case folded(StaticString)
        /// By id, or by the key people use: slug, code, printed number.
        case reference(id: StaticString, key: StaticString?)
        /// `2017-18`, `2018-Q1`, `2018-06`, `2018`, `2018-03-31`: one period of its kind.
        case period(kind: StaticString, start: StaticString, end: StaticString)
        /// Whether a column is null: vacant seats, undated actions.
        case absence(StaticString)
    }

    let name: StaticString
    let kind: Kind

    init(_ name: StaticString, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// Whether a list of values makes no sense: something is so or not.
    var takesOneValue: Bool {
        switch kind {
        case .flag, .absence: true
        default: false
        }
    }

    /// What may follow `__` behind the name.
    var comparisons: [Condition.Comparison] {
        switch kind {
        case .integer, .day, .moment, .decimal:
            [.equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual, .oneOf, .isNull]
        case .text, .folded: [.equal, .notEqual, .oneOf, .contains, .startsWith, .isNull]
        case .choice: [.equal, .notEqual, .oneOf, .isNull]
        case .reference: [.equal, .notEqual, .oneOf, .isNull]
        case .flag, .absence, .period, .member: [.equal]
        }
    }
}
