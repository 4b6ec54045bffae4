import Domain

/// The body of a transition: where to, and why.
struct TransitionInput {
    let target: String
    let note: String?

    init?(_ fields: inout FieldReader, of machine: StateMachine) {
        let target = fields.requiredText("to", limit: 100)
        fields.describe("to", as: .choice(machine.states))
        note = fields.text("note", limit: 2_000)
        guard let target else { return nil }
        guard machine.states.contains(target) else {
            fields.unknownChoice("to", target, allowed: machine.states)
            return nil
        }
        self.target = target
    }

    /// What the transitions of these records take.
    static func shape(of machine: StateMachine) -> InputShape {
        InputDescription.of { _ = TransitionInput(&$0, of: machine) }
    }
}
