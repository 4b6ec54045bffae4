import Testing

@testable import Domain

/// Every step of every machine, spelled out a second time; all other pairs of states are refused.
@Suite("State machines")
struct StateMachineTests {
    private static let machines: [StateMachine] = [.meeting, .report, .action, .minutes]

    /// From, to, and "!" where the step needs a reason.
    private static let steps: [String: Set<String>] = [
        "meeting": [
            "planned>published", "planned>cancelled!", "planned>postponed!", "published>held",
            "published>cancelled!", "published>postponed!", "published>abandoned_inquorate", "held>adjourned",
            "held>closed", "adjourned>held",
        ],
        "report": [
            "to_follow>received", "to_follow>cancelled!", "received>published", "published>superseded",
            "published>withdrawn",
        ],
        "action": [
            "proposed>open", "proposed>dismissed", "open>in_progress", "open>cancelled!", "open>superseded!",
            "open>transferred!", "in_progress>reported_done", "in_progress>cancelled!",
            "in_progress>superseded!", "in_progress>transferred!", "reported_done>closed",
            "reported_done>open", "reported_done>cancelled!", "reported_done>superseded!",
            "reported_done>transferred!", "closed>open!",
        ],
        "minutes": [
            "draft>published_draft", "published_draft>presented", "presented>confirmed", "presented>draft",
        ],
    ]

    @Test("of all pairs of states only the listed steps are allowed, with a reason where one is needed")
    func everyPair() throws {
        for machine in Self.machines {
            var found: Set<String> = []
            for from in machine.states {
                for to in machine.states where machine.permits(from: from, to: to) {
                    found.insert("\(from)>\(to)" + (machine.needsReason(from: from, to: to) ? "!" : ""))
                }
            }
            #expect(found == Self.steps[machine.name])
            #expect(machine.transitions.count == found.count)
        }
    }

    @Test("what is allowed from a state is what is permitted, in the order of the table")
    func allowed() {
        for machine in Self.machines {
            for state in machine.states {
                let allowed = machine.allowed(from: state)
                #expect(Set(allowed) == Set(machine.states.filter { machine.permits(from: state, to: $0) }))
                #expect(allowed == machine.transitions.filter { $0.from == state }.map(\.to))
            }
        }
        #expect(StateMachine.meeting.allowed(from: "planned") == ["published", "cancelled", "postponed"])
    }

    @Test("a step that is not permitted needs no reason either")
    func noStep() {
        for machine in Self.machines {
            for (from, to) in [
                ("", ""), ("nowhere", "closed"), (machine.states[0], "nowhere"), ("Open", "closed"),
            ] {
                #expect(!machine.permits(from: from, to: to))
                #expect(!machine.needsReason(from: from, to: to))
            }
            #expect(machine.allowed(from: "nowhere") == [])
            for state in machine.states { #expect(!machine.permits(from: state, to: state)) }
        }
    }

    @Test("every state is named once, without the mark of a reason, and can be reached from the first")
    func reachable() {
        for machine in Self.machines {
            #expect(Set(machine.states).count == machine.states.count)
            #expect(!machine.transitions.contains { $0.to.hasSuffix("!") || $0.from.hasSuffix("!") })
            var reached: Set<String> = [machine.states[0]]
            for _ in machine.states {
                for state in reached { reached.formUnion(machine.allowed(from: state)) }
            }
            #expect(reached.isSubset(of: machine.states))
            // A proposed action and one that an officer opens are two beginnings; both lead everywhere.
            #expect(reached == Set(machine.states))
        }
    }

    @Test(
        "the last states lead nowhere",
        arguments: [
            (StateMachine.meeting, ["closed", "cancelled", "postponed", "abandoned_inquorate"]),
            (.report, ["superseded", "withdrawn", "cancelled"]),
            (.action, ["dismissed", "cancelled", "superseded", "transferred"]),
        ])
    func ends(machine: StateMachine, last: [String]) {
        #expect(machine.states.filter { machine.allowed(from: $0).isEmpty }.sorted() == last.sorted())
    }
}
