/// The id of a record of one kind: an integer that never changes and is never reused.
///
/// `Record` only keeps ids of different kinds apart at compile time.
package struct Identifier<Record>: Hashable, Sendable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    package let rawValue: Int64

    /// Nil unless the number is above 0, as every id of the store is.
    package init?(_ rawValue: Int64) {
        guard rawValue > 0 else { return nil }
        self.rawValue = rawValue
    }

    package init(integerLiteral literal: Int64) {
        precondition(literal > 0, "An id is above 0.")
        rawValue = literal
    }

    package var description: String { String(rawValue) }
}

package typealias PanelID = Identifier<PanelDraft>
package typealias MeetingID = Identifier<MeetingDraft>
