/// What a client may say about the council's accepted value of an indicator.
///
/// A second draft for the same indicator, area, dimension and period is the next revision and needs a reason;
/// nothing is overwritten once it is final.
package struct ObservationDraft: Equatable, Sendable {
    package var indicator: Reference<IndicatorDraft>
    /// The definition that the client takes to be valid on the last day of the period; nil leaves it to the dates.
    package var indicatorVersion: Reference<IndicatorVersionDraft>?
    package var area: Reference<AreaDraft>
    package var dimension: String?
    package var period: Period
    package var value: ExactDecimal?
    package var valueState: ValueState
    package var numerator: ExactDecimal?
    package var denominator: ExactDecimal?
    /// Whether the value is final; otherwise it is provisional and may still be corrected in place.
    package var isFinal: Bool
    package var reason: String?

    package init(
        indicator: Reference<IndicatorDraft>, indicatorVersion: Reference<IndicatorVersionDraft>? = nil,
        area: Reference<AreaDraft>, dimension: String? = nil,
        period: Period, value: ExactDecimal?,
        valueState: ValueState = .actual, numerator: ExactDecimal? = nil, denominator: ExactDecimal? = nil,
        isFinal: Bool = false, reason: String? = nil
    ) {
        self.indicator = indicator
        self.indicatorVersion = indicatorVersion
        self.area = area
        self.dimension = dimension
        self.period = period
        self.value = value
        self.valueState = valueState
        self.numerator = numerator
        self.denominator = denominator
        self.isFinal = isFinal
        self.reason = reason
    }

    package func check(_ problems: inout Problems) {
        checkValue(value, valueState, &problems)
        if let denominator, denominator <= .zero {
            problems.add("/denominator", "denominator_not_positive", "The denominator of a rate is above 0.")
        }
    }
}

/// A value is given exactly when its state says that there is one; a real zero is `actual` 0.
func checkValue(_ value: ExactDecimal?, _ state: ValueState, _ problems: inout Problems) {
    if state.hasValue, value == nil {
        problems.add(
            "/value", "value_missing",
            "Give the value, or say in valueState why there is none (suppressed, not_available, not_applicable ...)."
        )
    }
    if !state.hasValue, value != nil {
        problems.add(
            "/value", "value_not_allowed",
            "With valueState \"\(state.rawValue)\" there is no value. Leave it out or say that it is actual.")
    }
}
