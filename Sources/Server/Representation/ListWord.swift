import JSON

/// A parameter that every list knows, whatever its records are.
struct ListWord: Sendable {
    let name: String
    let about: String
    /// Whether a single record knows it too.
    let isForRecords: Bool
    /// What it takes for the records of a resource.
    let schema: @Sendable (Resource) -> Schema

    static let all = [
        ListWord(
            name: "limit", about: "Records on a page: 50, or with expand at most 100.", isForRecords: false
        ) { _ in
            .integer(in: Int64(ListParameters.limits.lowerBound)...Int64(ListParameters.limits.upperBound))
        },
        ListWord(
            name: "cursor", about: "Where the page begins: page.next of the page before, in the same order.",
            isForRecords: false
        ) { _ in .text(pattern: "^([0-9a-fA-F]{2})+$") },
        ListWord(
            name: "sort", about: "Fields to sort by, in turn; a minus begins with the greatest.",
            isForRecords: false
        ) { resource in .names(resource.sortKeys.flatMap { ["\($0.name)", "-\($0.name)"] }) },
        ListWord(name: "fields", about: "Only these fields, and the id.", isForRecords: true) { resource in
            .names(resource.fields.map(\.name.text))
        },
        ListWord(
            name: "expand", about: "Records of other collections to show inside, up to two levels deep.",
            isForRecords: true
        ) { resource in .names(resource.expansionPaths) },
        ListWord(name: "count", about: "Adds page.count, the number of all records.", isForRecords: false) {
            _ in
            .choice(["exact"])
        },
        ListWord(name: "shape", about: "The records alone, without page and links.", isForRecords: false) {
            _ in
            .choice(["array"])
        },
        ListWord(name: "pretty", about: QueryParameter.pretty.about, isForRecords: true) { _ in
            QueryParameter.pretty.schema
        },
        ListWord(
            name: "asOf", about: "What was recorded at that moment, or at the end of that day; for officers.",
            isForRecords: true
        ) { _ in .anyOf([.day, .moment]) },
    ]

    /// Those that say something about the records of a resource.
    static func of(_ resource: Resource) -> [ListWord] {
        all.filter { $0.name != "expand" || !resource.expansions.isEmpty }
    }

    func parameter(of resource: Resource) -> QueryParameter {
        QueryParameter(name, schema(resource), about)
    }
}

extension Resource {
    /// What can be embedded: `agendaItems`, and within that `agendaItems.reports`.
    var expansionPaths: [String] {
        expansions.flatMap { expansion in
            let inner = Resource.named(expansion.collection.text)?.expansions ?? []
            return ["\(expansion.name)"] + inner.map { "\(expansion.name).\($0.name)" }
        }
    }
}
