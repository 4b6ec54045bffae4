/// What is declared: an interest of one's own, or being under a party whip.
package enum DeclarationKind: String, CaseIterable, Sendable { case interest, whip }

/// The words of the codes of conduct, of Worcestershire, of the model code, and of the time before 2012.
package enum InterestType: String, CaseIterable, Sendable {
    case dpi, odi, ori, nri, personal, prejudicial
    case notStated = "not_stated"
}

/// What a client may say about a declaration at a meeting.
package struct DeclarationDraft: Equatable, Sendable {
    package var meeting: Reference<MeetingDraft>
    package var item: Reference<AgendaItemDraft>?
    package var kind: DeclarationKind
    package var person: Reference<PersonDraft>?
    /// The group that is whipped.
    package var politicalGroup: String?
    package var interestType: InterestType?
    package var nature: String?
    /// Only the existence of a sensitive interest is recorded (Localism Act 2011, section 32).
    package var isSensitive: Bool
    package var effect: String?
    package var withdrew: Bool?

    package init(
        meeting: Reference<MeetingDraft>, item: Reference<AgendaItemDraft>? = nil, kind: DeclarationKind,
        person: Reference<PersonDraft>? = nil, politicalGroup: String? = nil,
        interestType: InterestType? = nil, nature: String? = nil, isSensitive: Bool = false,
        effect: String? = nil, withdrew: Bool? = nil
    ) {
        self.meeting = meeting
        self.item = item
        self.kind = kind
        self.person = person
        self.politicalGroup = politicalGroup
        self.interestType = interestType
        self.nature = nature
        self.isSensitive = isSensitive
        self.effect = effect
        self.withdrew = withdrew
    }

    /// Real minutes lack the item or the nature; what an officer enters has both.
    package func check(_ problems: inout Problems, byOfficer: Bool) {
        switch kind {
        case .interest: checkInterest(&problems)
        case .whip: checkWhip(&problems)
        }
        if isSensitive, nature != nil {
            problems.add(
                "/nature", "sensitive_has_no_nature",
                "Of a sensitive interest only its existence is recorded. Leave the nature out.")
        }
        guard byOfficer else { return }
        if item == nil {
            problems.add("/item", "declaration_needs_item", "Say which item the declaration relates to.")
        }
        if !isSensitive, saysNothing {
            problems.add(
                "/nature", "declaration_needs_nature",
                "State what the \(kind.rawValue) is; \"as recorded\" is not enough.")
        }
    }

    private var saysNothing: Bool {
        guard let nature else { return true }
        var words = nature.lowercased()
        while let last = words.last, last == "." || last == " " { words.removeLast() }
        return words == "as recorded" || words == "as registered"
    }

    private func checkInterest(_ problems: inout Problems) {
        if person == nil {
            problems.add("/person", "interest_needs_person", "Say who declares the interest.")
        }
        if interestType == nil {
            problems.add(
                "/interestType", "interest_needs_person",
                "Say what type of interest it is, not_stated if the minutes do not.")
        }
        if politicalGroup != nil {
            problems.add(
                "/politicalGroup", "interest_needs_person",
                "An interest is a person's. Leave the group out or make the kind whip.")
        }
    }

    private func checkWhip(_ problems: inout Problems) {
        if person == nil, politicalGroup == nil {
            problems.add(
                "/politicalGroup", "whip_needs_person_or_group",
                "Say which group or which person is under the whip.")
        }
        let details = [
            ("interestType", interestType != nil), ("isSensitive", isSensitive),
            ("withdrew", withdrew != nil),
        ]
        for (name, isGiven) in details where isGiven {
            problems.add(
                "/\(name)", "whip_is_no_interest",
                "A whip has no \(name). Leave it out or make it an interest.")
        }
    }
}
