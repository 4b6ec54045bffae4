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
    package let transitions: [Transition]

    package func allowed(from state: String) -> [String] { transitions.filter { $0.from == state }.map(\.to) }

    package func permits(from state: String, to next: String) -> Bool { step(state, next) != nil }

    package func needsReason(from state: String, to next: String) -> Bool {
        step(state, next)?.needsReason ?? false
    }

    private func step(_ from: String, _ to: String) -> Transition? {
        transitions.first { $0.from == from && $0.to == to }
    }

    /// - Parameter steps: from, then the states it may become; those that need a reason end in "!".
    private init(_ name: String, states: [String], steps: [(from: String, to: [String])]) {
        self.name = name
        self.states = states
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
        "meeting",
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
        "report", states: ["to_follow", "received", "published", "superseded", "withdrawn", "cancelled"],
        steps: [
            ("to_follow", ["received", "cancelled!"]),
            ("received", ["published"]),
            ("published", ["superseded", "withdrawn"]),
        ])

    package static let action = StateMachine(
        "action",
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
        "recommendation",
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
        "minutes", states: ["draft", "published_draft", "presented", "confirmed"],
        steps: [
            ("draft", ["published_draft"]),
            ("published_draft", ["presented"]),
            ("presented", ["confirmed", "draft"]),
        ])
}
