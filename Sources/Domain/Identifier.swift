/// The id of a record of one kind: an integer that never changes and is never reused.
///
/// `Kind` only keeps ids of different kinds apart at compile time.
package struct Identifier<Kind>: Hashable, Sendable, CustomStringConvertible {
    package let rawValue: Int64

    /// Nil unless the number is above 0, as every id of the store is.
    package init?(_ rawValue: Int64) {
        guard rawValue > 0 else { return nil }
        self.rawValue = rawValue
    }

    package var description: String { String(rawValue) }
}

package typealias PanelID = Identifier<PanelDraft>
package typealias PersonID = Identifier<PersonDraft>
package typealias SeatID = Identifier<SeatDraft>
package typealias MeetingID = Identifier<MeetingDraft>
package typealias AgendaItemID = Identifier<AgendaItemDraft>
package typealias ReportID = Identifier<ReportDraft>
package typealias IndicatorID = Identifier<IndicatorDraft>
package typealias AreaID = Identifier<AreaDraft>
package typealias ObservationID = Identifier<ObservationDraft>
package typealias FigureID = Identifier<FigureDraft>
package typealias ActionID = Identifier<ActionDraft>
package typealias TermID = Identifier<TermDraft>
