/// What a client may say about one dated definition of an indicator.
///
/// Unit and polarity are the indicator's own: what has another unit is another indicator.
package struct IndicatorVersionDraft: Equatable, Sendable {
    package var indicator: Reference<IndicatorDraft>
    package var definition: String
    package var numeratorDef: String?
    package var denominatorDef: String?
    package var denominatorSource: String?
    /// Nil where it is as the indicator says; so with the official source.
    package var decimals: Int?
    package var officialSource: String?
    package var validFrom: CalendarDate
    /// The last day; nil while it goes on.
    package var validTo: CalendarDate?
    /// Whether values may be compared with those of the definition before; nil when nobody has said.
    package var comparableWithPrevious: Bool?

    package init(
        indicator: Reference<IndicatorDraft>, definition: String, numeratorDef: String? = nil,
        denominatorDef: String? = nil, denominatorSource: String? = nil, decimals: Int? = nil,
        officialSource: String? = nil, validFrom: CalendarDate, validTo: CalendarDate? = nil,
        comparableWithPrevious: Bool? = nil
    ) {
        self.indicator = indicator
        self.definition = definition
        self.numeratorDef = numeratorDef
        self.denominatorDef = denominatorDef
        self.denominatorSource = denominatorSource
        self.decimals = decimals
        self.officialSource = officialSource
        self.validFrom = validFrom
        self.validTo = validTo
        self.comparableWithPrevious = comparableWithPrevious
    }

    package func check(_ problems: inout Problems) {
        if let validTo, validTo < validFrom {
            problems.add(
                "/validTo", "version_range",
                "A definition valid from \(validFrom) cannot end on \(validTo), before it begins.")
        }
    }
}
