import Domain
import JSON
import Store

/// What a search was asked for; every problem at once.
struct SearchParameters {
    private(set) var words = SearchWords("")
    private(set) var collections: [String] = []
    private(set) var panel: Reference<PanelDraft>?
    private(set) var meetingID: Int64?
    private(set) var limit = 20
    private(set) var offset = 0
    private(set) var isPretty = false

    /// Ranked results are walked from the top; nobody reads further than this.
    private static let offsets = 0...2_000
    private static let limits = 1...100
    private static let names = declared.map(\.name)
    static let searchable = ["report-pages", "agenda-items", "actions", "indicators", "terms"]

    static let declared = [
        QueryParameter(
            "q", Schema.addressText.with("minLength", 1),
            "Words that must all occur, \"a phrase\", begin*; at least one word of letters or digits.",
            isRequired: true),
        QueryParameter("collection", .names(searchable), "Only records of these collections."),
        QueryParameter("panel", .addressText, "Only what belongs to this panel, by id or slug."),
        QueryParameter("meeting", .integer(in: Int64.min...Int64.max), "Only what belongs to this meeting."),
        QueryParameter(
            "limit", .integer(in: Int64(limits.lowerBound)...Int64(limits.upperBound)), "Hits on a page: 20."),
        QueryParameter(
            "cursor", .integer(in: Int64(offsets.lowerBound)...Int64(offsets.upperBound)),
            "Where the page begins: page.next of the page before."),
        PrettyParameter.declared,
    ]

    init(_ query: [(name: String, value: String)]) throws(Problem) {
        var problems: [ProblemEntry] = []
        var seen: Set<String> = []
        for (name, value) in query {
            if Self.names.contains(name), !seen.insert(name).inserted {
                problems.append(.repeatedParameter(name))
            } else {
                take(name, value, &problems)
            }
        }
        if !query.contains(where: { $0.name == "q" }) {
            problems.append(
                ProblemEntry(
                    .parameter("q"), "required",
                    "Say what to look for: q=private+fostering, or q=\"private fostering\" for the phrase."))
        }
        guard problems.isEmpty else { throw .parameters(problems) }
    }

    private mutating func take(_ name: String, _ value: String, _ problems: inout [ProblemEntry]) {
        switch name {
        case "q":
            words = SearchWords(value)
            if words.isEmpty {
                problems.append(
                    ProblemEntry(
                        .parameter("q"), "query_empty", "Give at least one word of letters or digits."))
            }
        case "collection":
            collections = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            for unknown in collections where !Self.searchable.contains(unknown) {
                problems.append(.unknownName(unknown, in: "collection", known: Self.searchable))
            }
        case "panel": panel = Int64(value).flatMap { Identifier($0) }.map { .id($0) } ?? .key(value)
        case "meeting":
            meetingID = Int64(value)
            if meetingID == nil {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "value_invalid", "meeting is the id of a meeting, a whole number."))
            }
        case "limit":
            if let number = Int(value), Self.limits.contains(number) {
                limit = number
            } else {
                problems.append(
                    ProblemEntry(.parameter(name), "limit_invalid", "limit is a number from 1 to 100."))
            }
        case "cursor":
            if let number = Int(value), Self.offsets.contains(number) {
                offset = number
            } else {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "cursor_invalid",
                        "The cursor is not one of this search. Start again without it."))
            }
        case "pretty":
            isPretty = value == "1"
            if !isPretty {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "choice_unknown", "pretty is 1, or left out.", allowed: ["1"]))
            }
        default:
            problems.append(.unknownParameter(name, of: "The search", known: Self.names))
        }
    }
}
