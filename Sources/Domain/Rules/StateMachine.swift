/// The states a record moves through, as data. Anything not listed is refused.
///
/// The database holds the same steps and a test compares the two.
package struct StateMachine: Equatable, Sendable {
    package struct Transition: Equatable, Sendable {
        package let from: String
        package let to: String
        package let needsReason: Bool
    }

    package let name: String
    package let states: [String]
    /// Where a new record may begin.
    package let initialStates: [String]
    package let transitions: [Transition]

    package func allowed(from state: String) -> [String] { transitions.filter { $0.from == state }.map(\.to) }

    package func permits(from state: String, to next: String) -> Bool { step(state, next) != nil }

    package func needsReason(from state: String, to next: String) -> Bool {
        step(state, next)?.needsReason ?? false
    }

    private func step(_ from: String, _ to: String) -> Transition? {
        transitions.first { $0.from == from && $0.to == to }
    }

    /// - Parameter initial: where a new record may begin.
    /// - Parameter steps: from, then the states it may become; those that need a reason end in "!".
    private init(_ name: String, initial: [String], states: [String], steps: [(from: String, to: [String])]) {
        self.name = name
        self.states = states
        initialStates = initial
        transitions = steps.flatMap { step in
            step.to.map { target in
                let needsReason = target.hasSuffix("!")
                return Transition(
                    from: step.from, to: needsReason ? String(target.dropLast()) : target,
                    needsReason: needsReason)
            }
        }
    }

    package static let meeting = StateMachine(
        "meeting", initial: ["planned"],
        states: [
            "planned", "published", "held", "adjourned", "closed", "cancelled", "postponed",
            "abandoned_inquorate",
        ],
        steps: [
            ("planned", ["published", "cancelled!", "postponed!"]),
            ("published", ["held", "cancelled!", "postponed!", "abandoned_inquorate"]),
            ("held", ["adjourned", "closed"]),
            ("adjourned", ["held"]),
        ])

    package static let report = StateMachine(
        "report", initial: ["to_follow", "received"],
        states: ["to_follow", "received", "published", "superseded", "withdrawn", "cancelled"],
        steps: [
            ("to_follow", ["received", "cancelled!"]),
            ("received", ["published"]),
            ("published", ["superseded", "withdrawn"]),
        ])

    package static let action = StateMachine(
        "action", initial: ["proposed", "open"],
        states: [
            "proposed", "open", "in_progress", "reported_done", "closed", "dismissed", "cancelled",
            "superseded",
            "transferred",
        ],
        steps: [
            ("proposed", ["open", "dismissed"]),
            ("open", ["in_progress", "cancelled!", "superseded!", "transferred!"]),
            ("in_progress", ["reported_done", "cancelled!", "superseded!", "transferred!"]),
            ("reported_done", ["closed", "open", "cancelled!", "superseded!", "transferred!"]),
            ("closed", ["open!"]),
        ])

    package static let recommendation = StateMachine(
        "recommendation", initial: ["drafted"],
        states: [
            "drafted", "agreed", "sent", "responded", "monitoring", "achieved", "stopped", "withdrawn",
            "closed_rejected",
        ],
        steps: [
            ("drafted", ["agreed"]),
            ("agreed", ["sent", "withdrawn"]),
            ("sent", ["responded", "withdrawn"]),
            ("responded", ["monitoring", "closed_rejected"]),
            ("monitoring", ["achieved", "stopped"]),
        ])

    package static let minutes = StateMachine(
        "minutes", initial: ["draft"], states: ["draft", "published_draft", "presented", "confirmed"],
        steps: [
            ("draft", ["published_draft"]),
            ("published_draft", ["presented"]),
            ("presented", ["confirmed", "draft"]),
        ])

    /// A pack as a whole; it goes in whole or is not kept.
    package static let importBatch = StateMachine(
        "import", initial: ["received", "validated"],
        states: ["received", "validated", "applied", "rejected", "rolled_back"],
        steps: [
            ("received", ["validated"]),
            ("validated", ["applied", "rejected"]),
            ("applied", ["rolled_back"]),
        ])

    /// An accepted value. What comes after a final one is a revision, a record of its own.
    package static let observation = StateMachine(
        "observation", initial: ["provisional", "final", "revised"],
        states: ["provisional", "final", "revised"],
        steps: [("provisional", ["final"])])
}
