import Domain

/// A query that may hold `pretty` and nothing else, as those of writes and of histories; whatever else stands there is
/// refused, never ignored.
struct PrettyParameter {
    let isPretty: Bool

    init(_ query: [(name: String, value: String)], of whom: String = "A request that writes") throws(Problem)
    {
        let known = ["pretty"]
        var problems: [ProblemEntry] = []
        var seen: Set<String> = []
        for (name, value) in query {
            if !known.contains(name) {
                problems.append(.unknownParameter(name, of: whom, known: known))
            } else if !seen.insert(name).inserted {
                problems.append(.repeatedParameter(name))
            } else if value != "1" {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "choice_unknown", "pretty is 1, or left out.", allowed: ["1"]))
            }
        }
        guard problems.isEmpty else { throw .parameters(problems) }
        isPretty = seen.contains("pretty")
    }
}
