package import Domain

/// Finds the records that a draft names, and notes each name that stands for nothing.
package struct ReferenceResolver {
    let connection: Connection
    /// The problems found so far; the pointers are the draft's own.
    package var problems = Problems()
    /// What was found already; the records of one import look for the same few again and again.
    private var known: [Name: Int64] = [:]
    /// The meeting whose item numbers and report references are meant.
    package var meetingID: Int64?

    private struct Name: Hashable {
        let noun: String
        let name: String
        let meetingID: Int64?
    }

    package init(_ connection: Connection, meetingID: Int64? = nil) {
        self.connection = connection
        self.meetingID = meetingID
    }

    package mutating func panel(_ reference: Reference<PanelDraft>?, at pointer: String) throws(StoreError)
        -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "panel", byID: "SELECT id FROM panels WHERE id = ?",
            byKey: "SELECT id FROM panels WHERE slug = ?", keys: "SELECT slug FROM panels LIMIT 2000")
    }

    package mutating func person(_ reference: Reference<PersonDraft>?, at pointer: String) throws(StoreError)
        -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "person", byID: "SELECT id FROM people WHERE id = ?",
            byKey: "SELECT id FROM people WHERE name = ?", keys: "SELECT name FROM people LIMIT 2000")
    }

    package mutating func seat(_ reference: Reference<SeatDraft>?, at pointer: String) throws(StoreError)
        -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "seat", byID: "SELECT id FROM seats WHERE id = ?", byKey: nil,
            keys: nil)
    }

    package mutating func meeting(_ reference: Reference<MeetingDraft>?, at pointer: String)
        throws(StoreError) -> SQLValue
    {
        let found = try find(
            reference, at: pointer, noun: "meeting", byID: "SELECT id FROM meetings WHERE id = ?", byKey: nil,
            keys: nil)
        if case .integer(let id) = found { meetingID = id }
        return found
    }

    package mutating func indicator(_ reference: Reference<IndicatorDraft>?, at pointer: String)
        throws(StoreError)
        -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "indicator", byID: "SELECT id FROM indicators WHERE id = ?",
            byKey: "SELECT id FROM indicators WHERE code = ?", keys: "SELECT code FROM indicators LIMIT 2000")
    }

    package mutating func indicatorVersion(
        _ reference: Reference<IndicatorVersionDraft>?, at pointer: String
    ) throws(StoreError) -> SQLValue {
        try find(
            reference, at: pointer, noun: "indicator version",
            byID: "SELECT id FROM indicator_versions WHERE id = ?", byKey: nil, keys: nil)
    }

    package mutating func area(_ reference: Reference<AreaDraft>?, at pointer: String) throws(StoreError)
        -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "area", byID: "SELECT id FROM areas WHERE id = ?",
            byKey: "SELECT id FROM areas WHERE code = ?", keys: "SELECT code FROM areas LIMIT 2000")
    }

    /// An item of the meeting that was resolved before, by id or printed number.
    package mutating func item(_ reference: Reference<AgendaItemDraft>?, at pointer: String)
        throws(StoreError) -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "agenda item of this meeting",
            byID: "SELECT id FROM agenda_items WHERE id = ? AND meeting_id = ?",
            byKey: "SELECT id FROM agenda_items WHERE printed_number = ? AND meeting_id = ?",
            keys: "SELECT printed_number FROM agenda_items WHERE meeting_id = ?", inMeeting: true)
    }

    /// A report by its id, or by its reference in the pack of the meeting that was resolved before.
    package mutating func report(_ reference: Reference<ReportDraft>?, at pointer: String) throws(StoreError)
        -> SQLValue
    {
        guard case .key = reference else {
            return try find(
                reference, at: pointer, noun: "report", byID: "SELECT id FROM reports WHERE id = ?",
                byKey: nil, keys: nil)
        }
        return try find(
            reference, at: pointer, noun: "report of this pack", byID: nil,
            byKey: "SELECT id FROM reports WHERE source_ref = ? AND meeting_id = ?",
            keys: "SELECT source_ref FROM reports WHERE meeting_id = ? AND source_ref IS NOT NULL",
            inMeeting: true)
    }

    package mutating func decision(_ reference: Reference<DecisionDraft>?, at pointer: String)
        throws(StoreError) -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "decision", byID: "SELECT id FROM decisions WHERE id = ?",
            byKey: nil, keys: nil)
    }

    package mutating func recommendation(_ reference: Reference<RecommendationDraft>?, at pointer: String)
        throws(StoreError) -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "recommendation",
            byID: "SELECT id FROM recommendations WHERE id = ?", byKey: nil, keys: nil)
    }

    package mutating func minutes(_ reference: Reference<MinutesDraft>?, at pointer: String)
        throws(StoreError) -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "set of minutes", byID: "SELECT id FROM minutes WHERE id = ?",
            byKey: nil, keys: nil)
    }

    /// Another meeting than the one whose items and reports are meant.
    package mutating func otherMeeting(_ reference: Reference<MeetingDraft>?, at pointer: String)
        throws(StoreError) -> SQLValue
    {
        try find(
            reference, at: pointer, noun: "meeting", byID: "SELECT id FROM meetings WHERE id = ?", byKey: nil,
            keys: nil)
    }

    private mutating func find<Record>(
        _ reference: Reference<Record>?, at pointer: String, noun: String, byID: String?, byKey: String?,
        keys: String?,
        inMeeting: Bool = false
    ) throws(StoreError) -> SQLValue {
        guard let reference else { return .null }
        let meeting: [SQLValue] = inMeeting ? [.optional(meetingID)] : []
        var found: Int64?
        let name: String
        var place: Name?
        if case .key(let key) = reference {
            let named = Name(noun: noun, name: key, meetingID: inMeeting ? meetingID : nil)
            if let id = known[named] { return .integer(id) }
            place = named
        }
        switch reference {
        case .id(let id):
            name = "\(id)"
            if let byID { found = try connection.integer(byID, [.integer(id.rawValue)] + meeting) }
        case .key(let key):
            name = "\"\(key)\""
            if let byKey { found = try connection.integer(byKey, [.text(key)] + meeting) }
        case .current:
            name = "of this pack"
            found = meetingID
        }
        if let found {
            if let place { known[place] = found }
            return .integer(found)
        }
        var suggestion: String?
        if case .key(let key) = reference, let keys {
            var known: [String] = []
            try connection.run(keys, meeting) { row in row.text(0).map { known.append($0) } }
            suggestion = nearestName(to: key, in: known)
        }
        problems.add(
            ValidationProblem(
                pointer: pointer, code: "reference_unknown", message: "There is no \(noun) \(name).",
                suggestion: suggestion))
        return .null
    }
}
