import Domain

/// What a single record was asked for: `fields`, `expand`, `pretty` and `asOf`; anything else is refused.
struct RecordParameters {
    let representation: Representation
    let isPretty: Bool
    let moment: Instant?

    private static let words = ListWord.all.filter(\.isForRecords).map(\.name)

    init(
        _ query: [(name: String, value: String)], of resource: Resource, for audience: Audience
    ) throws(Problem) {
        let words = Self.words
        let unknown = query.filter { !words.contains($0.name) }.map {
            ProblemEntry.unknownParameter($0.name, of: "A single record", known: words)
        }
        guard unknown.isEmpty else { throw .parameters(unknown) }
        // The words mean the same as in a list, whose reader knows them.
        let list = try ListParameters(query, of: resource, for: audience, showsWholeRecord: true)
        representation = list.representation
        isPretty = list.isPretty
        moment = list.moment
    }
}
