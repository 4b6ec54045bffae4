import Domain

extension Problem {
    /// Why a state machine does not take this step; nil when it does.
    static func refusing(
        _ machine: StateMachine, _ noun: StaticString, from current: String, to target: String, note: String?
    ) -> Problem? {
        let allowed = machine.allowed(from: current)
        guard machine.permits(from: current, to: target) else {
            let next =
                allowed.isEmpty
                ? "It is at its end." : "From there it can go to \(allowed.joined(separator: ", "))."
            var problem = Problem.conflict("invalid_transition", "The \(noun) is \(current). \(next)")
            problem.entries = [
                ProblemEntry(
                    .pointer("/to"), "invalid_transition", problem.detail, allowed: allowed,
                    suggestion: nearestName(to: target, in: allowed))
            ]
            return problem
        }
        if machine.needsReason(from: current, to: target), note == nil {
            return .invalid([
                ValidationProblem(
                    pointer: "/note", code: "needs_reason",
                    message: "Say in note why the \(noun) becomes \(target).")
            ])
        }
        return nil
    }
}
