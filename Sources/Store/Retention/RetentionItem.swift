package import Domain

/// One record that need not be kept any longer.
package struct RetentionItem: Equatable, Sendable {
    package let rule: RetentionRule
    /// As in paths.
    package let collection: String
    package let recordID: Int64
    /// What tells it to a person.
    package let label: String
    /// The last day it has to be kept.
    package let keptUntil: CalendarDate

    /// The day from which it may go.
    package var mayGoFrom: CalendarDate { keptUntil.addingDays(1) }
}

extension RetentionRule {
    /// Whether the database holds records that the rule lets go after a time.
    package var hasRecords: Bool { self == .actions || self == .importLogs }
}
