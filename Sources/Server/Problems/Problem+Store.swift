import Domain
import Store

/// What a failure of the store means to the client. The cause goes to the log, never into the answer.
extension Problem {
    init(_ error: StoreError) {
        switch error {
        case .constraint(let violation): self = Problem(violation)
        case .busy, .full, .readOnly: self = .unavailable(error.description)
        case .deadlineExceeded: self = .unavailable(error.description)
        case .corrupt: self = .damaged
        case .cannotOpen, .schema, .failed: self = .internalFailure
        }
    }

    private init(_ violation: ConstraintViolation) {
        switch violation.kind {
        case .unique:
            let columns = violation.name.split(separator: ",").map { column in
                column.split(separator: ".").last.map(String.init) ?? String(column)
            }
            let detail =
                violation.name.hasPrefix("index ")
                ? "Another record holds this place already."
                : "Another record has the same \(columns.joined(separator: " and ")) already."
            self = .conflict("already_exists", detail)
        case .trigger where Self.conflicting.contains(violation.name):
            self = .conflict(violation.name, violation.message)
        case .trigger:
            self = .invalid([
                ValidationProblem(
                    pointer: Self.places[violation.name] ?? "", code: violation.name,
                    message: violation.message)
            ])
        case .check, .notNull, .foreignKey, .other:
            self = .invalid([
                ValidationProblem(
                    pointer: "", code: violation.name.isEmpty ? "rule_broken" : violation.name,
                    message: "The database refuses the record: \(violation.message).")
            ])
        }
    }

    /// Rules about the state a record is in rather than about what was sent.
    static let conflicting: Set<String> = [
        "published_is_frozen", "invalid_transition", "unit_in_use", "revision_gap", "recommendation_not_sent",
        "recommendation_answered", "response_missing", "response_not_rejected", "response_stays",
        "vote_recorded",
        "minutes_not_presented", "corrects_unconfirmed",
        "version_has_targets", "venue_missing", "agenda_missing", "presiding_person_missing",
    ]

    /// Where in the body the values stand that these rules are about.
    private static let places = [
        "value_outside_unit": "/value",
        "exempt_paragraph_unknown": "/exemptParagraphs",
        "item_pages_overlap": "/pageFrom",
        "seat_needs_education": "/kind",
        "executive_member_in_seat": "/person",
        "seat_of_other_panel": "/seat",
        "member_is_present": "/substituteFor",
        "votes_exceed_voters": "/votesFor",
        "meeting_of_other_panel": "/meeting",
        "decision_of_other_meeting": "/decision",
        "before_meeting": "/receivedOn",
        "decided_before_received": "/decidedOn",
        "follows_unrejected": "/follows",
        "substitute_not_allowed": "/role",
        "whip_answer_conflict": "/whipAnswer",
        "vote_not_allowed": "/person",
        "vote_undetermined": "/person",
        "named_votes_exceed_counted": "/vote",
        "confirmed_later": "/confirmedAtMeeting",
        "confirmed_needs_meeting": "/confirmedAtMeeting",
        "minutes_unconfirmed": "/note",
        "versions_overlap": "/validFrom",
        "parent_of_other_meeting": "/parent",
        "parent_in_circle": "/parent",
        "report_of_other_panel": "/report",
        "page_outside_report": "/pageFrom",
        "needs_reason": "/note",
        "version_stays": "/indicator",
        "target_outside_version": "/period",
    ]
}
