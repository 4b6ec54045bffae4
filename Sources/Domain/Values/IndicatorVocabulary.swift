/// Whether more of a measure is better.
package enum Polarity: String, CaseIterable, Sendable {
    case highIsGood = "high_is_good"
    case lowIsGood = "low_is_good"
    /// Context only: neither direction is good by itself.
    case none
    case nearTarget = "near_target"
}

/// Whether there is a value, and if not, why.
package enum ValueState: String, CaseIterable, Sendable {
    case actual, suppressed
    case notAvailable = "not_available"
    case notApplicable = "not_applicable"
    case roundsToZero = "rounds_to_zero"
    case lowReliability = "low_reliability"
    case notExtracted = "not_extracted"

    package var hasValue: Bool { self == .actual || self == .lowReliability }
}

/// How settled an observation is.
package enum PublicationState: String, CaseIterable, Sendable { case provisional, final, revised }
