import Domain

/// A query that may hold `pretty` and nothing else, as those of writes and of histories; whatever else stands there is
/// refused, never ignored.
struct PrettyParameter {
    static let name = "pretty"
    static let value = "1"
    static let declared = QueryParameter(name, .choice([value]), "Indents the JSON.")

    let isPretty: Bool

    init(_ query: [(name: String, value: String)], of whom: String = "A request that writes") throws(Problem)
    {
        let known = [Self.name]
        var problems: [ProblemEntry] = []
        var seen: Set<String> = []
        for (name, value) in query {
            if !known.contains(name) {
                problems.append(.unknownParameter(name, of: whom, known: known))
            } else if !seen.insert(name).inserted {
                problems.append(.repeatedParameter(name))
            } else if value != Self.value {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "choice_unknown", "\(name) is \(Self.value), or left out.",
                        allowed: [Self.value]))
            }
        }
        guard problems.isEmpty else { throw .parameters(problems) }
        isPretty = seen.contains(Self.name)
    }
}
