/// What the tolerance of a target is counted in.
package enum ToleranceKind: String, CaseIterable, Sendable { case points, percent }

/// Whether a target is the council's own or the country's.
package enum LocalOrNational: String, CaseIterable, Sendable { case local, national }

/// What a client may say about what an indicator is to reach in a period, by one of its definitions.
package struct TargetDraft: Equatable, Sendable {
    package var indicatorVersion: Reference<IndicatorVersionDraft>
    package var period: Period
    package var value: ExactDecimal
    package var toleranceValue: ExactDecimal?
    package var toleranceKind: ToleranceKind?
    package var setBy: String
    package var localOrNational: LocalOrNational

    package init(
        indicatorVersion: Reference<IndicatorVersionDraft>, period: Period, value: ExactDecimal,
        toleranceValue: ExactDecimal? = nil, toleranceKind: ToleranceKind? = nil, setBy: String,
        localOrNational: LocalOrNational
    ) {
        self.indicatorVersion = indicatorVersion
        self.period = period
        self.value = value
        self.toleranceValue = toleranceValue
        self.toleranceKind = toleranceKind
        self.setBy = setBy
        self.localOrNational = localOrNational
    }

    package func check(_ problems: inout Problems) {
        if toleranceValue != nil, toleranceKind == nil {
            problems.add(
                "/toleranceKind", "tolerance_whole", "Say whether the tolerance is in points or percent.")
        }
        if toleranceKind != nil, toleranceValue == nil {
            problems.add("/toleranceValue", "tolerance_whole", "Give the tolerance, or no toleranceKind.")
        }
        if let toleranceValue, toleranceValue < .zero {
            problems.add(
                "/toleranceValue", "tolerance_negative", "A tolerance is not negative; give its size.")
        }
    }
}
