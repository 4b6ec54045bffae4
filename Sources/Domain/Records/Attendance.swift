/// As what somebody came to a meeting.
package enum AttendanceRole: String, CaseIterable, Sendable {
    case member, substitute, coopted
    case otherMember = "other_member"
    case executiveMember = "executive_member"
    case officer, partner, witness
    case publicSpeaker = "public_speaker"

    /// Whether somebody in this role sits in a seat of the panel.
    package var hasSeat: Bool { self == .member || self == .substitute || self == .coopted }
    /// Whether the post is enough and the name may be missing.
    package var isKnownByPost: Bool { self == .officer || self == .partner || self == .witness }
}

package enum AttendanceStatus: String, CaseIterable, Sendable {
    case present, apologies, absent
    case notRecorded = "not_recorded"
}

package enum AttendanceMode: String, CaseIterable, Sendable {
    case inPerson = "in_person"
    case remote
}

/// What a client may say about one person's part in a meeting: there, away, or in somebody's place.
package struct AttendanceDraft: Equatable, Sendable {
    package var meeting: Reference<MeetingDraft>
    /// Never a member of the public: a speaker is not named.
    package var person: Reference<PersonDraft>?
    package var seat: Reference<SeatDraft>?
    package var role: AttendanceRole
    /// What somebody who need not be named is: "Director of Children's Services".
    package var post: String?
    package var status: AttendanceStatus
    package var mode: AttendanceMode?
    /// The member whom a substitute replaces.
    package var substituteFor: Reference<PersonDraft>?
    package var arrivedAt: OffsetDateTime?
    package var leftAt: OffsetDateTime?
    /// The first and the last item somebody was there for.
    package var itemFrom: Reference<AgendaItemDraft>?
    package var itemTo: Reference<AgendaItemDraft>?

    package init(
        meeting: Reference<MeetingDraft>, person: Reference<PersonDraft>?, seat: Reference<SeatDraft>? = nil,
        role: AttendanceRole, post: String? = nil, status: AttendanceStatus, mode: AttendanceMode? = nil,
        substituteFor: Reference<PersonDraft>? = nil, arrivedAt: OffsetDateTime? = nil,
        leftAt: OffsetDateTime? = nil, itemFrom: Reference<AgendaItemDraft>? = nil,
        itemTo: Reference<AgendaItemDraft>? = nil
    ) {
        self.meeting = meeting
        self.person = person
        self.seat = seat
        self.role = role
        self.post = post
        self.status = status
        self.mode = mode
        self.substituteFor = substituteFor
        self.arrivedAt = arrivedAt
        self.leftAt = leftAt
        self.itemFrom = itemFrom
        self.itemTo = itemTo
    }

    package func check(_ problems: inout Problems) {
        checkName(&problems)
        if role == .substitute, substituteFor == nil {
            problems.add("/substituteFor", "substitute_needs_member", "Say which member is replaced.")
        }
        if role != .substitute, substituteFor != nil {
            problems.add(
                "/role", "substitute_needs_member",
                "Only a substitute replaces a member. Make the role substitute or leave substituteFor out.")
        }
        if let person, person == substituteFor {
            problems.add("/substituteFor", "substitute_for_self", "Nobody replaces themselves.")
        }
        if seat != nil, !role.hasSeat {
            problems.add(
                "/seat", "only_members_have_seats",
                "Only members, substitutes and co-opted members sit in a seat. Leave the seat out.")
        }
        checkPresence(&problems)
    }

    private func checkName(_ problems: inout Problems) {
        switch (role, person) {
        case (.publicSpeaker, .some):
            problems.add(
                "/person", "speaker_is_unnamed",
                "A member of the public is not named. Leave the person out.")
        case (.publicSpeaker, nil), (_, .some): break
        case (_, nil) where role.isKnownByPost:
            if post == nil { problems.add("/post", "attender_unnamed", "Give the post, the person or both.") }
        case (_, nil):
            problems.add("/person", "attender_unnamed", "Say who it is; a \(role.rawValue) is named.")
        }
    }

    private func checkPresence(_ problems: inout Problems) {
        let details = [
            ("mode", mode != nil), ("arrivedAt", arrivedAt != nil), ("leftAt", leftAt != nil),
            ("itemFrom", itemFrom != nil), ("itemTo", itemTo != nil),
        ]
        if status != .present {
            for (name, isGiven) in details where isGiven {
                problems.add(
                    "/\(name)", "only_present_attend",
                    "Only somebody who is present has \(name). Leave it out or make the status present.")
            }
        }
        if let arrivedAt, let leftAt, leftAt.instant < arrivedAt.instant {
            problems.add("/leftAt", "attendance_range", "Nobody leaves before they arrive at \(arrivedAt).")
        }
    }
}
