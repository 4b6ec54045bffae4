/// What kind of body a panel is (domain terms, section "panel").
package enum PanelKind: String, CaseIterable, Sendable {
    case scrutinyPanel = "scrutiny_panel"
    case performanceBoard = "performance_board"
    case taskAndFinish = "task_and_finish"
    case other
}

/// What a client may say about a panel: a committee of the council doing overview and scrutiny.
package struct PanelDraft: Equatable, Sendable {
    package var slug: String
    package var name: String
    package var kind: PanelKind
    package var council: String
    package var coversEducation: Bool
    package var activeFrom: CalendarDate?
    package var activeTo: CalendarDate?
    /// Whether somebody may stand in for a member; nil where the panel's rule is not known.
    package var substitutesAllowed: Bool?
    /// The panel that took over from this one and confirms its last minutes.
    package var successor: Reference<PanelDraft>?

    package init(
        slug: String, name: String, kind: PanelKind, council: String, coversEducation: Bool,
        activeFrom: CalendarDate? = nil, activeTo: CalendarDate? = nil, substitutesAllowed: Bool? = nil,
        successor: Reference<PanelDraft>? = nil
    ) {
        self.slug = slug
        self.name = name
        self.kind = kind
        self.council = council
        self.coversEducation = coversEducation
        self.activeFrom = activeFrom
        self.activeTo = activeTo
        self.substitutesAllowed = substitutesAllowed
        self.successor = successor
    }

    /// Every rule the draft breaks by itself.
    package func check(_ problems: inout Problems) {
        checkCode(slug, at: "/slug", noun: "slug", &problems)
        if let activeFrom, let activeTo, activeTo < activeFrom {
            problems.add(
                "/activeTo", "range_reversed",
                "The last active day \(activeTo) is before the first, \(activeFrom). Give a later day or leave it out."
            )
        }
        if successor == .key(slug) {
            problems.add("/successor", "panel_succeeds_itself", "No panel takes over from itself.")
        }
    }
}

/// Slugs and codes stand in URLs beside ids, so they begin with a letter and need no escaping.
func checkCode(_ code: String, at pointer: String, noun: String, _ problems: inout Problems) {
    let allowed = code.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    let startsWithLetter = code.utf8.first.map { (97...122).contains($0) } ?? false
    if !allowed || !startsWithLetter || code.utf8.count > 100 {
        problems.add(
            pointer, "code_invalid",
            "A \(noun) has up to 100 lower-case letters, digits and hyphens and begins with a letter, like "
                + "\"children-and-families\".")
    }
}
