import Domain

/// What of the change feed was asked for; every problem at once.
struct ChangesParameters: Sendable {
    /// Changes behind this number.
    private(set) var since: Int64 = 0
    /// Only of these collections; nil for all.
    private(set) var types: [String]?
    private(set) var limit = 100
    /// How many seconds to wait for a change when there is none yet.
    private(set) var wait = 0
    private(set) var isPretty = false
    let audience: Audience

    private static let limits = 1...500
    private static let waits = 0...30
    private static let names = declared.map(\.name)
    private static let streamNames = ["since", "types"]
    /// Collections of the API and the parts of their records that have entries of their own.
    static let known =
        Resource.all.map(\.path.text).filter { $0 != "imports" } + [
            "action-events", "figure-comparators", "retention-rules",
        ]

    static let declared = [
        QueryParameter("since", .integer(in: 0...Int64.max), "Changes behind this number."),
        QueryParameter("types", .names(known), "Only changes of these collections."),
        QueryParameter(
            "limit", .integer(in: Int64(limits.lowerBound)...Int64(limits.upperBound)),
            "Changes on a page: 100."),
        QueryParameter(
            "wait", .integer(in: Int64(waits.lowerBound)...Int64(waits.upperBound)),
            "Seconds to wait for the first change, when there is none yet."),
        PrettyParameter.declared,
    ]

    static let declaredForStream = declared.filter { streamNames.contains($0.name) }

    /// - Parameter isStream: whether the feed is followed, which knows no pages.
    init(
        _ query: [(name: String, value: String)], for audience: Audience, isStream: Bool = false
    ) throws(Problem) {
        self.audience = audience
        var problems: [ProblemEntry] = []
        let names = isStream ? Self.streamNames : Self.names
        var seen: Set<String> = []
        for (name, value) in query {
            if names.contains(name), !seen.insert(name).inserted {
                problems.append(.repeatedParameter(name))
            } else {
                take(name, value, names, &problems)
            }
        }
        guard problems.isEmpty else { throw .parameters(problems) }
    }

    private mutating func take(
        _ name: String, _ value: String, _ names: [String], _ problems: inout [ProblemEntry]
    ) {
        switch names.contains(name) ? name : "" {
        case "since": since = Int64(number(value, name, 0...Int.max, &problems))
        case "limit": limit = number(value, name, Self.limits, &problems)
        case "wait": wait = number(value, name, Self.waits, &problems)
        case "pretty": isPretty = number(value, name, 1...1, &problems) == 1
        case "types":
            let chosen = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            for unknown in chosen where !Self.known.contains(unknown) {
                problems.append(.unknownName(unknown, in: name, known: Self.known))
            }
            types = chosen
        default:
            problems.append(.unknownParameter(name, of: "The change feed", known: names))
        }
    }

    private func number(
        _ text: String, _ name: String, _ range: ClosedRange<Int>, _ problems: inout [ProblemEntry]
    ) -> Int {
        if let number = Int(text), range.contains(number) { return number }
        let words =
            range.upperBound == .max
            ? "\(name) is a whole number, not negative."
            : "\(name) is a number from \(range.lowerBound) to \(range.upperBound)."
        problems.append(ProblemEntry(.parameter(name), "\(name)_invalid", words))
        return range.lowerBound
    }
}
