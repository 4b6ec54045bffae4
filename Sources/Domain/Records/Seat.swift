/// What kind of member a seat is for.
package enum SeatKind: String, CaseIterable, Sendable {
    case councillor
    case churchRepCofe = "church_rep_cofe"
    case churchRepRC = "church_rep_rc"
    case churchRepOther = "church_rep_other"
    case parentGovernorRep = "parent_governor_rep"
    case votingCoopted = "voting_coopted"
    case nonvotingCoopted = "nonvoting_coopted"

    /// Whether the seat exists only on panels that cover education
    /// (Local Government Act 2000, Schedule A1, paragraphs 7 and 8).
    package var needsEducation: Bool {
        switch self {
        case .churchRepCofe, .churchRepRC, .churchRepOther, .parentGovernorRep: true
        case .councillor, .votingCoopted, .nonvotingCoopted: false
        }
    }
}

/// What a client may say about one place on a panel. Without a person the seat is vacant.
package struct SeatDraft: Equatable, Sendable {
    package var panel: Reference<PanelDraft>
    package var position: Int
    package var kind: SeatKind
    package var person: Reference<PersonDraft>?
    package var politicalGroup: String?
    package var displayTitle: String?
    /// What the seat is limited to, as printed ("for education matters").
    package var matters: String?
    package var isChair: Bool
    package var isViceChair: Bool
    package var heldFrom: CalendarDate?
    package var heldTo: CalendarDate?

    package init(
        panel: Reference<PanelDraft>, position: Int, kind: SeatKind, person: Reference<PersonDraft>?,
        politicalGroup: String? = nil,
        displayTitle: String? = nil, matters: String? = nil, isChair: Bool = false, isViceChair: Bool = false,
        heldFrom: CalendarDate? = nil, heldTo: CalendarDate? = nil
    ) {
        self.panel = panel
        self.position = position
        self.kind = kind
        self.person = person
        self.politicalGroup = politicalGroup
        self.displayTitle = displayTitle
        self.matters = matters
        self.isChair = isChair
        self.isViceChair = isViceChair
        self.heldFrom = heldFrom
        self.heldTo = heldTo
    }

    package func check(_ problems: inout Problems) {
        if person == nil, isChair || isViceChair {
            problems.add(
                isChair ? "/isChair" : "/isViceChair", "vacant_seat_has_no_office",
                "A vacant seat cannot be the chair's. Name the person or clear the office.")
        }
        if isChair, isViceChair {
            problems.add(
                "/isViceChair", "one_office_a_seat", "One seat cannot hold both offices. Clear one of them.")
        }
        if let heldFrom, let heldTo, heldTo < heldFrom {
            problems.add(
                "/heldTo", "range_reversed", "The seat ends on \(heldTo), before it begins on \(heldFrom).")
        }
    }
}
