package enum Approximation: String, CaseIterable, Sendable { case about, over, under }
package enum PeriodBasis: String, CaseIterable, Sendable { case printed, inferred }
package enum Confidence: String, CaseIterable, Sendable { case high, medium, low }

/// A period as a paper states it: what it is, how it was printed and whether it was printed at all.
package struct StatedPeriod: Equatable, Sendable {
    package var period: Period
    package var text: String?
    package var basis: PeriodBasis

    package init(period: Period, text: String?, basis: PeriodBasis) {
        self.period = period
        self.text = text
        self.basis = basis
    }
}

/// A value that a figure prints beside its own: the year before, or another place.
package struct PrintedValue: Equatable, Sendable {
    package var value: ExactDecimal
    package var valueText: String
    package var period: StatedPeriod?

    package init(value: ExactDecimal, valueText: String, period: StatedPeriod?) {
        self.value = value
        self.valueText = valueText
        self.period = period
    }
}

/// A value printed for another area in the same statement.
package struct Comparator: Equatable, Sendable {
    package var area: Reference<AreaDraft>
    package var printed: PrintedValue

    package init(area: Reference<AreaDraft>, printed: PrintedValue) {
        self.area = area
        self.printed = printed
    }
}

/// The one thing that may be said about a printed figure later: which indicator it is a value of.
package struct FigureLinkDraft: Equatable, Sendable {
    package var indicator: Reference<IndicatorDraft>?

    package init(indicator: Reference<IndicatorDraft>?) { self.indicator = indicator }
}

/// What one paper printed on one page. Domain term: reported figure. Never edited once it is recorded.
package struct FigureDraft: Equatable, Sendable {
    package var report: Reference<ReportDraft>
    package var indicator: Reference<IndicatorDraft>?
    package var area: Reference<AreaDraft>?
    package var pages: PageRange?
    package var line: Int?
    package var name: String
    package var topic: String?
    package var dimension: String?
    package var unit: Unit
    package var value: ExactDecimal?
    /// As printed, odd glyphs and all.
    package var valueText: String?
    package var valueState: ValueState
    package var approximation: Approximation?
    package var period: StatedPeriod?
    package var previous: PrintedValue?
    package var comparators: [Comparator]
    package var statedDirection: String?
    package var quote: String?
    package var flags: [String]
    package var note: String?
    package var confidence: Confidence

    /// What may be doubtful about a printed figure.
    package static let knownFlags = [
        "period_conflict", "period_ambiguous", "arithmetic_mismatch", "figure_conflict", "unlabelled",
        "torn_label",
        "mixed_script", "caveat", "scope_ambiguous", "single_child",
    ]

    package init(
        report: Reference<ReportDraft>, indicator: Reference<IndicatorDraft>? = nil,
        area: Reference<AreaDraft>? = nil, pages: PageRange? = nil,
        line: Int? = nil, name: String, topic: String? = nil, dimension: String? = nil, unit: Unit,
        value: ExactDecimal?, valueText: String?, valueState: ValueState = .actual,
        approximation: Approximation? = nil, period: StatedPeriod? = nil, previous: PrintedValue? = nil,
        comparators: [Comparator] = [], statedDirection: String? = nil, quote: String? = nil,
        flags: [String] = [],
        note: String? = nil, confidence: Confidence = .high
    ) {
        self.report = report
        self.indicator = indicator
        self.area = area
        self.pages = pages
        self.line = line
        self.name = name
        self.topic = topic
        self.dimension = dimension
        self.unit = unit
        self.value = value
        self.valueText = valueText
        self.valueState = valueState
        self.approximation = approximation
        self.period = period
        self.previous = previous
        self.comparators = comparators
        self.statedDirection = statedDirection
        self.quote = quote
        self.flags = flags
        self.note = note
        self.confidence = confidence
    }

    package func check(_ problems: inout Problems) {
        checkValue(value, valueState, &problems)
        if value != nil, valueText == nil {
            problems.add("/valueText", "value_text_missing", "Give the value as it was printed too.")
        }
        if let value { problems.add(unit.problem(with: value, at: "/value")) }
        if let previous { problems.add(unit.problem(with: previous.value, at: "/previous/value")) }
        for (index, comparator) in comparators.enumerated() {
            problems.add(unit.problem(with: comparator.printed.value, at: "/comparators/\(index)/value"))
        }
        for (index, flag) in flags.enumerated() where !Self.knownFlags.contains(flag) {
            problems.add(
                ValidationProblem(
                    pointer: "/flags/\(index)", code: "choice_unknown",
                    message: "\"\(flag)\" is not a known flag.",
                    allowed: Self.knownFlags, suggestion: nearestName(to: flag, in: Self.knownFlags)))
        }
    }
}
