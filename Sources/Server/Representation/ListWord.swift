import JSON

/// A parameter that lists know whatever their records are.
struct ListWord: Sendable {
    let name: String
    /// The formats in which it means something.
    let formats: [Format]
    /// Whether a single record knows it too.
    let isForRecords: Bool
    let about: String
    /// The only value it takes, where it has but one.
    let value: String?
    private let schema: @Sendable (Resource, Format) -> Schema

    private init(
        _ name: String, in formats: [Format], isForRecords: Bool = false, _ about: String,
        value: String? = nil, _ schema: @escaping @Sendable (Resource, Format) -> Schema
    ) {
        self.name = name
        self.formats = formats
        self.isForRecords = isForRecords
        self.about = about
        self.value = value
        self.schema = schema
    }

    /// A word that says one thing when it stands there.
    private init(
        _ name: String, in formats: [Format], isForRecords: Bool = false, _ about: String, value: String
    ) {
        self.init(name, in: formats, isForRecords: isForRecords, about, value: value) { _, _ in
            .choice([value])
        }
    }

    static let all = [
        ListWord(
            "limit", in: Format.allCases,
            "How many records at most: on a page, or in all where there are no pages. "
                + "With expand at most \(ListParameters.limitWithExpansion)."
        ) { _, format in limit(in: format) },
        ListWord(
            "cursor", in: [.json], "Where the page begins: page.next of the page before, in the same order."
        ) { _, _ in .text(pattern: "^([0-9a-fA-F]{2})+$") },
        ListWord(
            "sort", in: [.json, .ndjson, .csv],
            "Fields to sort by, in turn; a minus begins with the greatest."
        ) { resource, _ in .names(resource.sortKeys.flatMap { ["\($0.name)", "-\($0.name)"] }) },
        ListWord(
            "fields", in: [.json, .ndjson, .csv], isForRecords: true, "Only these fields, and the id."
        ) { resource, _ in .names(resource.fields.map(\.name.text)) },
        ListWord(
            "expand", in: [.json], isForRecords: true,
            "Records of other collections to show inside, up to two levels deep."
        ) { resource, _ in .names(resource.expansionPaths) },
        ListWord("count", in: [.json], "Adds page.count, the number of all records.", value: "exact"),
        ListWord("shape", in: [.json], "The records alone, without page and links.", value: "array"),
        ListWord(
            PrettyParameter.name, in: [.json], isForRecords: true, PrettyParameter.declared.about,
            value: PrettyParameter.value),
        ListWord("bom", in: [.csv], "A byte order mark in front, by which Excel knows UTF-8.", value: "1"),
        ListWord(
            "asOf", in: Format.allCases, isForRecords: true,
            "What was recorded at that moment, or at the end of that day; for officers."
        ) { _, _ in .anyOf([.day, .moment]) },
    ]

    private static func limit(in format: Format) -> Schema {
        let schema = Schema.integer(in: Int64(format.limits.lowerBound)...Int64(format.limits.upperBound))
        guard let standard = format.standardLimit else { return schema }
        return schema.with("default", .number(JSONNumber(Int64(standard))))
    }

    private static let values = Dictionary(
        uniqueKeysWithValues: all.compactMap { word in word.value.map { (word.name, $0) } })

    /// What a word takes that takes one value only.
    static func value(of name: String) -> String? { values[name] }

    /// Those that say something about the records of a resource in a format.
    static func of(_ resource: Resource, in format: Format) -> [ListWord] {
        all.filter { word in
            word.formats.contains(format) && (word.name != "expand" || !resource.expansions.isEmpty)
        }
    }

    func parameter(of resource: Resource, in format: Format) -> QueryParameter {
        QueryParameter(name, schema(resource, format), about)
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
